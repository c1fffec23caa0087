"""The sentences of a message, each read alone: no calm opening pushes a threat out, and no calm end dilutes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.engine.text.reading import Reading

LONGEST = 200
"""Words of a sentence that are read together; what is longer is read in pieces."""

Stretch = tuple[int, int]
"""The first word and the word after the last."""


def sentences_in(reading: Reading) -> list[Stretch]:
    """The sentences of a reading, without the breaks around them; none where there are no words."""
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
    """A stretch of a reading as a reading of its own."""
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
    """These sentences as one reading with a single break between two, and where each stands in it."""
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
