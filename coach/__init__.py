"""Coach: a parent and a child practise kind and careful messages together.

    coach.check("ur so ugly", audience="public")    a Report
    coach.counsel(report)                           rewrites of the whole draft
    coach.load()                                    the spaCy Language behind it
    coach.redact("ring me on 07700 900123")         names, numbers and the like replaced by labels
    coach.check("...", rules="my-rules")            with your own rules beside Coach's

Importing this package costs nothing; spaCy is imported at the first call.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from coach.corpus.score.tally import CheckAll
    from coach.models import AgeGroup, AnyAudience, AnyDirection, Counsel, Off, PrivateWord, Report
    from coach.redaction import Redactor
    from coach.rules.own import OwnFolder

    OwnRules = str | Path | OwnFolder | Iterable[str | Path | OwnFolder]
    """A folder of own rules or an installed pack by its name, or several."""

__all__ = ["Redactor", "__version__", "check", "counsel", "load", "redact"]


def __getattr__(name: str) -> object:
    """Return `__version__` or `Redactor`, each looked up only when somebody asks."""
    if name == "__version__":
        from importlib.metadata import version

        return version("coach-together")
    if name == "Redactor":
        from coach.redaction import Redactor

        return Redactor
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def load(
    *,
    private_words: Iterable[PrivateWord] = (),
    second_reader: bool = True,
    rules: OwnRules = (),
    own_rules_only: bool = False,
    off: Iterable[Off] = (),
) -> Language:
    """Build the spaCy Language that checks messages against Coach's rules.

    Each Doc gets its report as `doc._.coach` and the flagged spans as `doc.spans["coach"]`.

    Args:
        private_words: what a family keeps to itself; drafts that contain any of it are flagged.
        second_reader: whether to run the trained second reader, which finds what no rule covers, besides the rules.
        rules: folders of own rules, used beside Coach's; they add flags and never lower a weight.
        own_rules_only: whether to leave out Coach's rules and the second reader; silence then says nothing.
        off: what a family switched off.

    Raises:
        AuthorError: a rule file is invalid.
        InputError: `rules` names no folder, or `own_rules_only` has none.
        CoachError: the second reader's model is missing or broken.
    """
    with _gc_paused():
        from coach.engine import build
        from coach.engine.reader import weights_at_hand
        from coach.own_rules import compiled_with, folders_of

        compiled = compiled_with(folders_of(rules), alone=own_rules_only)
        weights = weights_at_hand() if second_reader and not own_rules_only else None
        return build(compiled, private_words, weights=weights, off=off, own_rules_only=own_rules_only)


def load_check_all(
    *, private_words: Iterable[PrivateWord] = (), second_reader: bool = True, rules: OwnRules = ()
) -> CheckAll:
    """Return `check_all` for the Language that `load` builds; takes the same arguments and raises the same errors."""
    nlp = load(private_words=private_words, second_reader=second_reader, rules=rules)
    from coach.engine import check_all  # after `load`, which pauses the garbage collector while spaCy is imported

    return partial(check_all, nlp)


@contextmanager
def _gc_paused() -> Iterator[None]:
    """Pause the garbage collector while loading: everything allocated here survives, and scanning it costs a fifth.

    It then belongs to the oldest generation. As the youngest, all of it would be scanned twice at once.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def check(
    text: str,
    *,
    direction: AnyDirection = "draft",
    audience: AnyAudience = "group",
    second_reader: bool = True,
    rules: OwnRules = (),
) -> Report:
    """Check one message and return its report.

    Args:
        text: the message.
        direction: `draft` (about to be sent) or `received`.
        audience: who will read it: `public`, `group`, `friend` or `stranger`.
        second_reader: whether to run the trained second reader, which finds what no rule covers, besides the rules.
        rules: folders of own rules, used beside Coach's; read at the first call that names them.

    Raises:
        TypeError: `text` is not a text, or `rules` not a folder or a name.
        ValueError: `direction` or `audience` is not one of these; the error names them.
        InputError: `rules` names no folder.
        AuthorError: an own rule is invalid.
    """
    if not isinstance(text, str):
        raise TypeError(f"text: {type(text).__name__} is not a message\n    fix: give it as a string")
    from coach.engine import check as check_message
    from coach.models import Audience, Direction, Message

    message = Message(text=text, direction=Direction(direction), audience=Audience(audience))
    return check_message(load_once(second_reader=second_reader, rules=_named(rules)), message)


def _named(rules: OwnRules) -> tuple[str | Path | OwnFolder, ...]:
    """Return own rules as a tuple, so that what was loaded for them is found again; raises as `each_named` does."""
    from coach.own_rules import each_named

    return each_named(rules)


def counsel(report: Report, age: AgeGroup | Literal["8-10", "11-14"] | None = None, *, rules: OwnRules = ()) -> Counsel:
    """Say what to do about a report in the words for an age, and how else a draft could be put.

    Args:
        report: what `check` returned.
        age: how old the child is: `8-10` or `11-14`; unknown if None.
        rules: the own rules that `check` was given, whose categories have words of their own.

    Raises:
        TypeError: `rules` is not a folder or a name.
        ValueError: `age` is not one of these.
        InputError: `rules` names no folder, or the report has a category of own rules that are not named here.
        AuthorError: an own rule is invalid.
    """
    from coach.models import AgeGroup

    group = None if age is None else AgeGroup(age)
    from coach.counsel import Counsellor  # puts the package in the place of this function, and can be called too

    return Counsellor(load_once(rules=_named(rules))).on(report, group)


def redact(text: str, *, private_words: Iterable[PrivateWord] = ()) -> str:
    """Return a text with names, numbers, addresses and the like replaced by labels such as `[PHONE-NUMBER-1]`.

    The same find gets the same label within the text; a `coach.Redactor` keeps labels across texts. Not everything
    that identifies somebody is found.

    Args:
        text: the text.
        private_words: more to replace, however it is spelled.
    """
    from coach.redaction import Redactor

    words = tuple(private_words)
    nlp = None if words else load_once(second_reader=False)
    return Redactor(private_words=words, nlp=nlp).redact(text)


@cache
def load_once(*, second_reader: bool = True, rules: tuple[str | Path | OwnFolder, ...] = ()) -> Language:
    """Load the Language behind `check` on the first call and reuse it afterwards."""
    return load(second_reader=second_reader, rules=rules)
