"""The app around its screens: getting ready, help, the palette, quitting, a family's file in trouble."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual.widgets import Button
from textual.widgets._footer import FooterKey

from coach.counsel import CheckWithCounsel
from coach.course import Course, new_lesson, read_course
from coach.errors import CoachError
from coach.family import FamilyFile
from coach.models import Audience, Family, Message, Report
from coach.tui.app import CoachApp
from coach.tui.checking import Readiness
from coach.tui.commands import commands_here
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.help import HelpScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.lesson import LessonScreen
from coach.tui.screens.sure import SureScreen
from coach.tui.widgets.home_lists import PathList
from tests.tui.conftest import BY_NAME, LESSONS, AppMaker, press, running, screen_text, settled
from tests.uncounselled import Uncounselled


def silent(message: Message) -> Report:
    return Report(message=message)


async def test_typing_goes_on_while_coach_gets_ready(family_file: FamilyFile) -> None:
    may_load = threading.Event()

    def load(_: object) -> CheckWithCounsel:
        may_load.wait(10)
        return Uncounselled(silent)

    app = CoachApp(Course(LESSONS), family_file, load)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.router.check_draft()
        await pilot.pause()
        await pilot.press(*"hello")
        assert isinstance(app.screen, CheckScreen)
        assert app.screen.box.editor.written == "hello"
        assert Readiness.COMING in screen_text(app)
        may_load.set()
        await settled(pilot)
        assert Readiness.READY in screen_text(app)
        assert "Nothing to look at again." in screen_text(app)


async def test_a_checker_that_fails_says_so_and_may_be_tried_again(make_app: AppMaker) -> None:
    tries = []

    def load(_: object) -> CheckWithCounsel:
        tries.append(1)
        if len(tries) == 1:
            raise CoachError("no rules")
        return Uncounselled(silent)

    async with running(make_app(load_check=load)) as pilot:
        assert pilot.app.checker.readiness is Readiness.FAILED  # type: ignore[attr-defined]
        assert Readiness.FAILED in screen_text(pilot.app)
        await pilot.click("ReadyLine Button")
        await settled(pilot)
        assert Readiness.READY in screen_text(pilot.app)


async def test_help_opens_anywhere_and_closes_with_escape_and_f1(make_app: AppMaker) -> None:
    async with running(make_app("strangers")) as pilot:
        for close in ("escape", "f1"):
            await pilot.press("f1")
            await pilot.pause()
            assert isinstance(pilot.app.screen, HelpScreen)
            assert "Child reads" in screen_text(pilot.app)
            await pilot.press(close)
            await pilot.pause()
            assert isinstance(pilot.app.screen, LessonScreen)
        await pilot.press("f1")
        await pilot.pause()
        await pilot.click(Button)
        await pilot.pause()
        assert isinstance(pilot.app.screen, LessonScreen)


async def test_home_stays_where_it_was_until_something_is_finished(make_app: AppMaker) -> None:
    async with running(make_app(), (80, 20)) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        lessons = app.screen.query_one(PathList)
        await press(pilot, "right", *["down"] * 15, *["up"] * 3)
        place = lessons.highlighted, lessons.scroll_y
        assert place[1] > 0
        await press(pilot, "enter", "escape", "escape")
        assert (lessons.highlighted, lessons.scroll_y) == place
        assert lessons.has_focus
        app.router.open_lesson("strangers")
        await settled(pilot)
        app.router.go_home()
        await settled(pilot)
        assert lessons.highlighted == 1, "the cursor is on the lesson that was left"
        app.router.open_lesson(LESSONS[place[0] or 0].name)
        await settled(pilot)
        app.router.go_home()
        await settled(pilot)
        place = lessons.highlighted, lessons.scroll_y
        app.router.settings()
        await press(pilot, "escape")
        assert (lessons.highlighted, lessons.scroll_y) == place
        app.service.played.finish("ai-friends-and-fakes")
        app.router.check_draft()
        await settled(pilot)
        app.router.go_home()
        await settled(pilot)
        assert lessons.has_focus
        assert lessons.highlighted_option is not None
        assert lessons.highlighted_option.id == "lesson:post-together"


async def test_palette_goes_to_a_lesson_and_home(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await pilot.press("ctrl+p", *"lesson 3")
        await settled(pilot)
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, LessonScreen)
        assert pilot.app.screen.lesson.number == 3
        pilot.app.router.go_home()  # type: ignore[attr-defined]
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_quit_by_key_and_from_the_list(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await pilot.press("end", "enter")
        await pilot.pause()
    assert pilot.app.return_code == 0
    async with running(make_app("strangers")) as pilot:
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert pilot.app.return_code == 0


def what_is_said_in(app: CoachApp, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every message to the family, as it comes."""
    said: list[str] = []
    monkeypatch.setattr(app, "notify", lambda words, **_: said.append(words))
    return said


