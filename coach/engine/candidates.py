"""Candidates on a Doc, where other people's components can see, remove or add them.

Each is a span of `doc.spans["coach.candidates"]`, labelled `<concern>/<category>/<rule name>`;
`span._.coach_aim` and `span._.coach_setting` say how it is meant, `span._.coach_flag` is the flag it became, also
on the spans of `doc.spans["coach"]`.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterator
from typing import Any

from spacy.tokens import Doc, Span

from coach.engine.annotations import attribute, flags_of, replace, token_finder
from coach.engine.text.reading import Candidate, Place, Reading
from coach.models import Flag, FlagSource

CANDIDATES_KEY = "coach.candidates"
_MEANT = "coach_meant"
_UNKNOWN = (
    "unknown label {!r} in doc.spans['coach.candidates']: it will not be flagged; "
    "write <concern>/<category>/<any name>, with a category of `nlp.pipe_labels['coach_flags']`"
)


def publish(doc: Doc, reading: Reading) -> None:
    """Write a reading's candidates on its Doc, replacing earlier ones."""
    found = list(_placed(doc, reading))
    if not found and reading.published == frozenset():
        return
    spans = {place: Span(doc, place[1], place[2], place[0]) for place, _ in found}
    meant = dict[tuple[int, int], list[Any]]()
    for place, one in found:
        at = spans[place].start_char, spans[place].end_char
        aim, settings = one.aim.value if one.aim else None, [each.value for each in one.settings]
        meant.setdefault(at, []).append([one.rule, aim, settings])
    doc.spans[CANDIDATES_KEY] = list(spans.values())
    replace(doc, _MEANT, meant)
    reading.published = frozenset(spans)


def take_back(doc: Doc, reading: Reading, categories: Collection[str]) -> None:
    """Sync candidates from the Doc: drop those whose span was removed, add those whose span was added.

    If tokens were merged or split since, no span can be trusted: the candidates stay as they were published.

    Args:
        doc: the Doc.
        reading: its reading.
        categories: those that the pipeline can flag, by id; a span with any other label gets a warning.
    """
    if CANDIDATES_KEY not in doc.spans:
        return
    if reading.published and frozenset(place for place, _ in _placed(doc, reading)) != reading.published:
        # Tokens were merged or split meanwhile, and spaCy leaves spans at the numbers of the old ones.
        publish(doc, reading)
        return
    kept = frozenset[Place]((span.label_, span.start, span.end) for span in doc.spans[CANDIDATES_KEY])
    if kept == reading.published:
        return
    known = dict[Place, list[Candidate]]()
    for place, one in _placed(doc, reading):
        known.setdefault(place, []).append(one)
    dropped = {id(one) for place, ones in known.items() if place not in kept for one in ones}
    if dropped:
        for version in reading.versions:
            version.candidates = [one for one in version.candidates if id(one) not in dropped]
    for place in kept - known.keys():
        if place[0].rpartition("/")[0] not in categories:
            warnings.warn(_UNKNOWN.format(place[0]), UserWarning, stacklevel=2)
        reading.candidates.append(_candidate(doc, reading, place))


def _placed(doc: Doc, reading: Reading) -> Iterator[tuple[Place, Candidate]]:
    """Yield every candidate with the tokens it touches."""
    candidates = [one for version in reading.versions for one in version.candidates]
    if candidates:
        tokens_at = token_finder(doc)
        yield from (((one.rule, *tokens_at(one.start_char, one.end_char)), one) for one in candidates)


def _candidate(doc: Doc, reading: Reading, place: Place) -> Candidate:
    """Make a candidate from an added span; like a detail, it counts whatever its aim is."""
    rule, start, end = place
    span = doc[start:end]
    first, last = reading.index_at(span.start_char), reading.index_at(span.end_char - 1)
    return Candidate(first, last + 1, span.start_char, span.end_char, rule=rule, source=FlagSource.DETAIL)


def _meant(span: Span) -> list[Any]:
    """Return the aim and settings of a candidate, as `publish` wrote them."""
    rows = attribute(span.doc, _MEANT, span.start_char, span.end_char) or []
    return next((meant for rule, *meant in rows if rule == span.label_), [None, []])


def aim_of(span: Span) -> str | None:
    """Return whom a candidate is about: `you`, `somebody`, `me`, `thing`, `nobody`; None before that is known."""
    aim: str | None = _meant(span)[0]
    return aim


def settings_of(span: Span) -> list[str]:
    """Return every way in which a candidate is said; empty before that is known."""
    settings: list[str] = _meant(span)[1]
    return settings


def flag_of(span: Span) -> Flag | None:
    """Return the flag of a flagged span, or the one that a candidate became."""
    start, end = span.start_char, span.end_char
    flags = (one for one in flags_of(span.doc) if span.label_ in {one.rule, one.category})
    return next((one for one in flags if start <= one.start < end or one.start <= start < one.end), None)


def declare() -> None:
    """Declare `span._.coach_aim`, `span._.coach_setting` and `span._.coach_flag`."""
    Span.set_extension("coach_aim", getter=aim_of, force=True)
    Span.set_extension("coach_setting", getter=settings_of, force=True)
    Span.set_extension("coach_flag", getter=flag_of, force=True)
