"""Named phrases in a text."""

from __future__ import annotations

import pytest

from coach.engine.named_phrases import NamedPhrase, NamedPhrases
from coach.rules.phrases import read_phrase

PHRASES = NamedPhrases(
    [
        ("asks", read_phrase("(can|could) you", {})),
        ("asks", read_phrase("please", {})),
        ("meets", read_phrase("meet (me|you)", {})),
        ("starts", read_phrase("^go", {})),
        ("mocks", read_phrase("🤮", {})),
    ],
    {"u": "you", "plz": "please"},
    (frozenset({"lol"}), frozenset()),
)


def names(text: str) -> list[str]:
    return [found.name for found in PHRASES.read(text).found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("can u do it plz", ["asks", "asks"]),
        ("CAN YOU", ["asks"]),
        ("can, you", []),
        ("lol go home", ["starts"]),
        ("we go home", []),
        ("nice 🤮", ["mocks"]),
        ("", []),
        ("\ud800", []),
    ],
)
def test_phrases_are_found_in_plain_spelling(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_place_is_in_characters_of_the_text() -> None:
    text = "🤡 hey, can u  meet me"
    for found in PHRASES.read(text).found:
        assert text[found.start : found.end] in {"can u", "meet me"}


@pytest.mark.parametrize(
    ("text", "is_negated"),
    [("meet me", False), ("i will not meet you", True), ("i cant meet you", True), ("no, meet me", False)],
)
def test_a_negation_counts_in_its_own_clause(text: str, is_negated: bool) -> None:
    (found,) = PHRASES.read(text).found
    assert isinstance(found, NamedPhrase)
    assert found.is_negated is is_negated


def test_words_are_in_plain_spelling() -> None:
    assert PHRASES.read("can u, plz").words == ("can", "you", "please")
