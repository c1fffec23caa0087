"""Reads the stages of a whole conversation as a staircase: which were shown, in which turn, and whether it is an alarm.

Explainable by design: an alarm is a list of stages, each with the turn that shows it, and never a number alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach.models.stage import SECRECY, THREAT, Acquaintance, AcquaintanceSign, SignStrength, Stage, StageSign
from coach.models.thread import Between

_CLOSE = frozenset({"apart", SECRECY, "test", THREAT})
"""Stages that honest family and friends rarely show; all others are daily life with them."""
_MARKED = 3
"""Stages that flags show, from which on nothing else need support them."""
_PLAIN = 4
"""Stages that phrases show so plainly, beside grave words, that nothing else need support them."""
_AGAIN = 2
"""Turns with a flagged threat that nobody takes for a joke."""


@dataclass(frozen=True, slots=True)
class ClimbStep:
    """A stage, and the sign that is named for it: the first that a family sees marked, else the strongest."""

    stage: Stage
    turn: int
    sign: StageSign


@dataclass(frozen=True, slots=True)
class Climb:
    """What one sender has shown."""

    sender: str
    steps: tuple[ClimbStep, ...]
    """In the order of time, each stage once."""
    is_known: bool
    """Whether they know each other in real life, as far as the family or the words say."""
    alarm: int | None = None
    """The turn from which on it is an alarm; None if it is none."""
    marked: int | None = None
    """The turn from which on a family sees enough stages marked, a heavy one among them; None if it does not."""
    certain: int | None = None
    """The turn from which on it is an alarm by itself: four plain stages with a secret, or threats again."""


@dataclass(frozen=True, slots=True)
class Staircase:
    """What all senders of a conversation have shown."""

    climbs: tuple[Climb, ...] = ()
    """In the order of their first step."""

    @property
    def alarms(self) -> tuple[Climb, ...]:
        """Those that are an alarm."""
        return tuple(climb for climb in self.climbs if climb.alarm is not None)


Sign = tuple[int, str, StageSign]
"""A turn, its sender, and a sign in it."""
Known = tuple[int, str, AcquaintanceSign]


def climb(signs: Iterable[Sign], known: Iterable[Known], between: Between | None, stages: Sequence[Stage]) -> Staircase:
    """Build the staircase of each sender; leave out the signs of the child's own turns.

    Args:
        signs: what the turns show.
        known: what the turns show of how the two know each other.
        between: what the family says about it; None if it has not said.
        stages: all stages.
    """
    by_id = {stage.id: stage for stage in stages}
    steps: dict[str, list[ClimbStep]] = defaultdict(list)
    for turn, sender, sign in signs:
        steps[sender].append(ClimbStep(by_id[sign.stage], turn, sign))
    meetings = list(known)
    climbs = [
        _climb(sender, sorted(each, key=lambda step: step.turn), [one for one in meetings if one[1] == sender], between)
        for sender, each in steps.items()
    ]
    return Staircase(tuple(sorted(climbs, key=lambda one: one.steps[0].turn)) if climbs else ())


def _climb(sender: str, steps: list[ClimbStep], known: list[Known], between: Between | None) -> Climb:
    is_known = _is_known(steps, known, between)
    surprise = any(sign.kind is Acquaintance.SURPRISE for _, _, sign in known)
    first: dict[str, ClimbStep] = {}
    best: dict[str, ClimbStep] = {}
    marked: dict[str, list[ClimbStep]] = defaultdict(list)
    alarm = certain = None
    for step in steps:
        first.setdefault(step.stage.id, step)
        if is_known and surprise and step.stage.id == SECRECY:
            continue
        if step.sign.is_marked:
            marked[step.stage.id].append(step)
        strongest = best.setdefault(step.stage.id, step)
        if step.sign.strength > strongest.sign.strength:
            best[step.stage.id] = step
        if alarm is None and _is_alarm(best, is_known=is_known):
            alarm = step.turn
        if certain is None and _is_certain(best, marked, is_known=is_known):
            certain = step.turn
    seen = {stage: each[0] for stage, each in marked.items()}
    shown = tuple(sorted({**first, **best, **seen}.values(), key=lambda step: step.turn))
    return Climb(sender, shown, is_known, alarm, _enough(seen.values()), certain)


def _enough(marked: Iterable[ClimbStep]) -> int | None:
    """Return the turn from which on marked stages, each at its first turn, are enough; None if they never are."""
    steps = sorted(marked, key=lambda step: step.turn)
    heavy = next((step.turn for step in steps if step.stage.is_heavy), None)
    return None if len(steps) < _MARKED or heavy is None else max(steps[_MARKED - 1].turn, heavy)


def _is_known(steps: list[ClimbStep], known: list[Known], between: Between | None) -> bool:
    if between in {Between.FAMILY, Between.FRIENDS}:
        return True
    if between is Between.ONLINE:
        return False
    doubtful = {step.turn for step in steps if step.stage.id in _CLOSE and step.sign.strength > SignStrength.COMMON}
    met = {turn for turn, _, sign in known if sign.kind is Acquaintance.IN_PERSON} - doubtful
    online = {turn for turn, _, sign in known if sign.kind is Acquaintance.ONLINE}
    return len(met) > len(online)


def _is_alarm(shown: Mapping[str, ClimbStep], *, is_known: bool) -> bool:
    """Return whether these stages are an alarm, each with its strongest sign."""
    grave = [step for step in shown.values() if step.sign.strength is SignStrength.GRAVE]
    plain = [step for step in shown.values() if step.sign.strength >= SignStrength.PATTERNS]
    heavy = [step for step in plain if step.stage.is_heavy]
    if is_known:
        weight = len(plain) + 2 * len(grave)
        return bool(heavy) and len(plain) >= 3 and (weight >= 7 or len(plain) >= 6)
    if any(step.stage.is_heavy for step in grave):
        return len(shown) >= 2
    least = 3 if heavy else 4
    return len(shown) >= least and any(step.stage.is_heavy for step in shown.values())


def _is_certain(shown: Mapping[str, ClimbStep], marked: Mapping[str, Sequence[ClimbStep]], *, is_known: bool) -> bool:
    """Return whether nothing else need support these stages: threats that come again, or a plain secret beside others.

    Strangers who play or trade also threaten and swap pictures; they seldom ask for secrecy.
    """
    if len({step.turn for step in marked.get(THREAT, ())}) >= _AGAIN:
        others = [steps[0].stage for stage, steps in marked.items() if stage != THREAT]
        return any(stage.is_heavy for stage in others) if is_known else len(shown) > 1
    if not is_known and THREAT in marked and len(shown) >= _MARKED and _is_plain(shown.get(SECRECY)):
        return True
    heavy = [step for step in shown.values() if step.stage.is_heavy and step.sign.strength >= SignStrength.PATTERNS]
    is_grave = any(step.sign.strength is SignStrength.GRAVE for step in heavy)
    is_secret = any(step.stage.id == SECRECY for step in heavy)
    return not is_known and is_grave and is_secret and len(heavy) > 1 and len(shown) >= _PLAIN


def _is_plain(step: ClimbStep | None) -> bool:
    return step is not None and step.sign.strength >= SignStrength.PATTERNS
