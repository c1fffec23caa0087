"""A conversation as a family walks through it: from mark to mark, and what the whole adds up to."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coach.chats.reading import ChatReading
from coach.models import AgeGroup, Concern, Flag, Weight
from coach.models.thread import Between
from coach.threads.answering import how_answered, is_answer
from coach.threads.conversation import Conversation
from coach.threads.group_turns import Counted
from coach.threads.sent import MAYBE
from coach.threads.words import is_read_in_part, said_of_banter, said_of_group, said_of_reading

if TYPE_CHECKING:
    from spacy.language import Language

    from coach.threads.opened import OpenedChat
    from coach.threads.reader import ReadTurn
    from coach.threads.stage_watch import ShownClimb

BEFORE = 2
"""How many turns before a marked one are shown."""
_GIVEN = frozenset({Concern.OVERSHARING, Concern.GOING_ALONG})
MOST_MARKS = 500
"""How many marks are kept to walk; all are counted."""
ASKS = f"{Concern.RED_FLAG}/asks-personal"
"""The heaviest that may be answered in practice: what an answer gives away is what there is to learn."""
_OWN = "own-words"


@dataclass(frozen=True, slots=True)
class Senders:
    """Who writes in a conversation."""

    names: tuple[str, ...]
    """Whoever wrote most comes first."""
    turns: int = 0
    """How many messages there are."""
    mine: str = ""
    """Whom the file itself names as its owner; empty if it does not."""


@dataclass(frozen=True, slots=True)
class FamilyAnswers:
    """What the family said about a conversation."""

    me: str = ""
    """The child's name in it; empty if they are not sure."""
    between: Between = Between.UNSURE
    """How the child knows the others."""
    age: AgeGroup | None = None
    off: str = ""
    """What the family switched off, as a sentence."""


@dataclass(frozen=True, slots=True)
class MarkedTurn:
    """A turn to look at, and the turns before it."""

    one: ReadTurn
    before: tuple[ReadTurn, ...] = ()
    counted: Counted | None = None
    """What it does in a group, if it hits somebody or joins in."""
    hits_child: bool = False
    """Whether it is the child who is hit."""

    @property
    def said_of_group(self) -> str:
        """Why the walk stops at a turn in which nothing is flagged: a name in `together.toml`."""
        if self.counted is None:
            return "unmarked"
        if self.one.is_mine:
            return "joined-own" if self.counted.joins else "unmarked-own"
        if self.counted.joins:
            return "joined"
        return "unmarked-you" if self.hits_child else "unmarked"

    @property
    def is_quiet(self) -> bool:
        """Whether its words are shown nowhere."""
        return any(flag.is_quiet for flag in self.one.flags)

    @property
    def is_unmarked(self) -> bool:
        """Whether nothing in it is flagged: what is around it shows that it hits somebody, or joins in."""
        return not self.one.flags

    @property
    def is_stop(self) -> bool:
        """Whether the advice on it is to write no answer."""
        return any(flag.weight is Weight.STOP and flag.concern is not Concern.CARE for flag in self.one.flags)

    @property
    def need_not_be_answered(self) -> bool:
        """Whether the advice on it is to write no answer."""
        return self.is_stop or any(flag.no_answer for flag in self.one.flags)

    @property
    def can_be_answered(self) -> bool:
        """Whether an answer may be practised: somebody else wrote it, it is shown, and it is not too heavy.

        Of what comes with a stop, only personal questions may be: never blackmail, pictures, secrets or meeting.
        """
        if self.is_quiet or self.one.is_mine or not self.one.turn.text:
            return False
        return not self.is_stop or all(flag.category == ASKS for flag in self.one.flags)

    @property
    def question(self) -> ReadTurn | None:
        """The turn before, if it asked for what the child's own words give away; None for any other mark."""
        last = self.before[-1] if self.before else None
        if not (self.one.is_mine and last) or last.is_mine:
            return None
        gives = [flag for flag in self.one.flags if flag.concern in _GIVEN]
        asks = any(flag.concern is Concern.RED_FLAG for flag in last.flags)
        return last if gives and (asks or any(map(is_answer, gives))) else None

    @property
    def comes_last(self) -> bool:
        """Whether it is looked at behind what others wrote: the child's own words, unless they answer a question."""
        return self.said_of_own == _OWN

    @property
    def said_of_own(self) -> str:
        """Why the walk stops at the child's own words: a name in `together.toml`; empty where somebody else wrote."""
        if not self.one.is_mine or self.is_quiet:
            return ""
        if not self.question:
            return _OWN
        given = [flag for flag in self.one.flags if flag.concern in _GIVEN]
        is_fact = any(flag.concern is Concern.OVERSHARING and how_answered(flag) != MAYBE for flag in given)
        return "own-answer" if is_fact else "own-maybe"


