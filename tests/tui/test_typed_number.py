"""Lessons are opened by the number that home shows."""

from __future__ import annotations

import pytest

from coach.tui.screens.lesson import LessonScreen
from coach.tui.widgets.typed_number import TypedNumber
from tests.tui.conftest import AppMaker, running, settled, until


@pytest.mark.parametrize(
    ("typed", "meant", "waiting"),
    [
        ("7", [7], ""),
        ("1", [None], "1"),
        ("12", [None, 12], ""),
        ("19", [None, 9], ""),
        ("0", [None], ""),
        ("017", [None, None, 17], ""),
    ],
)
def test_a_number_is_meant_once_no_other_can_be(typed: str, meant: list[int | None], waiting: str) -> None:
    number = TypedNumber()
    assert [number.add(digit, range(1, 19)) for digit in typed] == meant
    assert number.digits == waiting


async def test_numbers_open_lessons_on_home(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running(make_app()) as pilot:
        for keys, number, wait in (("17", 17, 60), ("3", 3, 60), ("1", 1, 0.01)):
            monkeypatch.setattr("coach.tui.screens.home.WAIT", wait)
            pilot.app.router.go_home()  # type: ignore[attr-defined]
            await settled(pilot)
            await pilot.press(*keys)
            await until(pilot, lambda: isinstance(pilot.app.screen, LessonScreen))
            assert isinstance(pilot.app.screen, LessonScreen)
            assert pilot.app.screen.lesson.number == number
