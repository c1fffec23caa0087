"""Options to choose from; each gives its answer when chosen."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from coach.course import branch_of, judge_choice
from coach.locale import N_, _
from coach.models import Choice, Judgement
from coach.tui.messages import StepAnswered
from coach.tui.safe_text import shown
from coach.tui.widgets.practice_box import CHOSEN, OFF, ON, OTHER, TICKS, PracticeBox
from coach.tui.widgets.step_memory import StepMemory

SEVERAL, CHECK = N_("More than one is right."), N_("Check our choice")


class ChoiceBox(PracticeBox):
    """A choice. If several options are right, tick them first and check them together."""

    DEFAULT_CSS = """
    ChoiceBox .several { padding: 0 1; }
    ChoiceBox .check { width: auto; margin-top: 1; }
    """

    class Answered(Message):
        """Posted when an answer was given."""

        def __init__(self, verdict: Judgement, goes_to: str | None) -> None:
            super().__init__()
            self.verdict = verdict
            self.goes_to = goes_to

    def __init__(self, choice: Choice, ticks: frozenset[int] = frozenset()) -> None:
        """Show the options; `ticks` are the numbers of those that were ticked here before, from 0."""
        super().__init__()
        self._choice = choice
        self._chosen = ticks

    def compose(self) -> ComposeResult:
        """A button per option, and room for the answer."""
        if self._choice.several:
            yield Static(_(SEVERAL), markup=False, classes="several")
        for number in range(len(self._choice.options)):
            yield Button(self._label(number), id=f"option-{number}", compact=True)
        if self._choice.several:
            yield Static(_(TICKS).format(button=_(CHECK)), markup=False, classes="several")
            yield Button(_(CHECK), classes="check", id="check-choice", variant="primary", compact=True)
        yield Static("", markup=False, classes="answer")

    def on_mount(self) -> None:
        """Show again what was chosen before, without scrolling to it."""
        if self._chosen and not self._choice.several:
            verdict = self._say_of_choice(scrolls=False)
            self.post_message(self.Answered(verdict, branch_of(self._choice, self._chosen)))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose, tick or check."""
        event.stop()
        if event.button.id == "check-choice":
            self._judge()
            self._end_if_right()
        else:
            self.choose(int(str(event.button.id).removeprefix("option-")))
            self._end_if_right()

    def on_key(self, event: events.Key) -> None:
        """Where several are right, Space ticks, and Enter checks once something is ticked."""
        options = list(self.query("Button")[: len(self._choice.options)])
        if not self._choice.several or self.screen.focused not in options:
            return
        if event.key == "space":
            event.stop()
            self.choose(options.index(self.screen.focused))
        elif event.key == "enter" and self._chosen:
            event.stop()
            self._judge()
            self._end_if_right()

    @property
    def memory(self) -> StepMemory:
        """What is ticked or chosen."""
        return StepMemory(ticks=self._chosen)

    def choose(self, number: int) -> None:
        """Choose the option at `number`, counted from 0, if there is one."""
        if number >= len(self._choice.options):
            return
        several = self._choice.several
        self._chosen = self._chosen ^ {number} if several else frozenset({number})
        for at in range(len(self._choice.options)):
            self.query_one(f"#option-{at}", Button).label = self._label(at)
        self.query_one(f"#option-{number}", Button).focus()
        if several:
            self.say_nothing()
        else:
            self._judge()

    def _end_if_right(self) -> None:
        """After an Enter that found what is right, let the next one go on; after a number, the answer is read first."""
        if self.query(".answer.passed"):
            self.post_message(self.Ended())

    def _label(self, number: int) -> Content:
        on, off = (ON, OFF) if self._choice.several else (CHOSEN, OTHER)
        sign = on if number in self._chosen else off
        return shown(f"{sign} {number + 1}  {self._choice.options[number].text}")

    def _say_of_choice(self, *, scrolls: bool = True) -> Judgement:
        verdict = judge_choice(self._choice, self._chosen)
        self.say(verdict.words, passed=verdict.passed, scrolls=scrolls)
        return verdict

    def _judge(self) -> None:
        verdict = self._say_of_choice()
        self.post_message(StepAnswered())
        self.post_message(self.Answered(verdict, branch_of(self._choice, self._chosen)))
        if verdict.passed and self._choice.several:
            self.post_message(self.Ended())
