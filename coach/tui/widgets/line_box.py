"""A line to write in that takes in no control characters."""

from __future__ import annotations

from textual.widgets import Input

from coach.tui.showing import safe


class LineBox(Input):
    """An input in which every character can be seen: what steers a terminal is U+FFFD before it is drawn."""

    def validate_value(self, value: str) -> str:
        """Every character as it may be shown; none is added or dropped."""
        return safe(value)
