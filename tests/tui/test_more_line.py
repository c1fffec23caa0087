"""Whatever can be scrolled says that more is below, on small screens too."""

from __future__ import annotations

import pytest
from textual.containers import VerticalScroll

from coach.models.lesson import QUESTIONS
from coach.tui.app import CoachApp
from coach.tui.widgets.flag_list import FlagList
from coach.tui.widgets.more_line import MORE, has_more
from coach.tui.widgets.step_view import StepView
from tests.tui.conftest import BY_NAME, AppMaker, press, running, screen_text, settled

SIZES = [(80, 24), (60, 20)]


async def scrolled_to_the_end(app: CoachApp, scroller: VerticalScroll) -> None:
    """Check the sign at the top and at the end."""
    assert has_more(scroller)
    assert MORE in screen_text(app)
    scroller.scroll_end(animate=False, immediate=True)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["f1", "f2"])
async def test_help_and_people_who_help_say_that_more_is_below(
    make_app: AppMaker, key: str, size: tuple[int, int]
) -> None:
    app = make_app()
    async with running(app, size) as pilot:
        await press(pilot, key)
        await scrolled_to_the_end(app, app.screen.query_one(VerticalScroll))
        await settled(pilot)
        assert MORE not in screen_text(app)


async def test_the_reasons_for_a_draft_say_that_more_is_below(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        app.router.check_draft()
        await settled(pilot)
        assert MORE not in screen_text(app)
        await press(pilot, *"ur so ugly i hate myself ur such a loser")
        await scrolled_to_the_end(app, app.screen.query_one(FlagList))
        await settled(pilot)
        assert MORE not in screen_text(app)


async def test_the_last_page_of_a_lesson_says_that_more_is_below(make_app: AppMaker) -> None:
    lesson = BY_NAME["post-together"]
    question = next(step for step in lesson.steps if step.kind in QUESTIONS)
    many = tuple(question.model_copy(update={"slug": f"{question.slug}-{number}"}) for number in range(12))
    app = make_app(lesson.name, (lesson.model_copy(update={"steps": many}),))
    async with running(app, (60, 20)) as pilot:
        await press(pilot, *["f4"] * len(many))
        assert not app.screen.query(StepView)
        await scrolled_to_the_end(app, app.screen.query_one("#step > VerticalScroll", VerticalScroll))
        await settled(pilot)
        assert MORE not in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_talk_before_a_chat_says_that_more_is_below(make_app: AppMaker, size: tuple[int, int]) -> None:
    app = make_app()
    async with running(app, size) as pilot:
        app.router.look_at_chat()
        await settled(pilot)
        talk = app.screen.query_one("#step VerticalScroll", VerticalScroll)
        assert (MORE in screen_text(app)) == has_more(talk)
        if has_more(talk):
            await scrolled_to_the_end(app, talk)
            await settled(pilot)
            assert MORE not in screen_text(app)
