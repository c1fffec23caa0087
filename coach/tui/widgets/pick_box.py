"""The answers of a duel: each of the two picks the best one of the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.tui.safe_text import shown
from coach.tui.widgets.practice_box import CHOSEN, OTHER, PracticeBox

PICKS = (
    N_("\u25a0 Grown-up, which one says it best?"),
    N_("\u25cf {child}, and which one says it best?"),
)
ONLY_ONE = (
    N_("\u25a0 Grown-up, this is what \u25cf {child} wrote. What do you like about it?"),
    N_("\u25cf {child}, this is what \u25a0 your grown-up wrote. What do you like about it?"),
)
"""Where there is nothing to choose from."""
ONCE_MORE = N_("This is tricky to write. Another round if you like, or just go on.")
"""To both, where one of them has no line without harm: nobody is singled out, or praised beside somebody who is not."""
SIGNS = "\u25cf", "\u25a0"
"""Who wrote a line where nobody is asked about it."""
PICKED_ONE = N_("Read it out loud, and say what you like in it.")
ONE_EACH = N_("Now read them out loud to each other.")
PICKED = N_("You both picked. Read your picks out loud, and say what you like in them.")
ONE_PICKED = (
    N_("\u25a0 The grown-up has picked, and wrote just one line: \u25cf {child}, what is good about it?"),
    N_("\u25cf {child} has picked, and wrote just one line: \u25a0 Grown-up, what is good about it?"),
)
"""Where only one of the two had something to pick, by whose lines it was picked from."""
PICK_NEXT = (
    N_("Now \u25a0 the grown-up picks: press a number, or \u2193 and then Enter."),
    N_("Now \u25cf {child} picks: press a number, or \u2193 and then Enter."),
)
"""After the first pick, by whose lines are left to pick from."""


MANY = 2
"""The fewest lines from which one can be picked."""


class PickEntry(NamedTuple):
    """One answer, and what Coach says of it."""

    text: str
    harm: str = ""
    """Why Coach would stop here; empty if it sees no harm."""
    said: str = ""
    """What else Coach says of it: that it cannot read it."""


class PickBox(PracticeBox):
    """A button per answer without harm; the others can only be read."""

    DEFAULT_CSS = """
    PickBox Static { height: auto; padding: 0 1; }
    PickBox .whose { text-style: bold; }
    """

    def __init__(self, entries: Sequence[Sequence[PickEntry]], child: str) -> None:
        """Show the answers of the child, then those of the grown-up."""
        super().__init__()
        self._entries = entries
        self._child = child
        self._open = [(who, entry) for who, found in enumerate(entries) for entry in found if not entry.harm]
        self._picked = {who: at for at, (who, _entry) in enumerate(self._open) if self._authors().count(who) == 1}
        """For each author, the number of the answer that the other one picked."""

    def compose(self) -> ComposeResult:
        """For each of the two a question, then the answers."""
        number = 0
        if self.to_try_again:
            yield Static(shown(_(ONCE_MORE)), markup=False, classes="whose")
        for who, found in enumerate(self._entries):
            if asked := self._asked(who):
                yield Static(shown(asked), markup=False, classes="whose")
            sign = "" if asked else f"{SIGNS[who]} "
            for entry in found:
                if entry.harm:
                    yield Static(shown(f"\u21bb {sign}{entry.text}\n  {entry.harm}"), markup=False)
                else:
                    yield self._shown(who, number)
                    number += 1
                    if entry.said:
                        yield Static(shown(f"  {entry.said}"), markup=False)
        yield Static("", markup=False, classes="answer")

    def _asked(self, who: int) -> str:
        """Return what is asked about the lines of `who`; empty where both may try again and none is picked."""
        if self._authors().count(who) >= MANY:
            return _(PICKS[who]).format(child=self._child)
        return "" if self.to_try_again else _(ONLY_ONE[who]).format(child=self._child)

    def on_mount(self) -> None:
        """Begin with the first answer that can be picked; where there is nothing to pick, go on."""
        for button in self.query(Button):
            button.focus(scroll_visible=False)
            return
        if not self.to_try_again:
            self._say_picked()
            self.post_message(self.Ended())

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Pick."""
        event.stop()
        self.choose(int(str(event.button.id).removeprefix("pick-")))

    @property
    def _have_picked(self) -> bool:
        """Whether all that can be picked is."""
        return set(self._picked) == set(self._authors())

    def choose(self, number: int) -> None:
        """Pick the answer at `number`, in place of another one by the same author."""
        if number >= len(self._open) or not self.query(f"#pick-{number}"):
            return
        self._picked[self._open[number][0]] = number
        for button in self.query(Button):
            button.label = self._label(int(str(button.id).removeprefix("pick-")))
        if self._have_picked:
            self._say_picked()
            self.post_message(self.Ended())
        else:
            (left,) = set(self._authors()) - set(self._picked)
            self.say(_(PICK_NEXT[left]).format(child=self._child), passed=True)

    def _say_picked(self) -> None:
        self.say(_(self._said_of_picks()).format(child=self._child), passed=True)

    def _said_of_picks(self) -> str:
        """Return the message that says who picked, and what to do with it."""
        if len(self._picked) < len(PICKS):
            return PICKED_ONE
        many = [who for who in self._picked if self._authors().count(who) >= MANY]
        if len(many) == 1:
            return ONE_PICKED[many[0]]
        return PICKED if many else ONE_EACH

    @property
    def to_try_again(self) -> frozenset[int]:
        """Whose lines all do harm: 0 for the child, 1 for the grown-up."""
        return frozenset(range(len(self._entries))) - set(self._authors())

    def _authors(self) -> list[int]:
        return [who for who, _entry in self._open]

    def _shown(self, who: int, number: int) -> Widget:
        """A line to pick, or one that is alone and only read."""
        if self._authors().count(who) < MANY:
            sign = SIGNS[who] if self.to_try_again else "\u2022"
            return Static(shown(f"{sign} {self._open[number][1].text}"), markup=False)
        return Button(self._label(number), id=f"pick-{number}", compact=True)

    def _label(self, number: int) -> Content:
        who, entry = self._open[number]
        return shown(f"{CHOSEN if self._picked.get(who) == number else OTHER} {number + 1}  {entry.text}")
