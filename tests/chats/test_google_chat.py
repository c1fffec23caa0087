"""Google Chat: every fixture as an independent hand expects it, and nothing that stops the reader."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.google_chat import GoogleTakeout
from coach.chats.reader import ChatFile, Read
from coach.models.thread import Turn, Unread
from tests.chats.expected import RIGHT, assert_as_expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

READER = GoogleTakeout()
DAMAGED = "space-damaged"


def messages_of(folder: Path) -> ChatFile:
    [path] = [path for path in exported(folder) if path.name == "messages.json"]
    return ChatFile(path)


def read(folder: Path) -> list[Read]:
    return list(READER.read(messages_of(folder), None))


@pytest.mark.parametrize("folder", fixtures("google-chat", but=[DAMAGED]), ids=lambda folder: folder.name)
def test_every_fixture_is_read_as_expected(folder: Path) -> None:
    claimed = [path.name for path in exported(folder) if READER.claims(ChatFile(path), ChatFile(path).start())]
    assert claimed == ["messages.json"]
    assert share_right(read(folder), folder) >= RIGHT
    assert_as_expected(read(folder), folder)


def test_a_file_that_was_cut_is_read_to_there() -> None:
    [folder] = [folder for folder in fixtures("google-chat") if folder.name == DAMAGED]
    found = read(folder)
    assert [each.is_end for each in found if isinstance(each, Unread)][-1:] == [True]
    assert any(isinstance(each, Turn) for each in found)


def test_the_owner_is_found_within_an_archive_too(tmp_path: Path) -> None:
    [folder] = [folder for folder in fixtures("google-chat") if folder.name == "dm"]
    with zipfile.ZipFile(tmp_path / "takeout.zip", "w") as archive:
        for path in exported(folder):
            archive.write(path, Path("Takeout") / path.relative_to(folder))
    member = "Takeout/Google Chat/Groups/DM exampleDM1/messages.json"
    assert_as_expected(READER.read(ChatFile(tmp_path / "takeout.zip", member), None), folder)


def message(**fields: object) -> dict[str, object]:
    creator = {"name": "Ivy", "email": "ivy@example.com"}
    return {"creator": creator, "created_date": "Friday, June 14, 2024 at 7:43:15 PM UTC", "text": "hi", **fields}


def found_in(path: Path, *messages: object) -> list[Read]:
    path.write_text(json.dumps({"messages": messages}), encoding="utf-8")
    return list(READER.read(ChatFile(path), None))


@pytest.mark.parametrize(
    "written",
    [
        "Friday, June 14, 2024 at 7:43:15 PM UTC",
        "Friday, June 14, 2024 at 7:43:15\u202fPM UTC",
        "Friday, 14 June 2024 at 19:43:15 UTC",
        "Freitag, 14. Juni 2024 um 19:43:15 UTC",
        "vendredi 14 juin 2024 à 19:43:15 UTC",
        "viernes, 14 de junio de 2024, 19:43:15 UTC",
        "sexta-feira, 14 de junho de 2024 às 19:43:15 UTC",
    ],
)
def test_dates_in_words(tmp_path: Path, written: str) -> None:
    [turn] = found_in(tmp_path / "messages.json", message(created_date=written))
    assert isinstance(turn, Turn)
    assert turn.time == datetime(2024, 6, 14, 19, 43, 15, tzinfo=UTC)


def test_a_file_from_drive_is_media(tmp_path: Path) -> None:
    drive = [{"drive_metadata": {"title": "Plan.pdf"}}]
    [turn] = found_in(tmp_path / "messages.json", message(text=None, annotations=drive))
    assert isinstance(turn, Turn)
    assert (turn.text, turn.media) == ("", "Plan.pdf")


@pytest.mark.parametrize(
    "bad",
    [
        None,
        7,
        "hi",
        [],
        {},
        message(creator=None),
        message(created_date="soon"),
        message(created_date="June 31, 2024 at 7:00:00 PM"),
    ],
)
def test_an_entry_that_is_not_a_message_is_counted_as_unread(tmp_path: Path, bad: object) -> None:
    found = found_in(tmp_path / "messages.json", message(), bad)
    assert [each.line for each in found if isinstance(each, Unread)] == [2]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.recursive(st.none() | st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["creator", "created_date", "text", "annotations", "drive_metadata", "attached_files"]), inner)))  # fmt: skip
def test_no_content_ends_in_anything_but_inputerror(tmp_path: Path, value: object) -> None:
    one = message(text=value, annotations=value, attached_files=value, message_state=value)
    content = {"messages": [value, one, message(created_date=value), message(creator=value)]}
    survives(READER, tmp_path / "messages.json", json.dumps(content).encode())


def test_no_damage_ends_in_anything_but_inputerror(tmp_path: Path) -> None:
    [folder] = [folder for folder in fixtures("google-chat") if folder.name == "space"]
    for content in spoiled(messages_of(folder).path.read_bytes(), seed=1, times=40):
        survives(READER, tmp_path / "spoiled.json", content)
