"""A screen opens without work that nobody sees: it is styled once, laid out once for a size, and has its keys at once."""

from __future__ import annotations

import pytest
from textual.dom import DOMNode
from textual.geometry import Size
from textual.screen import Screen

from coach.tui.app import CoachApp
from coach.tui.screens.check import CheckScreen
from coach.tui.widgets.lines import KeyLine
from tests.tui.conftest import AppMaker, has_help_and_quit, running, settled


async def test_a_screen_that_opens_is_styled_once(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    styled, update = list[int](), CoachApp.update_styles

    def updated(app: CoachApp, node: DOMNode, animate: bool = True) -> None:
        if isinstance(node, CheckScreen):
            styled.append(len(node.children))
        update(app, node, animate)

    monkeypatch.setattr(CoachApp, "update_styles", updated)
    app = make_app()
    async with running(app) as pilot:
        app.router.check_draft()
        await settled(pilot)
        assert {"-normal", "-tall"} <= app.screen.classes
        assert not any(styled), "what it contains was styled when it was put there"


async def test_a_size_is_laid_out_for_once(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out, resized = list[Screen[object]](), Screen._screen_resized

    def lay_out(screen: Screen[object], size: Size) -> None:
        laid_out.append(screen)
        resized(screen, size)

    monkeypatch.setattr(Screen, "_screen_resized", lay_out)
    app = make_app()
    async with running(app) as pilot:
        laid_out.clear()
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        assert len(laid_out) == len(set(laid_out)) == len(app.screen_stack)
        assert app.screen.outer_size == app.size


async def test_a_screen_has_its_keys_at_once(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    async def not_anew(line: KeyLine) -> None:
        del line

    app = make_app()
    async with running(app) as pilot:
        monkeypatch.setattr(KeyLine, "recompose", not_anew)
        app.router.our_agreement()
        await settled(pilot)
        assert has_help_and_quit(app)
