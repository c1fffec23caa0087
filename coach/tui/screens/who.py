"""Who is here: asked after the first minute, and on each start of a family with more than one child."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

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
from coach.tui.first_minute import FirstMinute
from coach.tui.messages import Destination, GoHome, OpenDestination
from coach.tui.relabel import relabel
from coach.tui.safe_text import safe, shown
from coach.tui.screens.sure import SureScreen
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.bounded import BoundedSelect
from coach.tui.widgets.country_select import CountryRow
from coach.tui.widgets.lines import KeyLine, LineBox
from coach.tui.widgets.more_line import MoreLine
from coach.tui.widgets.seat_card import SeatCard, SeatRows

CHOOSE = N_("Each child has a name and a place in the course here. Choose yours; your grown-up sits beside you.")
ASK = N_(
    "What should Coach call the child? Take a nickname, not a full name. It stays on this computer. "
    "The age picks words and stories that fit. Keep the name, and Coach remembers how far this child is."
)
TROUBLES: Mapping[NicknameTrouble, str] = {
    NicknameTrouble.EMPTY: N_("Type a name first. It can be one that you make up."),
    NicknameTrouble.LONG: N_("That name is too long. {most} letters fit."),
    NicknameTrouble.TAKEN: N_("Somebody here has that name already. Take another one."),
    NicknameTrouble.FULL: N_("There is room for {count} children. Forget one of them first."),
}
"""What to say to a child, by what is wrong with the name."""
WHOM_TO_FORGET = N_("Press the child that Coach should forget, with everything they did. Esc keeps them all.")
WHOM_TO_CHANGE = N_("Press the child whose name or age you want to change. Esc leaves them all as they are.")
CHANGE_IT = N_("Type the name and choose the age. What was done until now stays.")
AGE_NEXT = N_("Now the age: up, down, Enter.")
AGED = N_("{child}, {age} years. Press Enter if that is right.")
KEEP, SAVE = N_("Keep this name"), N_("Save")
CHANGED = N_("Changed. All that was done is still there.")
AGE = N_("how old?")
AGE_FIRST = N_("Choose how old the child is first.")
FORGET = N_("Forget {child}? All that {child} did here goes too, and does not come back.")
FORGOTTEN = N_("Forgotten, along with all that was done.")
NOT_KEPT = N_("{child} is not kept yet. Enter keeps the name. Or choose once more to go on without it.")
NO_NAME, AS_BEFORE = N_("Go on without a name"), N_("Go on as {child}")


class WhoScreen(RoomyScreen, Screen[None]):
    """A seat for each child, and a line for a new one."""

    BINDINGS = [Binding("escape", "leave", N_("Back")), Binding("f4", "go_on", N_("Go on"))]
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

    def __init__(
        self, service: FamilyService, after: Callable[[], object] | None = None, kept: FirstMinute | None = None
    ) -> None:
        """Ask who is here; then call `after`, or go home; `kept` holds a name typed before, and takes a new one."""
        super().__init__()
        self._service = service
        self._after = after
        self._kept = kept or FirstMinute()
        self._was_reminded = False
        """Whether the family was just asked about a name that is not kept."""
        self._forgets = self._changes = False
        """Whether the seat pressed next is forgotten, or changed."""
        self._changed = ""
        """The nickname of the child whose name and age are in the line; empty for a new child."""

    def compose(self) -> ComposeResult:
        """The question, the seats, the line for a new child."""
        yield Static(_("Who is here?"), markup=False, id="title")
        with VerticalScroll(can_focus=False) as page:
            yield Static("", markup=False, classes="words")
            yield SeatRows()
            with Horizontal(id="new"):
                yield LineBox(placeholder=_("nickname"), max_length=MAX_NICKNAME, compact=True)
                yield BoundedSelect(_ages(), prompt=_(AGE), compact=True)
                yield Button(_(KEEP), id="join", variant="primary", compact=True)
            yield CountryRow(self._service)
            yield Static("", markup=False, id="said")
        with Horizontal(id="ways"):
            yield Button("", id="home", compact=True)
            yield Button(_("Change name or age"), id="change", compact=True)
            yield Button(_("Forget a child"), id="forget", compact=True)
            yield MoreLine(page)
        yield KeyLine()

    async def on_mount(self) -> None:
        """Set out the seats, and wait at the last one taken."""
        await self.show_family()
        if not self._service.family.members:
            self.query_one(Input).value = self._kept.nickname
            with self.prevent(Select.Changed):
                self.query_one(Select).value = self._kept.age or Select.NULL
        self.watch(self.query_one(Select), "expanded", self._watch_ages, init=False)

    async def show_family(self, said: str = "") -> None:
        """Set out the seats, and say how the last change went."""
        family, seats = self._service.family, self.query_one(SeatRows)
        async with self.batch():
            await seats.remove_children()
            await seats.mount_all(SeatCard(member, number) for number, member in enumerate(family.members, 1))
            await seats.mount(SeatCard())
        words = _(AS_BEFORE).format(child=family.playing) if family.playing else _(NO_NAME)
        relabel(self.query_one("#home", Button), shown(words))
        self._forgets = self._changes = False
        self.query_one("#forget").display = self.query_one("#change").display = seats.display = bool(family.members)
        self._open_line(is_open=not family.members)
        self._say(said)

    def on_key(self, event: events.Key) -> None:
        """Choose a seat by its number."""
        seats = [seat for seat in self.query(SeatCard) if seat.nickname]
        if event.character and event.character in "12345678"[: len(seats)] and not isinstance(self.focused, Input):
            event.stop().prevent_default()
            seats[int(event.character) - 1].press()

    async def on_input_submitted(self) -> None:
        """Go on to the age, or keep both where the age is chosen already, unless the nickname cannot be used."""
        if self._age and not self._changed:
            await self._join()
        elif not self._is_troubled():
            ages = self.query_one(Select)
            ages.focus()
            ages.action_show_overlay()
            self._say(_(AGE_NEXT))

    def _watch_ages(self, is_open: bool) -> None:  # noqa: FBT001 - Textual's own form
        """Go on to the button, or to a nickname that is still to come, once an age was taken, and say which."""
        if not is_open and self._age:
            self.call_later(self.query_one("#join" if self._typed else "Input").focus)
            if not self._changed:
                self._say_age()

    def on_input_changed(self) -> None:
        """Ask anew about another name, and say it beside an age that was chosen first."""
        self._was_reminded = False
        if self._age and not self._changed and self.query_one(Input).has_focus:
            self._say_age()

    async def on_select_changed(self, event: Select.Changed) -> None:
        """Save another age of a child at once."""
        self._was_reminded = False
        if self._changed and isinstance(event.value, AgeBand):
            await self._join()

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take a seat, go on, or forget a child."""
        button = event.button
        if isinstance(button, SeatCard):
            await self._press(button)
        elif button.id == "join":
            await self._join()
        elif button.id == "home":
            self.action_go_on()
        else:
            self._forgets, self._changes = button.id == "forget", button.id == "change"
            self._say(_(WHOM_TO_FORGET) if self._forgets else _(WHOM_TO_CHANGE))
            self.query(SeatCard).first().focus()

    def action_leave(self) -> None:
        """Keep all seats if one was to be forgotten or changed; otherwise go back to the first draft, or on."""
        if self._forgets or self._changes or self._changed:
            self._forgets = self._changes = False
            self._open_line(is_open=False)
            self._say("")
        elif not self._service.family.was_asked:
            self._kept.nickname, self._kept.age = self._typed, self._age
            self.post_message(OpenDestination(Destination.WELCOME))
        else:
            self.action_go_on()

    def action_go_on(self) -> None:
        """Go on, unless a name was typed that is not kept."""
        if not self._must_ask():
            self._service.note_asked()
            self._go_on()

    def _must_ask(self) -> bool:
        """Ask whether to keep a name that was typed; False if there is none, or if it was the answer just now."""
        if not self._typed or not self.query_one("#new").display or self._changed or self._was_reminded:
            return False
        self._was_reminded = True
        self._say(_(NOT_KEPT).format(child=self._typed))
        self.query_one("#join").focus()
        return True

    async def _press(self, seat: SeatCard) -> None:
        """Take the seat, free or change it if that was asked for, or ask for a name if it is free."""
        if not seat.nickname:
            self._open_line(is_open=True)
        elif self._forgets:
            question = _(FORGET).format(child=seat.nickname)
            self.app.push_screen(SureScreen(question, partial(self._forget, seat.nickname)))
        elif self._changes:
            self._changes = False
            self._open_line(is_open=True, changed=seat.nickname)
            self._say("")
        elif not self._must_ask():
            self._service.sit_down(seat.nickname)
            self._go_on()

    async def _forget(self, nickname: str) -> None:
        self._service.forget_child(nickname)
        await self.show_family(_(FORGOTTEN))

    def _open_line(self, *, is_open: bool, changed: str = "") -> None:
        """Show the line for a new child, or for the one to be changed, with the cursor in it; or hide it."""
        self._changed = changed
        self.query_one("#new").display = is_open
        self.query_one(CountryRow).display = is_open and not changed and not self._service.family.country
        self.query_one(".words", Static).update(_((CHANGE_IT if changed else ASK) if is_open else CHOOSE))
        relabel(self.query_one("#join", Button), _(SAVE) if changed else _(KEEP))
        self.query_one(Input).value = changed
        with self.prevent(Select.Changed):
            self.query_one(Select).clear()
            for member in self._service.family.members:
                if member.nickname == changed:
                    self.query_one(Select).value = member.age
        if is_open:
            self.query_one(Input).focus()
        else:
            playing = self._service.family.playing
            seats = {seat.nickname: seat for seat in self.query(SeatCard)}
            for seat in list(filter(None, (seats.get(playing), seats.get(""))))[:1]:
                seat.focus()

    @property
    def _typed(self) -> str:
        """The nickname in the line."""
        return safe(self.query_one(Input).value)

    @property
    def _age(self) -> AgeBand | None:
        """The age in the line; None if there is none."""
        age = self.query_one(Select).value
        return age if isinstance(age, AgeBand) else None

    def _say_age(self) -> None:
        """Say which child is meant, or what is still to be typed."""
        aged = _(AGED).format(child=self._typed, age=self._age)
        self._say(aged if self._typed else _(TROUBLES[NicknameTrouble.EMPTY]))

    def _is_troubled(self) -> bool:
        """Say why the nickname in the line cannot be used; False if it can."""
        trouble = self._service.trouble_with(self._typed, self._changed)
        if trouble:
            self._say(_(TROUBLES[trouble]).format(most=MAX_NICKNAME, count=MAX_MEMBERS))
        return trouble is not None

    async def _join(self) -> None:
        """Add the child in the line, or keep its new name and age."""
        age = self._age
        if self._is_troubled():
            return
        if age is None:
            self._say(_(AGE_FIRST))
            self.query_one(Select).focus()
            return
        if self._changed:
            self._service.change_child(self._changed, self._typed, age)
            await self.show_family(_(CHANGED))
        else:
            self._service.join(self._typed, age)
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
