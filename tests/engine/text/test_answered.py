"""A question that its own writer answers is read as one with the answer."""

from __future__ import annotations

import pytest

from coach.engine.text.answered import with_answer


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("who failed the test, probs just jake", "who failed the test  probs just jake"),
        ("lol who came last?? bet its ben", "lol who came last   bet its ben"),
        ("Who smells? Obviously you", "Who smells  Obviously you"),
        ("what do you do in tuition, sleep??", "what do you do in tuition  sleep??"),
        ("what do you do in tuition, maths?", "what do you do in tuition, maths?"),
        ("at 5 do we go in, sleep early", "at 5 do we go in, sleep early"),
        ("who is it, me", "who is it, me"),
        ("are you ok? probably not", "are you ok? probably not"),
        ("who knows. it rained, probably", "who knows. it rained, probably"),
        ("who " * 5_000, "who " * 5_000),
    ],
)
def test_only_an_answer_to_the_own_question_joins(text: str, joined: str) -> None:
    assert with_answer(text) == joined
