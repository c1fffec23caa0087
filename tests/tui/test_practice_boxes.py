"""Sorting, talking, doors and phones: by keyboard, by mouse, and with markup in every word."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button

from coach.course import step_called
from coach.models import Lesson
from coach.tui.screens.lesson import LessonScreen
from coach.tui.widgets.chat_box import ChatBox
from coach.tui.widgets.doors_box import CHANGED, UNCHANGED
from coach.tui.widgets.own_reply_box import OwnReplyBox
from coach.tui.widgets.show_box import DONE as ALL_TICKED
from coach.tui.widgets.sort_box import DONE as ALL_SORTED
from coach.tui.widgets.sort_box import HOW as SORTS_AT_ONCE
from tests.course.samples import every_kind
from tests.course.test_chat_block import CHAT
from tests.course.test_starts import STARTS
from tests.course.writing import lesson_of
from tests.tui.conftest import AppMaker, press, running, screen_text, settled, until


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return every_kind(tmp_path)


async def go_to(pilot: Pilot[None], slug: str) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, LessonScreen)
    screen.go_to(step_called(screen.lesson, slug))
    await settled(pilot)


async def click(pilot: Pilot[None], name: str) -> str:
    pilot.app.screen.query_one(name, Button).scroll_visible(animate=False)
    await pilot.pause()
    assert await pilot.click(name)
    await settled(pilot)
    return screen_text(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_things_are_sorted_by_keyboard(make_app: AppMaker, lesson: Lesson, size: tuple[int, int]) -> None:
    async with running(make_app(lesson.name, (lesson,)), size) as pilot:
        await go_to(pilot, "boxes")
        assert "1 of 3:  a song [/]" in screen_text(pilot.app)
        assert SORTS_AT_ONCE in screen_text(pilot.app)
        text = await press(pilot, "2")
        assert "\u2713 a song [/]: Nobody finds you by a song [/b]." in text
        assert "2 of 3:  my street" in text, "the next number sorts the next thing"
        assert "\u201d? Have another look. Friends know it." in await press(pilot, "1")
        assert ALL_SORTED in await press(pilot, "2", "1")
        assert "a song [/]: Friends [f]" in screen_text(pilot.app)
        assert "1 of 3:  a song [/]" in await click(pilot, "#go")
        await press(pilot, "2", "2", "1", "enter")
        assert "PixelFox writes" in await press(pilot, "enter"), "Enter goes on, and does not sort again"


async def test_things_are_sorted_by_mouse(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app(lesson.name, (lesson,))) as pilot:
        await go_to(pilot, "boxes")
        assert "2 of 3:  my street" in await click(pilot, "#box-0")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_a_talk_branches_and_goes_back_by_keyboard(
    make_app: AppMaker, lesson: Lesson, size: tuple[int, int]
) -> None:
    async with running(make_app(lesson.name, (lesson,)), size) as pilot:
        await go_to(pilot, "pixelfox-writes")
        first = screen_text(pilot.app)
        assert "? Pixel[/]Fox: somebody you only know online" in first
        assert "Go back" not in first
        assert "You: Say it [/x]" in await press(pilot, "1")
        assert "Now Pixel[/]Fox can find you [/b]." in await press(pilot, "1")
        assert "You saw 1 of 2 ways" in screen_text(pilot.app)
        pilot.app.screen.query_one("ChatBox #back").focus()
        assert "At four" in await press(pilot, "enter")
        assert "You saw 2 of 2 ways" in await press(pilot, "2")
        box = pilot.app.screen.query_one(ChatBox)
        box.query_one("#back").focus()
        assert "Start again" in await press(pilot, "down")
        await press(pilot, "enter")
        assert box.place.name == "hello"


async def test_a_talk_branches_by_mouse(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app(lesson.name, (lesson,))) as pilot:
        await go_to(pilot, "pixelfox-writes")
        assert "Good. Two see more." in await click(pilot, "#reply-1")
        assert "hi!! what school [/b] r u at?" in await click(pilot, "#again")


async def test_a_switch_opens_a_door_by_keyboard(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app(lesson.name, (lesson,))) as pilot:
        await go_to(pilot, "doors")
        text = screen_text(pilot.app)
        assert "Bird[/b]house, since May 2015. From: an article of that week." in text
        assert "Somebody you do not know: \u21a9 may only answer you" in text
        assert "It may have changed." in " ".join(text.split())
        assert "Somebody you do not know: \u2713 may write first" in await press(pilot, "1")
        assert "Messages from anyone: off" in await press(pilot, "enter")


async def test_what_a_switch_changes_is_in_sight_and_marked(make_app: AppMaker) -> None:
    async with running(make_app("who-can-message-you")) as pilot:
        await go_to(pilot, "chats-and-groups")
        text = await press(pilot, "1")
        assert "parent manages the account: on" in text
        assert text.count(CHANGED) == 2
        assert UNCHANGED in await press(pilot, "2")


async def test_left_and_right_move_in_a_row(make_app: AppMaker) -> None:
    async with running(make_app("who-can-message-you")) as pilot:
        await go_to(pilot, "chats-and-groups")
        assert "\u25c9 Snapchat" in await press(pilot, "right", "enter")
        assert "\u25c9 WhatsApp" in await press(pilot, "left", "enter")


async def test_many_apps_all_find_room_on_a_small_screen(make_app: AppMaker) -> None:
    async with running(make_app("who-can-message-you"), (60, 20)) as pilot:
        await go_to(pilot, "old-doors-new-doors")
        buttons = list(pilot.app.screen.query(".apps Button").results(Button))
        assert len(buttons) == 5
        assert max(button.region.right for button in buttons) <= 60


async def test_another_app_is_shown_by_mouse_and_keeps_its_switches(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app(lesson.name, (lesson,))) as pilot:
        await go_to(pilot, "doors")
        assert "Messages from anyone: on" in await click(pilot, "#setting-0")
        assert "Nesting box, since May 2015." in await click(pilot, "#app-1")
        assert "Messages from anyone: off" in screen_text(pilot.app)
        assert "Messages from anyone: on" in await click(pilot, "#app-0")


async def test_things_done_on_a_phone_are_ticked(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app(lesson.name, (lesson,))) as pilot:
        await go_to(pilot, "on-the-phone")
        assert "On the grown-up's [phone]:" in screen_text(pilot.app)
        assert "\u25a3 1  Open the settings [/s]." in await press(pilot, "enter")
        assert ALL_TICKED in await press(pilot, "enter")
        assert pilot.app.focused is pilot.app.screen.query_one("#next"), "Enter goes on, and unticks nothing"
        assert ALL_TICKED not in await click(pilot, "#item-0")


async def test_every_kind_of_step_is_walked_to_the_end(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app(lesson.name, (lesson,))) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, LessonScreen)
        for _ in range(20):
            await press(pilot, "2") if screen.step.choice and not screen.step.choice.several else None
            await press(pilot, "f4")
            if screen.is_done:
                break
        assert screen.is_done


async def test_each_door_of_the_house_has_the_letter_of_its_visitor(make_app: AppMaker, lesson: Lesson) -> None:
    async with running(make_app(lesson.name, (lesson,)), (80, 40)) as pilot:
        await go_to(pilot, "doors")
        text = screen_text(pilot.app)
        assert "+-A--+" in text
        assert "A  Somebody you do not know: \u21a9 may only answer you" in text
        before = text[: text.index("A  Somebody")]
        after = await press(pilot, "1")
        assert after[: after.index("A  Somebody")] != before


async def test_an_answer_in_own_words_is_judged_and_sent(make_app: AppMaker, tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, CHAT.replace("stranger", "hurting").replace("cool castle", "cool [/] castle"))
    async with running(make_app(lesson.name, (lesson,)), (60, 20)) as pilot:
        text = screen_text(pilot.app)
        assert "\u2661 Fox: a friend who is not all right" in text
        assert "\u2014 Monday \u2014" in text
        pilot.app.screen.query_one("#own", Button).press()
        await settled(pilot)
        await until(pilot, lambda: bool(pilot.app.screen.query(OwnReplyBox)))
        box = pilot.app.screen.query_one(OwnReplyBox)
        box.editor.load_text("ur such a loser")
        box.editor.focus()
        assert "Look at" in await press(pilot, "enter")
        assert not box.query_one("#send").display
        await press(pilot, "f4", "f3")
        await until(pilot, lambda: bool(pilot.app.screen.query(OwnReplyBox)))
        box = pilot.app.screen.query_one(OwnReplyBox)
        assert box.editor.written == "ur such a loser"
        box.editor.load_text("im here lou")
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.focused is box.query_one("#send"))
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen.query_one(ChatBox).place.name == "shown")
        await until(pilot, lambda: "Somebody to talk to" in screen_text(pilot.app))


async def test_a_long_answer_is_read_to_its_end_at_60_by_20(make_app: AppMaker, tmp_path: Path) -> None:
    reply = "I am sorry that you had such a bad day. I will stay here"
    lesson = lesson_of(tmp_path, CHAT.replace("(Show my grown-up)", reply))
    async with running(make_app(lesson.name, (lesson,)), (60, 20)) as pilot:
        await press(pilot, "2")
        assert f"You: {reply}" in " ".join(screen_text(pilot.app).replace("\u258c", " ").split())


async def test_another_draft_of_the_same_idea_is_shown(make_app: AppMaker, tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, STARTS)
    async with running(make_app(lesson.name, (lesson,))) as pilot:
        assert "ur pic is ugly" in screen_text(pilot.app)
        assert "lol what an ugly pic" in await click(pilot, "#again")
