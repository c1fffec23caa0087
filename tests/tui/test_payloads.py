"""Nothing that somebody typed or wrote reaches the terminal raw from any screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App
from textual.widgets import Input
from textual.widgets._toast import Toast

import coach.tui
from coach.course import Course, new_lesson
from coach.family import FamilyFile
from coach.tui.app import CoachApp
from coach.tui.preview import PreviewApp
from coach.tui.screens.own_screenshot import OwnScreenshotScreen
from coach.visible import HIDDEN
from tests.safety.test_terminal import PAYLOADS
from tests.tui.conftest import BY_NAME, LESSONS, AppMaker, check, running, screen_text, settled, until
from tests.tui.test_check import open_check


def expect_no_payload(app: App[None], where: str) -> None:
    found = HIDDEN.search(screen_text(app).replace("\n", " "))
    assert not found, (where, found)


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
async def test_no_screen_shows_a_payload_raw(payload: str, make_app: AppMaker) -> None:
    first = BY_NAME["strangers"]
    step = first.steps[0].model_copy(update={"heading": f"A {payload} heading"})
    told = first.model_copy(update={"title": f"A {payload} title", "goal": payload, "steps": (step, *first.steps[1:])})
    async with running(make_app(lessons=(told,))) as pilot:
        expect_no_payload(pilot.app, "home")
        editor = await open_check(pilot)
        editor.load_text(f"ur so ugly {payload}\n{payload} ur such a loser")
        await settled(pilot)
        expect_no_payload(pilot.app, "check")
    async with running(make_app("strangers", lessons=(told,))) as pilot:
        expect_no_payload(pilot.app, "lesson")


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
async def test_no_file_name_and_no_fault_is_shown_raw(payload: str, make_app: AppMaker, tmp_path: Path) -> None:
    path = new_lesson("Late at night", tmp_path)
    path.write_bytes(path.read_bytes().replace(b"minutes: 10", f"minutes: {payload}".encode()))
    app = PreviewApp(path.rename(tmp_path / f"01-{payload.replace('/', '_')}.md"), lambda _: check)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        expect_no_payload(app, "preview")
    async with running(make_app()) as pilot:
        await pilot.app.push_screen(OwnScreenshotScreen())
        await settled(pilot)
        pilot.app.screen.query_one("#path", Input).value = f"/no/{payload}.png"
        pilot.app.screen.query_one("#path", Input).focus()
        await pilot.press("enter")
        await settled(pilot)
        expect_no_payload(pilot.app, "own screenshot")


@pytest.mark.parametrize("trouble", ["damaged", "a folder in its place"])
@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
async def test_what_is_told_of_the_familys_file_is_not_shown_raw(payload: str, trouble: str, tmp_path: Path) -> None:
    path = tmp_path / payload.replace("/", "_") / "f"
    path.parent.mkdir()
    path.mkdir() if trouble != "damaged" else path.write_text("{")
    app = CoachApp(Course(LESSONS), FamilyFile(path), lambda _: check)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: bool(app.screen.query(Toast)))
        await settled(pilot)
        assert "\ufffd" in screen_text(app)
        expect_no_payload(app, "told")


@pytest.mark.parametrize("module", sorted(Path(coach.tui.__file__).parent.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_but_tell_notifies(module: Path) -> None:
    assert module.read_text(encoding="utf-8").count(".notify(") == (module.name == "app.py")
