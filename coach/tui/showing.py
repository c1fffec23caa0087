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


def shown(text: str, style: str = "") -> Content:
    """`text` as it was typed, in one style."""
    return Content.styled(safe(text), style) if style else Content(safe(text))
