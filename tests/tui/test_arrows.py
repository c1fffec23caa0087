"""Arrows move between the buttons of a row, and out of a line, on every screen."""

from __future__ import annotations

import pytest
from textual.app import App

from coach.family import FamilyFile
from coach.models import Family
from coach.tui.messages import Destination, OpenDestination
from coach.tui.screens.picture_lab import PictureLabScreen
from tests.tui.conftest import AppMaker, press, running, settled


def focused(app: App[None]) -> str | None:
    return app.focused.id if app.focused else None


async def test_right_leads_from_yes_to_not_today_before_a_chat(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        app.router.look_at_chat()
        await settled(pilot)
        for key, reached in (("right", "home"), ("right", "home"), ("left", "agree"), ("left", "agree")):
            await press(pilot, key)
            assert focused(app) == reached, key


async def test_the_ways_of_the_welcome_screen_are_a_row(make_app: AppMaker, family_file: FamilyFile) -> None:
    family_file.save(Family())
    async with running(make_app()) as pilot:
        await press(pilot, "escape")
        for key, reached in (("right", "clear"), ("left", "on")):
            await press(pilot, key)
            assert focused(pilot.app) == reached, key
        await press(pilot, "up")
        assert pilot.app.screen.query_one("DraftEditor").has_focus


async def test_down_leaves_a_line_of_the_picture_lab(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        app.router.show(PictureLabScreen(seed=1))
        await settled(pilot)
        for key, reached in (("down", "name"), ("up", "words"), ("left", "words")):
            await press(pilot, key)
            assert focused(app) == reached, key
        await press(pilot, "down", "down", "down", "down")
        assert focused(app) == "fix"


@pytest.mark.parametrize("place", [Destination.CHECK, Destination.WHO])
async def test_the_buttons_at_the_foot_are_a_row(make_app: AppMaker, place: Destination) -> None:
    app = make_app()
    async with running(app) as pilot:
        app.post_message(OpenDestination(place))
        await settled(pilot)
        row = [each for each in app.screen.query("#ways Button") if each in app.screen.focus_chain]
        row[0].focus()
        for button in row[1:]:
            await press(pilot, "right")
            assert app.focused is button
        await press(pilot, "right")
        assert app.focused is row[-1]
