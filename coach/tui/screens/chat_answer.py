"""What would you answer? A reply is written, and judged with the turn before it in view."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static, TextArea

from coach.chats.together import together
from coach.counsel import pipeline_of
from coach.locale import N_, _
from coach.models.thread import Between
from coach.threads.answering import ReplyCheck
from coach.threads.chat_walk import MarkedTurn
from coach.threads.survey import audience_of
from coach.tui.checking import Checker, CheckerThrough
from coach.tui.screens.writing import WritingScreen
from coach.tui.widgets.draft_box import DraftBox
from coach.tui.widgets.lines import KeyLine, ReadyLine
from coach.tui.widgets.turn_view import TurnView

TITLE = N_("{question} Nothing you type here is sent or kept.")


class ChatAnswerScreen(WritingScreen):
    """A turn that was received, and a box for what the child would answer."""

    BINDINGS = [
        Binding("escape", "leave", N_("Back to the chat")),
        Binding("f3", "leave", N_("Back"), show=False),
    ]
    DEFAULT_CSS = """
    ChatAnswerScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    ChatAnswerScreen #received { height: auto; max-height: 6; }
    ChatAnswerScreen #need-not { height: auto; padding: 0 1; color: $text-muted; }
    ChatAnswerScreen DraftBox { height: 1fr; }
    ChatAnswerScreen DraftEditor { height: 5; }
    ChatAnswerScreen #ways { height: 1; }
    ChatAnswerScreen #ways Button { margin-left: 1; }
    """

    def __init__(self, checker: Checker, mark: MarkedTurn, between: Between) -> None:
        super().__init__()
        self._checker = checker
        self._mark = mark
        self.box = DraftBox(
            _of_replies(checker, mark.one.turn.text, between), audience=audience_of(between), takes_lines=False
        )

    def compose(self) -> ComposeResult:
        """The turn, the answer, what was found in it."""
        yield Static(_(TITLE).format(question=_(together().said["answer"])), markup=False, id="title")
        with VerticalScroll(id="received", can_focus=False):
            yield TurnView(self._mark.one, is_marked=True)
        if self._mark.need_not_be_answered:
            yield Static(_(together().said["need-not"]), markup=False, id="need-not")
        yield self.box
        with Horizontal(id="ways"):
            yield Button(_("\u2190 Back to the chat"), id="back", compact=True)
        yield ReadyLine(self._checker, self.box.flag_list)
        yield KeyLine()

    def on_mount(self) -> None:
        """Put the cursor in the answer."""
        self.box.editor.focus()

    def on_draft_editor_sent(self) -> None:
        """Go to the way back, so that the next Enter goes on."""
        self.query_one("#back", Button).focus()

    def on_button_pressed(self) -> None:
        """Go back to the chat."""
        self.app.pop_screen()

    def action_leave(self) -> None:
        """Leave the editor first; go back to the chat from anywhere else."""
        if isinstance(self.focused, TextArea):
            self.query_one("#back", Button).focus()
        else:
            self.app.pop_screen()


def _of_replies(checker: Checker, received: str, between: Between) -> CheckerThrough:
    """Return a checker of replies to one turn."""
    return CheckerThrough(checker, lambda check: ReplyCheck(check, pipeline_of(check), received, between))
