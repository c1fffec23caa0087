"""An answer in a chat in the family's own words: judged with what it answers in view, and never kept."""

from __future__ import annotations

from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as Notice
from textual.widgets import Button, Static

from coach.course import judge_reply
from coach.locale import N_, _
from coach.models import Chat, Place
from coach.tui.checking import Checker
from coach.tui.family_app import country_in
from coach.tui.judged import judged
from coach.tui.safe_text import shown
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.rewrite_box import WAIT

HOW = N_("Write what you would answer. Enter asks Coach.")
SEND = N_("\u2713 We would both send this")


class OwnReplyBox(Vertical):
    """An editor, what Coach says of the answer, and the two's decision to send it."""

    DEFAULT_CSS = """
    OwnReplyBox, OwnReplyBox Static { height: auto; }
    OwnReplyBox Static { max-width: 76; padding: 0 1; }
    OwnReplyBox DraftEditor { height: 4; }
    OwnReplyBox #send { display: none; }
    OwnReplyBox #send.asked { display: block; }
    """

    class Sent(Notice):
        """Posted when the two decided to send an answer."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, chat: Chat, place: Place, checker: Checker, draft: str = "") -> None:
        """Ask for an answer at a place; `draft` is what was written there before."""
        super().__init__()
        self._chat = chat
        self._place = place
        self._checker = checker
        self._decided_on = ""
        """The words that the two decide on; empty while Coach does not leave it to them."""
        self.editor = DraftEditor(draft, takes_lines=False, has_signs=False)

    def compose(self) -> ComposeResult:
        """What to do, the editor, the verdict, the decision."""
        yield Static(_(HOW), markup=False)
        yield self.editor
        yield Static("", markup=False, id="judged")
        yield Button(_(SEND), id="send", compact=True)

    def on_mount(self) -> None:
        """Put the cursor behind what is written."""
        self.editor.move_cursor(self.editor.document.end)
        self.editor.focus(scroll_visible=False)
        self.call_after_refresh(self.scroll_visible, animate=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Send these words and no others."""
        event.stop()
        if self._decided_on and self.editor.written == self._decided_on:
            self.post_message(self.Sent(self._decided_on))
        else:
            self.judge()

    @on(DraftEditor.Sent)
    @work(exclusive=True, group="judge")
    async def judge(self) -> None:
        """Judge the answer in the background, so that typing never waits."""
        text = self.editor.written
        judge = partial(judge_reply, self._chat, self._place, text)
        found = await judged(self._checker, judge, text, country_in(self.app))
        if found is None:
            self.query_one("#judged", Static).update(shown(_(WAIT)))
            return
        judgement, words = found
        self._decided_on = text if judgement.is_yours else ""
        self.query_one("#judged", Static).update(shown(words))
        send = self.query_one("#send", Button)
        send.set_class(judgement.is_yours, "asked")
        if judgement.is_yours:
            send.focus(scroll_visible=False)
        self.call_after_refresh(self.scroll_visible, animate=False)
