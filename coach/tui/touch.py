"""Fingers on glass: in a browser, a tap beside a button presses it, and answers have room between them."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.app import App
from textual.containers import ScrollableContainer
from textual.errors import NoWidget
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets._footer import FooterKey

NARROW = 62
"""Columns below which a page is that of a phone, with small letters."""
REACH = ((0, 0), (0, -1), (0, 1), (-1, 0), (1, 0), (-2, 0), (2, 0), (-1, -1), (1, -1), (-1, 1), (1, 1))
"""Where a tap may have been meant, nearest first, in columns and lines."""


class TouchApp(App[None]):
    """Takes a tap on an empty place for one on what is right beside it."""

    SCOPED_CSS = False
    DEFAULT_CSS = """
    .-touch PracticeBox Button { margin-bottom: 1; }
    """

    async def on_event(self, event: events.Event) -> None:
        """Move a tap to the nearest thing to press."""
        is_free = self.is_web and self.mouse_captured is None and not event.is_forwarded
        if is_free and isinstance(event, (events.MouseDown, events.MouseUp)):
            place = meant(self.screen, event.screen_offset)
            event._x = event._screen_x = place.x
            event._y = event._screen_y = place.y
        await super().on_event(event)

    def on_resize(self, event: events.Resize) -> None:
        """Make room between answers on a phone."""
        self.set_class(self.is_web and event.size.width < NARROW, "-touch")


def meant(screen: Screen[object], tapped: Offset) -> Offset:
    """Return the nearest place to `tapped` where something can be pressed; `tapped` itself if there is none."""
    near = (tapped + Offset(*step) for step in REACH)
    return next((place for place in near if any(map(_is_pressed, _above(screen, place)))), tapped)


def _above(screen: Screen[object], place: Offset) -> Iterator[Widget]:
    """Yield the widget at a place and what it is in."""
    try:
        widget, _ = screen.get_widget_at(*place)
    except NoWidget:
        return
    yield from (node for node in widget.ancestors_with_self if isinstance(node, Widget))


def _is_pressed(widget: Widget) -> bool:
    """Whether a tap does something here; one into a view that scrolls does not."""
    return isinstance(widget, FooterKey) or (widget.focusable and not isinstance(widget, (ScrollableContainer, Screen)))
