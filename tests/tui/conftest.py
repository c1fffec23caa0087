"""The app with the shipped lessons, the real pipeline, and a family's file of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from spacy.language import Language
from textual.app import App
from textual.pilot import Pilot

from coach.course import lessons_path, read_lessons
from coach.engine import check
from coach.family import FamilyFile
from coach.models import Lesson
from coach.tui.app import CoachApp
from coach.tui.checking import Check, Readiness

LESSONS = read_lessons(lessons_path())
AppMaker = Callable[..., CoachApp]


@pytest.fixture
def family_file(tmp_path: Path) -> FamilyFile:
    return FamilyFile(tmp_path / "family" / "family.json")


@pytest.fixture
def make_app(nlp: Language, family_file: FamilyFile) -> AppMaker:
    def make(
        open_lesson: str | None = None,
        lessons: tuple[Lesson, ...] = LESSONS,
        load_check: Callable[[], Check] = lambda: lambda message: check(nlp, message),
    ) -> CoachApp:
        return CoachApp(lessons, family_file, load_check, open_lesson)

    return make


@asynccontextmanager
async def running(app: CoachApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """The app with its checker ready, or given up."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        assert app.readiness is not Readiness.COMING
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Wait until timers of typing, workers and messages have come to rest."""
    await pilot.pause()
    await pilot.pause(0.2)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def screen_text(app: App[None]) -> str:
    """What stands on the screen, line by line."""
    size = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines[: size.height])
