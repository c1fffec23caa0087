"""The box in which a draft is written; flagged phrases are marked in place."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual import events
from textual.widgets import TextArea

from coach.models import Flag, Weight
from coach.tui.showing import safe

_STYLES = {
    Weight.NOTICE: Style(underline=True, bold=True, color="cyan"),
    Weight.PAUSE: Style(underline=True, bold=True, color="yellow"),
    Weight.STOP: Style(underline=True, bold=True, reverse=True, color="red"),
}


class DraftEditor(TextArea):
    """A text area that underlines flagged phrases."""

    DEFAULT_CSS = """
    DraftEditor { height: 6; border: tall $border-blurred; }
    DraftEditor:focus { border: tall $border; }
    """

    def __init__(self, text: str = "", **arguments: object) -> None:
        super().__init__(safe(text), tab_behavior="focus", highlight_cursor_line=False, **arguments)  # type: ignore[arg-type]
        self._flags: tuple[Flag, ...] = ()

    @property
    def written(self) -> str:
        """The text with single line feeds between lines, in which flags count their characters."""
        return "\n".join(self.document.lines)

    def mark(self, flags: Sequence[Flag]) -> None:
        """Mark these phrases and no others."""
        if tuple(flags) != self._flags:
            self._flags = tuple(flags)
            self._line_cache.clear()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        """The line as it is shown, flagged phrases underlined."""
        line = super().get_line(line_index)
        text = Text(safe(line.plain), end="", no_wrap=True)
        first = sum(len(before) + 1 for before in self.document.lines[:line_index]) if self._flags else 0
        for flag in self._flags:
            if flag.start < first + len(text) and flag.end > first:
                text.stylize(_STYLES[flag.weight], max(flag.start - first, 0), flag.end - first)
        return text

    def on_paste(self, event: events.Paste) -> None:
        """Take out what could steer the terminal; the text area itself pastes the rest."""
        event.text = safe(event.text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
