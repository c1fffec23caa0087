"""A family night: what it is made of, whatever was practised and promised before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from coach.course import Course, course_is_done, judge_harm, night_of
from coach.course.night import night_duels
from coach.models import (
    AgeBand,
    AgeGroup,
    Agreement,
    Audience,
    Concern,
    Duel,
    Family,
    Member,
    Message,
    Night,
    Progress,
    Report,
    StepKind,
    Track,
)
from tests.shipped_course import shipped_course

COURSE = shipped_course()
DAY = date(2027, 1, 6)
DONE = Progress(step="", finished=True)


def night(**family: object) -> Night:
    return night_of(COURSE, Family.model_validate(family), DAY)


def kinds(of: Night) -> list[StepKind]:
    return [step.kind for step in of.steps]


def words(of: Night, number: int) -> str:
    return " ".join(passage.text for passage in of.steps[number].passages)


def test_the_first_night_has_a_case_a_duel_and_a_promise_but_looks_back_at_none() -> None:
    first = night()
    assert kinds(first)[:2] == [StepKind.PAUSE, StepKind.TALK]
    assert kinds(first)[-1] is StepKind.PROMISE
    assert first.case is not None
    assert first.case.steps[0] in first.steps
    assert StepKind.DUEL in kinds(first)


def test_a_later_night_asks_whether_the_last_promise_held_and_blames_nobody() -> None:
    later = night(promises=("post-together", "strangers"))
    assert later.steps[1].decide is not None
    assert [way.text for way in later.steps[1].decide.ways] == ["Yes, it held", "Partly", "Not yet"]
    assert "Before I answer a person I have not met, I show you." in words(later, 1)
    assert "I stay calm when you show me" in words(later, 1)


def test_promises_of_today_are_not_asked_about_in_whatever_words() -> None:
    agreed = Agreement(
        child=("I ask you.",), grown_up=("I stay calm when you show me, and if I say no, I tell you why.",)
    )
    for made in ({"day": DAY, "own": "I ask you."}, {"day": DAY}):
        tonight = {"promises": ("strangers",), "made": {"strangers": made}}
        assert night(**tonight, agreement=agreed).steps[1].decide is None or "own" not in made
        assert night(**tonight).steps[1].decide is None
    before = {"day": DAY - timedelta(days=1), "own": "I ask you."}
    assert "I ask you." in words(night(promises=("strangers",), made={"strangers": before}, agreement=agreed), 1)


def test_a_night_that_goes_on_offers_the_promise_that_was_made_in_it() -> None:
    begun = {"day": DAY - timedelta(days=1), "step": "family night promise", "promised": "strangers"}
    made = {"strangers": {"day": DAY - timedelta(days=1), "own": "I ask you."}}
    tonight = night(night=begun, promises=("post-together", "strangers"), made=made)
    assert (tonight.promises, tonight.own.child, tonight.has_promised) == ("strangers", "I ask you.", True)
    assert "Before I post" in words(tonight, 1)


def test_without_promises_it_looks_at_the_agreement() -> None:
    agreed = night(agreement=Agreement(child=("I ask.",), grown_up=("I listen.",)))
    assert "I ask." in words(agreed, 1)
    assert night(agreement=Agreement(child=("I ask.",))).steps[1].decide is None


def test_the_new_promise_is_one_that_was_not_made_yet_then_the_oldest() -> None:
    lessons = [lesson.name for lesson in COURSE.lessons]
    assert night(progress={"strangers": DONE}, promises=()).promises in lessons
    assert night(promises=tuple(lessons[1:])).promises == lessons[0]
    assert night(promises=tuple(reversed(lessons))).promises == lessons[-1]


@pytest.mark.parametrize("case", COURSE.cases, ids=lambda case: case.name)
def test_every_night_has_one_duel_and_no_step_twice(case: object) -> None:
    one = night_of(Course(COURSE.lessons, cases=(case,)), Family(), DAY)  # type: ignore[arg-type]
    assert kinds(one).count(StepKind.DUEL) == 1
    assert len({step.slug for step in one.steps}) == len(one.steps)


def test_a_case_that_was_done_this_week_is_not_played_again() -> None:
    first = COURSE.cases[0]
    seen = night(progress={first.name: Progress(step="", finished=True, day=DAY - timedelta(days=1))})
    assert seen.case is None
    assert first.title in words(seen, 2)
    assert kinds(seen).count(StepKind.DUEL) == 1
    assert night_of(Course(COURSE.lessons), Family(), DAY).case is None


def test_a_case_that_was_done_the_same_evening_makes_room_for_the_next() -> None:
    first = COURSE.cases[0]
    done = Progress(step="", finished=True, day=DAY)
    tonight = night(progress={first.name: done})
    assert tonight.case is not None
    assert tonight.case.name != first.name
    assert night(progress={case.name: done for case in COURSE.cases}).case is None


@pytest.mark.parametrize("band", AgeBand)
def test_each_night_has_another_duel_of_the_age_group(band: AgeBand) -> None:
    course, there = Course(COURSE.lessons), {"members": (Member(nickname="Io", age=band),), "playing": "Io"}
    own = night_duels(band.group)
    duels = {
        step.duel
        for count in range(len(own))
        for step in night_of(course, Family(nights=(DAY,) * count, **there), DAY).steps
        if step.duel
    }
    assert duels == set(own)
    assert len(own) > 3


def test_a_night_for_teenagers_has_other_words_cases_and_duels_than_one_for_children() -> None:
    def said(band: AgeBand) -> tuple[Night, set[str]]:
        track = Track(promises=("strangers",))
        one = night(members=(Member(nickname="Io", age=band),), playing="Io", tracks={"Io": track})
        own = [step for step in one.steps if step.slug.startswith("family night")]
        lines = {passage.text for step in own for passage in step.passages if step.promise is None}
        return one, {one.goal, *lines, *(step.heading for step in own)}

    (young, words_then), (old, words_now) = said(AgeBand.EIGHT), said(AgeBand.TWELVE)
    same = words_then & words_now
    assert same == {*words_of_promise(young), "Did it hold?", "One promise until next time", *same & {"A duel"}}
    assert young.case is not None
    assert old.case is not None
    assert young.case.age is not AgeGroup.OLDER
    assert old.case.age is AgeGroup.OLDER, "a case for all ages comes behind those for their own"
    assert old.case.concern is not Concern.CARE, "nobody begins with a friend who hurts"
    assert not set(night_duels(AgeGroup.OLDER)) & {duel for duel in night_duels() if "birthday" in duel.start}


def words_of_promise(of: Night) -> list[str]:
    """What a night says about the last promise."""
    return [
        passage.text for step in of.steps if step.decide and step.slug.endswith("held") for passage in step.passages
    ]


def test_the_course_is_done_when_every_lesson_of_coach_is() -> None:
    progress = {lesson.name: DONE for lesson in COURSE.lessons}
    assert course_is_done(COURSE, Family(progress=progress))
    assert not course_is_done(COURSE, Family(progress={**progress, "strangers": Progress(step="a")}))
    own = Course(COURSE.lessons, own=frozenset({"strangers"}))
    assert course_is_done(own, Family(progress={name: DONE for name in progress if name != "strangers"}))
    assert not course_is_done(Course(()), Family())


@pytest.mark.parametrize(
    "duel", sorted({*night_duels(), *night_duels(AgeGroup.OLDER)}, key=str), ids=lambda duel: duel.start
)
def test_coach_marks_what_is_to_be_rewritten_and_none_of_the_better_ways(
    duel: Duel, check_text: Callable[..., Report]
) -> None:
    def check(message: Message) -> Report:
        return check_text(message.text, audience=message.audience)

    assert duel.category in {flag.category for flag in check(Message(text=duel.start, audience=duel.audience)).flags}
    assert all(judge_harm(duel, one.text, check).is_yours for one in duel.passes)
    assert not any(judge_harm(duel, one.text, check).is_yours for one in duel.fails)


@pytest.mark.parametrize(
    ("text", "is_let_be"),
    [
        ("haha ur such a dork, miss u", True),
        ("haha ur such a loser, love u", False),
        ("shut up, haha ur such a dork", False),
        ("ur such a dork, i live at 9 hope road", False),
    ],
)
def test_of_a_light_tease_a_duel_says_nothing(check_text: Callable[..., Report], text: str, is_let_be: bool) -> None:
    def check(message: Message) -> Report:
        return check_text(message.text, audience=message.audience)

    duel = Duel(audience=Audience.FRIEND, line=1)
    assert judge_harm(duel, text, check).is_yours is is_let_be
