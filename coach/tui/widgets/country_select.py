"""The choice of a country: typing finds it by its code, its name and what people call it."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Select, Static

from coach.helplines import countries_with_lines, country_begun
from coach.locale import N_, _
from coach.tui.family_service import FamilyService
from coach.tui.widgets.bounded import BoundedOverlay, BoundedSelect

ALL = N_("every country")
NOWHERE = N_("not chosen yet")
WHERE = N_("Country, for help nearby:")
SLOW = 3.0
"""Seconds after which letters begin another name: children type slowly."""


class CountryOverlay(BoundedOverlay):
    """The list of countries."""

    def __init__(self, find: Callable[[str], int | None]) -> None:
        """Look for what is typed by `find`, which returns the number of the line."""
        super().__init__()
        self._find = find
        self._search_reset_delay = SLOW

    def watch_has_focus(self, value: bool) -> None:  # noqa: FBT001 - Textual's own form
        """Keep the letters that were typed while this list was opening."""
        typed = self._search_query if value else ""
        super().watch_has_focus(value)
        self._search_query = typed

    def begin(self, letter: str) -> None:
        """Take in a letter that was typed before this list had the focus."""
        self._search_query += letter
        self.select(self._find_search_match(self._search_query))

    def _find_search_match(self, query: str) -> int | None:
        return self._find(query)


class CountrySelect(BoundedSelect[str]):
    """The country of the family; typing while it is closed opens its list."""

    def __init__(self, country: str, unknown: str = ALL) -> None:
        """Show a country, or words for none; these too where Coach knows no lines of it."""
        self._places = countries_with_lines()
        chosen = country if country in self._places else ""
        places = [(_(unknown), ""), *((name, code) for code, name in self._places.items())]
        super().__init__(places, value=chosen, allow_blank=False, compact=True)

    def overlay(self) -> BoundedOverlay:
        """Make the list that opens."""
        return CountryOverlay(self._number_of)

    def on_key(self, event: events.Key) -> None:
        """Open the list at the country that begins so."""
        if event.is_printable and event.character and event.character.isalpha():
            event.stop()
            self.search(event.character)

    def search(self, letter: str = "") -> None:
        """Open the list, at the country that begins so."""
        if not self.expanded:
            self.focus()
            self.action_show_overlay()
        if letter:
            self.query_one(CountryOverlay).begin(letter)

    def _number_of(self, typed: str) -> int | None:
        code = country_begun(typed, self._places)
        return list(self._places).index(code) + 1 if code else None


class CountryRow(Horizontal):
    """Asks where the family lives, once: what the computer says is shown, and kept only if somebody chooses."""

    DEFAULT_CSS = """
    CountryRow { height: 1; margin: 0 1; max-width: 74; }
    CountryRow Static { width: auto; padding-right: 1; }
    WhoScreen CountryRow CountrySelect { width: 1fr; max-width: 30; }
    """

    def __init__(self, service: FamilyService) -> None:
        super().__init__()
        self._service = service

    def compose(self) -> ComposeResult:
        """The question and the list."""
        yield Static(_(WHERE), markup=False)
        yield CountrySelect(self._service.country, NOWHERE)

    def on_select_changed(self, event: Select.Changed) -> None:
        """Keep the country, and go back to the button before it."""
        event.stop()
        if event.value != self._service.country:
            self._service.live_in(str(event.value))
            self.call_later(self.screen.focus_previous)
