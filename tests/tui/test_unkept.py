"""Typed words of an agreement are not lost without a question, whichever way leads away from them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Button

from coach.family import FamilyFile
from coach.tui.app import CoachApp
from coach.tui.messages import Destination
from coach.tui.screens.agreement import QUESTION, AgreementScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.unkept import UnkeptScreen
from coach.tui.widgets.draft_editor import DraftEditor
from tests.tui.conftest import AppMaker, running, screen_text, settled, until

WORDS = "we eat without phones"
WAYS: dict[str, Callable[[CoachApp], object]] = {
    "home": lambda app: app.screen.query_one("#home", Button).press(),
    "palette": lambda app: app.router.go_to(Destination.CHECK),
    "quit by palette": lambda app: app.router.go_to(Destination.QUIT),
    "lesson": lambda app: app.router.open_lesson("strangers"),
}


async def type_promise(pilot: Pilot[None]) -> AgreementScreen:
    app = pilot.app
    assert isinstance(app, CoachApp)
    app.router.our_agreement()
    await settled(pilot)
    screen = app.screen
    assert isinstance(screen, AgreementScreen)
    editor = screen.query(DraftEditor).first()
    editor.focus()
    await pilot.press(*WORDS.replace(" ", "_"))
    await settled(pilot)
    return screen


@pytest.mark.parametrize("way", WAYS)
async def test_leaving_asks_and_staying_keeps_what_was_typed(make_app: AppMaker, way: str) -> None:
    app = make_app()
    async with running(app) as pilot:
        screen = await type_promise(pilot)
        WAYS[way](app)
        await settled(pilot)
        assert isinstance(app.screen, UnkeptScreen)
        assert QUESTION in screen_text(app)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen_stack[-1] is screen
        assert screen.query(DraftEditor).first().written == WORDS.replace(" ", "_")


@pytest.mark.parametrize(("answer", "kept"), [("keep", True), ("leave", False)])
async def test_the_answer_is_followed(make_app: AppMaker, family_file: FamilyFile, answer: str, kept: bool) -> None:
    app = make_app()
    async with running(app) as pilot:
        await type_promise(pilot)
        await pilot.press("escape", "escape")
        await settled(pilot)
        app.screen.query_one(f"#{answer}", Button).press()
        await settled(pilot)
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        agreement = family_file.read().agreement
        assert (agreement is not None and WORDS.replace(" ", "_") in agreement.child) is kept


async def test_what_is_kept_or_untouched_is_left_without_a_question(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        screen = await type_promise(pilot)
        assert screen.keep()
        app.router.go_home()
        app.router.our_agreement()
        await settled(pilot)
        app.router.go_home()
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_ctrl_q_asks_once(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        await type_promise(pilot)
        await pilot.press("ctrl+q")
        await settled(pilot)
        assert isinstance(app.screen, UnkeptScreen)
        await pilot.press("ctrl+q")
        assert app.return_code == 0


async def test_the_line_of_keys_says_what_escape_does_in_a_box(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        app.router.check_draft()
        await settled(pilot)
        await until(pilot, lambda: "esc Leave box" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "esc Home" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))


async def test_f7_selects_no_promise_silently_for_the_next_letter_to_wipe_out(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        editor = (await type_promise(pilot)).query(DraftEditor).first()
        await pilot.press("f7", "x")
        await settled(pilot)
        assert editor.written == WORDS.replace(" ", "_") + "x"
