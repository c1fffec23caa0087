from __future__ import annotations

import pytest

from coach.course import judge_choice, judge_rewrite
from coach.models import Audience, Choice, Message, Option, Report, RewriteTask
from tests.course.writing import check

REWRITE = RewriteTask(start="ur drawing is so ugly", keep=("drawing", "a lot"), hint="H", solution="I like it.", line=1)


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


@pytest.mark.parametrize("text", ["", " \n", "...", "\u200b", "?!"])
def test_a_rewrite_needs_words(text: str) -> None:
    verdict = judge_rewrite(REWRITE, text, check)
    assert (verdict.passed, verdict.words) == (False, "Write your own words first. Short is fine.")


@pytest.mark.parametrize("text", ["ur drawing is so ugly", " UR drawing  is so ugly\n"])
def test_the_first_words_are_no_rewrite(text: str) -> None:
    verdict = judge_rewrite(REWRITE, text, check)
    assert not verdict.passed
    assert verdict.words.startswith("These are still the first words.")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("I like it", '"drawing" and "a lot"'),
        ("I like drawings a lot", '"drawing"'),
        ("I like your Drawing", '"a lot"'),
        ("ugly", '"drawing" and "a lot"'),
    ],
)
def test_what_must_stay_is_asked_for(text: str, missing: str) -> None:
    verdict = judge_rewrite(REWRITE, text, check)
    assert not verdict.passed
    assert verdict.words == f"Keep {missing} in it, so that it still says what you want."


def test_what_is_still_flagged_is_named_with_its_reason() -> None:
    verdict = judge_rewrite(REWRITE, "drawing a lot, still ugly", check)
    assert not verdict.passed
    assert verdict.words == 'Look at "ugly" again. Looks are hard to change.'


def test_care_comes_first_and_never_scolds() -> None:
    verdict = judge_rewrite(REWRITE, "i feel alone and ugly", check)
    assert not verdict.passed
    assert verdict.words == "Thank you for saying it."


@pytest.mark.parametrize("text", ["I like your DRAWING a  Lot", "Your drawing? I like it a lot! 😀"])
def test_a_rewrite_passes(text: str) -> None:
    verdict = judge_rewrite(REWRITE, text, check)
    assert verdict.passed
    assert verdict.words == "These words work. Coach finds nothing in them to stop at."


def test_a_picture_sign_alone_says_something() -> None:
    rewrite = REWRITE.model_copy(update={"keep": ()})
    assert judge_rewrite(rewrite, "💙", check).passed


def test_a_rewrite_is_checked_for_its_audience() -> None:
    seen: list[Message] = []

    def note(message: Message) -> Report:
        seen.append(message)
        return Report(message=message)

    judge_rewrite(REWRITE.model_copy(update={"audience": Audience.STRANGER}), "drawing a lot", note)
    assert seen == [Message(text="drawing a lot", audience=Audience.STRANGER)]
