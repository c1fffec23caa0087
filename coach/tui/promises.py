"""The promises of lessons as the app makes them and takes them back, with what they change in the agreement."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from coach.course import Course, promise_as_made, promise_of, today
from coach.family import agree, gather, unpromise, without_promise
from coach.family.keeper import Keeper
from coach.models import Agreement, Family, Promise, PromiseWords, Track


class Promises:
    """Makes promises, and remembers until Coach is closed how it was before each."""

    def __init__(self, course: Course, keeper: Keeper) -> None:
        self._course = course
        self._keeper = keeper
        self._before: dict[tuple[str, str], tuple[Track, Agreement | None, Agreement | None]] = {}
        """By child and lesson, for each of them: track and agreement before, and the agreement after."""

    def make(self, lesson: str, own: PromiseWords, remember: Callable[..., Family]) -> None:
        """Write the promise of a lesson, with the family's `own` words, into the agreement, and `remember` it."""
        family = self._keeper.family
        found = self._course.called(lesson)
        if promise := promise_of(found) if found else None:
            self._keeper.keep(lambda family: agree(family, self._made(family), promise, own))
        self._before[family.playing, lesson] = family.track, family.agreement, self._keeper.family.agreement
        self._keeper.keep(partial(remember, lesson=lesson, day=today(), own=own))

    def take_back(self, lesson: str) -> None:
        """Forget the promise of a lesson; promises and agreement are as before, unless the agreement changed since."""
        family = self._keeper.family
        track, before, after = self._before.pop((family.playing, lesson), (None, None, None))
        if track and family.agreement == after:
            self._keep_agreement(before)
        elif family.agreement and (found := promise_as_made(self._course, family, lesson)):
            self._keep_agreement(without_promise(family.agreement, found))
        self._keeper.keep(partial(unpromise, lesson=lesson, before=track))

    def agreement(self) -> Agreement:
        """Return the saved agreement, or one gathered from the promises in lessons."""
        family = self._keeper.family
        return family.agreement or gather(self._made(family))

    def _made(self, family: Family) -> list[Promise]:
        made = (promise_as_made(self._course, family, name) for name in family.track.promises)
        return [promise for promise in made if promise]

    def _keep_agreement(self, agreement: Agreement | None) -> None:
        self._keeper.keep(lambda family: family.model_copy(update={"agreement": agreement}))
