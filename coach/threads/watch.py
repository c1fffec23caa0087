"""What the turns of a conversation add up to: stages, who is hit in a group, and since when a friend hurts."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from coach.engine import Recall
from coach.models import Concern, Flag, Weight
from coach.models.thread import Between
from coach.threads.ask_at_home import ask_at_home
from coach.threads.group_turns import GroupStory, GroupTurn
from coach.threads.group_words import GroupWords, group_words
from coach.threads.groups import FEWEST, Answered, HurtingSince, answered, hurting_since, read_group
from coach.threads.reader import ReadTurn
from coach.threads.stage_watch import ShownClimb, ShownStep, StageWatch
from coach.threads.survey import ChatFacts

if TYPE_CHECKING:
    from spacy.language import Language

_BEFORE, _BEHIND = 10, 8
"""How many turns before and behind one that is flagged or objects are kept to see what happened around it."""
_NO_JOKE = frozenset({Concern.RED_FLAG, Concern.CARE})
"""What is answered by a no to a stranger, or by kindness to somebody who hurts."""


class Watch:
    """Sees every turn once, and keeps only what it may need again."""

    def __init__(self, nlp: Language, between: Between | None, recall: Recall | None = None) -> None:
        self._nlp = nlp
        self._stages = StageWatch(nlp, between, recall)
        self._words = group_words(nlp)
        self._near = defaultdict[str, _Near](_Near)
        self._at_home = ask_at_home(nlp)
        self._asked = dict[str, tuple[str, tuple[Flag, ...]]]()
        """By conversation, the latest turn of somebody else with a red flag that the child has not answered yet."""
        self._safe = dict[str, tuple[list[int], list[int]]]()
        """By conversation, the turns in which the child will ask at home, and those in which it says no."""
        self._stories = dict[str, tuple[int, GroupStory]]()
        """What happened in each group, as read last, and in how many turns."""

    @property
    def signs(self) -> StageWatch:
        """What a survey asks about turns."""
        return self._stages

    def see(self, one: ReadTurn) -> None:
        """Take note of a turn."""
        turn = GroupTurn(one.turn.sender, one.turn.text, one.flags, one.is_to_you)
        self._near[one.turn.chat].see(one.number, turn, self._words)
        self._see_answer(one)
        if one.turn.text:
            self._stages.see(one)

    def _see_answer(self, one: ReadTurn) -> None:
        """Note where the child answers a red flag in the safest way."""
        chat, text = one.turn.chat, one.turn.text
        if not one.is_mine:
            red = tuple(flag for flag in one.flags if flag.concern is Concern.RED_FLAG and flag.weight is Weight.STOP)
            if red:
                self._asked[chat] = text, red
        elif text and (asked := self._asked.pop(chat, None)) and not one.flags:
            asks, refuses = self._safe.setdefault(chat, ([], []))
            if self._at_home.asks(text):
                asks.append(one.number)
            elif self._at_home.refuses(text, *asked):
                refuses.append(one.number)

    def safe_answers(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Return the turns in which the child answered a red flag by asking at home, and by a plain no."""
        asks, refuses = zip(*self._safe.values(), strict=True) if self._safe else ((), ())
        return tuple(chain.from_iterable(asks)), tuple(chain.from_iterable(refuses))

    def climbs(self) -> Iterator[ShownClimb]:
        """Yield what each sender has shown, in the order of their first turns."""
        return self._stages.climbs()

    def marks(self) -> dict[int, list[ShownStep]]:
        """Return what a family stops at because of an alarm, by the number of the turn."""
        found = defaultdict[int, list[ShownStep]](list)
        for climb in self.climbs():
            for step in climb.marks:
                found[step.turn].append(step)
        return dict(found)

    def groups(self, facts: Iterable[ChatFacts]) -> Iterator[GroupStory]:
        """Yield what happened in each group: who is hit by whom, who joined in, who stood up for somebody."""
        for chat in facts:
            near = self._near[chat.name]
            if chat.is_group and near.turns:
                yield self._story(chat, near)

    def _story(self, chat: ChatFacts, near: _Near) -> GroupStory:
        """Read what happened in a group once for as many turns as were seen."""
        count, story = self._stories.get(chat.name, (0, GroupStory()))
        if count != len(near.turns):
            story = near.numbered(read_group(self._nlp, near.turns, chat.turns, chat.mine))
            self._stories[chat.name] = len(near.turns), story
        return story

    def answered(self) -> Iterator[Answered]:
        """Yield the answers that say that the turn before was no joke."""
        for name, near in self._near.items():
            for one in answered(self._nlp, near.turns, near.hits_in(self._stories.get(name, (0, GroupStory()))[1])):
                if any(flag.concern in _NO_JOKE for flag in near.turns[one.to].flags):
                    continue
                yield replace(one, turn=near.numbers[one.turn], to=near.numbers[one.to])

    def hurting(self) -> Iterator[tuple[str, HurtingSince]]:
        """Yield who has been hurting, and since which turn."""
        for near in self._near.values():
            for name, since in hurting_since(near.turns).items():
                yield name, HurtingSince(near.numbers[since.first], since.turns)


