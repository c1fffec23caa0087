"""What was written is gone from memory when its screen is left, and memory does not grow with use."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from weakref import ref

import pytest
from spacy.language import Language
from textual.widget import Widget
from textual.widgets import Button
from textual.widgets._footer import FooterKey

from coach.counsel import CounselledCheck
from coach.engine import build
from coach.engine.reader import weights_at_hand
from coach.models import Catalog, Family
from coach.tui.app import CoachApp
from coach.tui.router import Router
from coach.tui.screens.unkept import UnkeptScreen
from coach.tui.widgets.draft_box import LONG
from coach.tui.widgets.draft_editor import DraftEditor
from tests.let_go import without_collector
from tests.shipped import few_compiled
from tests.soak import PIECES_BOUND, Block, growth, save_certificate, soak
from tests.tui.conftest import AppMaker, check, running, settled

ACTIONS = 20
WAIT = 0.1
"""Seconds between two looks at what is still held."""


@pytest.fixture(scope="module", autouse=True)
def rules_made_before(catalog: Catalog, nlp: Language) -> None:
    """What is shared by all tests is made, and set apart from the collector, before anything is counted."""
    del catalog, nlp
    gc.collect()
    gc.freeze()  # what earlier tests left is not looked through each time that something is counted


def living(kind: type[Widget]) -> int:
    """How many widgets of a kind are held by anything."""
    gc.collect()
    return sum(isinstance(each, kind) for each in gc.get_objects())


def fill(app: CoachApp) -> None:
    for editor in app.screen.query(DraftEditor):
        editor.load_text("dromedary")


@pytest.mark.parametrize("visit", [Router.check_draft, Router.our_agreement])
async def test_what_was_written_is_not_held_when_its_screen_is_left(
    make_app: AppMaker, visit: Callable[[Router], None]
) -> None:
    app = make_app()
    async with running(app) as pilot:
        before = living(Widget)
        for _ in range(2):
            visit(app.router)
            await settled(pilot)
            fill(app)
            await settled(pilot)
            app.router.go_home()
            await settled(pilot)
            if isinstance(app.screen, UnkeptScreen):
                # Not a click of the pilot, which would hold the screen below in this test's own context.
                app.screen.query_one("#leave", Button).press()
                await settled(pilot)
        # asyncio keeps a timer that was stopped, with all that it knew, until it would have been due.
        for _ in range(int(2 * LONG / WAIT)):
            if not living(DraftEditor):
                break
            await pilot.pause(WAIT)
        assert living(DraftEditor) == 0
        assert living(Widget) == before


async def test_the_keys_of_home_are_held_once_however_often_one_comes_back(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        for visit in [app.action_help, app.router.settings, app.router.picture_lab] * 2:
            visit()
            await settled(pilot)
            app.router.go_home()
            await settled(pilot)
        keys = living(FooterKey)
        assert 0 < keys == len(app.screen.query(FooterKey))


async def test_each_change_of_who_checks_drafts_lets_the_pipeline_before_go(make_app: AppMaker) -> None:
    """Also what `gc.freeze` set apart after the first was loaded."""
    made = list[ref[Language]]()

    def load(family: Family) -> CounselledCheck:
        nlp = build(few_compiled(), weights=None if family.rules_only else weights_at_hand())
        made.append(ref(nlp))
        return CounselledCheck(nlp)

    app = make_app(load_check=load)
    async with running(app) as pilot:
        with without_collector():
            for _ in range(3):
                app.router.check_draft()
                await settled(pilot)
                fill(app)
                await settled(pilot)
                app.router.settings()
                await settled(pilot)
                app.service.turn("reader")
                await settled(pilot)
            assert [nlp() is not None for nlp in made] == [False, False, False, True]


async def test_after_many_actions_no_more_is_held_than_the_screens_that_are_open() -> None:
    """The short form of `python -m tests.soak`; takes some five seconds."""
    before = living(Widget)
    told = list[Block]()
    memory = await soak(ACTIONS, lambda _: check, told.append)
    assert len(memory) == 20
    assert living(Widget) - before < 200
    assert told == memory


async def test_what_makes_pages_is_loaded_before_memory_is_counted(tmp_path: Path, make_app: AppMaker) -> None:
    """And whatever the soak saves lies in a home of its own."""
    app = make_app()
    async with running(app) as pilot:
        with pytest.MonkeyPatch.context() as home:
            home.setenv("HOME", str(tmp_path))
            home.setenv("USERPROFILE", str(tmp_path))
            await save_certificate(pilot, app)
    assert [each.suffix for each in tmp_path.glob("*.pdf")] == [".pdf"]


def test_growth_is_told_for_each_action_after_the_first_quarter() -> None:
    def used(slope: int) -> list[Block]:
        return [Block(at, 80, 900_000 + max(at, 500) * slope) for at in range(100, 2_100, 100)]

    assert growth(used(0)) == pytest.approx(0)
    assert growth(used(100)) == pytest.approx(100)
    assert growth(used(100)) > PIECES_BOUND > growth(used(0))


def test_what_is_loaded_is_old_and_in_the_command_set_apart() -> None:
    """Otherwise the next collections of young objects, or each full one, would walk all of the rules."""
    program = """
import gc, coach
from coach.cli.lifecycle import keep_quiet, set_apart
nlp = coach.load(second_reader=False)
set_apart()
print(sum(len(gc.get_objects(generation)) for generation in (0, 1)) < 20_000 < len(gc.get_objects(2)))
print(gc.get_freeze_count())
keep_quiet()
set_apart()
print(gc.get_freeze_count() > 20_000)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n0\nTrue\n"
