"""What the family promise each other: kept, put in own words, changed, or taken back."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.models import Promise
from coach.models.family import MAX_PROMISE
from coach.tui.safe_text import shown
from coach.tui.widgets.lines import LineBox
from coach.tui.widgets.step_memory import StepMemory

OWN = N_("or say it in your own words here")
KEPT = N_("\u2713 You promised. Coach will remember it.")
PROMISE, CHANGE, TAKE_BACK = N_("We promise"), N_("Change the words"), N_("Take it back")


class PromiseBox(Vertical):
    """Both sides of a promise, to be made; once made, it can be changed or taken back."""

    DEFAULT_CSS = """
    PromiseBox { height: auto; }
    PromiseBox Static { height: auto; max-width: 76; padding: 0 1; margin-bottom: 1; }
    PromiseBox LineBox { max-width: 76; height: 1; margin: 0 0 1 1; }
    PromiseBox .child { border-left: outer $success; margin-right: 4; }
    PromiseBox .parent { border-left: outer $primary; margin-left: 4; }
    PromiseBox #kept, PromiseBox .row { display: none; }
    PromiseBox.-made #kept { display: block; }
    PromiseBox.-made .row { display: block; height: 1; }
    PromiseBox.-made #own, PromiseBox.-made #promise { display: none; }
    PromiseBox .row Button { margin-left: 1; }
    """

    class Made(Message):
        """Posted when the family promises, in the child's `own` words if they are not empty."""

        def __init__(self, own: str = "") -> None:
            super().__init__()
            self.own = own

    class TakenBack(Message):
        """Posted when the family takes back what they promised."""

    def __init__(self, promise: Promise, *, made: bool, takes_own: bool = False, own: str = "") -> None:
        """Show a promise to be made, or one that was `made`.

        Args:
            promise: both sides of it.
            made: whether it was made.
            takes_own: whether the child is asked for own words; otherwise they have room once somebody types.
            own: the child's own words, promised or only typed.
        """
        super().__init__()
        self._takes_own = takes_own
        self._promise = promise
        self._made = made
        self._own = own

    def compose(self) -> ComposeResult:
        """The child's side, the grown-up's side, own words, and the buttons."""
        yield Static("", markup=False, classes="child")
        yield Static(
            shown(_("\u25a0 Grown-up: {parent}").format(parent=self._promise.parent)), markup=False, classes="parent"
        )
        yield Static(_(KEPT), markup=False, id="kept")
        yield LineBox(self._own, placeholder=_(OWN), max_length=MAX_PROMISE, compact=True, id="own")
        yield Button(_(PROMISE), id="promise", variant="primary", compact=True)
        with Horizontal(classes="row"):
            yield Button(_(CHANGE), id="change", compact=True)
            yield Button(_(TAKE_BACK), id="take-back", compact=True)

    def on_mount(self) -> None:
        """Ask for the promise, or show that it was made."""
        self.query_one(LineBox).display = self._takes_own or bool(self._own)
        self._show()

    @property
    def memory(self) -> StepMemory:
        """The child's own words, as promised or as far as they are typed."""
        return StepMemory(draft=self._own if self._made else self._typed)

    @property
    def _typed(self) -> str:
        return self.query_one(LineBox).value.strip()

    def begin_own_words(self, letter: str) -> bool:
        """Make room for own words where there was none, unless the promise is made."""
        line = self.query_one(LineBox)
        if self._made or line.display:
            return False
        line.display = True
        line.value = letter
        line.cursor_position = len(letter)
        line.focus()
        return True

    @on(Button.Pressed, "#promise")
    @on(LineBox.Submitted)
    def make(self, event: Message) -> None:
        """Promise it as it is worded: Enter after one's own words does that too."""
        event.stop()
        self._made, typed = True, self._typed
        self._own = "" if typed == self._promise.child else typed
        self._show()
        self.post_message(self.Made(self._own))
        self.call_after_refresh(self.query_one(".row").scroll_visible, animate=False)

    @on(Button.Pressed, "#change")
    def change(self, event: Button.Pressed) -> None:
        """Put what was promised in a line, to be worded anew; until then it is promised as it was."""
        event.stop()
        line = self.query_one(LineBox)
        line.value = self._own or self._promise.child[:MAX_PROMISE]
        line.cursor_position = len(line.value)
        line.display, self._made = True, False
        self._show()
        line.focus()

    @on(Button.Pressed, "#take-back")
    def take_back(self, event: Button.Pressed) -> None:
        """Ask again; nothing is promised."""
        event.stop()
        self._made = False
        self._show()
        self.post_message(self.TakenBack())

    def _show(self) -> None:
        self.set_class(self._made, "-made")
        child = (self._own if self._made else "") or self._promise.child
        self.query_one(".child", Static).update(shown(_("\u25cf Child: {child}").format(child=child)))
