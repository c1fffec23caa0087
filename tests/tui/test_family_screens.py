"""Who is here, settings, the agreement, people who help: by keyboard and mouse, and kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Button, Input, Select

from coach.course import Course, read_lesson
from coach.family import FamilyFile, NicknameTrouble, join, promise
from coach.models import AgeBand, Family, Member
from coach.tui.app import CoachApp
from coach.tui.preferences import THEME_NAMES
from coach.tui.screens.care import CareScreen
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.settings import LANGUAGES, SettingsScreen
from coach.tui.screens.sure import SureScreen
from coach.tui.screens.welcome import BETTER, CALM, WelcomeScreen
from coach.tui.screens.who import AGE_FIRST, CHANGED, FORGOTTEN, TROUBLES, WhoScreen
from coach.tui.widgets.draft_box import DraftBox
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.seat_card import SeatCard
from tests.course.writing import write
from tests.tui.conftest import (
    BY_NAME,
    LESSONS,
    AppMaker,
    check,
    has_help_and_quit,
    press,
    running,
    screen_text,
    settled,
    until,
)


def first_app(family_file: FamilyFile) -> CoachApp:
    return CoachApp(Course(LESSONS), family_file, lambda _: check)


async def test_the_first_start_lets_both_try_a_draft_then_asks_who_is_here_once(family_file: FamilyFile) -> None:
    async with running(first_app(family_file)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, WelcomeScreen)
        screen.box.editor.load_text("ur so ugly")
        await until(pilot, lambda: "!! pause" in screen_text(pilot.app))
        screen.box.editor.load_text("asdf jkl?")
        await until(pilot, lambda: CALM[:40] in screen_text(pilot.app))
        screen.box.editor.load_text("it looks ugly, i was cross")
        await until(pilot, lambda: BETTER[:40] in screen_text(pilot.app))
        await pilot.press("f4")
        await settled(pilot)
        assert isinstance(pilot.app.screen, WhoScreen)
        await pilot.press("enter")
        await settled(pilot)
        assert TROUBLES[NicknameTrouble.EMPTY] in screen_text(pilot.app)
        await pilot.press(*"[/b]ean", "enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, WhoScreen)  # the age is asked for first
        await pilot.press("escape", "tab", "enter")
        await settled(pilot)
        assert AGE_FIRST in screen_text(pilot.app), "no age is taken for granted"
        await pilot.press("enter", *["down"] * 3, "enter")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Hello, [/b]ean (12-14 years) and your grown-up!" in screen_text(pilot.app)
    assert family_file.read().members == (Member(nickname="[/b]ean", age=AgeBand.TWELVE),)
    async with running(first_app(family_file)) as pilot:
        assert isinstance(pilot.app.screen, HomeScreen)


async def test_tab_and_enter_take_the_first_rewrite_wherever_the_cursor_is(family_file: FamilyFile) -> None:
    async with running(first_app(family_file)) as pilot:
        editor = pilot.app.screen.query_one(DraftBox).editor
        editor.load_text("ur so ugly and so on")
        editor.move_cursor(editor.document.end)
        await until(pilot, lambda: "After:" in screen_text(pilot.app))
        await pilot.press("tab", "enter")
        await settled(pilot)
        assert editor.written == "better words [/] and so on"


async def test_a_draft_of_their_own_without_a_flag_is_not_called_better(family_file: FamilyFile) -> None:
    async with running(first_app(family_file)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, WelcomeScreen)
        screen.box.editor.load_text("ur so ugly")
        await until(pilot, lambda: "!! pause" in screen_text(pilot.app))
        await pilot.click("#clear")
        await pilot.press(*"good luck")
        await until(pilot, lambda: CALM[:40] in screen_text(pilot.app))


async def test_the_family_may_go_on_without_a_nickname(family_file: FamilyFile) -> None:
    async with running(first_app(family_file)) as pilot:
        await pilot.press("f4")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, WelcomeScreen), "there is a way back"
        await pilot.press("f4")
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
    assert family_file.read() == Family(was_asked=True)


async def test_children_take_turns_and_may_be_forgotten(family_file: FamilyFile) -> None:
    family_file.save(join(join(Family(), "Bean", AgeBand.TEN), "Moss", AgeBand.EIGHT))
    app = first_app(family_file)
    async with running(app) as pilot:
        assert isinstance(app.screen, WhoScreen)
        assert app.screen.focused is list(app.screen.query(SeatCard))[1]
        await pilot.press("left", "left", "up", "enter")
        await settled(pilot)
        assert "Hello, Bean" in screen_text(app)
        app.router.who_is_here()
        await settled(pilot)
        await pilot.press("right", "right", "enter")
        app.screen.query_one(Input).value = "bean"
        await pilot.press("enter")
        await settled(pilot)
        assert TROUBLES[NicknameTrouble.TAKEN] in screen_text(app)
        await pilot.click("#forget")
        for key in ("enter", "right"):
            await pilot.press("2")
            await settled(pilot)
            assert isinstance(app.screen, SureScreen)
            assert len(family_file.read().members) == 2
            await pilot.press(*["tab"] * (key == "right"), "enter")
            await settled(pilot)
        assert FORGOTTEN in screen_text(app)
    assert [member.nickname for member in family_file.read().members] == ["Bean"]


async def test_a_childs_name_and_age_change_and_its_progress_stays(family_file: FamilyFile) -> None:
    family_file.save(promise(join(join(Family(), "Bean", AgeBand.TEN), "Moss", AgeBand.EIGHT), "strangers"))
    app = first_app(family_file)
    async with running(app) as pilot:
        await pilot.click("#change")
        await pilot.press("2")
        await settled(pilot)
        assert "Press the child" not in screen_text(app)
        app.screen.query_one(Input).value = "Mossy"
        await pilot.press("enter", "down", "enter")
        await settled(pilot)
        assert CHANGED in screen_text(app)
    family = family_file.read()
    assert [(member.nickname, member.age) for member in family.members][1] == ("Mossy", AgeBand.TEN)
    assert family.playing == "Mossy"
    assert family.track.promises == ("strangers",)


async def test_only_ages_of_children_are_to_choose_from(family_file: FamilyFile) -> None:
    family_file.save(join(Family(), "Bean", AgeBand.TEN))
    app = first_app(family_file)
    async with running(app) as pilot:
        app.router.who_is_here()
        await settled(pilot)
        said = await press(pilot, "right", "enter", *"mum", "enter")
        assert "12-14 years" in said
        assert "a grown-up" not in said
        assert "Close the list" in said, "the last line says what Escape does"


async def test_two_children_are_asked_before_the_lesson_that_was_named(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    family_file.save(join(join(Family(), "Bean", AgeBand.TEN), "Moss", AgeBand.EIGHT))
    app = make_app("strangers")
    async with running(app) as pilot:
        assert isinstance(app.screen, WhoScreen)
        await pilot.press("1")
        await settled(pilot)
        assert "Bean reads" in screen_text(app)


async def test_the_child_is_called_by_its_nickname_and_told_when_to_type(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    family_file.save(join(Family(), "[/b]ean", AgeBand.TEN))
    async with running(make_app("strangers")) as pilot:
        assert "\u25cf [/b]ean reads" in screen_text(pilot.app)
        await pilot.press("f4")
        await settled(pilot)
        assert "\u2328 [/b]ean types" in screen_text(pilot.app).splitlines()[0]


@pytest.mark.parametrize(("band", "words"), [(AgeBand.TEN, "Small."), (AgeBand.TWELVE, "Big.")])
async def test_a_lesson_shows_the_words_for_the_childs_age(
    make_app: AppMaker, family_file: FamilyFile, tmp_path: Path, band: AgeBand, words: str
) -> None:
    family_file.save(join(Family(), "Bean", band))
    path = write(tmp_path, "## Here\n\n> [!CHILD 8-10]\n> Small.\n\n> [!CHILD 11-14]\n> Big.\n")
    async with running(make_app("some", (read_lesson(path),))) as pilot:
        text = screen_text(pilot.app)
        assert {said for said in ("Small.", "Big.") if said in text} == {words}


async def test_what_was_promised_last_greets_the_family(make_app: AppMaker, family_file: FamilyFile) -> None:
    family_file.save(promise(Family(was_asked=True), "strangers"))
    async with running(make_app(), (120, 40)) as pilot:
        said = BY_NAME["strangers"].steps[-1].promise
        assert said is not None
        assert f'Last time you said: "{said.child}"' in screen_text(pilot.app)


async def test_settings_change_at_once_and_last(make_app: AppMaker, family_file: FamilyFile) -> None:
    app = make_app()
    async with running(app) as pilot:
        app.router.settings()
        await settled(pilot)
        assert LANGUAGES in screen_text(app)
        await pilot.press("down")  # from the country to the colours
        seen = []
        for _ in THEME_NAMES:
            await pilot.press("enter")
            await settled(pilot)
            seen.append(app.theme)
            assert f"Colours: {THEME_NAMES[app.theme]}" in " ".join(screen_text(app).split())
        assert set(seen) == set(THEME_NAMES)
        await pilot.press("enter")
        await pilot.press("down", "enter", "down", "enter", "down", "enter")
        await settled(pilot)
        assert isinstance(app.screen, SureScreen), "fewer checks are not one key away"
        await pilot.press("tab", "enter")
        await settled(pilot)
        assert app.screen.has_class("-roomy") or app.has_class("-roomy")
    comfort, theme = family_file.read().comfort, app.theme
    assert (comfort.theme, comfort.is_roomy, comfort.moves) == (theme, True, False)
    assert family_file.read().rules_only
    async with running(make_app()) as pilot:
        assert pilot.app.theme == theme


async def test_an_unknown_theme_is_as_none(make_app: AppMaker, family_file: FamilyFile) -> None:
    family = Family(was_asked=True)
    family_file.save(family.model_copy(update={"comfort": family.comfort.model_copy(update={"theme": "no-such"})}))
    async with running(make_app()) as pilot:
        assert pilot.app.theme == "coach-dark"


async def test_what_is_said_of_a_promise_moves_no_button_and_a_long_one_is_one(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    family_file.save(Family(was_asked=True))
    app = make_app()
    async with running(app) as pilot:
        app.router.our_agreement()
        await settled(pilot)
        child = app.screen.query(DraftEditor).first()
        child.focus()
        before = [button.region for button in app.screen.query(Button)]
        child.load_text("Before I post anything anywhere, I show it to you and we look at it\nsam is ur so ugly")
        await until(pilot, lambda: "on the page it may hurt somebody" in screen_text(app))
        assert [button.region for button in app.screen.query(Button)] == before
        rows = [row[:40].strip("\u2503 ") for row in screen_text(app).splitlines() if row.startswith("\u2503")]
        assert rows[0].startswith("\u2022 Before I post")
        assert not rows[1].startswith("\u2022"), "its rest looks like no other promise"
        assert any(row.startswith("\u2022 sam is") for row in rows)


async def test_the_agreement_is_gathered_changed_kept_and_saved(
    make_app: AppMaker, family_file: FamilyFile, tmp_path: Path
) -> None:
    family_file.save(promise(Family(was_asked=True), "strangers"))
    app = make_app()
    async with running(app) as pilot:
        app.router.our_agreement()
        await settled(pilot)
        child, grown_up = app.screen.query(DraftEditor)
        said = BY_NAME["strangers"].steps[-1].promise
        assert said is not None
        assert (child.written, grown_up.written) == (f"{said.child}\n", f"{said.parent}\n")
        child.focus()
        await pilot.press("a", "b")
        assert child.written == f"{said.child}\nab"
        child.load_text("I ask [/first].")
        app.screen.query_one("#day", Input).value = "soon"
        await pilot.click("#keep")
        await settled(pilot)
        assert "invalid date" in screen_text(app)
        app.screen.query_one("#day", Input).value = "2027-01-31"
        app.screen.query_one("#path", Input).value = str(tmp_path / "page.html")
        await pilot.click("#save")
        await settled(pilot)
        assert "Saved as" in screen_text(app)
        app.screen.query_one("#save", Button).press()
        await settled(pilot)
        assert "Choose another name" in screen_text(app)
    assert "I ask [/first]." in (tmp_path / "page.html").read_text(encoding="utf-8")
    agreement = family_file.read().agreement
    assert agreement is not None
    assert agreement.child == ("I ask [/first].",)


async def test_the_list_of_countries_is_whole_in_a_narrow_window(make_app: AppMaker) -> None:
    async with running(make_app(), (60, 20)) as pilot:
        assert "\u2502 United Kingdom  " in await press(pilot, "f2", "enter", *"united k", "enter")
        await press(pilot, "enter")
        [shown] = pilot.app.screen.query("SelectOverlay")
        assert shown.region.right <= 60


@pytest.mark.parametrize(
    ("typed", "country"), [("uk", "United Kingdom"), ("eire", "Ireland"), ("us", "United States"), ("ire", "Ireland")]
)
async def test_a_country_is_found_by_what_people_call_it_also_once_another_is_set(
    make_app: AppMaker, family_file: FamilyFile, typed: str, country: str
) -> None:
    family_file.save(Family(was_asked=True, country="KE"))
    async with running(make_app()) as pilot:
        await press(pilot, "f2")
        for letter in typed:
            await press(pilot, letter)
        await pilot.pause(1)  # a child types slowly
        assert f"{country}  " in await press(pilot, "enter")
        assert "Kenya" not in screen_text(pilot.app)
        assert "Type it, or press Enter" in screen_text(pilot.app)


async def test_the_country_is_shown_and_changed_in_the_settings(
    make_app: AppMaker, family_file: FamilyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    async with running(make_app()) as pilot:
        assert "United Kingdom, as on this computer" in await press(pilot, "f6")
        await press(pilot, "enter", *"deutschland", "enter", "escape")
        assert "Germany" in screen_text(pilot.app)
        assert isinstance(pilot.app.screen, SettingsScreen)
        assert family_file.read().country == "DE"


async def test_who_is_here_asks_for_the_country_once(make_app: AppMaker, family_file: FamilyFile) -> None:
    family_file.save(Family())
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        app.router.who_is_here()
        await settled(pilot)
        assert "Country, for help nearby: not chosen yet" in screen_text(app)
        await press(pilot, *"bean", "enter", "down", "enter")
        assert app.focused is app.screen.query_one("#join")
        await press(pilot, "tab", *"uk", "enter")
        assert app.focused is app.screen.query_one("#join"), "the name is still to be kept"
        await press(pilot, "enter")
        assert family_file.read().country == "GB"
        assert family_file.read().playing == "bean"
        app.router.who_is_here()
        await settled(pilot)
        assert "Country" not in screen_text(app)


async def test_people_who_help_are_two_keys_away_from_everywhere(make_app: AppMaker, family_file: FamilyFile) -> None:
    app = make_app()
    async with running(app) as pilot:
        for open_screen in (
            app.router.go_home,
            app.router.check_draft,
            app.router.our_agreement,
            app.router.settings,
            app.router.who_is_here,
        ):
            open_screen()
            await settled(pilot)
            await pilot.press("f2")
            await settled(pilot)
            assert isinstance(app.screen, CareScreen)
            shown = screen_text(app)
            assert "Childline" not in shown, "a number of another country helps nobody"
            assert shown.index("112, 911") < shown.index("childhelplineinternational.org") < shown.index("takeitdown")
            assert isinstance(app.focused, Select), "one Enter lists the countries"
            await pilot.press("f2")
            await settled(pilot)
        app.router.check_draft()
        await settled(pilot)
        assert isinstance(app.screen, CheckScreen)
        app.screen.box.editor.load_text("i hate myself")
        await until(pilot, lambda: "Which country are you in?" in screen_text(app))
        await pilot.press("f2")
        await settled(pilot)
        app.screen.query_one(Select).value = "IE"
        await settled(pilot)
        assert "1800 66 66 66" in screen_text(app)
        await press(pilot, "f2")
        assert "1800 66 66 66" in screen_text(app), "the lines in their place are those of the country now"
        assert "Which country are you in?" not in screen_text(app)
        await press(pilot, "f2")
        assert "0800 1111" not in screen_text(app)
        assert family_file.read().country == "IE"
        app.screen.query_one(Select).value = ""
        await settled(pilot)
        assert "such as 112, 911" in screen_text(app)


async def test_help_tells_every_key_of_the_screen(make_app: AppMaker) -> None:
    app = make_app("strangers")
    async with running(app, (80, 60)) as pilot:
        await pilot.press("f1")
        await settled(pilot)
        shown = screen_text(app)
        for line in ("Ctrl+Q            Quit", "F2                People who help", "F3, Left          Back"):
            assert line in shown


@pytest.mark.parametrize("size", [(40, 15), (49, 30), (90, 17)])
async def test_a_window_too_small_says_what_it_needs(make_app: AppMaker, size: tuple[int, int]) -> None:
    app = make_app()
    async with running(app) as pilot:
        await pilot.resize_terminal(*size)
        await settled(pilot)
        assert "Coach needs a little more room" in screen_text(app)
        await pilot.resize_terminal(60, 20)
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_help_and_quit_are_on_every_screen_at_every_size(make_app: AppMaker, size: tuple[int, int]) -> None:
    app = make_app()
    async with running(app, size) as pilot:
        screens = (
            app.router.go_home,
            app.router.check_draft,
            app.router.our_agreement,
            app.router.settings,
            app.router.who_is_here,
            app.router.own_words,
        )
        for open_screen in screens:
            open_screen()
            await settled(pilot)
            await until(pilot, lambda: has_help_and_quit(app))
