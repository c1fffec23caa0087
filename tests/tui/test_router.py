"""The router opens every destination, one screen above home at a time."""

from __future__ import annotations

import pytest

from coach.tui.commands import commands_of
from coach.tui.messages import Destination
from coach.tui.screens.care import CareScreen
from coach.tui.screens.help import HelpScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.widgets.home_lists import ACTIONS
from tests.tui.conftest import AppMaker, running, settled

ABOVE = {Destination.CARE: CareScreen, Destination.HELP: HelpScreen}
"""What opens above any screen, and closes when it is opened again."""


@pytest.mark.parametrize("destination", [each for each in Destination if each is not Destination.QUIT])
async def test_every_destination_opens_and_leads_home(make_app: AppMaker, destination: Destination) -> None:
    app = make_app()
    async with running(app) as pilot:
        app.router.check_draft()
        await settled(pilot)
        below = app.screen
        app.router.go_to(destination)
        await settled(pilot)
        assert app.screen is not below
        if destination in ABOVE:
            assert isinstance(app.screen, ABOVE[destination])
            app.router.go_to(destination)
            assert app.screen is below
        app.router.go_home()
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_quit_is_a_destination(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        app.router.go_to(Destination.QUIT)
        await pilot.pause()
    assert app.return_code == 0


async def test_home_and_palette_offer_every_destination(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app):
        commands = list(commands_of(app.router, app.service))
    assert set(ACTIONS) == set(Destination) - {Destination.WELCOME}
    assert len(commands) == len(ACTIONS) + len(app.router.lessons) + 4
