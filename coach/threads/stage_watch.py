"""Sees the stages in the turns of others: by phrases and flags, and by what the second reader makes of each turn."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coach.engine import Recall, check
from coach.engine.recall import LONGEST_RECALLED, MOST_RECALLED
from coach.engine.text.bounded_cache import BoundedCache, Weakly
from coach.engine.viewer import Viewer
from coach.models import Audience, Direction, Message
from coach.models.category import FRIEND_HURTING
from coach.models.stage import MEETING, Acquaintance, AcquaintanceSign, SignStrength, Stage, StageSign
from coach.models.thread import Between
from coach.stages import Climb, StageReader, climb
from coach.stages.head import LATEST, StageHead, StageSum, read_head
from coach.threads.reader import ReadTurn
from coach.threads.strangers import Shown
from coach.visible import clipped

if TYPE_CHECKING:
    from spacy.language import Language

_LIKELY = 0.5
"""From which share on a turn shows a stage."""
_POSSIBLE = 0.15
"""The same, once the whole is an alarm: the best turn of each stage is named."""
_FEWEST = 2
"""Stages of an alarm."""
_QUOTED = 120
"""The most characters of a turn that is quoted whole."""
_NOTHING = (0.0, 0, "")
"""A share, a turn and its text, before any turn was viewed."""


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A stage, with the turn and the words that show it."""

    stage: Stage
    turn: int
    """From 0, in the order of the conversation."""
    phrase: str
    start: int = 0
    """The first character of these words in the turn."""
    end: int = 0
    """The character after the last."""
    categories: frozenset[str] = frozenset()
    """Of the flags of that turn."""

    @property
    def title(self) -> str:
        """What it shows, as near as the flags say: `A meeting`."""
        return self.stage.title_of(self.categories)

    @property
    def place(self) -> int:
        """The number of the turn from 1, as people count messages."""
        return self.turn + 1


@dataclass(frozen=True, slots=True)
class ShownClimb:
    """What one sender has shown in one conversation, stage by stage."""

    chat: str
    sender: str
    steps: tuple[ShownStep, ...]
    """In the order of time, each stage once."""
    alarm: int | None
    """The turn from which on the stages are an alarm; None if they are none."""
    is_mine: bool = False
    """Whether the family said that this is the child: then perhaps it is not."""
    marks: tuple[ShownStep, ...] = ()
    """What a family stops at, if it is an alarm: these steps, and every further turn that shows secrecy or worse."""


@dataclass(slots=True)
class _Seen:
    """What one sender has shown so far."""

    signs: list[tuple[int, str, StageSign]] = field(default_factory=list)
    known: list[tuple[int, str, AcquaintanceSign]] = field(default_factory=list)
    phrases: dict[tuple[int, str], str] = field(default_factory=dict)
    """By turn and stage, the words that show it."""
    clear: set[tuple[int, str]] = field(default_factory=set)
    """Turns and stages that words or flags show by more than common words."""
    categories: dict[int, frozenset[str]] = field(default_factory=dict)
    """By turn, the categories of its flags, if it has any."""
    total: StageSum = field(default_factory=StageSum)
    passed: dict[bool, int] = field(default_factory=dict)
    """The turn in which the sum became an alarm, for senders who are known (True) and others."""
    supported: int | None = None
    """The turn from which on the sum supports what phrases say."""
    is_mine: bool = False
    unviewed: deque[ReadTurn] = field(default_factory=lambda: deque(maxlen=LATEST))
    """The latest turns of the child. The second reader views those near one whose words show a heavy stage; viewing all
    would double the time."""
    closely: int = 0
    """How many more turns of the child are viewed."""
    likeliest: dict[str, tuple[float, int, str]] = field(default_factory=dict)
    """By stage, the highest share, and the turn and its text."""
    closest: dict[str, tuple[float, int, str]] = field(default_factory=dict)
    """The same, of turns that show no other stage more clearly."""

    def step(self, stage: Stage, turn: int, phrase: str, start: int = 0, end: int = 0) -> ShownStep:
        """Return a stage as a turn shows it; without a place, the whole turn does."""
        return ShownStep(stage, turn, phrase, start, end, self.categories.get(turn, frozenset()))


