"""An app whose crash message never holds anything that was typed."""

from __future__ import annotations

from rich.console import RenderableType
from rich.text import Text

from coach.errors import sorry
from coach.tui.touch import TouchApp


class DiscreetApp(TouchApp):
    """Apologizes in place of Textual's traceback, which shows the value of every variable."""

    def panic(self, *renderables: RenderableType) -> None:
        """End with one apology."""
        del renderables
        if not self._exit_renderables:
            super().panic(Text(sorry(self._exception or OSError())))

    def _fatal_error(self) -> None:
        self.panic()
