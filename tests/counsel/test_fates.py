"""What becomes of each clause: whole clauses go or stay, and what is left is worth sending."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Counsel, Message

CUT_AT_A_BORDER = (
    ("group", "bring the ball before the others come u lazy slug", "can u bring the ball before the others come pls?"),
    ("group", "tell me when the others leave u muppet", "tell me when the others leave"),
    ("friend", "finish the poster before lunch go away loser", "can you finish the poster before lunch please? i need some time on my own right now"),
    ("group", "take the poster down before the others see the spelling mistake u donkey", "can u take the poster down before the others see the spelling mistake pls?"),
)  # fmt: skip
NO_STUMP = (
    ("public", "cringe. delete this before more ppl see ur face"),
    ("public", "so cringe. take it down so nobody has to see ur outfit"),
    ("public", "yikes take it down. delete that dance before the boys see ur legs"),
    ("friend", "tie it up before priya see ur hair u ugly donkey"),
)


def _counsel(nlp: Language, audience: str, text: str) -> Counsel:
    return Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))


@pytest.mark.parametrize(("audience", "before", "after"), CUT_AT_A_BORDER)
def test_a_cut_goes_to_the_end_of_a_clause(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "text"), NO_STUMP)
def test_the_beginning_of_a_sting_is_not_offered(nlp: Language, audience: str, text: str) -> None:
    counsel = _counsel(nlp, audience, text)
    assert counsel.flags
    assert not counsel.rewrites
