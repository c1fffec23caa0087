"""Instagram and Messenger: every fixture as an independent hand expects it, and nothing that stops the reader."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.finder import find_chats
from coach.chats.instagram import MetaDownload, repaired
from coach.chats.reader import ChatFile, Read
from coach.models.thread import SystemLine, Turn, Unread
from tests.chats.expected import RIGHT, assert_as_expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

READER = MetaDownload()
DAMAGED = ("group-damaged", "dm-damaged")
ALL = [folder for name in ("instagram", "messenger") for folder in fixtures(name)]


def read(folder: Path) -> list[Read]:
    return list(READER.read(ChatFile(exported(folder)[0]), None))


@pytest.mark.parametrize("folder", [each for each in ALL if each.name not in DAMAGED], ids=lambda folder: folder.name)
def test_every_fixture_is_read_as_expected(folder: Path) -> None:
    for path in exported(folder):
        assert READER.claims(ChatFile(path), ChatFile(path).start())
    assert share_right(read(folder), folder) >= RIGHT
    assert_as_expected(read(folder), folder)


@pytest.mark.parametrize("folder", [each for each in ALL if each.name in DAMAGED], ids=lambda folder: folder.name)
def test_a_file_that_was_cut_is_read_to_there(folder: Path) -> None:
    found = read(folder)
    assert [each.is_end for each in found if isinstance(each, Unread)][-1:] == [True]
    assert any(isinstance(each, Turn) for each in found)


def test_a_later_file_given_alone_is_read_alone() -> None:
    [folder] = [each for each in ALL if each.name == "dm-two-files"]
    second = list(READER.read(ChatFile(folder / "message_2.json"), None))
    assert second == read(folder)[: len(second)]
    assert len(second) == 20


def test_the_files_of_one_conversation_are_found_once(tmp_path: Path) -> None:
    [folder] = [each for each in ALL if each.name == "dm-two-files"]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for path in exported(folder):
            archive.write(path, f"inbox/maya/{path.name}")
    for place in (folder, tmp_path / "a.zip"):
        [found] = find_chats(place).chats
        assert found.file.name == "message_1.json"
        assert_as_expected(found.reader.read(found.file, None), folder)


@pytest.mark.parametrize(
    ("mangled", "text"),
    [
        ("Zo\u00c3\u00ab", "Zoë"),
        ("\u00f0\u009f\u0098\u0080", "😀"),
        ("\u00e2\u009d\u00a4\u00ef\u00b8\u008f", "❤️"),
        ("Zoë", "Zoë"),
        ("already ❤ right, or \u00c3\u00a9 not", "already ❤ right, or é not"),
        ("cut \u00f0\u009f\u0098", "cut \u00f0\u009f\u0098"),
        ("caf\u00c3\u00a9\u00c2\u00a0\u00c3\u00a0 c\u00c3\u00b4t\u00c3\u00a9", "café\u00a0à côté"),
        ("\u00e0\u0080\u0080 ❤", "\u00e0\u0080\u0080 ❤"),
    ],
)
def test_utf_8_that_was_read_as_latin_1_is_repaired(mangled: str, text: str) -> None:
    assert repaired(mangled) == text


@given(st.text())
def test_what_meta_does_to_a_text_is_undone(text: str) -> None:
    assert repaired(text.encode("utf-8").decode("latin-1")) == text


def entry(**fields: object) -> dict[str, object]:
    return {"sender_name": "Ivy", "timestamp_ms": 1_700_000_000_000, **fields}


def only(path: Path, **fields: object) -> Read:
    path.write_text(json.dumps({"participants": [], "messages": [entry(**fields)]}), encoding="utf-8")
    [record] = READER.read(ChatFile(path), None)
    return record


@pytest.mark.parametrize(
    "content",
    [
        "Liked a message",
        "Reacted ❤ to your message ",
        "Ivy named the group Foxes.",
        "You named the group Foxes.",
        "Ivy started a video chat",
        "Ivy missed your call.",
        "The video chat ended.",
        "Hat eine Nachricht mit „Gefällt mir“ markiert.",
        "A aimé un message",
        "Curtiu uma mensagem",
    ],
)
def test_the_app_s_own_words_are_nobody_s(tmp_path: Path, content: str) -> None:
    assert only(tmp_path / "a.json", content=content.encode().decode("latin-1")) == SystemLine(1)


@pytest.mark.parametrize(
    "content",
    [
        "Max named the group Foxes.",
        "I liked a message",
        "Ivy sent an attachment. not",
        "he reacted ❤ to your message lol",
    ],
)
def test_words_that_only_resemble_the_app_s_are_a_turn(tmp_path: Path, content: str) -> None:
    turn = only(tmp_path / "a.json", content=content.encode().decode("latin-1"))
    assert isinstance(turn, Turn)
    assert turn.text == content


def test_an_attachment_that_the_file_lacks_is_media(tmp_path: Path) -> None:
    turn = only(tmp_path / "a.json", content="Ivy hat einen Anhang gesendet.")
    assert isinstance(turn, Turn)
    assert (turn.text, turn.media) == ("", "media")


@pytest.mark.parametrize("bad", [None, 7, "hi", [], {}, entry(sender_name=None), entry(timestamp_ms=True)])
def test_an_entry_that_is_not_a_message_is_counted_as_unread(tmp_path: Path, bad: object) -> None:
    path = tmp_path / "message_1.json"
    path.write_text(json.dumps({"messages": [entry(content="hi")]}), encoding="utf-8")
    (tmp_path / "message_2.json").write_text(json.dumps({"messages": [entry(content="hi"), bad]}), encoding="utf-8")
    [unread] = [each for each in READER.read(ChatFile(path), None) if isinstance(each, Unread)]
    assert unread.line == 2
    assert unread.why.endswith(" of message_2.json")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.recursive(st.none() | st.text() | st.integers() | st.floats(allow_nan=False, allow_infinity=False), lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["sender_name", "timestamp_ms", "content", "photos", "uri", "share", "link", "x"]), inner)))  # fmt: skip
def test_no_content_ends_in_anything_but_inputerror(tmp_path: Path, value: object) -> None:
    survives(READER, tmp_path / "message_1.json", json.dumps({"messages": [value, entry(content=value)]}).encode())


@pytest.mark.parametrize("name", ["dm-one-file", "e2ee-form"])
def test_no_damage_ends_in_anything_but_inputerror(tmp_path: Path, name: str) -> None:
    [path] = exported(next(each for each in ALL if each.name == name))
    for content in spoiled(path.read_bytes(), seed=1, times=60):
        survives(READER, tmp_path / "spoiled.json", content)
