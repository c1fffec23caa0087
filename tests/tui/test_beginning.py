"""The first words are painted before anything is read, and what cannot be read ends the app with its reason."""

from __future__ import annotations

import threading

from coach.course import Course
from coach.errors import CoachError
from coach.family import FamilyFile
from coach.models import Family
from coach.tui.app import CoachApp
from coach.tui.screens.home import HomeScreen
from tests.tui.conftest import LESSONS, check, running, screen_text, settled


async def test_keys_do_no_harm_before_the_lessons_are_there(family_file: FamilyFile) -> None:
    family_file.save(Family(was_asked=True))
    may_read = threading.Event()

    def read() -> Course:
        may_read.wait(10)
        return Course(LESSONS)

    app = CoachApp(read, lambda: family_file, lambda _: check)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Opening the lessons" in screen_text(app)
        await pilot.press("f2", "ctrl+p", "escape", "f1", "escape", "enter", "1")
        await pilot.resize_terminal(40, 15)
        await pilot.pause()
        assert "a little more room" in screen_text(app)
        may_read.set()
        await settled(pilot)
        assert "a little more room" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_lessons_that_cannot_be_read_end_the_app_with_the_reason(family_file: FamilyFile) -> None:
    def read() -> Course:
        raise CoachError("no lessons")

    app = CoachApp(read, lambda: family_file, lambda _: check)
    async with app.run_test() as pilot:
        await settled(pilot)
    assert str(app.trouble) == "no lessons"
    assert app.return_code == 2


async def test_a_lesson_that_was_asked_for_opens_once_it_is_read(family_file: FamilyFile) -> None:
    async with running(CoachApp(lambda: Course(LESSONS), lambda: family_file, lambda _: check, "strangers")) as pilot:
        assert "step 1 of" in screen_text(pilot.app)
