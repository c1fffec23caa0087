"""Lists that end where they end: up on the first line stays there, instead of going to the last one."""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import OptionList, Select
from textual.widgets._select import SelectCurrent, SelectOverlay

from coach.locale import N_

Value = TypeVar("Value", bound=Hashable)


class BoundedList(OptionList):
    """A list whose cursor stops at both ends, as its last line may be one that cannot be taken back."""

    def action_cursor_up(self) -> None:
        """Go up, unless this is the first line that can be chosen."""
        if self.highlighted != self._end(first=True):
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        """Go down, unless this is the last line that can be chosen."""
        if self.highlighted != self._end(first=False):
            super().action_cursor_down()

    def _end(self, *, first: bool) -> int | None:
        enabled = [number for number, option in enumerate(self.options) if not option.disabled]
        return enabled[0 if first else -1] if enabled else None


class BoundedOverlay(SelectOverlay, BoundedList):
    """What a `BoundedSelect` opens; found as a `SelectOverlay`, for Textual knows a widget by its first base."""

    BINDINGS: ClassVar = [Binding("escape", "dismiss", N_("Close the list"))]


class BoundedSelect(Select[Value]):
    """One of several choices, in a list that stops at both ends."""

    class ChosenAgain(Message):
        """Posted when somebody chose what was chosen already, of which `Changed` says nothing."""

    @on(SelectOverlay.UpdateSelection)
    def note_same_choice(self, event: SelectOverlay.UpdateSelection) -> None:
        """Say that the choice stays; Textual's own handler closes the list."""
        if self._options[event.option_index][1] == self.value:
            self.post_message(self.ChosenAgain())

    def compose(self) -> ComposeResult:
        """The choice made, and the list."""
        yield SelectCurrent(self.prompt)
        yield self.overlay().data_bind(compact=Select.compact)

    def overlay(self) -> BoundedOverlay:
        """Make the list that opens."""
        return BoundedOverlay(type_to_search=self._type_to_search)
