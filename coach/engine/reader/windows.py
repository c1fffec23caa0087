"""What the second reader reads at once: each sentence alone, and each with the one behind it.

The heaviest window counts. A calm sentence before or behind a message adds windows and takes none away, so it can
never push a threat out; between two sentences it leaves the windows of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from coach.engine.reader.pieces import Pieces
from coach.engine.text.reading import Reading

MOST_PIECES = 92
"""Most word pieces in a window; a longer sentence is read in several that overlap by half."""

Window = tuple[int, int]
"""The first word and the word after the last."""


def windows_in(reading: Reading, pieces: Pieces) -> list[Window]:
    """Return the windows of a reading, without breaks at their edges; none if there are no words."""
    sizes = [len(pieces.of(word)) for word in reading.words]
    sentences = list(_sentences(reading.words, [*reading.ends, len(reading.words)]))
    found = [part for one in sentences for part in _parts(one, sizes)]
    pairs = ((first, last) for (first, _), (_, last) in pairwise(sentences))
    found += [pair for pair in pairs if sum(sizes[slice(*pair)]) <= MOST_PIECES]
    return found


def wide_windows_in(reading: Reading, pieces: Pieces) -> list[Window]:
    """Return as few windows as hold every word, each of as many whole sentences as fit; none if there are no words."""
    sizes = [len(pieces.of(word)) for word in reading.words]
    found = list[Window]()
    for sentence in _sentences(reading.words, [*reading.ends, len(reading.words)]):
        for first, last in _parts(sentence, sizes):
            if found and sum(sizes[found[-1][0] : last]) <= MOST_PIECES:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
    return found


def _sentences(words: Sequence[str | None], ends: Sequence[int]) -> Iterator[Window]:
    begin = 0
    for end in ends:
        first, last = begin, end
        while first < last and words[first] is None:
            first += 1
        while first < last and words[last - 1] is None:
            last -= 1
        if first < last:
            yield first, last
        begin = end + 1


def _parts(sentence: Window, sizes: Sequence[int]) -> Iterator[Window]:
    """Cut a sentence that is too long; each part begins in the middle of the one before."""
    first, end = sentence
    while True:
        last, total = first, 0
        while last < end and (total + sizes[last] <= MOST_PIECES or last == first):
            total += sizes[last]
            last += 1
        yield first, last
        if last == end:
            return
        first = max((first + last) // 2, first + 1)
