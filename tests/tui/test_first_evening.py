"""A family's first evening: what they type is kept, what they press is answered, and every way is reached by keys."""

from __future__ import annotations

import threading

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Button, Input, Select

from coach.counsel import CheckWithCounsel
from coach.course import Course
from coach.family import FamilyFile
from coach.models import NIGHT, AgeBand, Audience, Case, Comfort, Direction, Family, Lesson, Member, StepKind
from coach.tui.app import CoachApp
from coach.tui.messages import Destination, OpenDestination
from coach.tui.screens.agreement import AgreementScreen
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.companions import CompanionsScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.lesson import LessonScreen
from coach.tui.screens.night import NightScreen
from coach.tui.screens.welcome import DRAFT, WAITS, WAITS_FOR_OWN, WelcomeScreen
from coach.tui.screens.who import KEEP, WhoScreen
from coach.tui.who_types import who_types
from coach.tui.widgets.companion import Companion, CompanionLine, CompanyButton
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.flag_entries import EMPTY, WAITING
from coach.tui.widgets.flag_list import FlagList
from coach.tui.widgets.home_lists import IN_NIGHT, TodayList, today_options
from coach.tui.widgets.pick_box import ONE_EACH, PICKED, PickBox
from coach.tui.widgets.rewrite_box import RewriteBox
from coach.tui.widgets.sort_box import SortBox
from tests.tui.conftest import LESSONS, AppMaker, check, press, running, screen_text, settled, until
from tests.tui.test_cases import case
from tests.tui.test_enter import at, is_at_next, lesson
from tests.tui.test_night import duel, night_app

__all__ = ["case", "lesson"]


class SlowLoad:
    """Loads no checker before it may."""

    def __init__(self) -> None:
        self.may_end = threading.Event()

    def __call__(self, _: Family) -> CheckWithCounsel:
        self.may_end.wait(20)
        return check


async def test_tab_pressed_before_coach_is_ready_leaves_its_hint_true(family_file: FamilyFile) -> None:
    load = SlowLoad()
    app = CoachApp(Course(LESSONS), family_file, load)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.pause()
        assert WAITS in screen_text(app)
        editor = app.screen.query_one(DraftEditor)
        editor.load_text("ur such a loser today")
        await pilot.press("tab")
        await pilot.pause()
        load.may_end.set()
        await until(pilot, lambda: app.screen.query_one(FlagList).display)
        await settled(pilot)
        assert WAITS not in screen_text(app)
        await press(pilot, "tab", "enter")
        assert editor.written == "better words [/] today"


@pytest.mark.parametrize("keys", [("h", "a"), ("tab", "tab", "tab", "h", "a")])
async def test_the_first_letter_takes_the_place_of_the_sample(family_file: FamilyFile, keys: tuple[str, ...]) -> None:
    async with running(CoachApp(Course(LESSONS), family_file, lambda _: check)) as pilot:
        editor = pilot.app.screen.query_one(DraftEditor)
        said = await press(pilot, *keys)
        assert editor.written == "ha"
        assert "change the words" not in said
        await press(pilot, "ctrl+z", "ctrl+z")
        assert DRAFT in editor.written, "undo brings it back"


async def test_a_sample_can_be_changed_where_the_cursor_went(family_file: FamilyFile) -> None:
    async with running(CoachApp(Course(LESSONS), family_file, lambda _: check)) as pilot:
        editor = pilot.app.screen.query_one(DraftEditor)
        await press(pilot, "left", "x")
        assert editor.written == f"{DRAFT[:-1]}x{DRAFT[-1]}"


async def test_enter_takes_the_sample_as_it_is(family_file: FamilyFile) -> None:
    async with running(CoachApp(Course(LESSONS), family_file, lambda _: check)) as pilot:
        editor = pilot.app.screen.query_one(DraftEditor)
        await press(pilot, "enter")
        assert editor.written == DRAFT
        assert pilot.app.focused is pilot.app.screen.query_one("#on")


