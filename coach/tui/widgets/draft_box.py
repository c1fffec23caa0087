"""An editor and what Coach finds in it, kept in step while you type."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.message import Message as Notice
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static, TextArea

from coach.locale import N_, _
from coach.models import GAP, Audience, Counsel, Direction, Message, Report
from coach.tui.checking import Asked, Readiness
from coach.tui.family_app import age_in
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.flag_list import FlagList
from coach.tui.widgets.rewrite_option import RewriteOption

READING = N_("Coach is reading\u2026")
LONG = 0.5
"""Seconds before Coach says that it is still reading."""
PAUSE = 0.15
"""Seconds that typing must pause before the words are checked."""


class DraftBox(Container):
    """Checks the draft whenever typing pauses, and shows what was found."""

    BINDINGS = [Binding("tab", "better", N_("To the next gap, or to better words"), show=False)]
    DEFAULT_CSS = """
    DraftBox { height: auto; layout: vertical; }
    DraftBox .reading { display: none; height: 1; padding: 0 1; color: $text-muted; dock: top; }
    DraftBox.-reads .reading { display: block; }
    """

    audience: reactive[Audience] = reactive(Audience.GROUP, init=False)
    """Who will read it."""
    direction: reactive[Direction] = reactive(Direction.DRAFT, init=False)
    """Whether it will be sent or was received."""

    class Checked(Notice):
        """Posted when the current words were checked."""

        def __init__(self, report: Report, counsel: Counsel) -> None:
            super().__init__()
            self.report = report
            self.counsel = counsel

    def __init__(
        self,
        checker: Asked,
        text: str = "",
        audience: Audience = Audience.GROUP,
        between: Sequence[Widget] = (),
        *,
        takes_lines: bool = True,
    ) -> None:
        """Make the box; `between` goes between the editor and the reasons."""
        super().__init__()
        self._checker = checker
        self._between = between
        self._has_gaps = False
        """Whether a rewrite was taken that still has gaps to fill."""
        self.editor = DraftEditor(text, takes_lines=takes_lines)
        self.flag_list = FlagList()
        self.set_reactive(DraftBox.audience, audience)

    def compose(self) -> ComposeResult:
        """The editor above, the reasons below."""
        yield Static(_(READING), markup=False, classes="reading")
        yield self.editor
        yield from self._between
        yield self.flag_list

    def on_mount(self) -> None:
        """Check the words, or wait until Coach is ready."""
        self.follow(self._checker.readiness)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Check once typing pauses."""
        event.stop()
        self.look(PAUSE)

    def on_text_area_selection_changed(self) -> None:
        """Show the reason for the phrase at the cursor."""
        self.flag_list.show_at(self.editor.place)

    def on_rewrite_option_taken(self, event: RewriteOption.Taken) -> None:
        """Put the rewrite in place of the draft, and go to its first gap; one undo brings the old words back."""
        event.stop()
        report, written = self.flag_list.report, self.editor.written
        if report is None or report.message.text != written:
            return
        self.editor.put(0, len(written), event.rewrite.text)
        self._has_gaps = bool(event.rewrite.gaps)
        if self._has_gaps:
            self.editor.move_cursor((0, 0))
            self.editor.select_next(GAP)
        self.editor.focus()

    def on_draft_editor_paged(self, event: DraftEditor.Paged) -> None:
        """Scroll the advice, if it scrolls by itself."""
        flags = self.flag_list
        if flags.max_scroll_y:
            event.stop()
            flags.scroll_relative(y=event.pages * max(flags.size.height - 1, 1), animate=False)

    def action_better(self) -> None:
        """Go to the next gap, or to the best rewrite; otherwise to the next widget."""
        is_in_draft = self.editor.has_focus
        if is_in_draft and self._has_gaps and self.editor.select_next(GAP):
            return
        if not (is_in_draft and self.flag_list.focus_rewrite()):
            self.screen.focus_next()

    def watch_audience(self) -> None:
        """Check again: the audience changes the weights."""
        self.look()

    def watch_direction(self) -> None:
        """Check again: the direction changes what is flagged."""
        self.look()

    def message(self) -> Message:
        """The current message."""
        return Message(text=self.editor.written, direction=self.direction, audience=self.audience)

    def look(self, pause: float = 0) -> None:
        """Check the words after a pause, without holding up the keyboard."""
        self._say_whether_it_waits()
        if self._checker.is_ready and self.is_mounted:
            self._check(pause)

    def _say_whether_it_waits(self) -> None:
        is_coming = self._checker.readiness is Readiness.COMING
        self.flag_list.wait(waits=is_coming and bool(self.editor.written.strip()))

    def follow(self, readiness: Readiness) -> None:
        """Check the words once Coach is ready; until then, say that they wait."""
        self._say_whether_it_waits()
        if readiness is Readiness.READY:
            self.call_after_refresh(self.look)

    @work(exclusive=True, group="check")
    async def _check(self, pause: float) -> None:
        await asyncio.sleep(pause)
        message, age = self.message(), age_in(self.app)
        still = self.set_timer(LONG, partial(self.add_class, "-reads"))
        report = await self._checker.ask(lambda check: check(message))
        if report is not None and message == self.message():
            self.editor.mark(report.flags)
            self.editor.show_first_mark()  # before the counsel, which takes as long again
            counsel = await self._checker.ask(lambda check: check.counsel(report, age))
            if counsel is not None and message == self.message():
                self._show(report, counsel)
        still.stop()
        self.call_later(self.remove_class, "-reads")  # the timer may have fired already, and its call be on the way

    def _show(self, report: Report, counsel: Counsel) -> None:
        self._has_gaps = self._has_gaps and GAP in report.message.text
        self.flag_list.show(report, counsel, has_gap=self._has_gaps)
        self.post_message(self.Checked(report, counsel))
