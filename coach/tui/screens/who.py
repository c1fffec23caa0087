"""Who is here: asked on the first start, and whenever another child takes over."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Button, Input, OptionList, Select, Static
from textual.widgets.option_list import Option

from coach.errors import FamilyError
from coach.models import AgeBand
from coach.models.family import MAX_NICKNAME
from coach.tui.family_service import FamilyService
from coach.tui.messages import GoHome
from coach.tui.safe_text import safe, shown
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.lines import KeyLine, LineBox

WELCOME = (
    "Two of you, one keyboard: take turns reading and typing. What should Coach call the child? "
    "A nickname is best, not a full name. It stays on this computer, and you can go on without one."
)
AGES = tuple((f"{age} years", age) for age in AgeBand)
HERE = "\u25cf"


class WhoScreen(RoomyScreen, Screen[None]):
    """Lists the children, and adds a new one."""

    BINDINGS = [Binding("escape", "leave", "Home")]
    DEFAULT_CSS = """
    WhoScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    WhoScreen .words { padding: 1 2; height: auto; max-width: 78; }
    WhoScreen #new { height: 1; margin: 0 2; max-width: 74; }
    WhoScreen Input { width: 1fr; margin-right: 1; }
    WhoScreen Select { width: 18; margin-right: 1; }
    WhoScreen #said { height: auto; min-height: 1; padding: 0 2; color: $text-warning; }
    WhoScreen OptionList, WhoScreen OptionList:focus { border: none; }
    WhoScreen OptionList { height: 1fr; padding: 0 1; max-width: 78; background: $background; }
    WhoScreen #ways { height: 1; }
    WhoScreen #ways Button { margin: 0 2; }
    """

    def __init__(self, service: FamilyService) -> None:
        super().__init__()
        self._service = service

    def compose(self) -> ComposeResult:
        """The question, the line for a new child, the children Coach knows."""
        yield Static("Who is here?", markup=False, id="title")
        yield Static(WELCOME, markup=False, classes="words")
        with Horizontal(id="new"):
            yield LineBox(placeholder="nickname", max_length=MAX_NICKNAME, compact=True)
            yield Select(AGES, value=AgeBand.TEN, allow_blank=False, compact=True)
            yield Button("Sit down", id="join", variant="primary", compact=True)
        yield Static("", markup=False, id="said")
        yield OptionList(markup=False)
        with Horizontal(id="ways"):
            yield Button("Go on", id="home", compact=True)
            yield Button("Forget this child", id="gone", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """List the children and wait for a nickname."""
        self.show_family()
        self.query_one(Input).focus()

    def show_family(self, said: str = "") -> None:
        """List the children, and say how the last change went."""
        family = self._service.family
        choices = self.query_one(OptionList)
        choices.clear_options()
        for member in family.members:
            sign = HERE if member.nickname == family.playing else " "
            choices.add_option(Option(shown(f"{sign} {member.nickname}, {member.age} years"), id=member.nickname))
        choices.display = self.query_one("#gone").display = bool(family.members)
        self.query_one("#said", Static).update(shown(said))

    def on_input_submitted(self) -> None:
        """Add the child whose nickname was typed."""
        self._join()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Add a child, go on, or forget one."""
        if event.button.id == "join":
            self._join()
        elif event.button.id == "home":
            self.action_leave()
        else:
            self._forget()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Switch to the chosen child."""
        self._service.sit_down(str(event.option_id))
        self.post_message(GoHome())

    def action_leave(self) -> None:
        """Go on without a nickname; Coach does not ask again."""
        self._service.note_asked()
        self.post_message(GoHome())

    def _join(self) -> None:
        age = self.query_one(Select).value
        if not isinstance(age, AgeBand):
            return
        try:
            self._service.join(safe(self.query_one(Input).value), age)
        except FamilyError as error:
            self.show_family(str(error))
        else:
            self.post_message(GoHome())

    def _forget(self) -> None:
        choices = self.query_one(OptionList)
        if choices.highlighted is not None:
            self._service.forget_child(str(choices.get_option_at_index(choices.highlighted).id))
            self.show_family("Forgotten, along with their progress.")
