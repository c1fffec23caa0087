"""Look at a chat together in the app: from the talk to the end, by keys alone."""

from __future__ import annotations

import gc
import re
import threading
from pathlib import Path

import pytest
from spacy.language import Language
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Button, Input, OptionList, Static

from coach.counsel import CheckWithCounsel, CounselledCheck
from coach.course import Course
from coach.family import FamilyFile
from coach.models import AgeBand, Family, Member
from coach.models.thread import Skip, Turn
from coach.threads import ReadTurn
from coach.tui.app import CoachApp
from coach.tui.checking import Readiness
from coach.tui.screens.chat import READ, UNREAD, ChatScreen
from coach.tui.screens.chat_answer import ChatAnswerScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.unkept import StayScreen
from coach.tui.widgets.chat_steps import (
    AGREE,
    SKIPS,
    AskStep,
    FileStep,
    PasteBox,
    PasteStep,
    ReadingStep,
    TalkStep,
)
from coach.tui.widgets.file_browser import FileBrowser
from coach.tui.widgets.mark_page import SAME_STEPS
from coach.tui.widgets.turn_view import TurnView
from coach.tui.widgets.walk_step import ANSWER, IF_ANSWERED, WalkStep
from tests.small_chats import ASKED, HARMLESS, LONG, PRESSED, QUIET, TEASED, UNCLEAR
from tests.tui.conftest import LESSONS, AppMaker, check, has_help_and_quit, press, running, screen_text, settled, until


