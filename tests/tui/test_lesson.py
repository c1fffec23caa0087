"""A family walks a lesson, by keyboard and by mouse, leaves and comes back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Static

from coach.course import read_lesson
from coach.family import FamilyFile, answer, finish, remember
from coach.models import GAP, AgeBand, Family, Lesson, Member, StepKind
from coach.models.lesson import QUESTIONS
from coach.tui.app import CoachApp
from coach.tui.messages import OpenLesson
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.lesson import CHOOSE_FIRST, LessonScreen
from coach.tui.widgets.choice_box import ChoiceBox
from coach.tui.widgets.home_lists import PathList
from coach.tui.widgets.last_page import LOOKED, LastPage
from coach.tui.widgets.more_line import MORE
from coach.tui.widgets.rewrite_box import RewriteBox
from coach.tui.widgets.step_view import StepView
from tests.course.writing import lesson_of
from tests.shipped_course import shipped_course
from tests.tui.conftest import BY_NAME, LESSONS, AppMaker, check, press, running, screen_text, settled, until

BRANCHING_AND_SEVERAL = [lesson for lesson in LESSONS if lesson.name in {"strangers", "following"}]


def lesson_screen(pilot: Pilot[None]) -> LessonScreen:
    assert isinstance(pilot.app.screen, LessonScreen)
    return pilot.app.screen


def answer_of(pilot: Pilot[None]) -> Static:
    return pilot.app.screen.query_one("ChoiceBox .answer", Static)


def said_of(pilot: Pilot[None]) -> Static:
    return pilot.app.screen.query_one("RewriteBox .said", Static)


def says_what_is_below(pilot: Pilot[None], view: StepView) -> bool:
    return (MORE in screen_text(pilot.app)) == view.has_more


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
        await pilot.press("ctrl+a", "delete")
        editor.insert(step.rewrite.solution)
        await pilot.press("tab", "enter")
        await settled(pilot)
        assert said_of(pilot).has_class("yours"), step.heading
        await pilot.press("f9", "f9")
        await settled(pilot)
        assert said_of(pilot).has_class("passed"), step.heading
    if step.promise:
        await pilot.press("enter")


@pytest.mark.parametrize("lesson", BRANCHING_AND_SEVERAL, ids=lambda lesson: lesson.name)
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
        assert f"\u2713 {lesson.number:>2} {lesson.title}" in screen_text(pilot.app)
    family = family_file.read()
    assert family.progress[lesson.name].finished
    assert family.promises == (lesson.name,)


async def test_a_lesson_by_mouse_alone(make_app: AppMaker) -> None:
    async with running(make_app()) as pilot:
        await pilot.click(PathList, offset=(6, 1))
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
        assert lesson_screen(pilot).step == BY_NAME["strangers"].steps[1]


async def test_a_family_goes_on_where_it_was(make_app: AppMaker) -> None:
    half = BY_NAME["mean-words"].steps[-2]
    async with running(make_app("mean-words")) as pilot:
        lesson_screen(pilot).go_to(half)
        await settled(pilot)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
    async with running(make_app()) as pilot:
        assert "Here: Mean words hurt just as much, step" in screen_text(pilot.app)
        await pilot.press("enter")
        await settled(pilot)
        assert lesson_screen(pilot).step == half


BRANCHES = """\
## A request

