"""Who keeps the family company: all figures side by side, and nobody."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.tui.family_service import FamilyService
from coach.tui.preferences import COMPANIONS, NOBODY, companion_of
from coach.tui.safe_text import shown
from coach.tui.screens.dialog import ButtonsScreen
from coach.tui.widgets.companion import companions, drawn

ASKED = N_("Who should keep you company? Choose by number.")


class CompanionsScreen(ButtonsScreen[None]):
    """A button for each figure, with its picture above where there is room."""

    BINDINGS = [Binding("escape", "close", N_("Close"))]
    DEFAULT_CSS = """
    CompanionsScreen { align: center middle; }
    CompanionsScreen > Vertical { width: 76; max-width: 100%; height: auto; padding: 0 1; }
    CompanionsScreen > Vertical { border: round $primary; background: $surface; }
    CompanionsScreen .asked { height: auto; margin-bottom: 1; }
    CompanionsScreen .figures { height: auto; }
    CompanionsScreen .figure { width: 1fr; height: auto; }
    CompanionsScreen .picture { width: 12; height: 5; margin-bottom: 1; }
    CompanionsScreen Button { width: auto; }
    CompanionsScreen #nobody { margin-top: 1; }
    .-narrow CompanionsScreen .picture, CompanionsScreen.-narrow .picture { display: none; }
    CompanionsScreen.-narrow .figures { layout: vertical; }
    """

    def __init__(self, service: FamilyService) -> None:
        super().__init__()
        self._service = service

    def compose(self) -> ComposeResult:
        """The figures, nobody, and what is asked."""
        with Vertical() as box:
            box.border_title = _("Companions")
            yield Static(_(ASKED), markup=False, classes="asked")
            with Horizontal(classes="figures"):
                for number, (name, figure) in enumerate(companions().figures.items(), 1):
                    with Vertical(classes="figure"):
                        yield Static(drawn(figure, "glad"), markup=False, classes="picture")
                        yield Button(shown(f"{number}  {_(COMPANIONS[name])}"), id=name, compact=True)
            yield Button(_("{count}  Nobody, thank you").format(count=len(COMPANIONS)), id=NOBODY, compact=True)

    def on_mount(self) -> None:
        """Begin at the one that is there now."""
        self.query_one(f"#{companion_of(self._service.family.comfort)}").focus()

    def on_key(self, event: events.Key) -> None:
        """Choose by number."""
        names = list(COMPANIONS)
        if event.character and event.character in "123456789"[: len(names)]:
            event.stop()
            self._choose(names[int(event.character) - 1])

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose."""
        event.stop()
        self._choose(str(event.button.id))

    def action_close(self) -> None:
        """Leave it as it was."""
        self.dismiss()

    def _choose(self, name: str) -> None:
        self._service.choose_companion(name)
        self.dismiss()
