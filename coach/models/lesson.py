"""A lesson: steps that a parent and a child do together."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from coach.models.base import Model
from coach.models.message import Audience


class Reader(StrEnum):
    """Who reads a passage aloud."""

    BOTH = "both"
    CHILD = "child"
    PARENT = "parent"
    TALK = "talk"
    """Nobody alone: a question for the two to talk about."""


class StepKind(StrEnum):
    """What is done together in a step."""

    READ = "read"
    TALK = "talk"
    CHOOSE = "choose"
    REWRITE = "rewrite"
    PICTURE = "picture"
    PROMISE = "promise"


class Passage(Model):
    """Some text and who reads it; paragraphs are parted by an empty line."""

    reader: Reader
    text: str
    line: int
    """Where it starts in the file, from 1."""


class Option(Model):
    """One answer that can be chosen, and what Coach says to it."""

    text: str
    right: bool
    answer: str
    goes_to: str | None = None
    """The slug of the step to go to, or None for the next one."""
    line: int


class Choice(Model):
    """Options to choose from."""

    options: tuple[Option, ...] = Field(min_length=2)

    @property
    def several(self) -> bool:
        """Whether all right options are to be found; where an option leads elsewhere, one is chosen."""
        leads = any(option.goes_to for option in self.options)
        return not leads and sum(option.right for option in self.options) > 1


class Rewrite(Model):
    """A draft to be rewritten until nothing is flagged."""

    start: str
    """What the box holds at first; it is flagged."""
    audience: Audience = Audience.GROUP
    keep: tuple[str, ...] = ()
    """Words that must stay, so that the meaning does."""
    hint: str
    solution: str
    """One way to say it; nothing in it is flagged."""
    line: int


class Picture(Model):
    """A picture, told in lines of text."""

    lines: tuple[str, ...]
    line: int


class Promise(Model):
    """What the child and the parent promise each other."""

    child: str
    parent: str
    line: int


class Step(Model):
    """One thing done together."""

    heading: str
    slug: str
    passages: tuple[Passage, ...] = ()
    choice: Choice | None = None
    rewrite: Rewrite | None = None
    picture: Picture | None = None
    promise: Promise | None = None
    line: int

    @property
    def kind(self) -> StepKind:
        """What is done together here."""
        if self.rewrite:
            return StepKind.REWRITE
        if self.choice:
            return StepKind.CHOOSE
        if self.promise:
            return StepKind.PROMISE
        if self.picture:
            return StepKind.PICTURE
        talks = any(passage.reader is Reader.TALK for passage in self.passages)
        return StepKind.TALK if talks else StepKind.READ


class Lesson(Model):
    """One Markdown file of the course."""

    name: str
    """The file's name without number and ending: `02-strangers.md` is `strangers`."""
    number: int
    title: str
    goal: str
    minutes: int
    """How long two people take, about."""
    steps: tuple[Step, ...] = Field(min_length=1)


class Verdict(Model):
    """What Coach says to an answer."""

    passed: bool
    words: str
    """One or two sentences for both."""
