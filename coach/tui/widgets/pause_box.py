"""A pause that counts and breathes, in one line."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.models import Pause
from coach.tui.family_app import family_in
from coach.tui.messages import Deed, DeedDone
from coach.tui.relabel import relabel
from coach.tui.safe_text import shown
from coach.tui.widgets.practice_box import PracticeBox

BEAT = 1.2
"""Seconds that one number takes."""
TICKS = 4
"""How often the line is drawn in that time."""
WIDTH = 24
"""Cells of the line when the breath is deepest."""
IN, OUT = N_("breathe in"), N_("breathe out")
THERE = N_("There. Go on when you are both ready.")
START, AGAIN = N_("Count together"), N_("Once more")


def breath(count: int, part: float) -> str:
    """Return one moment of a pause: the number, the breath as a line that grows and shrinks, and in or out.

    Args:
        count: how far the pause counts.
        part: how much of the pause is over, from 0 to 1.
    """
    turn = 0.4
    depth = part / turn if part < turn else (1 - part) / (1 - turn)
    line = "\u2501" * max(1, round(WIDTH * depth))
    return f"{number_at(count, part)}  {line:<{WIDTH}}  {_(IN) if part < turn else _(OUT)}"


def number_at(count: int, part: float) -> int:
    """Return the number that is said when this much of the pause is over."""
    return min(int(part * count) + 1, count)


class PauseLine(Static):
    """Counts once it is started; where nothing should move, it shows the numbers only."""

    DEFAULT_CSS = """
    PauseLine { height: 1; padding: 0 1; color: $text-primary; }
    """

    def __init__(self, count: int, words: str = "") -> None:
        """Take how far to count, and what the line says before that."""
        super().__init__(words, markup=False)
        self._count = count
        self._ticks = 0
        self._timer: Timer | None = None

    def start(self) -> None:
        """Count from one."""
        if self._timer:
            self._timer.stop()
        self._ticks = 0
        self._show()
        self._timer = self.set_interval(BEAT / TICKS, self._tick)

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks < self._count * TICKS:
            self._show()
        elif self._timer:
            self._timer.stop()
            self.update(_(THERE))
            # A message made in a timer belongs to whoever started the timer, and stops there.
            self.call_later(self._say_so)

    @property
    def is_counting(self) -> bool:
        """Whether it has begun and not come to its end."""
        return self._timer is not None and self._ticks < self._count * TICKS

    def _say_so(self) -> None:
        self.post_message(DeedDone(Deed.PAUSE))
        self.post_message(PracticeBox.Ended())

    def _show(self) -> None:
        part = self._ticks / (self._count * TICKS)
        family = family_in(self.app)
        if family.comfort.moves:
            self.update(shown(breath(self._count, part)))
        elif self._ticks % TICKS == 0:
            self.update(shown("  ".join(map(str, range(1, number_at(self._count, part) + 1)))))


class PauseBox(Vertical):
    """A button that starts the pause, and its line."""

    DEFAULT_CSS = """
    PauseBox { height: auto; padding: 0 1; margin-bottom: 1; }
    PauseBox Button { width: auto; margin-bottom: 1; }
    PauseBox.row { layout: horizontal; height: 1; padding: 0; }
    PauseBox.row PauseLine { width: 1fr; }
    """

    def __init__(self, pause: Pause, words: str = "", *, is_row: bool = False) -> None:
        """Take a pause, and what its line says before it; in a row, the line is beside the button."""
        super().__init__(classes="row" if is_row else None)
        self._pause = pause
        self._words = words

    def compose(self) -> ComposeResult:
        """The button and the line."""
        is_row = self.has_class("row")
        yield Button(_(START), id="count", variant="default" if is_row else "primary", compact=True)
        yield PauseLine(self._pause.count, self._words)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Count, unless it counts already."""
        event.stop()
        line = self.query_one(PauseLine)
        if not line.is_counting:
            relabel(event.button, _(AGAIN))
            line.start()
