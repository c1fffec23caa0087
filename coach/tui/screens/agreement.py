"""Our agreement: both sides' promises, edited together, kept and saved as a page to hang up."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Input, Static, TextArea

from coach.models import Agreement
from coach.tui.messages import Left
from coach.tui.safe_text import shown
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.lines import KeyLine, LineBox

WELCOME = "A line, a promise. What you promised in the lessons stands here already: change it into your own words."
NAME = "our-agreement.pdf"


class AgreementScreen(Screen[None]):
    """The child's promises on the left, the grown-up's on the right."""

    BINDINGS = [Binding("escape", "leave", "Home")]
    DEFAULT_CSS = """
    AgreementScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    AgreementScreen .words { padding: 0 1; height: auto; }
    AgreementScreen #sides { height: 1fr; min-height: 4; }
    AgreementScreen #sides Vertical { width: 1fr; }
    AgreementScreen DraftEditor { height: 1fr; }
    AgreementScreen .line { height: 1; margin: 0 1; }
    AgreementScreen .line Static { width: auto; padding-right: 1; }
    AgreementScreen .line Input { width: 1fr; margin-right: 1; }
    AgreementScreen #day { max-width: 14; }
    AgreementScreen #said { height: auto; min-height: 1; padding: 0 1; }
    AgreementScreen .line Button { margin-right: 1; }
    """

    class Kept(Message):
        """Posted when the agreement is to be kept."""

        def __init__(self, child: str, grown_up: str, day: str) -> None:
            super().__init__()
            self.child = child
            self.grown_up = grown_up
            self.day = day

    class Saved(Kept):
        """Posted when it is to be kept, and saved as a page."""

        def __init__(self, child: str, grown_up: str, day: str, path: Path) -> None:
            super().__init__(child, grown_up, day)
            self.path = path

    def __init__(self, agreement: Agreement, day: str) -> None:
        """Show an agreement; `day` is when to look at it again, unless it says so itself."""
        super().__init__()
        self._agreement = agreement
        self._day = str(agreement.look_again or day)

    def compose(self) -> ComposeResult:
        """Both sides, the day, and what to do with it."""
        yield Static("Our agreement", markup=False, id="title")
        yield Static(WELCOME, markup=False, classes="words")
        with Horizontal(id="sides"):
            with Vertical():
                yield Static("\u25cf What the child promises", markup=False)
                yield DraftEditor("\n".join(self._agreement.child), has_signs=False)
            with Vertical():
                yield Static("\u25a0 What the grown-up promises", markup=False)
                yield DraftEditor("\n".join(self._agreement.grown_up), has_signs=False)
        with Horizontal(classes="line"):
            yield Static("We look at it again on", markup=False)
            yield LineBox(self._day, id="day", compact=True)
            yield Button("Keep it", id="keep", variant="primary", compact=True)
        with Horizontal(classes="line"):
            yield Static("Save a page (.pdf .html .md)", markup=False)
            yield LineBox(str(Path.home() / NAME), id="path", compact=True)
            yield Button("Save", id="save", compact=True)
        yield Static("", markup=False, id="said")
        with Horizontal(classes="line"):
            yield Button("\u2190 Home", id="home", compact=True)
        yield KeyLine()

    def say(self, words: str) -> None:
        """Say what became of it."""
        self.query_one("#said", Static).update(shown(words))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Keep it, save it, or go home."""
        child, grown_up = (editor.written for editor in self.query(DraftEditor))
        day = self.query_one("#day", Input).value
        if event.button.id == "keep":
            self.post_message(self.Kept(child, grown_up, day))
        elif event.button.id == "save":
            path = Path(self.query_one("#path", Input).value).expanduser()
            self.post_message(self.Saved(child, grown_up, day, path))
        else:
            self.post_message(Left())

    def action_leave(self) -> None:
        """Leave the box first; go home from anywhere else."""
        if isinstance(self.focused, TextArea):
            self.query_one("#keep", Button).focus()
        else:
            self.post_message(Left())