@pytest.fixture
def app(make_app: AppMaker, nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CoachApp:
    """The app with the rules that Coach ships, in a home with nothing in it."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return make_app(load_check=lambda _: CounselledCheck(nlp))


async def pasted(pilot: Pilot[None], chat: str) -> ChatScreen:
    """Open the screen, agree, paste a chat, and read it."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    app.router.look_at_chat()
    await settled(pilot)
    await press(pilot, "enter")
    app.post_message(events.Paste(chat))
    await press(pilot, "f4")
    screen = app.screen
    assert isinstance(screen, ChatScreen)
    return screen


async def walked(pilot: Pilot[None], chat: str, *answers: str) -> WalkStep:
    """Paste a chat and answer the questions by keys."""
    screen = await pasted(pilot, chat)
    await press(pilot, *answers)
    assert isinstance(screen.step, WalkStep), screen_text(pilot.app)
    return screen.step


async def pressed(pilot: Pilot[None], key: str) -> Screen[object]:
    """Press a key, and return the screen that is then shown."""
    await press(pilot, key)
    return pilot.app.screen


CHILD = ("down", "down", "enter", "up", "enter")
"""The second sender is the child, and they know each other only online."""


async def test_whoever_only_presses_enter_is_not_sure_how_they_know_the_others(app: CoachApp) -> None:
    async with running(app) as pilot:
        await pasted(pilot, HARMLESS)
        await press(pilot, "enter")
        answers = app.screen.query_one(OptionList)
        highlighted = answers.highlighted_option
        assert highlighted is not None
        assert str(highlighted.prompt).startswith("We're not sure (")


@pytest.mark.parametrize(
    ("nickname", "chat", "begins_at"),
    [
        ("mia", PRESSED, "Mia"),
        ("Zoe", PRESSED, "We're not sure"),
        ("mia", PRESSED.replace("Pixelfox:", "MIA:"), "We're not sure"),
    ],
)
async def test_who_the_child_is_begins_at_the_sender_with_the_nickname(
    family_file: FamilyFile, nickname: str, chat: str, begins_at: str
) -> None:
    child = Member(nickname=nickname, age=AgeBand.TEN)
    family_file.save(Family(was_asked=True, members=(child,), playing=nickname))
    async with running(CoachApp(Course(LESSONS), family_file, lambda _: check)) as pilot:
        await pasted(pilot, chat)
        highlighted = pilot.app.screen.query_one(OptionList).highlighted_option
        assert highlighted is not None
        assert str(highlighted.prompt).startswith(begins_at)


async def test_home_leads_to_a_talk_about_privacy_first(app: CoachApp) -> None:
    async with running(app) as pilot:
        choices = app.screen.query_one(OptionList)
        choices.highlighted = choices.get_option_index("chat")
        await press(pilot, "enter")
        shown = screen_text(app)
        for words in ("Coach keeps nothing", "A chat is private.", "Child reads", "Grown-up reads", AGREE):
            assert words in shown
        app.screen.query_one("#home", Button).press()
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_a_chat_is_walked_from_mark_to_mark(app: CoachApp) -> None:
    async with running(app) as pilot:
        step = await walked(pilot, PRESSED, *CHILD)
        shown = screen_text(app)
        assert "6 messages read from 2 people." in shown
        assert "Where it turned, with Pixelfox:" in shown
        assert "Keeping it secret: message 5" in shown
        await press(pilot, "end")
        assert "\u260e All child helplines" in screen_text(app)
        plan = await press(pilot, "f4")
        assert "What to do first" in plan
        assert "Don't answer Pixelfox any more." in plan
        assert "You can stop here" in said_on_page(step)
        await press(pilot, "f4")
        shown = screen_text(app)
        assert "Mark 1 of 3: message 3" in shown
        assert "Mia: hey" in shown
        assert "about you" in shown
        assert "For the grown-up:" in shown
        assert IF_ANSWERED in shown
        shown = await press(pilot, "f4")
        assert not {word for word in (ANSWER, IF_ANSWERED) if word in shown}, (
            "nobody practises an answer to a plea for silence"
        )
        assert app.screen is await pressed(pilot, "a")
        await press(pilot, "f3", "f3", "f3")
        assert "The whole chat" in screen_text(app)
        await press(pilot, "f4", "f4", "f4", "f4", "f4")
        said = " ".join(screen_text(app).split())
        assert "When you leave, it is gone from here." in said
        assert "file" not in said, "nothing was saved"
        assert str((await pressed(pilot, "f4")).query(Static).first().render()) == READ
        await press(pilot, "right", "enter")
        assert isinstance(app.screen, HomeScreen)


async def test_steps_are_said_once_and_nobody_asks_for_an_answer_beside_the_advice_to_write_none(
    app: CoachApp,
) -> None:
    async with running(app) as pilot:
        await walked(
            pilot, "Sam: ur such a loser\nMia: ok\nSam: u stupid loser\nMia: ok", "down", "down", "enter", "enter"
        )
        first = await press(pilot, "f4")
        assert "Don't answer." in first
        assert ANSWER not in first
        second = await press(pilot, "f4")
        assert "Mark 2" in second
        assert SAME_STEPS in second
        assert "Don't answer." not in second


async def test_enter_alone_walks_from_the_whole_chat_to_the_end(app: CoachApp) -> None:
    async with running(app) as pilot:
        step = await walked(pilot, PRESSED, *CHILD)
        seen = [step.number]
        for _ in range(40):
            if seen[-1] == step._last:
                break
            await press(pilot, "enter")
            seen.append(step.number)
        assert sorted(set(seen)) == list(range(6)), "what is below is shown first, and no page is left out"
        assert "The end" in screen_text(app)
        assert app.focused is step.query_one("#home")
        assert isinstance(await pressed(pilot, "enter"), StayScreen)
        assert await pressed(pilot, "enter") is not app.screen_stack[0], "Enter alone never loses a chat"
        assert isinstance(app.screen, ChatScreen)


def said_on_page(step: WalkStep) -> str:
    """All that the page says, seen or below."""
    return " ".join(" ".join(str(each.render()) for each in step.query("#page Static").results(Static)).split())


async def test_the_end_after_an_alarm_repeats_the_plan(app: CoachApp) -> None:
    async with running(app) as pilot:
        step = await walked(pilot, PRESSED, *CHILD)
        step._go(step._last)
        await settled(pilot)
        said = said_on_page(step)
        for words in ("Don't answer Pixelfox any more.", "Keep this chat.", "block Pixelfox", "Tell one more grown-up"):
            assert words in said
        assert "\u260e" in said or "Which country" in said, "who can help is said again"
        assert "what will you do now" not in said


async def test_the_end_without_an_alarm_asks_what_was_new(app: CoachApp) -> None:
    async with running(app) as pilot:
        step = await walked(pilot, TEASED, *CHILD)
        step._go(step._last)
        await settled(pilot)
        assert "what will you do now" in said_on_page(step)
        assert "Don't answer" not in said_on_page(step)


async def test_whoever_chose_the_wrong_child_reads_how_to_go_back(app: CoachApp) -> None:
    async with running(app) as pilot:
        step = await walked(pilot, PRESSED, "down", "enter", "up", "enter")
        said = said_on_page(step)
        assert "Is Pixelfox really the child? If not, press F3 twice and choose again. This is what Coach saw:" in said
        assert "Who is the child" in await press(pilot, "f3", "f3")


async def test_enter_never_leaves_a_calm_chat_unread(app: CoachApp) -> None:
    async with running(app) as pilot:
        step = await walked(pilot, HARMLESS, "enter", "enter", "enter")
        assert app.focused is step.query_one("#home")
        assert "Nothing to look at again." in " ".join(screen_text(app).split())


async def test_the_talk_calls_the_child_by_name(app: CoachApp, family_file: FamilyFile) -> None:
    family_file.save(Family(was_asked=True, members=(Member(nickname="Bean", age=AgeBand.TEN),), playing="Bean"))
    async with running(app) as pilot:
        app.router.look_at_chat()
        await settled(pilot)
        assert "Bean reads" in screen_text(app)


async def test_an_answer_is_judged_with_the_turn_before_it_in_view(app: CoachApp) -> None:
    async with running(app) as pilot:
        await walked(pilot, TEASED, *CHILD)
        await press(pilot, "f4")
        assert IF_ANSWERED in screen_text(app)
        await press(pilot, "a")
        screen = app.screen
        assert isinstance(screen, ChatAnswerScreen)
        await press(pilot, *"u loser")
        shown = screen_text(app)
        assert "ur base is so trash" in shown
        assert "\u201cu loser\u201d" in shown
        screen.box.editor.load_text("lets build a new one")
        await settled(pilot)
        assert "Now you two decide." in screen_text(app)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, ChatScreen)
        assert "Mark 1 of 1" in screen_text(app)