async def test_a_damaged_family_file_is_set_aside_and_named(
    make_app: AppMaker, family_file: FamilyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    family_file.path.parent.mkdir()
    family_file.path.write_bytes(b"{not json")
    app = make_app()
    said = what_is_said_in(app, monkeypatch)
    async with running(app, (120, 40)):
        (words,) = said
        assert "family.broken-1.json" in words
        assert "was moved to" in words
    assert family_file.path.with_name("family.broken-1.json").read_bytes() == b"{not json"


async def test_a_family_file_that_cannot_be_written_is_said_once_and_the_lesson_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("here is no folder", encoding="utf-8")
    app = CoachApp(Course(LESSONS), FamilyFile(blocked / "family.json", patience=0.1), lambda _: Uncounselled(silent))
    said = what_is_said_in(app, monkeypatch)
    async with running(app) as pilot:
        app.router.open_lesson("strangers")
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.step is BY_NAME["strangers"].steps[1]
        assert len(said) == 1


async def test_a_failure_says_why_in_plain_text(make_app: AppMaker) -> None:
    def load(_: object) -> CheckWithCounsel:
        raise CoachError("rules [/lol]\x1b are wrong")

    async with running(make_app(load_check=load)) as pilot:
        assert "Coach cannot check words right now. rules [/lol]\ufffd are wrong" in screen_text(pilot.app)


async def test_a_check_that_fails_does_not_end_the_app(make_app: AppMaker) -> None:
    def broken(message: Message) -> Report:
        raise ValueError(message.text)

    async with running(make_app(load_check=lambda _: Uncounselled(broken))) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        app.router.check_draft()
        await settled(pilot)
        assert isinstance(app.screen, CheckScreen)
        await pilot.press(*"hi")
        await settled(pilot)
        assert Readiness.FAILED in screen_text(app)
        assert app.screen.box.editor.written == "hi"


async def test_leaving_does_not_wait_for_what_is_still_loading(family_file: FamilyFile) -> None:
    may_load = threading.Event()

    def load(_: object) -> CheckWithCounsel:
        may_load.wait(10)
        return Uncounselled(silent)

    app = CoachApp(Course(LESSONS), family_file, load)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("ctrl+q")
    assert app.return_code == 0
    may_load.set()


async def test_palette_finds_a_lesson_by_its_title(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await pilot.press("ctrl+p", *"screenshots")
        await settled(pilot)
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, LessonScreen)
        assert pilot.app.screen.lesson.name == "edited-screenshots"


async def test_footer_has_five_keys_at_most_and_always_help_and_quit(make_app: AppMaker) -> None:
    async with running(make_app("strangers"), (60, 20)) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        for show in (app.router.go_home, app.router.check_draft):
            keys = [key.description for key in app.screen.query(FooterKey)]
            assert len(keys) <= 5
            assert {"Help", "Quit"} <= set(keys)
            show()
            await settled(pilot)


async def test_marks_are_seen_without_colour(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(make_app()) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        app.router.check_draft()
        await settled(pilot)
        assert isinstance(app.screen, CheckScreen)
        app.screen.box.editor.insert("ur so ugly")
        await settled(pilot)
        segments = [segment for strip in app.screen._compositor.render_strips() for segment in strip]
        (marked,) = [segment.style for segment in segments if segment.text == "ur so ugly"]
        assert marked
        assert marked.underline
        assert marked.bold


async def test_the_second_reader_is_silenced_and_asked_again_from_the_palette(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    loaded: list[bool] = []

    def load(family: Family) -> CheckWithCounsel:
        loaded.append(family.rules_only)
        return Uncounselled(silent)

    async with running(make_app(load_check=load)) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        for title, kept in (("Rules only", True), ("Trained checker too", False)):
            (command,) = [one for one in app.commands() if one.title == title]
            command.run()
            await settled(pilot)
            if isinstance(app.screen, SureScreen):
                await press(pilot, "tab", "enter")
            assert family_file.read().rules_only is kept
    assert loaded == [False, True, False]


async def test_own_lessons_stand_apart_and_broken_ones_are_named(family_file: FamilyFile, tmp_path: Path) -> None:
    new_lesson("Late [/night]", tmp_path)
    (tmp_path / "02-broken.md").write_text("x", encoding="utf-8")
    course = read_course([tmp_path], ("school-dares",))
    app = CoachApp(course, family_file, lambda _: Uncounselled(silent), "late-night")
    async with running(app, (80, 50)) as pilot:
        assert "Late [/night]" in screen_text(app)
        assert [one.message for one in app._notifications] == [course.said_of_packs]
        app.router.go_home()
        await settled(pilot)
        shown = screen_text(app)
        assert (
            shown.index("Lessons that you added:") < shown.rindex("Late [/night]") < shown.index("coach lessons lint")
        )


async def test_palette_does_what_the_screen_can_do(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        app.router.check_draft()
        await settled(pilot)
        assert isinstance(app.screen, CheckScreen)
        here = {command.title: command for command in commands_here(app.screen)}
        assert {"Done", "Everybody?", "What if everybody saw it?", "We are done", "Undo"} <= set(here)
        await here["Everybody?"].run()  # type: ignore[misc]
        await settled(pilot)
        seen = [app.screen.box.audience]
        await pilot.press("ctrl+p", *"who gets")
        await settled(pilot)
        await pilot.press("enter", "enter")
        await settled(pilot)
        assert [*seen, app.screen.box.audience] == [Audience.PUBLIC, Audience.GROUP]
