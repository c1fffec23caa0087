"""What is read at once: a calm sentence adds windows and takes none away."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach.engine.reader.pieces import Pieces
from coach.engine.reader.windows import MOST_PIECES, windows_in
from coach.engine.text.reading import Reading
from coach.models import Audience, Direction

PIECES = Pieces(["[UNK]", ",", *"abc", *(f"##{letter}" for letter in "abc")])
WORDS = st.lists(st.sampled_from(["a", "bc", "abcab", None]), min_size=1, max_size=60)
SENTENCES = st.lists(WORDS, max_size=5)


def windows(sentences: list[list[str | None]]) -> list[tuple[str | None, ...]]:
    words, ends = list[str | None](), list[int]()
    for sentence in sentences:
        words += sentence
        ends.append(len(words))
        words.append(None)
    reading = Reading("", Direction.DRAFT, Audience.GROUP, words, ends, list)
    return [tuple(words[first:last]) for first, last in windows_in(reading, PIECES)]


def test_each_sentence_alone_and_each_with_the_next() -> None:
    assert windows([["a"], ["b", None], ["c"]]) == [
        ("a",), ("b",), ("c",), ("a", None, "b"), ("b", None, None, "c"),
    ]  # fmt: skip


def test_no_words_no_windows() -> None:
    assert windows([[None], []]) == []


@given(SENTENCES, SENTENCES, SENTENCES)
def test_sentences_before_and_behind_take_no_window_away(
    before: list[list[str | None]], middle: list[list[str | None]], behind: list[list[str | None]]
) -> None:
    assert set(windows(middle)) <= set(windows([*before, *middle, *behind]))


@given(WORDS, WORDS)
def test_a_sentence_between_two_leaves_the_windows_of_each(first: list[str | None], second: list[str | None]) -> None:
    kept = {*windows([first]), *windows([second])}
    assert kept <= set(windows([first, ["a"], second]))


@given(SENTENCES)
def test_no_window_is_too_long_and_every_word_is_in_one(sentences: list[list[str | None]]) -> None:
    found = windows(sentences)
    assert all(sum(len(PIECES.of(word)) for word in one) <= MOST_PIECES for one in found)
    assert {word for one in found for word in one if word} == {word for one in sentences for word in one if word}
