"""One step of a lesson: its heading, passages, picture and practice."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from coach.models import Passage, Step
from coach.tui.checking import Checker
from coach.tui.messages import StepAnswered
from coach.tui.safe_text import shown
from coach.tui.widgets.chat_box import ChatBox
from coach.tui.widgets.choice_box import ChoiceBox
from coach.tui.widgets.decide_box import DecideBox
from coach.tui.widgets.doors_box import DoorsBox
from coach.tui.widgets.duel_box import DuelBox
from coach.tui.widgets.more_line import has_more
from coach.tui.widgets.passage_view import PassageView, PictureView
from coach.tui.widgets.pause_box import PauseBox
from coach.tui.widgets.promise_box import PromiseBox
from coach.tui.widgets.received_box import ReceivedBox
from coach.tui.widgets.report_box import ReportBox
from coach.tui.widgets.rewrite_box import RewriteBox
from coach.tui.widgets.show_box import ShowBox
from coach.tui.widgets.sort_box import SortBox
from coach.tui.widgets.step_memory import PromiseSoFar, Remembering, StepMemory
from coach.tui.widgets.tell_box import TellBox

Box = TypeVar("Box", bound=Remembering)


class StepView(VerticalScroll):
    """A whole step; scrolls if it is taller than the screen."""

    DEFAULT_CSS = """
    StepView { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    StepView > .heading { text-style: bold; margin-bottom: 1; width: 1fr; height: auto; }
    """

    def __init__(
        self, step: Step, checker: Checker, memory: StepMemory, *, promise: PromiseSoFar, child: str = ""
    ) -> None:
        """Show a step.

        Args:
            step: the step.
            checker: looks at what is typed.
            memory: what was done here before.
            promise: how the lesson's promise was made before.
            child: the nickname, if any.
        """
        super().__init__(can_focus=True)
        self.step = step
        self._child = child
        self._checker = checker
        self._before = memory
        self._practices: list[Remembering] = []
        """The practice that can be gone on with, once it is on the screen."""
        self._promise = promise

    def compose(self) -> ComposeResult:
        """Heading, passages and picture in the author's order, then the practice."""
        yield Static(shown(self.step.heading), markup=False, classes="heading")
        shown_parts = [*self.step.passages, *((self.step.picture,) if self.step.picture else ())]
        for part in sorted(shown_parts, key=lambda part: part.line):
            yield PassageView(part, self._child) if isinstance(part, Passage) else PictureView(part)
        yield from self._practice()
        yield from self._apart()

    def _practice(self) -> ComposeResult:
        step = self.step
        if step.choice:
            yield self._kept(ChoiceBox(step.choice, self._before.ticks))
        if step.rewrite:
            yield self._kept(RewriteBox(step.rewrite, self._checker, self._before.draft))
        if step.sort:
            yield self._kept(SortBox(step.sort, self._before.sorted))
        if step.chat:
            yield self._kept(ChatBox(step.chat, self._checker, self._before))
        if step.doors:
            yield self._kept(DoorsBox(step.doors, self._before.switches))
        if step.show:
            yield self._kept(ShowBox(step.show, self._before.ticks))
        if step.pause:
            yield PauseBox(step.pause)
        if step.promise:
            yield self._kept(PromiseBox(step.promise, self._promise, self._before.own))

    def _kept(self, box: Box) -> Box:
        """Note a practice that can be gone on with."""
        self._practices.append(box)
        return box

    def _apart(self) -> ComposeResult:
        """What the two may do apart before they compare."""
        if self.step.received:
            yield self._kept(ReceivedBox(self.step.received, self._checker, self._child, self._before))
        if self.step.decide:
            yield self._kept(DecideBox(self.step.decide, self._child, self._before))
        if self.step.duel:
            yield self._kept(DuelBox(self.step.duel, self._checker, self._child, self._before))
        if self.step.report:
            yield self._kept(ReportBox(self.step.report, self._before.ticks))
        if self.step.tell:
            yield self._kept(TellBox(self.step.tell, self._checker, self._child, self._before.draft or ""))

    def on_step_answered(self, event: StepAnswered) -> None:
        """Say which step was answered; by the time the message arrives, another one may be shown."""
        event.slug = self.step.slug

    def read_on(self) -> bool:
        """Scroll down a page; False at the end, or if there is a box to write in."""
        if not self.has_more or self.step.rewrite:
            return False
        self.scroll_page_down(animate=False)
        return True

    @property
    def shows_answer(self) -> bool:
        """Whether there is an answer of Coach's, and its last line can be seen."""
        answers = [each for each in self.query(".answer") if each.display]
        bottom = self.scrollable_content_region.bottom
        return bool(answers) and all(each.region.bottom <= bottom for each in answers)

    @property
    def has_more(self) -> bool:
        """Whether more is below."""
        return has_more(self)

    @property
    def memory(self) -> StepMemory:
        """What was done in this step until now."""
        return self._practices[0].memory if self._practices else self._before

    def first_to_focus(self) -> Widget | None:
        """The widget the family uses first in this step."""
        if self.step.rewrite:
            return self.query_one(RewriteBox).draft.editor
        if self.step.duel:
            return self.query_one(DuelBox).editor
        if self.step.promise and (line := self.query_one(PromiseBox).line_in_hand):
            return line
        found = self.query("AskedLine, Button").results(Widget)
        return next(found, None)
