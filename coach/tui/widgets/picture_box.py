"""A picture with a box to move, draw and resize by keyboard or mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PIL import Image
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from coach.locale import N_
from coach.pictures import Area, seen_through, shaded, wide_zoom, window_of
from coach.tui.pixels import Means, means_of, picture_widget

STEP = 0.03
"""How far a key moves the box, as a share of the visible part."""
LEAST = 0.004
"""The smallest box, as a share of the picture."""
MOST = 0.8
"""The largest box after zooming in, as a share of the visible part."""
ZOOM, CLOSEST = 1.6, 40.0
WHOLE = Area(0, 0, 1, 1)
RIGHT_BUTTON = 3
_CELL = 10, 20
"""Pixels per terminal cell, if the terminal shows pixels."""
_MOVES = (("left", -1, 0), ("right", 1, 0), ("up", 0, -1), ("down", 0, 1))


class PictureBox(Container, can_focus=True):
    """The visible part of the picture, with the chosen box tinted and framed.

    Dragging draws a box; dragging with the right button, or with Ctrl, moves the picture.
    """

    BINDINGS = [
        *(Binding(key, f"move({x},{y})", N_("move the box"), show=False) for key, x, y in _MOVES),
        *(Binding(f"shift+{key}", f"size({x},{y})", N_("change its size"), show=False) for key, x, y in _MOVES),
        Binding("plus,equals_sign", "zoom(1)", N_("zoom in"), show=False),
        Binding("minus", "zoom(-1)", N_("zoom out"), show=False),
    ]
    DEFAULT_CSS = """
    PictureBox { height: 1fr; margin: 0 1; border: blank; }
    PictureBox:focus { border: round $border; }
    PictureBox > * { width: 100%; height: 100%; }
    """

    class Drawn(Message):
        """Posted when a box was drawn by mouse."""

    def __init__(self, *, is_preview: bool = False) -> None:
        """Make it; a preview has no box and takes no keys."""
        super().__init__()
        self.can_focus = not is_preview
        self._is_preview = is_preview
        self.image: Image.Image | None = None
        self.area = Area(0.1, 0.1, 0.5, 0.2)
        self.covered: Sequence[Area] = ()
        """What is covered, to be crossed out where nobody could see black."""
        self.zoom = 1.0
        self._is_new = False
        """Whether the zoom is still to be chosen, once the size of this widget is known."""
        self._window = WHOLE
        self._from: tuple[float, float] | None = None
        """Where the mouse went down, as shares of the picture."""
        self._is_moving = False
        """Whether the picture is moved by mouse."""

    def compose(self) -> ComposeResult:
        """The picture, as well as the terminal can show it."""
        self._means = means_of(self.app)
        self._shown: Widget = Static(markup=False) if self.is_in_letters else picture_widget(self._means)
        yield self._shown

    @property
    def is_in_letters(self) -> bool:
        """Whether only light and dark can be seen."""
        return self._means is Means.LETTERS

    def show(self, image: Image.Image | None) -> None:
        """Show another picture: a preview as a whole, otherwise from its top and as large as it can be read."""
        self.image, self.zoom, self.area = image, 1.0, Area(0.1, 0.02, 0.5, 0.1)
        self._is_new, self.covered = not self._is_preview, ()
        if image is None:
            self._put_in(None)
        self.draw()

    def draw(self) -> None:
        """Draw the picture and its box."""
        width, height = self._shown.size
        if self.image is None or not width or not height:
            return
        if self._is_new:
            self.zoom, self._is_new = min(wide_zoom(self.image, width / height / 2), CLOSEST), False
        if self._from is None:
            self._window = window_of(self.image, self.area, width / height / 2, self.zoom)
        across, down = _CELL if self._means is Means.PIXELS else (1, 2)
        area = None if self._is_preview else self.area
        if self.is_in_letters:
            self._put_in("\n".join(shaded(self.image, self._window, (width, height), area, self.covered)))
        else:
            self._put_in(seen_through(self.image, self._window, area, (width * across, height * down)))

    def _put_in(self, drawn: Image.Image | str | None) -> None:
        """Show what was drawn, or nothing."""
        if isinstance(self._shown, Static):
            self._shown.update(drawn if isinstance(drawn, str) else "")
        else:
            setattr(self._shown, "image", drawn)  # noqa: B010 - each kind of picture has it, their common class has not

    def on_resize(self) -> None:
        """Redraw at the new size."""
        self.call_after_refresh(self.draw)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin a box, or to move the picture."""
        if self.image is not None and not self._is_preview:
            self.focus()
            self.capture_mouse()
            self._is_moving = event.button == RIGHT_BUTTON or event.ctrl
            self._from = None if self._is_moving else self._place(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Stretch the box to the mouse, or move the picture with it."""
        if self._is_moving:
            seen, region = self._window, self._shown.region
            across = event.delta_x / max(region.width, 1) * (seen.right - seen.left)
            down = event.delta_y / max(region.height, 1) * (seen.bottom - seen.top)
            self._put(self.area.left - across, self.area.top - down)
            self.draw()
        elif self._from is not None:
            (x0, y0), (x1, y1) = self._from, self._place(event)
            if abs(x1 - x0) > LEAST and abs(y1 - y0) > LEAST:
                self.area = Area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
                self.draw()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Finish the box; a click without moving centres the old box there."""
        if self._from is None and not self._is_moving:
            return
        self.release_mouse()
        begun, self._from, self._is_moving = self._from, None, False
        x, y = self._place(event)
        if (x, y) == begun:
            self._put(x - (self.area.right - self.area.left) / 2, y - (self.area.bottom - self.area.top) / 2)
        elif begun:
            self.post_message(self.Drawn())
        self.draw()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Zoom in."""
        event.stop()
        self.action_zoom(1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Zoom out."""
        event.stop()
        self.action_zoom(-1)

    def action_move(self, x: int, y: int) -> None:
        """Move the box by a step."""
        wide, high = self._step()
        self._put(self.area.left + x * wide, self.area.top + y * high)
        self.draw()

    def action_size(self, x: int, y: int) -> None:
        """Change the size of the box by a step."""
        area, (wide, high) = self.area, self._step()
        right = min(max(area.right + x * wide, area.left + LEAST), 1)
        bottom = min(max(area.bottom + y * high, area.top + LEAST), 1)
        self.area = replace(area, right=right, bottom=bottom)
        self.draw()

    def action_zoom(self, steps: int) -> None:
        """Zoom in or out; shrink the box if it would fill the visible part."""
        self.zoom = min(max(self.zoom * ZOOM**steps, 1.0), CLOSEST)
        self.draw()
        area, seen = self.area, self._window
        wide = min(area.right - area.left, (seen.right - seen.left) * MOST)
        high = min(area.bottom - area.top, (seen.bottom - seen.top) * MOST)
        left, top = (area.left + area.right - wide) / 2, (area.top + area.bottom - high) / 2
        self.area = Area(left, top, left + wide, top + high)
        self.draw()

    def _step(self) -> tuple[float, float]:
        """How far a key moves the box, as shares of the picture; less after zooming in."""
        seen = self._window
        return STEP * min(seen.right - seen.left, 1), STEP * min(seen.bottom - seen.top, 1)

    def _put(self, left: float, top: float) -> None:
        wide, high = self.area.right - self.area.left, self.area.bottom - self.area.top
        left, top = min(max(left, 0), 1 - wide), min(max(top, 0), 1 - high)
        self.area = Area(left, top, left + wide, top + high)

    def _place(self, event: events.MouseEvent) -> tuple[float, float]:
        """The mouse position as shares of the picture."""
        region, seen = self._shown.region, self._window
        across = (event.screen_x - region.x + 0.5) / max(region.width, 1)
        down = (event.screen_y - region.y + 0.5) / max(region.height, 1)
        x, y = seen.left + across * (seen.right - seen.left), seen.top + down * (seen.bottom - seen.top)
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
