"""A letter that nothing else takes goes into the box for own words that is in sight, so that no typing is lost."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from textual import events
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Select, TextArea


@runtime_checkable
class TakesOwnWords(Protocol):
    """A practice that makes room for own words once somebody types."""

    def begin_own_words(self, letter: str) -> bool:
        """Make room for words that begin with `letter`; False if there is none, or if they have a box already."""


def take_letter(screen: Screen[Any], event: events.Key, last: Widget | None = None) -> bool:
    """Put a typed character where own words go; False if it is none, or if they have no place on the screen.

    Of several boxes, it goes into the one that was written in `last`. No words begin with a space.
    """
    letter = event.character if event.is_printable else None
    if not letter or event.key in screen.active_bindings or is_taken(screen):
        return False
    if not letter.isspace() and any(
        each.begin_own_words(letter) for each in screen.query(Widget) if isinstance(each, TakesOwnWords)
    ):
        return True
    boxes = [each for each in screen.focus_chain if is_box(each)]
    box = last if last in boxes else boxes[0] if len(boxes) == 1 else None
    if box is None or (letter.isspace() and not _written(box)):
        return False
    _write(box, letter)
    return True


def is_box(widget: Widget | None) -> bool:
    """Return whether something can be written in it."""
    return isinstance(widget, Input) or (isinstance(widget, TextArea) and not widget.read_only)


def is_taken(screen: Screen[Any]) -> bool:
    """Return whether letters go into a box or an open list already."""
    return is_box(screen.focused) or any(each.expanded for each in screen.query(Select))


def _written(box: Widget) -> str:
    return box.value if isinstance(box, Input) else box.text if isinstance(box, TextArea) else ""


def _write(box: Widget, letter: str) -> None:
    box.focus()
    if isinstance(box, Input):
        box.insert_text_at_cursor(letter)
    elif isinstance(box, TextArea):
        box.replace(letter, *box.selection, maintain_selection_offset=False)
