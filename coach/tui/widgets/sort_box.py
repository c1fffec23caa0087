"""Things to sort into boxes, one after the other."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Static

from coach.course import judge_sort
from coach.locale import N_, _
from coach.models import Sort, Sorted
from coach.tui.messages import StepAnswered
from coach.tui.safe_text import shown
from coach.tui.widgets.asked import AskedLine
from coach.tui.widgets.practice_box import PracticeBox
from coach.tui.widgets.step_memory import StepMemory

HOW = N_("A number sorts it right away. Or \u2193, and then Enter.")
AGAIN = N_("Sort them again")
DONE = N_("You sorted all of them. Enter goes on.")
ONCE_MORE = N_("The same again. {words} Try another box.")


class SortBox(PracticeBox):
    """One thing, its boxes, what Coach says, and what is sorted so far."""

    DEFAULT_CSS = """
    SortBox .thing { text-style: bold; }
    SortBox .how { margin-bottom: 1; }
    SortBox .go { width: auto; margin-top: 1; display: none; }
    SortBox .sorted { height: auto; padding: 0 1; margin-top: 1; color: $text-muted; }
    """

    def __init__(self, sort: Sort, before: tuple[str, ...] = ()) -> None:
        """Show what is to be sorted; `before` is what was sorted here before, as it is listed."""
        super().__init__()
        self._sort = sort
        self._at = len(before)
        self._box = ""
        """The box that the thing was put into last, if that was wrong; more careful than it needs is right too."""
        self._sorted = list(before)

    def compose(self) -> ComposeResult:
        """The thing, how to sort it, a button per box, the answer, the way to do it again, and the list."""
        yield AskedLine("thing")
        yield Static(_(HOW), markup=False, classes="how")
        with Horizontal(classes="row"):
            for number, box in enumerate(self._sort.boxes):
                yield Button(shown(f"{number + 1}  {box}"), id=f"box-{number}", compact=True)
        yield Static("", markup=False, classes="answer")
        yield Button(_(AGAIN), id="go", classes="go", compact=True)
        yield Static("", markup=False, classes="sorted")

    def on_mount(self) -> None:
        """Show the next thing."""
        self._show_thing()

    @property
    def memory(self) -> StepMemory:
        """What is sorted."""
        return StepMemory(sorted=tuple(self._sorted))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Put it into a box, or begin again."""
        event.stop()
        if event.button.id == "go":
            self._begin_again()
        else:
            self.choose(int(str(event.button.id).removeprefix("box-")))

    def on_asked_line_entered(self, event: AskedLine.Entered) -> None:
        """Sort nothing by Enter; once all is sorted, go on."""
        event.stop()
        if self._has_ended:
            self.post_message(self.GoOn())

    @property
    def _has_ended(self) -> bool:
        return self._at == len(self._sort.items)

    def choose(self, number: int) -> None:
        """Put the thing into the box at `number`; if that is right, ask for the next one below what Coach says."""
        if self._has_ended or number >= len(self._sort.boxes):
            return
        item, again = self._sort.items[self._at], self._box == self._sort.boxes[number]
        self._box = self._sort.boxes[number]
        verdict = judge_sort(self._sort, item, self._box)
        if verdict.passed:
            self._keep(item)
            self.say(f"{item.text}: {verdict.words}", passed=True)
        else:
            self.say(_(ONCE_MORE).format(words=verdict.words) if again else verdict.words, passed=False)
            self.query_one(f"#box-{number}").focus()

    def _keep(self, item: Sorted) -> None:
        """Leave a thing in its box, and go on with the next one."""
        self._sorted.append(f"\u2713 {item.text}: {self._box}")
        self._at, self._box = self._at + 1, ""
        self._show_thing()
        self.query_one(AskedLine).focus()
        if self._has_ended:
            self.post_message(StepAnswered())

    def _begin_again(self) -> None:
        self._at, self._sorted = 0, []
        self.say_nothing()
        self._show_thing()
        self.query_one(AskedLine).focus()

    def _show_thing(self) -> None:
        items, at = self._sort.items, self._at
        words = _("{number} of {count}:  {text}")
        thing = _(DONE) if self._has_ended else words.format(number=at + 1, count=len(items), text=items[at].text)
        self.query_one(AskedLine).ask(thing)
        for asked in (".row", ".how"):
            self.query_one(asked).display = not self._has_ended
        self.query_one("#go").display = self._has_ended
        self.query_one(".sorted", Static).update(shown("\n".join(self._sorted)))
