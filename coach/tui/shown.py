"""Text that somebody typed or an author wrote, made safe to be shown: never markup, never a control character."""

from __future__ import annotations

import re

from textual.content import Content

_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """`text` with U+FFFD for what could steer the terminal or turn letters round; lines end with a line feed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNSAFE.sub(REPLACEMENT, lines)


def shown(text: str, style: str = "") -> Content:
    """`text` as content: square brackets in it are square brackets."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def on_one_line(text: str, longest: int = 60) -> str:
    """`text` in one line, cut where it is too long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}\u2026"
