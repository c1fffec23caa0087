"""What is typed goes into the family's own words, and what they chose can be changed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Button

from coach.course import today
from coach.family import FamilyFile
from coach.models import Agreement, Family, PromiseWords
from coach.tui.app import CoachApp
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.lesson import LessonScreen
from coach.tui.screens.night import NightScreen
from coach.tui.screens.promising import UNPROMISED
from coach.tui.widgets.chat_box import ChatBox
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.lines import LineBox
from coach.tui.widgets.own_reply_box import OwnReplyBox
from coach.tui.widgets.promise_box import KEPT, PromiseBox
from tests.tui.conftest import LESSONS, AppMaker, press, running, screen_text, settled, until
from tests.tui.states import step
from tests.tui.test_evening_words import PROMISE, go_to_promise
from tests.tui.test_night import night_app


async def test_letters_typed_at_a_promise_are_own_words(make_app: AppMaker, family_file: FamilyFile) -> None:
    async with running(make_app()) as pilot:
        await go_to_promise(pilot)
        for letter in "i show u":  # faster than a line is drawn
            pilot.app.post_message(events.Key("space" if letter == " " else letter, letter))
        await settled(pilot)
        await press(pilot, "enter")
        assert pilot.app.focused is not None
        assert pilot.app.focused.id == "own-parent", "now the grown-up may word theirs"
        assert pilot.app.focused.region.height == 3, "a box that is seen"
        await press(pilot, *"i ask u too")
        await press(pilot, "f4", "f3")
        assert "Grown-up: i ask u too" in screen_text(pilot.app), "typed, not promised yet"
        pilot.app.screen.query_one("#promise", Button).press()
        await settled(pilot)
        assert "Child: i show u" in screen_text(pilot.app)
        assert "Grown-up: i ask u too" in screen_text(pilot.app)
    agreement = family_file.read().agreement
    assert agreement is not None
    assert agreement.sides == (("i show u",), ("i ask u too",))
    assert family_file.read().track.own_words("post-together") == PromiseWords(child="i show u", parent="i ask u too")


async def test_words_typed_and_not_yet_promised_are_there_again(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await go_to_promise(pilot)
        await press(pilot, *"i show", "f4", "f3", *" u")
        assert "i show u" in screen_text(pilot.app)


async def test_own_words_of_a_promise_are_there_again_another_day(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await go_to_promise(pilot)
        await press(pilot, *"i show u", "enter", "enter")
    async with running(make_app()) as pilot:
        screen = await go_to_promise(pilot)
        assert "Child: i show u" in screen_text(pilot.app)
        assert KEPT in screen_text(pilot.app)
        screen.query_one("#change", Button).press()
        await settled(pilot)
        assert screen.query_one("#own", LineBox).value == "i show u"


@pytest.mark.parametrize("leaves", ["quit", "home"])
async def test_own_words_of_a_night_are_there_again(family_file: FamilyFile, leaves: str) -> None:
    async with running(night_app(family_file, promises=("strangers",))) as pilot:
        await go_to_promise_of_night(pilot)
        await press(pilot, *"i wait", "enter", "enter")
        assert isinstance(pilot.app, CoachApp)
        if leaves == "home":
            pilot.app.router.go_home()
            pilot.app.router.family_night()
            await settled(pilot)
            assert "Child: i wait" in screen_text(pilot.app)
    kept = family_file.read()
    async with running(night_app(family_file, **kept.model_dump())) as pilot:
        screen = await go_to_promise_of_night(pilot)
        assert "Child: i wait" in screen_text(pilot.app)
        assert KEPT in screen_text(pilot.app)
        screen.query_one("#change", Button).press()
        await settled(pilot)
        assert screen.query_one("#own", LineBox).value == "i wait"


async def test_own_words_of_a_night_are_there_again_after_its_last_page(family_file: FamilyFile) -> None:
    async with running(night_app(family_file)) as pilot:
        await go_to_promise_of_night(pilot)
        assert "Child: i wait" in await press(pilot, *"i wait", "enter", "enter", "f4", "f3")


async def test_a_night_offers_own_words_of_an_older_promise_and_keeps_them(family_file: FamilyFile) -> None:
    track = {"promises": tuple(lesson.name for lesson in LESSONS), "made": {LESSONS[0].name: {"own": "i wait"}}}
    async with running(night_app(family_file, **track)) as pilot:
        await go_to_promise_of_night(pilot)
        assert "Child: i wait" in screen_text(pilot.app)
        assert KEPT not in screen_text(pilot.app)
        assert "Child: i wait" in await press(pilot, "enter")
    assert family_file.read().track.own_words(LESSONS[0].name).child == "i wait"


@pytest.fixture
def a_day_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Home is looked at on the day after: only then it says what was promised."""
    tomorrow = today() + timedelta(days=1)
    monkeypatch.setattr("coach.tui.screens.home.this_day", lambda: tomorrow)


