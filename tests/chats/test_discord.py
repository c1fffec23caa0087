"""DiscordChatExporter: every fixture as an independent hand expects it, and nothing that stops the reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.discord import DiscordExporter
from coach.chats.reader import ChatFile, Read
from coach.models.thread import Turn, Unread
from tests.chats.expected import RIGHT, assert_as_expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

READER = DiscordExporter()
FORMAT = "discord-exporter"
DAMAGED = "group-dm-forward-damaged"


def read(folder: Path) -> list[Read]:
    [path] = exported(folder)
    return list(READER.read(ChatFile(path), None))


@pytest.mark.parametrize("folder", fixtures(FORMAT, but=[DAMAGED]), ids=lambda folder: folder.name)
def test_every_fixture_is_read_as_expected(folder: Path) -> None:
    [path] = exported(folder)
    assert READER.claims(ChatFile(path), ChatFile(path).start())
    assert share_right(read(folder), folder) >= RIGHT
    assert_as_expected(read(folder), folder)


def test_a_file_that_was_cut_is_read_to_there() -> None:
    [folder] = [folder for folder in fixtures(FORMAT) if folder.name == DAMAGED]
    found = read(folder)
    assert [each.is_end for each in found if isinstance(each, Unread)][-1:] == [True]
    assert any(isinstance(each, Turn) for each in found)


def message(**fields: object) -> dict[str, object]:
    start = {"id": "1", "type": "Default", "timestamp": "2024-03-08T17:08:40.137+00:00", "content": "hi"}
    return {**start, "author": {"name": "ivy", "nickname": "Ivy"}, **fields}


def turns(path: Path, *messages: object) -> list[Read]:
    path.write_text(json.dumps({"guild": {}, "channel": {}, "messages": messages}), encoding="utf-8")
    return list(READER.read(ChatFile(path), None))


def test_newest_first_is_turned_around(tmp_path: Path) -> None:
    times = ["2024-03-08T17:08:42+00:00", "2024-03-08T17:08:41+00:00", "2024-03-08T17:08:40+00:00"]
    found = turns(tmp_path / "a.json", *(message(timestamp=time, content=time[-8:-6]) for time in times))
    assert [each.text for each in found if isinstance(each, Turn)] == ["40", "41", "42"]


def test_a_bot_s_card_is_its_words(tmp_path: Path) -> None:
    [turn] = turns(tmp_path / "a.json", message(content="", embeds=[{"title": "Quiz", "description": "Who is it?"}]))
    assert isinstance(turn, Turn)
    assert turn.text == "Quiz\nWho is it?"


def test_an_account_without_a_nickname_goes_by_its_name(tmp_path: Path) -> None:
    [turn] = turns(tmp_path / "a.json", message(author={"name": "ivyleaf", "nickname": None}))
    assert isinstance(turn, Turn)
    assert turn.sender == "ivyleaf"


@pytest.mark.parametrize("entry", [None, 7, "hi", [], {}, {"type": 3}, message(author=None), message(timestamp=7)])
def test_an_entry_that_is_not_a_message_is_counted_as_unread(tmp_path: Path, entry: object) -> None:
    found = turns(tmp_path / "a.json", message(), entry)
    assert [each.line for each in found if isinstance(each, Unread)] == [2]


def test_half_a_character_does_not_end_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    text = json.dumps(
        {"guild": {}, "channel": {}, "messages": [message(content="one \udc00 two \ud83d \\udc00 \U0001f642")]}
    )
    path.write_text(text, encoding="utf-8")
    [turn] = READER.read(ChatFile(path), None)
    assert isinstance(turn, Turn)
    assert turn.text == "one \ufffd two ? \\udc00 \U0001f642"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(), st.text().map(str.encode), st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)).map(lambda value: json.dumps({"messages": value}).encode())))  # fmt: skip
def test_no_content_ends_in_anything_but_inputerror(tmp_path: Path, content: bytes) -> None:
    survives(READER, tmp_path / "any.json", content)


def test_no_damage_ends_in_anything_but_inputerror(tmp_path: Path) -> None:
    [path] = exported(fixtures(FORMAT)[0])
    for content in spoiled(path.read_bytes(), seed=1, times=60):
        survives(READER, tmp_path / "spoiled.json", content)
