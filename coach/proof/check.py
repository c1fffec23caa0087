"""Whether examples hold: what is marked is flagged, near misses stay silent."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from coach.engine import Explainer, Found, Verdict
from coach.errors import AuthorError, Fault
from coach.models import Direction, Mark
from coach.proof.examples import Example, examples_of
from coach.proof.text import reason
from coach.rules import read_toml

_NOT_ACCEPTED = frozenset({Verdict.AIM, Verdict.SETTING, Verdict.DIRECTION, Verdict.NO_CATEGORY})


def failure(explainer: Explainer, example: Example) -> str:
    """Why the example does not hold, in a sentence; nothing where it holds."""
    found = explainer.found(example.message)
    if example.key == "silent":
        return _speaks(example, found)
    return _not_flagged(example, found) or _rule_is_silent(example, found, explainer)


def _speaks(example: Example, found: Iterable[Found]) -> str:
    """A near miss is flagged by no rule of the concern."""
    for one in found:
        if one.verdict is Verdict.SPEAKS and one.rule.startswith(f"{example.rule.concern}/"):
            return f'"{one.phrase}" is flagged by {one.rule}'
    return ""


def _not_flagged(example: Example, found: Iterable[Found]) -> str:
    """The category is flagged where a phrase is marked, by whichever rule."""
    spoken = [one for one in found if one.verdict is Verdict.SPEAKS]
    category = f"{example.rule.category}/"
    if any(one.rule.startswith(category) and _touches(one, mark) for one in spoken for mark in example.marked.marks):
        return ""
    instead = "; ".join(f'"{one.phrase}" is flagged by {one.rule}' for one in spoken)
    return f"not flagged as {example.rule.category} where it is marked" + (f", but {instead}" if instead else "")


def _rule_is_silent(example: Example, found: Iterable[Found], explainer: Explainer) -> str:
    """Whichever rule wins where several fit, this one fits too."""
    own = [one for one in found if one.rule == example.rule.id]
    if any(one.verdict not in _NOT_ACCEPTED for one in own):
        return ""
    if not own:
        return "flagged by another rule; no phrase of this one is found in it"
    return f'flagged by another rule; this one found "{own[0].phrase}" but is {reason(own[0], explainer.catalog)}'


def _touches(found: Found, mark: Mark) -> bool:
    return found.start < mark.end and mark.start < found.end


def check_examples(explainer: Explainer, folder: Path) -> None:
    """Check every example of every rule.

    Raises:
        AuthorError: some do not hold; carries a fault for each, with its place in the files below `folder`.
    """
    faults = [
        _fault(folder, example, problem)
        for example in examples_of(explainer.catalog.rules)
        if (problem := failure(explainer, example))
    ]
    if faults:
        raise AuthorError(faults)


def _fault(folder: Path, example: Example, problem: str) -> Fault:
    source = read_toml(folder / f"{example.rule.id}.toml")
    received = " --received" if example.message.direction is Direction.RECEIVED else ""
    fix = f"`coach rules try{received} TEXT` shows every step; fix the phrases, or the example"
    source.fault_at(example.key, problem, fix, example.marked.written)
    return source.faults[0]
