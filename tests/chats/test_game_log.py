"""Minecraft and Roblox: every fixture as an independent hand expects it, and nothing that stops the readers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.game_log_minecraft import MinecraftLog
from coach.chats.game_log_roblox import RobloxChat, RobloxLog
from coach.chats.reader import ChatFile, ChatReader, Read
from coach.models.thread import SystemLine, Turn, Unread
from tests.chats.expected import RIGHT, assert_as_expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

MINECRAFT, ROBLOX_LOG, ROBLOX_CHAT = MinecraftLog(), RobloxLog(), RobloxChat()
READERS: tuple[ChatReader, ...] = (MINECRAFT, ROBLOX_LOG, ROBLOX_CHAT)
FOLDERS = fixtures("game-logs")
PLAYER_NAMED = "minecraft-client"
HEAD = "[16:02:07] [Render thread/INFO]: "


def reader_of(folder: Path) -> ChatReader:
    if folder.name.startswith("minecraft"):
        return MINECRAFT
    return ROBLOX_CHAT if folder.name == "roblox-chat-copy" else ROBLOX_LOG


def strict(folder: Path) -> object:
    why = "the fixture has no owner, but the log names its player: Setting user: MaxBuilds7"
    marks = [pytest.mark.xfail(strict=True, reason=why)] if folder.name == PLAYER_NAMED else []
    return pytest.param(folder, marks=marks, id=folder.name)


@pytest.mark.parametrize("folder", list(map(strict, FOLDERS)))
def test_every_fixture_is_read_as_expected(folder: Path) -> None:
    [path] = exported(folder)
    found = list(reader_of(folder).read(ChatFile(path), None))
    assert share_right(found, folder) >= RIGHT
    assert_as_expected(found, folder)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_one_reader_claims_a_fixture(folder: Path) -> None:
    file = ChatFile(exported(folder)[0])
    assert [each for each in READERS if each.claims(file, file.start())] == [reader_of(folder)]


def test_a_log_that_names_its_player_says_which_turns_are_the_owner_s() -> None:
    [folder] = [folder for folder in FOLDERS if folder.name == PLAYER_NAMED]
    found = list(MINECRAFT.read(ChatFile(exported(folder)[0]), None))
    assert {each.sender for each in found if isinstance(each, Turn) and each.is_mine} == {"MaxBuilds7"}
    assert_as_expected([replace(each, is_mine=False) if isinstance(each, Turn) else each for each in found], folder)


def minecraft(path: Path, *lines: str) -> list[Read]:
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return list(MINECRAFT.read(ChatFile(path), None))


@pytest.mark.parametrize(
    ("line", "sender", "text"),
    [
        ("[CHAT] <Max> hi", "Max", "hi"),
        ("[System] [CHAT] <Max> hi", "Max", "hi"),
        ("[CHAT] §a<§c[VIP] Max§a> §fhi", "Max", "hi"),
        ("[CHAT] [VIP] Max: hi", "Max", "hi"),
        ("[CHAT] [4] [VIP+] Max » hi: you", "Max", "hi: you"),
        ("[CHAT] * Max waves", "Max", "waves"),
        ("[CHAT] Max whispers to you: where do you live", "Max", "where do you live"),
        ("[CHAT] You whisper to Max: no", "Me", "no"),
        ("[CHAT] [Max -> me] hi", "Max", "hi"),
        ("[Not Secure] <Max> hi", "Max", "hi"),
        ("<Max> <b> hi", "Max", "<b> hi"),
    ],
)
def test_talk_in_its_many_forms(tmp_path: Path, line: str, sender: str, text: str) -> None:
    [turn] = minecraft(tmp_path / "latest.log", HEAD + line)
    assert isinstance(turn, Turn)
    assert (turn.sender, turn.text, turn.is_mine) == (sender, text, sender == "Me")


@pytest.mark.parametrize(
    "line",
    [
        "[CHAT] Max joined the game",
        "[CHAT] Max was slain by Zombie",
        "[CHAT] Max has made the advancement [Stone Age]",
        "[System] [CHAT] Something that servers say",
        "Loaded 7 advancements",
        "Max: this is a server's own line",
    ],
)
def test_what_nobody_said_is_the_game_s(tmp_path: Path, line: str) -> None:
    assert minecraft(tmp_path / "latest.log", HEAD + line) == [SystemLine(1)]


@pytest.mark.parametrize(
    "head",
    [
        "[16:02:07] [Server thread/INFO]: ",
        "[16:02:07] [Async Chat Thread - #0/INFO]: ",
        "[16:02:07 INFO]: ",
        "[16:02:07] [Server thread/INFO] [net.minecraft.server/]: ",
    ],
)
def test_heads_of_lines(tmp_path: Path, head: str) -> None:
    assert minecraft(tmp_path / "latest.log", f"{head}<Max> hi") == [Turn("Max", "hi")]


@pytest.mark.parametrize("head", ["2013-05-01 16:02:07 [INFO] ", "[01May2013 16:02:07.112] [main/INFO] [a.b/]: "])
def test_heads_with_a_date(tmp_path: Path, head: str) -> None:
    time = datetime(2013, 5, 1, 16, 2, 7)  # noqa: DTZ001
    assert minecraft(tmp_path / "latest.log", f"{head}<Max> hi") == [Turn("Max", "hi", time)]


def test_the_name_of_an_old_log_has_the_day_and_midnight_begins_the_next(tmp_path: Path) -> None:
    lines = [f"[{clock}] [Server thread/INFO]: <Max> hi" for clock in ("23:59:00", "00:01:00", "00:00:59")]
    found = minecraft(tmp_path / "2024-03-15-1.log", *lines)
    assert [f"{each.time}" for each in found if isinstance(each, Turn)] == [
        "2024-03-15 23:59:00",
        "2024-03-16 00:01:00",
        "2024-03-16 00:00:59",
    ]


@pytest.mark.parametrize("line", ["[25:00:00] [a/INFO]: <Max> hi", "[99Mar2024 16:02:07.1] [a/INFO] [b/]: <Max> hi"])
def test_a_time_that_does_not_exist_is_not_read(tmp_path: Path, line: str) -> None:
    assert [each.line for each in minecraft(tmp_path / "latest.log", line) if isinstance(each, Unread)] == [1]


def test_a_stack_trace_is_the_game_s(tmp_path: Path) -> None:
    found = minecraft(tmp_path / "latest.log", f"{HEAD}oh no", "java.lang.Exception: <Max> hi", "\tat a.b.C(D.java:1)")
    assert found == [SystemLine(1), SystemLine(2), SystemLine(3)]


def test_roblox_text_is_plain(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    head = "2024-03-15T16:02:57.000Z,177.000000,0a1c,6,Info [FLog::Output] [ExpChat/mountClientApp (Debug)] - "
    said = 'Incoming MessageReceived Status: Success Text: <font color="#fff">a &amp; b</font> <3'
    path.write_text(f"{head}{said}\n", encoding="utf-8")
    [turn] = ROBLOX_LOG.read(ChatFile(path), None)
    assert isinstance(turn, Turn)
    assert turn.text == "a & b <3"


def test_roblox_talk_to_a_team_and_lines_without_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("[Max_7]: hi\n{Team} [Ivy]: go\nwhat\n", encoding="utf-8")
    assert list(ROBLOX_CHAT.read(ChatFile(path), None)) == [
        Turn("Max_7", "hi"),
        Turn("Ivy", "go"),
        Unread(3, "no name is before it"),
    ]


LINES = [
    "[16:02:07] [a/INFO]: [CHAT] ",
    "<Max> ",
    "[",
    "§",
    "Max: ",
    "2024-03-15T16:02:57.000Z,1.0,a,6 [",
    "[Max]: ",
    "\n",
    "[1",
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(), st.text().map(str.encode), st.lists(st.sampled_from(LINES)).map(lambda lines: "".join(lines).encode())))  # fmt: skip
def test_no_content_ends_in_anything_but_inputerror(tmp_path: Path, content: bytes) -> None:
    for reader in READERS:
        survives(reader, tmp_path / "2024-12-31-1.log", content)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_damage_ends_in_anything_but_inputerror(tmp_path: Path, folder: Path) -> None:
    for content in spoiled(exported(folder)[0].read_bytes(), seed=1, times=15):
        survives(reader_of(folder), tmp_path / "spoiled.log", content)
