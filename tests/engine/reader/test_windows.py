"""What is read at once: a calm sentence adds windows and takes none away."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from coach.engine.reader.pieces import Pieces
from coach.engine.reader.windows import MOST_PIECES, Window, wide_windows_in, windows_in
from coach.engine.text.reading import Reading
from coach.models import Audience, Direction

PIECES = Pieces(["[UNK]", ",", *"abc", *(f"##{letter}" for letter in "abc")])
WORDS = st.lists(st.sampled_from(["a", "bc", "abcab", None]), min_size=1, max_size=60)
SENTENCES = st.lists(WORDS, max_size=5)


def windows(
    sentences: list[list[str | None]], find: Callable[[Reading, Pieces], list[Window]] = windows_in
) -> list[tuple[str | None, ...]]:
    words, ends = list[str | None](), list[int]()
    for sentence in sentences:
        words += sentence
        ends.append(len(words))
        words.append(None)
    reading = Reading("", Direction.DRAFT, Audience.GROUP, words, ends, list)
    return [tuple(words[first:last]) for first, last in find(reading, PIECES)]


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


def test_wide_windows_join_whole_sentences() -> None:
    assert windows([["a"], ["b", None], ["c"]], wide_windows_in) == [("a", None, "b", None, None, "c")]
    long: list[list[str | None]] = [["abcab"] * 10] * 2
    assert windows([*long, ["a"]], wide_windows_in) == [("abcab",) * 10, (*("abcab",) * 10, None, "a")]


@given(SENTENCES)
def test_no_wide_window_is_too_long_and_every_word_is_in_one(sentences: list[list[str | None]]) -> None:
    found = windows(sentences, wide_windows_in)
    assert all(sum(len(PIECES.of(word)) for word in one) <= MOST_PIECES for one in found)
    assert {word for one in found for word in one if word} == {word for one in sentences for word in one if word}
