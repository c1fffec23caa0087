"""Settings: colours, spacing, how chats move, and who checks drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from coach.locale import N_, _
from coach.tui.family_service import FamilyService
from coach.tui.messages import GoHome, GoPlain
from coach.tui.preferences import PREFERENCES, Preference
from coach.tui.safe_text import shown
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.lines import KeyLine

WELCOME = N_("Press Enter to change a line. Coach remembers what you choose.")
READER = N_("A screen reader? Plain mode reads well: coach --plain")
BIGGER = N_("Bigger letters? Use your terminal's zoom: Ctrl and +.")
LANGUAGES = N_("Lessons and advice are in English so far.")
NO_COLOURS = N_("{theme}, off by NO_COLOR")
LABEL = 30
"""Columns for the label of a setting."""


class SettingsScreen(RoomyScreen, Screen[None]):
    """One setting per line; Enter or a click changes it."""

    BINDINGS = [Binding("escape", "leave", N_("Home"))]
    DEFAULT_CSS = """
    SettingsScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    SettingsScreen .words { margin: 1; height: auto; max-width: 78; }
    SettingsScreen OptionList { height: auto; max-height: 1fr; margin: 0 1; max-width: 78; }
    SettingsScreen #rest { height: 1fr; }
    SettingsScreen #ways { height: 1; margin: 0 1; }
    SettingsScreen Button { margin-right: 2; }
    """

    def __init__(self, service: FamilyService, turn: Callable[[str], object], first: str = "") -> None:
        """Show the settings, changed by `turn`; the one called `first` is highlighted."""
        super().__init__()
        self._service = service
        self._turn = turn
        self._first = first

    def compose(self) -> ComposeResult:
        """The settings and the way home."""
        yield Static(_("Settings"), markup=False, id="title")
        yield Static(_(WELCOME), markup=False, classes="words")
        with Vertical(id="rest"):
            yield OptionList(*self._options(), markup=False)
            yield Static(f"{_(LANGUAGES)}\n{_(BIGGER)}\n{_(READER)}", markup=False, classes="words")
        with Horizontal(id="ways"):
            yield Button(_("\u2190 Home"), id="home", compact=True)
            yield Button(_("Plain mode"), id="plain", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Go to the line where the family was."""
        if self._first:
            self.query_one(OptionList).highlighted = list(PREFERENCES).index(self._first)

    def show_preferences(self) -> None:
        """Show what is set now."""
        choices = self.query_one(OptionList)
        for name, preference in PREFERENCES.items():
            choices.replace_option_prompt(name, self._line(preference))

    def show_country(self) -> None:
        """Show the country that was chosen."""
        self.show_preferences()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the setting its next value."""
        self._turn(str(event.option_id))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Go home, or on line by line."""
        if event.button.id == "plain":
            self.post_message(GoPlain())
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go home."""
        self.post_message(GoHome())

    def _options(self) -> Iterator[Option]:
        for name, preference in PREFERENCES.items():
            yield Option(self._line(preference), id=name)

    def _line(self, preference: Preference) -> Content:
        value = preference.value(self._service.family)
        if preference is PREFERENCES["theme"] and self.app.no_color:
            value = _(NO_COLOURS).format(theme=value)
        return shown(f"{_(preference.label) + ':':<{LABEL}}") + shown(value, "bold")
