"""A turn of a chat as a bubble, with what was found underlined."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from coach.models import Concern, Flag
from coach.threads import ReadTurn
from coach.threads.words import said_in, said_of_sender
from coach.tui.safe_text import on_one_line, shown
from coach.tui.widgets.draft_editor import CARE
from coach.tui.widgets.draft_editor import SIGNS as EDITOR_SIGNS

MOST, AROUND = 900, 250
"""The longest turn that is shown whole, and what is shown of a longer one on both sides of its marks."""
BRIEF = 160
"""The longest turn beside the marked one."""
_STYLES = {
    "stop": "bold underline $text-error",
    "pause": "bold underline $text-warning",
    "notice": "bold underline $text-primary",
    CARE: "bold underline $text-success",
}


class TurnView(Static):
    """One turn: the child's on the right, others' on the left; marks and signs only where it is looked at."""

    DEFAULT_CSS = """
    TurnView { height: auto; max-width: 64; padding: 0 1; background: $surface; }
    TurnView.theirs { border-left: outer $foreground 40%; margin: 0 8 0 0; }
    TurnView.mine { border-right: outer $foreground 40%; margin: 0 0 0 12; }
    TurnView.here { margin-bottom: 1; }
    TurnView.theirs.here { border-left: outer $warning; }
    TurnView.mine.here { border-right: outer $warning; }
    """

    def __init__(self, one: ReadTurn, *, is_marked: bool = False) -> None:
        classes = "mine" if one.is_mine else "theirs"
        words = _marked(one) if is_marked else shown(on_one_line(said_in(one.turn), BRIEF), "$text-muted")
        sign = _sign(one.flags) if is_marked else ""
        who = shown(f"{sign} {said_of_sender(one.turn.sender)}: ".lstrip(), "bold")
        super().__init__(who + words, markup=False, classes=f"{classes} here" if is_marked else classes)


def _marked(one: ReadTurn) -> Content:
    text = said_in(one.turn)
    if not one.turn.text:
        return shown(text)
    first, last = _window(text, one.flags)
    words = shown(text[first:last])
    for flag in one.flags:
        start, end = max(flag.start - first, 0), min(flag.end, last) - first
        if end > start:
            words = words.stylize(_STYLES[_kind(flag)], start, end)
    return Content("\u2026 " if first else "") + words + Content(" \u2026" if last < len(text) else "")


def _window(text: str, flags: tuple[Flag, ...]) -> tuple[int, int]:
    """Return which part of a turn is shown: whole words around its marks, or its beginning if it has none."""
    if len(text) <= MOST:
        return 0, MOST
    begin = min((flag.start for flag in flags), default=0)
    first = max(begin - AROUND, 0)
    end = min(max((flag.end for flag in flags), default=MOST - AROUND), first + MOST)
    last = min(end + AROUND, len(text))
    if first:
        first = text.find(" ", first, begin) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    return first, last


def _sign(flags: tuple[Flag, ...]) -> str:
    """Return the sign of the gravest flag."""
    kinds = {_kind(flag) for flag in flags}
    return next((sign for kind, sign in EDITOR_SIGNS.items() if kind in kinds), "")


def _kind(flag: Flag) -> str:
    return CARE if flag.concern is Concern.CARE else flag.weight.value