async def test_a_personal_question_of_somebody_known_only_online_is_practised(app: CoachApp) -> None:
    async with running(app) as pilot:
        await walked(pilot, ASKED, *CHILD)
        assert IF_ANSWERED in await press(pilot, "f4", "f4")
        shown = await press(pilot, "a", *"im 10")
        assert "You don't have to answer this." in shown
        assert "\u201cim 10\u201d" in shown
        shown = " ".join((await press(pilot, "escape", "escape", "f4")).split())
        assert IF_ANSWERED not in shown
        assert "You wrote this one. It looks small, but look at the question before it" in shown
        asked, answered = app.screen.query(".here").results(TurnView)
        assert "how old r u" in str(asked.render())
        assert "10 u" in str(answered.render())
        assert ANSWER not in await press(pilot, "f4")


async def test_words_that_are_not_a_chat_can_be_changed(app: CoachApp) -> None:
    async with running(app) as pilot:
        screen = await pasted(pilot, "hello")
        assert isinstance(screen.step, PasteStep)
        shown = screen_text(app)
        assert "not a chat that Coach knows" in shown
        assert "fix: export the chat" in shown
        assert screen.query_one(PasteBox).written == "hello"
        screen.query_one(PasteBox).load_text("  ")
        await press(pilot, "f4")
        assert "Nothing is pasted yet" in screen_text(app)
        assert app.checker.readiness is Readiness.READY


async def test_what_was_wrong_goes_once_something_is_pasted(app: CoachApp) -> None:
    async with running(app) as pilot:
        app.router.look_at_chat()
        await settled(pilot)
        assert "Nothing is pasted yet" in await press(pilot, "enter", "f4")
        app.post_message(events.Paste(TEASED))
        await settled(pilot)
        assert "Nothing is pasted yet" not in screen_text(app)


