"""What the turns of a conversation add up to: stages, who is hit in a group, and since when a friend hurts."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language

from coach.models.stage import Acquaintance, AcquaintanceSign, Stage, StageSign
from coach.models.thread import Between
from coach.stages import Climb, StageReader, climb
from coach.threads.groups import Answered, Group, GroupTurn, HurtingSince, answered, hurting_since, read_group
from coach.threads.reader import ReadTurn
from coach.threads.survey import ChatFacts

_BEFORE, _BEHIND = 3, 8
"""How many turns before and behind a flagged one are kept to see what happened around it."""


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A stage, with the turn and the words that show it first."""

    stage: Stage
    turn: int
    phrase: str


@dataclass(frozen=True, slots=True)
class ShownClimb:
    """What one sender has shown in one conversation, stage by stage."""

    chat: str
    sender: str
    steps: tuple[ShownStep, ...]
    """In the order of time, each stage once."""
    alarm: int | None
    """The turn from which on the stages are an alarm; None if they are none."""


class Watch:
    """Sees every turn once, and keeps only what it may need again."""

    def __init__(self, nlp: Language, between: Between | None) -> None:
        self._nlp = nlp
        self._between = between
        self._stages = StageReader(nlp)
        self._heavy = {stage.id for stage in self._stages.stages if stage.is_heavy}
        self._signs = defaultdict[str, list[tuple[int, str, StageSign]]](list)
        self._known = defaultdict[str, list[tuple[int, str, AcquaintanceSign]]](list)
        self._phrases = dict[tuple[int, str], str]()
        """By turn and stage, the words that show it."""
        self._near = defaultdict[str, _Near](_Near)

    def shows_online(self, text: str) -> bool:
        """Return whether a text shows a heavy stage, or that the two know each other only online."""
        if any(sign.stage in self._heavy for sign in self._stages.signs(text)):
            return True
        return any(sign.kind is Acquaintance.ONLINE for sign in self._stages.known(text))

    def see(self, one: ReadTurn) -> None:
        """Take note of a turn."""
        chat, sender, text = one.turn.chat, one.turn.sender, one.turn.text
        self._near[chat].see(one.number, GroupTurn(sender, text, one.flags))
        if one.is_mine:
            return
        for sign in self._stages.signs(text, one.flags):
            self._signs[chat].append((one.number, sender, sign))
            self._phrases.setdefault((one.number, sign.stage), text[sign.start : sign.end])
        self._known[chat].extend((one.number, sender, sign) for sign in self._stages.known(text))

    def climbs(self) -> Iterator[ShownClimb]:
        """Yield what each sender has shown, in the order of their first step."""
        for chat, signs in self._signs.items():
            for one in climb(signs, self._known[chat], self._between, self._stages.stages).climbs:
                yield ShownClimb(chat, one.sender, self._shown(one), one.alarm)

    def _shown(self, one: Climb) -> tuple[ShownStep, ...]:
        return tuple(ShownStep(step.stage, step.turn, self._phrases[step.turn, step.stage.id]) for step in one.steps)

    def groups(self, facts: Iterable[ChatFacts]) -> Iterator[Group]:
        """Yield what happened in each group: who is hit by whom, who joined in, who stood up for somebody."""
        for chat in facts:
            near = self._near[chat.name]
            if chat.is_group and near.turns:
                yield near.numbered(read_group(self._nlp, near.turns))

    def answered(self) -> Iterator[Answered]:
        """Yield the answers that say that the turn before was no joke."""
        for near in self._near.values():
            for one in answered(self._nlp, near.turns):
                yield Answered(near.numbers[one.turn], near.numbers[one.to], one.words)

    def hurting(self) -> Iterator[tuple[str, HurtingSince]]:
        """Yield who has been hurting, and since which turn."""
        for near in self._near.values():
            for name, since in hurting_since(near.turns).items():
                yield name, HurtingSince(near.numbers[since.first], since.turns)


class _Near:
    """The turns near flagged ones, with their numbers."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.turns: list[GroupTurn] = []
        self._before = deque[tuple[int, GroupTurn]](maxlen=_BEFORE)
        self._left = 0
        """How many of the next turns are kept."""

    def see(self, number: int, turn: GroupTurn) -> None:
        """Keep a turn, or hold it in case the next ones are flagged."""
        self._before.append((number, turn))
        if turn.flags:
            self._left = _BEHIND + 1
        if not self._left:
            return
        self._left -= 1
        for at, each in self._before:
            self.numbers.append(at)
            self.turns.append(each)
        self._before.clear()

    def numbered(self, group: Group) -> Group:
        """Return a group with the numbers of turns in the whole conversation."""
        hit_by = {
            whom: {by: tuple(self.numbers[at] for at in turns) for by, turns in each.items()}
            for whom, each in group.hit_by.items()
        }
        joined, stood_up = (
            {name: self.numbers[at] for name, at in each.items()} for each in (group.joined, group.stood_up)
        )
        return Group(hit_by, joined, stood_up)
