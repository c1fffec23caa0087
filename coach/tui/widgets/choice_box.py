"""Options to choose from; each answers when it is chosen."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from coach.course import branch_of, judge_choice
from coach.models import Choice, Verdict
from coach.tui.showing import shown

SEVERAL = "More than one is right. Choose, then check."


class ChoiceBox(Vertical):
    """A choice; with several right options they are ticked first and checked together."""

    DEFAULT_CSS = """
    ChoiceBox { height: auto; margin-bottom: 1; }
    ChoiceBox Button { width: 100%; max-width: 76; height: auto; }
    ChoiceBox Button { content-align-horizontal: left; text-align: left; }
    ChoiceBox .several { padding: 0 1; }
    ChoiceBox .check { width: auto; margin-top: 1; }
    ChoiceBox .answer { height: auto; max-width: 76; padding: 0 1; margin-top: 1; display: none; }
    ChoiceBox .answer.passed { display: block; border-left: outer $success; }
    ChoiceBox .answer.again { display: block; border-left: outer $warning; }
    """

    class Answered(Message):
        """Posted when an answer was given."""

        def __init__(self, verdict: Verdict, goes_to: str | None) -> None:
            super().__init__()
            self.verdict = verdict
            self.goes_to = goes_to

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._choice = choice
        self._chosen: frozenset[int] = frozenset()

    def compose(self) -> ComposeResult:
        """A button for every option, and the place of the answer."""
        if self._choice.several:
            yield Static(SEVERAL, markup=False, classes="several")
        for number, _ in enumerate(self._choice.options):
            yield Button(self._label(number), id=f"option-{number}", compact=True)
        if self._choice.several:
            yield Button("Check our choice", classes="check", id="check-choice", variant="primary", compact=True)
        yield Static("", markup=False, classes="answer")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Choose, tick or check."""
        event.stop()
        if event.button.id == "check-choice":
            self._judge()
        else:
            self.choose(int(str(event.button.id).removeprefix("option-")))

    def on_key(self, event: events.Key) -> None:
        """Up and down go from option to option."""
        if event.key in {"up", "down"}:
            event.stop()
            move = self.screen.focus_next if event.key == "down" else self.screen.focus_previous
            move(Button)

    def choose(self, number: int) -> None:
        """Choose the option at `number`, counted from 0; nothing happens where there is none."""
        if number >= len(self._choice.options):
            return
        several = self._choice.several
        self._chosen = self._chosen ^ {number} if several else frozenset({number})
        for at, _ in enumerate(self._choice.options):
            self.query_one(f"#option-{at}", Button).label = self._label(at)
        self.query_one(f"#option-{number}", Button).focus()
        if several:
            self.query_one(".answer").remove_class("passed", "again")
        else:
            self._judge()

    def _label(self, number: int) -> Content:
        sign = "\u25a3" if number in self._chosen else "\u25a1"
        return shown(f"{sign} {number + 1}  {self._choice.options[number].text}")

    def _judge(self) -> None:
        verdict = judge_choice(self._choice, self._chosen)
        answer = self.query_one(".answer", Static)
        answer.update(shown(("\u2713 " if verdict.passed else "\u21bb ") + verdict.words))
        answer.set_class(verdict.passed, "passed")
        answer.set_class(not verdict.passed, "again")
        answer.call_after_refresh(answer.scroll_visible, animate=False)
        self.post_message(self.Answered(verdict, branch_of(self._choice, self._chosen)))
