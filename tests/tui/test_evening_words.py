"""What a family reads about who is here and where things are, in a small window and without colour."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Button

from coach.course import today
from coach.family import FamilyFile
from coach.models import AgeBand, Agreement, Family, Member, Track
from coach.models.thread import Between
from coach.threads.chat_walk import MarkedTurn
from coach.tui.app import CoachApp
from coach.tui.screens.chat_answer import ChatAnswerScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.lesson import LessonScreen
from coach.tui.widgets.companion import Companion
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.last_page import DONE, ENDED
from coach.tui.widgets.lines import LineBox
from coach.tui.widgets.promise_box import PromiseBox
from tests.tui.conftest import AppMaker, press, running, screen_text, settled
from tests.tui.states import a_walk

SEATED = Family(was_asked=True, members=(Member(nickname="Robo", age=AgeBand.TEN),), playing="Robo")


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_home_says_that_it_has_no_name_and_where_to_type_one(
    make_app: AppMaker, family_file: FamilyFile, size: tuple[int, int]
) -> None:
    async with running(make_app(), size) as pilot:
        said = " ".join(screen_text(pilot.app).split())
        assert (
            "Coach has no name for you yet, so this is the course for all ages. To type one, choose: Who is here."
            in said
        )
    family_file.save(SEATED)
    async with running(make_app(), size) as pilot:
        assert "Coach has no name for you yet" not in screen_text(pilot.app)


async def test_who_is_here_says_what_keeping_a_name_does_and_nothing_against_a_choice_of_its_list(
    make_app: AppMaker,
) -> None:
    async with running(make_app()) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        app.router.who_is_here()
        await settled(pilot)
        said = " ".join(screen_text(app).split())
        assert "Keep the name, and Coach remembers how far this child is." in said
        assert "needs none" not in said


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
    monkeypatch.delenv("NO_COLOR", raising=False)
    for says in (False, True):
        if says:
            monkeypatch.setenv("NO_COLOR", "1")
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


PROMISE = "Before I post, I show you, and we look five times."
OWN = "I ask you about a picture before I post it."


async def go_to_promise(pilot: Pilot[None]) -> LessonScreen:
    """Open the step where the family promises."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    app.router.open_lesson("post-together")
    await settled(pilot)
    assert isinstance(app.screen, LessonScreen)
    app.screen.go_to(next(step for step in app.screen.lesson.steps if step.promise))
    await settled(pilot)
    return app.screen


async def test_a_promise_in_own_words_is_what_home_and_the_agreement_show(
    make_app: AppMaker, family_file: FamilyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    family_file.save(SEATED.model_copy(update={"members": (Member(nickname="Robo", age=AgeBand.TWELVE),)}))
    async with running(make_app(), (120, 40)) as pilot:
        screen = await go_to_promise(pilot)
        screen.query_one("#change", Button).press()
        await settled(pilot)
        screen.query_one("#own", LineBox).value = OWN
        screen.query_one(PromiseBox).query_one(Button).press()
        await settled(pilot)
        assert OWN in " ".join(screen_text(pilot.app).split())
        assert isinstance(pilot.app, CoachApp)
        pilot.app.router.go_home()
        await settled(pilot)
        assert "Last time you said" not in screen_text(pilot.app), "it was said a moment ago"
    tomorrow = today() + timedelta(days=1)
    monkeypatch.setattr("coach.tui.screens.home.this_day", lambda: tomorrow)
    async with running(make_app(), (120, 40)) as pilot:
        said = screen_text(pilot.app)
        assert f'Last time you said: "{OWN}"' in said
        assert "five times" not in said
    agreement = family_file.read().agreement
    assert agreement is not None
    assert agreement.child == (OWN,)
    assert len(agreement.grown_up) == 1


async def test_a_promise_worded_anew_in_the_agreement_is_worded_so_on_home(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    track = Track(promises=("post-together",))
    agreed = Agreement(child=("An old one.", OWN), grown_up=("I look.",))
    family_file.save(SEATED.model_copy(update={"tracks": {"Robo": track}, "agreement": agreed}))
    async with running(make_app(), (120, 40)) as pilot:
        said = " ".join(screen_text(pilot.app).split())
        assert f'Last time you said: "{OWN}"' in said
        assert "five times" not in said


@pytest.mark.parametrize("age", [AgeBand.EIGHT, AgeBand.TWELVE])
async def test_own_words_are_an_equal_choice_and_begin_with_an_empty_line(
    make_app: AppMaker, family_file: FamilyFile, age: AgeBand
) -> None:
    family_file.save(SEATED.model_copy(update={"members": (Member(nickname="Robo", age=age),)}))
    async with running(make_app()) as pilot:
        box = (await go_to_promise(pilot)).query_one(PromiseBox)
        coachs, own = (box.query_one(each, Button) for each in ("#promise", "#change"))
        assert coachs.variant == own.variant
        assert (coachs.region.y, str(own.label)) == (own.region.y, "In our own words")
        assert not box.query_one(LineBox).display
        await press(pilot, "down", "enter")
        assert not box.query_one(LineBox).value
        assert "Child: I ask" in await press(pilot, *"I ask", "enter", "enter")
    assert family_file.read().track.own_words("post-together").child == "I ask"


async def test_an_arrow_goes_from_one_choice_to_the_other_and_never_past_the_promise(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        screen = await go_to_promise(pilot)
        box, step = screen.query_one(PromiseBox), screen.step
        coachs, own = (box.query_one(each, Button) for each in ("#promise", "#change"))
        coachs.focus()
        await press(pilot, "right", "right")
        assert own.has_focus
        await press(pilot, "left", "left")
        assert coachs.has_focus
        assert screen.step is step


@pytest.mark.parametrize("promises", [False, True])
async def test_the_end_says_whether_the_promise_was_made(make_app: AppMaker, promises: bool) -> None:
    async with running(make_app(), (80, 24)) as pilot:
        screen = await go_to_promise(pilot)
        for step in screen.lesson.steps:
            screen.walked.answer(step.slug)
        if promises:
            screen.query_one(PromiseBox).query_one(Button).press()
            await settled(pilot)
        screen.go_to(None)
        await settled(pilot)
        said = screen_text(pilot.app)
        assert (DONE in said) is promises
        assert (ENDED in said) is not promises
        if not promises:
            screen.query(".open").first(Button).press()
            await settled(pilot)
            assert screen.query(PromiseBox)


async def test_ctrl_end_goes_on_with_the_last_promise_and_keeping_says_how_many_there_are(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    family_file.save(SEATED.model_copy(update={"agreement": Agreement(child=("I ask",), grown_up=("I look.",))}))
    async with running(make_app(), (60, 20)) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        app.router.our_agreement()
        await settled(pilot)
        editor = app.screen.query(DraftEditor).first()
        editor.focus()
        await press(pilot, "ctrl+end", "space", *"you")
        app.screen.query_one("#keep", Button).press()
        await settled(pilot)
        assert "Kept: 2 promises." in screen_text(app)
    agreement = family_file.read().agreement
    assert agreement is not None
    assert agreement.child == ("I ask you",)


async def test_a_new_promise_of_a_lesson_comes_into_an_agreement_that_is_there(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    family_file.save(SEATED.model_copy(update={"agreement": Agreement(child=("I ask.",), grown_up=("I look.",))}))
    async with running(make_app()) as pilot:
        (await go_to_promise(pilot)).query_one(PromiseBox).query_one(Button).press()
        await settled(pilot)
    agreement = family_file.read().agreement
    assert agreement is not None
    assert agreement.child == ("I ask.", PROMISE)
