"""Split a message into sentences that are read alone, so that calm ones cannot dilute a threat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.engine.text.reading import Reading

LONGEST = 200
"""Longest sentence read at once, in words; longer ones are read in pieces."""

Stretch = tuple[int, int]
"""The first word and the word after the last."""


def sentences_in(reading: Reading) -> list[Stretch]:
    """Return the sentences of a reading without the breaks around them; none if there are no words."""
    return list(_pieces(reading.words, [*reading.ends, len(reading.words)]))


def _pieces(words: Sequence[str | None], ends: Sequence[int]) -> Iterator[Stretch]:
    begin = 0
    for end in ends:
        first, last = begin, end
        while first < last and words[first] is None:
            first += 1
        while first < last and words[last - 1] is None:
            last -= 1
        for at in range(first, last, LONGEST):
            yield at, min(at + LONGEST, last)
        begin = end + 1


def part_of(reading: Reading, stretch: Stretch) -> Reading:
    """Return a stretch of a reading as a reading of its own."""
    first, last = stretch
    if first == 0 and last == len(reading.words):
        return reading
    return Reading(
        reading.text,
        reading.direction,
        reading.audience,
        reading.words[first:last],
        [],
        lambda: reading.spans[first:last],
        lambda: reading.shapes()[first:last],
    )


def joined(reading: Reading, stretches: Sequence[Stretch]) -> tuple[Reading, list[Stretch]]:
    """Join these sentences with a single break between two, and return the place of each."""
    words, shapes, places = list[str | None](), list[str](), list[Stretch]()
    written = reading.shapes()
    for first, last in stretches:
        if words:
            words.append(None)
            shapes.append("")
        places.append((len(words), len(words) + last - first))
        words.extend(reading.words[first:last])
        shapes.extend(written[first:last])
    one = Reading(reading.text, reading.direction, reading.audience, words, [], list, lambda: shapes)
    return one, places
