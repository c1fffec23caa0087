"""A checklist for something done on a real phone."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.models import Show
from coach.tui.safe_text import shown
from coach.tui.widgets.practice_box import OFF, ON, PracticeBox
from coach.tui.widgets.step_memory import StepMemory

DONE = N_("All done.")
TICKS = N_("Space, Enter or a number ticks. With all ticked, Enter means: Next.")


class ShowBox(PracticeBox):
    """What to do and on whose phone; tick each thing when done."""

    def __init__(self, show: Show, done: frozenset[int] = frozenset()) -> None:
        """Show the checklist; `done` are the numbers of what was ticked here before, from 0."""
        super().__init__()
        self._show = show
        self._done = done

    def compose(self) -> ComposeResult:
        """Whose phone, a button per thing to do, and praise at the end."""
        yield Static(shown(_("On {phone}:").format(phone=self._show.phone), "bold"), markup=False)
        for number in range(len(self._show.items)):
            yield Button(self._label(number), id=f"item-{number}", compact=True)
        yield Static(_(TICKS), markup=False, classes="how")
        yield Static("", markup=False, classes="answer")

    @property
    def memory(self) -> StepMemory:
        """What is ticked."""
        return StepMemory(ticks=self._done)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Tick or untick."""
        event.stop()
        self.choose(int(str(event.button.id).removeprefix("item-")))

    def choose(self, number: int) -> None:
        """Tick the item at `number`, and move to the next one not done."""
        if number >= len(self._show.items):
            return
        self._done ^= {number}
        self.query_one(f"#item-{number}", Button).label = self._label(number)
        if len(self._done) == len(self._show.items):
            self.say(_(DONE), passed=True)
            self.post_message(self.Ended())
            return
        self.say_nothing()
        left = [at for at in range(len(self._show.items)) if at not in self._done and at > number]
        self.query_one(f"#item-{left[0] if left else number}", Button).focus()

    def _label(self, number: int) -> Content:
        return shown(f"{ON if number in self._done else OFF} {number + 1}  {self._show.items[number]}")
