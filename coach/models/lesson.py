"""A lesson: steps that a parent and a child do together."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from coach.models.base import Model
from coach.models.chat import Chat
from coach.models.doors import Doors
from coach.models.message import Audience

ENGLISH = "en"
"""The language of a lesson that names none."""


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
    SORT = "sort"
    CHAT = "chat"
    DOORS = "doors"
    PICTURE = "picture"
    SHOW = "show"
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


class Sorted(Model):
    """One thing to be sorted."""

    text: str
    boxes: tuple[str, ...] = Field(min_length=1)
    """Every box that is right for it."""
    answer: str
    """What Coach says about it."""
    line: int


class Sort(Model):
    """Things to put into boxes, such as what is fine to share with whom."""

    boxes: tuple[str, ...] = Field(min_length=2)
    items: tuple[Sorted, ...] = Field(min_length=1)
    line: int


class Show(Model):
    """Something done on a real phone, with a list to tick off."""

    phone: str
    """Whose phone or tablet it is."""
    items: tuple[str, ...] = Field(min_length=1)
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
    sort: Sort | None = None
    chat: Chat | None = None
    doors: tuple[Doors, ...] = ()
    """Apps whose doors are opened and closed."""
    show: Show | None = None
    picture: Picture | None = None
    promise: Promise | None = None
    line: int

    @property
    def kind(self) -> StepKind:
        """What is done together here."""
        practices = {
            StepKind.REWRITE: self.rewrite,
            StepKind.CHOOSE: self.choice,
            StepKind.SORT: self.sort,
            StepKind.CHAT: self.chat,
            StepKind.DOORS: self.doors,
            StepKind.SHOW: self.show,
            StepKind.PROMISE: self.promise,
            StepKind.PICTURE: self.picture,
        }
        talks = any(passage.reader is Reader.TALK for passage in self.passages)
        without = StepKind.TALK if talks else StepKind.READ
        return next((kind for kind, practice in practices.items() if practice), without)


class Lesson(Model):
    """One Markdown file of the course."""

    name: str
    """The file's name without number and ending: `02-strangers.md` is `strangers`."""
    number: int
    title: str
    goal: str
    minutes: int
    """How long two people take, about."""
    language: str = ENGLISH
    """The language it is written in, as a tag such as `de` or `pt-BR`."""
    original: str = ""
    """In a translation: the name of the shipped lesson that it tells."""
    version: tuple[str, ...] = ()
    """In a translation: the fingerprint of every step of the original as it was translated, in order."""
    steps: tuple[Step, ...] = Field(min_length=1)

    @property
    def is_english(self) -> bool:
        """Whether what knows only English, such as reading grades, can look at it."""
        return self.language.split("-")[0].lower() == ENGLISH


class Verdict(Model):
    """What Coach says to an answer."""

    passed: bool
    words: str
    """One or two sentences for both."""
