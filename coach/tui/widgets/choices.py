"""Options to choose from; Coach answers to each, and each can be tried."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Button, Static

from coach.course import branch_of, judge_choice
from coach.models import Choice, Option, Verdict
from coach.tui.shown import clean
from coach.tui.signs import FITS, NOT_YET

ASK_TO_CHOOSE = "Choose an answer. It shows you the way."


class OptionRow(Static, can_focus=True):
    """One option."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "Choose", show=False),
        Binding("up", "go(-1)", "Up", show=False),
        Binding("down", "go(1)", "Down", show=False),
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | enter, space | Choose this. |
    | up | Go to the option above. |
    | down | Go to the option below. |
    """

    DEFAULT_CSS = """
    OptionRow {
        padding: 0 1;
        &:hover { background: $block-hover-background; }
        &:focus { background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold; }
        &.-chosen { text-style: bold; }
    }
    """

    chosen: reactive[bool] = reactive(False, toggle_class="-chosen", layout=True)
    """Whether this is chosen."""

    class Chosen(Message):
        """Posted when somebody chose an option."""

        def __init__(self, at: int) -> None:
            self.at = at
            """Which, counted from 0."""
            super().__init__()

    def __init__(self, option: Option, at: int, *, several: bool) -> None:
        self._option = option
        self._at = at
        self._boxes = ("[ ]", "[x]") if several else ("( )", "(\u2022)")
        super().__init__()

    def render(self) -> Content:
        """The box, the number and the text."""
        return Content(f"{self._boxes[self.chosen]} {self._at + 1}  {clean(self._option.text)}")

    def on_click(self) -> None:
        """Choose this."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose this."""
        self.post_message(self.Chosen(self._at))

    def action_go(self, by: int) -> None:
        """Go to the option above or below; past the last, the screen scrolls."""
        rows = list(self.screen.query(OptionRow).results())
        rows = [row for row in rows if row.parent is self.parent]
        to = rows.index(self) + by
        if not 0 <= to < len(rows):
            raise SkipAction
        rows[to].focus()


class ChoiceView(VerticalGroup):
    """All options, and what Coach says to the one chosen."""

    DEFAULT_CSS = """
    ChoiceView {
        margin-bottom: 1;
        & > .hint { padding: 0 1; color: $text-muted; }
        & > .answer { display: none; margin: 0 0 0 4; padding: 0 1; border-left: outer $warning; }
        & > .answer.-fits { border-left: outer $success; }
        & > .answer.-shown { display: block; }
        & > Button { margin-left: 1; }
    }
    """

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._chosen: frozenset[int] = frozenset()
        super().__init__()

    @property
    def goes_to(self) -> str | None:
        """Where the chosen option leads, if anywhere."""
        return branch_of(self._choice, self._chosen)

    @property
    def must_choose(self) -> bool:
        """Whether the way on depends on a choice that was not made."""
        return not self._chosen and any(option.goes_to for option in self._choice.options)

    def compose(self) -> ComposeResult:
        """The options, each followed by the place for its answer."""
        several = self._choice.several
        if several:
            yield Static("More than one is right. Choose, then press Check.", classes="hint")
        for at, option in enumerate(self._choice.options):
            yield OptionRow(option, at, several=several)
            if not several:
                yield Static(classes="answer")
        if several:
            yield Button("Check", compact=True, variant="primary")
            yield Static(classes="answer")

    def on_option_row_chosen(self, event: OptionRow.Chosen) -> None:
        """Choose it, or take the choice back where several are right."""
        event.stop()
        self.choose(event.at)

    @on(Button.Pressed)
    def tell_verdict(self, event: Button.Pressed) -> None:
        """Say how the chosen options fit together."""
        event.stop()
        self._answer(0, judge_choice(self._choice, self._chosen))

    def choose(self, at: int) -> None:
        """Choose an option, counted from 0; there may be fewer."""
        if at >= len(self._choice.options):
            return
        self._chosen = self._chosen ^ {at} if self._choice.several else frozenset({at})
        rows = list(self.query(OptionRow).results())
        for number, row in enumerate(rows):
            row.chosen = number in self._chosen
        rows[at].focus()
        if self._choice.several:
            self.query_one(".answer").remove_class("-shown")
        else:
            self._answer(at, judge_choice(self._choice, self._chosen))

    def ask_to_choose(self) -> None:
        """Say that the way on depends on the choice."""
        self._answer(0, Verdict(passed=False, words=ASK_TO_CHOOSE))

    def focus_first(self) -> None:
        """Go to the chosen option or the first, without scrolling to it."""
        list(self.query(OptionRow).results())[min(self._chosen, default=0)].focus(scroll_visible=False)

    def _answer(self, place: int, verdict: Verdict) -> None:
        for number, answer in enumerate(self.query(".answer").results(Static)):
            answer.set_class(number == place, "-shown")
            if number == place:
                answer.set_class(verdict.passed, "-fits")
                sign = FITS if verdict.passed else NOT_YET
                answer.update(Content.assemble((sign, "bold"), " ", clean(verdict.words)))
                answer.call_after_refresh(answer.scroll_visible)
