"""The box in which a draft is written; flagged phrases are marked in place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import ClassVar

from rich.text import Text
from textual import events
from textual._types import WatchCallbackType
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.dom import DOMNode
from textual.message import Message
from textual.widgets import TextArea

from coach.models import Concern, Flag
from coach.tui.showing import taken_in


class DraftEditor(TextArea):
    """A text area that underlines flagged phrases, and takes in no control characters."""

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
        """Posted when Enter was pressed in a box for one message."""

    def __init__(self, text: str = "", *, takes_lines: bool = True) -> None:
        super().__init__(taken_in(text), tab_behavior="focus", highlight_cursor_line=False)
        self.cursor_blink = False
        self._takes_lines = takes_lines
        self._flags: tuple[Flag, ...] = ()
        self._marked = self.written

    def watch(self, obj: DOMNode, attribute_name: str, callback: WatchCallbackType, init: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's own form
        """Watch anything but the app: that holds whoever watches it, with all that was written, until it ends."""
        if obj is not self.app:
            super().watch(obj, attribute_name, callback, init)

    @property
    def written(self) -> str:
        """The text with single line feeds between lines, in which flags count their characters."""
        return "\n".join(self.document.lines)

    @property
    def place(self) -> int:
        """Where the cursor stands, in characters from the first."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def put(self, start: int, end: int, words: str) -> None:
        """Put `words` in place of the characters from `start` up to `end`; undo takes it back."""
        self.history.checkpoint()
        self.replace(words, self._location(start), self._location(end), maintain_selection_offset=False)
        self.history.checkpoint()

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

    def get_line(self, line_index: int) -> Text:
        """The line as it is shown, flagged phrases underlined."""
        line = super().get_line(line_index)
        first = sum(len(before) + 1 for before in self.document.lines[:line_index]) if self._flags else 0
        for flag in self._flags:
            if flag.start < first + len(line) and flag.end > first:
                kind = "care" if flag.concern is Concern.CARE else flag.weight
                style = self.get_component_rich_style(f"draft-editor--{kind}", partial=True)
                line.stylize(style, max(flag.start - first, 0), flag.end - first)
        return line

    def edit(self, edit: Edit) -> EditResult:
        """Take in what was typed or pasted; marks go along until the words are checked again."""
        edit.text = taken_in(edit.text)
        result = super().edit(edit)
        self.mark(carried(self._flags, self._marked, self.written))
        return result

    def load_text(self, text: str) -> None:
        """Take in a whole text."""
        super().load_text(taken_in(text))
        self.mark(())

    def on_key(self, event: events.Key) -> None:
        """Enter ends a message where only one is written."""
        if event.key == "enter" and not self._takes_lines:
            event.stop()
            event.prevent_default()
            self.post_message(self.Sent())


def carried(flags: Sequence[Flag], old: str, new: str) -> tuple[Flag, ...]:
    """The flags that the change from `old` to `new` did not touch, moved to where they stand now."""
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
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
