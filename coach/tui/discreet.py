"""An app whose crash message never holds anything that was typed."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text
from textual.screen import Screen

from coach.errors import sorry
from coach.tui.forgiving import ForgivingApp
from coach.tui.screens.too_small import FirstScreen


class DiscreetApp(ForgivingApp):
    """Apologizes in place of Textual's traceback, which shows the value of every variable."""

    def get_default_screen(self) -> Screen[None]:
        """Return the screen below all others."""
        return FirstScreen(id="_default")

    def panic(self, *renderables: RenderableType) -> None:
        """End with one apology."""
        del renderables
        if not self._exit_renderables:
            super().panic(Text(sorry(self._exception or OSError())))

    def _fatal_error(self) -> None:
        self.panic()
