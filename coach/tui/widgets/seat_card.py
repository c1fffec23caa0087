"""Seats: one card per child, with a face and a name."""

from __future__ import annotations

from functools import partial

from rich.cells import cell_len
from textual import events
from textual.containers import ItemGrid
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from coach.locale import N_, _
from coach.models import Member
from coach.tui.arrows import SIDEWAYS, STEPS, go_beside
from coach.tui.safe_text import safe, shown

NEW = N_("Somebody new")
FRAME = "\u256d\u2500\u2500\u2500\u256e\n\u2502 {}\u2502\n\u2570\u2500\u2500\u2500\u256f"
"""Around the first letter of a nickname."""
MOST_COLUMNS = 18
"""Of a card."""


def face_of(member: Member) -> Content:
    """A face three lines high: the first letter of the nickname in a frame."""
    letter = safe(member.nickname)[:1].upper()
    return shown(FRAME.format(letter + " " * (2 - cell_len(letter))))


class SeatCard(Button):
    """A child's seat, or an empty one."""

    def __init__(self, member: Member | None = None, number: int = 0) -> None:
        """Show the face, the name and the age; without a member, the seat is free."""
        self.nickname = member.nickname if member else ""
        super().__init__(_label(member, number), name=self.nickname, compact=True)


class SeatRows(ItemGrid):
    """Seats in rows; the arrows move between them."""

    DEFAULT_CSS = """
    SeatRows { height: auto; margin: 0 1; grid-gutter: 1 2; }
    SeatRows SeatCard { width: 100%; height: 6; content-align: center middle; text-align: center; }
    """

    def __init__(self) -> None:
        super().__init__(min_column_width=MOST_COLUMNS, stretch_height=False)

    def on_key(self, event: events.Key) -> None:
        """Move between seats."""
        if event.key in STEPS:
            event.stop()
            go_beside(
                self.screen, event.key, self if event.key in SIDEWAYS else None, partial(self._is_in_line, event.key)
            )

    def _is_in_line(self, key: str, widget: Widget) -> bool:
        """Return whether an arrow leads to a widget: up and down to a seat of the same column, or out of the rows."""
        focused = self.screen.focused
        if key in SIDEWAYS or not isinstance(widget, SeatCard) or not isinstance(focused, SeatCard):
            return isinstance(widget, Button)
        return widget.region.x == focused.region.x


def _label(member: Member | None, number: int) -> Content:
    if member is None:
        return Content("\n+\n\n") + shown(_(NEW), "bold")
    return (
        face_of(member)
        + "\n"
        + shown(f"{number}  {member.nickname}", "bold")
        + _("\n{age} years").format(age=member.age)
    )
