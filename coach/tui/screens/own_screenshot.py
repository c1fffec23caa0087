"""A screenshot of our own: cover names, faces and numbers, crop it, and save it as a new file."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from pathlib import Path

from PIL import Image
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from coach.errors import InputError
from coach.pictures import Area, cover, crop, open_screenshot, save_new
from coach.tui.messages import GoHome
from coach.tui.safe_text import shown
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.web_driver import hand_over
from coach.tui.widgets.lines import KeyLine, LineBox
from coach.tui.widgets.picture_box import WHOLE, PictureBox

WELCOME = (
    "Cover names, faces and numbers before you share a screenshot. Draw a box with the mouse, or move it with the "
    "keys. The file you open is not changed."
)
HINT = "Arrows move the box, W N T L change its size, + and - zoom."
"""Shown once a picture is open."""


Change = Callable[[Image.Image, Area], Image.Image]
"""Covers or crops an area and returns a new picture."""


class OwnScreenshotScreen(RoomyScreen, Screen[None]):
    """Opens, covers, crops and saves a picture; Coach keeps none of it."""

    BINDINGS = [
        Binding("escape", "leave", "Home"),
        Binding("c", "cover", "Cover"),
        Binding("k", "crop", "keep only the box", show=False),
        Binding("u", "undo", "Undo"),
    ]
    DEFAULT_CSS = """
    OwnScreenshotScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    OwnScreenshotScreen .words { padding: 0 1; height: auto; }
    OwnScreenshotScreen .line { height: 1; margin: 0 1; }
    OwnScreenshotScreen .line Static { width: auto; padding-right: 1; }
    OwnScreenshotScreen .line Input { width: 1fr; margin-right: 1; }
    OwnScreenshotScreen .line Button { margin-right: 1; }
    OwnScreenshotScreen #closer, OwnScreenshotScreen #wider { min-width: 5; }
    OwnScreenshotScreen #said { height: auto; min-height: 1; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._opened: Image.Image | None = None
        self._changes: list[tuple[Change, Area]] = []
        """All changes so far. Undo replays all but the last: that costs time, copies of pictures would cost memory."""

    def compose(self) -> ComposeResult:
        """The file to open, the picture, the tools."""
        yield Static("A screenshot of our own", markup=False, id="title")
        yield Static(WELCOME, markup=False, classes="words")
        with Horizontal(classes="line"):
            yield Static("Open", markup=False)
            yield LineBox(placeholder="path of a .png or .jpg", id="path", compact=True)
            yield Button("Open", id="open", variant="primary", compact=True)
        yield PictureBox()
        with Horizontal(classes="line"):
            yield Button("Cover the box", id="cover", variant="primary", compact=True)
            yield Button("Keep only it", id="crop", compact=True)
            yield Button("Undo", id="undo", compact=True)
            yield Button("+", id="closer", compact=True, tooltip="Zoom in")
            yield Button("-", id="wider", compact=True, tooltip="Zoom out")
        with Horizontal(classes="line"):
            yield Static("Save as", markup=False)
            yield LineBox(str(Path.home() / "covered.png"), id="new", compact=True)
            yield Button("Save", id="save", compact=True)
        yield Static("", markup=False, id="said")
        with Horizontal(classes="line"):
            yield Button("\u2190 Home", id="home", compact=True)
        yield KeyLine()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Press the button beside the line."""
        self._open() if event.input.id == "path" else self._save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open, cover, crop, undo, zoom, save, or go home."""
        acts: dict[str, Callable[[], object]] = {
            "open": self._open,
            "cover": self.action_cover,
            "crop": self.action_crop,
            "undo": self.action_undo,
            "closer": lambda: self._box.action_zoom(1),
            "wider": lambda: self._box.action_zoom(-1),
            "save": self._save,
            "home": self.action_leave,
        }
        acts[str(event.button.id)]()

    def action_leave(self) -> None:
        """Go home."""
        self.post_message(GoHome())

    def action_cover(self) -> None:
        """Cover the chosen area in black."""
        self._change(cover)

    def action_crop(self) -> None:
        """Crop to the chosen area, and zoom out."""
        if self._change(crop):
            self._box.zoom, self._box.area = 1.0, WHOLE
            self._box.draw()

    def action_undo(self) -> None:
        """Undo the last change."""
        if self._changes and self._opened:
            self._changes.pop()
            self._box.image = reduce(lambda image, done: done[0](image, done[1]), self._changes, self._opened)
            self._box.draw()

    @property
    def _box(self) -> PictureBox:
        return self.query_one(PictureBox)

    def _open(self) -> None:
        path = Path(self.query_one("#path", Input).value.strip()).expanduser()
        try:
            self._box.image = self._opened = open_screenshot(path)
        except InputError as error:
            self._say(str(error))
            return
        self._changes.clear()
        self.query_one(".words", Static).update(HINT)
        self._say("Opened. Hidden details such as place and time are left out.")
        self._box.zoom = 1.0
        self._box.draw()
        self._box.focus()

    def _change(self, change: Change) -> bool:
        image = self._box.image
        if image is None:
            self._say("Open a picture first.")
            return False
        self._changes.append((change, self._box.area))
        self._box.image = change(image, self._box.area)
        self._box.draw()
        return True

    def _save(self) -> None:
        path = Path(self.query_one("#new", Input).value.strip()).expanduser()
        if self._box.image is None:
            self._say("Open a picture first.")
            return
        try:
            save_new(self._box.image, path)
        except InputError as error:
            self._say(str(error))
        else:
            self._say(f"Saved as {path}{hand_over(self.app, path)}. Look at it once more before you send it.")

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(shown(words))
