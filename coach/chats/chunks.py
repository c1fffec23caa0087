"""The bytes of a file in pieces that end where nothing is cut that belongs together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import IO

_CHUNK = 65_536
_MOST_HELD = 4_000_000
"""Bytes without a place to cut, after which they are passed on as they are."""


def chunks_of(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the bytes of a file as they come."""
    return iter(partial(file.read, _CHUNK), b"")


def cut_after(chunks: Iterable[bytes], ends: bytes) -> Iterator[bytes]:
    """Yield the same bytes, each piece but the last ending with one of the bytes in `ends`."""
    held = b""
    for chunk in chunks:
        held += chunk
        cut = max(held.rfind(end) for end in ends) + 1 or (len(held) > _MOST_HELD) * len(held)
        if cut:
            yield held[:cut]
            held = held[cut:]
    if held:
        yield held
