"""Typed and authored text made safe to show: never markup, never control characters."""

from __future__ import annotations

import re

from textual.content import Content

from coach.errors import CoachError
from coach.visible import clipped, visible

LONGEST = 4000
"""Characters in a line; longer ones break at spaces, because each key lays out its whole line again."""


def safe(text: str) -> str:
    """`text` with hidden characters as U+FFFD and tabs as spaces; offsets stay the same."""
    return visible(text).replace("\t", " ")


def taken_in(text: str) -> str:
    """`text` for an editor: line ends become line feeds, tabs become spaces, and it is safe to show."""
    return safe(text.replace("\r\n", "\n").replace("\r", "\n"))


def on_one_line(text: str, longest: int = 160) -> str:
    """`text` on one line, cut between two words if too long."""
    return clipped(" ".join(text.split()), longest)


def shown(text: str, style: str = "") -> Content:
    """`text` exactly as typed, in one style."""
    return Content.styled(safe(text), style) if style else Content(safe(text))


def plainly(error: CoachError) -> str:
    """What is wrong and what to do, as a family reads it: without the word that marks the fix in a terminal."""
    return re.sub(r"\n\s+fix: (.)", lambda found: f"\n{found[1].upper()}", str(error))


def broken(text: str) -> str:
    """`text` with spaces turned into line feeds where a line is too long; offsets stay the same."""
    if len(text) <= LONGEST:
        return text
    return "\n".join(_broken_line(line) for line in text.split("\n"))


def _broken_line(line: str) -> str:
    chars, begins = list(line), 0
    while begins + LONGEST < len(line) and (at := line.rfind(" ", begins, begins + LONGEST)) > begins:
        chars[at], begins = "\n", at + 1
    return "".join(chars)
