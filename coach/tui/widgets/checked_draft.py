"""An editor, and the list of what is flagged in it, kept up to date while somebody writes."""

from __future__ import annotations

import asyncio

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.reactive import reactive
from textual.widget import Widget

from coach.models import Audience, Direction, Message, Report
from coach.tui.checker import Checker, Readiness
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.flag_list import FlagList

PAUSE = 0.15
"""Seconds without a key before the text is checked."""
LONGEST = 10_000
"""Characters that are checked; what is longer is no message."""
EMPTY = "Write here. Coach looks at it while you write."
NOT_READY = "You can write already. Coach looks at it as soon as it is ready."
FAILED = "Coach can't look at this now. F5 tries again."
TOO_LONG = "This is very long. Coach looked at the first part."


class CheckedDraft(Widget):
    """Checks what is written, for an audience and a direction."""

    DEFAULT_CSS = """
    CheckedDraft {
        height: auto;
        & > .writing { height: auto; }
        & > .flags { height: auto; }
        &.-fills { height: 1fr; }
        &.-fills > .flags { height: 1fr; margin-top: 1; }
        .-short &.-fills > .flags { margin-top: 0; }
        .-wide &.-fills { layout: horizontal; }
        .-wide &.-fills > .writing { width: 1fr; height: 1fr; }
        .-wide &.-fills > .writing DraftEditor { height: 1fr; }
        .-wide &.-fills > .flags { margin: 0 0 0 1; }
    }
    """

    audience: reactive[Audience] = reactive(Audience.GROUP, init=False)
    """Who will read it."""
    direction: reactive[Direction] = reactive(Direction.DRAFT, init=False)
    """Which way it goes."""

    def __init__(self, checker: Checker, editor: DraftEditor, *below: Widget, fills: bool = False) -> None:
        self._checker = checker
        self._editor = editor
        self._below = below
        self._fills = fills
        super().__init__(classes="-fills" if fills else "")

    def compose(self) -> ComposeResult:
        """The editor, what belongs below it, and the list."""
        with Vertical(classes="writing"):
            yield self._editor
            yield from self._below
        with VerticalScroll(classes="flags", can_focus=self._fills):
            yield FlagList()

    def on_mount(self) -> None:
        """Check what is there, and again when Coach is ready."""
        self._checker.changed.subscribe(self, lambda _: self._check(0))
        self._check(0)

    def on_text_area_changed(self) -> None:
        """Check after a short pause."""
        self._check(PAUSE)

    def watch_audience(self) -> None:
        """Check for another audience."""
        self._check(0)

    def watch_direction(self) -> None:
        """Check for another direction."""
        self._check(0)

    @work(exclusive=True, group="check")
    async def _check(self, pause: float) -> None:
        await asyncio.sleep(pause)
        text = self._editor.text
        message = Message(text=text[:LONGEST], audience=self.audience, direction=self.direction)
        report = await self._checker.ask(lambda check: check(message)) if text.strip() else Report(message=message)
        self._editor.marks = report.flags if report else ()
        self._list(report, text)

    def _list(self, report: Report | None, text: str) -> None:
        flags = self.query_one(FlagList)
        if not text.strip():
            flags.show_words(EMPTY)
        elif report is None:
            flags.show_words(FAILED if self._checker.readiness is Readiness.FAILED else NOT_READY)
        elif not report.flags and len(text) > LONGEST:
            flags.show_words(TOO_LONG)
        else:
            flags.show_flags(report.flags)
