"""Our own words: what the family keeps private, typed in by the grown-up."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, OptionList, Select, Static
from textual.widgets.option_list import Option

from coach.errors import FamilyError
from coach.locale import N_, _
from coach.models import PrivateKind, PrivateWord
from coach.tui.family_service import FamilyService
from coach.tui.messages import GoHome
from coach.tui.relabel import relabel
from coach.tui.safe_text import plainly, safe, shown
from coach.tui.screens.too_small import RoomyScreen
from coach.tui.widgets.bounded import BoundedSelect
from coach.tui.widgets.lines import KeyLine, LineBox

WELCOME = N_(
    "For the grown-up. Type what strangers should not find out: the child's full name, school or street. "
    "Coach then marks it in every draft. It stays in one file on this computer."
)
KINDS = (
    (N_("full name"), PrivateKind.NAME),
    (N_("school"), PrivateKind.SCHOOL),
    (N_("street"), PrivateKind.STREET),
    (N_("town"), PrivateKind.TOWN),
    (N_("team or club"), PrivateKind.TEAM),
    (N_("birthday"), PrivateKind.BIRTHDAY),
    (N_("user name"), PrivateKind.HANDLE),
    (N_("phone number"), PrivateKind.PHONE),
)
_NAMES = {kind: name for name, kind in KINDS}
EMPTY = N_("No words yet.")


class PrivateWordsScreen(RoomyScreen, Screen[None]):
    """Shows, adds and removes private words; they are masked until revealed."""

    BINDINGS = [Binding("escape", "leave", N_("Home"))]
    DEFAULT_CSS = """
    PrivateWordsScreen #title { height: 1; background: $primary; color: $text; padding: 0 1; text-style: bold; }
    PrivateWordsScreen #words { padding: 0 1; height: auto; max-width: 78; }
    PrivateWordsScreen #new { height: 1; margin: 1 1 0 1; max-width: 78; }
    PrivateWordsScreen Select { width: 20; margin-right: 1; }
    PrivateWordsScreen Input { width: 1fr; margin-right: 1; }
    PrivateWordsScreen #said { height: auto; min-height: 1; max-height: 3; padding: 0 1; max-width: 78; }
    PrivateWordsScreen OptionList { height: 1fr; border: none; padding: 0 1; margin: 0 1; max-width: 78; }
    PrivateWordsScreen #below { height: 1; margin: 0 1; }
    PrivateWordsScreen #below Button { margin-right: 2; }
    """

    def __init__(self, service: FamilyService) -> None:
        super().__init__()
        self._service = service
        self._revealed = False

    def compose(self) -> ComposeResult:
        """The introduction, a line to add a word, the list of words."""
        yield Static(_("Our own words"), markup=False, id="title")
        yield Static(_(WELCOME), markup=False, id="words")
        with Horizontal(id="new"):
            yield BoundedSelect(
                [(_(name), kind) for name, kind in KINDS],
                value=PrivateKind.NAME,
                allow_blank=False,
                compact=True,
                id="kind",
            )
            yield LineBox(placeholder=_("type it here"), compact=True, max_length=80)
            yield Button(_("Keep it"), id="keep", variant="primary", compact=True)
        yield Static("", markup=False, id="said")
        yield OptionList(markup=False)
        with Horizontal(id="below"):
            yield Button(_("Show the words"), id="reveal", compact=True)
            yield Button(_("Remove this one"), id="remove", compact=True)
            yield Button(_("\u2190 Home"), id="home", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """List the words and wait for a new one."""
        self.show_words()
        self.query_one(Input).focus()

    def show_words(self, said: str = "") -> None:
        """List the words, and say how the last change went."""
        words = self._service.family.private_words
        self.query_one("#said", Static).update(shown(said))
        choices = self.query_one(OptionList)
        choices.clear_options()
        choices.add_options([Option(self._line(word)) for word in words] or [Option(_(EMPTY), disabled=True)])
        self.query_one("#remove", Button).disabled = not words
        self.query_one("#reveal", Button).disabled = not words

    def on_input_submitted(self) -> None:
        """Keep what was typed."""
        self._add()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Keep, show or hide, remove, leave."""
        actions = {"keep": self._add, "reveal": self._reveal, "remove": self._remove, "home": self.action_leave}
        actions[str(event.button.id)]()

    def action_leave(self) -> None:
        """Go home."""
        self.post_message(GoHome())

    def _add(self) -> None:
        box, kind = self.query_one(Input), self.query_one(Select).value
        if not box.value.strip() or not isinstance(kind, PrivateKind):
            return
        try:
            self.show_words(self._service.add_private_word(kind, box.value))
        except FamilyError as error:
            self._service.tell(plainly(error))
        else:
            box.clear()
            box.focus()

    def _reveal(self) -> None:
        self._revealed = not self._revealed
        relabel(self.query_one("#reveal", Button), _("Hide the words") if self._revealed else _("Show the words"))
        self.show_words()

    def _remove(self) -> None:
        chosen = self.query_one(OptionList).highlighted
        if chosen is None:
            self.query_one("#said", Static).update(shown(_("Choose a word from the list first.")))
        else:
            self._service.remove_private_word(chosen + 1)
            self.show_words(_("Removed."))

    def _line(self, word: PrivateWord) -> Content:
        words = word.words if self._revealed else word.masked()
        return Content(f"{_(_NAMES[word.kind]):<14}{safe(words)}")
