"""The phrase language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coach.models import Piece
from coach.rules.phrases import Alternations, PhraseError, read_phrase

SETS = {"you": ((Piece(word="you"),), (Piece(word="u"),)), "two": ((Piece(word="no"), Piece(word="one")),)}


def test_words_choices_sets_and_postfixes_become_pieces() -> None:
    you, look, very, choice = read_phrase("{you} look so? (clown|big potato)", SETS).pieces
    assert [option[0].word for option in you.options] == ["you", "u"]
    assert (look.word, look.optional) == ("look", False)
    assert (very.word, very.optional) == ("so", True)
    assert [[piece.word for piece in option] for option in choice.options] == [["clown"], ["big", "potato"]]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("you (a|b", 4),
        ("you {yu}", 4),
        ("you {you", 4),
        ("you )", 4),
        ("| you", 0),
        ("you (a|)", 7),
        ("? you", 0),
        ("", 0),
        ("so? very?", 0),
        ("_ you", 0),
        ("you _", 0),
        ("^", 0),
        ("$", 0),
        ("you ^ two", 4),
        ("a $ b", 2),
    ],
)
def test_broken_phrase_says_where_and_how_to_fix(text: str, column: int) -> None:
    with pytest.raises(PhraseError) as caught:
        read_phrase(text, SETS)
    assert caught.value.column == column
    assert caught.value.problem
    assert caught.value.fix


def test_phrase_of_too_many_places_is_refused() -> None:
    assert Alternations().places(read_phrase("you " + "a? " * 4999, SETS).pieces) == 5000
    with pytest.raises(PhraseError, match="at most 5,000"):
        read_phrase("you " + "a? " * 5000, SETS)


def test_sets_of_single_words_are_one_place() -> None:
    assert Alternations().places(read_phrase("{you} (a|b|c d)", SETS).pieces) == 4


@pytest.mark.parametrize(
    ("text", "opens", "closes"), [("^you", True, False), ("you $", False, True), ("^ you$", True, True)]
)
def test_anchors_say_where_a_clause_begins_and_ends(text: str, opens: bool, closes: bool) -> None:
    phrase = read_phrase(text, SETS)
    assert (phrase.opens, phrase.closes) == (opens, closes)
    assert [piece.word for piece in phrase.pieces] == ["you"]


def test_columns_stay_true_behind_an_anchor() -> None:
    with pytest.raises(PhraseError) as caught:
        read_phrase("^you {yu}", SETS)
    assert caught.value.column == 5


def test_alternations_that_phrases_share_are_looked_through_once() -> None:
    looked = list[int]()

    class Noting(tuple[Piece, ...]):
        def __iter__(self) -> Iterator[Piece]:
            looked.append(len(self))
            return super().__iter__()

    sets = {"long": tuple(Noting(read_phrase(f"word{number} of it", {}).pieces) for number in range(20))}
    alternations = Alternations()
    first = read_phrase("you {long}", sets, alternations=alternations)
    assert len(looked) >= 20
    looked.clear()
    second = read_phrase("they {long} too", sets, alternations=alternations)
    assert not looked
    assert [alternations.places(each.pieces) for each in (first, second)] == [62, 63]
