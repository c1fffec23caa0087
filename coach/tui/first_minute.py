"""What was typed in the first minute, so that going back and forth loses nothing; it is never written down."""

from __future__ import annotations

from dataclasses import dataclass

from coach.models import AgeBand


@dataclass(slots=True)
class FirstMinute:
    """What is there again when the two come back to a screen."""

    draft: str | None = None
    """What is written on the first screen; None before it was there."""
    nickname: str = ""
    """The name typed for a child who has no seat yet."""
    age: AgeBand | None = None
    """The age chosen for it."""
