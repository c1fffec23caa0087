"""What to say about a turn that the child has already sent: what to do now, without blame."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError

from coach.errors import AuthorError
from coach.models import AgeGroup, Concern, Flag, Weight, is_grave
from coach.models.advice import MAX_STEPS, Line
from coach.models.base import Model
from coach.models.category import CATEGORY_IDS
from coach.rules.toml_source import TomlSource, read_toml

FRIENDS = "friends"
"""The variant for what went to people known in real life."""


MAYBE = "maybe"
"""The variant for an answer that only stalls: "ok wait"."""
SORRY = "sorry"
"""The variant for unkind words for which the child said sorry in the chat."""


class ForAge(Model):
    """What is said differently to one age group."""

    why: Line
    steps: tuple[Line, ...] = Field(min_length=1, max_length=MAX_STEPS)


class InPlace(ForAge):
    """What is said in place of all the rest."""

    note: Line


class SentAdvice(Model):
    """What to say about one kind of turn that was sent."""

    why: Line
    """For the child."""
    note: Line
    """For the grown-up."""
    steps: tuple[Line, ...] = Field(min_length=1, max_length=MAX_STEPS)
    """What to do now, in order."""
    help_lines: bool = Field(default=False, alias="help-lines")
    """Whether help lines belong beside it."""
    younger: ForAge | None = None
    older: ForAge | None = None
    presser: InPlace | None = None
    """Said in place of the rest where it went to somebody who had pressed the child: no sorry to a blackmailer."""
    near: InPlace | None = None
    """The same where it says that a grown-up is near: nobody is alone."""
    promises: InPlace | None = None
    """The same where it promises what was asked for, and does not say it yet."""
    maybe: InPlace | None = None
    """The same where it only stalls, so that nothing shows a yes; a category without it has that of its concern."""
    friends: InPlace | None = None
    """The same where it went to people known in real life."""
    sorry: InPlace | None = None
    """The same where the child said sorry in the chat: it need not say so again."""
    unsafe: InPlace | None = None
    """The same where the child wrote before that home is not safe: whoever is near there may be the danger."""

    def given(
        self, age: AgeGroup | None = None, *, to_presser: bool = False, is_unsafe: bool = False, how: str = ""
    ) -> SentAdvice:
        """Return what is said to a child of this age group, after writing to such a person or answering so.

        Args:
            age: of the child, if known.
            to_presser: whether it went to somebody who had pressed the child.
            is_unsafe: whether the child wrote before that home is not safe.
            how: the name of a variant, such as `near` or `friends`; empty for none.
        """
        own = {AgeGroup.YOUNGER: self.younger, AgeGroup.OLDER: self.older}.get(age) if age else None
        changed = {"why": own.why, "steps": own.steps} if own else {}
        answered = self._variants.get(how)
        at_home = self.unsafe if is_unsafe and self.unsafe else answered
        if said := self.presser if to_presser and self.presser else at_home:
            changed = {"why": said.why, "note": said.note, "steps": said.steps}
        return self.model_copy(update={**changed, **dict.fromkeys(_VARIANTS)})

    def said_of(self, flag: Flag) -> Flag:
        """Return a flag with these words in place of its advice."""
        return flag.model_copy(update={"why": self.why, "note": self.note, "steps": self.steps})

    @property
    def _variants(self) -> Mapping[str, InPlace | None]:
        known = {FRIENDS: self.friends, SORRY: self.sorry, MAYBE: self.maybe}
        return {"near": self.near, "promises": self.promises, **known}


_VARIANTS = ("younger", "older", "presser", "near", "promises", "maybe", "friends", "sorry", "unsafe")


def sent_path() -> Path:
    """Return the file of what is said about turns that were sent."""
    return Path(__file__).with_name("sent.toml")


def after_sending(
    category: str, age: AgeGroup | None = None, *, to_presser: bool = False, is_unsafe: bool = False, how: str = ""
) -> SentAdvice:
    """Return what to say about a turn that was sent with a flag of this category, given by its id.

    Args:
        category: the id.
        age: of the child, if known.
        to_presser: whether it went to somebody who had pressed or threatened the child before.
        is_unsafe: whether the child wrote there before that home is not safe.
        how: `near`, `promises` or `maybe`, for an answer that says only that a grown-up is near, promises the rest, or
            only stalls; `friends` for one that went to people known in real life.
    """
    said = all_sent()
    concern = said[category.partition("/")[0]]
    if to_presser and concern.presser:
        return concern.given(age, to_presser=True)
    own = said.get(category, concern)
    if how == MAYBE and not own.maybe:
        own = concern
    return own.given(age, is_unsafe=is_unsafe, how=how)


def after_sorry() -> SentAdvice:
    """Return what to say about unkind words for which the child said sorry in the chat."""
    return all_sent()[Concern.UNKIND].given(how=SORRY)


def with_sorry(flag: Flag) -> Flag:
    """Return a flag of a turn for which the child said sorry later; of a threat or a death wish, it keeps its words."""
    if flag.concern is not Concern.UNKIND or not flag.is_sent or flag.weight is Weight.STOP or is_grave(flag):
        return flag
    return after_sorry().said_of(flag)


def read_advice(path: Path, *names: str) -> Mapping[str, SentAdvice]:
    """Read a file that has advice under each of these names.

    Raises:
        AuthorError: the file is invalid.
    """
    source = read_toml(path)
    try:
        return {name: SentAdvice.model_validate(source.values.get(name)) for name in names}
    except ValidationError as error:
        source.add_validation(error, SentAdvice)
        raise AuthorError(source.faults) from error


@cache
def all_sent(path: Path | None = None) -> Mapping[str, SentAdvice]:
    """Read what is said, by concern or category.

    Raises:
        AuthorError: the file is invalid, or says nothing about a concern.
    """
    source = read_toml(path or sent_path())
    _check_names(source)
    said = {name: advice for name, values in source.values.items() if (advice := _advice(source, name, values))}
    source.raise_faults()
    return said


def _check_names(source: TomlSource) -> None:
    known = {*Concern, *CATEGORY_IDS}
    for name in source.values:
        if name not in known:
            line = next((n for n, text in enumerate(source.lines, 1) if text.strip() in _headers(name)), 0)
            source.fault(line, f"unknown concern or category `{name}`", 'write `[unkind]` or `["unkind/looks"]`')
    for concern in Concern:
        if concern not in source.values:
            source.fault(0, f"nothing is said about `{concern}`", f"add a table [{concern}]")


def _advice(source: TomlSource, name: str, values: object) -> SentAdvice | None:
    try:
        return SentAdvice.model_validate(values)
    except ValidationError as error:
        line = next((n for n, text in enumerate(source.lines, 1) if text.strip() in _headers(name)), 0)
        for found in error.errors():
            key = next((part for part in found["loc"] if isinstance(part, str)), "")
            at = source.line_of_key(key, line) or line if found["type"] != "missing" else line
            source.fault(at, f"`{key}` of `{name}`: {found['msg']}", f"allowed keys are {', '.join(_KEYS)}")
        return None


def _headers(name: str) -> tuple[str, str]:
    return f"[{name}]", f'["{name}"]'


_KEYS = tuple(info.alias or name for name, info in SentAdvice.model_fields.items())
