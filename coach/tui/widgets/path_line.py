"""The path of lessons as a line with a station each, which fills as a family goes on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from coach.tui.path import BEGUN, DONE
from coach.tui.safe_text import on_one_line, safe, shown

STEP, AHEAD = "\u2501", "\u2500"
"""The line behind the family, and the one before it."""
BEFORE = "  "
"""Between the path and its flowers."""
HERE = "\u2514 "
WIDEST = 5
"""The most columns between two stations."""


class PathLine(Widget):
    """Draws the stations, and below them where the family is."""

    DEFAULT_CSS = """
    PathLine { height: 2; width: 1fr; margin: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__(id="path")
        self._signs: Sequence[str] = ()
        self._at, self._words, self._flowers = 0, "", Content()

    def show(self, signs: Sequence[str], at: int, words: str, flowers: Content = Content()) -> None:  # noqa: B008 - frozen
        """Draw stations by their signs; `words` are for the one at `at`, counted from 0; `flowers` end the path."""
        self._signs, self._at, self._words, self._flowers = signs, at, words, flowers
        self.refresh()

    def render(self) -> RenderResult:
        """The line and the words, as wide as there is room."""
        return drawn(self._signs, self._at, self._words, self.content_size.width, self._flowers)


def drawn(signs: Sequence[str], at: int, words: str, width: int, flowers: Content = Content()) -> Content:  # noqa: B008 - frozen
    """Draw the stations in `width` columns, `flowers` behind them, and below the one at `at` its words.

    Without room for the stations, only the words are shown, and the flowers if they fit.
    """
    room = width - (flowers.cell_length + len(BEFORE) if flowers else 0)
    gap = min(WIDEST, (room - len(signs)) // max(len(signs) - 1, 1))
    end = BEFORE + flowers if flowers else Content("")
    if gap < 1:
        return (shown(on_one_line(words, room), "bold") if words else Content("")) + end
    line = Content("").join(_station(sign, number, gap, at) for number, sign in enumerate(signs)) + end
    text = on_one_line(HERE + safe(words), width)
    indent = min(at * (gap + 1), max(width - len(text), 0))
    return line + "\n" + " " * indent + Content.styled(text, "bold $text")


def _station(sign: str, number: int, gap: int, at: int) -> Content:
    """The sign of a station, behind the line that leads to it."""
    colour = {DONE: "$care", BEGUN: "$brand"}.get(sign, "$text-muted")
    way = Content("") if number == 0 else Content.styled((STEP if sign == DONE else AHEAD) * gap, _way(sign))
    return way + Content.styled(sign, f"bold {'$brand' if number == at else colour}")


def _way(sign: str) -> str:
    return "$care" if sign == DONE else "$line"
