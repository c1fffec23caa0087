"""Check a draft or a message that came: the editor, who it goes to or came from, and what Coach finds as you type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.widgets import Button, Select, Static, TextArea

from coach.locale import N_, _
from coach.models import Audience, Counsel, Direction, Report
from coach.tui.checking import Checker
from coach.tui.if_everybody import IF_EVERYBODY, difference
from coach.tui.messages import Destination, GoHome, OpenDestination
from coach.tui.relabel import relabel
from coach.tui.screens.done import NEXT, DoneScreen
from coach.tui.screens.writing import WritingScreen
from coach.tui.widgets.bounded import BoundedSelect
from coach.tui.widgets.draft_box import DraftBox
from coach.tui.widgets.lines import KeyLine, ReadyLine
from coach.tui.widgets.practice_box import CHOSEN, OTHER

DIRECTIONS = ((N_("I send this to"), Direction.DRAFT), (N_("I got this from"), Direction.RECEIVED))
UNSURE = "unsure"
"""Who wrote it is not known: Coach then reads it as from somebody known only online."""
PEOPLE: Mapping[Direction, tuple[tuple[str, Audience | str], ...]] = {
    Direction.DRAFT: (
        (N_("a group or my class"), Audience.GROUP),
        (N_("a friend I have met"), Audience.FRIEND),
        (N_("somebody I only know online"), Audience.STRANGER),
        (N_("everybody"), Audience.PUBLIC),
    ),
    Direction.RECEIVED: (
        (N_("somebody, we're not sure who"), UNSURE),
        (N_("somebody in a group or class"), Audience.GROUP),
        (N_("a friend I have met"), Audience.FRIEND),
        (N_("somebody I only know online"), Audience.STRANGER),
        (N_("a place where anybody writes"), Audience.PUBLIC),
    ),
}
"""Who is at the other end; each goes on from its direction to one sentence."""
EVERYBODY, BACK = N_("What if everybody saw it?"), N_("Back to who gets it")
NEW, HELP = N_("New"), N_("Who can help")
ONLY_FOR = {
    "done": Direction.DRAFT,
    "everybody": Direction.DRAFT,
    "new_message": Direction.DRAFT,
    "next_message": Direction.RECEIVED,
    "care": Direction.RECEIVED,
}
"""Actions that make sense in one direction only."""

Choice = TypeVar("Choice")


class CheckScreen(WritingScreen):
    """Checks words as they are typed; none of them are kept."""

    BINDINGS = [
        Binding("escape", "leave", N_("Home")),
        Binding("f4", "done", N_("Done")),
        Binding("f4", "next_message", NEXT),
        Binding("f5", "everybody", N_("Everybody?")),
        Binding("ctrl+n", "new_message", NEW),
        Binding("ctrl+n", "next_message", NEXT, show=False),
        Binding("f2", "care", HELP, priority=True),
        Binding("f7", "turn", N_("Sent/got"), priority=True),  # the editor has a use for F7
        Binding("f8", "people", N_("Who reads it, or who wrote it"), show=False),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (62, "-narrow"), (80, "-normal"), (100, "-wide")]
    DEFAULT_CSS = """
    CheckScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    CheckScreen #who { height: 1; margin: 0 1; }
    CheckScreen #direction { width: auto; height: 1; }
    CheckScreen #direction Button { margin-right: 1; }
    CheckScreen #who #audience { width: 1fr; max-width: 34; }
    CheckScreen #key { width: auto; margin-left: 1; color: $text-muted; }
    CheckScreen.-narrow #key, CheckScreen.-tiny #key, CheckScreen #opens { display: none; }
    CheckScreen.-wide #opens { display: block; width: auto; margin-left: 1; color: $text-muted; }
    CheckScreen #if { display: none; height: auto; padding: 0 1; color: $text-warning; text-style: bold; }
    CheckScreen.-everybody #if { display: block; }
    CheckScreen DraftBox { height: 1fr; }
    CheckScreen DraftEditor { height: 7; }
    CheckScreen.-wide DraftBox { layout: horizontal; }
    CheckScreen.-wide DraftEditor { height: 1fr; width: 1fr; }
    CheckScreen.-wide FlagList { height: 1fr; width: 1fr; }
    CheckScreen #ways { height: 1; }
    CheckScreen #ways Button { margin-left: 1; }
    CheckScreen .for-received, CheckScreen.-received .for-drafts { display: none; }
    CheckScreen.-received .for-received { display: block; }
    CheckScreen.-narrow DraftEditor, CheckScreen.-tiny DraftEditor { height: 5; }
    CheckScreen.-narrow #who, CheckScreen.-tiny #who { layout: vertical; height: 2; }
    CheckScreen.-tiny #ways { layout: grid; grid-size: 2; grid-columns: 12 1fr; height: 3; }
    CheckScreen.-tiny.-received #ways { height: 2; }
    """

    def __init__(self, checker: Checker) -> None:
        super().__init__()
        self._checker = checker
        self.box = DraftBox(checker)
        self._people: dict[Direction, Audience | str] = {Direction.DRAFT: Audience.GROUP, Direction.RECEIVED: UNSURE}
        """Whom the family chose last, by direction; nobody is taken over from one to the other."""
        self._asks_if = False
        """Whether the draft is looked at as if everybody saw it."""
        self._said_for_own: tuple[Report, Counsel] | None = None
        """What Coach said last of the draft for those whom the family chose."""

    def compose(self) -> ComposeResult:
        """Direction and audience, the words, what was found."""
        yield Static(_("Check a message. Nothing you type here is kept."), markup=False, id="title")
        with Horizontal(id="who"):
            with Horizontal(id="direction"):
                for _name, direction in DIRECTIONS:
                    yield Button("", id=f"direction-{direction}", compact=True)
            yield BoundedSelect(
                _named(PEOPLE[Direction.DRAFT]), value=Audience.GROUP, allow_blank=False, compact=True, id="audience"
            )
            yield Static("F8", markup=False, id="key")
            yield Static(_("opens the list"), markup=False, id="opens")
        yield Static(_(IF_EVERYBODY), markup=False, id="if")
        yield self.box
        with Horizontal(id="ways"):
            yield Button(_("\u2190 Home"), id="home", compact=True)
            yield Button(_(EVERYBODY), id="everybody", compact=True, classes="for-drafts")
            yield Button(_("Undo"), id="undo", compact=True)
            yield Button(_("We are done"), id="done", variant="primary", compact=True, classes="for-drafts")
            yield Button(_(NEW), id="new", compact=True, classes="for-drafts")
            yield Button(_(NEXT), id="next", compact=True, classes="for-received")
            yield Button(_(HELP), id="care", compact=True, classes="for-received")
        yield ReadyLine(self._checker, self.box.flag_list)
        yield KeyLine()

    def on_mount(self) -> None:
        """Say that the message is to be sent, and put the cursor in it."""
        self._name_directions()
        self.box.editor.focus()
        self.watch(self.query_one("#audience"), "expanded", self._watch_people, init=False)

    def _watch_people(self, is_open: bool) -> None:  # noqa: FBT001 - Textual's own form
        """Go on writing once somebody was chosen."""
        if not is_open:
            self.call_later(self.box.editor.focus)

    def on_bounded_select_chosen_again(self) -> None:
        """Take everybody, chosen while the family asks what if, for whom they chose."""
        self.on_select_changed()

    def on_select_changed(self) -> None:
        """Check again for the new audience; an answer goes to whoever wrote, unless the family chose somebody."""
        chosen = self._people[self.box.direction] = _audience_or_unsure(self.query_one("#audience", Select).value)
        if isinstance(chosen, Audience) and self._people[Direction.DRAFT] is Audience.GROUP:
            self._people[Direction.DRAFT] = chosen
        self._look_as(asks_if=False)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose a direction, go home, ask what if, undo, be done, or see who can help."""
        acts: dict[str, Callable[[], object]] = {
            "home": self.action_go_home,
            "everybody": self.action_everybody,
            "undo": self.action_undo,
            "done": self.action_done,
            "new": self.action_new_message,
            "next": self.action_next_message,
            "care": self.action_care,
            **{f"direction-{direction}": partial(self._turn_to, direction) for _name, direction in DIRECTIONS},
        }
        acts[str(event.button.id)]()

    def on_draft_box_checked(self, event: DraftBox.Checked) -> None:
        """Say what is different if everybody saw it."""
        said = event.report, event.counsel
        if not self._asks_if:
            self._said_for_own = said
        elif self._said_for_own and event.report.message.text == self._said_for_own[0].message.text:
            self.query_one("#if", Static).update(_(difference(self._said_for_own, said)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out keys that make no sense for a message of this direction."""
        del parameters
        if action == "everybody" and self._audience is Audience.PUBLIC:
            return False
        return ONLY_FOR.get(action, self.box.direction) is self.box.direction

    def action_turn(self) -> None:
        """Take the message for one that came, or for one to be sent again."""
        self._turn_to(next(direction for _name, direction in DIRECTIONS if direction is not self.box.direction))

    def action_people(self) -> None:
        """Choose who is at the other end."""
        people = self.query_one("#audience", Select)
        people.focus()
        people.action_show_overlay()

    def action_everybody(self) -> None:
        """Look at the draft as if everybody saw it, or as it is again."""
        self._look_as(asks_if=not self._asks_if)
        self.box.editor.focus()

    @work(exclusive=True, group="done")
    async def action_done(self) -> None:
        """Pause before the message is sent; those who get it are its readers again."""
        self._look_as(asks_if=False)
        message = self.box.message()
        report = await self._checker.ask(lambda check: check(message)) if message.text.strip() else None
        if report is not None:
            await self.app.push_screen(DoneScreen(report), self._go_on)

    def _go_on(self, wants_another: bool | None) -> None:  # noqa: FBT001 - Textual's own form
        """Make room for another message if that is what they want."""
        if wants_another:
            self.action_next_message()

    def action_next_message(self) -> None:
        """Make room for another message; Undo brings this one back."""
        self._look_as(asks_if=False)
        self.box.editor.put(0, len(self.box.editor.written), "")
        self.box.editor.focus()

    def action_new_message(self) -> None:
        """Make room for another draft."""
        self.action_next_message()

    def action_care(self) -> None:
        """Show people who help."""
        self.post_message(OpenDestination(Destination.CARE))

    def action_go_home(self) -> None:
        """Go home."""
        self.post_message(GoHome())

    def action_leave(self) -> None:
        """Leave the editor first; go home from anywhere else."""
        if isinstance(self.focused, TextArea):
            self.query_one("#home", Button).focus()
        else:
            self.post_message(GoHome())

    @property
    def _audience(self) -> Audience:
        """Who is at the other end, as the family chose it."""
        chosen = self._people[self.box.direction]
        return chosen if isinstance(chosen, Audience) else Audience.STRANGER

    def _look_as(self, *, asks_if: bool) -> None:
        """Check for everybody, or for whom the family chose."""
        self._asks_if = asks_if
        self.set_class(asks_if, "-everybody")
        self.query_one("#if", Static).update(_(IF_EVERYBODY))
        self.box.audience = Audience.PUBLIC if asks_if else self._audience
        self._name_reader(Audience.PUBLIC if asks_if else self._people[self.box.direction])
        button = self.query_one("#everybody", Button)
        relabel(button, _(BACK) if asks_if else _(EVERYBODY))
        button.disabled = self._audience is Audience.PUBLIC
        self.refresh_bindings()

    def _turn_to(self, direction: Direction) -> None:
        """Check the message for another direction."""
        self.box.direction = direction
        self.set_class(direction is Direction.RECEIVED, "-received")
        self._name_directions()
        self._name_people(direction)
        self._look_as(asks_if=False)

    def _name_directions(self) -> None:
        """Show which direction is chosen."""
        for name, direction in DIRECTIONS:
            sign = CHOSEN if direction is self.box.direction else OTHER
            self.query_one(f"#direction-{direction}", Button).label = f"{sign} {_(name)}"

    def _name_people(self, direction: Direction) -> None:
        """Let the second half of the sentence fit the first: whom a draft goes to says nothing of who wrote."""
        people, chosen = self.query_one("#audience", Select), self._people[direction]
        with self.prevent(Select.Changed):
            people.set_options(_named(PEOPLE[direction]))
            people.value = Audience.PUBLIC  # a value that stays keeps its old name on the screen
            people.value = chosen

    def _name_reader(self, reader: Audience | str) -> None:
        """Show for whom Coach looks at the message now; whom the family chose stays as it is."""
        with self.prevent(Select.Changed):
            self.query_one("#audience", Select).value = reader


def _audience_or_unsure(chosen: object) -> Audience | str:
    """Return what is chosen in the list."""
    return chosen if isinstance(chosen, Audience) or chosen == UNSURE else Audience.GROUP


def _named(choices: Sequence[tuple[str, Choice]]) -> list[tuple[str, Choice]]:
    """Return choices with their names in the language of the family."""
    return [(_(name), choice) for name, choice in choices]