async def test_a_chat_is_read_as_soon_as_coach_is_ready(
    make_app: AppMaker, nlp: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    may_load = threading.Event()

    def load(_: object) -> CheckWithCounsel:
        may_load.wait(10)
        return CounselledCheck(nlp)

    app = make_app(load_check=load)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.router.look_at_chat()
        await until(pilot, lambda: isinstance(app.screen, ChatScreen) and isinstance(app.screen.step, TalkStep))
        await pilot.press("enter")
        screen = app.screen
        assert isinstance(screen, ChatScreen)
        await until(pilot, lambda: isinstance(screen.step, PasteStep))
        app.post_message(events.Paste(TEASED))
        await pilot.pause()
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(screen.step, ReadingStep))
        may_load.set()
        await until(pilot, lambda: "Who is the child" in screen_text(app))


async def test_unclear_dates_are_asked_for(app: CoachApp) -> None:
    async with running(app) as pilot:
        screen = await pasted(pilot, UNCLEAR)
        assert isinstance(screen.step, AskStep)
        assert "12/01/2024 may be 2024-01-12 or 2024-12-01" in " ".join(screen_text(app).split())
        await press(pilot, "enter")
        assert "Who is the child" in screen_text(app)
        await press(pilot, "f3")
        assert "What comes first" in screen_text(app)


async def test_marks_that_whatsapp_writes_are_no_obstacle(app: CoachApp) -> None:
    async with running(app) as pilot:
        chat = "\u200e[14/06/2024, 17:05:11] Max: hi\n\u200e[14/06/2024, 17:06:11] Mia: \u200ehey"
        screen = await pasted(pilot, chat)
        assert isinstance(screen.step, AskStep), screen_text(app)


async def test_nothing_found_says_how_much_was_read(app: CoachApp) -> None:
    async with running(app) as pilot:
        await walked(pilot, HARMLESS, "enter", "enter")
        shown = " ".join(screen_text(app).split())
        assert "3 messages read from 2 people." in shown
        assert "You were not sure who the child is" in shown
        assert "Nothing to look at again." in shown
        assert "Next" not in [str(button.label).split()[0] for button in app.screen.query(Button) if button.display]


async def test_what_was_done_to_the_child_comes_before_what_it_wrote(app: CoachApp) -> None:
    quarrel = "Sam: ur so stupid rex\nRex: ur such an idiot nobody likes u\nSam: ok\nRex: i will beat u up tomorrow"
    async with running(app, (120, 40)) as pilot:
        step = await walked(pilot, quarrel, "down", "enter", "up", "up", "enter")
        assert "What others wrote comes first, then what you wrote." in screen_text(app)
        shown = await press(pilot, "f4")
        assert "Mark 1 of 3: message 2" in shown
        assert "You wrote this one." not in shown
        await press(pilot, "f4", "f4")
        shown = screen_text(app)
        assert step.mark is not None
        assert "Mark 3 of 3: message 1" in shown
        assert "You wrote this one." in shown


async def test_a_question_is_shown_before_the_line_about_its_answer(app: CoachApp) -> None:
    async with running(app, (120, 40)) as pilot:
        await walked(pilot, ASKED, *CHILD)
        await press(pilot, "f4", "f4", "f4")
        shown = screen_text(app)
        assert shown.index("how old r u") < shown.index("You wrote this one.") < shown.index("10 u")


async def test_a_quiet_flag_shows_neither_words_nor_place(app: CoachApp) -> None:
    async with running(app) as pilot:
        await walked(pilot, QUIET, "down", "enter", "enter")
        assert "hits me" not in screen_text(app)
        await press(pilot, "f4")
        shown = screen_text(app)
        assert "Mark 1 of 1" in shown
        assert "\u260e" in shown, shown
        for words in ("hits me", "message 1", "Mia:", ANSWER):
            assert words not in shown
        await press(pilot, "a")
        assert isinstance(app.screen, ChatScreen)


