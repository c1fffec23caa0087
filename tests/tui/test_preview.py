"""The preview shows what stands in the file now."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button

from coach.course import new_lesson
from coach.models import Message, Report
from coach.tui.checking import Readiness
from coach.tui.preview import PreviewApp
from coach.tui.screens.lesson import LessonScreen
from tests.tui.conftest import check, screen_text, settled, until
from tests.uncounselled import Uncounselled


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_lesson("Late at night", tmp_path)


def change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text().replace(old, new), encoding="utf-8")


async def test_a_save_is_seen_on_the_same_step(path: Path) -> None:
    app = PreviewApp(path, lambda _: check)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, LessonScreen)
        app.screen.action_next()
        await until(pilot, lambda: "What would you do" in screen_text(app))
        change(path, "why did u not answer", "where were [/u]")
        await until(pilot, lambda: "where were [/u]" in screen_text(app))
        change(path, "## What would you do", "## And now you")
        await until(pilot, lambda: "And now you" in screen_text(app))


async def test_a_broken_file_shows_its_faults_until_it_is_corrected(path: Path) -> None:
    app = PreviewApp(path, lambda _: check)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        change(path, "minutes: 10", "minutes: [/b]")
        await until(pilot, lambda: "to fix" in screen_text(app))
        assert "`minutes` is not a whole number" in screen_text(app)
        assert "minutes: [/b]" in screen_text(app)
        change(path, "minutes: [/b]", "minutes: 10")
        await until(pilot, lambda: "Sit together" in screen_text(app))
        path.unlink()
        await until(pilot, lambda: "cannot read the file" in screen_text(app))


async def test_a_check_that_fails_is_shown_and_may_be_tried_again(path: Path) -> None:
    def broken(message: Message) -> Report:
        raise ValueError(message.text)

    app = PreviewApp(path, lambda _: Uncounselled(broken))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert await app.checker.ask(lambda check: check(Message(text="zebra"))) is None
        await until(pilot, lambda: Readiness.FAILED in screen_text(app))
        assert "zebra" not in screen_text(app)
        assert "ValueError" not in screen_text(app)
        app.screen.query_one("ReadyLine Button", Button).press()
        await until(pilot, lambda: Readiness.READY in screen_text(app))


async def test_a_key_turns_to_the_other_age(path: Path) -> None:
    told = "## Sit together\n\n> [!CHILD 8-10]\n> For small ones.\n\n> [!CHILD 11-14]\n> For big ones.\n"
    change(path, "## Sit together\n", told)
    app = PreviewApp(path, lambda _: check)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "For small ones." in screen_text(app)
        await pilot.press("f6")
        await until(pilot, lambda: "For big ones." in screen_text(app))
        assert "For small ones." not in screen_text(app)
