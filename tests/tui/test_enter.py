"""Whoever only presses Enter gets on, undoes nothing, and chooses for nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from coach.course import read_lesson
from coach.family import FamilyFile
from coach.models import Audience, Family, Lesson, Pause
from coach.tui.messages import Destination, OpenDestination
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.lesson import LessonScreen
from coach.tui.screens.unkept import StayScreen
from coach.tui.screens.welcome import WelcomeScreen
from coach.tui.widgets import pause_box
from coach.tui.widgets.asked import HOW
from coach.tui.widgets.decide_box import THEN, DecideBox
from coach.tui.widgets.received_box import ReceivedBox
from coach.tui.widgets.rewrite_box import RewriteBox
from coach.tui.widgets.sort_box import SortBox
from tests.tui.conftest import AppMaker, press, running, screen_text, settled, until

BODY = """\
---
title: Enter
goal: You get on.
minutes: 5
---

## Apart

```decide
- Laugh along -> He can count.
- Write to him -> He reads it.
```

## Marks

```received
audience: group
Leo: ur so ugly
? It takes a second.
```

## Boxes

```sort
into: Everybody, Only us two
- our song -> Everybody: It is out.
- our secret -> Only us two: It is ours.
- our street -> Only us two: It is ours.
```

## Breathe

> [!CHILD]
> Breathe.

## Write

```draft
start: ur so ugly
audience: friend
hint: Say it kindly.
solution: i like your hat
```

## Promise

