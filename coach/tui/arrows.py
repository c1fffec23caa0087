"""Arrows move between buttons and stop at both ends.

Up and down go through all buttons of a screen, left and right stay among those side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button

STEPS: Mapping[str, int] = {"up": -1, "left": -1, "down": 1, "right": 1}
"""Back or on, by the key."""
SIDEWAYS = frozenset({"left", "right"})


def is_button(widget: Widget) -> bool:
    """Return whether an arrow may stop at a widget."""
    return isinstance(widget, Button)


def go_beside(
    screen: Screen[Any], key: str, among: DOMNode | None = None, kind: Callable[[Widget], bool] = is_button
) -> None:
    """Move the focus to the next widget that an arrow leads to; at the last one it stays.

    Args:
        screen: the screen.
        key: the arrow.
        among: whose children alone may be reached; None for all of the screen.
        kind: which widgets may be reached.
    """
    chain = screen.focus_chain
    at = chain.index(screen.focused) if screen.focused in chain else 0
    further = chain[at + 1 :] if STEPS[key] > 0 else chain[:at][::-1]
    for widget in further:
        if kind(widget) and (among is None or among in widget.ancestors):
            widget.focus()
            return
