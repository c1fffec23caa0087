"""Snapchat: every fixture as an independent hand expects it, and nothing that stops the reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.reader import ChatFile, Read
from coach.chats.snapchat import SnapchatHistory
from coach.models.thread import SystemLine, Turn, Unread
from tests.chats.expected import RIGHT, assert_as_expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

READER = SnapchatHistory()
DAMAGED = "new-form-damaged"


def read(folder: Path) -> list[Read]:
    [path] = exported(folder)
    return list(READER.read(ChatFile(path), None))


@pytest.mark.parametrize("folder", fixtures("snapchat", but=[DAMAGED]), ids=lambda folder: folder.name)
def test_every_fixture_is_read_as_expected(folder: Path) -> None:
    [path] = exported(folder)
    assert READER.claims(ChatFile(path), ChatFile(path).start())
    assert share_right(read(folder), folder) >= RIGHT
    assert_as_expected(read(folder), folder)


def test_a_file_that_was_cut_is_read_to_there() -> None:
    [folder] = [folder for folder in fixtures("snapchat") if folder.name == DAMAGED]
    found = read(folder)
    assert [each.is_end for each in found if isinstance(each, Unread)][-1:] == [True]
    assert any(isinstance(each, Turn) for each in found)


def message(**fields: object) -> dict[str, object]:
    start = {"From": "ivy", "Media Type": "TEXT", "Created": "2024-03-15 16:02:32 UTC", "Content": "hi"}
    return {**start, "IsSender": False, **{key.replace("_", " "): value for key, value in fields.items()}}


def history(path: Path, **conversations: object) -> list[Read]:
    path.write_text(json.dumps(conversations), encoding="utf-8")
    return list(READER.read(ChatFile(path), None))


def test_one_conversation_alone_is_not_named(tmp_path: Path) -> None:
    [turn] = history(tmp_path / "a.json", ivy=[message()])
    assert isinstance(turn, Turn)
    assert turn.chat == ""


def test_within_a_second_the_exact_time_decides(tmp_path: Path) -> None:
    at = 1_710_518_552_000
    one, two = (message(Content=f"{late}", **{"Created(microseconds)": at + late}) for late in (900, 100))
    found = history(tmp_path / "a.json", ivy=[one], max=[two])
    assert [each.text for each in found if isinstance(each, Turn)] == ["100", "900"]


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        ("STATUSCALLMISSEDAUDIO", SystemLine(1)),
        ("STATUS", SystemLine(1)),
        ("STATUSCONVERSATIONCAPTURESCREENSHOT", SystemLine(1)),
    ],
)
def test_what_nobody_wrote_is_the_app_s(tmp_path: Path, kind: str, record: Read) -> None:
    assert history(tmp_path / "a.json", ivy=[message(Media_Type=kind, Content=None)]) == [record]


@pytest.mark.parametrize(
    ("kind", "media"), [("MEDIA", "media"), ("NOTE", "audio"), ("LOCATION", "location"), ("SOMETHINGNEW", "media")]
)
def test_what_was_sent_without_words_is_media(tmp_path: Path, kind: str, media: str) -> None:
    [turn] = history(tmp_path / "a.json", ivy=[message(Media_Type=kind, Content=None)])
    assert isinstance(turn, Turn)
    assert (turn.text, turn.media) == ("", media)


@pytest.mark.parametrize(
    "bad", [None, 7, "hi", [], {}, message(From=None), message(Created="soon"), message(Media_Type=None)]
)
def test_an_entry_that_is_not_a_message_is_counted_as_unread(tmp_path: Path, bad: object) -> None:
    found = history(tmp_path / "a.json", ivy=[message(), bad])
    assert [each.line for each in found if isinstance(each, Unread)] == [2]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.recursive(st.none() | st.text() | st.integers() | st.floats(allow_nan=False, allow_infinity=False), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["From", "To", "Text", "Media Type", "Created", "IsSender", "Created(microseconds)"]), inner)))  # fmt: skip
def test_no_content_ends_in_anything_but_inputerror(tmp_path: Path, value: object) -> None:
    one = message(Content=value, Media_Type=value, **{"Created(microseconds)": value, "Conversation Title": value})
    survives(READER, tmp_path / "a.json", json.dumps({"ivy": [value, one], "max": value}).encode())


@pytest.mark.parametrize("name", ["new-form", "old-form"])
def test_no_damage_ends_in_anything_but_inputerror(tmp_path: Path, name: str) -> None:
    [path] = exported(next(each for each in fixtures("snapchat") if each.name == name))
    for content in spoiled(path.read_bytes(), seed=1, times=40):
        survives(READER, tmp_path / "spoiled.json", content)