async def test_nobody_is_asked_to_read_an_empty_box_while_coach_gets_ready(family_file: FamilyFile) -> None:
    load = SlowLoad()
    app = CoachApp(Course(LESSONS), family_file, load)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
        await pilot.pause()
        app.screen.query_one("#clear", Button).press()
        await until(pilot, lambda: WAITS_FOR_OWN in screen_text(app))
        assert "Read it out loud" not in screen_text(app)
        load.may_end.set()


async def test_whoever_writes_before_coach_is_ready_reads_that_it_looks_later(make_app: AppMaker) -> None:
    load = SlowLoad()
    app = make_app(load_check=load)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        app.router.check_draft()
        await until(pilot, lambda: bool(app.screen.query(DraftEditor)))
        assert EMPTY in screen_text(app)
        await pilot.press(*"hello")
        await until(pilot, lambda: WAITING in screen_text(app))
        assert EMPTY not in screen_text(app)
        await pilot.press("f4")
        await pilot.pause()
        assert WAITING in screen_text(app), "F4 leaves it there until Coach can look"
        load.may_end.set()
        await until(pilot, lambda: "One message read." in screen_text(app))


async def test_coachs_words_are_offered_only_where_there_are_some(make_app: AppMaker, family_file: FamilyFile) -> None:
    family_file.save(Family())
    async with running(make_app()) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, WelcomeScreen)
        for draft, offers in (("ur such a loser", True), ("ur so ugly", False), ("i hate myself", False)):
            screen.box.editor.load_text(draft)
            await settled(pilot)
            said = " ".join(screen_text(pilot.app).split())
            assert ("press Tab and then Enter to take Coach's" in said) is offers, draft
            assert ("Make it better together" in said) is (draft != "i hate myself"), draft


async def test_the_age_is_said_and_a_typed_name_is_never_lost(make_app: AppMaker, family_file: FamilyFile) -> None:
    async with running(make_app()) as pilot:
        pilot.app.post_message(OpenDestination(Destination.WHO))
        await settled(pilot)
        await press(pilot, *"Max", "enter", "down", "down", "enter")
        said = screen_text(pilot.app)
        assert "Max, 10-11 years." in said
        assert "Now the age" not in said
        assert KEEP in said
        for _ in range(2):
            pilot.app.screen.query_one("#home", Button).focus()
            assert "Max is not kept yet" in await press(pilot, "enter")
            await press(pilot, "shift+tab", "shift+tab", "shift+tab", "x", "backspace")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, WhoScreen), "nor is it lost by Escape"
        await press(pilot, "enter")
        assert "Max (10-11 years)" in screen_text(pilot.app)
    assert family_file.read().members == (Member(nickname="Max", age=AgeBand.TEN),)


