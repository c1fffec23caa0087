"""Family night: a lesson that is put together each week, and a path that grows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Static

from coach.course import night_words
from coach.locale import N_, _
from coach.models import Night, Step
from coach.played import KeptNight
from coach.tui.checking import Checker
from coach.tui.family_service import FamilyService
from coach.tui.messages import Deed, Destination, OpenDestination
from coach.tui.screens.lesson import LessonScreen
from coach.tui.screens.promising import PromisingScreen
from coach.tui.widgets.companion import Companion, CompanionLine
from coach.tui.widgets.last_page import LastPage, certificate
from coach.tui.widgets.night_path import NightPath
from coach.tui.widgets.step_memory import PromiseSoFar
from coach.tui.widgets.step_view import StepView

AMID = N_("Stop for now? Your family night goes on where you left it, on any day this week.")


class NightPage(LastPage):
    """The end of a night: the path, and the certificate if the course is done."""

    DEFAULT_CSS = """
    NightPage NightPath { margin-bottom: 1; }
    """

    def __init__(self, night: Night, service: FamilyService, still_open: Sequence[Step], left: Step | None) -> None:
        super().__init__(night, None, still_open, left)
        self._service = service

    def _done(self) -> Iterator[Widget]:
        nights, said = self._service.family.nights, night_words(self._service.age)["end"]
        yield Horizontal(Companion(Deed.NIGHT), CompanionLine(Deed.NIGHT), classes="company")
        words = _(said["first"]) if len(nights) == 1 else _(said["later"]).format(count=len(nights))
        yield Static(words, markup=False, classes="done")
        yield from self._way_to_promise()
        yield NightPath(nights)
        yield Static(_(said["next"]), markup=False)
        yield Button(_("Our agreement"), id="agreement", compact=True)
        if self._service.played.is_course_done:
            yield from certificate()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open the agreement, for a promise of their own; the rest is as on any last page."""
        if event.button.id == "agreement":
            event.stop()
            event.prevent_default()
            self.post_message(OpenDestination(Destination.AGREEMENT))


class NightScreen(LessonScreen):
    """Walks through a night; of it, only the step, the case and the promise are kept, and that it was."""

    deed = Deed.NIGHT

    def __init__(self, night: Night, service: FamilyService, checker: Checker) -> None:
        promise = PromiseSoFar(is_made=night.has_promised, own=night.own)
        super().__init__(night, service.played.night_so_far, checker, promise=promise)
        self._night = night
        self._service = service
        self._kept = KeptNight(night, service.played)

    async def _show(self, step: Step) -> None:
        """Show a step; below the first one, the path so far."""
        await super()._show(step)
        nights = self._service.family.nights
        if nights and step is self.lesson.steps[0]:
            words = _(night_words(self._service.age)["end"]["so_far"])
            await self.query_one(StepView).mount(Static(words, markup=False, classes="heading"), NightPath(nights))

    def on_lesson_screen_shown(self, event: LessonScreen.Shown) -> None:
        """Remember the step to go on with, of the night and of its case, or that the case is done."""
        event.stop()
        self._kept.reach(event.step, self.walked)

    def on_lesson_screen_answered(self, event: LessonScreen.Answered) -> None:
        """Remember that something was answered."""
        event.stop()
        self._kept.note_answer(self.walked)

    def on_lesson_screen_looked_through(self, event: LessonScreen.LookedThrough) -> None:
        """Nothing to remember: a night goes on where it was left."""
        event.stop()

    def on_promising_screen_promised(self, event: PromisingScreen.Promised) -> None:
        """Remember whose promise it was."""
        event.stop()
        self._service.promise_again(self._night.promises, event.own)

    def on_promising_screen_took_back(self, event: PromisingScreen.TookBack) -> None:
        """Forget it again."""
        event.stop()
        self._service.take_back(self._night.promises)

    def on_lesson_screen_finished(self, event: LessonScreen.Finished) -> None:
        """Nothing is left to do: the night was kept before its last page was shown."""
        event.stop()

    def question_before(self, *, quits: bool) -> str:
        """Ask before Coach is closed amid a night, and about what would be gone."""
        lines = super().question_before(quits=quits)
        is_amid = not self.is_done and (self.step is not self.lesson.steps[0] or self.walked.has_answered)
        return "\n".join(filter(None, [_(AMID) if quits and is_amid else "", lines]))

    def _last_page(self, still_open: Sequence[Step]) -> LastPage:
        if not still_open:
            self._kept.end(self.walked)
        return NightPage(self._night, self._service, still_open, self._promise_left)
