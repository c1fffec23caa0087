"""A passage of a lesson; word, sign, position and colour show who reads it."""

from __future__ import annotations

from textual.containers import HorizontalScroll
from textual.widgets import Static

from coach.locale import N_, _
from coach.models import Passage, Picture, Reader
from coach.tui.safe_text import shown

SPEAKERS = {
    Reader.BOTH: N_("\u25cf\u25a0 Read together"),
    Reader.CHILD: N_("\u25cf Child reads"),
    Reader.PARENT: N_("\u25a0 Grown-up reads"),
    Reader.TALK: N_("\u25c6 Talk together"),
}
"""Who reads, as a sign and words."""


class PassageView(Static):
    """One passage: the child's on the left, the grown-up's on the right, questions between."""

    DEFAULT_CSS = """
    PassageView { height: auto; padding: 0 1; max-width: 76; }
    PassageView.both { border-left: outer $foreground 50%; margin: 0 2 1 0; }
    PassageView.child { border-left: outer $success; margin: 0 4 1 0; }
    PassageView.parent { border-left: outer $primary; margin: 0 0 1 4; }
    PassageView.talk { border-left: outer $warning; margin: 0 2 1 2; }
    """

    def __init__(self, passage: Passage, child: str = "") -> None:
        """Show a passage; `child` is the nickname, if any."""
        speaker = _(SPEAKERS[passage.reader])
        if child and passage.reader is Reader.CHILD:
            speaker = _("\u25cf {child} reads").format(child=child)
        content = shown(speaker, "bold") + "\n" + shown(passage.text)
        super().__init__(content, markup=False, classes=passage.reader.value)


class PictureView(HorizontalScroll):
    """A picture as lines of text; scrolls sideways on a narrow screen."""

    DEFAULT_CSS = """
    PictureView { height: auto; margin: 0 2 1 2; }
    PictureView Static { width: auto; text-wrap: nowrap; }
    """

    def __init__(self, picture: Picture) -> None:
        super().__init__(Static(shown("\n".join(picture.lines)), markup=False), can_focus=False)
