"""An app whose last words, where something goes wrong in it, hold nothing that was typed."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text
from textual.app import App

from coach.errors import sorry


class DiscreetApp(App[None]):
    """Says sorry in place of Textual's own page, which shows what every variable holds."""

    def panic(self, *renderables: RenderableType) -> None:
        """End, and say so once."""
        del renderables
        if not self._exit_renderables:
            super().panic(Text(sorry(self._exception or OSError())))

    def _fatal_error(self) -> None:
        self.panic()
