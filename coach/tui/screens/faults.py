"""What is wrong in a lesson's file."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from coach.errors import Fault
from coach.tui.safe_text import shown
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.lines import KeyLine

FIX = "Fix these and save. The lesson comes back by itself."


class FaultsScreen(RoomyScreen, Screen[None]):
    """Every fault with its place and its fix."""

    DEFAULT_CSS = """
    FaultsScreen #title { height: 1; background: $error; color: $text; padding: 0 1; text-style: bold; }
    FaultsScreen VerticalScroll { padding: 1 2; }
    FaultsScreen VerticalScroll Static { margin-bottom: 1; }
    """

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__()
        self._faults = faults

    def compose(self) -> ComposeResult:
        """How many faults, then each of them."""
        yield Static(f"! {len(self._faults)} to fix", markup=False, id="title")
        with VerticalScroll():
            yield Static(FIX, markup=False)
            for fault in self._faults:
                yield Static(shown(str(fault)), markup=False)
        yield KeyLine()
