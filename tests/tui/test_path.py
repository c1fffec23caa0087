"""The path of lessons: what is next, what is done, and how it is drawn in any width."""

from __future__ import annotations

from datetime import date, timedelta

from rich.cells import cell_len

from coach.course import read_course
from coach.family import answer, finish, look_through, promise, remember
from coach.models import Agreement, Family
from coach.tui.path import (
    BEGUN,
    DONE,
    NEW,
    left_open_last,
    next_on_path,
    practised,
    progress_words,
    promised,
    said_before,
    signs_of,
)
from coach.tui.widgets.home_lists import today_options
from coach.tui.widgets.path_line import drawn
from tests.tui.conftest import BY_NAME, LESSONS

FIRST, SECOND = LESSONS[:2]
AGAIN = remember(finish(Family(), FIRST.name), FIRST.name, FIRST.steps[1].slug)
"""A family that finished the first lesson and looks at it again."""


def test_a_finished_lesson_keeps_its_sign_when_it_is_opened_again() -> None:
    sign, words = progress_words(FIRST, AGAIN.track.progress[FIRST.name])
    assert (sign, words) == (DONE, f"again, step 2 of {len(FIRST.steps)}")
    assert signs_of(LESSONS[:2], AGAIN.track.progress) == (DONE, NEW)


def test_another_case_takes_the_place_of_this_weeks_and_all_else_stays_where_it_was() -> None:
    cases = read_course().cases[:2]
    before = [each and each.id for each in today_options(FIRST, cases[0], {})]
    options = list(today_options(FIRST, cases[0], {}, case_is_done=True, another=cases[1]))
    assert options[1] is not None
    assert str(options[1].prompt).split("\n")[0] == "\u25c7 Case done. Another: 5 minutes"
    assert options[1].id == f"card:{cases[1].name}"
    assert [each and each.id for each in options[2:]] == before[2:]
    assert options[0] is not None
    assert options[0].id == before[0]


def test_the_first_lesson_not_done_is_next_unless_another_one_is_half_done() -> None:
    assert next_on_path(LESSONS, {}) is FIRST
    assert next_on_path(LESSONS, AGAIN.track.progress) is SECOND
    opened = remember(AGAIN, "mean-words", BY_NAME["mean-words"].steps[0].slug)
    assert next_on_path(LESSONS, opened.track.progress) is SECOND
    assert progress_words(BY_NAME["mean-words"], opened.track.progress["mean-words"]) == (NEW, "")
    begun = answer(opened, "mean-words")
    assert progress_words(BY_NAME["mean-words"], begun.track.progress["mean-words"])[0] == BEGUN
    half = remember(begun, "mean-words", BY_NAME["mean-words"].steps[-2].slug)
    assert next_on_path(LESSONS, half.track.progress) is BY_NAME["mean-words"]
    assert next_on_path(LESSONS[:1], AGAIN.track.progress) is None


def test_a_lesson_looked_through_leads_on_and_is_offered_until_another_one_is_opened() -> None:
    question = FIRST.steps[2].slug
    looked = look_through(remember(Family(), FIRST.name, FIRST.steps[-1].slug), FIRST.name, question)
    assert next_on_path(LESSONS, looked.track.progress) is SECOND
    assert next_on_path(LESSONS[:1], looked.track.progress) is FIRST, "nothing else is left"
    assert progress_words(FIRST, looked.track.progress[FIRST.name]) == (BEGUN, f"step 3 of {len(FIRST.steps)}")
    assert left_open_last(LESSONS, looked.track.progress) is FIRST
    assert left_open_last(LESSONS, remember(looked, SECOND.name, SECOND.steps[0].slug).track.progress) is None
    assert left_open_last(LESSONS, finish(looked, FIRST.name).track.progress) is None
    answered = answer(remember(looked, FIRST.name, FIRST.steps[-1].slug), FIRST.name)
    assert next_on_path(LESSONS, answered.track.progress) is FIRST, "they are at it again"


def test_promises_and_practice_come_newest_first() -> None:
    family = finish(finish(promise(promise(Family(), "post-together"), "strangers"), "strangers"), "post-together")
    said = [BY_NAME[name].steps[-1].promise for name in ("strangers", "post-together")]
    assert list(promised(LESSONS, family)) == said
    assert [one.name for one in practised(LESSONS, family.track)] == ["post-together", "strangers"]


def test_a_line_added_in_the_agreement_pairs_no_promise_wrongly() -> None:
    family = promise(promise(Family(), "post-together"), "strangers")
    first, second = (BY_NAME[name].steps[-1].promise for name in ("post-together", "strangers"))
    assert first
    assert second
    agreement = Agreement(
        child=(first.child, second.child, "I come to dinner."), grown_up=(first.parent, second.parent)
    )
    said = promised(LESSONS, family.model_copy(update={"agreement": agreement}))
    assert [(one.child, one.parent) for one in said] == [
        ("I come to dinner.", ""),
        (second.child, second.parent),
        (first.child, first.parent),
    ]


def test_what_was_promised_today_is_not_said_again_today() -> None:
    day = date(2026, 11, 30)
    family = promise(promise(Family(), "post-together", day - timedelta(7)), "strangers", day)
    first, second = (BY_NAME[name].steps[-1].promise for name in ("post-together", "strangers"))
    assert first
    assert second
    assert said_before(LESSONS, family, day) == first.child
    assert said_before(LESSONS, family, day + timedelta(1)) == second.child


def test_the_path_fits_any_width_and_its_words_stay_in_sight() -> None:
    for count in (1, 2, 18, 60):
        for width in range(1, 130):
            for at in (0, count // 2, count - 1):
                lines = drawn([NEW] * count, at, "Here: [/b] we are", width).plain.split("\n")
                assert all(cell_len(line) <= width for line in lines), (count, width)
                assert width < 20 or "Here: [/b] we are" in lines[-1]


def test_the_line_fills_up_to_where_the_family_is() -> None:
    line = drawn([DONE, DONE, BEGUN, NEW], 2, "here", 40).plain.split("\n")[0]
    assert (
        line
        == "\u2713\u2501\u2501\u2501\u2501\u2501\u2713\u2500\u2500\u2500\u2500\u2500\u25d0\u2500\u2500\u2500\u2500\u2500\u25cb"
    )
