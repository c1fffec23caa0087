"""Arrows move between buttons, and out of lines of one row, and stop at both ends.

Up and down go through all buttons of a screen, left and right stay among those side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from textual.containers import ScrollableContainer
from textual.dom import DOMNode
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widget import Widget
from textual.widgets import Button, Input

STEPS: Mapping[str, int] = {"up": -1, "left": -1, "down": 1, "right": 1}
"""Back or on, by the key."""
WAYS = "ways"
"""The name of the row at the foot of a screen with the ways back and on."""
SIDEWAYS = frozenset({"left", "right"})


def is_button(widget: Widget) -> bool:
    """Return whether an arrow may stop at a widget."""
    return isinstance(widget, Button)


def go_by_arrow(screen: Screen[Any], key: str) -> bool:
    """Move the focus from a button, or by up and down from a line, unless the screen has its own use for the arrow.

    Left and right move only between buttons of one row: in a line they move the cursor.

    Returns:
        Whether the focus moved.
    """
    focused = screen.focused
    if key not in STEPS or focused is None or key in screen._bindings.key_to_bindings:
        return False
    if isinstance(focused, Button):
        return go_beside(screen, key, focused.parent) if key in SIDEWAYS else go_beside(screen, key, kind=_is_no_page)
    return isinstance(focused, Input) and key not in SIDEWAYS and go_beside(screen, key, kind=_is_no_page)


def _is_no_page(widget: Widget) -> bool:
    """Return whether a widget is anything but a page that arrows only scroll."""
    return isinstance(widget, ScrollView) or not isinstance(widget, ScrollableContainer)


def go_beside(
    screen: Screen[Any], key: str, among: DOMNode | None = None, kind: Callable[[Widget], bool] = is_button
) -> bool:
    """Move the focus to the next widget that an arrow leads to; at the last one it stays.

    Up and down never lead from one of the ways at the foot of a screen to another: Up leads to what is above them, and
    Down from there to the one that goes on.

    Args:
        screen: the screen.
        key: the arrow.
        among: whose children alone may be reached; None for all of the screen.
        kind: which widgets may be reached.

    Returns:
        Whether the focus moved.
    """
    chain = screen.focus_chain
    at = chain.index(screen.focused) if screen.focused in chain else 0
    further = chain[at + 1 :] if STEPS[key] > 0 else chain[:at][::-1]
    ways = _ways_of(screen.focused) if key not in SIDEWAYS else None
    for widget in further:
        if kind(widget) and (among is None or among in widget.ancestors) and (ways is None or _ways_of(widget) != ways):
            _first_of(widget, key).focus()
            return True
    return False


def _ways_of(widget: Widget | None) -> DOMNode | None:
    """The row of ways back and on that holds a widget, if one does."""
    parent = widget.parent if widget else None
    return parent if parent and parent.id == WAYS else None


def _first_of(widget: Widget, key: str) -> Widget:
    """The way on, where Down comes to a row of ways; else the widget itself."""
    ways = _ways_of(widget) if key == "down" else None
    on = (each for each in ways.query(Button) if each.variant == "primary" and not each.disabled) if ways else ()
    return next(iter(on), widget)
