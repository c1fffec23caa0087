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
from coach.models import AS_WORDED, Promise, PromiseWords
from coach.models.family import MAX_PROMISE
from coach.tui.arrows import go_beside
from coach.tui.relabel import relabel
from coach.tui.safe_text import shown
from coach.tui.widgets.lines import LineBox
from coach.tui.widgets.step_memory import PromiseSoFar, StepMemory

OWN = N_("\u25cf Type your own promise here, then press Enter.")
OWN_PARENT = N_("\u25a0 Now yours. Or just Enter: yours stays as it is.")
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
        Binding("left", "beside('left')", N_("Choose"), show=False),
        Binding("right", "beside('right')", N_("Choose"), show=False),
    ]
    DEFAULT_CSS = """
    PromiseBox { height: auto; }
    PromiseBox Static { height: auto; max-width: 76; padding: 0 1; margin-bottom: 1; }
    PromiseBox LineBox { max-width: 76; height: 3; margin: 0 0 1 0; border: round $border-blurred; display: none; }
    PromiseBox LineBox:focus { border: round $border; }
    PromiseBox.-wording Static { margin-bottom: 0; }
    PromiseBox .child { border-left: outer $success; margin-right: 4; }
    PromiseBox .parent { border-left: outer $primary; margin-left: 4; }
    PromiseBox .row { height: 1; }
    PromiseBox .row Button { margin-right: 1; }
    PromiseBox #kept, PromiseBox #take-back { display: none; }
    PromiseBox.-made #kept, PromiseBox.-made #take-back { display: block; }
    PromiseBox.-made #promise, PromiseBox.-wording #change { display: none; }
    PromiseBox.-wording #own, PromiseBox.-wording.-both #own-parent { display: block; }
    """

    class Made(Message):
        """Posted when the family promises, in their `own` words as far as there are any."""

        def __init__(self, own: PromiseWords) -> None:
            super().__init__()
            self.own = own

    class TakenBack(Message):
        """Posted when the family takes back what they promised."""

    def __init__(self, promise: Promise, so_far: PromiseSoFar, typed: PromiseWords | None = None) -> None:
        """Show a promise to be made, or one that was made.

        Args:
            promise: both sides of it, as the lesson words it.
            so_far: how it was made before.
            typed: what would be promised with what is typed; None if nobody is wording it.
        """
        super().__init__()
        self._promise = promise
        self._is_wording = typed is not None
        self._made = so_far.is_made and not self._is_wording
        self._own = so_far.own
        words = typed or AS_WORDED
        self._line = PromiseLine(words.child, placeholder=_(OWN), max_length=MAX_PROMISE, id="own")
        self._parents = PromiseLine(words.parent, placeholder=_(OWN_PARENT), max_length=MAX_PROMISE, id="own-parent")

    def compose(self) -> ComposeResult:
        """Each side with a line for own words, and the buttons."""
        yield Static("", markup=False, classes="child")
        yield self._line
        yield Static("", markup=False, classes="parent")
        yield self._parents
        yield Static(_(KEPT), markup=False, id="kept")
        with Horizontal(classes="row"):
            yield Button(_(PROMISE), id="promise", compact=True)
            yield Button("", id="change", compact=True)
            yield Button(_(TAKE_BACK), id="take-back", compact=True)

    def on_mount(self) -> None:
        """Ask for the promise, or show that it was made."""
        self.set_class(bool(self._parents.value), "-both")
        self._show()

    def action_beside(self, key: str) -> None:
        """Go to the button beside the one with the focus; nobody leaves a promise by an arrow."""
        go_beside(self.screen, key, self.query_one(".row"))

    @property
    def memory(self) -> StepMemory:
        """What is typed and not promised."""
        return StepMemory(own=self._said if self._is_wording else None)

    @property
    def unpromised(self) -> PromiseWords:
        """What is typed and neither promised nor the same as what was promised last."""
        return PromiseSoFar(own=self._own).unpromised(self._said) if self._is_wording else AS_WORDED

    @property
    def line_in_hand(self) -> LineBox | None:
        """The line to go on with, if somebody is wording the promise."""
        return self._line if self._is_wording else None

    def begin_own_words(self, letter: str) -> bool:
        """Begin own words with a letter, unless somebody is wording them or the promise is made."""
        if self._made or self._is_wording:
            return False
        self._word(self._own.model_copy(update={"child": letter}))
        return True

    @on(LineBox.Submitted, "#own")
    def hand_over(self, event: LineBox.Submitted) -> None:
        """Let the grown-up word their side, in a line that is not there before: what is typed has one place."""
        event.stop()
        self.add_class("-both")
        self._parents.focus()

    @on(Button.Pressed, "#promise")
    @on(LineBox.Submitted, "#own-parent")
    def make(self, event: Message) -> None:
        """Promise it as it is shown: Enter after the grown-up's own words does that too."""
        event.stop()
        self._own = self._said
        self._made, self._is_wording = True, False
        self._show()
        self.post_message(self.Made(self._own))
        self.call_after_refresh(self.query_one(".row").scroll_visible, animate=False)

    @on(Button.Pressed, "#change")
    def change(self, event: Button.Pressed) -> None:
        """Open both lines: empty at first, otherwise with what was promised, which stays so meanwhile."""
        event.stop()
        as_made = PromiseWords(child=self._promise.child[:MAX_PROMISE], parent=self._promise.parent[:MAX_PROMISE])
        before = as_made if self._made else AS_WORDED
        self._word(PromiseWords(child=self._own.child or before.child, parent=self._own.parent or before.parent))

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

    def _word(self, words: PromiseWords) -> None:
        """Let the two word the promise, the child first, beginning with `words`."""
        self._is_wording, self._made = True, False
        self.remove_class("-both")
        for line, said in ((self._line, words.child), (self._parents, words.parent)):
            line.value = said
            line.cursor_position = len(said)
        self._show()
        self._line.focus()

    @property
    def _said(self) -> PromiseWords:
        """What would be promised now: what is typed, otherwise own words of before, otherwise those of the lesson."""
        child, parent = (line.value.strip() if self._is_wording else "" for line in (self._line, self._parents))
        child, parent = child or self._own.child, parent or self._own.parent
        return PromiseWords(
            child=child if child != self._promise.child else "", parent=parent if parent != self._promise.parent else ""
        )

    def _show(self) -> None:
        self.set_class(self._made, "-made")
        self.set_class(self._is_wording, "-wording")
        relabel(self.query_one("#change", Button), _(CHANGE if self._made or self._own else OWN_WORDS))
        child, parent = self._said.child or self._promise.child, self._said.parent or self._promise.parent
        self.query_one(".child", Static).update(shown(_("\u25cf Child: {child}").format(child=child)))
        self.query_one(".parent", Static).update(shown(_("\u25a0 Grown-up: {parent}").format(parent=parent)))
