"""The editor for a draft; flagged phrases are marked in place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual._types import WatchCallbackType
from textual.actions import SkipAction
from textual.binding import Binding
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.dom import DOMNode
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from coach.locale import N_
from coach.models import GAP, Concern, Flag, Weight
from coach.tui.safe_text import broken, taken_in

MARGIN = 4
"""Columns for a sign and a space before each line."""
_MOVES = frozenset({"left", "right", "up", "down", "home", "end"})
"""Keys by which somebody goes to a place in a sample, to change it there."""
CARE = "care"
SIGNS = {Weight.STOP: "!!!", Weight.PAUSE: "!!", Weight.NOTICE: "!", CARE: "\u25c6"}
"""The sign before a line with flagged phrases, gravest first."""


class DraftEditor(TextArea):
    """A text area that underlines flagged phrases, and takes in no control characters."""

    BINDINGS: ClassVar = [
        Binding("escape", "leave_box", N_("Leave box")),
        Binding("ctrl+a", "select_all", N_("select all that is written, to write anew"), show=False),
        Binding("f7", "turn", N_("Sent/got"), show=False),  # Textual would select everything
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "draft-editor--notice",
        "draft-editor--pause",
        "draft-editor--stop",
        "draft-editor--care",
    }
    DEFAULT_CSS = """
    DraftEditor { height: 6; border: tall $border-blurred; }
    DraftEditor:focus { border: tall $border; }
    DraftEditor > .draft-editor--notice { color: $text-primary; text-style: bold underline; }
    DraftEditor > .draft-editor--pause { color: $text-warning; text-style: bold underline; }
    DraftEditor > .draft-editor--stop { color: $text-error; text-style: bold underline; }
    DraftEditor > .draft-editor--care { color: $text-success; text-style: bold underline; }
    """

    class Sent(Message):
        """Posted when Enter was pressed in a box for one message, or in a sample."""

    class Replaced(Message):
        """Posted when what somebody wrote took the place of a sample."""

    def __init__(self, text: str = "", *, takes_lines: bool = True, has_signs: bool = True) -> None:
        self._has_signs = has_signs
        self._ground: Style | None = None
        """The colours of the margin: finding them out takes longer than drawing a line."""
        super().__init__(taken_in(text), tab_behavior="focus", highlight_cursor_line=False)
        self.cursor_blink = False
        self._takes_lines = takes_lines
        self._is_pasted = False
        """Whether nothing was typed since something was pasted."""
        self.is_sample = False
        """Whether it holds a sample that nobody touched: like a placeholder, it goes with the first letter."""
        self._flags: tuple[Flag, ...] = ()
        self._marked = self.written

    class Paged(Message):
        """Posted by PageUp and PageDown where all that is written can be seen, by pages to scroll what is below."""

        def __init__(self, pages: int) -> None:
            super().__init__()
            self.pages = pages

    def action_cursor_page_up(self) -> None:
        """Move the cursor a page up, or scroll what is below."""
        self._page(-1, super().action_cursor_page_up)

    def action_cursor_page_down(self) -> None:
        """Move the cursor a page down, or scroll what is below."""
        self._page(1, super().action_cursor_page_down)

    def _page(self, pages: int, move: Callable[[], None]) -> None:
        if self.wrapped_document.height > self.size.height:
            move()
        else:
            self.post_message(self.Paged(pages))

    def notify_style_update(self) -> None:
        """Forget the colours of the margin."""
        self._ground = None
        super().notify_style_update()

    def watch(self, obj: DOMNode, attribute_name: str, callback: WatchCallbackType, init: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's own form
        """Watch anything but the app, which would hold this editor and its text until it ends."""
        if obj is not self.app:
            super().watch(obj, attribute_name, callback, init)

    @property
    def written(self) -> str:
        """The text with line feeds between lines; flags count characters in it."""
        return "\n".join(self.document.lines)

    @property
    def gutter_width(self) -> int:
        """Columns for signs on the left."""
        return MARGIN if self._has_signs else 0

    @property
    def place(self) -> int:
        """The cursor, in characters from the start."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def put(self, start: int, end: int, words: str) -> None:
        """Replace the characters from `start` up to `end`; undo restores them."""
        self.is_sample = False
        self.history.checkpoint()
        self.replace(words, self._location(start), self._location(end), maintain_selection_offset=False)
        self.history.checkpoint()

    def select_next(self, words: str) -> bool:
        """Select the next place after the cursor where `words` are written; False if there is none."""
        start = self.written.find(words, self.place)
        if start >= 0:
            self.selection = Selection(self._location(start), self._location(start + len(words)))
        return start >= 0

    def go_where_writing_begins(self) -> None:
        """Select the first gap, or put the cursor at the end if there is none."""
        self.move_cursor((0, 0))
        if not self.select_next(GAP):
            self.move_cursor(self.document.end)

    def _location(self, place: int) -> tuple[int, int]:
        before = self.written[:place]
        return before.count("\n"), len(before) - (before.rfind("\n") + 1)

    def mark(self, flags: Sequence[Flag]) -> None:
        """Mark these phrases and no others."""
        self._marked = self.written
        if tuple(flags) != self._flags:
            self._flags = tuple(flags)
            self.notify_style_update()
            self.refresh()

    def show_first_mark(self) -> None:
        """Scroll to the first mark after a paste, or if the cursor stays in sight with it."""
        first = min((flag.start for flag in self._flags if not flag.is_quiet), default=None)
        if first is None:
            return
        row, height = self._row(self._location(first)), self.scrollable_content_region.height
        cursor = self._row(self.cursor_location)
        is_seen = 0 <= row - self.scroll_offset.y < height
        if not is_seen and (self._is_pasted or abs(cursor - row) < height):
            self.scroll_to(y=row if self._is_pasted else min(row, cursor), animate=False)

    def _row(self, location: tuple[int, int]) -> int:
        """The wrapped row of a place."""
        return self.wrapped_document.location_to_offset(location).y

    def on_paste(self) -> None:
        """Note that the cursor is behind what nobody has read here yet."""
        self._is_pasted = True

    def on_mouse_down(self) -> None:
        """Take a sample in which somebody chose a place for a draft to change."""
        self.is_sample = False

    def _replace_sample(self, edit: Edit) -> None:
        """Let what is written now take the place of the sample; what only takes away changes it."""
        self.is_sample = False
        if edit.text:
            edit.from_location, edit.to_location = (0, 0), self.document.end
            self.post_message(self.Replaced())

    def _render_line(self, y: int) -> Strip:
        strip = super()._render_line(y)
        if not self._has_signs:
            return strip
        kind, ground = self._kind_at(y + self.scroll_offset.y), self._ground or self.rich_style
        self._ground = ground
        sign = SIGNS[kind] if kind else ""
        marked = self.get_component_rich_style(f"draft-editor--{kind}", partial=True) if kind else ground
        segments = [Segment(sign, ground + marked), Segment(" " * (MARGIN - len(sign)), ground)]
        return Strip.join([Strip(segments, MARGIN), strip.crop(0, max(self.size.width - MARGIN, 0))])

    def _kind_at(self, row: int) -> str:
        """The gravest kind of flag that begins in a wrapped row; empty if none."""
        if not self._flags or row >= self.wrapped_document.height:
            return ""
        line, column = self.wrapped_document.offset_to_location(Offset(0, row))
        ends = [end for end in self.wrapped_document.get_offsets(line) if end > column]
        first = sum(len(before) + 1 for before in self.document.lines[:line])
        last = first + (ends[0] if ends else len(self.document.lines[line]))
        here = {_kind(flag) for flag in self._flags if first + column <= flag.start < max(last, first + column + 1)}
        return next((kind for kind in SIGNS if kind in here), "")

    def get_line(self, line_index: int) -> Text:
        """The line with flagged phrases underlined."""
        line = super().get_line(line_index)
        first = sum(len(before) + 1 for before in self.document.lines[:line_index]) if self._flags else 0
        for flag in (flag for flag in self._flags if not flag.is_quiet):
            if flag.start < first + len(line) and flag.end > first:
                style = self.get_component_rich_style(f"draft-editor--{_kind(flag)}", partial=True)
                line.stylize(style, max(flag.start - first, 0), flag.end - first)
        return line

    def edit(self, edit: Edit) -> EditResult:
        """Take in what was typed or pasted; marks move along until the next check."""
        edit.text = broken(taken_in(edit.text))
        if self.is_sample:
            self._replace_sample(edit)
        result = super().edit(edit)
        self.mark(carried(self._flags, self._marked, self.written))
        if self.has_focus:
            self.call_after_refresh(self._come_into_view)
        return result

    def _come_into_view(self) -> None:
        """Scroll what is around the editor until all of it is seen: it may be far below when somebody types."""
        if self.is_attached and self.screen.find_widget(self).visible_region != self.region:
            self.scroll_visible(animate=False, immediate=True)

    def load_text(self, text: str) -> None:
        """Replace the whole text."""
        self.is_sample = False
        super().load_text(broken(taken_in(text)))
        self.mark(())

    def action_turn(self) -> None:
        """Leave F7 to the screen: with Textual's own F7 the next letter would wipe out what is written."""
        raise SkipAction

    async def action_leave_box(self) -> None:
        """Move on as the screen wants it; another Escape then leaves the screen."""
        await self.run_action("screen.leave")

    def on_key(self, event: events.Key) -> None:
        """Let Enter send the message in a box for one, and leave a sample as it is."""
        self._is_pasted = False
        if event.key == "enter" and (self.is_sample or not self._takes_lines):
            event.stop()
            event.prevent_default()
            self.post_message(self.Sent())
        elif event.key in _MOVES:
            self.is_sample = False


def carried(flags: Sequence[Flag], old: str, new: str) -> tuple[Flag, ...]:
    """The flags untouched by the change from `old` to `new`, with their new offsets."""
    before = _same(old, new)
    after = min(_same(old[::-1], new[::-1]), min(len(old), len(new)) - before)
    shift = len(new) - len(old)
    kept = [flag for flag in flags if flag.end <= before]
    moved = [flag for flag in flags if flag.end > before and flag.start >= len(old) - after]
    return (
        *kept,
        *(flag.model_copy(update={"start": flag.start + shift, "end": flag.end + shift}) for flag in moved),
    )


def _same(one: str, other: str) -> int:
    """Length of the common prefix."""
    most = min(len(one), len(other))
    return bisect_left(range(1, most + 1), x=True, key=lambda count: one[:count] != other[:count])


def _kind(flag: Flag) -> str:
    return CARE if flag.concern is Concern.CARE else flag.weight
