"""A screenshot of our own: find it, cover names, faces and numbers, crop it, and save it as a new file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import reduce
from pathlib import Path

from PIL import Image
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from coach.errors import InputError
from coach.locale import N_, _, ngettext
from coach.pictures import Area, Change, cover, covered_in, crop, open_screenshot, save_new
from coach.tui.messages import GoHome
from coach.tui.relabel import relabel
from coach.tui.safe_text import plainly, shown
from coach.tui.screens.sure import SureScreen
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.web_driver import hand_over
from coach.tui.widgets.file_browser import PICTURES, FileBrowser
from coach.tui.widgets.lines import KeyLine, LineBox
from coach.tui.widgets.picture_box import WHOLE, PictureBox

WELCOME = N_("Cover names, faces and numbers before you share a screenshot. The file that you open is not changed.")
HINT = N_(
    "Drag over what nobody should see. Or move the box with the arrows, size it with Shift+arrows, press C. "
    "+ and - zoom; the right button moves the picture."
)
BARE = N_("Nothing is covered yet. Save the picture as it is?")
"""Shown once a picture is open."""
SHAPES = N_("Without colour you see shapes here, but no words: look at the saved file before you send it.")
COVERS, MARKS = N_("The mouse covers"), N_("The mouse only marks")
"""What a box drawn by mouse does."""
FOLDERS = ("Pictures/Screenshots", "Pictures", "Desktop", "Downloads", "")
"""Where screenshots usually are, in the home folder."""
SHOWN = 800
"""Most pixels of a preview, each way."""
REST = 0.1
"""Seconds that the list must rest before a picture is opened for its preview."""


class OwnScreenshotScreen(RoomyScreen, Screen[None]):
    """Finds, opens, covers, crops and saves a picture; Coach keeps none of it."""

    AUTO_FOCUS = "FileBrowser"
    BINDINGS = [
        Binding("escape", "leave", N_("Home")),
        Binding("c", "cover", N_("Cover")),
        Binding("ctrl+z", "undo", N_("Undo")),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (78, "-normal")]
    DEFAULT_CSS = """
    OwnScreenshotScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    OwnScreenshotScreen .words { padding: 0 1; height: auto; }
    OwnScreenshotScreen #find { height: 1fr; margin: 0 1; }
    OwnScreenshotScreen #find FileBrowser { width: 1fr; height: 1fr; }
    OwnScreenshotScreen #find PictureBox { width: 1fr; height: 1fr; }
    OwnScreenshotScreen .line { height: 1; margin: 0 1; }
    OwnScreenshotScreen .line Static { width: auto; padding-right: 1; }
    OwnScreenshotScreen .line Input { width: 1fr; margin-right: 1; }
    OwnScreenshotScreen .line Button { margin-right: 1; }
    OwnScreenshotScreen #closer, OwnScreenshotScreen #wider { min-width: 5; }
    OwnScreenshotScreen.-tiny #drag { margin: 0; }
    OwnScreenshotScreen.-tiny #tools { layout: grid; grid-size: 3 2; grid-columns: 16 15 17; height: 2; }
    OwnScreenshotScreen #said { height: auto; min-height: 1; padding: 0 1; }
    OwnScreenshotScreen .opened, OwnScreenshotScreen.-opened .closed { display: none; }
    OwnScreenshotScreen.-opened .opened { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._opened: Image.Image | None = None
        self._changes: list[tuple[Change, Area]] = []
        """All changes so far. Undo replays all but the last: that costs time, copies of pictures would cost memory."""
        self._drag_covers = True
        self._saved: Path | None = None
        """The file that was saved of this picture; saving again replaces it."""

    def compose(self) -> ComposeResult:
        """The file to open, the picture, the tools."""
        yield Static(_("A screenshot of our own"), markup=False, id="title")
        yield Static(_(WELCOME), markup=False, classes="words")
        with Horizontal(classes="line closed"):
            yield Static(_("Choose below, or type"), markup=False)
            yield LineBox(placeholder=_("its place, such as Pictures/chat.png"), id="path", compact=True)
            yield Button(_("Open"), id="open", variant="primary", compact=True)
        with Horizontal(id="find", classes="closed"):
            yield FileBrowser(_first_folder(), PICTURES)
            yield PictureBox(is_preview=True)
        yield PictureBox().add_class("opened")
        with Horizontal(classes="line opened", id="tools"):
            yield Button(_("Cover the box"), id="cover", variant="primary", compact=True)
            yield Button(_("Cut to the box"), id="crop", compact=True)
            yield Button(_("Undo"), id="undo", compact=True)
            yield Button("+", id="closer", compact=True, tooltip=_("Zoom in"))
            yield Button("-", id="wider", compact=True, tooltip=_("Zoom out"))
            yield Button(_(COVERS), id="drag", compact=True, tooltip=_("Whether a box drawn by mouse covers at once"))
        with Horizontal(classes="line opened"):
            yield Static(_("Save as"), markup=False)
            yield LineBox("~/covered.png", id="new", compact=True)
            yield Button(_("Save"), id="save", compact=True)
        yield Static("", markup=False, id="said")
        with Horizontal(classes="line"):
            yield Button(_("\u2190 Home"), id="home", compact=True)
            yield Button(_("Another picture"), id="another", compact=True, classes="opened")
        yield KeyLine()

    @work(exclusive=True, group="preview")
    async def on_file_browser_pointed(self, event: FileBrowser.Pointed) -> None:
        """Show the picture beside the list once the list rests."""
        await asyncio.sleep(REST)
        image = await asyncio.to_thread(_preview, event.path) if event.path else None
        self.query_one("#find PictureBox", PictureBox).show(image)

    def on_file_browser_chosen(self, event: FileBrowser.Chosen) -> None:
        """Open the picture."""
        self._open(event.path)

    def on_picture_box_drawn(self) -> None:
        """Cover what was drawn over, unless dragging only marks."""
        if self._drag_covers:
            self.action_cover()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Press the button beside the line."""
        self._open_typed() if event.input.id == "path" else self._save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open, cover, crop, undo, zoom, save, take another picture, or go home."""
        acts: dict[str, Callable[[], object]] = {
            "open": self._open_typed,
            "cover": self.action_cover,
            "crop": self.action_crop,
            "undo": self.action_undo,
            "closer": lambda: self._box.action_zoom(1),
            "wider": lambda: self._box.action_zoom(-1),
            "drag": self.action_turn_drag,
            "save": self._save,
            "another": self._close,
            "home": self.action_leave,
        }
        acts[str(event.button.id)]()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out keys that need a picture while none is open."""
        del parameters
        return self._opened is not None or action not in {"cover", "crop", "undo", "turn_drag"}

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

    def action_turn_drag(self) -> None:
        """Let a box drawn by mouse cover at once, or only mark what the buttons then cover or keep."""
        self._drag_covers = not self._drag_covers
        relabel(self.query_one("#drag", Button), _(COVERS) if self._drag_covers else _(MARKS))

    def action_undo(self) -> None:
        """Undo the last change."""
        if self._changes and self._opened:
            self._changes.pop()
            self._show(reduce(lambda image, done: done[0](image, done[1]), self._changes, self._opened))

    @property
    def _box(self) -> PictureBox:
        return self.query_one("PictureBox.opened", PictureBox)

    def _open_typed(self) -> None:
        self._open(Path(self.query_one("#path", Input).value.strip()).expanduser())

    def _open(self, path: Path) -> None:
        try:
            self._opened = open_screenshot(path)
        except InputError as error:
            self._say(plainly(error))
            return
        self._changes.clear()
        self._saved = None
        self._turn(is_open=True)
        self._say(" ".join([_("Opened. Hidden details such as place and time are left out."), *self._warning]))
        self._box.focus()
        self.call_after_refresh(self._box.show, self._opened)

    def _close(self) -> None:
        """Go back to the list; the picture is forgotten."""
        self._opened = None
        self._changes.clear()
        self._box.show(None)
        self._turn(is_open=False)
        self._say("")
        self.query_one(FileBrowser).focus()

    def _turn(self, *, is_open: bool) -> None:
        self.set_class(is_open, "-opened")
        self.query_one(".words", Static).update(_(HINT) if is_open else _(WELCOME))
        self.refresh_bindings()

    def _change(self, change: Change) -> bool:
        image = self._box.image
        if image is None:
            self._say(_("Open a picture first."))
            return False
        self._changes.append((change, self._box.area))
        self._show(change(image, self._box.area))
        return True

    def _show(self, image: Image.Image) -> None:
        """Show the picture after a change, and say how much of it is covered."""
        self._box.image, self._box.covered = image, covered_in(self._changes)
        self._box.draw()
        self._say(" ".join([self._said_of_covers, *self._warning]))

    @property
    def _said_of_covers(self) -> str:
        count = len(covered_in(self._changes))
        if not count:
            return _("Nothing is covered.")
        return ngettext(
            "Covered: {count} place. The rest is not covered.",
            "Covered: {count} places. The rest is not covered.",
            count,
        ).format(count=count)

    @property
    def _warning(self) -> list[str]:
        """What this screen cannot show, if it has no colour."""
        return [_(SHAPES)] if self._box.is_in_letters else []

    def _save(self) -> None:
        if self._box.image is None:
            self._say(_("Open a picture first."))
        elif covered_in(self._changes):
            self._write()
        else:
            self.app.push_screen(SureScreen(_(BARE), self._write))

    def _write(self) -> None:
        """Save the picture; where this picture was saved before, in place of that file."""
        path = Path(self.query_one("#new", Input).value.strip()).expanduser()
        if self._box.image is None:
            return
        try:
            save_new(self._box.image, path, in_place=path == self._saved)
        except InputError as error:
            self._say(plainly(error))
        else:
            self._saved = path
            self._say(
                _("Saved as {path}{copied}. {covered} Look at it once more before you send it.").format(
                    path=path, copied=hand_over(self.app, path), covered=self._said_of_covers
                )
            )

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(shown(words))


def _first_folder() -> Path:
    """Return where screenshots usually are on this computer."""
    return next(folder for name in FOLDERS if (folder := Path.home() / name).is_dir() or not name)


def _preview(path: Path) -> Image.Image | None:
    """Return a small copy of a picture; None if it cannot be opened."""
    try:
        image = open_screenshot(path)
    except InputError:
        return None
    image.thumbnail((SHOWN, SHOWN))
    return image
