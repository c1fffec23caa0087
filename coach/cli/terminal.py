"""Prepare text for a terminal: one line, no control characters, colour if supported."""

from __future__ import annotations

import os
import re
import shutil
import textwrap
from collections.abc import Iterable
from typing import TextIO

from coach.visible import HIDDEN, visible

_HANG = 4


def one_line(text: str) -> str:
    """Put `text` on one line, without control characters."""
    return visible(re.sub(r"[\t\n]", " ", text))


def print_wrapped(lines: Iterable[str]) -> None:
    """Print lines wrapped to the terminal's width, with a hanging indent; a long path stays whole, to be copied."""
    width = shutil.get_terminal_size().columns
    for line in "\n".join(lines).split("\n"):
        indent = " " * (_HANG if line.startswith(" ") else 2)
        wrapper = textwrap.TextWrapper(width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)
        print("\n".join(wrapper.wrap(visible(line))))


def counted(number: int, what: str) -> str:
    """Return `1 message`, `2 messages` and so on."""
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"


def escaped(document: str) -> str:
    """Escape hidden characters in a JSON document; it parses the same and is safe to show on a terminal."""
    return HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", document)


def has_colour(stream: TextIO) -> bool:
    """Whether to write colour: to a terminal that has it, or anywhere with `FORCE_COLOR=1`; never with `NO_COLOR`."""
    if os.environ.get("NO_COLOR"):
        return False
    return os.environ.get("FORCE_COLOR", "0") not in {"", "0", "false"} or (
        stream.isatty() and os.environ.get("TERM") != "dumb"
    )
