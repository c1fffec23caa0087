"""What is loaded is set apart from the garbage collector once, and never a screen with words on it."""

from __future__ import annotations

import gc
from threading import Event
from weakref import ref

import pytest

from coach.counsel import CheckWithCounsel
from coach.models import Family
from coach.tui import set_apart
from coach.tui.app import CoachApp
from coach.tui.checking import Readiness
from coach.tui.widgets.draft_editor import DraftEditor
from tests.tui.conftest import AppMaker, check, running, settled, until


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What the editors held whenever everything was set apart."""
    gc.collect()
    seen = list[list[str]]()

    def freeze() -> None:
        seen.append([each.text for each in gc.get_objects() if type(each) is DraftEditor])

    monkeypatch.setattr(gc, "get_freeze_count", lambda: len(seen))
    monkeypatch.setattr(gc, "freeze", freeze)
    monkeypatch.setattr(set_apart, "REST", 0.6)  # longer than a draft's own timers
    return seen


async def test_it_is_done_once_as_soon_as_all_is_loaded(make_app: AppMaker, frozen: list[list[str]]) -> None:
    app = make_app()
    async with running(app) as pilot:
        assert frozen == [[]]
        app.router.check_draft()
        await settled(pilot)
        app.router.go_home()
        app.get_ready()
        await settled(pilot)
        assert frozen == [[]]


async def test_nothing_is_set_apart_where_loading_failed(make_app: AppMaker, frozen: list[list[str]]) -> None:
    def fail(_: Family) -> CheckWithCounsel:
        raise ValueError

    app = make_app(load_check=fail)
    async with running(app):
        assert app.checker.readiness is Readiness.FAILED
        assert frozen == []


async def test_a_draft_written_while_coach_was_loading_is_let_go_first(
    make_app: AppMaker, frozen: list[list[str]]
) -> None:
    may_load = Event()

    def load(_: Family) -> CheckWithCounsel:
        may_load.wait()
        return check

    app = make_app(load_check=load)
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.has_begun)
        app.router.check_draft()
        await until(pilot, lambda: bool(app.screen.query(DraftEditor)))
        editor = ref(app.screen.query_one(DraftEditor))
        write(app)
        may_load.set()
        await settled(pilot)
        assert app.checker.is_ready
        assert frozen == []
        for _ in range(20):  # at the first rest that finds nothing held
            if not frozen:
                app.router.go_home()
                await pilot.pause(2 * set_apart.REST)
        assert frozen == [[]]
        assert editor() is None


def write(app: CoachApp) -> None:
    app.screen.query_one(DraftEditor).load_text("dromedary")
