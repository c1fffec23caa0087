"""Cases in the app: home offers one, and what the two do apart stays hidden until both are ready."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Static

from coach.counsel import CheckWithCounsel
from coach.course import Course, read_case, today
from coach.family import FamilyFile
from coach.models import Case, Family, Progress, Report
from coach.models.night import NIGHT
from coach.tui.app import CoachApp
from coach.tui.screens.lesson import LessonScreen
from coach.tui.screens.night import NightScreen
from coach.tui.widgets.decide_box import DIFFERENT, SAME
from coach.tui.widgets.duel_box import DuelBox
from coach.tui.widgets.last_page import CASE, LastPage
from coach.tui.widgets.more_line import MORE
from coach.tui.widgets.pick_box import ONE_EACH, PICKED, PickBox
from coach.tui.widgets.received_box import NOTHING, ReceivedBox
from coach.tui.widgets.step_view import StepView
from tests.tui.conftest import LESSONS, check, press, running, screen_text, settled, until

BODY = """\
---
title: Number [/b] twelve
goal: You two look again.
for: both
lesson: mean-words
---

## Apart

```decide
- Laugh [/] along -> He can count [/b].
- Write to him -> He reads it.
```

## Marks

```received
audience: group
marking: apart
# Monday [/]
Leo: ur so ugly [b]
Tim: lol [/]
? It takes a second [/].
```

## Duel

```duel
start: ur so ugly
marks: unkind/looks
audience: friend
passes:
- hi
fails:
- no
```

## Why

> [!TALK]
> Why?
"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    path = tmp_path / "cases" / "twelve.md"
    path.parent.mkdir()
    path.write_text(BODY, encoding="utf-8")
    return read_case(path)


