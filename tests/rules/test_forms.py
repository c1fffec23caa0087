"""`want~` stands for every form of a verb."""

from __future__ import annotations

import pytest

from coach.models import Piece
from coach.rules.forms import forms_of
from coach.rules.phrases import PhraseError, read_phrase


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("want", {"want", "wants", "wanted", "wanting", "wantin"}),
        ("make", {"make", "makes", "made", "making", "makin", "maked"}),
        ("hit", {"hit", "hits", "hitting", "hittin", "hitted"}),
        ("cry", {"cry", "cries", "cried", "crying", "cryin"}),
        ("play", {"play", "plays", "played", "playing", "playin"}),
        ("push", {"push", "pushes", "pushed", "pushing", "pushin"}),
        ("look", {"look", "looks", "looked", "looking", "lookin"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing", "agreein"}),
        ("forget", {"forget", "forgets", "forgot", "forgotten", "forgetting"}),
    ],
)
def test_forms(verb: str, forms: set[str]) -> None:
    assert forms <= set(forms_of(verb))
    assert forms_of(verb)[0] == verb


def test_a_verb_in_a_phrase_is_a_choice_of_its_forms() -> None:
    piece = read_phrase("you cry~", {}).pieces[1]
    assert ("cried",) in [tuple(each.word for each in option) for option in piece.options]


def test_three_dots_are_up_to_three_words() -> None:
    pieces = read_phrase("we ... without", {}).pieces
    assert pieces[1:-1] == (Piece(word="...", optional=True),) * 3


@pytest.mark.parametrize("text", ["... you", "you ..."])
def test_a_gap_cannot_stand_at_an_edge(text: str) -> None:
    with pytest.raises(PhraseError, match="start or end"):
        read_phrase(text, {})
