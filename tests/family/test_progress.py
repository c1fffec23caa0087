from __future__ import annotations

from coach.family import finish, forget, promise, remember
from coach.models import Family, Progress


def test_the_step_to_go_on_with_is_remembered_for_each_lesson() -> None:
    family = remember(remember(remember(Family(), "strangers", "a"), "mean-words", "b"), "strangers", "c")
    assert family.progress == {"strangers": Progress(step="c"), "mean-words": Progress(step="b")}


def test_a_finished_lesson_begins_again_and_stays_finished() -> None:
    family = finish(remember(Family(), "strangers", "c"), "strangers")
    assert family.progress["strangers"] == Progress(step="", finished=True)
    assert remember(family, "strangers", "a").progress["strangers"] == Progress(step="a", finished=True)


def test_a_promise_is_kept_once_and_in_order() -> None:
    family = promise(promise(promise(Family(), "strangers"), "mean-words"), "strangers")
    assert family.promises == ("strangers", "mean-words")


def test_what_was_kept_before_is_not_changed() -> None:
    before = remember(Family(), "strangers", "a")
    finish(before, "strangers")
    promise(before, "strangers")
    assert before == Family(progress={"strangers": Progress(step="a")})


def test_forgetting_keeps_nothing() -> None:
    assert forget() == Family()
