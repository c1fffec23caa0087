"""A family walks a lesson, by keyboard and by mouse, leaves and comes back."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, OptionList, Static

from coach.course import read_lesson
from coach.family import FamilyFile
from coach.models import Lesson, StepKind
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.lesson import CHOOSE_FIRST, LessonScreen
from coach.tui.widgets.choice_box import ChoiceBox
from coach.tui.widgets.rewrite_box import RewriteBox
from coach.tui.widgets.step_view import StepView
from tests.tui.conftest import LESSONS, AppMaker, running, screen_text, settled

KEYS = {" ": "space", "!": "exclamation_mark", "?": "question_mark", ",": "comma", ".": "full_stop", "'": "apostrophe"}


def lesson_screen(pilot: Pilot[None]) -> LessonScreen:
    assert isinstance(pilot.app.screen, LessonScreen)
    return pilot.app.screen


def answer_of(pilot: Pilot[None]) -> Static:
    return pilot.app.screen.query_one("ChoiceBox .answer", Static)


async def do_step(pilot: Pilot[None]) -> None:
    """Do by keyboard whatever the step asks for."""
    step = lesson_screen(pilot).step
    if step.choice:
        right = [number for number, option in enumerate(step.choice.options, 1) if option.right]
        for number in right if step.choice.several else right[:1]:
            await pilot.press(str(number))
        if step.choice.several:
            pilot.app.screen.query_one("#check-choice").focus()
            await pilot.press("enter")
        await settled(pilot)
        assert answer_of(pilot).has_class("passed"), step.heading
    if step.rewrite:
        editor = pilot.app.screen.query_one(RewriteBox).draft.editor
        assert pilot.app.focused is editor
        await pilot.press("f7", "delete", *(KEYS.get(char, char) for char in step.rewrite.solution))
        await pilot.press("tab", "enter")
        await settled(pilot)
        assert pilot.app.screen.query_one("RewriteBox .said").has_class("passed"), step.heading
    if step.promise:
        await pilot.press("enter")


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
async def test_a_whole_lesson_by_keyboard_alone(lesson: Lesson, make_app: AppMaker, family_file: FamilyFile) -> None:
    async with running(make_app(lesson.name)) as pilot:
        kinds = []
        while not lesson_screen(pilot).is_done:
            kinds.append(lesson_screen(pilot).step.kind)
            await do_step(pilot)
            await pilot.press("f4")
            await settled(pilot)
        assert {StepKind.CHOOSE, StepKind.REWRITE, StepKind.PROMISE} <= set(kinds)
        await pilot.press("f4")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "\u2713 done" in screen_text(pilot.app)
    family = family_file.read()
    assert family.progress[lesson.name].finished
    assert family.promises == (lesson.name,)


async def test_a_lesson_by_mouse_alone(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await pilot.click(OptionList, offset=(6, 1))
        await settled(pilot)
        await pilot.click("#next")
        await settled(pilot)
        await pilot.click("#option-2")
        await settled(pilot)
        assert answer_of(pilot).has_class("passed")
        await pilot.click("#option-0")
        await settled(pilot)
        assert answer_of(pilot).has_class("again")
        await pilot.click("#next")
        await settled(pilot)
        await pilot.click("#back")
        await settled(pilot)
        assert lesson_screen(pilot).step == LESSONS[0].steps[1]


async def test_a_family_goes_on_where_it_was(make_app: AppMaker) -> None:
    async with running(make_app("mean-words")) as pilot:
        await pilot.press("f4")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert "step 2 of" in screen_text(pilot.app)
    async with running(make_app()) as pilot:
        await pilot.press("down", "enter")
        await settled(pilot)
        assert lesson_screen(pilot).step == LESSONS[1].steps[1]


async def test_a_chosen_option_leads_to_its_step(make_app: AppMaker) -> None:
    async with running(make_app("strangers")) as pilot:
        await pilot.press("f4", "f4")
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert CHOOSE_FIRST in screen_text(pilot.app)
        await pilot.press("3", "f4")
        await settled(pilot)
        assert lesson_screen(pilot).step.slug == "grown-ups-say-no-too"
        await pilot.press("f3")
        await settled(pilot)
        assert lesson_screen(pilot).step.slug == "a-request-pops-up"


async def test_a_rewrite_is_flagged_live_judged_and_helped_in_two_steps(make_app: AppMaker) -> None:
    async with running(make_app("mean-words")) as pilot:
        await pilot.press("f4", "f4")
        await settled(pilot)
        box = pilot.app.screen.query_one(RewriteBox)
        assert "ur such a loser" in screen_text(pilot.app)
        assert [flag.phrase for flag in box.draft.flag_list.report.flags] == ["ur such a loser"]  # type: ignore[union-attr]
        await pilot.press("tab", "tab", "enter")
        await settled(pilot)
        assert "A hint:" in screen_text(pilot.app)
        await pilot.press("enter")
        await settled(pilot)
        assert "One way to say it:" in screen_text(pilot.app)


async def test_a_draft_stays_when_the_family_looks_back(make_app: AppMaker) -> None:
    async with running(make_app("mean-words")) as pilot:
        await pilot.press("f4", "f4")
        await settled(pilot)
        pilot.app.screen.query_one(RewriteBox).draft.editor.insert("hello ")
        await pilot.press("f3")
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert pilot.app.screen.query_one(RewriteBox).draft.editor.written.startswith("hello ")


async def test_escape_leaves_the_box_before_it_leaves_the_lesson(make_app: AppMaker) -> None:
    async with running(make_app("mean-words")) as pilot:
        await pilot.press("f4", "f4")
        await settled(pilot)
        await pilot.press("n")
        assert lesson_screen(pilot).step.rewrite
        await pilot.press("escape")
        assert isinstance(pilot.app.focused, Button)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_every_step_shows_its_way_on_at_every_size(make_app: AppMaker, size: tuple[int, int]) -> None:
    for lesson in LESSONS:
        async with running(make_app(lesson.name), size) as pilot:
            for step in lesson.steps:
                pilot.app.screen._go(step)  # type: ignore[attr-defined]
                await pilot.app.workers.wait_for_complete()
                await pilot.pause()
                shown = screen_text(pilot.app)
                assert "Next" in shown
                assert "Quit" in shown
                assert "Help" in shown
                assert step.heading in shown
                assert pilot.app.screen.query_one(StepView).step is step


async def test_authored_brackets_are_text(make_app: AppMaker, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("lessons") / "01-brackets.md"
    path.write_text(
        "---\ntitle: T [/lol] [@click=app.bell]x[/]\ngoal: g\nminutes: 3\n---\n\n## H [/] [b]\n\np [/lol] [red]x\n\n"
        "- [ ] o [/lol]\n  > a [/x]\n- [x] q [b]\n  > b [/y]\n\n## End\n\n```promise\nchild: c [/c]\nparent: p [/p]\n```\n",
        encoding="utf-8",
    )
    async with running(make_app("brackets", (read_lesson(path),))) as pilot:
        await pilot.press("1")
        await settled(pilot)
        shown = screen_text(pilot.app)
        for text in ("T [/lol] [@click=app.bell]x[/]", "H [/] [b]", "p [/lol] [red]x", "o [/lol]", "a [/x]", "q [b]"):
            assert text in shown
        assert isinstance(pilot.app.screen.query_one(ChoiceBox), ChoiceBox)
        await pilot.press("f4")
        await settled(pilot)
        assert "c [/c]" in screen_text(pilot.app)
        await pilot.press("ctrl+p")
        await settled(pilot)
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert "T [/lol] [@click=app.bell]x[/]" in screen_text(pilot.app)
