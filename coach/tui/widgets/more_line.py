"""The sign that more is below what can be seen."""

from __future__ import annotations

from collections.abc import Callable

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from coach.locale import N_, _

MORE = N_("\u25bc more below")


class MoreLine(Static):
    """Says whether more of another widget is below; takes no room while nothing is."""

    DEFAULT_CSS = """
    MoreLine, ReadyLine MoreLine { width: auto; height: 1; margin-left: 1; color: $text-warning; display: none; }
    MoreLine.more, ReadyLine MoreLine.more { display: block; }
    """

    def __init__(self, scroller: VerticalScroll) -> None:
        super().__init__(_(MORE), markup=False)
        self._scroller = scroller

    def on_mount(self) -> None:
        """Look now, and whenever something scrolls or changes."""
        follow(self._scroller, lambda more: self.set_class(more, "more"))


def follow(scroller: VerticalScroll, say: Callable[[bool], object]) -> None:
    """Call `say` with whether more is below, now and whenever the scroller scrolls or changes its size."""

    def look() -> None:
        if scroller.is_attached:
            say(has_more(scroller))

    def settle() -> None:
        # Sizes change one after the other; only once all are settled is it clear what can be seen.
        scroller.call_after_refresh(look)

    for seen in ("scroll_y", "virtual_size", "size"):
        scroller.watch(scroller, seen, settle)


def more_on_border(box: Widget, scroller: VerticalScroll) -> None:
    """Say it on the lower border of a box around the scroller."""
    follow(scroller, lambda more: setattr(box, "border_subtitle", _(MORE) if more else ""))


def has_more(scroller: VerticalScroll) -> bool:
    """Return whether more is below; the empty line below the last widget does not count."""
    end = max((each.virtual_region.bottom for each in scroller.children if each.display), default=0)
    return scroller.display and scroller.scroll_y + scroller.scrollable_content_region.height < end
