"""A screenshot of our own: cover names, faces and numbers, cut it, and save it as a new file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PIL import Image
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.color import Color
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Footer, Input, Static

from coach.errors import InputError
from coach.pictures import Area, cover, crop, half_blocks, open_screenshot, save_new
from coach.tui.showing import shown
from coach.tui.widgets.line_input import LineInput

WELCOME = (
    "Open a screenshot before you show it to somebody. Move the box with the arrows or the mouse, change its size with "
    "Shift and the arrows, then cover or cut. The file that you open stays as it is."
)
STEP = 0.03
"""How far an arrow moves the box, as a share of the picture."""
LEAST = 0.03
MARKED = Color.parse("#ff7800")
"""What the box is tinted with."""


class PictureBox(Static, can_focus=True):
    """The picture in half blocks, the part that is chosen tinted."""

    BINDINGS = [
        *(Binding(key, f"move({x},{y})", "move the box", show=False) for key, x, y in
          (("left", -1, 0), ("right", 1, 0), ("up", 0, -1), ("down", 0, 1))),
        *(Binding(f"shift+{key}", f"size({x},{y})", "change its size", show=False) for key, x, y in
          (("left", -1, 0), ("right", 1, 0), ("up", 0, -1), ("down", 0, 1))),
    ]  # fmt: skip
    DEFAULT_CSS = """
    PictureBox { height: 1fr; margin: 0 1; }
    PictureBox:focus { background: $boost; }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.image: Image.Image | None = None
        self.area = Area(0.1, 0.1, 0.5, 0.2)

    def draw(self) -> None:
        """Show the picture as it is now."""
        if self.image is None or not self.size.width:
            return
        rows = list(half_blocks(self.image, self.size.width, self.size.height))
        lines = [self._line(y, row, len(rows)) for y, row in enumerate(rows)]
        self.update(Content("\n").join(lines))

    def on_resize(self) -> None:
        """Draw it anew."""
        self.draw()

    def on_click(self, event: events.Click) -> None:
        """The box goes where the mouse is."""
        if self.image is None:
            return
        rows = list(half_blocks(self.image, self.size.width, self.size.height))
        wide, high = self.area.right - self.area.left, self.area.bottom - self.area.top
        left = min(max(event.x / len(rows[0]) - wide / 2, 0), 1 - wide)
        top = min(max(event.y / len(rows) - high / 2, 0), 1 - high)
        self.area = Area(left, top, left + wide, top + high)
        self.draw()

    def action_move(self, x: int, y: int) -> None:
        """Move the box by a step."""
        area = self.area
        dx = min(max(x * STEP, -area.left), 1 - area.right)
        dy = min(max(y * STEP, -area.top), 1 - area.bottom)
        self.area = Area(area.left + dx, area.top + dy, area.right + dx, area.bottom + dy)
        self.draw()

    def action_size(self, x: int, y: int) -> None:
        """Change the size of the box by a step."""
        area = self.area
        right = min(max(area.right + x * STEP, area.left + LEAST), 1)
        bottom = min(max(area.bottom + y * STEP, area.top + LEAST), 1)
        self.area = replace(area, right=right, bottom=bottom)
        self.draw()

    def _line(self, y: int, row: list[tuple[str, str]], count: int) -> Content:
        area = self.area
        first, last = int(area.left * len(row)), max(round(area.right * len(row)) - 1, 0)
        top, bottom = int(area.top * count), max(round(area.bottom * count) - 1, 0)

        def cell(x: int) -> tuple[str, str]:
            within = top <= y <= bottom and first <= x <= last
            above, below = (Color.parse(each).blend(MARKED, 0.5).hex if within else each for each in row[x])
            return "\u2580", f"{above} on {below}"

        return Content.assemble(*(cell(x) for x in range(len(row))))


class OwnScreenshotScreen(Screen[None]):
    """Opens, covers, cuts and saves; nothing of it is kept."""

    BINDINGS = [Binding("escape", "leave", "Home")]
    DEFAULT_CSS = """
    OwnScreenshotScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    OwnScreenshotScreen .words { padding: 0 1; height: auto; }
    OwnScreenshotScreen .line { height: 1; margin: 0 1; }
    OwnScreenshotScreen .line Static { width: auto; padding-right: 1; }
    OwnScreenshotScreen .line Input { width: 1fr; margin-right: 1; }
    OwnScreenshotScreen .line Button { margin-right: 1; }
    OwnScreenshotScreen #said { height: auto; min-height: 1; padding: 0 1; }
    """

    class Left(Message):
        """Posted when the family goes home."""

    def __init__(self) -> None:
        super().__init__()
        self._before: list[Image.Image] = []

    def compose(self) -> ComposeResult:
        """Which file, the picture, what to do with it."""
        yield Static("A screenshot of our own", markup=False, id="title")
        yield Static(WELCOME, markup=False, classes="words")
        with Horizontal(classes="line"):
            yield Static("Open", markup=False)
            yield LineInput(placeholder="the path of a .png or .jpg", id="path", compact=True)
            yield Button("Open", id="open", variant="primary", compact=True)
        yield PictureBox()
        with Horizontal(classes="line"):
            yield Button("Cover the box", id="cover", compact=True)
            yield Button("Keep only the box", id="crop", compact=True)
            yield Button("Undo", id="undo", compact=True)
        with Horizontal(classes="line"):
            yield Static("Save as", markup=False)
            yield LineInput(str(Path.home() / "covered.png"), id="new", compact=True)
            yield Button("Save", id="save", compact=True)
        yield Static("", markup=False, id="said")
        with Horizontal(classes="line"):
            yield Button("\u2190 Home", id="home", compact=True)
        yield Footer(show_command_palette=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in a line is its button."""
        self._open() if event.input.id == "path" else self._save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open, cover, cut, undo, save, go home."""
        acts: dict[str, Callable[[], object]] = {
            "open": self._open,
            "cover": lambda: self._change(cover),
            "crop": lambda: self._change(crop),
            "undo": self._undo,
            "save": self._save,
            "home": self.action_leave,
        }
        acts[str(event.button.id)]()

    def action_leave(self) -> None:
        """Go home."""
        self.post_message(self.Left())

    @property
    def _box(self) -> PictureBox:
        return self.query_one(PictureBox)

    def _open(self) -> None:
        path = Path(self.query_one("#path", Input).value.strip()).expanduser()
        try:
            self._box.image = open_screenshot(path)
        except InputError as error:
            self._say(str(error))
            return
        self._before.clear()
        self._say("Only its pixels were read: place and time are dropped.")
        self._box.draw()
        self._box.focus()

    def _change(self, change: Callable[[Image.Image, Area], Image.Image]) -> None:
        image = self._box.image
        if image is None:
            self._say("Open a picture first.")
        else:
            self._before.append(image)
            self._box.image = change(image, self._box.area)
            self._box.draw()

    def _undo(self) -> None:
        if self._before:
            self._box.image = self._before.pop()
            self._box.draw()

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
            self._say(f"Saved as {path}. Look at it once more before you send it.")

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(shown(words))
