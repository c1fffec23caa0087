"""Unkind turns of a group that its story leaves out: both tease, the other only gives it back, or simply goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.models import Concern, Weight
from coach.threads.banter import TEASING
from coach.threads.whom import HURTING, RECENT

if TYPE_CHECKING:
    from coach.threads.group_turns import GroupTurn, Hit
    from coach.threads.group_words import Heard

_GOES_ON = 3
"""The fewest own words of a turn that goes on with something else, rather than `ok` or `wow`."""
_SLIGHT = TEASING | {f"{Concern.UNKIND}/looks"}
"""Categories of which one turn that nobody takes up makes no story of a group; its mark says enough."""


@dataclass(frozen=True, slots=True)
class TakenLightly:
    """What a group made of its unkind turns."""

    turns: Sequence[GroupTurn]
    heard: Callable[[int], Heard]
    """Says what a turn does, by its place."""
    hits: Sequence[Hit]
    shown: Set[int]
    """The turns that only the answers of others show to be unkind."""
    joined: Set[str]
    """Against whom somebody joined in."""
    is_defended: bool
    """Whether anybody stood up against what was said."""
    is_comforted: bool
    """Whether anybody was kind to somebody who was hit."""

    def is_banter(self, hit: Hit) -> bool:
        """Return whether it is plain teasing that nobody minds, and its target teases too."""
        is_teasing = all(flag.category in TEASING for flag in self.turns[hit.turn].unkind)
        if self.is_defended or not is_teasing or hit.turn in self.shown:
            return False
        near = range(max(hit.turn - RECENT, 0), min(hit.turn + RECENT, len(self.turns)))
        own = {at: self.heard(at) for at in near if self.turns[at].sender == hit.whom}
        if any(one.has("answers") for one in own.values()):
            return False
        behind = [one for at, one in own.items() if at > hit.turn]
        if any(one.has("challenges") for at, one in own.items() if at < hit.turn):
            return True
        if not self.joined and (self.heard(hit.turn).has("fond") or any(one.has("plays-along") for one in behind)):
            return True
        teases = any(one.laughs for one in own.values()) and any(one.has("teases") for one in own.values())
        return not self.joined and (teases or any(one.is_playful for one in own.values()))

    def answers_back(self, hit: Hit) -> bool:
        """Return whether somebody who was hit only gives plain teasing back; who began is the one who hits."""
        if not self._is_slight(hit, TEASING):
            return False
        latest = range(hit.turn - RECENT, hit.turn)
        before = [one for one in self.hits if one.turn in latest]
        began = any(one.by == hit.by and one.whom == hit.whom for one in before)
        return not began and any(one.by == hit.whom and one.whom == hit.by for one in before)

    def goes_on(self, hit: Hit) -> bool:
        """Return whether this is all that ever hit somebody, and they go on as if nothing were."""
        is_alone = sum(one.whom == hit.whom for one in self.hits) == 1 and hit.whom not in self.joined
        if not is_alone or self.is_defended or self.is_comforted or not self._is_slight(hit, _SLIGHT):
            return False
        behind = range(hit.turn + 1, min(hit.turn + 1 + RECENT, len(self.turns)))
        own = [at for at in behind if self.turns[at].sender == hit.whom]
        if any(self.heard(at).has("answers") or self.turns[at].has_any(HURTING) for at in own):
            return False
        return any(self.heard(at).own_words >= _GOES_ON for at in own)

    def _is_slight(self, hit: Hit, categories: Set[str]) -> bool:
        flags = self.turns[hit.turn].unkind
        return bool(flags) and all(one.category in categories and one.weight is not Weight.STOP for one in flags)
