"""A tap in a browser: what is right beside it is pressed, and a phone has room between answers."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Button, Static

from coach.tui.touch import TouchApp
from coach.tui.widgets.practice_box import PracticeBox


class Taps(TouchApp):
    """A button between empty lines, an answer, and a view that scrolls."""

    CSS = "#press { margin: 2 4; width: 12; } VerticalScroll { height: 6; }"

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def compose(self) -> ComposeResult:
        yield Button("Press", compact=True, id="press")
        yield PracticeBox(Button("Answer", compact=True, id="answer"))
        yield VerticalScroll(Static("words"))

    def on_button_pressed(self) -> None:
        self.pressed += 1


@pytest.mark.parametrize(("is_web", "taps"), [(True, [0, 1, 1, 1]), (False, [0, 0, 1, 0])], ids=["browser", "terminal"])
async def test_a_tap_beside_a_button_presses_it_in_a_browser_only(*, is_web: bool, taps: list[int]) -> None:
    with patch.object(Taps, "is_web", is_web):
        app = Taps()
        async with app.run_test(size=(50, 24)) as pilot:
            app.query_one("#press", Button).active_effect_duration = 0
            for line, presses in enumerate(taps):
                app.pressed = 0
                for kind in (events.MouseDown, events.MouseUp):
                    await app.on_event(kind(None, 6, line, 0, 0, 1, False, False, False))
                await pilot.pause()
                assert (line, app.pressed) == (line, presses)


async def test_answers_have_room_between_them_on_a_phone() -> None:
    with patch.object(Taps, "is_web", True):
        app = Taps()
        async with app.run_test(size=(50, 24)) as pilot:
            room = []
            for width in (50, 80):
                await pilot.resize_terminal(width, 24)
                await pilot.pause()
                room.append(app.query_one("PracticeBox Button").styles.margin.bottom)
            assert room == [1, 0]