async def test_a_file_is_chosen_from_a_list_or_typed(app: CoachApp, tmp_path: Path) -> None:
    folder = tmp_path / "[b]chats"
    folder.mkdir()
    (folder / "a\x1b.txt").write_text(HARMLESS, encoding="utf-8")
    async with running(app) as pilot:
        app.router.look_at_chat()
        await settled(pilot)
        await press(pilot, "f4")
        app.screen.query_one("#file", Button).press()
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, ChatScreen)
        assert isinstance(screen.step, FileStep)
        assert "[b]chats/" in screen_text(app)
        browser = screen.query_one(FileBrowser)
        assert app.focused is browser
        browser.highlighted = next(at for at, path in enumerate(browser._paths) if path == folder)
        await press(pilot, "enter")
        assert "a\ufffd.txt" in screen_text(app)
        await press(pilot, "down", "enter")
        assert isinstance(screen.step, AskStep)
        await press(pilot, "f3")
        assert isinstance(screen.step, FileStep)
        line = screen.query_one("#path", Input)
        line.focus()
        line.value = str(folder / "none.txt")
        await press(pilot, "enter")
        assert "No such file" in screen_text(app)


async def test_every_step_leads_back_to_the_one_before(app: CoachApp) -> None:
    async with running(app) as pilot:
        await walked(pilot, PRESSED, *CHILD)
        screen = app.screen
        assert isinstance(screen, ChatScreen)
        seen = []
        while isinstance(app.screen, ChatScreen):
            seen.append(type(screen.step))
            await press(pilot, "f3")
        assert seen == [WalkStep, AskStep, AskStep, PasteStep, TalkStep]
        await press(pilot, "right", "enter")
        assert isinstance(app.screen, HomeScreen)


async def test_leaving_ends_the_reading(app: CoachApp, monkeypatch: pytest.MonkeyPatch) -> None:
    passed: list[int] = []

    def long(_: object) -> object:
        for number in range(1_000_000):  # an end, so that a reading that goes on fails this test and not the machine
            passed.append(number)
            yield Turn("Max", "hi")

    async with running(app) as pilot:
        monkeypatch.setattr("coach.threads.opened.OpenedChat.turns", long)
        app.router.look_at_chat()
        await settled(pilot)
        await press(pilot, "enter")
        app.post_message(events.Paste(HARMLESS))
        await pilot.press("f4")
        await until(pilot, lambda: bool(passed) and bool(app.screen.query(ReadingStep)))
        await press(pilot, "escape", "right", "enter")
        assert isinstance(app.screen, HomeScreen)
        count = len(passed)
        await pilot.pause(0.02)
        assert len(passed) == count


async def test_nothing_of_a_chat_stays_in_memory_after_leaving(app: CoachApp) -> None:
    async with running(app) as pilot:
        await walked(pilot, PRESSED, *CHILD)
        await press(pilot, "f4", "escape", "right", "enter")
        await press(pilot, "down", "up")
        await until(pilot, lambda: not _turns_in_memory(), tries=10)


def _turns_in_memory() -> int:
    gc.collect()
    return sum(isinstance(each, ReadTurn) for each in gc.get_objects())


async def test_help_and_quit_and_the_ways_on_are_there_in_a_small_window(app: CoachApp) -> None:
    async with running(app, (60, 20)) as pilot:
        app.router.look_at_chat()
        await settled(pilot)
        await press(pilot, "enter")
        assert "What will we not do" in " ".join(screen_text(app).split()), "agreeing comes after reading"
        await press(pilot, "pageup")
        assert "A chat is private." in screen_text(app)
        await press(pilot, "f4", "f4")
        app.post_message(events.Paste(PRESSED))
        await press(pilot, "f4", *CHILD, "f4", "f4")
        await until(pilot, lambda: has_help_and_quit(app))
        shown = screen_text(app)
        for words in ("Back", "Next", "We are done", "Mark 1 of 3"):
            assert words in shown


