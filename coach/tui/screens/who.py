"""Who is here: asked after the first minute, and on each start of a family with more than one child."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Button, Input, Select, Static

from coach.family import NicknameTrouble
from coach.locale import N_, _
from coach.models import AgeBand
from coach.models.family import MAX_MEMBERS, MAX_NICKNAME
from coach.tui.family_service import FamilyService
from coach.tui.messages import GoHome
from coach.tui.safe_text import safe, shown
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.lines import KeyLine, LineBox
from coach.tui.widgets.seat_card import SeatCard, SeatRows

CHOOSE = N_("Choose your seat. The other one is for your grown-up.")
ASK = N_(
    "What should Coach call the child? Take a nickname, not a full name. It stays on this computer. "
    "The age picks words and stories that fit."
)
TROUBLES: Mapping[NicknameTrouble, str] = {
    NicknameTrouble.EMPTY: N_("Type a name first. It can be one that you make up."),
    NicknameTrouble.LONG: N_("That name is too long for the seat. {most} letters fit."),
    NicknameTrouble.TAKEN: N_("Somebody here has that name. Press their seat, or pick another one."),
    NicknameTrouble.FULL: N_("All {seats} seats are taken. Forget one of them first."),
}
"""What to say to a child, by what is wrong with the name."""
WHOM_TO_FORGET = N_("Press the seat that Coach should forget, with everything done there. Esc keeps them all.")
FORGOTTEN = N_("Forgotten, along with all that was done there.")
NO_NAME, AS_BEFORE = N_("Go on without a name"), N_("Go on as {child}")


class WhoScreen(RoomyScreen, Screen[None]):
    """A seat for each child, and a line for a new one."""

    BINDINGS = [Binding("escape", "leave", N_("Go on"))]
    DEFAULT_CSS = """
    WhoScreen .words { margin: 1 1 1 1; height: auto; max-width: 78; }
    WhoScreen VerticalScroll { height: 1fr; }
    WhoScreen #new { height: 1; margin: 1; max-width: 74; }
    WhoScreen Input { width: 1fr; margin-right: 1; }
    WhoScreen Select { width: 18; margin-right: 1; }
    WhoScreen #said { height: auto; min-height: 1; margin: 1 1 0 1; }
    WhoScreen #ways { height: 1; margin: 0 1; }
    WhoScreen #ways Button { margin-right: 2; }
    """

    def __init__(self, service: FamilyService, after: Callable[[], object] | None = None) -> None:
        """Ask who is here; then call `after`, or go home."""
        super().__init__()
        self._service = service
        self._after = after
        self._forgets = False
        """Whether the seat pressed next is forgotten."""

    def compose(self) -> ComposeResult:
        """The question, the seats, the line for a new child."""
        yield Static(_("Who is here?"), markup=False, id="title")
        with VerticalScroll(can_focus=False):
            yield Static("", markup=False, classes="words")
            yield SeatRows()
            with Horizontal(id="new"):
                yield LineBox(placeholder=_("nickname"), max_length=MAX_NICKNAME, compact=True)
                yield Select(_ages(), value=AgeBand.TEN, allow_blank=False, compact=True)
                yield Button(_("Sit down"), id="join", variant="primary", compact=True)
            yield Static("", markup=False, id="said")
        with Horizontal(id="ways"):
            yield Button("", id="home", compact=True)
            yield Button(_("Forget a child"), id="forget", compact=True)
        yield KeyLine()

    async def on_mount(self) -> None:
        """Set out the seats, and wait at the last one taken."""
        await self.show_family()

    async def show_family(self, said: str = "") -> None:
        """Set out the seats, and say how the last change went."""
        family, seats = self._service.family, self.query_one(SeatRows)
        async with self.batch():
            await seats.remove_children()
            await seats.mount_all(SeatCard(member, number) for number, member in enumerate(family.members, 1))
            await seats.mount(SeatCard())
        self.query_one("#home", Button).label = shown(
            _(AS_BEFORE).format(child=family.playing) if family.playing else _(NO_NAME)
        )
        self._forgets = False
        self.query_one("#forget").display = seats.display = bool(family.members)
        self._open_line(is_open=not family.members)
        self._say(said)

    def on_key(self, event: events.Key) -> None:
        """Choose a seat by its number."""
        seats = [seat for seat in self.query(SeatCard) if seat.nickname]
        if event.character and event.character in "12345678"[: len(seats)] and not isinstance(self.focused, Input):
            event.stop()
            seats[int(event.character) - 1].press()

    async def on_input_submitted(self) -> None:
        """Add the child whose nickname was typed."""
        self._join()

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take a seat, go on, or forget a child."""
        button = event.button
        if isinstance(button, SeatCard):
            await self._press(button)
        elif button.id == "join":
            self._join()
        elif button.id == "home":
            self.action_leave()
        else:
            self._forgets = True
            self._say(_(WHOM_TO_FORGET))
            self.query(SeatCard).first().focus()

    def action_leave(self) -> None:
        """Keep all seats if one was to be forgotten; otherwise go on, and Coach does not ask again."""
        if self._forgets:
            self._forgets = False
            self._say("")
        else:
            self._service.note_asked()
            self._go_on()

    async def _press(self, seat: SeatCard) -> None:
        """Take the seat, free it if one is to be forgotten, or ask for a name if it is free."""
        if not seat.nickname:
            self._open_line(is_open=True)
        elif self._forgets:
            self._service.forget_child(seat.nickname)
            await self.show_family(_(FORGOTTEN))
        else:
            self._service.sit_down(seat.nickname)
            self._go_on()

    def _open_line(self, *, is_open: bool) -> None:
        """Show the line for a new child, with the cursor in it, or hide it."""
        self.query_one("#new").display = is_open
        self.query_one(".words", Static).update(_(ASK) if is_open else _(CHOOSE))
        if is_open:
            self.query_one(Input).focus()
        else:
            playing = self._service.family.playing
            seats = {seat.nickname: seat for seat in self.query(SeatCard)}
            seats.get(playing, seats[""]).focus()

    def _join(self) -> None:
        age, nickname = self.query_one(Select).value, safe(self.query_one(Input).value)
        trouble = self._service.trouble_with(nickname)
        if trouble:
            self._say(_(TROUBLES[trouble]).format(most=MAX_NICKNAME, seats=MAX_MEMBERS))
        elif isinstance(age, AgeBand):
            self._service.join(nickname, age)
            self._go_on()

    def _go_on(self) -> None:
        if self._after:
            self.app.call_later(self._after)
        else:
            self.post_message(GoHome())

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(shown(words))


def _ages() -> list[tuple[str, AgeBand]]:
    return [(_("{age} years").format(age=age), age) for age in AgeBand]
