"""`coach_details`: notes structured facts, such as telephone numbers and addresses, as candidates."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from coach.engine.details import Detail, find_details
from coach.engine.reading import Candidate, Reading, reading_of
from coach.models import Direction, FlagSource


@Language.component("coach_details")
def coach_details(doc: Doc) -> Doc:
    """Add a candidate for every fact in a draft."""
    for version in reading_of(doc).versions:
        note_details(version)
    return doc


def note_details(reading: Reading) -> None:
    """Add a candidate for every fact in the reading of a draft."""
    if reading.direction is Direction.DRAFT:
        reading.candidates.extend(_candidate(detail, reading) for detail in find_details(reading.text))


def _candidate(detail: Detail, reading: Reading) -> Candidate:
    return Candidate(
        start=reading.index_at(detail.start),
        end=reading.index_at(detail.end - 1) + 1,
        start_char=detail.start,
        end_char=detail.end,
        rule=f"{detail.category}/{detail.name}",
        source=FlagSource.DETAIL,
    )