@pytest.mark.parametrize("leaves", [("escape", "escape"), ("f3", "escape"), ("f4", "escape")])
async def test_pasted_messages_that_are_not_read_do_not_go_unasked(app: CoachApp, leaves: tuple[str, ...]) -> None:
    async with running(app) as pilot:
        app.router.look_at_chat()
        await settled(pilot)
        await press(pilot, "enter")
        app.post_message(events.Paste(TEASED))
        await settled(pilot)
        await press(pilot, *leaves)
        assert isinstance(app.screen, StayScreen)
        assert str(app.screen.query(Static).first().render()) == UNREAD
        await press(pilot, "enter")
        assert isinstance(app.screen, ChatScreen)
        await press(pilot, "escape", "right", "enter")
        assert isinstance(app.screen, HomeScreen)


async def test_an_empty_box_is_left_at_once(app: CoachApp) -> None:
    async with running(app) as pilot:
        app.router.look_at_chat()
        await settled(pilot)
        await press(pilot, "enter", "escape", "escape")
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("leaves", ["escape", "f4", "enter", "#home"])
@pytest.mark.parametrize("chat", [TEASED, HARMLESS])
async def test_a_pasted_chat_that_was_read_does_not_go_unasked_either(app: CoachApp, chat: str, leaves: str) -> None:
    async with running(app) as pilot:
        step = await walked(pilot, chat, *CHILD)
        step._go(step._last)
        await settled(pilot)
        if leaves.startswith("#"):
            app.screen.query_one(leaves, Button).press()
            await settled(pilot)
        else:
            await press(pilot, *([leaves] * (2 if leaves == "enter" and chat == HARMLESS else 1)))
        assert isinstance(app.screen, StayScreen)
        assert str(app.screen.query(Static).first().render()) == READ
        assert isinstance(await pressed(pilot, "enter"), ChatScreen)


async def test_a_file_stays_so_nobody_is_asked(app: CoachApp, tmp_path: Path) -> None:
    (tmp_path / "chat.txt").write_text(TEASED, encoding="utf-8")
    async with running(app) as pilot:
        app.router.look_at_chat()
        await settled(pilot)
        await press(pilot, "enter")
        app.screen.query_one("#file", Button).press()
        await settled(pilot)
        app.screen.query_one("#path", Input).value = str(tmp_path / "chat.txt")
        await press(pilot, "f4", *CHILD)
        assert isinstance(await pressed(pilot, "escape"), HomeScreen)


LONG_ANSWERS = ("down", "down", "enter", "down", "down", "enter")
"""The second sender is the child, and they are friends."""


async def test_a_long_walk_can_be_cut_short_and_what_is_said_again_shares_a_page(app: CoachApp) -> None:
    async with running(app) as pilot:
        step = await walked(pilot, LONG, *LONG_ANSWERS)
        assert SKIPS[Skip.END] in screen_text(app)
        assert "What somebody says of one kind is on one page." in said_on_page(step)
        assert "What to do first" in await press(pilot, "f4")
        shared = await press(pilot, "f4")
        assert "Marks 1 to 5 of 8 \u00b7 1 more page" in shared
        said = said_on_page(step)
        for part in ("face", "hair", "nose", "teeth"):
            assert f"ur {part}" in said
        assert "the same goes for it" in said
        end = await press(pilot, "e")
        assert "what will you do now" in end
        assert SKIPS[Skip.END] not in end
        assert step.skips_to is None
        assert "Marks 1 to 5 of 8" in await press(pilot, "f3"), "back leads to where the way was cut short"
        await pilot.resize_terminal(60, 20)
        await settled(pilot)
        app.screen.query_one("#skip", Button).press()
        await settled(pilot)
        assert "The end" in screen_text(app)


QUARREL = LONG.replace("Mia: stop", "Mia: ur so dumb").replace("Mia: leave me alone", "Mia: i will beat u up tomorrow")
"""A long walk; the child is Mia, whose threat is the last mark but one."""


