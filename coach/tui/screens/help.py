"""Help: where you are, the keys, who reads what, and what Coach keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.tui.keys import keys_of
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.more_line import more_on_border

WORDS = N_("""\
{here}

Does something feel bad or scary?
Tell a grown-up you trust. It is not your fault.
In danger, call your country's emergency number.
F2 shows people who help, near you.

Sit side by side. One of you types, the other reads.
Then swap.

\u25cf Child reads        words for the child, on the left
\u25a0 Grown-up reads     words for the grown-up, on the right
\u25c6 Talk together      no right answer: just talk

{keys}

Signs on words
  ! look    !! pause    !!! stop
  !! hurts    !!! careful    in a message that you got
A sign is a question: do you want to say it like this?
You decide. Coach is sometimes wrong.

A chat
Look at it together, or not at all. You can stop at any
time, and Coach forgets it when you leave.

What Coach keeps
Only nicknames, your progress, promises and settings, and
the private words that the grown-up typed in.
Nothing else you type is kept, and nothing is sent.""")


EVERYWHERE = N_("""\
Keys (the mouse works everywhere too)
  Tab, arrows       move from one thing to the next
  Enter             press a button, open a lesson
  1 to 8            choose an answer, in a lesson
  a number          open the lesson with it, on home""")


class HelpScreen(RoomyScreen, ModalScreen[None]):
    """Help on top of any screen."""

    BINDINGS = [Binding("escape,f1", "close", N_("Close"), show=False)]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > Vertical { width: 66; max-width: 100%; height: 90%; border: round $primary; background: $surface; }
    HelpScreen VerticalScroll { height: 1fr; padding: 0 1; }
    HelpScreen Button { dock: bottom; width: auto; margin-left: 1; }
    """

    def __init__(self, here: Iterable[str], keys: Iterable[tuple[str, str]]) -> None:
        """Take what to say about where the family is, and each key as written, with what it does."""
        super().__init__()
        lines = (f"  {written:<17} {words}" for written, words in keys)
        words = _(WORDS).replace("{here}", "\n".join(here)).replace("{keys}", "\n".join([_(EVERYWHERE), *lines]))
        self._words = words.strip()

    def compose(self) -> ComposeResult:
        """The words and a button to close."""
        with Vertical() as box:
            box.border_title = _("Help")
            with VerticalScroll():
                yield Static(self._words, markup=False)
            yield Button(_("Close (Esc)"), compact=True)

    def on_mount(self) -> None:
        """Say whether more is below."""
        more_on_border(self.query_one(Vertical), self.query_one(VerticalScroll))

    def on_button_pressed(self) -> None:
        """Close."""
        self.dismiss()

    def action_close(self) -> None:
        """Close."""
        self.dismiss()


def toggle_help(app: App[Any]) -> None:
    """Show help above any screen, or close it."""
    if isinstance(app.screen, HelpScreen):
        app.pop_screen()
    else:
        from coach.tui.here import words_here

        app.push_screen(HelpScreen(words_here(app.screen), keys_of(app)))