@asynccontextmanager
async def playing(
    case: Case, file: FamilyFile, slug: str = "", checks: CheckWithCounsel = check, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The app at one step of the case."""
    if not file.path.exists():
        file.save(Family(was_asked=True))
    async with running(CoachApp(Course(LESSONS, cases=(case,)), file, lambda _: checks, case.name), size) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, LessonScreen)
        screen.go_to(next(step for step in case.steps if step.slug == (slug or "apart")))
        await settled(pilot)
        yield pilot


async def write(pilot: Pilot[None], *lines: str) -> str:
    """Add lines to the duel."""
    for line in lines:
        pilot.app.screen.query_one(DuelBox).editor.load_text(line)
        await press(pilot, "enter")
    return screen_text(pilot.app)


async def push(pilot: Pilot[None], name: str) -> str:
    pilot.app.screen.query_one(name, Button).press()
    await settled(pilot)
    return screen_text(pilot.app)


async def test_home_offers_this_weeks_case_and_remembers_it(case: Case, family_file: FamilyFile) -> None:
    done = Progress(step="", finished=True)
    family_file.save(Family(was_asked=True, progress={"mean-words": done}))
    app = CoachApp(Course(LESSONS, cases=(case,)), family_file, lambda _: check)
    async with running(app) as pilot:
        assert "This week's case: 5 minutes" in screen_text(app)
        assert "Number [/b] twelve" in screen_text(app)
        assert "This week's case: Number [/b] twelve" in {command.title for command in app.commands()}
        await press(pilot, "down")
        assert "Number [/b] twelve: step 1 of 4" in await press(pilot, "enter")
        assert "This week's case: 5 minutes" in await press(pilot, "escape"), "nothing was answered yet"
        assert family_file.read().progress["twelve"] == Progress(step="apart")
        assert "Number [/b] twelve: the end" in await press(pilot, "enter", "f4", "f4", "f4", "f4")
        assert "You did it" not in screen_text(app)
    assert list(family_file.read().progress.items()) == [
        ("mean-words", done),
        ("twelve", Progress(step="apart", looked_through=True)),
    ]


async def test_a_case_is_done_when_its_questions_were_answered(case: Case, family_file: FamilyFile) -> None:
    async with playing(case, family_file) as pilot:
        await press(pilot, "1", "2", *["f4"] * 5)
        assert "Step 2: Marks" in screen_text(pilot.app)
        assert "Step 3: Duel" in screen_text(pilot.app)
        assert "Step 1" not in screen_text(pilot.app)
        assert not family_file.read().progress["twelve"].finished
        pilot.app.screen.query_one(LastPage).query(Button).first().press()
        await settled(pilot)
        await push(pilot, "#go")
        await push(pilot, "#go")
        await press(pilot, "f4")
        for line in ("u look great", "nice pic"):
            await write(pilot, line)
            await push(pilot, "#go")
        assert CASE in " ".join((await press(pilot, "f4", "f4")).split())
        home = " ".join((await press(pilot, "f4")).split())
        assert "This week's case: done this week" in home.replace("Number [/b] twelve ", "")
    assert family_file.read().progress["twelve"] == Progress(step="", finished=True, day=today())


async def test_a_case_played_to_its_end_in_a_night_is_done_before_the_night_ends(
    case: Case, family_file: FamilyFile
) -> None:
    family_file.save(Family(was_asked=True))
    async with running(CoachApp(Course(LESSONS, cases=(case,)), family_file, lambda _: check, NIGHT)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NightScreen)
        screen.go_to(case.steps[0])
        await settled(pilot)
        await press(pilot, "1", "2", *["f4"] * (len(case.steps) + 1))
        assert family_file.read().progress[case.name].finished
        await press(pilot, "f3")
    assert not family_file.read().progress[case.name].step


async def test_a_night_that_was_left_goes_on_with_its_case_and_what_was_answered(
    case: Case, family_file: FamilyFile
) -> None:
    family_file.save(Family(was_asked=True))

    def app() -> CoachApp:
        return CoachApp(Course(LESSONS, cases=(case,)), family_file, lambda _: check, NIGHT)

    async with running(app()) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NightScreen)
        screen.go_to(case.steps[0])
        await settled(pilot)
        await press(pilot, *["f4"] * 3)
        assert family_file.read().progress[case.name].step == case.steps[0].slug, "nothing of it was answered"
        await press(pilot, *["f3"] * 3, "1", "2", *["f4"] * 4)
        assert family_file.read().progress[case.name].step == case.steps[-1].slug
        assert isinstance(pilot.app, CoachApp)
        pilot.app.router.go_home()
        await settled(pilot)
        said = screen_text(pilot.app)
        assert "Your family night: step 6 of 7" in said
        assert "This week's case" not in said, "it is a part of the night"
    async with running(app()) as pilot:
        await press(pilot, "f4")
        assert family_file.read().progress[case.name].finished
    async with running(app()) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, NightScreen)
        assert (screen.lesson.steps.index(screen.step), len(screen.lesson.steps)) == (6, 7), "the same night goes on"


async def test_a_course_without_cases_offers_none(family_file: FamilyFile) -> None:
    family_file.save(Family(was_asked=True))
    async with running(CoachApp(Course(LESSONS), family_file, lambda _: check)) as pilot:
        assert "case" not in screen_text(pilot.app)
        pilot.app.router.open_lesson("none")  # type: ignore[attr-defined]
        assert not isinstance(pilot.app.screen, LessonScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_choice_stays_hidden_until_both_have_chosen(
    case: Case, family_file: FamilyFile, size: tuple[int, int]
) -> None:
    async with playing(case, family_file, size=size) as pilot:
        before = screen_text(pilot.app)
        assert "The child chooses first." in before
        after = await press(pilot, "1")
        assert "\u25cf The child has chosen. Now \u25a0 the grown-up chooses" in after
        rows = [[row for row in text.splitlines() if "Laugh" in row or "Write" in row] for text in (before, after)]
        assert rows[0] == rows[1]
        assert "count" not in after
        both = " ".join((await press(pilot, "2")).split())
        assert DIFFERENT in both
        assert "\u25cf 1 Laugh [/] along" in both
        assert "\u25a0 2 Write to him" in both
        assert "He can count [/b]." not in both, "they tell each other why first"
        assert "He can count [/b]." in await press(pilot, "enter")
        assert "He can count [/b]." not in await press(pilot, "2")
        assert "has chosen" not in await push(pilot, "#again")
        assert SAME in " ".join((await press(pilot, "2", "2", "9")).split())


async def test_marks_stay_hidden_until_both_compare_with_coach(case: Case, family_file: FamilyFile) -> None:
    async with playing(case, family_file, "marks") as pilot:
        assert "Monday [/], Leo: ur so ugly [b]" in screen_text(pilot.app)
        assert "\u25a3 1  Monday" in await press(pilot, "1")
        assert "\u25a3" not in await push(pilot, "#go")
        assert "\u25a3 2  Tim" in await press(pilot, "2", "1", "1", "9")
        text = await push(pilot, "#go")
        assert "\u25cf !" in text.split("Monday [/], Leo")[0].splitlines()[-1]
        assert "\u25a0" in text.split("Tim: lol [/]")[0].splitlines()[-1]
        assert "This is why [/why]." in text
        assert "It takes a second [/]." in text
        await press(pilot, "1")
        assert "The child marks" in await push(pilot, "#again")


class SeesNothing:
    """A check that marks nothing."""

    def __call__(self, message: object, /) -> Report:
        return Report.model_validate({"message": message})

    counsel = staticmethod(check.counsel)


async def test_coach_says_so_when_it_marks_nothing(case: Case, family_file: FamilyFile) -> None:
    async with playing(case, family_file, "marks", SeesNothing()) as pilot:
        await push(pilot, "#go")
        assert " ".join(NOTHING.split()) in " ".join((await push(pilot, "#go")).replace("\u258c", "").split())


async def test_a_thread_can_be_marked_together(case: Case, family_file: FamilyFile) -> None:
    received = case.steps[1].received
    assert received is not None
    step = case.steps[1].model_copy(update={"received": received.model_copy(update={"is_apart": False})})
    together = case.model_copy(update={"steps": (case.steps[0], step, case.steps[2])})
    async with playing(together, family_file, "marks") as pilot:
        assert "Mark together what feels wrong." in await press(pilot, "1")
        assert "\u2713 you two" in await push(pilot, "#go")
        assert pilot.app.screen.query_one(ReceivedBox).query_one("#again").display
        assert "? no mark, but think" in screen_text(pilot.app)
        signs = [str(each.render()) for each in pilot.app.screen.query(".signs").results(Static)]
        assert signs == ["\u2713!", " ?"], "every line with a reason has a sign, whether or not Coach marks it"


async def test_a_duel_shows_nothing_before_both_wrote(case: Case, family_file: FamilyFile) -> None:
    async with playing(case, family_file, "duel") as pilot:
        assert "! This is why [/why]." in screen_text(pilot.app)
        assert "Write at least one line first." in await push(pilot, "#go")
        text = await write(pilot, "red [/b]", "blue")
        assert "2 written." in " ".join(text.split())
        assert "red" not in text
        text = await push(pilot, "#go")
        assert "the grown-up writes" in text
        assert "blue" not in text
        await write(pilot, "das ist nicht so schlimm", "i hate myself")
        text = await push(pilot, "#go")
        assert "\u25cb 1  red [/b]" in text
        assert "\u2022 das ist nicht so schlimm" in text, "one line is nothing to choose from"
        assert "Coach reads English only" in text
        assert "\u21bb i hate myself" in text
        picked = " ".join((await press(pilot, "2", "1", "3", "7")).replace("\u258c", "").split())
        assert "\u25c9 1 red [/b]" in picked
        assert "\u25cb 2 blue" in picked
        assert PICKED not in picked, "there was one line of the grown-up's, which nobody picked"
        assert "\u25a0 The grown-up has picked, and wrote just one line: \u25cf Child, what is good about it?" in picked
        assert "The child writes first." in await push(pilot, "#go")
        assert pilot.app.screen.query_one(DuelBox).editor.has_focus
    assert "red [" not in family_file.path.read_text()


async def test_each_of_the_two_is_asked_to_pick_and_the_first_enter_after_it_goes_on(
    case: Case, family_file: FamilyFile
) -> None:
    async with playing(case, family_file, "duel") as pilot:
        assert "Nobody wins or loses here" in screen_text(pilot.app)
        await write(pilot, "red", "blue", "")
        await write(pilot, "green", "black", "")
        await until(pilot, lambda: bool(pilot.app.screen.query(PickBox)))
        half = " ".join((await press(pilot, "1")).replace("\u258c", "").split())
        assert "Now \u25cf Child picks" in half
        assert PICKED not in half
        both = " ".join((await press(pilot, "3")).replace("\u258c", "").split())
        assert PICKED in both
        screen = pilot.app.screen
        assert isinstance(screen, LessonScreen)
        await press(pilot, "enter")
        assert screen.step.slug == "why"
        assert screen.query_one(".heading")


async def test_nothing_of_the_first_player_is_left_for_the_second(case: Case, family_file: FamilyFile) -> None:
    async with playing(case, family_file, "duel") as pilot:
        await write(pilot, "red", "blue", "pink", "one too many")
        text = await push(pilot, "#go")
        assert "the grown-up writes" in text
        await press(pilot, "ctrl+z")
        assert pilot.app.screen.query_one(DuelBox).editor.written == ""
        assert not [word for word in ("red", "blue", "pink", "many") if word in screen_text(pilot.app)]


async def test_a_button_below_the_screen_is_announced_even_if_only_its_line_is_missing(
    case: Case, family_file: FamilyFile
) -> None:
    async with playing(case, family_file, "duel") as pilot:
        view, box = pilot.app.screen.query_one(StepView), pilot.app.screen.query_one(DuelBox)
        for missing in (0, 1):
            view.styles.height = box.virtual_region.bottom - missing
            await settled(pilot)
            await until(pilot, lambda: ("Ready" in screen_text(pilot.app)) != (MORE in screen_text(pilot.app)))
        assert MORE in screen_text(pilot.app)


async def test_a_duel_takes_in_the_line_that_is_left_and_says_why_a_fourth_is_not_taken(
    case: Case, family_file: FamilyFile
) -> None:
    async with playing(case, family_file, "duel") as pilot:
        text = await write(pilot, "red", "blue", "pink", "one too many")
        assert "three are the most" in text
        await push(pilot, "#go")
        box = pilot.app.screen.query_one(DuelBox)
        box.editor.load_text("green")
        await press(pilot, "escape")
        await until(pilot, lambda: not box.query_one("#go").has_class("-active"))  # a button rests after a press
        assert "\u2022 green" in await press(pilot, "enter"), "a lone line is read, not picked"


async def test_next_and_back_lose_no_line_of_a_duel(case: Case, family_file: FamilyFile) -> None:
    async with playing(case, family_file, "duel") as pilot:
        await write(pilot, "red")
        pilot.app.screen.query_one(DuelBox).editor.load_text("half a li")
        await press(pilot, "f4", "f3")
        box = pilot.app.screen.query_one(DuelBox)
        assert (box.editor.written, box.memory.lines) == ("half a li", (("red",),))
        await push(pilot, "#go")
        await write(pilot, "green", "")
        text = await press(pilot, "f4", "f3")
        for line in ("1  red", "2  half a li", "\u2022 green"):
            assert f" {line}" in text


async def test_a_duel_asks_nobody_to_choose_among_no_lines(case: Case, family_file: FamilyFile) -> None:
    async with playing(case, family_file, "duel") as pilot:
        await write(pilot, "ur so ugly")
        await press(pilot, "enter")  # in the empty box: ready
        await write(pilot, "green")
        text = " ".join((await press(pilot, "enter")).split())
        assert "The child" not in text, "nobody is shamed"
        assert "Another round if you like, or just go on." in text
        assert "is hard" not in text
        assert "Look at" in text or "This is why" in text, "what to look at is said"
        assert "like about it" not in text, "nobody is praised beside somebody who is not"
        assert "\u25a0 green" in text
        assert "\u25cb" not in text
        text = await press(pilot, "enter")
        assert "The child writes first." in text, "both try once more"
        await write(pilot, "blue")
        await push(pilot, "#go")
        await write(pilot, "red")
        text = await press(pilot, "enter")
        assert "blue" in text
        assert "green" not in text
        assert ONE_EACH in " ".join(text.replace("\u258c", "").split())


async def test_a_duel_in_which_all_lines_do_harm_can_be_written_anew(case: Case, family_file: FamilyFile) -> None:
    async with playing(case, family_file, "duel") as pilot:
        await write(pilot, "ur so ugly")
        await push(pilot, "#go")
        await write(pilot, "hm ur so ugly")
        text = await push(pilot, "#go")
        assert "\u25cb" not in text
        assert "Try once more" in text
