"""A lesson: steps that a parent and a child do together."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from coach.models.answer import SampleAnswer
from coach.models.app_help import Reporting
from coach.models.base import Model
from coach.models.chat import Chat
from coach.models.doors import Doors
from coach.models.family import AgeGroup
from coach.models.message import Audience
from coach.models.together import Decide, Duel, Received, Tell

ENGLISH = "en"
"""The language of a lesson that does not specify one."""


class Reader(StrEnum):
    """Who reads a passage aloud."""

    BOTH = "both"
    CHILD = "child"
    PARENT = "parent"
    TALK = "talk"
    """Both: a question to talk about."""


class StepKind(StrEnum):
    """What a family does in a step."""

    READ = "read"
    TALK = "talk"
    CHOOSE = "choose"
    REWRITE = "rewrite"
    SORT = "sort"
    CHAT = "chat"
    DOORS = "doors"
    PICTURE = "picture"
    SHOW = "show"
    RECEIVED = "received"
    DECIDE = "decide"
    DUEL = "duel"
    PAUSE = "pause"
    TELL = "tell"
    REPORT = "report"
    PROMISE = "promise"


class Passage(Model):
    """Some text and who reads it; paragraphs are separated by an empty line."""

    reader: Reader
    text: str
    line: int
    """Its first line in the file, from 1."""
    age: AgeGroup | None = None
    """The age group it is for; None for all children."""


class Option(Model):
    """One answer to choose, and Coach's response."""

    text: str
    right: bool
    answer: str
    goes_to: str | None = None
    """The slug of the step it leads to; None for the next step."""
    line: int


class Choice(Model):
    """Options to choose from."""

    options: tuple[Option, ...] = Field(min_length=2)

    @property
    def several(self) -> bool:
        """Whether all right options must be found; if any option leads to another step, only one is chosen."""
        leads = any(option.goes_to for option in self.options)
        return not leads and sum(option.right for option in self.options) > 1


class RewriteTask(Model):
    """A draft to rewrite, and what a good answer is made of."""

    start: str
    """The draft to begin with; Coach flags something in it."""
    others: tuple[str, ...] = ()
    """Other drafts of the same idea; the same answers are good for each."""
    audience: Audience = Audience.GROUP
    keep: tuple[str, ...] = ()
    """Words that must be kept to preserve the meaning; `ball or pass` is one of the two."""
    wants: tuple[str, ...] = ()
    """Kinds of words that it must bring; `asks or offers` is one of the two."""
    never: tuple[str, ...] = ()
    """Words, or kinds of words, that must not come."""
    least: int = 3
    """The fewest words."""
    hint: str
    solution: str
    """One way to say it; Coach flags nothing in it."""
    passes: tuple[SampleAnswer, ...] = ()
    """Answers that are left to the family."""
    fails: tuple[SampleAnswer, ...] = ()
    """Answers in which Coach sees something."""
    is_judged: bool = True
    """False in a language that Coach has no rules for."""
    line: int

    @property
    def starts(self) -> tuple[str, ...]:
        """Every draft to begin with; one empty text if there is none."""
        return (self.start, *self.others)


class Sorted(Model):
    """One item to sort."""

    text: str
    boxes: tuple[str, ...] = Field(min_length=1)
    """Every box that is right for it."""
    answer: str
    """Coach's response."""
    line: int


class Sort(Model):
    """Items to sort into boxes, such as what is fine to share with whom."""

    boxes: tuple[str, ...] = Field(min_length=2)
    items: tuple[Sorted, ...] = Field(min_length=1)
    line: int
    grows_careful: bool = False
    """Whether each box is more careful than those before it: more care than a thing needs is never wrong."""

    def is_more_careful(self, item: Sorted, box: str) -> bool:
        """Return whether a box is more careful than any that is right for an item."""
        last_right = max(self.boxes.index(right) for right in item.boxes if right in self.boxes)
        return self.grows_careful and self.boxes.index(box) > last_right


class Show(Model):
    """Something to do on a real phone, as a checklist."""

    phone: str
    """Whose phone or tablet to use."""
    items: tuple[str, ...] = Field(min_length=1)
    line: int


