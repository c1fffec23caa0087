"""Help: the keys, who types, what is kept."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

WORDS = """\
Does something feel bad or scary?
Tell a grown-up you trust. It is not your fault.
In danger, call your country's emergency number.
To talk to somebody else, look up your country's
child helpline together.

Sit side by side. One of you types, the other one reads.
Then swap.

\u25cf Child reads        words for the child, on the left
\u25a0 Grown-up reads     words for the grown-up, on the right
\u25c6 Talk together      no right answer: just talk

Keys (the mouse does all of it too)
  Tab, arrows    go from one thing to the next
  Enter          press a button, open a lesson
  1 to 6         choose an answer
  F3, F4         back, next (b and n too, outside a box)
  Page Down      more of a long step
  Esc            leave a box; then go home
  F1             this help
  Ctrl+P         find a command by its name
  Ctrl+Q         quit

Signs on words
  ! look    !! pause    !!! stop
A sign is a question: do you want to say it like this?
You decide. Coach is sometimes wrong.

What Coach keeps
Only how far you came, whose promises you made, and the
words that the grown-up asked it to keep to yourselves.
Nothing else that you type is kept. Nothing is sent."""


class HelpScreen(ModalScreen[None]):
    """Help on top of any screen."""

    BINDINGS = [
        Binding("escape,f1", "close", "Close", show=False),
        Binding("q", "close", "Close", show=False),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > Vertical { width: 66; max-width: 100%; height: 90%; border: round $primary; background: $surface; }
    HelpScreen VerticalScroll { height: 1fr; padding: 0 1; }
    HelpScreen Button { dock: bottom; width: auto; margin-left: 1; }
    """

    def compose(self) -> ComposeResult:
        """The words and a button to close."""
        with Vertical() as box:
            box.border_title = "Help"
            with VerticalScroll():
                yield Static(WORDS, markup=False)
            yield Button("Close (Esc)", compact=True)

    def on_button_pressed(self) -> None:
        """Close."""
        self.dismiss()

    def action_close(self) -> None:
        """Close."""
        self.dismiss()
