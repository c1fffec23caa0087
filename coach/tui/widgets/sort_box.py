"""Things to sort into boxes, one after the other."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Static

from coach.course import judge_sort
from coach.locale import N_, _
from coach.models import Sort
from coach.tui.messages import StepAnswered
from coach.tui.safe_text import shown
from coach.tui.widgets.asked import AskedLine
from coach.tui.widgets.practice_box import PracticeBox

NEXT = N_("Next one")
AGAIN = N_("Sort them again")
DONE = N_("You sorted all of them.")
ONCE_MORE = N_("The same again. {words} Try another box.")


class SortBox(PracticeBox):
    """One thing, its boxes, what Coach says, and what is sorted so far."""

    DEFAULT_CSS = """
    SortBox .thing { margin-bottom: 1; text-style: bold; }
    SortBox .go { width: auto; margin-top: 1; display: none; }
    SortBox .sorted { height: auto; padding: 0 1; margin-top: 1; color: $text-muted; }
    """

    def __init__(self, sort: Sort) -> None:
        super().__init__()
        self._sort = sort
        self._at = 0
        self._box = ""
        """The box that the thing was put into; more careful than it needs is right too."""
        self._sorted: list[str] = []

    def compose(self) -> ComposeResult:
        """The thing, a button per box, the answer, Next, and the list."""
        yield AskedLine("thing")
        with Horizontal(classes="row"):
            for number, box in enumerate(self._sort.boxes):
                yield Button(shown(f"{number + 1}  {box}"), id=f"box-{number}", compact=True)
        yield Static("", markup=False, classes="answer")
        yield Button(_(NEXT), id="go", classes="go", variant="primary", compact=True)
        yield Static("", markup=False, classes="sorted")

    def on_mount(self) -> None:
        """Show the first thing."""
        self._show_thing()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Put it into a box, or go on."""
        event.stop()
        if event.button.id == "go":
            self._go_on()
        else:
            self.choose(int(str(event.button.id).removeprefix("box-")))

    def on_asked_line_entered(self, event: AskedLine.Entered) -> None:
        """Sort nothing by an Enter that was meant for the thing before."""
        event.stop()
        self.query_one(AskedLine).say_how()

    def choose(self, number: int) -> None:
        """Put the thing into the box at `number`; once it was right, it stays there."""
        is_known = number < len(self._sort.boxes) and self._at < len(self._sort.items)
        if not is_known or self.query_one("#go").display:
            return
        item, again = self._sort.items[self._at], self._box == self._sort.boxes[number]
        self._box = self._sort.boxes[number]
        verdict = judge_sort(self._sort, item, self._box)
        self.say(_(ONCE_MORE).format(words=verdict.words) if again else verdict.words, passed=verdict.passed)
        self.query_one("#go").display = verdict.passed
        if verdict.passed:
            self.query_one("#go").focus()
        else:
            self.query_one(f"#box-{number}").focus()

    def _go_on(self) -> None:
        if self._at == len(self._sort.items):
            self._at, self._sorted = 0, []
        else:
            self._sorted.append(f"\u2713 {self._sort.items[self._at].text}: {self._box}")
            self._at += 1
            if self._at == len(self._sort.items):
                self.post_message(StepAnswered())
                self.post_message(self.Ended())
        self._box = ""
        self.say_nothing()
        self._show_thing()
        if self._at < len(self._sort.items):
            self.query_one(AskedLine).focus()
        else:
            self.call_after_refresh(self.query_one(".thing").scroll_visible, animate=False, top=True)

    def _show_thing(self) -> None:
        items, ended = self._sort.items, self._at == len(self._sort.items)
        thing = (
            _(DONE)
            if ended
            else _("{number} of {count}:  {text}").format(
                number=self._at + 1, count=len(items), text=items[self._at].text
            )
        )
        self.query_one(AskedLine).ask(thing)
        self.query_one(".row").display = not ended
        go = self.query_one("#go", Button)
        go.display, go.label = ended, _(AGAIN) if ended else _(NEXT)
        self.query_one(".sorted", Static).update(shown("\n".join(self._sorted)))
