"""Typed and authored text made safe to show: it is never markup, and never steers the terminal."""

from __future__ import annotations

import re

from textual.content import Content

_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def safe(text: str) -> str:
    """`text` with every control character but the line end shown as U+FFFD; no character is added or dropped."""
    return _HIDDEN.sub("\ufffd", text)


def taken_in(text: str) -> str:
    """`text` as an editor takes it in: lines end with a line feed, a tab is a space, and it is safe."""
    return safe(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def on_one_line(text: str, longest: int = 160) -> str:
    """`text` in one line, cut where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}\u2026"


def shown(text: str, style: str = "") -> Content:
    """`text` as it was typed, in one style."""
    return Content.styled(safe(text), style) if style else Content(safe(text))
