"""What is read: passages, each with its reader, and pictures."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.widgets import Static

from coach.models import Passage, Picture
from coach.tui.shown import shown
from coach.tui.signs import READERS


class PassageView(VerticalGroup):
    """Some text and who reads it: said by word, sign, place and colour."""

    DEFAULT_CSS = """
    PassageView {
        padding-left: 1;
        margin-bottom: 1;
        & > Static { width: 1fr; }
        & > .reader { text-style: bold; }
        &.-both { border-left: outer $foreground-muted; }
        &.-child { border-left: outer $success; margin-right: 4; }
        &.-child > .reader { color: $text-success; }
        &.-parent { border-left: outer $primary; margin-left: 4; }
        &.-parent > .reader { color: $text-primary; }
        &.-talk { border-left: outer $warning; margin-left: 2; margin-right: 2; }
        &.-talk > .reader { color: $text-warning; }
        .-short & { margin-bottom: 0; }
    }
    """

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        super().__init__(classes=f"-{passage.reader.value}")

    def compose(self) -> ComposeResult:
        """The reader and the text."""
        yield Static(READERS[self._passage.reader], classes="reader", markup=False)
        yield Static(shown(self._passage.text), classes="text")


class PictureView(Static):
    """A picture told in lines of text; wider than the screen, it scrolls."""

    DEFAULT_CSS = """
    PictureView {
        width: 1fr;
        height: auto;
        margin-bottom: 1;
        padding-left: 2;
        text-wrap: nowrap;
        overflow-x: auto;
        .-narrow & { padding-left: 0; }
        .-short & { margin-bottom: 0; }
    }
    """

    def __init__(self, picture: Picture) -> None:
        super().__init__(shown("\n".join(picture.lines)))
