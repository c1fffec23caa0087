"""What all practice boxes share: numbers choose, up and down move between buttons, left and right in a row."""

from __future__ import annotations

from textual import events
from textual.containers import Vertical
from textual.dom import DOMNode
from textual.message import Message
from textual.widgets import Button, Static

from coach.locale import N_
from coach.tui.arrows import SIDEWAYS, STEPS, go_beside
from coach.tui.safe_text import shown

ON, OFF = "\u25a3", "\u25a1"
"""A ticked box and an empty one, where many can be chosen."""
CHOSEN, OTHER = "\u25c9", "\u25cb"
"""A filled circle and an empty one, where one can be chosen."""


TICKS = N_("Space or a number ticks. With something ticked, Enter means: {button}.")
"""Below a list in which many can be ticked, and whose button comes next."""


class PracticeBox(Vertical):
    """A practice made of buttons."""

    DEFAULT_CSS = """
    PracticeBox { height: auto; margin-bottom: 1; }
    PracticeBox Button { width: 100%; max-width: 76; height: auto; }
    PracticeBox Button { content-align-horizontal: left; text-align: left; }
    PracticeBox .how { height: auto; padding: 0 1; color: $text-muted; }
    PracticeBox .row { height: auto; }
    PracticeBox .row Button { width: auto; max-width: 100%; margin-right: 1; }
    PracticeBox .answer { height: auto; max-width: 76; padding: 0 1; margin-top: 1; display: none; }
    PracticeBox .answer.passed { display: block; border-left: outer $success; }
    PracticeBox .answer.again { display: block; border-left: outer $warning; }
    """

    class Ended(Message):
        """Posted when all is right here: the next Enter goes on."""

    class GoOn(Message):
        """Posted when all is right here, what Coach says was read, and Enter was pressed to go on."""

    def on_key(self, event: events.Key) -> None:
        """Move between buttons with up and down, in a row with left and right too."""
        row = self._row_in_focus if event.key in SIDEWAYS else None
        if row or event.key in STEPS.keys() - SIDEWAYS:
            event.stop()
            go_beside(self.screen, event.key, row)

    @property
    def _row_in_focus(self) -> DOMNode | None:
        """The row of the button with the focus, if it is in one."""
        parent = self.screen.focused.parent if isinstance(self.screen.focused, Button) else None
        return parent if parent and parent.has_class("row") else None

    def choose(self, number: int) -> None:
        """Choose by number, counted from 0; ignore numbers that are too high."""
        raise NotImplementedError

    def shows_first(self) -> bool:
        """Show what Coach says, where both have answered and not seen it; return whether there was anything to show.

        Who presses Next then does not miss it.
        """
        return False

    def say(self, words: str, *, passed: bool, scrolls: bool = True) -> None:
        """Show an answer as a sign, once, and words; the view scrolls to it unless `scrolls` is false."""
        answer = self.query_one(".answer", Static)
        sign = "\u2713 " if passed else "\u21bb "
        answer.update(shown(words if words.startswith(sign) else sign + words))
        answer.set_class(passed, "passed")
        answer.set_class(not passed, "again")
        if scrolls:
            answer.call_after_refresh(answer.scroll_visible, animate=False)

    def say_nothing(self) -> None:
        """Hide the answer."""
        self.query_one(".answer", Static).remove_class("passed", "again")
