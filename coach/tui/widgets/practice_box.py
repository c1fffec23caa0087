"""What boxes to practise in have in common: figures choose, up and down go from button to button."""

from __future__ import annotations

from textual import events
from textual.containers import Vertical
from textual.widgets import Button, Static

from coach.tui.safe_text import shown

ON, OFF = "\u25a3", "\u25a1"
"""A box that is ticked, and one that is not."""


class PracticeBox(Vertical):
    """A practice of buttons."""

    DEFAULT_CSS = """
    PracticeBox { height: auto; margin-bottom: 1; }
    PracticeBox Button { width: 100%; max-width: 76; height: auto; }
    PracticeBox Button { content-align-horizontal: left; text-align: left; }
    PracticeBox .row { height: auto; }
    PracticeBox .row Button { width: auto; max-width: 100%; margin-right: 1; }
    PracticeBox .answer { height: auto; max-width: 76; padding: 0 1; margin-top: 1; display: none; }
    PracticeBox .answer.passed { display: block; border-left: outer $success; }
    PracticeBox .answer.again { display: block; border-left: outer $warning; }
    """

    def on_key(self, event: events.Key) -> None:
        """Up and down go from button to button."""
        if event.key in {"up", "down"}:
            event.stop()
            move = self.screen.focus_next if event.key == "down" else self.screen.focus_previous
            move(Button)

    def choose(self, number: int) -> None:
        """Choose by figure, counted from 0; nothing happens where there is nothing of that number."""
        raise NotImplementedError

    def say(self, words: str, *, passed: bool) -> None:
        """Show an answer, told by sign and words."""
        answer = self.query_one(".answer", Static)
        answer.update(shown(("\u2713 " if passed else "\u21bb ") + words))
        answer.set_class(passed, "passed")
        answer.set_class(not passed, "again")
        answer.call_after_refresh(answer.scroll_visible, animate=False)

    def say_nothing(self) -> None:
        """Take the answer away."""
        self.query_one(".answer", Static).remove_class("passed", "again")
