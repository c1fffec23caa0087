"""A question with its answers in one row, of which one is picked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static


class PickItem(Static):
    """One answer."""

    def __init__(self, value: str, words: str) -> None:
        self.value = value
        """What is picked by picking this."""
        self._words = words
        super().__init__(markup=False)

    def show_picked(self, *, picked: bool) -> None:
        """Show by sign and style whether this is the one."""
        self.set_class(picked, "-picked")
        self.update(f"{'\u25cf' if picked else '\u25cb'} {self._words}")


class PickOne(Widget, can_focus=True):
    """The answers; arrows, Enter and clicks pick."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "step(-1)", "Previous", show=False),
        Binding("right,down,enter,space", "step(1)", "Next", show=False),
    ]
    """
    | Key(s) | Description |
    | :- | :- |
    | left, up | Pick the answer before. |
    | right, down, enter, space | Pick the answer after. |
    """

    DEFAULT_CSS = """
    PickOne {
        height: auto;
        padding: 0 1;
        layout: horizontal;
        & > .question { width: auto; padding-right: 2; }
        & > Horizontal { height: 1; }
        & PickItem { width: auto; padding-right: 2; color: $text-muted; }
        & PickItem:hover { text-style: underline; }
        & PickItem.-picked { color: $text; text-style: bold; }
        &:focus PickItem.-picked { text-style: bold reverse; }
        .-narrow & { layout: vertical; }
    }
    """

    value: reactive[str] = reactive("", init=False)
    """The answer that is picked."""

    class Picked(Message):
        """Posted when another answer was picked."""

        def __init__(self, pick_one: PickOne, value: str) -> None:
            self.pick_one = pick_one
            """The question."""
            self.value = value
            """The answer."""
            super().__init__()

        @property
        def control(self) -> PickOne:
            """The question, for `on`."""
            return self.pick_one

    def __init__(self, question: str, answers: Mapping[str, str], value: str, id: str) -> None:  # noqa: A002
        self._question = question
        self._answers = answers
        super().__init__(id=id)
        self.set_reactive(PickOne.value, value)

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        if self._question:
            yield Static(self._question, classes="question", markup=False)
        with Horizontal():
            for value, words in self._answers.items():
                yield PickItem(value, words)

    def on_mount(self) -> None:
        """Show what is picked at first."""
        self._show_picked()

    def on_click(self, event: events.Click) -> None:
        """Pick what was clicked."""
        if isinstance(event.widget, PickItem):
            self.value = event.widget.value

    def watch_value(self, value: str) -> None:
        """Show and tell what was picked."""
        self._show_picked()
        self.post_message(self.Picked(self, value))

    def action_step(self, by: int) -> None:
        """Pick the answer before or after."""
        values = list(self._answers)
        self.value = values[(values.index(self.value) + by) % len(values)]

    def _show_picked(self) -> None:
        for item in self.query(PickItem):
            item.show_picked(picked=item.value == self.value)