async def test_what_weighs_most_of_the_child_is_not_skipped_and_a_key_is_called_what_its_button_is(
    app: CoachApp,
) -> None:
    async with running(app, (120, 40)) as pilot:
        step = await walked(pilot, QUARREL, *LONG_ANSWERS)
        assert screen_text(app).count(SKIPS[Skip.OWN]) == 2, "on the button and in the line of keys"
        await press(pilot, "f4", "e")
        assert "i will beat u up tomorrow" in said_on_page(step)
        shown = screen_text(app)
        assert SKIPS[Skip.OWN] not in shown
        assert shown.count(SKIPS[Skip.END]) == 2
        assert "What to do first" in await press(pilot, "f3")
        assert "The end" in await press(pilot, "e", "e")


@pytest.mark.parametrize("columns", [60, 80])
async def test_all_buttons_of_a_long_walk_can_be_read(app: CoachApp, columns: int) -> None:
    async with running(app) as pilot:
        step = await walked(pilot, LONG, *LONG_ANSWERS)
        await pilot.resize_terminal(columns, 20 if columns < 80 else 24)
        await settled(pilot)
        while step.skips_to:
            for button in step.query(Button):
                assert not button.display or button.region.right <= columns
            await press(pilot, "f4")


async def test_a_short_walk_has_no_way_around_it(app: CoachApp) -> None:
    async with running(app) as pilot:
        await walked(pilot, PRESSED, *CHILD)
        shown = screen_text(app)
        assert SKIPS[Skip.PLAN] not in shown
        await press(pilot, "e")
        assert "The whole chat" in screen_text(app)


LEFT_OUT = """\
Lena: ok so saturday at mine 3pm everyone??
Zoe: yesss
Mia: what time again?
Lena: uh its kinda full already
Mia: oh. i thought it was everyone
Zoe: wonder why
Kat: shes gonna cry to her mum again
Zoe: can someone make a new gc without u know who
Lena: already made one
Nell: guys thats actually mean, she can hear u
Mia left
Lena: finally"""


async def test_every_message_that_the_overview_counts_is_walked_and_every_line_is_counted(app: CoachApp) -> None:
    async with running(app, (120, 40)) as pilot:
        step = await walked(pilot, LEFT_OUT, "enter", "down", "enter")
        said = said_on_page(step)
        assert "11 messages read from 5 people, 1 line that the app wrote itself." in said
        unkind = [line for line in step._walk.together if "got unkind words" in line or "Joined in" in line]
        places = (found for line in unkind for found in re.findall(r"messages? ([\d, ]+)\)", line))
        counted = {int(number) for found in places for number in found.split(",")}
        assert counted
        assert counted <= {mark.one.place for mark in step._walk.marks}
        for _ in step._walk.marks:
            await press(pilot, "f4")
            if step.mark and step.mark.is_unmarked:
                assert "What was written around it" in said_on_page(step)


GIVEN = """\
Ziggy: hi u play so good
Mia: thx
Ziggy: whats ur name?
Mia: mia brown
Ziggy: how old r u
Mia: 10
Ziggy: what school do u go to
Mia: oakfield primary
Ziggy: r ur parents home
Mia: no mum is at work til 6
Ziggy: dont tell ur mum we talk"""


async def test_the_plan_lists_what_a_stranger_knows_now_and_whose_fault_it_is_not(app: CoachApp) -> None:
    async with running(app, (120, 40)) as pilot:
        step = await walked(pilot, GIVEN, *CHILD)
        shown = await press(pilot, "e")
        assert "This is your plan now:" in shown
        for words in (
            "What they know about you now:",
            "\u2022 your name",
            "\u2022 how old you are",
            "\u2022 your school",
        ):
            assert words in shown
        assert shown.count("when no grown-up is with you") == 1
        assert "None of this is your fault." in shown
        assert "oakfield" not in said_on_page(step)


async def test_no_list_of_what_friends_know(app: CoachApp) -> None:
    async with running(app, (120, 40)) as pilot:
        step = await walked(pilot, LONG.replace("leave me alone", "my number is 07700 900123"), *LONG_ANSWERS)
        await press(pilot, "e", "e")
        assert "The end" in screen_text(app)
        assert "What they know" not in said_on_page(step)
