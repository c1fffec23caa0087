"""What two people did in a step of a lesson, kept while the lesson is on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from coach.models import AS_WORDED, Place, PromiseWords, Reply


@dataclass(frozen=True, slots=True)
class StepMemory:
    """What is there again when they come back to the step."""

    draft: str | None = None
    """What is written in the editor; None if there is none."""
    own: PromiseWords | None = None
    """What would be promised with the words that are typed; None if nobody is wording a promise."""
    ticks: frozenset[int] = frozenset()
    """The numbers of the options that are chosen, or of the things that are done, from 0."""
    apart: tuple[frozenset[int], ...] = ()
    """What each of the two chose or marked, from 0, in the order of their turns."""
    sorted: tuple[str, ...] = ()
    """What is sorted, as it is listed."""
    switches: tuple[Mapping[str, bool], ...] = ()
    """The settings of each app of a house, by name."""
    lines: tuple[tuple[str, ...], ...] = ((),)
    """The lines of a duel that were taken in, by whoever wrote until now."""
    are_shown: bool = False
    """Whether both saw the lines of the duel, or what they marked beside what Coach does."""
    way: tuple[tuple[Place, Reply], ...] = ()
    """The places passed in a chat, each with the reply given there."""

    @property
    def has_lines(self) -> bool:
        """Whether somebody wrote a line, taken in or not."""
        return any(self.lines) or bool((self.draft or "").strip())


@dataclass(frozen=True, slots=True)
class PromiseSoFar:
    """How the promise of a lesson was made before."""

    is_made: bool = False
    """Whether it was made, and not taken back."""
    own: PromiseWords = AS_WORDED
    """The family's own words of it, as far as they did not take those of the lesson."""

    def unpromised(self, typed: PromiseWords) -> PromiseWords:
        """Return what is typed in place of the lesson's words, unless it is what was promised last."""
        return AS_WORDED if typed == self.own else typed


class Remembering(Protocol):
    """A practice that can be left and gone on with."""

    @property
    def memory(self) -> StepMemory:
        """What the two did in it until now."""
