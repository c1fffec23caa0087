"""The official package of Discord: every fixture as expected, and nothing that stops the reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.discord_package import DiscordPackage
from coach.chats.reader import ChatFile, Read
from coach.models.thread import Turn, Unread
from tests.chats.expected import RIGHT, assert_as_expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

READER = DiscordPackage()
FORMAT = "discord-package"
DAMAGED = "json-damaged"
HEADER = "ID,Timestamp,Contents,Attachments\r\n"


def messages_of(folder: Path) -> ChatFile:
    [path] = [path for path in exported(folder) if path.stem == "messages"]
    return ChatFile(path)


def read(folder: Path) -> list[Read]:
    return list(READER.read(messages_of(folder), None))


@pytest.mark.parametrize("folder", fixtures(FORMAT, but=[DAMAGED]), ids=lambda folder: folder.name)
def test_every_fixture_is_read_as_expected(folder: Path) -> None:
    claimed = [path.stem for path in exported(folder) if READER.claims(ChatFile(path), ChatFile(path).start())]
    assert claimed == ["messages"]
    assert share_right(read(folder), folder) >= RIGHT
    assert_as_expected(read(folder), folder)


def test_a_file_that_was_cut_is_read_to_there() -> None:
    [folder] = [folder for folder in fixtures(FORMAT) if folder.name == DAMAGED]
    found = read(folder)
    assert [each.is_end for each in found if isinstance(each, Unread)][-1:] == [True]
    assert any(isinstance(each, Turn) for each in found)


@pytest.mark.parametrize("bad", [None, 7, "hi", [], {}, {"ID": 1, "Timestamp": "soon", "Contents": "hi"}])
def test_an_entry_that_is_not_a_message_is_counted_as_unread(tmp_path: Path, bad: object) -> None:
    path = tmp_path / "messages.json"
    path.write_text(
        json.dumps([{"ID": 1, "Timestamp": "2024-09-18 15:46:20", "Contents": "hi"}, bad]), encoding="utf-8"
    )
    assert [each.line for each in READER.read(ChatFile(path), None) if isinstance(each, Unread)] == [2]


def test_a_row_that_is_not_a_message_is_counted_as_unread(tmp_path: Path) -> None:
    path = tmp_path / "messages.csv"
    rows = [
        "1,2021-03-02 15:35:26.000000+00:00,hi,",
        "2,soon,hi,",
        "3,2021-03-02 15:35:26,hi",
        '4,2021-03-02 15:35:26,,""',
    ]
    path.write_text(HEADER + "\r\n".join(rows), encoding="utf-8", newline="")
    found = list(READER.read(ChatFile(path), None))
    assert [each.line for each in found if isinstance(each, Unread)] == [3, 4]
    assert [(each.text, each.media) for each in found if isinstance(each, Turn)] == [("hi", ""), ("", "media")]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["ID", "Timestamp", "Contents", "Attachments"]), inner)), content=st.text())  # fmt: skip
def test_no_content_ends_in_anything_but_inputerror(tmp_path: Path, value: object, content: str) -> None:
    survives(READER, tmp_path / "messages.json", json.dumps([value, {"Timestamp": value, "Contents": value}]).encode())
    survives(READER, tmp_path / "messages.csv", f"{HEADER}{content}".encode())


@pytest.mark.parametrize("name", ["json", "csv"])
def test_no_damage_ends_in_anything_but_inputerror(tmp_path: Path, name: str) -> None:
    [folder] = [folder for folder in fixtures(FORMAT) if folder.name == name]
    for content in spoiled(messages_of(folder).path.read_bytes(), seed=1, times=40):
        survives(READER, tmp_path / "spoiled", content)
