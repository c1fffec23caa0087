"""A passage of a lesson and who reads it, told by word, symbol, place and colour."""

from __future__ import annotations

from textual.widgets import Static

from coach.models import Passage, Picture, Reader
from coach.tui.showing import shown

SPEAKERS = {
    Reader.BOTH: "",
    Reader.CHILD: "\u25cf Child reads",
    Reader.PARENT: "\u25a0 Grown-up reads",
    Reader.TALK: "\u25c6 Talk together",
}
"""Who reads, as a symbol and words."""


class PassageView(Static):
    """One passage; the child's stands left, the grown-up's right, a question between."""

    DEFAULT_CSS = """
    PassageView { height: auto; padding: 0 1; margin: 0 2 1 0; max-width: 76; }
    PassageView.child { border-left: thick $success; border-title-color: $text-success; margin: 0 4 1 0; }
    PassageView.parent { border-left: thick $primary; border-title-color: $text-primary; margin: 0 0 1 4; }
    PassageView.talk { border: round $warning; border-title-color: $text-warning; margin: 0 2 1 2; }
    """

    def __init__(self, passage: Passage) -> None:
        speaker = SPEAKERS[passage.reader]
        content = shown(passage.text)
        if speaker and passage.reader is not Reader.TALK:
            content = shown(speaker, "bold") + "\n" + content
        super().__init__(content, markup=False, classes=passage.reader.value)
        if passage.reader is Reader.TALK:
            self.border_title = speaker


class PictureView(Static):
    """A picture told in lines of text."""

    DEFAULT_CSS = """
    PictureView { height: auto; width: auto; margin: 0 2 1 2; }
    """

    def __init__(self, picture: Picture) -> None:
        super().__init__(shown("\n".join(picture.lines)), markup=False)
