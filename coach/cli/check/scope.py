"""What a check covered, said wherever silence could be taken for calm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coach.cli.terminal import counted


@dataclass(slots=True)
class MessageCounts:
    """How many messages were given, and what came of them."""

    messages: int = 0
    flagged: int = 0
    """Those with a flag."""
    unread: int = 0
    """Those in a language that Coach does not read."""

    def add(self, *, flagged: bool, unread: bool) -> None:
        """Count one more message."""
        self.messages += 1
        self.flagged += flagged
        self.unread += unread


@dataclass(frozen=True, slots=True)
class CheckScope:
    """Which rules were used, and what the family switched off."""

    alone: bool = False
    """Whether own rules were used without Coach's."""
    off: str = ""
    """What the family switched off, as a sentence."""

    @property
    def silent(self) -> str:
        """What is said of a message without flags."""
        return "Your own rules find nothing. Coach's were not asked." if self.alone else "Nothing to look at again."

    def counts(self, counts: MessageCounts) -> Iterator[str]:
        """Yield sentences: how many messages were read and flagged, and how many were not read."""
        what = "flagged by your own rules. Coach's were not asked" if self.alone else "with something to look at again"
        read = counts.messages - counts.unread
        if read or not counts.unread:
            yield f"{counted(read, 'message')} read, {counts.flagged:,} {what}."
        if counts.unread:
            yield f"{counted(counts.unread, 'message')} not read: Coach reads English only."

    @property
    def notes(self) -> tuple[str, ...]:
        """What formats without words for people leave out; it goes to standard error."""
        alone = ("only your own rules were used: a message without flags is not calm",) if self.alone else ()
        return (*alone, self.off) if self.off else alone
