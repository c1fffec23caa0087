"""A line to type into, which takes no character that would steer the terminal."""

from __future__ import annotations

from textual.widgets import Input

from coach.visible import visible


class LineInput(Input):
    """An Input whose value can be shown as it is, whatever was pasted."""

    def validate_value(self, value: str) -> str:
        """The value with every hidden character as U+FFFD, so that places stay true."""
        return visible(value)