async def test_a_name_that_is_not_kept_is_asked_about_before_another_child_comes(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    robo = Member(nickname="Robo", age=AgeBand.EIGHT)
    family_file.save(Family(was_asked=True, members=(robo,), playing="Robo"))
    async with running(make_app()) as pilot:
        pilot.app.post_message(OpenDestination(Destination.WHO))
        await settled(pilot)
        await press(pilot, "right", "enter", *"Max")
        pilot.app.screen.query("SeatCard").first(Button).press()
        await settled(pilot)
        assert "Max is not kept yet" in screen_text(pilot.app)


async def test_nobody_keeps_company_at_once_and_somebody_comes_back(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        home = app.screen.query_one(Companion)
        assert home.region.width
        app.router.choose_companion()
        await settled(pilot)
        await press(pilot, "5")
        assert not home.display
        assert "nobody" in screen_text(app)
        app.screen.query_one(TodayList).highlighted = app.screen.query_one(TodayList).get_option_index("companion")
        await press(pilot, "enter")
        assert isinstance(app.screen, CompanionsScreen)
        assert "Mo the cat" in await press(pilot, "3"), "home says the name, where the family is"
        assert home.display


async def at_end(pilot: Pilot[None]) -> LessonScreen:
    """Answer everything in the first lesson, and go to its end."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    app.router.open_lesson("post-together")
    await settled(pilot)
    screen = app.screen
    assert isinstance(screen, LessonScreen)
    for one in screen.lesson.steps:
        screen.walked.answer(one.slug)
    screen.go_to(None)
    await settled(pilot)
    return screen


async def test_at_the_end_of_a_lesson_the_arrows_lead_to_the_companions(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        app, screen = pilot.app, await at_end(pilot)
        for _ in range(4):
            if isinstance(app.focused, CompanyButton):
                break
            await press(pilot, "up")
        await press(pilot, "enter")
        assert isinstance(app.screen, CompanionsScreen)
        buttons = list(app.screen.query(Button))
        await press(pilot, *["left"] * 6)
        assert buttons[0].has_focus, "arrows stop at the first"
        await press(pilot, *["down"] * 6)
        assert buttons[-1].has_focus, "and at the last"
        await press(pilot, "5")
        assert screen.is_current
        assert not screen.query_one(CompanyButton).display
        assert not screen.query_one(CompanionLine).display
        assert not screen.query_one(Companion).display


async def test_a_companion_that_was_chosen_is_not_offered_at_the_end(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    family_file.save(Family(was_asked=True, comfort=Comfort(companion="nobody")))
    async with running(make_app()) as pilot:
        screen = await at_end(pilot)
        assert not screen.query_one(CompanyButton).display


async def test_an_answer_sorted_wrongly_twice_is_heard(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", lessons=(lesson,))) as pilot:
        await at(pilot, "boxes")
        first = await press(pilot, "2")
        assert "\u201cOnly us two\u201d? Have another look." in first
        again = await press(pilot, "2")
        assert "The same again." in again
        assert "The same again." not in await press(pilot, "1"), "which is right"
        await press(pilot, "enter")
        assert pilot.app.screen.query_one(SortBox)._box == ""
        assert "The same again." not in await press(pilot, "1"), "another thing is not the same"


async def test_one_line_each_is_not_called_a_pick(family_file: FamilyFile) -> None:
    async with running(night_app(family_file)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NightScreen)
        screen.go_to(next(one for one in screen.lesson.steps if one.duel))
        await settled(pilot)
        await duel(pilot, "lets practise", "next time")
        await until(pilot, lambda: bool(screen.query(PickBox)))
        said = " ".join(str(each.render()) for each in screen.query(".answer"))
        assert ONE_EACH in said
        assert PICKED not in said


@pytest.mark.parametrize("count", [1, 9, 40])
def test_a_space_is_between_the_words_and_the_flower(count: int) -> None:
    (had, *_rest) = [str(one.prompt) for one in today_options(None, None, {}, flower=f"\u2741 {count}") if one]
    assert had.endswith(f" \u2741 {count}")
    assert len(had) <= 35, "it fits into the list"


def test_the_sign_of_the_keyboard_says_what_it_means() -> None:
    said = {who_types(kind, "Robo") for kind in StepKind}
    assert all("type" in words for words in said if words)
    for kind in (StepKind.PAUSE, StepKind.SHOW, StepKind.RECEIVED, StepKind.REPORT):
        assert not who_types(kind, "Robo"), "nobody types there"


async def test_a_night_has_one_counter_of_steps(case: Case, family_file: FamilyFile) -> None:
    async with running(CoachApp(Course(LESSONS, cases=(case,)), family_file, lambda _: check, NIGHT)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NightScreen)
        screen.go_to(case.steps[1])
        await settled(pilot)
        assert screen_text(pilot.app).splitlines()[0].count(" of ") == 1


async def test_home_says_that_the_case_was_done_in_family_night(case: Case, family_file: FamilyFile) -> None:
    async with running(CoachApp(Course(LESSONS, cases=(case,)), family_file, lambda _: check, NIGHT)) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        assert isinstance(app.screen, NightScreen)
        app.screen.go_to(case.steps[0])
        await settled(pilot)
        first_shows_what_coach_says = ["f4"]
        await press(pilot, "1", "2", *first_shows_what_coach_says, *["f4"] * len(case.steps))
        app.router.go_home()
        await settled(pilot)
        assert IN_NIGHT in screen_text(app)


async def test_an_answer_goes_to_whoever_wrote(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        pilot.app.post_message(OpenDestination(Destination.CHECK))
        await settled(pilot)
        said = await press(pilot, "f7")
        assert "we're not sure who" in said
        assert "what you got" in said
        await press(pilot, "f8", "down", "down", "down", "enter", "f7")
        screen = pilot.app.screen
        assert isinstance(screen, CheckScreen)
        assert (screen.box.direction, screen.box.audience) == (Direction.DRAFT, Audience.STRANGER)
        await press(pilot, "f7")
        assert screen.query_one(Select).value is Audience.STRANGER


async def test_a_mark_above_what_was_pasted_last_comes_into_view(make_app: AppMaker) -> None:
    async with running(make_app(), (60, 20)) as pilot:
        pilot.app.post_message(OpenDestination(Destination.CHECK))
        await settled(pilot)
        editor = pilot.app.screen.query_one(DraftEditor)
        editor.post_message(events.Paste("\n".join(["ur so ugly", *"abcdef"])))
        await settled(pilot)
        await until(pilot, lambda: editor.scroll_offset.y == 0)
        assert "!!  ur so ugly" in screen_text(pilot.app)
        await press(pilot, "z")
        assert "fz" in screen_text(pilot.app), "whoever types sees what they type"


async def test_enter_on_a_checked_draft_goes_to_the_question(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", lessons=(lesson,))) as pilot:
        await at(pilot, "write")
        box = pilot.app.screen.query_one(RewriteBox)
        box.draft.editor.load_text("i like your hat a lot")
        await press(pilot, "enter", "enter")
        assert pilot.app.focused is box.query_one("#child")
        await press(pilot, "enter", "enter", "enter")
        assert box._agreed == {"child"}, "Enter alone says no yes for the grown-up"
        await press(pilot, "down", "enter")
        assert is_at_next(pilot)


async def test_what_an_agreement_gives_away_is_said_before_it_is_kept(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    async with running(make_app()) as pilot:
        pilot.app.post_message(OpenDestination(Destination.AGREEMENT))
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, AgreementScreen)
        screen.query(DraftEditor).first().focus()
        await press(pilot, *"call 07700 900123")
        await until(pilot, lambda: "everybody who sees the page" in screen_text(pilot.app))
        assert family_file.read().agreement is None
        await press(pilot, "tab", "tab")
        assert pilot.app.focused is screen.query_one("#keep")
        await press(pilot, "enter")
        assert "Kept: 1 promise." in screen_text(pilot.app)
        await press(pilot, "tab")
        assert pilot.app.focused is screen.query_one("#day", Input)
    agreement = family_file.read().agreement
    assert agreement is not None, "nothing is refused"
    assert agreement.child == ("call 07700 900123",)


async def test_an_age_that_was_chosen_first_is_not_asked_for_again(make_app: AppMaker, family_file: FamilyFile) -> None:
    async with running(make_app()) as pilot:
        pilot.app.post_message(OpenDestination(Destination.WHO))
        await settled(pilot)
        assert "Type a name first" in await press(pilot, "tab", "enter", "down", "down", "down", "enter")
        assert "Max, 12-14 years. Press Enter" in await press(pilot, *"Max")
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, WhoScreen)
    assert family_file.read().members == (Member(nickname="Max", age=AgeBand.TWELVE),)