class StageWatch:
    """Sees every turn once; those of the child too, in case somebody else was taken for it."""

    def __init__(self, nlp: Language, between: Between | None, recall: Recall | None = None) -> None:
        self._nlp = nlp
        self._recall = recall
        self._between = between
        self._stages = StageReader(nlp)
        self._by_id = {stage.id: stage for stage in self._stages.stages}
        self._first_heavy = min(stage.order for stage in self._stages.stages if stage.is_heavy)
        self._viewer = Viewer(nlp)
        self._head: StageHead | None = None
        self._shares = BoundedCache(Weakly(self._viewed), MOST_RECALLED, LONGEST_RECALLED)
        self._seen = defaultdict[tuple[str, str], _Seen](_Seen)

    def shown(self, text: str) -> Shown:
        """Return what a survey wants to know of a text.

        A meeting at a place of every day, such as an office before registration, shows nobody known only online.
        """
        kinds = frozenset(sign.kind for sign in self._stages.known(text))
        stages = {sign.stage: int(sign.strength) for sign in self._stages.signs(text)}
        if Acquaintance.IN_PERSON in kinds:
            stages.pop(MEETING, None)
        return Shown(stages, any(self._by_id[stage].is_heavy for stage in stages), kinds)

    def discloses(self, text: str) -> bool:
        """Return whether somebody says in a text that they hurt or are not safe."""
        message = Message(text=text, direction=Direction.RECEIVED, audience=Audience.FRIEND)
        return any(flag.category == FRIEND_HURTING for flag in check(self._nlp, message, self._recall).flags)

    def see(self, one: ReadTurn) -> None:
        """Take note of a turn."""
        sender, text = one.turn.sender, one.turn.text
        seen = self._seen[one.turn.chat, sender]
        seen.is_mine = one.is_mine
        if one.flags:
            seen.categories[one.number] = frozenset(flag.category for flag in one.flags)
        for sign in self._stages.signs(text, one.flags):
            self._note(seen, one, sign, text[sign.start : sign.end])
            seen.closely = LATEST if self._by_id[sign.stage].is_heavy else seen.closely
        seen.known.extend((one.number, sender, sign) for sign in self._stages.known(text))
        seen.unviewed.append(one)
        if seen.closely or not one.is_mine:
            seen.closely = max(seen.closely - 1, 0)
            while seen.unviewed:
                self._view(seen, seen.unviewed.popleft())

    def _view(self, seen: _Seen, one: ReadTurn) -> None:
        """Add what the second reader makes of a turn."""
        text = one.turn.text
        shares = self._shares[text]
        if shares is None or self._head is None:
            return
        quoted = clipped(text, _QUOTED)
        is_clear = any((one.number, stage) in seen.clear for stage in shares)
        harmless = self._stages.harmless(text)
        for stage, share in shares.items():
            if stage in harmless:
                continue
            found = share, one.number, quoted
            seen.likeliest[stage] = max(seen.likeliest.get(stage, _NOTHING), found)
            if not is_clear and share == max(shares.values()):
                seen.closest[stage] = max(seen.closest.get(stage, _NOTHING), found)
            if share >= _LIKELY:
                self._note(seen, one, StageSign(stage, 0, len(text)), quoted)
        total = seen.total.add(shares)
        if seen.supported is None and total > self._head.support:
            seen.supported = one.number
        for is_known, least in ((True, self._head.alarm_known), (False, self._head.alarm)):
            if total > least:
                seen.passed.setdefault(is_known, one.number)

    def _viewed(self, text: str) -> Mapping[str, float] | None:
        """Return how likely a text shows each stage; None where the second reader has nothing to say."""
        view = self._viewer.view(Message(text=text, direction=Direction.RECEIVED, audience=Audience.STRANGER))
        if view is None:
            return None
        self._head = self._head or read_head()
        return self._head.shares(view)

    def _note(self, seen: _Seen, one: ReadTurn, sign: StageSign, phrase: str) -> None:
        place = one.number, sign.stage
        if sign.is_marked or sign.strength > SignStrength.COMMON:
            seen.clear.add(place)
        if seen.phrases.setdefault(place, phrase) is phrase:
            seen.signs.append((one.number, one.turn.sender, sign))

    def climbs(self) -> Iterator[ShownClimb]:
        """Yield what each sender has shown, in the order of their first turns; the child only if nobody else climbs."""
        found = list(self._all())
        climbing = {one.chat for one in found if one.alarm is not None and not one.is_mine}
        yield from (one for one in found if not one.is_mine or (one.alarm is not None and one.chat not in climbing))

    def _all(self) -> Iterator[ShownClimb]:
        for (chat, sender), seen in self._seen.items():
            between = Between.UNSURE if seen.is_mine else self._between
            found = climb(seen.signs, seen.known, between, self._stages.stages).climbs
            if found or seen.passed:
                yield self._shown(chat, sender, seen, found[0] if found else None)

    def _by_phrases(self, seen: _Seen, found: Climb | None) -> int | None:
        """Return the turn in which phrases are an alarm; most need the second reader, where it reads, beside them."""
        if found is None:
            return None
        turns = [found.certain, found.alarm if self._head is None else self._supported(seen, found)]
        return min((turn for turn in turns if turn is not None), default=None)

    @staticmethod
    def _supported(seen: _Seen, found: Climb) -> int | None:
        """Return from which turn on an alarm by phrases is supported; None if it never is."""
        supported = min((turn for turn in (seen.supported, found.marked) if turn is not None), default=None)
        return None if supported is None or found.alarm is None else max(found.alarm, supported)

    def _shown(self, chat: str, sender: str, seen: _Seen, found: Climb | None) -> ShownClimb:
        is_known = found.is_known if found else self._between in {Between.FAMILY, Between.FRIENDS}
        is_known = is_known and not seen.is_mine
        steps = {step.stage.id: self._step(seen, step.turn, step.sign) for step in (found.steps if found else ())}
        alarms = [self._by_phrases(seen, found), seen.passed.get(is_known)]
        alarm = min((turn for turn in alarms if turn is not None), default=None)
        if alarm is not None:
            steps = self._with_likely(seen, steps)
            if len(steps) < _FEWEST or not any(step.stage.is_heavy for step in steps.values()):
                alarm = None
        shown = tuple(sorted(steps.values(), key=lambda step: step.turn))
        marks = () if alarm is None or seen.is_mine else self._marks(seen, shown)
        return ShownClimb(chat, sender, shown, alarm, seen.is_mine, marks)

    def _step(self, seen: _Seen, turn: int, sign: StageSign) -> ShownStep:
        return seen.step(self._by_id[sign.stage], turn, seen.phrases[turn, sign.stage], sign.start, sign.end)

    def _with_likely(self, seen: _Seen, steps: Mapping[str, ShownStep]) -> dict[str, ShownStep]:
        """Return the steps of an alarm with what the second reader takes for further stages.

        A turn is named for the stage that it shows most clearly. Where that leaves fewer than an alarm has, or no
        heavy one, the likeliest turn is named for the missing stage.
        """
        found = dict(steps)
        for stages in (seen.closest, seen.likeliest):
            for stage, (share, turn, text) in sorted(stages.items(), key=lambda one: -one[1][0]):
                is_missing = len(found) < _FEWEST or not any(step.stage.is_heavy for step in found.values())
                if share >= _POSSIBLE and (stages is seen.closest or is_missing):
                    found.setdefault(stage, seen.step(self._by_id[stage], turn, text))
        return found

    def _marks(self, seen: _Seen, steps: Iterable[ShownStep]) -> tuple[ShownStep, ...]:
        """Return where a family stops: at the steps, and at every turn that shows secrecy or a later stage."""
        found = {(step.turn, step.stage.id): step for step in steps}
        for turn, _, sign in seen.signs:
            is_late = self._by_id[sign.stage].order >= self._first_heavy
            if is_late and (turn, sign.stage) in seen.clear:
                found.setdefault((turn, sign.stage), self._step(seen, turn, sign))
        return tuple(found.values())