- [ ] [Say yes](#and-then)
  > Lots of people do.
- [x] [Say no](#the-end)
  > You may.

## And then

You can stop at any time.

## The end

You two see more than one.
"""


async def test_a_chosen_option_leads_to_its_step(make_app: AppMaker, tmp_path: Path) -> None:
    async with running(make_app("some", (lesson_of(tmp_path, BRANCHES),))) as pilot:
        await pilot.press("f4")
        await settled(pilot)
        assert CHOOSE_FIRST in screen_text(pilot.app)
        await pilot.press("2", "f4")
        await settled(pilot)
        assert lesson_screen(pilot).step.slug == "the-end"
        await pilot.press("f3")
        await settled(pilot)
        assert lesson_screen(pilot).step.slug == "a-request"


async def test_space_ticks_enter_checks_and_ticks_stay_when_the_family_comes_back(make_app: AppMaker) -> None:
    lesson, step = next(
        (lesson, step) for lesson in LESSONS for step in lesson.steps if step.choice and step.choice.several
    )
    async with running(make_app(lesson.name)) as pilot:
        lesson_screen(pilot).go_to(step)
        await settled(pilot)
        await press(pilot, "1", "down", "space", "enter")
        assert answer_of(pilot).has_class("passed") or answer_of(pilot).has_class("again")
        await press(pilot, "f4", "f3")
        assert pilot.app.screen.query_one(ChoiceBox).memory.ticks == {0, 1}


async def test_a_rewrite_is_flagged_live_judged_and_helped_in_two_steps(make_app: AppMaker) -> None:
    async with running(make_app("mean-words")) as pilot:
        await pilot.press("f4", "f4")
        await settled(pilot)
        box = pilot.app.screen.query_one(RewriteBox)
        assert "ur such a loser" in screen_text(pilot.app)
        assert [flag.phrase for flag in box.draft.flag_list.report.flags] == ["ur such a loser", "u never"]  # type: ignore[union-attr]
        await pilot.press("tab", "tab", "enter")
        await settled(pilot)
        assert "A hint:" in screen_text(pilot.app)
        pilot.app.screen.query_one("#hint", Button).press()
        await settled(pilot)
        assert "One way to say it:" in screen_text(pilot.app)


async def test_writing_begins_at_the_end_of_the_draft_or_in_its_first_gap(make_app: AppMaker, tmp_path: Path) -> None:
    gap = "```draft\nstarts:\n- Hi ___ and ___\n- ur so ugly\nhint: H.\nsolution: Hi you.\n```\n"
    lesson = lesson_of(tmp_path, f"## Go\n\n{gap}\n## End\n\nBye.\n")
    async with running(make_app("some", (lesson,))) as pilot:
        editor = pilot.app.screen.query_one(RewriteBox).draft.editor
        assert editor.selected_text == GAP
        await press(pilot, "y", "o")
        assert editor.written == "Hi yo and ___"
        pilot.app.screen.query_one("#again", Button).press()
        await settled(pilot)
        await press(pilot, "x")
        assert editor.written == "ur so uglyx"


async def test_a_button_with_a_longer_label_gets_wider(make_app: AppMaker) -> None:
    async with running(make_app("mean-words")) as pilot:
        await press(pilot, "f4", "f4")
        pilot.app.screen.query_one("#hint", Button).press()
        await settled(pilot)
        pilot.app.screen.query_one("#hint").scroll_visible(animate=False)
        await settled(pilot)
        assert "Show one way" in screen_text(pilot.app)


async def test_a_draft_stays_when_the_family_looks_back(make_app: AppMaker) -> None:
    async with running(make_app("mean-words")) as pilot:
        await pilot.press("f4", "f4")
        await settled(pilot)
        pilot.app.screen.query_one(RewriteBox).draft.editor.insert("hello ")
        await pilot.press("f3")
        await settled(pilot)
        await pilot.press("f4")
        await settled(pilot)
        assert pilot.app.screen.query_one(RewriteBox).draft.editor.written.endswith("hello ")


async def test_keys_pressed_while_a_step_is_drawn_lose_nothing(make_app: AppMaker) -> None:
    app = make_app("mean-words")
    async with running(app) as pilot:
        screen = lesson_screen(pilot)
        screen.go_to(screen.lesson.steps[-1])
        await settled(pilot)
        for _ in range(3):
            screen.action_next()
        await settled(pilot)
        assert screen.query(LastPage), "the last page is not skipped"
        await press(pilot, "f3")
        screen.action_next()
        app.router.go_home()
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_escape_leaves_the_box_before_it_leaves_the_lesson(make_app: AppMaker) -> None:
    async with running(make_app("mean-words")) as pilot:
        await pilot.press("f4", "f4")
        await settled(pilot)
        await pilot.press("f4")
        assert lesson_screen(pilot).step.rewrite
        await pilot.press("escape")
        assert isinstance(pilot.app.focused, Button)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, HomeScreen)


def shows(pilot: Pilot[None], *words: str) -> bool:
    """Whether all of this stands on the screen; Textual writes its footer anew a moment after the step."""
    text = screen_text(pilot.app)
    return all(word in text for word in words)


@pytest.mark.parametrize(
    ("size", "lessons"), [((60, 20), LESSONS[::2]), ((80, 24), LESSONS[:1]), ((120, 40), LESSONS[:1])]
)
async def test_every_step_shows_its_way_on_at_every_size(
    make_app: AppMaker, size: tuple[int, int], lessons: tuple[Lesson, ...]
) -> None:
    for lesson in lessons:
        async with running(make_app(lesson.name), size) as pilot:
            for step in lesson.steps:
                pilot.app.screen.go_to(step)  # type: ignore[attr-defined]
                await pilot.app.workers.wait_for_complete()
                await pilot.pause()
                await until(pilot, partial(shows, pilot, "Next", "Quit", "Help", step.heading))
                view = pilot.app.screen.query_one(StepView)
                assert view.step is step
                await until(pilot, partial(says_what_is_below, pilot, view))


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


NARROW = (
    f"---\ntitle: T\ngoal: G.\nminutes: 3\n---\n\n## A\n\n{'Hello. ' * 60}\n\n```picture\n+{'-' * 58}+\n```\n\n"
    f"- [ ] {'This option is as long as an option may be. ' * 2}End\n  > No, this does not fit.\n- [x] b\n  > Yes.\n\n"
    "## B\n\nBye.\n"
)


async def test_a_tall_narrow_step_is_read_page_by_page(make_app: AppMaker, tmp_path: Path) -> None:
    (tmp_path / "01-narrow.md").write_text(NARROW, encoding="utf-8")
    lessons = (read_lesson(tmp_path / "01-narrow.md"),)
    async with running(make_app("narrow", lessons), (60, 20)) as pilot:
        await until(pilot, lambda: MORE in screen_text(pilot.app))
        await pilot.click("#next")
        await settled(pilot)
        assert f"+{'-' * 58}+" in screen_text(pilot.app)
        assert "an option may be. End" in " ".join(screen_text(pilot.app).split())
        await pilot.press("1")
        await settled(pilot)
        assert "No, this does not fit." in screen_text(pilot.app)
        assert pilot.app.focused is pilot.app.screen.query_one("#option-0")
        assert MORE not in screen_text(pilot.app)
        await pilot.click("#next")
        await settled(pilot)
        assert lesson_screen(pilot).step.slug == "b"


async def test_every_answer_is_seen_at_60_by_20(make_app: AppMaker) -> None:
    async with running(make_app("strangers"), (60, 20)) as pilot:
        await pilot.press("f4")
        await settled(pilot)
        await pilot.press("3")
        await settled(pilot)
        assert "You know Ana." in screen_text(pilot.app)


async def answer_with(pilot: Pilot[None], text: str) -> None:
    """Write an answer to the step about the match, and ask how it is."""
    while not lesson_screen(pilot).step.rewrite:
        await pilot.press("f4")
        await settled(pilot)
    pilot.app.screen.query_one(RewriteBox).draft.editor.load_text(text)
    await pilot.press("enter")
    await settled(pilot)


PASSES = "can u pass the ball to me next time"
CHILD, GROWN_UP = "The child: I'd send this", "The grown-up: I'd be glad to get it"


async def test_enter_in_the_box_asks_how_it_is(make_app: AppMaker) -> None:
    async with running(make_app("mean-words")) as pilot:
        await pilot.press("f4", "f4")
        await settled(pilot)
        assert "This goes to a group. Keep \u201cpass\u201d or \u201cball\u201d in it." in screen_text(pilot.app)
        await pilot.press("ctrl+a", *"pass the ball", "enter")
        await settled(pilot)
        editor = pilot.app.screen.query_one(RewriteBox).draft.editor
        assert editor.written == "pass the ball"
        assert said_of(pilot).has_class("again")
        assert "Say a bit more" in screen_text(pilot.app)
        assert CHILD not in screen_text(pilot.app)


async def test_what_was_said_fits_the_words_as_they_are(make_app: AppMaker) -> None:
    async with running(make_app("mean-words")) as pilot:
        await answer_with(pilot, "ur such a loser, pass the ball")
        assert "Look at" in str(said_of(pilot).render())
        editor = pilot.app.screen.query_one(RewriteBox).draft.editor
        editor.load_text("pass the ball")
        await settled(pilot)
        assert not said_of(pilot).has_class("again"), "the phrase is gone"
        pilot.app.screen.query_one("#hint", Button).press()
        editor.load_text("ball, ur so ugly")
        await settled(pilot)
        await until(pilot, lambda: "ur so ugly" in str(said_of(pilot).render()))


async def test_the_two_decide_by_keyboard_at_80_by_24(make_app: AppMaker) -> None:
    async with running(make_app("mean-words"), (80, 24)) as pilot:
        await answer_with(pilot, PASSES)
        for words in ("Coach sees nothing here. Now you two decide.", CHILD, GROWN_UP):
            assert words in screen_text(pilot.app)
        await pilot.press("f9")
        await settled(pilot)
        assert not said_of(pilot).has_class("passed")
        await pilot.press("f9")
        await settled(pilot)
        assert said_of(pilot).has_class("passed")
        assert "\u2713 You both said yes." in screen_text(pilot.app)


async def click(pilot: Pilot[None], button: str) -> None:
    """Click a button; one that still shows its last press takes no other."""
    await until(pilot, lambda: not pilot.app.screen.query_one(button).has_class("-active"))
    await pilot.click(button)
    await settled(pilot)


async def test_the_two_decide_by_mouse_at_80_by_24(make_app: AppMaker) -> None:
    async with running(make_app("mean-words"), (80, 24)) as pilot:
        await answer_with(pilot, PASSES)
        for button in ("#grown-up", "#grown-up"):
            await click(pilot, button)
            assert not said_of(pilot).has_class("passed")
        await click(pilot, "#child")
        assert said_of(pilot).has_class("passed")


async def test_a_yes_is_for_these_words_only(make_app: AppMaker) -> None:
    async with running(make_app("mean-words")) as pilot:
        await answer_with(pilot, PASSES)
        await pilot.press("f9")
        await pilot.press("x")
        await until(pilot, lambda: CHILD not in screen_text(pilot.app))
        await pilot.press("f9")
        await settled(pilot)
        assert not said_of(pilot).has_class("passed")


async def test_in_a_language_without_rules_the_two_decide_alone(make_app: AppMaker, tmp_path: Path) -> None:
    draft = "```draft\nstart: du bist doof\nhint: H.\nsolution: Ich bin sauer.\n```\n"
    head = "---\ntitle: T\ngoal: G.\nminutes: 3\nlanguage: de\n---\n\n"
    (tmp_path / "01-mut.md").write_text(f"{head}## Los\n\n{draft}\n## Ende\n\nBye.\n", encoding="utf-8")
    async with running(make_app("mut", (read_lesson(tmp_path / "01-mut.md"),))) as pilot:
        await answer_with(pilot, "ich wohne in der Ahornstra\u00dfe 14")
        assert "Coach has no rules for this language yet, so it says nothing." in screen_text(pilot.app)
        await pilot.press("f9")
        await settled(pilot)
        assert "Coach has no rules for this language yet, so it says nothing." in screen_text(pilot.app)
        await pilot.press("f9")
        await settled(pilot)
        assert said_of(pilot).has_class("passed")


async def test_the_last_page_offers_the_next_lesson(make_app: AppMaker, family_file: FamilyFile) -> None:
    last = BY_NAME["strangers"].steps[-1].slug
    family_file.update(lambda family: answer(remember(family, "strangers", last), "strangers"))
    async with running(make_app("strangers")) as pilot:
        await pilot.press("f4")
        await settled(pilot)
        assert BY_NAME["strangers"].goal.split(",")[0] in screen_text(pilot.app)
        await pilot.click("#following")
        await settled(pilot)
        assert lesson_screen(pilot).lesson is BY_NAME["mean-words"]
    assert family_file.read().progress["strangers"].finished


async def test_after_a_lesson_was_looked_through_home_leads_on_and_offers_its_open_question_once(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    first, second = LESSONS[:2]
    question = next(step for step in first.steps if step.kind in QUESTIONS)
    place = f"step {first.steps.index(question) + 1} of {len(first.steps)}"
    async with running(make_app(first.name)) as pilot:
        assert LOOKED in await press(pilot, *["f4"] * len(first.steps))
        lines = [line[:37].split() for line in (await press(pilot, "f4")).splitlines()]
        assert lines.index(second.title.split()) > lines.index(
            f"\u25b8 Next on the path: {second.minutes} minutes".split()
        )
        assert lines.index(first.title.split()) > lines.index(f"\u25d0 Still open: {place}".split())
        await press(pilot, "enter")
        assert lesson_screen(pilot).lesson.name == second.name
        assert "Still open" not in await press(pilot, "escape", "escape")
        pilot.app.post_message(OpenLesson(first.name))
        await settled(pilot)
        assert lesson_screen(pilot).step.slug == question.slug
    assert not family_file.read().progress[first.name].finished


async def test_f3_leads_back_from_the_last_page_step_by_step(make_app: AppMaker) -> None:
    lesson = BY_NAME["strangers"]
    async with running(make_app(lesson.name)) as pilot:
        await press(pilot, *["f4"] * len(lesson.steps))
        screen = lesson_screen(pilot)
        assert screen.query(LastPage)
        for step in reversed(lesson.steps):
            await press(pilot, "f3")
            assert screen.step.slug == step.slug


async def test_enter_on_the_last_page_opens_the_first_open_question(make_app: AppMaker) -> None:
    lesson = BY_NAME["strangers"]
    question = next(step for step in lesson.steps if step.kind in QUESTIONS)
    async with running(make_app(lesson.name)) as pilot:
        said = await press(pilot, *["f4"] * len(lesson.steps))
        assert f"\u25b8 Step {lesson.steps.index(question) + 1}: " in said
        await press(pilot, "enter")
        assert lesson_screen(pilot).step.slug == question.slug


async def test_a_lesson_looked_through_on_two_evenings_is_not_done_before_a_question_is_answered(
    make_app: AppMaker, family_file: FamilyFile
) -> None:
    lesson = BY_NAME["ai-friends-and-fakes"]
    family_file.update(lambda family: remember(family, lesson.name, lesson.steps[-1].slug))
    async with running(make_app(lesson.name)) as pilot:
        assert LOOKED in await press(pilot, "f4")
        assert not family_file.read().progress[lesson.name].finished
        pilot.app.screen.query_one(LastPage).query(Button).first().press()
        await settled(pilot)
        sort = lesson_screen(pilot).step.sort
        assert sort is not None
        for item in sort.items:
            await press(pilot, str(sort.boxes.index(item.boxes[0]) + 1))
        assert "You sorted all of them." in screen_text(pilot.app)
        assert "1 of" not in await press(pilot, "enter")
    assert family_file.read().progress[lesson.name].answered
    async with running(make_app(lesson.name)) as pilot:
        lesson_screen(pilot).go_to(lesson.steps[-1])
        await settled(pilot)
        assert LOOKED not in await press(pilot, "f4")
    assert family_file.read().progress[lesson.name].finished


async def test_a_finished_lesson_begins_anew(make_app: AppMaker, family_file: FamilyFile) -> None:
    family_file.update(lambda family: finish(family, "strangers"))
    async with running(make_app("strangers")) as pilot:
        assert lesson_screen(pilot).step is BY_NAME["strangers"].steps[0]
    assert family_file.read().progress["strangers"].finished


async def test_a_lesson_is_about_others_where_the_child_has_a_name_of_it(family_file: FamilyFile) -> None:
    known = {"members": (Member(nickname="Max", age=AgeBand.EIGHT),), "playing": "Max", "was_asked": True}
    family_file.save(Family.model_validate(known))
    async with running(CoachApp(shipped_course(), family_file, lambda _: check)) as pilot:
        assert isinstance(pilot.app, CoachApp)
        pilot.app.router.open_lesson("mean-words")
        await settled(pilot)
        lesson = lesson_screen(pilot).lesson
        headings = [step.heading for step in lesson.steps]
        assert "Ravi and the cat" in headings
        for _step in headings[1:3]:
            await press(pilot, "f4")
        shown = screen_text(pilot.app)
        assert "Max types" in shown
        assert "Ravi never passed to you" in " ".join(shown.replace("\u258c", " ").split())
