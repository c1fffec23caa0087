"""Puts the lines of a text together to messages: each begins with a line of some form, and goes on until the next."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from coach.chats.text_lines import FileLine
from coach.models.thread import Unread

_LONGEST = 1_000_000
"""The longest message, in characters; apps allow far less."""
_LONGEST_ENDING = 60


@dataclass(slots=True)
class TextRecord:
    """The lines of one message."""

    line: int
    """Where it starts, from 1."""
    head: re.Match[str]
    """What its first line was found to be."""
    more: list[str] = field(default_factory=list)
    """The lines after it."""
    length: int = 0

    def add(self, line: str) -> None:
        """Add a line, as long as the message is not too long."""
        self.length += len(line) + 1
        if not self.is_too_long:
            self.more.append(line)

    @property
    def is_too_long(self) -> bool:
        """Whether there is more of it than a message can have."""
        return self.length >= _LONGEST


def records_of(
    lines: Iterator[FileLine],
    head_of: Callable[[str], re.Match[str] | None],
    why_cut: Callable[[FileLine], str],
) -> Iterator[TextRecord | Unread]:
    """Yield every message, and every line that cannot be read or belongs to none.

    Args:
        lines: the lines of the file.
        head_of: finds whether a line begins a message.
        why_cut: returns why a line cannot be read, where it looks like the beginning of a message; else nothing.
    """
    current: TextRecord | None = None
    unread = list[Unread]()
    for line in lines:
        found = head_of(line.text)
        if found:
            yield from _done(current, unread)
            current, unread = TextRecord(line.number, found), []
        if line.problem:
            unread.append(Unread(line.number, line.problem))
        elif found:
            continue
        elif why := why_cut(line):
            unread.append(Unread(line.number, why))
        elif current:
            current.add(line.text)
        elif line.text.strip():
            yield Unread(line.number, "it is not the beginning of a message, and no message is before it")
    yield from _done(current, unread)


def _done(record: TextRecord | None, unread: list[Unread]) -> Iterator[TextRecord | Unread]:
    """Yield a message that is whole, and the lines within it that cannot be read."""
    if record and record.is_too_long:
        yield Unread(record.line, "the message is too long")
    elif record and not any(each.line == record.line for each in unread):
        yield record
    yield from unread


def without_ending(raw: str, endings: tuple[str, ...]) -> tuple[str, bool]:
    """Return words without what an app adds when they were edited (in small letters), and whether it did."""
    bare = raw.rstrip()
    last = bare[-_LONGEST_ENDING:].lower()
    ending = next((each for each in endings if last.endswith(each)), "")
    return (bare[: len(bare) - len(ending)], True) if ending else (raw, False)
