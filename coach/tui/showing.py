"""Typed and authored text made safe to show: it is never markup, and never steers the terminal."""

from __future__ import annotations

from textual.content import Content

from coach.visible import visible


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