@dataclass(frozen=True, slots=True)
class ChatWalk:
    """What a family walks through."""

    said_of_reading: str
    """How much was read, and what was not."""
    marks: tuple[MarkedTurn, ...] = ()
    """At most `MOST_MARKS`, in order; what the child wrote, unless it answers a question, comes last."""
    flagged: int = 0
    """How many turns there are to look at: with flags, or counted in what happened in a group."""
    alarms: tuple[ShownClimb, ...] = ()
    """Who climbed the staircase so far that it is an alarm."""
    together: tuple[str, ...] = ()
    """What happened in a group, and since when a friend hurts."""
    banter: str = ""
    """What is said of two who tease each other both ways, where nothing heavier was found."""
    flags: tuple[Flag, ...] = ()
    """One of each rule."""
    others: tuple[str, ...] = ()
    """Files beside it that no reader knows."""
    knows_child: bool = True
    between: Between = Between.UNSURE
    is_read_in_part: bool = False
    """Whether there is more in it than Coach could read."""
    is_file: bool = False
    """Whether it was read from a file, which stays."""

    def may_answer(self, mark: MarkedTurn) -> bool:
        """Return whether an answer to this mark may be practised: to a stop, only before an alarm about its sender."""
        wrote = mark.one.turn.chat, mark.one.turn.sender
        alarm = next((one.alarm for one in self.alarms if (one.chat, one.sender) == wrote), None)
        return mark.can_be_answered and not (mark.is_stop and alarm is not None and mark.one.number >= alarm)

    def needs_no_answer(self, mark: MarkedTurn) -> bool:
        """Return whether no answer is practised because none is the best: what somebody else wrote weighs too much."""
        return mark.is_stop and not mark.one.is_mine and not mark.is_quiet and not self.may_answer(mark)

    @property
    def is_of_both(self) -> bool:
        """Whether there are marks on what others wrote, and behind them on the child's own words."""
        return {mark.comes_last for mark in self.marks} == {True, False}

    @property
    def farewell(self) -> tuple[str, ...]:
        """The names of what is said of the chat at the end."""
        return ("left", "file-stays") if self.is_file else ("left",)

    @property
    def calm(self) -> str:
        """What is said where nothing was found: a name in `together.toml`."""
        return "nothing-in-part" if self.is_read_in_part else "nothing"

    @property
    def is_calm(self) -> bool:
        """Whether there is nothing to look at again."""
        return not (self.marks or self.alarms or self.together)


@dataclass(slots=True)
class _Kept:
    """What is kept while the turns go by."""

    marks: list[MarkedTurn] = field(default_factory=list)
    flagged: int = 0
    flags: dict[str, Flag] = field(default_factory=dict)
    _last: dict[str, deque[ReadTurn]] = field(default_factory=dict)

    def see(self, one: ReadTurn, counted: Counted | None, *, hits_child: bool) -> None:
        last = self._last.setdefault(one.turn.chat, deque(maxlen=BEFORE))
        if one.flags or counted:
            self.flagged += 1
            for flag in one.flags:
                self.flags.setdefault(flag.rule, flag)
            if len(self.marks) < MOST_MARKS:
                self.marks.append(MarkedTurn(one, tuple(last), counted, hits_child))
        last.append(one)


def senders_of(opened: OpenedChat, reading: ChatReading) -> Senders:
    """Return who writes, after one pass over the turns.

    Raises:
        InputError: they cannot be read, or the order of their dates is unclear.
        Stopped: nobody waits any more.
    """
    found, mine = Counter[str](), ""
    for turn in reading.watched(opened.turns):
        found[turn.sender] += 1
        mine = mine or (turn.sender if turn.is_mine else "")
    return Senders(tuple(name for name, _ in found.most_common() if name), found.total(), mine)


def walk_through(nlp: Language, opened: OpenedChat, reading: ChatReading, answers: FamilyAnswers) -> ChatWalk:
    """Read a conversation and return what to look at.

    Raises:
        InputError: it cannot be read.
        Stopped: nobody waits any more.
    """
    conversation = Conversation(nlp, lambda: reading.watched(opened.turns), answers.me, answers.between, answers.age)
    kept = _Kept()
    counted: Mapping[int, Counted] | None = None
    for one in conversation.looked_at():
        counted = conversation.counted() if counted is None else counted  # known once all was read
        does = counted.get(one.number)
        kept.see(one, does, hits_child=bool(does and does.whom in conversation.facts[one.turn.chat].mine))
    facts = conversation.facts.values()
    return ChatWalk(
        said_of_reading=f"{said_of_reading(opened, facts)}. {answers.off}".rstrip(),
        marks=tuple(sorted(kept.marks, key=lambda mark: mark.comes_last)),
        flagged=kept.flagged,
        alarms=tuple(one for one in conversation.watch.climbs() if one.alarm is not None),
        together=tuple(said_of_group(conversation.watch, facts)),
        banter=said_of_banter(opened, conversation),
        flags=tuple(kept.flags.values()),
        others=opened.others,
        knows_child=all(chat.mine for chat in facts),
        between=answers.between,
        is_read_in_part=is_read_in_part(opened, facts),
        is_file=opened.is_file,
    )
