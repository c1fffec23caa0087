"""An app that holds what was typed no longer than its screen: neither in a crash message nor as drawn lines."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text
from textual._styles_cache import StylesCache
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from coach.errors import sorry
from coach.tui.forgiving import ForgivingApp
from coach.tui.screens.too_small import FirstScreen


class DiscreetApp(ForgivingApp):
    """Apologizes in place of Textual's traceback, which shows the value of every variable.

    Lets go of the lines that Textual drew: its cache of background colours is one for all widgets and holds the last
    1,024 of them with every line drawn on them, also when they are long gone.
    """

    def get_default_screen(self) -> Screen[None]:
        """Return the screen below all others."""
        return FirstScreen(id="_default")

    def pop_screen(self) -> AwaitComplete:
        """Close the screen on top, and let go of the lines drawn on it."""
        closed = super().pop_screen()
        forget_drawn_lines()
        return closed

    def panic(self, *renderables: RenderableType) -> None:
        """End with one apology."""
        del renderables
        if not self._exit_renderables:
            super().panic(Text(sorry(self._exception or OSError())))

    def _fatal_error(self) -> None:
        self.panic()


def forget_drawn_lines() -> None:
    """Empty the cache through which Textual holds the drawn lines of widgets that are gone."""
    # Not every version of Textual has it.
    clear = getattr(getattr(StylesCache, "get_inner_outer", None), "cache_clear", None)
    if clear:
        clear()
