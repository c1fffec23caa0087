"""Checks examples: marked phrases must be flagged, near misses must not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from coach.engine import Explainer, Found, Verdict
from coach.errors import AuthorError, Fault
from coach.models import Direction, Mark, Rule
from coach.proof.examples import Example, examples_of
from coach.proof.text import reason
from coach.rules import read_toml

_NOT_ACCEPTED = frozenset({Verdict.AIM, Verdict.SETTING, Verdict.DIRECTION, Verdict.NO_CATEGORY})


def failure(explainer: Explainer, example: Example) -> str:
    """Explain in one sentence why the example fails; return an empty string if it passes."""
    found = explainer.found(example.message)
    if example.key == "silent":
        return _speaks(example, found)
    return _not_flagged(example, found) or _rule_is_silent(example, found, explainer)


def _speaks(example: Example, found: Iterable[Found]) -> str:
    """Check that no rule of the concern flags a near miss."""
    for one in found:
        if one.verdict is Verdict.SPEAKS and one.rule.startswith(f"{example.rule.concern}/"):
            return f'"{one.phrase}" is flagged by {one.rule}'
    return ""


def _not_flagged(example: Example, found: Iterable[Found]) -> str:
    """Check that some rule of the category flags a marked phrase."""
    spoken = [one for one in found if one.verdict is Verdict.SPEAKS]
    category = f"{example.rule.category}/"
    if any(one.rule.startswith(category) and _touches(one, mark) for one in spoken for mark in example.marked.marks):
        return ""
    instead = "; ".join(f'"{one.phrase}" is flagged by {one.rule}' for one in spoken)
    return f"not flagged as {example.rule.category} where it is marked" + (f", but {instead}" if instead else "")


def _rule_is_silent(example: Example, found: Iterable[Found], explainer: Explainer) -> str:
    """Check that this rule matches too, even if another one won."""
    own = [one for one in found if one.rule == example.rule.id]
    if any(one.verdict not in _NOT_ACCEPTED for one in own):
        return ""
    if not own:
        return "flagged by another rule; none of this rule's phrases match"
    return f'flagged by another rule; this one found "{own[0].phrase}" but is {reason(own[0], explainer.catalog)}'


def _touches(found: Found, mark: Mark) -> bool:
    return found.start < mark.end and mark.start < found.end


def check_examples(explainer: Explainer, folder: Path) -> None:
    """Check every example of every rule.

    Raises:
        AuthorError: some examples fail; lists a fault for each, with its position in the files below `folder`.
    """
    if faults := list(example_faults(explainer, explainer.catalog.rules, folder)):
        raise AuthorError(faults)


def example_faults(explainer: Explainer, rules: Iterable[Rule], folder: Path) -> Iterator[Fault]:
    """Yield a fault for each example of these rules that fails, with its position in the files below `folder`."""
    for example in examples_of(rules):
        if problem := failure(explainer, example):
            yield _fault(folder, example, problem)


def _fault(folder: Path, example: Example, problem: str) -> Fault:
    source = read_toml(folder / (example.rule.file or f"{example.rule.id}.toml"))
    received = " --received" if example.message.direction is Direction.RECEIVED else ""
    fix = f"change the phrases or the example; `coach rules try{received} TEXT` shows every step"
    source.fault_at(example.key, problem, fix, example.marked.written)
    return source.faults[0]
