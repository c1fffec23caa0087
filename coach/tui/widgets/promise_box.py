"""What the family promise each other: kept, put in own words, changed, or taken back."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.models import Promise
from coach.models.family import MAX_PROMISE
from coach.tui.safe_text import shown
from coach.tui.widgets.lines import LineBox
from coach.tui.widgets.step_memory import PromiseSoFar, StepMemory

OWN = N_("Type your own promise here, then press Enter.")
KEPT = N_("\u2713 You promised. Coach will remember it.")
PROMISE, OWN_WORDS = N_("We promise"), N_("In our own words")
CHANGE, TAKE_BACK = N_("Change the words"), N_("Take it back")


class PromiseLine(LineBox):
    """A line for a promise, left by Escape before the screen is."""

    BINDINGS: ClassVar = [Binding("escape", "leave_box", N_("Leave box"))]

    async def action_leave_box(self) -> None:
        """Move on as the screen wants it; another Escape then leaves the screen."""
        await self.run_action("screen.leave")


class PromiseBox(Vertical):
    """Both sides of a promise, to be made in Coach's words or own ones; once made, it can be changed or taken back."""

    BINDINGS: ClassVar = [
        Binding("left", "beside(-1)", N_("Choose"), show=False),
        Binding("right", "beside(1)", N_("Choose"), show=False),
    ]
    DEFAULT_CSS = """
    PromiseBox { height: auto; }
    PromiseBox Static { height: auto; max-width: 76; padding: 0 1; margin-bottom: 1; }
    PromiseBox LineBox { max-width: 76; height: 1; margin: 0 0 1 1; display: none; }
    PromiseBox .child { border-left: outer $success; margin-right: 4; }
    PromiseBox .parent { border-left: outer $primary; margin-left: 4; }
    PromiseBox .row { height: 1; }
    PromiseBox .row Button { margin-right: 1; }
    PromiseBox #kept, PromiseBox #take-back { display: none; }
    PromiseBox.-made #kept, PromiseBox.-made #take-back { display: block; }
    PromiseBox.-made #promise, PromiseBox.-wording #change { display: none; }
    PromiseBox.-wording LineBox { display: block; }
    """

    class Made(Message):
        """Posted when the family promises, in the child's `own` words if they are not empty."""

        def __init__(self, own: str = "") -> None:
            super().__init__()
            self.own = own

    class TakenBack(Message):
        """Posted when the family takes back what they promised."""

    def __init__(self, promise: Promise, so_far: PromiseSoFar, typed: str | None = None) -> None:
        """Show a promise to be made, or one that was made.

        Args:
            promise: both sides of it, as the lesson words it.
            so_far: how it was made before.
            typed: what is typed and not promised; None if nobody is wording it.
        """
        super().__init__()
        self._promise = promise
        self._is_wording = typed is not None
        self._made = so_far.is_made and not self._is_wording
        self._own = so_far.own
        self._line = PromiseLine(typed, placeholder=_(OWN), max_length=MAX_PROMISE, compact=True, id="own")

    def compose(self) -> ComposeResult:
        """The child's side, the grown-up's side, own words, and the buttons."""
        yield Static("", markup=False, classes="child")
        yield Static(
            shown(_("\u25a0 Grown-up: {parent}").format(parent=self._promise.parent)), markup=False, classes="parent"
        )
        yield Static(_(KEPT), markup=False, id="kept")
        yield self._line
        with Horizontal(classes="row"):
            yield Button(_(PROMISE), id="promise", compact=True)
            yield Button("", id="change", compact=True)
            yield Button(_(TAKE_BACK), id="take-back", compact=True)

    def on_mount(self) -> None:
        """Ask for the promise, or show that it was made."""
        self._show()

    def action_beside(self, step: int) -> None:
        """Go to the button beside the one with the focus; nobody leaves a promise by an arrow."""
        buttons = [button for button in self.query(Button) if button.display]
        at = next((at for at, button in enumerate(buttons) if button.has_focus), 0)
        buttons[min(max(at + step, 0), len(buttons) - 1)].focus()

    @property
    def memory(self) -> StepMemory:
        """What is typed and not promised."""
        return StepMemory(draft=self._line.value if self._is_wording else None)

    @property
    def unpromised(self) -> str:
        """What is typed and neither promised nor the same as what was promised last."""
        return PromiseSoFar(own=self._own).unpromised(self._said, self._promise.child) if self._is_wording else ""

    def begin_own_words(self, letter: str) -> bool:
        """Begin own words with a letter, unless somebody is wording them or the promise is made."""
        if self._made or self._is_wording:
            return False
        self._word(letter)
        return True

    @on(Button.Pressed, "#promise")
    @on(LineBox.Submitted)
    def make(self, event: Message) -> None:
        """Promise it as it is shown: Enter after one's own words does that too."""
        event.stop()
        said = self._said
        self._made, self._is_wording = True, False
        self._own = "" if said == self._promise.child else said
        self._show()
        self.post_message(self.Made(self._own))
        self.call_after_refresh(self.query_one(".row").scroll_visible, animate=False)

    @on(Button.Pressed, "#change")
    def change(self, event: Button.Pressed) -> None:
        """Open a line: empty for a first own promise, otherwise with what was promised, which stays so meanwhile."""
        event.stop()
        self._word(self._own or (self._promise.child[:MAX_PROMISE] if self._made else ""))

    @on(LineBox.Changed)
    def show_typed(self, event: LineBox.Changed) -> None:
        """Show on the child's side what would be promised now."""
        event.stop()
        self._show()

    @on(Button.Pressed, "#take-back")
    def take_back(self, event: Button.Pressed) -> None:
        """Ask again; nothing is promised."""
        event.stop()
        self._made = False
        self._show()
        self.post_message(self.TakenBack())

    def _word(self, words: str) -> None:
        """Let the child word the promise, beginning with `words`."""
        self._is_wording, self._made = True, False
        self._line.value = words
        self._line.cursor_position = len(words)
        self._show()
        self._line.focus()

    @property
    def _said(self) -> str:
        """The child's side: what is typed, otherwise own words of before, otherwise those of the lesson."""
        typed = self._line.value.strip() if self._is_wording else ""
        return typed or self._own or self._promise.child

    def _show(self) -> None:
        self.set_class(self._made, "-made")
        self.set_class(self._is_wording, "-wording")
        self.query_one("#change", Button).label = _(CHANGE if self._made or self._own else OWN_WORDS)
        self.query_one(".child", Static).update(shown(_("\u25cf Child: {child}").format(child=self._said)))
