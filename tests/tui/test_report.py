"""Where to report in the app of their choice, in the app."""

from __future__ import annotations

from pathlib import Path

from tests.course.test_report import block
from tests.course.writing import lesson_of
from tests.tui.conftest import AppMaker, running, screen_text, settled


async def test_an_app_is_chosen_and_its_ways_are_read(make_app: AppMaker, tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, block("about: pictures\n"))
    async with running(make_app("some", (lesson,)), (60, 20)) as pilot:
        assert "WhatsApp" in screen_text(pilot.app)
        await pilot.press("7")
        await settled(pilot)
        text = " ".join(screen_text(pilot.app).split())
        assert "Report: open the menu and tap the flag beside their" in text
        await pilot.press("pagedown", "pagedown")
        await settled(pilot)
        assert "takeitdown.ncmec.org" in screen_text(pilot.app)
