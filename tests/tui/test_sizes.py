"""Screens above each other in a window whose size changes faster than they are drawn."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.screen import Screen

from coach.tui.discreet import DiscreetApp
from coach.tui.screens.too_small import RoomyScreen


class Above(RoomyScreen, Screen[None]):
    """A screen above the first one."""


async def test_a_size_that_is_old_news_is_not_taken() -> None:
    app = DiscreetApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(Above())
        for screen in app.screen_stack:
            screen.post_message(events.Resize(Size(55, 48), Size(55, 48)))
        await pilot.pause()
        assert {screen.outer_size for screen in app.screen_stack} == {Size(80, 24)}
