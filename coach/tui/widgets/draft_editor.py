"""The editor: what is flagged is marked in place while somebody writes."""

from __future__ import annotations

from os.path import commonprefix
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import TextArea

from coach.models import Concern, Flag
from coach.tui.shown import clean


class DraftEditor(TextArea):
    """A text area that marks phrases and takes in no control characters."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave the box", show=False)]
    """
    | Key(s) | Description |
    | :- | :- |
    | escape | Leave the box. |
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "draft-editor--notice",
        "draft-editor--pause",
        "draft-editor--stop",
        "draft-editor--care",
    }

    DEFAULT_CSS = """
    DraftEditor {
        height: 5;
        & > .draft-editor--notice { color: $text-accent; text-style: bold underline; }
        & > .draft-editor--pause { color: $text-warning; text-style: bold underline; }
        & > .draft-editor--stop { color: $text-error; text-style: bold underline; }
        & > .draft-editor--care { color: $text-success; text-style: bold underline; }
    }
    """

    marks: reactive[tuple[Flag, ...]] = reactive(())
    """What is flagged."""

    class Sent(Message):
        """Posted when Enter was pressed in an editor for one line."""

    def __init__(self, text: str = "", *, takes_lines: bool = True, placeholder: str = "") -> None:
        self._takes_lines = takes_lines
        self._marked_text = clean(text)
        super().__init__(self._marked_text, highlight_cursor_line=False, placeholder=placeholder)
        self.cursor_blink = False

    def get_line(self, line_index: int) -> Text:
        """A line with its marks."""
        line = super().get_line(line_index)
        first = sum(len(before) + 1 for before in self.document.lines[:line_index])
        for flag in self.marks:
            if flag.end > first:
                style = self.get_component_rich_style(f"draft-editor--{_kind(flag)}", partial=True)
                line.stylize(style, max(flag.start - first, 0), flag.end - first)
        return line

    def edit(self, edit: Edit) -> EditResult:
        """Take in what was typed or pasted, made safe."""
        edit.text = clean(edit.text)
        return super().edit(edit)

    def load_text(self, text: str) -> None:
        """Take in a whole text, made safe."""
        super().load_text(clean(text))

    def on_key(self, event: events.Key) -> None:
        """Enter ends a message of one line."""
        if event.key == "enter" and not self._takes_lines:
            event.stop()
            event.prevent_default()
            self.post_message(self.Sent())

    def on_text_area_changed(self) -> None:
        """Let the marks go along with the text until it was checked again."""
        self.marks = carried(self.marks, self._marked_text, self.text)
        self._marked_text = self.text

    def watch_marks(self) -> None:
        """Draw the lines anew."""
        self.notify_style_update()
        self.refresh()

    def action_leave(self) -> None:
        """Go to what comes after the box."""
        self.screen.focus_next()


def carried(flags: tuple[Flag, ...], old: str, new: str) -> tuple[Flag, ...]:
    """The flags that the change from `old` to `new` did not touch, moved to where they stand now."""
    before = len(commonprefix((old, new)))
    after = min(len(commonprefix((old[::-1], new[::-1]))), min(len(old), len(new)) - before)
    shift = len(new) - len(old)
    left = [flag for flag in flags if flag.end <= before]
    right = [flag for flag in flags if flag.start >= len(old) - after and flag not in left]
    return (
        *left,
        *(flag.model_copy(update={"start": flag.start + shift, "end": flag.end + shift}) for flag in right),
    )


def _kind(flag: Flag) -> str:
    return "care" if flag.concern is Concern.CARE else flag.weight.value
