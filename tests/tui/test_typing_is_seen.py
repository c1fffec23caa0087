"""Whoever types sees the box they type in, on every screen with one, however small the window is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.containers import VerticalScroll

from coach.family import FamilyFile
from coach.models import Lesson, Step
from coach.tui.router import Router
from coach.tui.screens.lesson import LessonScreen
from coach.tui.widgets.draft_editor import DraftEditor
from tests.tui.conftest import LESSONS, AppMaker, running, settled
from tests.tui.states import STATES, State, opened, step


def steps_to_write_in() -> Iterator[tuple[Lesson, Step]]:
    """The longest step of each kind that has a box to write in."""
    for kind in ("rewrite", "duel", "tell"):
        found = [(lesson, one) for lesson in LESSONS for one in lesson.steps if getattr(one, kind)]
        yield from sorted(found, key=lambda each: -sum(len(passage.text) for passage in each[1].passages))[:2]


PLACES = {
    "check": STATES["check"],
    "agreement": STATES["agreement"],
    "first-start": STATES["first-start"],
    "night": State(opened(Router.family_night)),
    **{f"{lesson.name}-{one.slug}": State(step(lesson.name, one.slug)) for lesson, one in steps_to_write_in()},
}


@pytest.mark.parametrize("name", PLACES)
async def test_the_box_comes_into_view_at_the_first_letter(
    make_app: AppMaker, family_file: FamilyFile, name: str
) -> None:
    family_file.save(PLACES[name].family)
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        await PLACES[name].go(pilot)
        screen = pilot.app.screen
        if name == "night" and isinstance(screen, LessonScreen):
            screen.go_to(next(each for each in screen.lesson.steps if each.duel or each.rewrite))
            await settled(pilot)
        for box in screen.query("#own"):
            box.add_class("open")
        await settled(pilot)
        editor = next(each for each in screen.query(DraftEditor) if each.display)
        editor.focus(scroll_visible=False)
        for around in screen.query(VerticalScroll):
            around.scroll_home(animate=False, immediate=True)
        await settled(pilot)
        await pilot.press("a")
        await settled(pilot)
        await pilot.pause(0.1)
        assert editor.has_focus
        assert screen.find_widget(editor).visible_region == editor.region
