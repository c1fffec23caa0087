"""Prepare standard output and standard error before a command writes: no character and no closed stream stops it."""

from __future__ import annotations

import sys
from typing import TextIO

from coach.writing import open_nowhere, stream_to

_FAILING = frozenset({"strict", "surrogateescape"})
"""Error handlers of streams that raise for a character that the encoding lacks."""


def prepare_streams() -> None:
    """Write a replacement for characters that a stream cannot encode; forget messages if standard error is closed.

    `print` would write messages to standard output otherwise, and the next file opened would take the handle.
    """
    if sys.stderr is None:
        sys.stderr = stream_to(open_nowhere())
    for stream in (sys.stdout, sys.stderr):
        _replace_unencodable(stream)


def _replace_unencodable(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure and stream.errors in _FAILING:
        reconfigure(errors="replace")
