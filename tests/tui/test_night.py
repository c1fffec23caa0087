"""Family night in the app, the companion, and the pause that counts."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.visual import VisualType
from textual.widgets import Button, Input, Static

from coach.course import Course, night_words, today
from coach.family import FamilyFile, answer_night, had_night, join, night_so_far, reach_night
from coach.models import NIGHT, AgeBand, Comfort, Family, NightSoFar, Progress, PromiseWords
from coach.tui.app import CoachApp
from coach.tui.messages import Deed
from coach.tui.preferences import COMPANIONS, NOBODY
from coach.tui.screens.agreement import AgreementScreen
from coach.tui.screens.certificate import CertificateScreen
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.companions import CompanionsScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.lesson import LINES
from coach.tui.screens.night import AMID, NightScreen
from coach.tui.screens.night_over import MORE, TONIGHT, NightOverScreen
from coach.tui.screens.unkept import StayScreen
from coach.tui.widgets.companion import Companion, companions, drawn
from coach.tui.widgets.duel_box import DuelBox
from coach.tui.widgets.home_lists import today_options
from coach.tui.widgets.last_page import NOT_PROMISED
from coach.tui.widgets.night_path import FLOWERS, MOST, TRAIL, path_of
from coach.tui.widgets.path_line import PathLine
from coach.tui.widgets.pause_box import IN, OUT, THERE, PauseLine, breath
from coach.tui.widgets.promise_box import PromiseBox
from tests.tui.conftest import LESSONS, check, press, running, screen_text, settled, until


async def duel(pilot: Pilot[None], *lines: str) -> None:
    """Each of the two writes one line."""
    for line in lines:
        pilot.app.screen.query_one(DuelBox).editor.load_text(line)
        await press(pilot, "enter")
        pilot.app.screen.query_one("#go", Button).press()
        await settled(pilot)


def night_app(file: FamilyFile, **family: object) -> CoachApp:
    file.save(Family.model_validate({"was_asked": True, **family}))
    return CoachApp(Course(LESSONS), file, lambda _: check, NIGHT)


async def test_a_night_by_keyboard_leaves_a_flower(family_file: FamilyFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.tui.widgets.pause_box.BEAT", 0.01)
    async with running(night_app(family_file, promises=("strangers",))) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        assert isinstance(app.screen, NightScreen)
        await press(pilot, "enter")
        await until(pilot, lambda: app.last_deed is Deed.PAUSE)
        assert THERE in screen_text(app)
        assert "Before I answer a person" in await press(pilot, "f4")
        assert "Partly is a good start." in " ".join((await press(pilot, "1", "2", "enter")).split())
        await press(pilot, "f4")
        await duel(pilot, "lets practise", "next time")
        await press(pilot, "f4", "enter")
        assert night_words()["end"]["first"] in await press(pilot, "f4")
        assert FLOWERS[today().month % len(FLOWERS)] in screen_text(app)
        assert app.last_deed is Deed.NIGHT
        app.screen.query_one("#agreement", Button).press()
        await settled(pilot)
        assert isinstance(app.screen, AgreementScreen), "a promise of their own is written there"
    family = family_file.read()
    assert family.nights == (today(),)
    assert family.promises == ("strangers", "post-together")
    assert NIGHT not in family.progress


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_flower_of_a_night_is_seen_on_home(family_file: FamilyFile, size: tuple[int, int]) -> None:
    family_file.save(Family(was_asked=True, nights=(today(),)))
    async with running(CoachApp(Course(LESSONS), family_file, lambda _: check), size) as pilot:
        path = pilot.app.screen.query_one(PathLine)
        flower = FLOWERS[today().month % len(FLOWERS)]
        assert any(flower in path.render_line(row).text for row in range(path.size.height))
        assert pilot.app.screen.find_widget(path).visible_region == path.region


async def test_after_the_course_the_certificate_is_saved_with_the_names(
    family_file: FamilyFile, tmp_path: Path
) -> None:
    done = {lesson.name: Progress(step="", finished=True) for lesson in LESSONS}
    async with running(night_app(family_file, progress=done)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NightScreen)
        screen.walked.answer(screen.lesson.steps[2].slug)
        await press(pilot, *["f4"] * 4)
        screen.query_one("#certificate", Button).press()
        await settled(pilot)
        assert isinstance(pilot.app.screen, CertificateScreen)
        page = tmp_path / "it.html"
        for name, words in (("#child", "Zoë [/]"), ("#grown-up", "Ada"), ("#path", str(page))):
            pilot.app.screen.query_one(name, Input).value = words
        pilot.app.screen.query_one("#save", Button).press()
        await settled(pilot)
        assert "Saved as" in screen_text(pilot.app)
        assert "Zoë [/] and Ada" in page.read_text(encoding="utf-8")


async def test_the_child_chooses_a_companion_that_makes_room_on_small_screens(family_file: FamilyFile) -> None:
    async with running(night_app(family_file)) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        app.router.go_home()
        await settled(pilot)
        home = app.screen.query_one(Companion)
        assert home.region.width == 12
        await pilot.click(Companion)
        await settled(pilot)
        assert isinstance(app.screen, CompanionsScreen)
        await press(pilot, "4")
        assert family_file.read().comfort.companion == "robot"
        await pilot.resize_terminal(60, 20)
        await settled(pilot)
        assert not home.display or not home.region.width
        app.router.choose_companion()
        await settled(pilot)
        await press(pilot, "5")
        assert family_file.read().comfort.companion == NOBODY
        assert not home.display


def test_every_figure_can_be_drawn_in_every_mood() -> None:
    known = companions()
    assert list(COMPANIONS) == [*known.figures, NOBODY]
    assert set(known.reactions) == set(Deed)
    for figure in known.figures.values():
        assert [len(row) for row in figure.rows] == [12] * 10
        assert COMPANIONS[figure.name] == figure.label
        pictures = {mood: drawn(figure, mood) for mood in known.moods}
        for mood, picture in pictures.items():
            assert len(picture.plain.splitlines()) == 5
            assert set("".join(figure.in_mood(known.moods[mood]))) <= {*figure.colours, "."}
        assert len({picture.markup for picture in pictures.values()}) == len(known.moods)
    assert {reaction.mood for reaction in known.reactions.values()} <= set(known.moods)


def test_a_companion_never_says_what_is_wrong() -> None:
    said = " ".join(reaction.said for reaction in companions().reactions.values()).lower()
    assert not [word for word in ("wrong", "bad", "again", "late", "miss", "should", "not") if word in said.split()]


def test_the_path_grows_by_a_flower_a_night_and_shows_no_gap() -> None:
    regular = [date(2027, 1, day) for day in (1, 8, 15)]
    with_gaps = [date(2027, 1, 1), date(2027, 1, 29), date(2027, 1, 30)]
    assert path_of(regular) == path_of(with_gaps)
    for count in (0, 1, 7, MOST, MOST + 5):
        drawn_path = "".join(path_of([date(2027, 1, 1)] * count))
        assert sum(drawn_path.count(flower) for flower in FLOWERS) == min(count, MOST)
        assert TRAIL in drawn_path


def test_a_breath_grows_and_shrinks_in_one_line_of_one_width() -> None:
    lines = [breath(5, part / 20) for part in range(20)]
    assert [int(line[0]) for line in lines[::4]] == [1, 2, 3, 4, 5]
    assert {line.split("\u2501")[-1].strip() for line in lines} == {IN, OUT}
    assert len({len(line.removesuffix(IN).removesuffix(OUT)) for line in lines}) == 1
    lengths = [line.count("\u2501") for line in lines]
    deepest = lengths.index(max(lengths))
    assert lengths == [*sorted(lengths[:deepest]), *sorted(lengths[deepest:], reverse=True)]


async def test_where_nothing_moves_numbers_are_shown_and_a_night_that_was_looked_through_is_not_kept(
    family_file: FamilyFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.tui.widgets.pause_box.BEAT", 0.01)
    seen: list[str] = []
    draw = PauseLine.update

    def update(line: PauseLine, words: VisualType = "", **named: bool) -> None:
        seen.append(str(words))
        draw(line, words, **named)

    monkeypatch.setattr(PauseLine, "update", update)
    async with running(night_app(family_file, comfort=Comfort(moves=False))) as pilot:
        await press(pilot, "enter")
        await until(pilot, lambda: THERE in seen)
        assert "still open" in await press(pilot, *["f4"] * 4)
    assert family_file.read().nights == ()
    assert seen == ["1", "1  2", "1  2  3", "1  2  3  4", "1  2  3  4  5", THERE]


async def test_a_promise_of_today_is_not_asked_about_and_a_night_goes_on_where_it_was(family_file: FamilyFile) -> None:
    async with running(night_app(family_file, promises=("strangers",))) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        assert "family night held" in {step.slug for step in app.service.played.night.steps}
        await press(pilot, "f4")
        assert isinstance(app.screen, NightScreen)
        place = app.screen.step.slug
        app.router.go_home()
        await settled(pilot)
        app.router.family_night()
        await settled(pilot)
        assert isinstance(app.screen, NightScreen)
        assert app.screen.step.slug == place
        app.service.promise_again("strangers")
        assert "family night held" not in {step.slug for step in app.service.played.night.steps}


async def test_a_night_goes_on_where_it_was_after_a_restart(family_file: FamilyFile) -> None:
    async with running(night_app(family_file, promises=("strangers",))) as pilot:
        await press(pilot, "f4", "1", "1", "f4")
        assert isinstance(pilot.app.screen, NightScreen)
        place = pilot.app.screen.step.slug
    kept = family_file.read()
    assert kept.night == NightSoFar(day=today(), step=place, answered=True)
    async with running(night_app(family_file, **kept.model_dump())) as pilot:
        assert isinstance(pilot.app.screen, NightScreen)
        assert pilot.app.screen.step.slug == place
    later = kept.night.model_copy(update={"day": today() - timedelta(days=7)})
    async with running(night_app(family_file, **kept.model_dump(exclude={"night"}), night=later)) as pilot:
        assert isinstance(pilot.app.screen, NightScreen)
        assert pilot.app.screen.step is pilot.app.screen.lesson.steps[0], "a new week begins a new night"


async def test_a_second_night_on_one_evening_offers_something_else(family_file: FamilyFile) -> None:
    tonight = had_night(Family(promises=("strangers",)), today())
    async with running(night_app(family_file, **tonight.model_dump())) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        assert isinstance(app.screen, NightOverScreen)
        said = screen_text(app)
        for words in (TONIGHT, "Any evening next week", MORE, f"A lesson: {LESSONS[0].title}"):
            assert words in said
        assert FLOWERS[today().month % len(FLOWERS)] in said
        assert isinstance(app.focused, Button)
        assert app.focused.id == "home"
        app.screen.query_one("#draft", Button).press()
        await settled(pilot)
        assert isinstance(app.screen, CheckScreen)
        app.router.family_night()
        await settled(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
    assert family_file.read().night is None


@pytest.mark.parametrize("who", ["another day", "another child"])
async def test_a_night_of_another_day_or_child_begins(family_file: FamilyFile, who: str) -> None:
    family = join(Family(), "Bean", AgeBand.TEN)
    family = had_night(family, today() - timedelta(days=who == "another day"))
    family = join(family, "Moss", AgeBand.EIGHT) if who == "another child" else family
    family_file.save(family)
    async with running(CoachApp(Course(LESSONS), family_file, lambda _: check)) as pilot:
        assert isinstance(pilot.app, CoachApp)
        pilot.app.router.family_night()
        await settled(pilot)
        assert isinstance(pilot.app.screen, NightScreen)


async def test_a_promise_made_tonight_is_not_asked_about_after_a_restart(family_file: FamilyFile) -> None:
    async with running(night_app(family_file)) as pilot:
        assert isinstance(pilot.app, CoachApp)
        pilot.app.service.promise("strangers", PromiseWords(child="I ask you."))
    kept = family_file.read().model_dump()
    async with running(night_app(family_file, **kept)) as pilot:
        assert isinstance(pilot.app, CoachApp)
        assert "family night held" not in {step.slug for step in pilot.app.service.played.night.steps}


def test_a_night_that_ended_is_not_gone_on_with() -> None:
    day = date(2027, 1, 1)
    begun = answer_night(reach_night(Family(), day, "family night duel"), day)
    assert night_so_far(begun, day) == Progress(step="family night duel", answered=True)
    assert night_so_far(begun, date(2027, 1, 4)) is None
    assert night_so_far(had_night(begun, day), day) is None


def test_a_week_that_was_missed_changes_nothing() -> None:
    one = had_night(Family(), date(2027, 1, 1))
    assert had_night(one, date(2027, 3, 1)).nights[0] == date(2027, 1, 1)


def test_home_shows_that_this_week_had_its_night() -> None:
    had, before = (
        [str(option.prompt) for option in today_options(None, None, {}, flower=flower) if option]
        for flower in ("\u273f 3", "")
    )
    assert "Family night: done this week" in had[0]
    assert had[0].endswith("\u273f 3")
    assert "done this week" not in before[0]


async def test_quitting_amid_a_night_asks_and_home_goes_on_with_it(family_file: FamilyFile) -> None:
    async with running(night_app(family_file, promises=("strangers",))) as pilot:
        app = pilot.app
        assert isinstance(app, CoachApp)
        await press(pilot, "f4", "1", "1", "f4", "f4", *"next_time")
        await press(pilot, "ctrl+q")
        assert isinstance(app.screen, StayScreen)
        assert str(app.screen.query(Static).first().render()) == f"{AMID}\n{LINES}"
        await press(pilot, "escape")
        assert "next_time" in screen_text(app)
        app.router.go_home()
        await settled(pilot)
        assert isinstance(app.screen, StayScreen), "the lines would be gone"
        assert str(app.screen.query(Static).first().render()) == LINES
        app.screen.query_one("#leave", Button).press()
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert "Your family night: step 3 of 4" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, NightScreen)
        await press(pilot, "f4")
        assert NOT_PROMISED in " ".join((await press(pilot, "f4")).split())
        app.screen.query_one(".open", Button).press()
        await settled(pilot)
        assert app.screen.query(PromiseBox)
        await press(pilot, "f4", "ctrl+q")
        assert not app.is_running, "nothing is left to go on with"


async def test_the_open_promise_is_named_with_the_open_questions(family_file: FamilyFile) -> None:
    async with running(night_app(family_file), (80, 30)) as pilot:
        said = await press(pilot, *["f4"] * 4)
        assert "Step 3: A duel" in said
        assert "Step 4: One promise until next time" in said
