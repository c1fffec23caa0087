"""Telegram Desktop: every fixture as an independent hand expects it, and nothing that stops the reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.reader import ChatFile, Read
from coach.chats.telegram import TelegramDesktop
from coach.models.thread import SystemLine, Turn, Unread
from tests.chats.expected import RIGHT, assert_as_expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

READER = TelegramDesktop()
DAMAGED = "full-export-damaged"


def read(folder: Path) -> list[Read]:
    [path] = exported(folder)
    return list(READER.read(ChatFile(path), None))


@pytest.mark.parametrize("folder", fixtures("telegram", but=[DAMAGED]), ids=lambda folder: folder.name)
def test_every_fixture_is_read_as_expected(folder: Path) -> None:
    [path] = exported(folder)
    assert READER.claims(ChatFile(path), ChatFile(path).start())
    assert share_right(read(folder), folder) >= RIGHT
    assert_as_expected(read(folder), folder)


def test_a_file_that_was_cut_is_read_to_there() -> None:
    [folder] = [folder for folder in fixtures("telegram") if folder.name == DAMAGED]
    found = read(folder)
    assert [each.is_end for each in found if isinstance(each, Unread)][-1:] == [True]
    assert any(isinstance(each, Turn) for each in found)


def message(**fields: object) -> dict[str, object]:
    return {"type": "message", "date": "2024-03-19T17:06:21", "from": "Ivy", "from_id": "user7", "text": "hi", **fields}


def account(path: Path, *chats: dict[str, object], **fields: object) -> list[Read]:
    path.write_text(json.dumps({"about": "", **fields, "chats": {"list": chats}}), encoding="utf-8")
    return list(READER.read(ChatFile(path), None))


def only(path: Path, **fields: object) -> Read:
    path.write_text(json.dumps({"type": "personal_chat", "messages": [message(**fields)]}), encoding="utf-8")
    [record] = READER.read(ChatFile(path), None)
    return record


def test_chats_without_a_name_are_kept_apart(tmp_path: Path) -> None:
    chats: tuple[dict[str, object], ...] = (
        {"name": "castle", "type": "private_group", "id": 1, "messages": [message()]},
        {"name": None, "type": "personal_chat", "id": 2, "messages": [message()]},
        {"name": None, "type": "personal_chat", "id": 3, "messages": [message()]},
        {"type": "saved_messages", "id": 4, "messages": [message()]},
    )
    found = account(tmp_path / "result.json", *chats)
    assert [each.chat for each in found if isinstance(each, Turn)] == [
        "castle",
        "personal_chat 2",
        "personal_chat 3",
        "saved_messages",
    ]


def test_chats_that_were_left_are_read_too(tmp_path: Path) -> None:
    left = {
        "list": [{"name": "club", "type": "private_channel", "id": 5, "messages": [message(), {"type": "service"}]}]
    }
    found = account(tmp_path / "result.json", left_chats=left)
    assert [type(each) for each in found] == [Turn, SystemLine]


def test_the_owner_s_own_turns_are_known_by_the_number_of_the_account(tmp_path: Path) -> None:
    chat = {"name": "Max", "type": "personal_chat", "id": 1, "messages": [message(), message(from_id="user8")]}
    found = account(tmp_path / "result.json", chat, personal_information={"user_id": 7})
    assert [each.is_mine for each in found if isinstance(each, Turn)] == [True, False]


@pytest.mark.parametrize(
    ("fields", "text", "media"),
    [
        ({"text": ["see ", {"type": "link", "text": "https://example.com"}, " ok"]}, "see https://example.com ok", ""),
        (
            {"text": "", "poll": {"question": "Park?", "answers": [{"text": "yes"}, {"text": "no"}]}},
            "Park?\nyes\nno",
            "poll",
        ),
        ({"text": "", "photo": "(File not included. Change data exporting settings to download.)"}, "", "image"),
        ({"text": "", "file": "(File exceeds maximum size.)", "media_type": "video_message"}, "", "video"),
        ({"text": "", "file": "stickers/a.webp", "media_type": "sticker"}, "", "a.webp"),
        ({"text": "", "location_information": {"latitude": 0, "longitude": 0}}, "", "location"),
        ({"text": ""}, "", "media"),
    ],
)
def test_words_and_media(tmp_path: Path, fields: dict[str, object], text: str, media: str) -> None:
    turn = only(tmp_path / "result.json", **fields)
    assert isinstance(turn, Turn)
    assert (turn.text, turn.media) == (text, media)


@pytest.mark.parametrize(
    "fields",
    [{"type": "unsupported"}, {"date": None}, {"from": None, "from_id": None}, {"text": 7}, {"text": ["a", {}]}],
)
def test_an_entry_that_is_not_a_message_is_counted_as_unread(tmp_path: Path, fields: dict[str, object]) -> None:
    record = only(tmp_path / "result.json", **fields)
    assert isinstance(record, Unread)
    assert record.line == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.recursive(st.none() | st.text() | st.integers() | st.floats(allow_nan=False, allow_infinity=False), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["type", "text", "file", "photo", "poll", "question", "answers", "x"]), inner)))  # fmt: skip
def test_no_content_ends_in_anything_but_inputerror(tmp_path: Path, value: object) -> None:
    one = dict.fromkeys(("text", "poll", "file", "media_type", "photo"), value)
    content = {"chats": value, "messages": [value, message(**one), message(date=value)], "personal_information": value}
    survives(READER, tmp_path / "result.json", json.dumps(content).encode())


@pytest.mark.parametrize("name", ["full-export", "single-group"])
def test_no_damage_ends_in_anything_but_inputerror(tmp_path: Path, name: str) -> None:
    [path] = exported(next(each for each in fixtures("telegram") if each.name == name))
    for content in spoiled(path.read_bytes(), seed=1, times=60):
        survives(READER, tmp_path / "spoiled.json", content)
