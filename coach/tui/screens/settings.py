"""Settings: colours, space, how talks move, who reads, and where to look for help."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from coach.models import Comfort, Family
from coach.tui.messages import Left
from coach.tui.safe_text import shown
from coach.tui.themes import FIRST, NAMES
from coach.tui.widgets.lines import KeyLine

WELCOME = "Enter changes what is marked. It is kept with how far you came."


class Setting(NamedTuple):
    """One line of the settings."""

    label: str
    value: Callable[[Family], str]
    """What is set, in words."""
    turn: Callable[[Family], Family]
    """The family with the next value."""


def _comfort(family: Family, **update: object) -> Family:
    return family.model_copy(update={"comfort": family.comfort.model_copy(update=update)})


def _next_theme(comfort: Comfort) -> str:
    names = list(NAMES)
    here = names.index(comfort.theme) if comfort.theme in names else names.index(FIRST)
    return names[(here + 1) % len(names)]


SETTINGS: Mapping[str, Setting] = {
    "theme": Setting(
        "Colours",
        lambda family: NAMES.get(family.comfort.theme, NAMES[FIRST]),
        lambda family: _comfort(family, theme=_next_theme(family.comfort)),
    ),
    "roomy": Setting(
        "Space between things",
        lambda family: "more" if family.comfort.is_roomy else "little",
        lambda family: _comfort(family, is_roomy=not family.comfort.is_roomy),
    ),
    "moves": Setting(
        "In a talk, the others take a moment to write",
        lambda family: "yes" if family.comfort.moves else "no",
        lambda family: _comfort(family, moves=not family.comfort.moves),
    ),
    "reader": Setting(
        "Who looks at drafts",
        lambda family: "rules only" if family.rules_only else "rules and second reader",
        lambda family: family.model_copy(update={"rules_only": not family.rules_only}),
    ),
}


class SettingsScreen(Screen[None]):
    """A line a setting; Enter or a click changes it."""

    BINDINGS = [Binding("escape", "leave", "Home")]
    DEFAULT_CSS = """
    SettingsScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    SettingsScreen .words { padding: 1 2; height: auto; }
    SettingsScreen OptionList, SettingsScreen OptionList:focus { border: none; }
    SettingsScreen OptionList { height: 1fr; padding: 0 1; max-width: 78; background: $background; }
    SettingsScreen Button { margin: 0 2; }
    """

    class Changed(Message):
        """Posted when a setting is to change."""

        def __init__(self, name: str, turn: Callable[[Family], Family]) -> None:
            super().__init__()
            self.name = name
            """Which, as `SETTINGS` calls it."""
            self.turn = turn

    def __init__(self, family: Family) -> None:
        super().__init__()
        self._family = family

    def compose(self) -> ComposeResult:
        """The settings and the way home."""
        yield Static("Settings", markup=False, id="title")
        yield Static(WELCOME, markup=False, classes="words")
        yield OptionList(*self._options(), markup=False)
        yield Button("\u2190 Home", id="home", compact=True)
        yield KeyLine()

    def show_family(self, family: Family) -> None:
        """Show what is set now."""
        self._family = family
        choices = self.query_one(OptionList)
        for name, setting in SETTINGS.items():
            choices.replace_option_prompt(name, self._line(setting))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for the next value."""
        name = str(event.option_id)
        self.post_message(self.Changed(name, SETTINGS[name].turn))

    def on_button_pressed(self) -> None:
        """Go home."""
        self.action_leave()

    def action_leave(self) -> None:
        """Go home."""
        self.post_message(Left())

    def _options(self) -> Iterator[Option]:
        for name, setting in SETTINGS.items():
            yield Option(self._line(setting), id=name)

    def _line(self, setting: Setting) -> Content:
        return shown(f"{setting.label}: ") + shown(setting.value(self._family), "bold")
