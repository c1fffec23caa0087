"""What two people do apart before they compare: mark a thread, choose a way, write an answer."""

from __future__ import annotations

from pydantic import Field

from coach.models.answer import SampleAnswer
from coach.models.base import Model
from coach.models.chat import YOU
from coach.models.message import Audience, Direction, Message


class ReceivedLine(Model):
    """One line of a thread, what Coach marks in it, and why a person may stop here."""

    speaker: str
    text: str
    when: str = ""
    """The day or time at which a new part of the thread begins; empty within a part."""
    categories: tuple[str, ...] = ()
    """What Coach marks in it, such as `red-flag/secrecy`."""
    reason: str = ""
    """Why somebody may stop here, whether or not Coach does."""
    line: int

    @property
    def is_mine(self) -> bool:
        """Whether the child wrote it."""
        return self.speaker == YOU


class Received(Model):
    """A message that came, or a short thread: mark what worries you, then compare with Coach."""

    audience: Audience
    """Who else reads the thread, or who wrote it."""
    is_apart: bool = False
    """Whether each of the two marks before seeing the other's marks."""
    lines: tuple[ReceivedLine, ...] = Field(min_length=1)
    is_judged: bool = True
    """False in a language that Coach has no rules for."""
    line: int

    def message_of(self, line: ReceivedLine) -> Message:
        """Return a line as Coach checks it: the child's own lines are drafts."""
        direction = Direction.DRAFT if line.is_mine else Direction.RECEIVED
        return Message(text=line.text, direction=direction, audience=self.audience)


class DecideWay(Model):
    """One thing to do, and Coach's response."""

    text: str
    answer: str
    line: int


class Decide(Model):
    """Ways to choose from apart; none is the right one."""

    ways: tuple[DecideWay, ...] = Field(min_length=2)
    line: int


class FirstWords(Model):
    """One thing that a grown-up could say first when a child tells something, and what a child makes of it."""

    text: str
    is_best: bool
    answer: str
    line: int


class Tell(Model):
    """A drill: the child says one line as if it were true, and the grown-up practises what to say first."""

    says: str
    """What the child says."""
    ways: tuple[FirstWords, ...] = Field(min_length=2)
    swap: str = ""
    """What the grown-up tells when the two swap; empty if they don't."""
    passes: tuple[SampleAnswer, ...] = ()
    """Words of a grown-up's own after which a child can go on telling."""
    fails: tuple[SampleAnswer, ...] = ()
    """Words after which it may not, or in which something is missing."""
    is_judged: bool = True
    """False in a language that Coach has no rules for."""
    line: int


class Duel(Model):
    """Both write an answer, and each picks the other's best; Coach only looks for harm."""

    start: str = ""
    """The draft that both rewrite; empty if they write something new."""
    category: str = ""
    """What Coach marks in `start`."""
    audience: Audience = Audience.GROUP
    never: tuple[str, ...] = ()
    """Words, or kinds of words, that do harm here, though they would not elsewhere."""
    wants: tuple[str, ...] = ()
    """Kinds of words of which an answer must bring one, where the duel asks for more than a line without harm."""
    passes: tuple[SampleAnswer, ...] = ()
    """Answers in which Coach sees no harm."""
    fails: tuple[SampleAnswer, ...] = ()
    """Answers in which Coach sees harm."""
    is_judged: bool = True
    """False in a language that Coach has no rules for."""
    line: int
