from __future__ import annotations

import pytest

from coach.course import judge_choice
from coach.models import Choice, Option


def choice(*right: bool) -> Choice:
    return Choice(
        options=tuple(
            Option(text=f"Option {at}", right=value, answer=f"Answer {at}.", line=1) for at, value in enumerate(right)
        )
    )


@pytest.mark.parametrize(
    ("chosen", "passed", "words"),
    [
        ({0}, False, "Answer 0."),
        ({1}, True, "Answer 1."),
        (set(), False, "Choose an answer first."),
        ({0, 1}, False, "Only one answer is right here. Choose one."),
    ],
)
def test_a_choice_with_one_right_answer(chosen: set[int], passed: bool, words: str) -> None:
    verdict = judge_choice(choice(False, True, False), frozenset(chosen))
    assert (verdict.passed, verdict.words) == (passed, words)


@pytest.mark.parametrize(
    ("chosen", "passed", "opening"),
    [
        ({0, 1, 2}, True, "Option 0: Answer 0."),
        ({0}, False, "Good start. Two more are right."),
        ({0, 2}, False, "Good start. One more is right."),
        ({0, 1, 2, 3}, False, "Have another look. One of these does not fit."),
        ({0, 1, 3}, False, "Have another look. One of these does not fit. One more is right."),
        ({3, 4}, False, "Have another look. Two of these do not fit. Three more are right."),
    ],
)
def test_a_choice_with_several_right_answers(chosen: set[int], passed: bool, opening: str) -> None:
    verdict = judge_choice(choice(True, True, True, False, False), frozenset(chosen))
    assert (verdict.passed, verdict.words.splitlines()[0]) == (passed, opening)
    assert [at for at in range(5) if f"Answer {at}." in verdict.words] == sorted(chosen)


@pytest.mark.parametrize("chosen", [-1, 3])
def test_an_option_that_is_not_there(chosen: int) -> None:
    with pytest.raises(IndexError):
        judge_choice(choice(False, True, True), frozenset({chosen}))
