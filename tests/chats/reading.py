"""What the tests of the readers share: read a fixture, spoil it, and see that only InputError comes out."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from coach.chats.reader import ChatFile, ChatReader, Read
from coach.errors import InputError
from coach.models.thread import DateOrder


def survives(reader: ChatReader, path: Path, content: bytes, dates: DateOrder | None = None) -> list[Read] | None:
    """Read bytes as a file; return its records, or None if it was refused with InputError. Nothing else may happen."""
    path.write_bytes(content)
    file = ChatFile(path)
    reader.claims(file, file.start())
    with suppress(InputError):
        return list(reader.read(file, dates))
    return None


def spoiled(content: bytes, seed: int, times: int) -> Iterator[bytes]:
    """Yield `content` cut short, with bytes changed, and with pieces left out or doubled."""
    chance = random.Random(seed)
    for _ in range(times):
        start, end = sorted(chance.choices(range(len(content) + 1), k=2))
        end = min(end, start + 200)
        yield content[:start]
        yield content[:start] + content[end:]
        yield content[:end] + content[start:]
        yield content[:start] + chance.randbytes(chance.randint(1, 4)) + content[start + 1 :]
        yield (
            content[:start]
            + chance.choice([b'"', b"{", b"]", b"null", b"\n", b"<", b"&", b",", b"\xff"])
            + content[start:]
        )
