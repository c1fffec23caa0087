"""Phrases of an author's own are read as they were meant."""

from __future__ import annotations

import pytest

from coach.models import Phrase, Piece
from coach.rules.as_meant import check_signs, with_other_forms
from coach.rules.phrases import PhraseError, read_phrase

SETS = {"your": ((Piece(word="your"),), (Piece(word="yer"),))}


def ways(phrase: Phrase) -> set[str]:
    """Every text that the pieces of a phrase match, with optional pieces present."""

    def of(pieces: tuple[Piece, ...]) -> list[str]:
        if not pieces:
            return [""]
        first = [pieces[0].word] if pieces[0].word else [way for option in pieces[0].options for way in of(option)]
        return [f"{one} {rest}".strip() for one in first for rest in of(pieces[1:])]

    return set(of(phrase.pieces))


def read(text: str) -> Phrase:
    return with_other_forms(read_phrase(text, SETS), SETS.values())


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("don't like ur hair", {"don't like ur hair", "don't like your hair", "don't like you are hair"}),
        ("your hair", {"your hair", "ur hair"}),
        ("you are dumb", {"you are dumb", "ur dumb", "your dumb"}),
        ("You're dumb", {"you are dumb", "ur dumb", "your dumb"}),
        ("(its|that is) bad", {"its bad", "it is bad", "that is bad"}),
        ("i will go", {"i will go", "ill go"}),
        ("{your} hair", {"your hair", "yer hair"}),
        ("plain words", {"plain words"}),
    ],
)
def test_short_and_long_forms_find_each_other(written: str, found: set[str]) -> None:
    assert ways(read(written)) == found


def test_marks_stay_on_what_they_follow() -> None:
    phrase = read("ur? hair")
    assert (phrase.pieces[0].optional, len(phrase.pieces[0].options)) == (True, 3)
    assert ways(read("you are? dumb")) == {"you are dumb"}
    unchanged = read_phrase("plain words", SETS)
    assert with_other_forms(unchanged, SETS.values()) is unchanged


@pytest.mark.parametrize(
    ("text", "problem", "column"),
    [
        ("well, you smell", "`,` in `well,`", 0),
        ("shut up! loser", "`!` in `up!`", 5),
        ("you & me", "the reader drops `&`", 4),
        ("so bad :(", "the reader drops `:`", 7),
        ("ok \u2013 bye", "the reader drops `\u2013`", 3),
        ("sock hair \u2014", "the reader drops `\u2014`", 10),
        ("sock ~~", "the reader drops `~~`", 5),
        ("<b> sock", "`>` in `<b>`", 0),
        ("sock :d", "`:` in `:d`", 5),
        ("a - b", "the reader drops `-`", 2),
    ],
)
def test_signs_that_match_nothing_are_refused(text: str, problem: str, column: int) -> None:
    with pytest.raises(PhraseError) as caught:
        check_signs(text)
    assert caught.value.problem.startswith(problem)
    assert caught.value.column == column


@pytest.mark.parametrize(
    "text",
    [
        "^ you $",
        "^you smell$",
        "cost # robux",
        "you ... me",
        "hi _ there",
        "v-bucks",
        "£5",
        "want~ 💀",
        "don't",
        "@me",
        "= bad",
    ],
)
def test_other_signs_are_read(text: str) -> None:
    check_signs(text)
