"""What a family reads about who is here and where things are, in a small window and without colour."""

from __future__ import annotations

import pytest

from coach.family import FamilyFile
from coach.models import AgeBand, Family, Member
from coach.models.thread import Between
from coach.threads.chat_walk import MarkedTurn
from coach.tui.app import CoachApp
from coach.tui.screens.chat_answer import ChatAnswerScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.widgets.companion import Companion
from tests.tui.conftest import AppMaker, press, running, screen_text, settled
from tests.tui.states import a_walk

SEATED = Family(was_asked=True, members=(Member(nickname="Robo", age=AgeBand.TEN),), playing="Robo")


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_home_says_that_nobody_has_sat_down_and_where_to(
    make_app: AppMaker, family_file: FamilyFile, size: tuple[int, int]
) -> None:
    async with running(make_app(), size) as pilot:
        said = " ".join(screen_text(pilot.app).split())
        assert "Nobody has sat down, so this is the course for all ages. To sit down, choose: Who is here." in said
    family_file.save(SEATED)
    async with running(make_app(), size) as pilot:
        assert "Nobody has sat down" not in screen_text(pilot.app)


async def test_who_is_here_says_what_sitting_down_does_and_nothing_against_a_choice_of_its_list(
    make_app: AppMaker,
) -> None:
    async with running(make_app()) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        app.router.who_is_here()
        await settled(pilot)
        said = " ".join(screen_text(app).split())
        assert "Sit down, and Coach keeps this child's place in the course." in said
        assert "needs no seat" not in said


async def test_the_heading_of_one_list_names_both_and_help_is_true_there(make_app: AppMaker) -> None:
    async with running(make_app(), (60, 20)) as pilot:
        await press(pilot, "end")
        assert "Today and the path" in screen_text(pilot.app)
        assert "on the right your path" not in await press(pilot, "f1")
    async with running(make_app(), (80, 24)) as pilot:
        assert "Today and the path" not in screen_text(pilot.app)


async def test_the_whole_companion_is_on_home(make_app: AppMaker) -> None:
    async with running(make_app(), (80, 24)) as pilot:
        assert isinstance(pilot.app.screen, HomeScreen)
        figure = pilot.app.screen.query_one(Companion)
        assert figure.size.height == len(str(figure.render()).split("\n")) == 5


async def test_settings_say_that_colours_are_not_seen(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, says in (("", False), ("1", True)):
        monkeypatch.setenv("NO_COLOR", variable)
        async with running(make_app(), (60, 20)) as pilot:
            assert ("off by NO_COLOR" in await press(pilot, "f6")) is says


async def test_the_title_of_an_answer_is_whole_in_a_narrow_window(make_app: AppMaker) -> None:
    async with running(make_app(), (60, 20)) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        mark: MarkedTurn = a_walk().marks[0]
        await app.push_screen(ChatAnswerScreen(app.checker, mark, Between.ONLINE))
        await settled(pilot)
        assert "Nothing you type here is sent or kept." in " ".join(screen_text(app).split())
