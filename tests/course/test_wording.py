from __future__ import annotations

import pytest

from coach.course.wording import has_words, sentences, word_count


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("My CAT is here", "cat", True),
        ("the cat's tail", "cat", True),
        ("concatenate", "cat", False),
        ("a  big\ncat", "big cat", True),
        ("don’t go", "don't", True),
        ("we are #1!", "#1", True),
        ("we are (1)", "(1)", True),
        ("ΟΔΟΣ", "οδος", True),
    ],
)
def test_whole_words_are_found(text: str, words: str, expected: bool) -> None:
    assert has_words(text, words) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ('Ask: "Why?" Say: "So."', ['Ask: "Why?', 'Say: "So."']),
        ("• one\n• two", ["• one", "• two"]),
        ("At 3.30 or v1.2... then", ["At 3.30 or v1.2...", "then"]),
        ("", []),
    ],
)
def test_sentences_end_at_marks_and_lines(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


@pytest.mark.parametrize(("text", "count"), [("don't be well-known", 3), ("• one – two", 2), ("", 0), ("😀", 0)])
def test_words_are_counted(text: str, count: int) -> None:
    assert word_count(text) == count
