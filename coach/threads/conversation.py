"""A whole conversation: read twice, turn by turn, and what its turns add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from coach.engine import Adviser, Recall
from coach.models import AgeGroup, Audience, Concern, Flag, FlagSource, Report, Weight
from coach.models.thread import Between, Turn
from coach.threads.banter import without_teasing
from coach.threads.group_turns import Counted
from coach.threads.group_words import group_words
from coach.threads.reader import ReadTurn, ThreadReader
from coach.threads.sent import with_sorry
from coach.threads.stage_marks import one_list, with_stages
from coach.threads.survey import ChatFacts, survey
from coach.threads.watch import Watch

if TYPE_CHECKING:
    from spacy.language import Language

_ASKS = f"{Concern.RED_FLAG}/asks-personal"
_WANTS = 2
"""From how much on somebody sounds like one known only online. Of 150 invented ordinary conversations, 4 reach it."""


class Conversation:
    """Turns that can be read more than once, and how they are looked at."""

    def __init__(
        self,
        nlp: Language,
        turns: Callable[[], Iterable[Turn]],
        me: str = "",
        between: Between | None = None,
        age: AgeGroup | None = None,
    ) -> None:
        """Prepare to read.

        Args:
            nlp: the pipeline.
            turns: gives all turns anew, each conversation oldest first.
            me: how the child is called there; empty if nobody said.
            between: how the child knows the others, if the family said so.
            age: of the child, if known.
        """
        self._nlp = nlp
        self._turns = turns
        self._me = me
        self.between = between
        self._age = age
        self._recall = Recall()
        self.watch = Watch(nlp, between, self._recall)
        self._wanting = Counter[tuple[str, str]]()
        """How many turns of each sender of a conversation want what somebody known only online wants."""
        self._sorry = dict[str, int]()
        """By conversation, the last turn in which the child says sorry."""
        self._has_flags = False
        self._is_serious = False
        """Whether anything but light teasing was found so far."""

    @cached_property
    def facts(self) -> Mapping[str, ChatFacts]:
        """Each conversation, by its name, after a first pass.

        Raises:
            InputError: nobody is called `me`, or more than one; or the file cannot be read.
        """
        return survey(self._turns(), self._me, self.watch.signs, group_words(self._nlp))

    def read(self) -> Iterator[ReadTurn]:
        """Yield every turn with its report, and watch what they add up to.

        Raises:
            InputError: as `facts`.
        """
        reader = ThreadReader(self._nlp, self.between, self._age, self._recall)
        for one in reader.read(self._turns(), self.facts):
            self._has_flags = self._has_flags or bool(one.flags)
            self._is_serious = self._is_serious or not all(map(_is_light, one.flags))
            self.watch.see(one)
            if one.is_mine and group_words(self._nlp).heard(one.turn.text).regrets:
                self._sorry[one.turn.chat] = one.number
            self._wanting[one.turn.chat, one.turn.sender] += (
                0 if one.is_mine else max(map(_wants, one.flags), default=0)
            )
            yield one

    def looked_at(self) -> Iterator[ReadTurn]:
        """Read all turns, then yield each again: an alarm also marks the turns that show its stages.

        Raises:
            InputError: as `facts`.
        """
        found = {one.number: one for one in self.read() if one.flags}
        marks, adviser, fun = self.watch.marks(), Adviser(self._nlp), self._in_fun()
        self._has_flags = False
        for number, turn in enumerate(self._turns()):
            one = found.get(number) or self._unflagged(number, turn)
            report = without_teasing(one.report) if number in fun else one.report
            report = with_stages(report, marks.get(number, ()), adviser, self._age)
            flags = one_list(map(with_sorry, report.flags) if self._is_forgiven(one) else report.flags)
            self._has_flags = self._has_flags or bool(flags)
            yield replace(one, report=report.model_copy(update={"flags": flags})) if one.flags or flags else one

    def _is_forgiven(self, one: ReadTurn) -> bool:
        """Return whether the child says sorry to people it knows, behind a turn of its own."""
        knows = one.report.message.audience in {Audience.FRIEND, Audience.GROUP}
        return one.is_mine and knows and one.number < self._sorry.get(one.turn.chat, 0)

    def _in_fun(self) -> frozenset[int]:
        """Return the turns of groups of friends or family with teasing that its target takes for fun."""
        if self.between not in {Between.FAMILY, Between.FRIENDS}:
            return frozenset()
        return frozenset(at for group in self.watch.groups(self.facts.values()) for at in group.fun)

    def _unflagged(self, number: int, turn: Turn) -> ReadTurn:
        facts = self.facts[turn.chat]
        return ReadTurn(number, turn, turn.sender in facts.mine, Report(message=facts.message(turn, self.between)))

    def counted(self) -> Mapping[int, Counted]:
        """Return the turns that hit somebody in a group or join in, by their numbers, as far as the turns were read."""
        found = dict[int, Counted]()
        for group in self.watch.groups(self.facts.values()):
            only = next(iter(group.hit_by)) if len(group.hit_by) == 1 else ""
            found |= {at: Counted(only, joins=True) for at in group.joined.values()}
            hits = ((whom, at) for whom, by in group.hit_by.items() for at in chain.from_iterable(by.values()))
            found |= {at: Counted(whom) for whom, at in hits}
        return found

    @property
    def is_flagged(self) -> bool:
        """Whether anything was found in the turns read so far, or in what they add up to."""
        return self._has_flags or self._has_alarm or self._has_hits

    @property
    def may_be_online(self) -> bool:
        """Whether the turns read so far sound like somebody known only online, where nobody said it."""
        if self.between:
            return False
        friends = {name for name, chat in self.facts.items() if chat.audience(None) is not Audience.STRANGER}
        return any(chat in friends and count >= _WANTS for (chat, _), count in self._wanting.items())

    @property
    def is_banter(self) -> bool:
        """Whether two who know each other tease both ways, and nothing heavier was found in the turns read so far."""
        chats = self.facts.values()
        is_friendly = all(chat.is_banter and chat.audience(self.between) is Audience.FRIEND for chat in chats)
        return bool(chats) and is_friendly and not (self._is_serious or self._has_alarm)

    @property
    def _has_hits(self) -> bool:
        """Whether somebody in a group was hit, also where only the answers show it."""
        return any(group.hit_by for group in self.watch.groups(self.facts.values()))

    @property
    def _has_alarm(self) -> bool:
        return any(climb.alarm is not None for climb in self.watch.climbs())


def _wants(flag: Flag) -> int:
    """Return how much it sounds like somebody known only online: twice as much where a child is asked who they are."""
    if flag.concern is not Concern.RED_FLAG or flag.source is FlagSource.SECOND_READER:
        return 0
    return _WANTS if flag.category == _ASKS else 1


def _is_light(flag: Flag) -> bool:
    return flag.concern is Concern.UNKIND and flag.weight is Weight.NOTICE
