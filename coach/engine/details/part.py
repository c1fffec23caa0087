"""Adds structured facts, such as telephone numbers and addresses, as candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.engine.details import Detail, find_details
from coach.engine.details.birthday_wish import is_wished
from coach.engine.text.reading import Candidate, Reading
from coach.models import Direction, FlagSource

if TYPE_CHECKING:
    from coach.engine.knowledge import Knowledge


class Details:
    """Finds facts in drafts; it needs no rules."""

    def learn(self, knowledge: Knowledge) -> None:
        """Do nothing: facts look the same whatever the rules are."""

    def read(self, reading: Reading) -> None:
        """Add a candidate for every fact in the reading of a draft."""
        if reading.direction is Direction.DRAFT:
            found = (one for one in find_details(reading.text) if not is_wished(one, reading.text, reading.audience))
            reading.candidates.extend(_candidate(detail, reading) for detail in found)


def _candidate(detail: Detail, reading: Reading) -> Candidate:
    return Candidate(
        start=reading.index_at(detail.start),
        end=reading.index_at(detail.end - 1) + 1,
        start_char=detail.start,
        end_char=detail.end,
        rule=f"{detail.category}/{detail.name}",
        source=FlagSource.DETAIL,
    )
