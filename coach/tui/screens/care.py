"""People who help: lines to call, by country, and a short page for the grown-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, runtime_checkable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Select, Static

from coach.helplines import (
    ANY_EMERGENCY,
    NOW,
    THANKS,
    HelpKind,
    Helpline,
    countries_with_lines,
    lines_near,
    lines_said,
    said_of_age,
)
from coach.locale import N_, _
from coach.tui.family_service import FamilyService
from coach.tui.safe_text import shown
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.country_select import CountrySelect
from coach.tui.widgets.more_line import more_on_border

WHERE = N_("Where do you live? Type it, or press Enter.")
CHOOSE = N_("Choose your country above, and the numbers near you are here. Those of all countries:")


@runtime_checkable
class ShowsHelp(Protocol):
    """A widget with help lines of the family's country."""

    def show_country(self) -> None:
        """Show those of the country that is set now."""


class CareScreen(RoomyScreen, ModalScreen[None]):
    """Help lines for one country, or for all."""

    BINDINGS = [Binding("escape,f2", "close", N_("Close"), show=False)]
    DEFAULT_CSS = """
    CareScreen { align: center middle; }
    CareScreen > Vertical { width: 78; max-width: 100%; height: 95%; border: round $success; background: $surface; }
    CareScreen VerticalScroll { height: 1fr; padding: 0 1; }
    CareScreen Static { height: auto; margin-bottom: 1; }
    CareScreen Horizontal { height: 1; margin-bottom: 1; }
    CareScreen Horizontal Static { width: auto; padding-right: 1; margin-bottom: 0; }
    CareScreen Select { width: 30; max-width: 100%; }
    CareScreen.-narrow Horizontal { layout: vertical; height: 2; }
    CareScreen #close { dock: bottom; width: auto; margin-left: 1; }
    """

    def __init__(self, lines: Sequence[Helpline], service: FamilyService, *, asks: bool = False) -> None:
        """Show lines of the family's country; where it `asks`, the list of countries is open."""
        super().__init__()
        self._lines = lines
        self._service = service
        self._asks = asks
        self._country = service.country if service.country in countries_with_lines() else ""

    def compose(self) -> ComposeResult:
        """Thanks, the lines, and the page for the grown-up."""
        with Vertical() as box:
            box.border_title = _("People who help")
            with VerticalScroll():
                yield Static(_(THANKS), markup=False)
                with Horizontal():
                    yield Static(_(WHERE), markup=False)
                    yield CountrySelect(self._country)
                yield Static(shown("\n".join(self._listed())), markup=False, id="lines")
                yield Static(_(NOW), markup=False)
            yield Button(_("Close (Esc)"), id="close", compact=True)

    def on_mount(self) -> None:
        """Begin with the country if it is unknown."""
        more_on_border(self.query_one(Vertical), self.query_one(VerticalScroll))
        if self._asks:
            self.call_after_refresh(self.query_one(CountrySelect).search)
        elif not self._country:
            self.query_one(Select).focus(scroll_visible=False)

    def on_key(self, event: events.Key) -> None:
        """Let letters find a country, and Enter list all, also from what can be scrolled."""
        letter = event.character if event.is_printable and event.character else ""
        if isinstance(self.focused, VerticalScroll) and (event.key == "enter" or letter.isalpha()):
            event.stop()
            self.query_one(CountrySelect).search(letter if letter.isalpha() else "")

    def on_select_changed(self, event: Select.Changed) -> None:
        """Show the lines of that country, and remember it."""
        event.stop()
        if event.value != self._country:
            self._country = str(event.value)
            self.query_one("#lines", Static).update(shown("\n".join(self._listed())))
            self._service.live_in(self._country)
            for widget in (each for screen in self.app.screen_stack for each in (screen, *screen.query(Widget))):
                if isinstance(widget, ShowsHelp):
                    widget.show_country()

    def on_button_pressed(self) -> None:
        """Close."""
        self.dismiss()

    def action_close(self) -> None:
        """Close."""
        self.dismiss()

    def _listed(self) -> Iterator[str]:
        if self._country:
            yield from _called(lines_near(self._country), self._country)
        else:
            yield from self._anywhere()
        yield said_of_age()

    def _anywhere(self) -> Iterator[str]:
        """What works wherever they are, somebody to talk to first; then the lines of all countries."""
        near = lines_near("")
        talk = [line for line in near if line.kind is HelpKind.DIRECTORY]
        yield f"{_(ANY_EMERGENCY)}\n"
        yield from (*_called(talk), *_called(line for line in near if line not in talk))
        yield from ("", f"{_(CHOOSE)}\n", *_called(line for line in self._lines if line not in near))


def _called(lines: Iterable[Helpline], country: str = "") -> Iterator[str]:
    return (f"\u260e {line}" for line in lines_said(lines, country))
