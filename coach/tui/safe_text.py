"""Typed and authored text made safe to show: it is never markup, and never steers the terminal."""

from __future__ import annotations

from textual.content import Content

from coach.visible import visible

LONGEST = 4000
"""A pasted line that is longer is broken at its spaces, for a line is laid out anew at each key."""


def safe(text: str) -> str:
    """`text` with hidden characters shown as U+FFFD and tabs as spaces; no character is added or dropped."""
    return visible(text).replace("\t", " ")


def taken_in(text: str) -> str:
    """`text` as an editor takes it in: lines end with a line feed, a tab is a space, and it is safe."""
    return safe(text.replace("\r\n", "\n").replace("\r", "\n"))


def on_one_line(text: str, longest: int = 160) -> str:
    """`text` in one line, cut where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}\u2026"


def shown(text: str, style: str = "") -> Content:
    """`text` as it was typed, in one style."""
    return Content.styled(safe(text), style) if style else Content(safe(text))


def broken(text: str) -> str:
    """`text` with a line feed for a space wherever a line would be too long; no character is added or dropped."""
    if len(text) <= LONGEST:
        return text
    return "\n".join(_broken_line(line) for line in text.split("\n"))


def _broken_line(line: str) -> str:
    chars, begins = list(line), 0
    while begins + LONGEST < len(line) and (at := line.rfind(" ", begins, begins + LONGEST)) > begins:
        chars[at], begins = "\n", at + 1
    return "".join(chars)