@pytest.mark.usefixtures("a_day_later")
async def test_escape_leaves_the_line_of_a_promise_and_then_asks_what_becomes_of_it(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    async with running(make_app()) as pilot:
        await go_to_promise(pilot)
        await press(pilot, *"i show u")
        await until(pilot, lambda: "esc Leave box" in screen_text(pilot.app))
        assert "Child: i show u" in await press(pilot, "escape")
        assert UNPROMISED[:50] in await press(pilot, "f4", "escape")
        pilot.app.screen.query_one("#stay", Button).press()
        await settled(pilot)
        assert "Child: i show u" in await press(pilot, "f3")
        await press(pilot, "escape", "escape")
        pilot.app.screen.query_one("#keep", Button).press()
        await until(pilot, lambda: 'Last time you said: "i show u"' in screen_text(pilot.app))
    assert family_file.read().track.own_words("post-together").child == "i show u"


async def test_a_promise_that_was_not_typed_at_is_left_without_a_question(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await go_to_promise(pilot)
        await press(pilot, "enter", "f3", "f4")
        pilot.app.screen.query_one("#change", Button).press()
        await settled(pilot)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)


async def go_to_promise_of_night(pilot: Pilot[None]) -> NightScreen:
    screen = pilot.app.screen
    assert isinstance(screen, NightScreen)
    screen.go_to(next(one for one in screen.lesson.steps if one.promise))
    await settled(pilot)
    return screen


async def test_a_promise_can_be_changed_and_taken_back(make_app: AppMaker, family_file: FamilyFile) -> None:
    async with running(make_app()) as pilot:
        app, screen = pilot.app, await go_to_promise(pilot)
        assert isinstance(app, CoachApp)
        await press(pilot, "enter")
        assert family_file.read().promises == ("post-together",)
        await press(pilot, "f4")
        assert KEPT in await press(pilot, "f3")
        screen.query_one("#change", Button).press()
        await settled(pilot)
        assert PROMISE in screen_text(app), "Coach's sentence is there to be changed"
        await press(pilot, "ctrl+u", *"i ask", "enter", "enter")
        assert "Child: i ask" in await press(pilot, "f4", "f3")
        assert family_file.read().agreement == Agreement(
            child=("i ask",),
            grown_up=family_file.read().agreement.grown_up,  # type: ignore[union-attr]
        )
        screen.query_one("#take-back", Button).press()
        await settled(pilot)
        assert KEPT not in screen_text(app)
        assert family_file.read().promises == ()
        assert family_file.read().agreement is None
        app.router.go_home()
        await settled(pilot)
        assert "Last time you said" not in screen_text(app)


@pytest.mark.usefixtures("a_day_later")
async def test_home_quotes_the_promise_made_last_also_if_it_was_in_the_agreement(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    family_file.save(Family(was_asked=True, agreement=Agreement(child=(PROMISE, "I stop."), grown_up=("I look.",))))
    async with running(make_app(), (120, 40)) as pilot:
        await go_to_promise(pilot)
        await press(pilot, "enter", "f4", "f4")
        assert isinstance(pilot.app, CoachApp)
        pilot.app.router.go_home()
        await settled(pilot)
        assert f'Last time you said: "{PROMISE}"' in " ".join(screen_text(pilot.app).split())


async def test_a_promise_of_another_day_can_be_taken_back(make_app: AppMaker, family_file: FamilyFile) -> None:
    agreed = Agreement(child=(PROMISE, "I stop."), grown_up=("I look.",))
    family_file.save(Family(was_asked=True, promises=("post-together", "strangers"), agreement=agreed))
    async with running(make_app()) as pilot:
        (await go_to_promise(pilot)).query_one("#take-back", Button).press()
        await settled(pilot)
    family = family_file.read()
    assert family.promises == ("strangers",)
    assert family.agreement is not None
    assert family.agreement.child == ("I stop.",)


async def test_a_promise_made_again_at_a_night_is_as_before_once_it_is_taken_back(family_file: FamilyFile) -> None:
    made = tuple(lesson.name for lesson in LESSONS)
    async with running(night_app(family_file, promises=made)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NightScreen)
        screen.go_to(next(one for one in screen.lesson.steps if one.promise))
        await settled(pilot)
        await press(pilot, *"i wait", "enter", "enter")
        assert family_file.read().promises != made
        await press(pilot, "f4", "f3")
        screen.query_one("#take-back", Button).press()
        await settled(pilot)
    assert family_file.read().promises == made
    assert family_file.read().agreement is None


def own_chat() -> tuple[str, str]:
    return next(
        (lesson.name, one.slug) for lesson in LESSONS for one in lesson.steps if one.chat and one.chat.start.own
    )


async def test_letters_typed_at_a_chat_are_an_own_answer(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await step(*own_chat())(pilot)
        await press(pilot, *"no thx 2day")
        assert pilot.app.screen.query_one(OwnReplyBox).editor.written == "no thx 2day"


async def test_letters_typed_before_the_screen_catches_up_are_not_lost(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await step(*own_chat())(pilot)
        await pilot.press(*"nothx")
        await settled(pilot)
        assert pilot.app.screen.query_one(OwnReplyBox).editor.written == "nothx"


async def test_the_pencil_has_the_number_after_the_last_answer(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await step(*own_chat())(pilot)
        box = pilot.app.screen.query_one(ChatBox)
        number = str(len(box.place.replies) + 1)
        assert str(box.query_one("#own", Button).label).startswith(f"{number}  \u270e")
        await press(pilot, number)
        assert box.query(OwnReplyBox)
        await press(pilot, *"ok", "escape", "1")
        assert box.query_one(OwnReplyBox).editor.written == "ok1", "a digit sends no ready answer while one is written"


@pytest.mark.parametrize("kind", ["rewrite", "tell"])
async def test_letters_typed_beside_a_box_go_into_it(make_app: AppMaker, kind: str) -> None:
    lesson, one = next((lesson, one) for lesson in LESSONS for one in lesson.steps if getattr(one, kind))
    async with running(make_app()) as pilot:
        await step(lesson.name, one.slug)(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, LessonScreen)
        for box in screen.query("#own"):
            box.add_class("open")
        screen.query_one("#next", Button).focus()
        await press(pilot, *"z q")
        assert any("z q" in each.written for each in screen.query(DraftEditor))


async def test_a_promise_can_be_put_in_own_words_again(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        screen = await go_to_promise(pilot)
        await press(pilot, *"one", "enter", "enter")
        box = screen.query_one(PromiseBox)
        box.query_one("#change", Button).press()
        await settled(pilot)
        await press(pilot, *" two", "enter", "enter")
        assert isinstance(pilot.app, CoachApp)
        agreement = pilot.app.family.agreement
        assert agreement is not None
        assert agreement.child == ("one two",), "the first words are gone"
