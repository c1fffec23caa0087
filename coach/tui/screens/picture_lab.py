"""Picture lab: an own post, changed bit by bit, and the game of finding the real one."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Checkbox, Footer, Input, Static

from coach.errors import InputError
from coach.pictures import Post, card, draw_pair, save_new
from coach.tui.showing import safe, shown
from coach.tui.widgets.line_input import LineInput

FIRST = Post("Robo fan", "9:14", "My robot can walk now and I love how slow it is", 12)
WRITE = "Write a harmless post together. Then press: This is our post."
CHANGE = "Now change one thing at a time, as anybody could who saved it. How does it sound now?"
PLAY = "Pass the keyboard! Which one is the post that was written first? Press 1 or 2."
WIDE = 36
FIELDS = ("words", "name", "time", "likes")


class PictureLabScreen(Screen[None]):
    """Before on the left, after on the right; both are drawn anew at every key."""

    BINDINGS = [Binding("escape", "leave", "Home")]
    DEFAULT_CSS = """
    PictureLabScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    PictureLabScreen #task { padding: 0 1; height: auto; }
    PictureLabScreen VerticalScroll { height: 1fr; }
    PictureLabScreen .line { height: 1; margin: 0 1; }
    PictureLabScreen .line Static { width: auto; padding-right: 1; }
    PictureLabScreen .line Input { width: 1fr; margin-right: 1; }
    PictureLabScreen .line Checkbox { width: auto; border: none; padding: 0; height: 1; }
    PictureLabScreen .line Button { margin-right: 1; }
    PictureLabScreen .short { max-width: 14; }
    PictureLabScreen #cards { height: auto; margin: 1 1 0 1; }
    PictureLabScreen #cards Static { width: 38; height: auto; }
    PictureLabScreen #said { height: auto; min-height: 1; padding: 0 1; }
    """

    class Left(Message):
        """Posted when the family goes home."""

    class OwnAsked(Message):
        """Posted when the family wants to cover parts of a screenshot of its own."""

    def __init__(self, seed: int | None = None) -> None:
        """Make the lab; the same `seed` deals the same sides in the game."""
        super().__init__()
        self._random = random.Random(seed)  # noqa: S311 - nothing secret
        self._before: Post | None = None
        self._after = FIRST
        self._sides: tuple[Post, Post] | None = None

    def compose(self) -> ComposeResult:
        """What to do, the fields, both cards."""
        yield Static("Picture lab: how a screenshot can lie", markup=False, id="title")
        yield Static(WRITE, markup=False, id="task")
        with VerticalScroll(can_focus=False):
            with Horizontal(classes="line"):
                yield Static("Words", markup=False)
                yield LineInput(FIRST.words, id="words", max_length=120, compact=True)
            with Horizontal(classes="line"):
                yield Static("Name", markup=False)
                yield LineInput(FIRST.name, id="name", max_length=20, compact=True, classes="short")
                yield Static("Time", markup=False)
                yield LineInput(FIRST.time, id="time", max_length=8, compact=True, classes="short")
                yield Static("Likes", markup=False)
                yield LineInput(
                    str(FIRST.likes), id="likes", type="integer", max_length=6, compact=True, classes="short"
                )
                yield Checkbox("Cut off the first half", id="cut", compact=True)
            with Horizontal(classes="line"):
                yield Button("This is our post", id="fix", variant="primary", compact=True)
                yield Button("Which one is real?", id="play", compact=True)
                yield Button("Start again", id="again", compact=True)
            with Horizontal(id="cards"):
                yield Static("", markup=False, id="left")
                yield Static("", markup=False, id="right")
            yield Static("", markup=False, id="said")
        with Horizontal(classes="line"):
            yield Static("Save both (.png)", markup=False)
            yield LineInput(str(Path.home() / "practice.png"), id="path", compact=True)
            yield Button("Save", id="save", compact=True)
        with Horizontal(classes="line"):
            yield Button("\u2190 Home", id="home", compact=True)
            yield Button("A screenshot of our own", id="own", compact=True)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Draw what is there."""
        self._draw()

    def on_input_changed(self, event: Input.Changed) -> None:
        """The post changes with every key."""
        del event
        words, name, time, likes = (self.query_one(f"#{each}", Input).value for each in FIELDS)
        count = int(likes) if likes.lstrip("-").isdecimal() else 0
        self._after = replace(self._after, words=safe(words), name=safe(name), time=safe(time), likes=count)
        self._draw()

    def on_checkbox_changed(self, event: Checkbox.Changed) -> None:
        """The first half goes, or comes back."""
        self._after = replace(self._after, is_cut=event.value)
        self._draw()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take the next step."""
        acts: dict[str, Callable[[], object]] = {
            "fix": self._fix,
            "play": self._play,
            "again": self._start_again,
            "save": self._save,
            "home": self.action_leave,
            "own": lambda: self.post_message(self.OwnAsked()),
        }
        acts[str(event.button.id)]()

    def key_1(self) -> None:
        """The left one is real, somebody says."""
        self._guess(0)

    def key_2(self) -> None:
        """The right one is real, somebody says."""
        self._guess(1)

    def action_leave(self) -> None:
        """Go home."""
        self.post_message(self.Left())

    def _fix(self) -> None:
        self._before = self._after
        self._tell(CHANGE)

    def _start_again(self) -> None:
        self._before = self._sides = None
        self.query_one("#cut", Checkbox).value = False
        self._tell(WRITE)

    def _play(self) -> None:
        if self._before is None or self._before == self._after:
            self._say("Keep your post first, then change something in it.")
            return
        sides = [self._before, self._after]
        self._random.shuffle(sides)
        self._sides = sides[0], sides[1]
        self.set_focus(None)
        self._tell(PLAY)

    def _guess(self, number: int) -> None:
        if self._sides is None:
            return
        right = self._sides[number] == self._before
        words = "Yes, that is the first one." if right else "No, that one was changed."
        self._sides = None
        self._tell(CHANGE)
        self._say(f"{words} Could you really see it? Only who wrote it knows.")

    def _save(self) -> None:
        before = self._before or self._after
        path = Path(self.query_one("#path", Input).value).expanduser()
        try:
            save_new(draw_pair(before, self._after), path)
        except InputError as error:
            self._say(str(error))
        else:
            self._say(f"Saved as {path}, marked PRACTICE.")

    def _tell(self, words: str) -> None:
        self.query_one("#task", Static).update(words)
        self._say("")
        self._draw()

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(shown(words))

    def _draw(self) -> None:
        left, right = self._sides or (self._before or self._after, self._after)
        names = ("1", "2") if self._sides else ("Before", "After")
        self.query_one("#right").display = self._before is not None
        for side, post, name in (("#left", left, names[0]), ("#right", right, names[1])):
            self.query_one(side, Static).update(shown("\n".join([name, *card(post, WIDE)])))
