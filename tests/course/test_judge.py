from __future__ import annotations

from collections.abc import Callable

import pytest

from coach.course import judge_choice
from coach.course.judge import judge_sort
from coach.course.together import judge_harm
from coach.models import AgeGroup, AnswerVerdict, Audience, Choice, Duel, Message, Option, Report
from tests.shipped_course import shipped_course


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
        ({0, 1, 2}, True, "\u2713 Option 0: Answer 0."),
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


@pytest.mark.parametrize("age", AgeGroup)
def test_no_box_alone_sorts_what_comes_first_in_the_course(age: AgeGroup) -> None:
    first = next(step.sort for step in shipped_course().lessons[0].for_age(age).steps if step.sort)
    for box in first.boxes:
        assert not all(judge_sort(first, item, box).passed for item in first.items), f"{box} each time wins"


def test_after_a_wrong_mix_each_answer_says_whether_it_fits() -> None:
    said = judge_choice(choice(True, False, True), frozenset({0, 1})).words.splitlines()
    assert said[1:] == ["\u2713 Option 0: Answer 0.", "\u2717 Option 1: Answer 1."]


def test_a_duel_about_a_no_asks_for_one(check_text: Callable[..., Report]) -> None:
    duel = Duel(audience=Audience.STRANGER, wants=("says-no",), line=1)

    def check(message: Message) -> Report:
        return check_text(message.text, audience=message.audience)

    assert judge_harm(duel, "no thanks", check).is_yours
    missing = judge_harm(duel, "soz u can hav it", check)
    assert missing.verdict is AnswerVerdict.LOST_THE_POINT
    assert missing.words
