"""What a check covered, said wherever silence could be taken for calm."""

from __future__ import annotations

from dataclasses import dataclass

from coach.cli.terminal import counted


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

    def counts(self, read: int, flagged: int) -> str:
        """Say how many messages were read and flagged, without a full stop."""
        what = "flagged by your own rules. Coach's were not asked" if self.alone else "with something to look at again"
        return f"{counted(read, 'message')} read, {flagged:,} {what}"

    @property
    def notes(self) -> tuple[str, ...]:
        """What formats without words for people leave out; it goes to standard error."""
        alone = ("only your own rules were used: a message without flags is not calm",) if self.alone else ()
        return (*alone, self.off) if self.off else alone
