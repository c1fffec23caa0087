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
        ("who is it, me", "who is it, me"),
        ("are you ok? probably not", "are you ok? probably not"),
        ("who knows. it rained, probably", "who knows. it rained, probably"),
        ("who " * 5_000, "who " * 5_000),
    ],
)
def test_only_a_guess_behind_who_joins(text: str, joined: str) -> None:
    assert with_answer(text) == joined
