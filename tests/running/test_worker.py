"""When the thread that checks words fails, somebody says so and offers another try; the clock on the wall is no matter."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widgets import Button

from coach.counsel import CheckWithCounsel
from coach.course import Course
from coach.family import FamilyFile
from coach.models import Family, Message, Report
from coach.tui.app import CoachApp
from coach.tui.checking import Readiness
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.lesson import LessonScreen
from coach.tui.widgets.draft_box import DraftBox
from coach.tui.widgets.rewrite_box import RewriteBox
from tests.tui.conftest import LESSONS, check, running, screen_text, settled
from tests.uncounselled import Uncounselled

SECRET = "zebra of ours"
REWRITE = next(lesson.name for lesson in LESSONS for step in lesson.steps if step.rewrite)


class Ill:
    """A checker that fails while it is ill, with the message in its fault; loading it anew makes it well."""

    is_ill = False

    def load(self, _: Family) -> CheckWithCounsel:
        self.is_ill = False
        return Uncounselled(self.check)

    def check(self, message: Message) -> Report:
        if self.is_ill:
            raise ValueError(message.text)
        return check(message)


def app_of(path: Path, ill: Ill, open_lesson: str | None = None) -> CoachApp:
    file = FamilyFile(path / "family.json")
    file.save(Family(was_asked=True))
    return CoachApp(Course(LESSONS), file, ill.load, open_lesson)


def look(screen: Screen[object]) -> None:
    screen.query_one(DraftBox).look()


def be_done(screen: Screen[object]) -> None:
    assert isinstance(screen, CheckScreen)
    screen.action_done()


def judge(screen: Screen[object]) -> None:
    screen.query_one(RewriteBox).judge()


@pytest.mark.parametrize(("open_lesson", "ask"), [(None, look), (None, be_done), (REWRITE, look), (REWRITE, judge)])
async def test_a_check_that_dies_is_told_and_may_be_tried_again(
    tmp_path: Path, open_lesson: str | None, ask: Callable[[Screen[object]], None]
) -> None:
    ill = Ill()
    app = app_of(tmp_path, ill, open_lesson)
    async with running(app, (100, 40)) as pilot:
        if open_lesson is None:
            app.router.check_draft()
            await settled(pilot)
        while not app.screen.query(DraftBox):
            app.screen.query_one("#next", Button).press()
            await settled(pilot)
        app.screen.query_one(DraftBox).editor.load_text(SECRET)
        await settled(pilot)
        ill.is_ill = True
        ask(app.screen)
        await settled(pilot)
        assert Readiness.FAILED in screen_text(app)
        assert "ValueError" not in screen_text(app)
        assert SECRET not in app.checker.trouble
        await pilot.click("ReadyLine Button")
        await settled(pilot)
        assert app.checker.readiness is Readiness.READY
        assert app.screen.query_one(DraftBox).editor.written == SECRET


async def test_a_clock_that_jumps_back_holds_nothing_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = time.time
    app = app_of(tmp_path, Ill())
    async with running(app) as pilot:
        for jump in (0, -3_600, -86_400 * 365):
            monkeypatch.setattr(time, "time", lambda jump=jump: real() + jump)
            app.router.check_draft()
            await settled(pilot)
            assert isinstance(app.screen, CheckScreen)
            await pilot.press(*"ur so ugly")
            await settled(pilot)
            report = app.screen.box.flag_list.report
            assert report is not None
            assert [flag.phrase for flag in report.flags] == ["ur so ugly"]
            app.service.turn("reader")
            await settled(pilot)
        assert FamilyFile(tmp_path / "family.json").read() == app.family


async def test_a_lesson_that_is_left_before_it_is_drawn_ends_nothing(tmp_path: Path) -> None:
    app = app_of(tmp_path, Ill())
    async with running(app) as pilot:
        for lesson in LESSONS[:3]:
            app.router.open_lesson(lesson.name)
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, LessonScreen)
            app.router.go_home()
            await settled(pilot)
            screen.action_leave()
            screen.say_more()
        assert app.is_running
