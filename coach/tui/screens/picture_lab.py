"""Picture lab: a post of our own, changed bit by bit, and a game of finding the real one."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from coach.errors import InputError
from coach.locale import N_, _
from coach.pictures import Post, changed, draw_pair, save_new
from coach.tui.messages import Destination, GoHome, OpenDestination
from coach.tui.safe_text import plainly, safe, shown
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.web_driver import hand_over
from coach.tui.widgets.lines import KeyLine, LineBox
from coach.tui.widgets.more_line import MoreLine
from coach.tui.widgets.post_view import PostView
from coach.tui.widgets.practice_box import OFF, ON

FIRST = Post(N_("Robo fan"), "9:14", N_("My robot can walk now and I love how slow it is"), 12)
CUT = N_("Cut off the first half")
FIELDS = ("words", "name", "time", "likes")
PARTS = {
    "words": N_("the words"),
    "name": N_("the name"),
    "time": N_("the time"),
    "likes": N_("the likes"),
    "is_cut": N_("the first half"),
}
"""What can be changed, by field of `Post`."""


def first_post() -> Post:
    """Return the post to begin with, in the language of the family."""
    return replace(FIRST, name=_(FIRST.name), words=_(FIRST.words))


class LabStep(StrEnum):
    """Where the family is in the lab."""

    WRITE = "write"
    CHANGE = "change"
    PLAY = "play"


TASKS: Mapping[LabStep, str] = {
    LabStep.WRITE: N_("Write a harmless post together. Then press: This is our post."),
    LabStep.CHANGE: N_("Change one thing, as anyone who saved it could. How does it sound now?"),
    LabStep.PLAY: N_("Pass the keyboard! Which one was written first? Press 1 or 2."),
}


class PictureLabScreen(RoomyScreen, Screen[None]):
    """Before on the left, after on the right; both are redrawn at every key."""

    BINDINGS = [
        Binding("escape", "leave", N_("Home")),
        Binding("1", "guess(0)", N_("the left one is real, in the game"), show=False),
        Binding("2", "guess(1)", N_("the right one is real, in the game"), show=False),
    ]
    DEFAULT_CSS = """
    PictureLabScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    PictureLabScreen #task { padding: 0 1; height: auto; margin-bottom: 1; }
    PictureLabScreen VerticalScroll { height: 1fr; }
    PictureLabScreen .line { height: 1; margin: 0 1; }
    PictureLabScreen .line Static { width: auto; padding-right: 1; }
    PictureLabScreen .line Input { width: 1fr; margin-right: 1; }
    PictureLabScreen .line Button { margin-right: 1; }
    PictureLabScreen #time, PictureLabScreen #likes { max-width: 10; }
    PictureLabScreen #cards { height: auto; margin: 1 0 0 1; max-width: 96; }
    PictureLabScreen #said { height: auto; min-height: 1; max-height: 3; padding: 0 1; }
    PictureLabScreen .change, PictureLabScreen .play { display: none; }
    PictureLabScreen.-change .change, PictureLabScreen.-play .play { display: block; }
    PictureLabScreen.-change .write, PictureLabScreen.-play .write, PictureLabScreen.-play .fields { display: none; }
    """

    def __init__(self, seed: int | None = None) -> None:
        """Make the lab; a `seed` fixes which side is real in the game."""
        super().__init__()
        self._random = random.Random(seed)  # noqa: S311 - nothing secret
        self._step = LabStep.WRITE
        self._before = self._after = first_post()
        self._sides = self._before, self._before

    def compose(self) -> ComposeResult:
        """The task, the fields, both posts, the next steps."""
        yield Static(_("Picture lab: how a screenshot can lie"), markup=False, id="title")
        yield Static(_(TASKS[self._step]), markup=False, id="task")
        with VerticalScroll(can_focus=False) as page:
            yield from self._fields()
            yield from self._steps()
            with Horizontal(id="cards"):
                yield PostView(self._before, "left")
                yield PostView(self._before, "right")
            yield Static("", markup=False, id="said")
        with Horizontal(classes="line change"):
            yield Static(_("Save both (.png)"), markup=False)
            yield LineBox(str(Path.home() / "practice.png"), id="path", compact=True)
            yield Button(_("Save"), id="save", compact=True)
        with Horizontal(classes="line"):
            yield Button(_("\u2190 Home"), id="home", compact=True)
            yield Button(_("A screenshot of our own"), id="own", compact=True)
            yield MoreLine(page)
        yield KeyLine()

    def _fields(self) -> ComposeResult:
        with Horizontal(classes="line fields"):
            yield Static(_("Words"), markup=False)
            yield LineBox(self._before.words, id="words", max_length=120, compact=True)
        with Horizontal(classes="line fields"):
            yield Static(_("Name"), markup=False)
            yield LineBox(self._before.name, id="name", max_length=20, compact=True)
            yield Static(_("Time"), markup=False)
            yield LineBox(self._before.time, id="time", max_length=8, compact=True)
            yield Static(_("Likes"), markup=False)
            yield LineBox(str(self._before.likes), id="likes", type="integer", max_length=6, compact=True)

    def _steps(self) -> ComposeResult:
        with Horizontal(classes="line write"):
            yield Button(_("This is our post"), id="fix", variant="primary", compact=True)
        with Horizontal(classes="line change"):
            yield Button(f"{OFF} {_(CUT)}", id="cut", compact=True)
        with Horizontal(classes="line change"):
            yield Button(_("Which one is real?"), id="play", variant="primary", compact=True)
            yield Button(_("Put it back"), id="back", compact=True)
            yield Button(_("A new post"), id="again", compact=True)
        with Horizontal(classes="line play"):
            yield Button(_("1 is real"), id="guess-0", variant="primary", compact=True)
            yield Button(_("2 is real"), id="guess-1", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Draw both posts."""
        self._draw()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Redraw the post at every key."""
        if event.input.id in FIELDS:
            words, name, time, likes = (self.query_one(f"#{each}", Input).value for each in FIELDS)
            count = int(likes) if likes.isdecimal() else 0
            self._after = replace(self._after, words=safe(words), name=safe(name), time=safe(time), likes=count)
            self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save, or take the next step from a field of the post."""
        if event.input.id == "path":
            self._save()
        elif self._step is LabStep.WRITE:
            self._fix()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take the next step."""
        acts: dict[str, Callable[[], object]] = {
            "fix": self._fix,
            "cut": lambda: self._cut(is_cut=not self._after.is_cut),
            "play": self._play,
            "back": lambda: self._fill(self._before),
            "again": self._start_again,
            "guess-0": lambda: self.action_guess(0),
            "guess-1": lambda: self.action_guess(1),
            "save": self._save,
            "home": self.action_leave,
            "own": lambda: self.post_message(OpenDestination(Destination.SCREENSHOT)),
        }
        acts[str(event.button.id)]()

    def action_guess(self, number: int) -> None:
        """Guess which one is real, counted from 0."""
        if self._step is LabStep.PLAY:
            right = self._sides[number] == self._before
            self._go(LabStep.CHANGE, "#play")
            words = _("Yes, that is the first one.") if right else _("No, that one was changed.")
            self._say(f"{words} {_('Could you really tell? Only the one who wrote it knows.')}")

    def action_leave(self) -> None:
        """Go home."""
        self.post_message(GoHome())

    def _fix(self) -> None:
        self._before = self._after
        self._go(LabStep.CHANGE, "#words")

    def _start_again(self) -> None:
        self._fill(first_post())
        self._go(LabStep.WRITE, "#words")

    def _play(self) -> None:
        if self._before == self._after:
            self._say(_("Change something first."))
            return
        sides = [self._before, self._after]
        self._random.shuffle(sides)
        self._sides = sides[0], sides[1]
        self._go(LabStep.PLAY, "#guess-0")

    def _fill(self, post: Post) -> None:
        for name in FIELDS:
            self.query_one(f"#{name}", Input).value = str(getattr(post, name))
        self._cut(is_cut=post.is_cut)

    def _cut(self, *, is_cut: bool) -> None:
        """Drop the first half of the words, or put it back."""
        self._after = replace(self._after, is_cut=is_cut)
        self.query_one("#cut", Button).label = f"{ON if is_cut else OFF} {_(CUT)}"
        self._draw()

    def _save(self) -> None:
        path = Path(self.query_one("#path", Input).value).expanduser()
        try:
            save_new(draw_pair(self._before, self._after), path)
        except InputError as error:
            self._say(plainly(error))
        else:
            self._say(_("Saved, marked PRACTICE: {path}{copied}").format(path=path, copied=hand_over(self.app, path)))

    def _go(self, step: LabStep, focused: str) -> None:
        self._step = step
        for each in LabStep:
            self.set_class(each is step, f"-{each}")
        self.query_one("#task", Static).update(_(TASKS[step]))
        self._draw()
        self.query_one(focused).focus()

    def _say(self, words: str) -> None:
        said = self.query_one("#said", Static)
        said.update(shown(words))
        if words:
            said.call_after_refresh(said.scroll_visible, animate=False)

    def _draw(self) -> None:
        if self._step is LabStep.WRITE:
            self._before = self._after
        plays = self._step is LabStep.PLAY
        left, right = self._sides if plays else (self._before, self._after)
        self.query_one("#left", PostView).show(left, "1" if plays else _("Before"))
        self.query_one("#right", PostView).show(right, "2" if plays else _("After"))
        self.query_one("#right").display = self._step is not LabStep.WRITE
        self._say("" if plays else self._changes())

    def _changes(self) -> str:
        """Say what was changed, and advise one change at a time."""
        parts = [_(PARTS[name]) for name in changed(self._before, self._after)]
        if not parts:
            return ""
        advice = "" if len(parts) == 1 else _(" Put it back and change just one thing: what does that do?")
        return _("Changed: {parts}.").format(parts=_(" and ").join(parts)) + advice