class _Near:
    """The turns near those that are flagged or object, with their numbers."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.turns: list[GroupTurn] = []
        self._before = deque[tuple[int, GroupTurn]](maxlen=_BEFORE)
        self._left = 0
        """How many of the next turns are kept."""
        self._senders = set[str]()
        self._mocked: int | None = None
        """The last turn in which somebody laughed."""

    def see(self, number: int, turn: GroupTurn, words: GroupWords) -> None:
        """Keep a turn and those around it, or hold it in case the next ones are kept."""
        self._before.append((number, turn))
        if turn.flags or self._shows(number, turn, words):
            self._left = _BEHIND + 1
        if not self._left:
            return
        self._left -= 1
        for at, each in self._before:
            self.numbers.append(at)
            self.turns.append(each)
        self._before.clear()

    def _shows(self, number: int, turn: GroupTurn, words: GroupWords) -> bool:
        """Return whether a turn of a group may show that one before it was unkind."""
        was_group = len(self._senders) >= FEWEST
        self._senders.add(turn.sender)
        if len(self._senders) < FEWEST:
            return False
        heard = words.heard(turn.text)
        asks = heard.has("asks-in")
        for at, each in () if was_group else tuple(self._before)[:-1]:
            asks = asks or words.heard(each.text).has("asks-in")
            if words.heard(each.text).mocks:
                self._mocked = at
        if heard.mocks:
            self._mocked = number
        is_mocked = self._mocked is not None and number - self._mocked <= _BEHIND
        return heard.objects or asks or (is_mocked and heard.may_defend)

    def hits_in(self, group: GroupStory) -> dict[int, set[str]]:
        """Return which of the turns that are kept hit somebody in a group with numbers, and whom."""
        places = {number: at for at, number in enumerate(self.numbers)}
        found = defaultdict[int, set[str]](set)
        for whom, by in group.hit_by.items():
            for number in chain.from_iterable(by.values()):
                found[places[number]].add(whom)
        return found

    def numbered(self, group: GroupStory) -> GroupStory:
        """Return a group with the numbers of turns in the whole conversation."""
        hit_by = {
            whom: {by: tuple(self.numbers[at] for at in turns) for by, turns in each.items()}
            for whom, each in group.hit_by.items()
        }
        joined, stood_up = (
            {name: self.numbers[at] for name, at in each.items()} for each in (group.joined, group.stood_up)
        )
        kindness = tuple(replace(one, turn=self.numbers[one.turn]) for one in group.kindness)
        unnamed = {name: tuple(self.numbers[at] for at in turns) for name, turns in group.unnamed.items()}
        fun = frozenset(self.numbers[at] for at in group.fun)
        return GroupStory(hit_by, joined, stood_up, kindness, unnamed, fun)
