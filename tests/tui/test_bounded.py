"""Lists that stop at both ends."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets.option_list import Option

from coach.tui.widgets.bounded import BoundedList, BoundedSelect
from coach.tui.widgets.home_lists import TodayList
from tests.tui.conftest import AppMaker, press, running


class Lists(App[None]):
    def compose(self) -> ComposeResult:
        yield BoundedList(Option("a heading", disabled=True), Option("first"), Option("last"))
        yield BoundedSelect([("eight", 8), ("ten", 10), ("twelve", 12)], value=10, allow_blank=False)


async def test_the_cursor_stops_at_both_ends() -> None:
    app = Lists()
    async with app.run_test() as pilot:
        options, ages = app.query_one(BoundedList), app.query_one(BoundedSelect)
        options.focus()
        await pilot.press("down", "up", "up")
        assert options.highlighted == 1
        await pilot.press("down", "down")
        assert options.highlighted == 2
        ages.focus()
        await pilot.press("enter", "down", "down", "down", "enter")
        assert ages.value == 12


async def test_up_on_the_first_line_of_home_does_not_lead_to_quit(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await press(pilot, "home", "up")
        assert pilot.app.screen.query_one(TodayList).highlighted == 0
