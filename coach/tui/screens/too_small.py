"""What is shown while the window is too small to read in, and how the screens below it survive that."""

from __future__ import annotations

from typing import Any, ClassVar, cast

from textual import events
from textual.app import App, ComposeResult
from textual.await_complete import AwaitComplete
from textual.events import Resize
from textual.geometry import Size
from textual.layout import DockArrangeResult
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from coach.locale import _
from coach.tui.arrows import go_by_arrow
from coach.tui.first_letter import is_box, take_letter

LEAST = Size(50, 18)
"""The smallest readable window, in columns and lines."""


class RoomyScreen:
    """Lays a screen out for at least `least` columns and lines; in a smaller window only part of it is seen.

    In fewer columns Textual would wrap words at width 0, which ends the app and loses the draft. This is a mixin: a
    screen inherits its styles from the first of its bases that is a widget.
    """

    least: ClassVar = LEAST
    """The smallest size to lay out for."""
    _was_shown = False
    _written_in: Widget | None = None
    """The box that had the focus last, for a letter that is typed elsewhere."""

    def arrange(self, size: Size, *more: Any, **named: Any) -> DockArrangeResult:  # noqa: ANN401  # as Textual gives them
        """Arrange the widgets for `size`, or for `least` if that is larger."""
        room = Size(max(size.width, self.least.width), max(size.height, self.least.height))
        arranged: DockArrangeResult = super().arrange(room, *more, **named)  # type: ignore[misc]
        return arranged

    async def _on_compose(self, event: events.Compose) -> None:
        """Have the classes of this window's size from the start: with each that came later all would be styled anew."""
        del event
        screen = cast("Screen[object]", self)
        app = screen.app
        widths = app.HORIZONTAL_BREAKPOINTS if screen.HORIZONTAL_BREAKPOINTS is None else screen.HORIZONTAL_BREAKPOINTS
        heights = app.VERTICAL_BREAKPOINTS if screen.VERTICAL_BREAKPOINTS is None else screen.VERTICAL_BREAKPOINTS
        for room, steps in ((app.size.width, widths), (app.size.height, heights)):
            screen.add_class(*screen._get_breakpoint_classes(room, steps or []))

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """Be styled anew only when coming back: each widget of a new screen was styled when it was put there."""
        event.refresh_styles, self._was_shown = self._was_shown and event.refresh_styles, True

    async def _on_resize(self, event: Resize) -> None:
        """Take the newest size of the app, whatever size this message tells.

        A screen posts itself a message with each size that it takes. Two messages with different sizes, as a window
        that is dragged sends, would go round for ever: each undoes what the other did.
        """
        event.size = self.app.size  # type: ignore[attr-defined]

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember where somebody writes."""
        if is_box(event.widget):
            self._written_in = event.widget

    def on_key(self, event: events.Key) -> None:
        """Lose no letter that is typed beside the box for it, and let arrows move between buttons and lines."""
        screen = cast("Screen[object]", self)
        if take_letter(screen, event, self._written_in) or go_by_arrow(screen, event.key):
            event.stop()

    def dismiss(self, result: Any = None) -> AwaitComplete:  # noqa: ANN401  # as Textual gives it
        """Close; a key that was pressed before this screen was gone must not close the one below too."""
        if self.app.screen is not self:  # type: ignore[attr-defined]
            return AwaitComplete()
        closed: AwaitComplete = super().dismiss(result)  # type: ignore[misc]
        return closed

    def _screen_resized(self, size: Size) -> None:
        """Lay out for the newest size, unless that is done: a screen tells itself each size that it has just taken."""
        del size
        if self.outer_size != self.app.size:  # type: ignore[attr-defined]
            super()._screen_resized(self.app.size)  # type: ignore[misc, attr-defined]


class FirstScreen(RoomyScreen, Screen[None]):
    """The screen below all others, where the first words are painted."""


class TooSmallScreen(RoomyScreen, ModalScreen[None]):
    """Asks for a bigger window; closes by itself."""

    least = Size(10, 1)

    DEFAULT_CSS = """
    TooSmallScreen { background: $background; align: center middle; }
    TooSmallScreen Static { width: auto; max-width: 100%; height: auto; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        """The size that Coach needs."""
        room = _("{width} wide and {height} high.").format(width=LEAST.width, height=LEAST.height)
        words = _("Coach needs a little more room:\n{room}\nMake the window bigger.").format(room=room)
        plain = _("Or type in a terminal: coach --plain")
        yield Static(f"{words}\n{plain}\n{_('Ctrl+Q quits.')}", markup=False)


def fit(app: App[Any], size: Size) -> None:
    """Ask for more room while the window is too small."""
    small = size.width < LEAST.width or size.height < LEAST.height
    shown = isinstance(app.screen, TooSmallScreen)
    if small and not shown:
        app.push_screen(TooSmallScreen())
    elif shown and not small:
        app.pop_screen()
