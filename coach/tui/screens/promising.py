"""The promise of a lesson on its screen: made, changed, taken back; words typed for it are not lost unasked."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import Button

from coach.locale import N_, _
from coach.models import AS_WORDED, Lesson, PromiseWords
from coach.tui.messages import Deed, DeedDone, OfLesson
from coach.tui.widgets.promise_box import PROMISE, PromiseBox
from coach.tui.widgets.step_memory import PromiseSoFar, StepMemory

UNPROMISED = N_("You typed a promise of your own and did not promise it yet.")


class PromisingScreen(Screen[None]):
    """A screen with a lesson, which may end with a promise."""

    class Promised(OfLesson):
        """Posted when the family made the lesson's promise, in their `own` words as far as there are any."""

        def __init__(self, lesson: Lesson, own: PromiseWords) -> None:
            super().__init__(lesson)
            self.own = own

    class TookBack(OfLesson):
        """Posted when the family took back the lesson's promise."""

    def __init__(self, lesson: Lesson, promise: PromiseSoFar) -> None:
        super().__init__()
        self.lesson = lesson
        self.promise = promise
        """How the lesson's promise was made, before or now."""
        self.memories: dict[str, StepMemory] = {}
        """What was done in each step, by its slug, as far as it is not on the screen."""

    @property
    def unkept_question(self) -> str:
        """What to ask before words that were typed for a promise go away."""
        return _(UNPROMISED)

    @property
    def keep_label(self) -> str:
        """The answer that keeps them."""
        return _(PROMISE)

    @property
    def has_unkept(self) -> bool:
        """Whether somebody typed a promise and did not make it."""
        return bool(self._unpromised)

    def keep(self) -> bool:
        """Promise what was typed."""
        self._promise(self._unpromised)
        return True

    def on_promise_box_made(self, event: PromiseBox.Made) -> None:
        """Pass it on, and go on with the next Enter."""
        event.stop()
        self._promise(event.own)
        self.query_one("#next", Button).focus()

    def on_promise_box_taken_back(self, event: PromiseBox.TakenBack) -> None:
        """Pass it on."""
        event.stop()
        self.promise = PromiseSoFar(own=self.promise.own)
        self.post_message(self.TookBack(self.lesson))
        self.query_one("#next", Button).focus()

    def _promise(self, own: PromiseWords) -> None:
        """Pass on what is promised; other words take the place of what was promised before."""
        if self.promise.is_made:
            self.post_message(self.TookBack(self.lesson))
        self.promise = PromiseSoFar(is_made=True, own=own)
        self.post_message(self.Promised(self.lesson, own))
        self.post_message(DeedDone(Deed.PROMISE))

    @property
    def _unpromised(self) -> PromiseWords:
        """What was typed for the promise since it was made last."""
        for box in self.query(PromiseBox):
            return box.unpromised
        for step in self.lesson.steps:
            if step.promise and (memory := self.memories.get(step.slug)) and memory.own:
                return self.promise.unpromised(memory.own)
        return AS_WORDED