class Picture(Model):
    """A picture drawn in lines of text."""

    lines: tuple[str, ...]
    line: int


class Pause(Model):
    """A moment in which both count together."""

    count: int = Field(default=5, ge=2, le=20)
    line: int


class Promise(Model):
    """What the child and the parent promise each other."""

    child: str
    parent: str
    line: int


QUESTIONS = frozenset(
    {
        StepKind.CHOOSE,
        StepKind.REWRITE,
        StepKind.SORT,
        StepKind.CHAT,
        StepKind.RECEIVED,
        StepKind.DECIDE,
        StepKind.DUEL,
    }
)
"""The kinds of steps that ask something; what is done elsewhere, such as on a phone, is not asked for."""


class Step(Model):
    """One thing to do together."""

    heading: str
    slug: str
    passages: tuple[Passage, ...] = ()
    choice: Choice | None = None
    rewrite: RewriteTask | None = None
    sort: Sort | None = None
    chat: Chat | None = None
    doors: tuple[Doors, ...] = ()
    """Apps whose privacy settings are explored."""
    show: Show | None = None
    received: Received | None = None
    decide: Decide | None = None
    duel: Duel | None = None
    tell: Tell | None = None
    report: Reporting | None = None
    picture: Picture | None = None
    pause: Pause | None = None
    promise: Promise | None = None
    line: int

    @property
    def kind(self) -> StepKind:
        """What a family does in this step."""
        practices = {
            StepKind.REWRITE: self.rewrite,
            StepKind.CHOOSE: self.choice,
            StepKind.SORT: self.sort,
            StepKind.CHAT: self.chat,
            StepKind.DOORS: self.doors,
            StepKind.SHOW: self.show,
            StepKind.RECEIVED: self.received,
            StepKind.DECIDE: self.decide,
            StepKind.DUEL: self.duel,
            StepKind.PAUSE: self.pause,
            StepKind.TELL: self.tell,
            StepKind.REPORT: self.report,
            StepKind.PROMISE: self.promise,
            StepKind.PICTURE: self.picture,
        }
        talks = any(passage.reader is Reader.TALK for passage in self.passages)
        without = StepKind.TALK if talks else StepKind.READ
        return next((kind for kind, practice in practices.items() if practice), without)


class Lesson(Model):
    """One Markdown file of the course."""

    name: str
    """The file name without number and extension: `02-strangers.md` is `strangers`."""
    number: int
    title: str
    goal: str
    minutes: int
    """About how long two people take."""
    language: str = ENGLISH
    """The language it is written in, as a tag such as `de` or `pt-BR`."""
    original: str = ""
    """In a translation: the name of the translated lesson."""
    version: tuple[str, ...] = ()
    """In a translation: the fingerprint of each step of the original at the time of translation, in order."""
    steps: tuple[Step, ...] = Field(min_length=1)
    """As children of 8 to 10 get them."""
    older: tuple[Step, ...] = ()
    """The same steps for children of 11 to 14; empty if they do not differ."""

    def for_age(self, age: AgeGroup | None) -> Lesson:
        """Return the lesson for an age group; a child of unknown age gets the one for younger children."""
        return self.model_copy(update={"steps": self.older}) if self.older and age is AgeGroup.OLDER else self

    @property
    def asks_all(self) -> bool:
        """Whether it is done only once each of its questions was answered; else any of them will do."""
        return False

    @property
    def comes_back(self) -> bool:
        """Whether it is played again in another week, so that the day on which it was finished counts."""
        return False

    @property
    def promised_as(self) -> str:
        """The name of the lesson under which its promise is kept; empty if it offers none."""
        return self.name

    @property
    def is_english(self) -> bool:
        """Whether checks that only work for English, such as reading grades, apply to it."""
        return self.language.split("-")[0].lower() == ENGLISH


class Judgement(Model):
    """Coach's response to a choice or to an item that was sorted."""

    passed: bool
    words: str
    """One or two sentences for both readers."""
