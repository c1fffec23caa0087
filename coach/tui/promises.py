"""The promises of lessons as the app makes them and takes them back, with what they change in the agreement."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from coach.course import Course, promise_of
from coach.family import gather, unpromise, with_promise, without_promise
from coach.family.keeper import Keeper
from coach.models import Agreement, Family, Promise, Track


class Promises:
    """Makes promises, and remembers until Coach is closed how it was before each."""

    def __init__(self, course: Course, keeper: Keeper) -> None:
        self._course = course
        self._keeper = keeper
        self.new: set[str] = set()
        """The lessons whose promise was made since Coach was opened: it is too early to ask whether it held."""
        self._before: dict[tuple[str, str], tuple[Track, Agreement | None, Agreement | None]] = {}
        """By child and lesson, for each of them: track and agreement before, and the agreement after."""

    def make(self, lesson: str, own: str, remember: Callable[..., Family]) -> None:
        """Write the promise of a lesson into the agreement, in `own` words if not empty, and `remember` it."""
        family = self._keeper.family
        self._agree(lesson, own)
        self._before[family.playing, lesson] = family.track, family.agreement, self._keeper.family.agreement
        self.new.add(lesson)
        self._keeper.keep(partial(remember, lesson=lesson))

    def take_back(self, lesson: str) -> None:
        """Forget the promise of a lesson; promises and agreement are as before, unless the agreement changed since."""
        family = self._keeper.family
        self.new.discard(lesson)
        track, before, after = self._before.pop((family.playing, lesson), (None, None, None))
        if track and family.agreement == after:
            self._keep_agreement(before)
        elif family.agreement and (found := self._promise_of(lesson)):
            self._keep_agreement(without_promise(family.agreement, found))
        self._keeper.keep(partial(unpromise, lesson=lesson, before=track.promises if track else ()))

    def agreement(self) -> Agreement:
        """Return the saved agreement, or one gathered from the promises in lessons."""
        family = self._keeper.family
        made = filter(None, map(self._promise_of, family.track.promises))
        return family.agreement or gather(made)

    def _agree(self, lesson: str, own: str) -> None:
        """Write a promise into the agreement, as the newest one; own words begin an agreement."""
        promise = self._promise_of(lesson)
        if promise and (own or self._keeper.family.agreement):
            self._keep_agreement(with_promise(self.agreement(), own or promise.child, promise.parent))

    def _keep_agreement(self, agreement: Agreement | None) -> None:
        self._keeper.keep(lambda family: family.model_copy(update={"agreement": agreement}))

    def _promise_of(self, lesson: str) -> Promise | None:
        found = self._course.called(lesson)
        return promise_of(found) if found else None
