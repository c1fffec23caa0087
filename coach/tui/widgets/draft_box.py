"""An editor and what Coach finds in it, kept together while somebody types."""

from __future__ import annotations

from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message as Notice
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea
from textual.worker import get_current_worker

from coach.models import Audience, Direction, Message, Report
from coach.tui.checking import Checker, Readiness
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.flag_list import FlagList

PAUSE = 0.15
"""How long typing must rest before the words are checked, in seconds."""


class DraftBox(Container):
    """Checks the draft whenever typing rests, and shows what was found."""

    DEFAULT_CSS = """
    DraftBox { height: auto; layout: vertical; }
    """

    audience: reactive[Audience] = reactive(Audience.GROUP, init=False)
    """Who will read it."""
    direction: reactive[Direction] = reactive(Direction.DRAFT, init=False)
    """Whether it is about to be sent or came in."""

    class Checked(Notice):
        """Posted when the words as they stand were checked."""

        def __init__(self, report: Report) -> None:
            super().__init__()
            self.report = report

    def __init__(
        self, checker: Checker, text: str = "", audience: Audience = Audience.GROUP, between: Sequence[Widget] = ()
    ) -> None:
        """Make the box; `between` stands below the editor and above the reasons."""
        super().__init__()
        self._checker = checker
        self._between = between
        self._resting: Timer | None = None
        self.editor = DraftEditor(text)
        self.flag_list = FlagList()
        self.set_reactive(DraftBox.audience, audience)

    def compose(self) -> ComposeResult:
        """The editor above, the reasons below."""
        yield self.editor
        yield from self._between
        yield self.flag_list

    def on_mount(self) -> None:
        """Look at the words as soon as Coach is ready."""
        self.watch(self.app, "readiness", self._when_ready)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Wait until typing rests."""
        event.stop()
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(PAUSE, self.look)

    def watch_audience(self) -> None:
        """Another audience gives other weights."""
        self.look()

    def watch_direction(self) -> None:
        """Another direction asks other questions."""
        self.look()

    def message(self) -> Message:
        """The message as it stands."""
        return Message(text=self.editor.written, direction=self.direction, audience=self.audience)

    def look(self) -> None:
        """Check the words now, without holding up the keyboard."""
        if self._checker.is_ready and self.is_mounted:
            self._check(self.message())

    def _when_ready(self, readiness: Readiness) -> None:
        if readiness is Readiness.READY:
            self.call_after_refresh(self.look)

    @work(thread=True, exclusive=True, group="check")
    def _check(self, message: Message) -> None:
        worker = get_current_worker()
        report = self._checker.check(message)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, report)

    def _show(self, report: Report) -> None:
        if self.is_mounted and report.message == self.message():
            self.editor.mark(report.flags)
            self.flag_list.report = report
            self.post_message(self.Checked(report))