```promise
child: I ask.
parent: I listen.
```
"""


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    path = tmp_path / "01-enter.md"
    path.write_text(BODY, encoding="utf-8")
    lesson = read_lesson(path)
    steps = [
        step.model_copy(update={"pause": Pause(count=2, line=1)} if step.slug == "breathe" else {})
        for step in lesson.steps
    ]
    return lesson.model_copy(update={"steps": tuple(steps)})


def screen_of(pilot: Pilot[None]) -> LessonScreen:
    assert isinstance(pilot.app.screen, LessonScreen)
    return pilot.app.screen


async def at(pilot: Pilot[None], slug: str) -> None:
    screen = screen_of(pilot)
    screen.go_to(next(step for step in screen.lesson.steps if step.slug == slug))
    await settled(pilot)


def is_at_next(pilot: Pilot[None]) -> bool:
    return pilot.app.focused is not None and pilot.app.focused.id == "next"


async def enter_goes_on(pilot: Pilot[None], to: str) -> None:
    """Check that the focus is on the way on, and that one Enter leads to a step."""
    assert is_at_next(pilot)
    await press(pilot, "enter")
    assert screen_of(pilot).step.slug == to


async def test_enter_after_a_number_does_not_choose_for_the_other_seat(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", lessons=(lesson,))) as pilot:
        said = await press(pilot, "enter")
        assert HOW in said
        said = await press(pilot, "1", "enter", "enter")
        assert "look away" in said
        assert "He can count" not in said
        said = await press(pilot, "down", "enter")
        assert "He can count" not in said, "they tell each other why first"
        assert THEN in " ".join(said.split())
        assert "He can count" in await press(pilot, "enter")
        assert "Enter goes on." in " ".join(screen_text(pilot.app).split())
        box = pilot.app.screen.query_one(DecideBox)
        assert box._chosen == [0, 0]
        await press(pilot, "enter")
        assert screen_of(pilot).step.slug == "marks", "the first Enter after what Coach says goes on"


async def test_after_two_numbers_the_answer_is_read_before_enter_goes_on(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", lessons=(lesson,))) as pilot:
        assert "He reads it" not in await press(pilot, "1", "2")
        assert "He reads it" in await press(pilot, "enter")
        await press(pilot, "enter")
        assert screen_of(pilot).step.slug == "marks"


async def test_f4_shows_what_coach_says_before_it_goes_on(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", lessons=(lesson,))) as pilot:
        await press(pilot, "1", "2")
        assert "He reads it" in await press(pilot, "f4"), "both have chosen, and have not seen it"
        await press(pilot, "f4")
        assert screen_of(pilot).step.slug == "marks"
        await press(pilot, "1", "f4")
        assert pilot.app.screen.query_one(ReceivedBox).query_one("#again").display, "the first F4 compares"
        await press(pilot, "f4")
        assert screen_of(pilot).step.slug == "boxes"


async def test_f4_passes_by_what_nobody_answered(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", lessons=(lesson,))) as pilot:
        await press(pilot, "f4", "f4")
        assert screen_of(pilot).step.slug == "boxes"


async def test_enter_after_comparing_goes_on_and_keeps_the_marks(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", lessons=(lesson,))) as pilot:
        await at(pilot, "marks")
        await press(pilot, "1", "enter")
        await enter_goes_on(pilot, "boxes")


async def test_enter_after_a_thing_is_sorted_sorts_nothing(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", lessons=(lesson,))) as pilot:
        await at(pilot, "boxes")
        assert "2 of 3:  our secret" in await press(pilot, "1", "enter", "enter", "enter")
        assert not pilot.app.screen.query_one(SortBox).query(".answer.again")
        await press(pilot, "2", "2")
        assert not is_at_next(pilot), "what Coach says can be read before Enter goes on"
        assert "You sorted all of them. Enter goes on." in screen_text(pilot.app)
        await press(pilot, "enter")
        assert screen_of(pilot).step.slug == "breathe", "the first Enter goes on"


async def test_enter_after_counting_goes_on(
    make_app: AppMaker, lesson: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pause_box, "BEAT", 0.04)
    async with running(make_app("enter", lessons=(lesson,))) as pilot:
        await at(pilot, "breathe")
        await press(pilot, "enter")
        await until(pilot, lambda: is_at_next(pilot))
        await press(pilot, "enter")
        assert screen_of(pilot).step.slug == "write"


async def test_enter_never_takes_an_agreement_back(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", lessons=(lesson,))) as pilot:
        await at(pilot, "write")
        screen = screen_of(pilot)
        box = screen.query_one(RewriteBox)
        box.draft.editor.load_text("i like your hat a lot")
        await press(pilot, "enter", "f9", "enter")
        assert box._agreed == {"child"}
        await press(pilot, "f9")
        assert "You both said yes" in screen_text(pilot.app)
        assert is_at_next(pilot)
        box.draft.editor.focus()
        assert "You both said yes" in await press(pilot, "enter")
        assert is_at_next(pilot)
        box.query_one("#child").focus()
        await press(pilot, "enter")
        assert box._agreed == {"child", "grown-up"}


async def test_enter_after_a_promise_goes_on(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", lessons=(lesson,))) as pilot:
        await at(pilot, "promise")
        await press(pilot, "enter")
        assert is_at_next(pilot)
        await press(pilot, "enter")
        assert screen_of(pilot).is_done


async def test_escape_stays_in_the_first_minute_and_a_typed_name_is_not_thrown_away(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    family_file.save(Family())
    async with running(make_app()) as pilot:
        await press(pilot, "x", "escape", "escape")
        assert isinstance(pilot.app.screen, WelcomeScreen)
        await press(pilot, "f4", *"Max")
        assert "Max is not kept yet" in await press(pilot, "f4")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, WelcomeScreen)
        assert pilot.app.screen.box.editor.written.endswith("x")
        await press(pilot, "f4")
        assert pilot.app.screen.query_one(Input).value == "Max"


async def test_a_received_message_asks_who_sent_it(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        pilot.app.post_message(OpenDestination(Destination.CHECK))
        await settled(pilot)
        assert "not sure" in await press(pilot, "f7")
        screen = pilot.app.screen
        assert isinstance(screen, CheckScreen)
        before = screen.box.audience
        await press(pilot, "f7")
        assert (before, screen.box.audience) == (Audience.STRANGER, Audience.GROUP)


async def test_arrows_move_between_the_answers_of_a_question(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        pilot.app.push_screen(StayScreen("Stop for now?", lambda: None, quits=True))
        await settled(pilot)
        for key, name in (("right", "leave"), ("right", "leave"), ("left", "stay"), ("down", "leave"), ("up", "stay")):
            await press(pilot, key)
            assert pilot.app.focused is pilot.app.screen.query_one(f"#{name}"), key


async def test_up_from_next_leads_to_what_is_above_and_down_to_next_again(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", (lesson,))) as pilot:
        for step in ("marks", "write", "boxes", "apart"):
            await at(pilot, step)
            pilot.app.screen.query_one("#next").focus()
            await press(pilot, "up")
            assert pilot.app.focused in list(pilot.app.screen.query("#step Button, #step TextArea")), step
            await press(pilot, *["down"] * 6)
            assert is_at_next(pilot), step


async def test_going_back_keeps_what_was_chosen_marked_and_sorted(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app("enter", (lesson,))) as pilot:
        await press(pilot, "1", "2", "f4", "f4")
        await press(pilot, "1", "f4", "f4")
        said = await press(pilot, "1", "f4", "f3")
        assert "\u2713 our song: Everybody" in said
        assert "\u2713!  Leo: ur so ugly" in await press(pilot, "f3"), "what they marked, and what Coach does"
        said = await press(pilot, "f3")
        assert "You chose differently" in said
        assert "\u25cf  1" in said
