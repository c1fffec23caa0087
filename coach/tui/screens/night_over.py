"""The evening's family night is over: when the next one is, and what else the two could do."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, Static

from coach.course import night_words
from coach.locale import N_, _
from coach.models import Lesson
from coach.tui.family_service import FamilyService
from coach.tui.messages import Deed, Destination, GoHome, OpenDestination, OpenLesson
from coach.tui.safe_text import shown
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.companion import Companion, CompanionLine
from coach.tui.widgets.lines import KeyLine
from coach.tui.widgets.night_path import NightPath

TONIGHT = N_("You two had your family night today. Here is your path:")
MORE = N_("Would you both like to do something else this evening?")


class NightOverScreen(RoomyScreen, Screen[None]):
    """The path, the next night, and something else for whoever wants more."""

    BINDINGS = [Binding("escape", "leave", N_("Home"))]
    DEFAULT_CSS = """
    NightOverScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    NightOverScreen VerticalScroll { padding: 1 2; }
    NightOverScreen .company { height: auto; }
    NightOverScreen NightPath { margin-bottom: 1; }
    NightOverScreen .words { height: auto; margin-bottom: 1; }
    NightOverScreen VerticalScroll Button { margin-left: 2; }
    NightOverScreen #ways { height: 1; }
    NightOverScreen #ways Button { margin: 0 1; }
    """

    def __init__(self, service: FamilyService, following: Lesson | None) -> None:
        """Offer the lesson that is `following` on the path, if there is one."""
        super().__init__()
        self._service = service
        self._following = following

    def compose(self) -> ComposeResult:
        """Words, the path, and what to do instead."""
        yield Static(_("Family night"), markup=False, id="title")
        with VerticalScroll(can_focus=False):
            yield Horizontal(Companion(Deed.NIGHT), CompanionLine(Deed.NIGHT), classes="company")
            yield Static(_(TONIGHT), markup=False, classes="words")
            yield NightPath(self._service.family.nights)
            yield Static(_(night_words(self._service.age)["end"]["next"]), markup=False, classes="words")
            yield Static(_(MORE), markup=False, classes="words")
            yield from self._offers()
        with Horizontal(id="ways"):
            yield Button(_("\u2190 Home"), id="home", compact=True)
        yield KeyLine()

    def _offers(self) -> Iterator[Button]:
        yield Button(_("Check a draft"), id="draft", compact=True)
        if self._following:
            words = _("A lesson: {title}").format(title=self._following.title)
            yield Button(shown(words), name=self._following.name, compact=True)
        if case := self._service.played.another_case:
            words = _("A case, {minutes} minutes: {title}").format(minutes=case.minutes, title=case.title)
            yield Button(shown(words), name=case.name, compact=True)

    def on_mount(self) -> None:
        """Begin at the way home: nothing else has to be done."""
        self.query_one("#home").focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Open what was chosen, or go home."""
        event.stop()
        if event.button.name:
            self.post_message(OpenLesson(event.button.name))
        elif event.button.id == "draft":
            self.post_message(OpenDestination(Destination.CHECK))
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go home."""
        self.post_message(GoHome())
