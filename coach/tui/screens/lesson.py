"""A lesson, one step at a time."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, VerticalScroll
from textual.widgets import Button, Input, Static, TextArea

from coach.course import Walked, next_step, place_of, resume_at, step_called
from coach.locale import N_, _
from coach.models import Lesson, Progress, Step
from coach.tui.arrows import go_beside, is_button
from coach.tui.checking import Checker
from coach.tui.family_app import family_in
from coach.tui.first_letter import is_box
from coach.tui.messages import Deed, DeedDone, GoHome, OfLesson, OfStep, StepAnswered
from coach.tui.relabel import relabel
from coach.tui.safe_text import shown
from coach.tui.screens.promising import PromisingScreen
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.who_types import beside_place, who_types
from coach.tui.widgets.choice_box import ChoiceBox
from coach.tui.widgets.duel_box import DuelBox
from coach.tui.widgets.last_page import LastPage
from coach.tui.widgets.lines import KeyLine, ReadyLine
from coach.tui.widgets.more_line import MORE, follow, has_more
from coach.tui.widgets.own_reply_box import OwnReplyBox
from coach.tui.widgets.practice_box import PracticeBox
from coach.tui.widgets.step_memory import PromiseSoFar, StepMemory
from coach.tui.widgets.step_view import StepView

NEXT, HOME = N_("Next \u2192"), N_("Home \u2192")
CHOOSE_FIRST = N_("Choose an answer first.")
LINES = N_("Coach does not keep the lines of your duel: if you leave, they are gone.")


class LessonScreen(RoomyScreen, PromisingScreen):
    """Walks through a lesson; what is typed is gone when the screen closes."""

    BINDINGS = [
        Binding("escape", "leave", N_("Home")),
        Binding("f3", "back", N_("Back")),
        Binding("f4", "next", N_("Next")),
        Binding("left", "back", N_("Back"), show=False),
        Binding("right", "on", N_("Next"), show=False),
        Binding("pageup", "scroll(-1)", N_("scroll up in a long step"), show=False),
        Binding("pagedown", "scroll(1)", N_("scroll down in a long step"), show=False),
    ]
    DEFAULT_CSS = """
    LessonScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    LessonScreen.-narrow #title { height: auto; }
    LessonScreen #step { height: 1fr; }
    LessonScreen.-broad StepView, LessonScreen.-broad LastPage { padding: 2 1 1 20; }
    LessonScreen.-narrow StepView { padding: 0; scrollbar-size-vertical: 0; }
    LessonScreen.-narrow PictureView { margin: 0 0 1 0; }
    LessonScreen.-narrow BubbleView { max-width: 50; }
    LessonScreen.-narrow BubbleView.you { margin: 0 0 1 4; }
    LessonScreen #ways { height: 1; }
    LessonScreen #ways Button { margin: 0 1; }
    LessonScreen #word { width: 1fr; color: $text-warning; }
    """

    deed = Deed.LESSON
    """What the two did once its end is reached."""

    class Shown(OfStep):
        """Posted when a step is shown."""

    class Finished(OfLesson):
        """Posted when the end of the lesson is reached."""

    class LookedThrough(OfStep):
        """Posted when the end is reached with questions left open, the first of them in `step`."""

    class Answered(OfLesson):
        """Posted when a question of the lesson was answered."""

    def __init__(
        self,
        lesson: Lesson,
        progress: Progress | None,
        checker: Checker,
        following: Lesson | None = None,
        *,
        promise: PromiseSoFar | None = None,
    ) -> None:
        """Go on where the family was by `progress`, or begin.

        Args:
            lesson: the lesson.
            progress: how far the family was; None to begin.
            checker: looks at what is typed.
            following: the lesson that is offered at the end.
            promise: how the lesson's promise was made before.
        """
        super().__init__(lesson, promise or PromiseSoFar())
        self._following = following
        self.step = resume_at(lesson, progress.step if progress else None)
        self.is_done = False
        self._checker = checker
        self._goes_to: str | None = None
        self._answered = False
        self._has_ended = False
        """Whether the practice of this step came to its end."""
        self.walked = Walked(lesson, self.step, progress)
        """What was done of the lesson."""

    def compose(self) -> ComposeResult:
        """Title, step, and the buttons Back and Next."""
        yield Static("", markup=False, id="title")
        yield Container(id="step")
        with Horizontal(id="ways"):
            yield Button(_("\u2190 Back"), id="back", compact=True)
            yield Button(_(NEXT), id="next", variant="primary", compact=True)
            yield Static("", markup=False, id="word")
        yield ReadyLine(self._checker)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the step to go on with."""
        self._draw()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Go back or on; Next scrolls first if there is more below."""
        if event.button.id == "next":
            self.action_on()
        elif event.button.id == "back":
            self.action_back()

    def on_key(self, event: events.Key) -> None:
        """Choose by number, unless an answer is written, which may have digits; the arrows move between buttons."""
        if event.key in {"up", "down"} and isinstance(self.focused, Button):
            event.stop().prevent_default()
            go_beside(self, event.key, kind=lambda widget: is_button(widget) or is_box(widget))
        boxes = self.query(PracticeBox)
        if boxes and event.character and event.character in "12345678" and not self.query(OwnReplyBox):
            event.stop().prevent_default()
            boxes.first().choose(int(event.character) - 1)

    def on_choice_box_answered(self, event: ChoiceBox.Answered) -> None:
        """Remember where the chosen option leads."""
        self._goes_to, self._answered = event.goes_to, True
        self._tell_more()

    def on_step_answered(self, event: StepAnswered) -> None:
        """Remember that the question of this step was answered."""
        event.stop()
        self.walked.answer(event.slug)
        self.post_message(self.Answered(self.lesson))
        self.post_message(DeedDone(Deed.STEP))

    def on_practice_box_ended(self, event: PracticeBox.Ended) -> None:
        """Let the next Enter go on rather than sort, tick or check again."""
        event.stop()
        self._has_ended = True
        self.query_one("#next").focus()

    def on_practice_box_go_on(self, event: PracticeBox.GoOn) -> None:
        """Go on as Next does."""
        event.stop()
        self._has_ended = True
        self.action_on()

    def on_last_page_step_asked_for(self, event: LastPage.StepAskedFor) -> None:
        """Go back to a step that was left open."""
        event.stop()
        self.go_to(step_called(self.lesson, event.slug))

    def action_leave(self) -> None:
        """Leave the box that somebody writes in first; go home from anywhere else."""
        duel = next((box for box in self.query(DuelBox) if box.editor.has_focus), None)
        if duel:
            duel.leave()
        elif isinstance(self.focused, Input | TextArea):
            self.query_one("#next", Button).focus()
        else:
            self.post_message(GoHome())

    def action_back(self) -> None:
        """Go to the step shown before, or the previous one in the lesson."""
        self.go_to(self.walked.back_from(self.step))

    def action_on(self) -> None:
        """Scroll first if there is more to read below; then go on."""
        if self._is_read or not any(view.read_on() for view in self.query(StepView)):
            self.action_next()

    @property
    def _is_read(self) -> bool:
        """Whether the practice ended and all that Coach says there is seen: below are only ways to do it again."""
        return self._has_ended and any(view.shows_answer for view in self.query(StepView))

    def action_next(self) -> None:
        """Go on; first ask for a choice if options lead to different steps, and show what Coach says to answers."""
        if self.is_done:
            self._leave_end()
        elif not self._answered and self._needs_answer():
            self._say(_(CHOOSE_FIRST))
        elif not any(box.shows_first() for box in self.query(PracticeBox)):
            following = next_step(self.lesson, self.step.slug, self._goes_to)
            self.walked.pass_by(self.step)
            self.go_to(following)

    def _leave_end(self) -> None:
        """Go home from the last page; a key that was pressed before it was there is not meant for it."""
        if self.query(LastPage):
            self.post_message(GoHome())

    def action_scroll(self, pages: int) -> None:
        """Scroll the step by pages."""
        for view in self.query(StepView):
            view.scroll_relative(y=pages * (view.size.height - 1), animate=False)

    def _needs_answer(self) -> bool:
        return self.step.choice is not None and any(option.goes_to for option in self.step.choice.options)

    def go_to(self, step: Step | None) -> None:
        """Go to a step, or to the end if None. Two quick presses go two steps, however slow drawing is."""
        self._remember()
        self.step, self.is_done = step or self.step, step is None
        self._goes_to, self._answered, self._has_ended = None, False, False
        self._draw()

    @work(exclusive=True, group="step")
    async def _draw(self) -> None:
        await (self._show_end() if self.is_done else self._show(self.step))

    async def _show(self, step: Step) -> None:
        """Put this step on the screen."""
        family = family_in(self.app)
        memory = self.memories.get(step.slug, StepMemory())
        view = StepView(step, self._checker, memory, promise=self.promise, child=family.playing)
        who = who_types(step.kind, family.playing)
        place = place_of(self.lesson, step.slug)
        await self._put(view, beside_place(place, who, self.app.size.width - 2, self.lesson.title))
        follow(view, lambda _is_more: self.say_more())
        (view.first_to_focus() or self.query_one("#next")).focus(scroll_visible=False)
        view.scroll_home(animate=False)
        self.post_message(self.Shown(self.lesson, self.walked.to_go_on_with(step)))

    async def _show_end(self) -> None:
        """The last page; the lesson is finished unless its questions were left open."""
        still_open = self.walked.still_open
        page = self._last_page(still_open)
        await self._put(page, _("the end") if still_open else _("done"))
        follow(page, lambda _is_more: self.say_more())
        if still_open:
            page.first_open.focus(scroll_visible=False)
            self.post_message(self.LookedThrough(self.lesson, still_open[0]))
        else:
            self.query_one("#next").focus()
            self.post_message(self.Finished(self.lesson))
            self.post_message(DeedDone(self.deed))

    def _last_page(self, still_open: Sequence[Step]) -> LastPage:
        return LastPage(self.lesson, self._following, still_open, self._promise_left)

    @property
    def _promise_left(self) -> Step | None:
        """The step whose promise was not made, if there is one."""
        return None if self.promise.is_made else next((step for step in self.lesson.steps if step.promise), None)

    async def _put(self, content: StepView | LastPage, place: str) -> None:
        self.query_one("#title", Static).update(shown(f"{self.lesson.title}: {place}"))
        self._say("")
        relabel(self.query_one("#next", Button), _(HOME) if isinstance(content, LastPage) else _(NEXT))
        self.query_one("#back", Button).disabled = not self.walked.leads_back(self.step)
        async with self.batch():
            await self.query_one("#step").remove_children()
            await self.query_one("#step").mount(content)

    def _tell_more(self) -> None:
        # Sizes change one after the other; only once all are settled is it clear what can be seen.
        self.call_after_refresh(self.say_more)

    def say_more(self) -> None:
        """Say whether there is more below."""
        views = self.query("#step > VerticalScroll").results(VerticalScroll)
        self._say(_(MORE) if any(map(has_more, views)) else "")

    def _say(self, words: str) -> None:
        # A call that waited for a redraw may arrive after the screen was left, when it is empty.
        for line in self.query("#word").results(Static):
            line.update(words)

    def question_before(self, *, quits: bool) -> str:
        """Ask about the lines of a duel that the two have not seen together yet."""
        del quits
        self._remember()
        duels = (self.memories[step.slug] for step in self.lesson.steps if step.duel and step.slug in self.memories)
        return _(LINES) if any(memory.has_lines and not memory.are_shown for memory in duels) else ""

    def _remember(self) -> None:
        """Keep what was typed and ticked in this step."""
        self.memories.update((view.step.slug, view.memory) for view in self.query(StepView))
