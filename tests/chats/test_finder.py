"""Files, archives, folders and pasted words: the right reader is found, and what is dangerous or unknown is refused."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats import archives, finder
from coach.chats.finder import find_chats, find_pasted, readers
from coach.chats.reader import ChatFile
from coach.errors import InputError
from coach.models.thread import Turn
from tests.chats.expected import FIXTURES, assert_as_expected, exported, fixtures
from tests.chats.reading import spoiled

CHAT = "14/06/2024, 19:47 - Ada: hello\n15/06/2024, 19:48 - Max: hi\n"
PASTED = "Ada: hello\nMax: hi\nAda: bye\n"
NAMES = {
    "csv": "CSV with columns such as sender, time and text",
    "pasted": "lines such as Max: hello",
    "whatsapp": "WhatsApp text",
}
GENERAL = {NAMES["csv"], NAMES["pasted"]}


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", ".").replace("_in_", "/"), text)
    return path


def texts(path: Path) -> list[str]:
    [chat] = find_chats(path).chats
    return [each.text for each in chat.reader.read(chat.file, None) if isinstance(each, Turn)]


@pytest.mark.parametrize("chat_format", NAMES)
def test_every_fixture_gets_the_reader_of_its_form(chat_format: str) -> None:
    damaged = [
        folder.name for folder in fixtures(chat_format) if folder.name in {"no-chat-damaged", "uk-ios-zip-damaged"}
    ]
    for folder in fixtures(chat_format, but=damaged):
        [path] = exported(folder)
        assert [each.reader.name for each in find_chats(path).chats] == [NAMES[chat_format]], folder


def test_no_other_fixture_is_taken_for_whatsapp_or_pasted_lines() -> None:
    files = [path for folder in FIXTURES.iterdir() if folder.name not in NAMES for path in exported(folder)]
    taken = [reader for reader in readers() if reader.name in {NAMES["whatsapp"], NAMES["pasted"]}]
    found = [path for path in files for reader in taken if reader.claims(ChatFile(path), ChatFile(path).start())]
    assert len(taken) == 2
    assert found == []


def test_general_readers_are_asked_last() -> None:
    assert {each.name for each in readers()[-2:]} == GENERAL


@pytest.mark.parametrize("name", ["uk-ios-zip", "us-android-zip"])
def test_a_chat_is_read_within_its_archive(name: str) -> None:
    folder = FIXTURES / "whatsapp" / name
    [path] = exported(folder)
    [chat] = find_chats(path).chats
    assert chat.file.member.endswith(".txt")
    assert_as_expected(chat.reader.read(chat.file, None), folder)


def test_an_archive_that_was_cut_is_refused() -> None:
    [path] = exported(FIXTURES / "whatsapp" / "uk-ios-zip-damaged")
    with pytest.raises(InputError, match="damaged or cut short\n    fix: "):
        find_chats(path)


def test_what_lies_beside_a_known_chat_is_not_taken_for_one(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", _chat__txt=CHAT, list__txt=PASTED, **{"__MACOSX/._chat__txt": CHAT})
    found = find_chats(path)
    assert [each.file.name for each in found.chats] == ["_chat.txt"]
    assert [each.name for each in found.others] == ["list.txt"]


def test_general_readers_look_where_no_known_chat_is(tmp_path: Path) -> None:
    assert texts(zipped(tmp_path / "a.zip", list__txt=PASTED, picture__jpg="x")) == ["hello", "hi", "bye"]


def test_a_folder_is_searched(tmp_path: Path) -> None:
    folder = tmp_path / "unpacked" / "chat"
    folder.mkdir(parents=True)
    (folder / "_chat.txt").write_text(CHAT)
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert texts(tmp_path / "unpacked") == ["hello", "hi"]


def test_pasted_words_are_read_from_memory() -> None:
    [chat] = find_pasted(CHAT).chats
    assert [each.sender for each in chat.reader.read(chat.file, None) if isinstance(each, Turn)] == ["Ada", "Max"]
    with pytest.raises(InputError, match=r"^pasted text: not a chat"):
        find_pasted("how are you?")


def test_files_beside_one_another(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", one_in_a__json="1", one_in_b__json="2", c__json="3")
    file = ChatFile(path, "one/a.json")
    assert (file.name, file.folder) == ("a.json", "one")
    assert file.beside("b.json") == ChatFile(path, "one/b.json")
    assert file.beside("../c.json") == ChatFile(path, "c.json")
    assert file.beside("d.json") is None
    assert ChatFile(path).beside("d.json") is None
    assert ChatFile(path).beside("a.zip") == ChatFile(path)


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", _chat__txt="a" * 20_000_000)
    with pytest.raises(InputError, match=r"_chat\.txt would unpack to 20,000,000 bytes: .*\n    fix: "):
        find_chats(path)


def test_a_member_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_SIZE", 10)
    with pytest.raises(InputError, match="would unpack to"):
        find_chats(zipped(tmp_path / "a.zip", _chat__txt=CHAT))


def test_an_archive_with_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_FILES", 1)
    monkeypatch.setattr(finder, "MAX_FILES", 1)
    with pytest.raises(InputError, match="2 files in this archive: at most 1"):
        find_chats(zipped(tmp_path / "a.zip", a__txt="", b__txt=""))
    (tmp_path / "b.txt").write_text("")
    with pytest.raises(InputError, match="more than 1 files"):
        find_chats(tmp_path)


def test_a_password_is_named(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", _chat__txt=CHAT)
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"has a password\n    fix: unpack"):
        find_chats(path)


def test_damage_within_a_member_is_refused_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("_chat.txt", CHAT)
    path.write_bytes(path.read_bytes().replace(b"hello", b"hullo"))
    with pytest.raises(InputError, match="damaged or cut short"):
        texts(path)


def test_an_archive_in_an_archive_is_not_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", photo__jpg="x", inner__zip="PK")
    with pytest.raises(InputError, match=r"inner\.zip in it is an archive itself\n    fix: unpack it"):
        find_chats(path)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\n", "the file is empty"),
        ("a.txt", b"Shopping:\nmilk\nbread\n", "not a chat that Coach knows"),
        ("a.txt", b"We were at the lake. It was cold: very cold.\nThen we went home.\n", "not a chat"),
        ("a.pdf", b"%PDF-1.7", "this is a PDF, and not a chat"),
        ("a.docx", b"PK\x03\x04....word/document.xml", "this is a document"),
        ("a.html", b"<!DOCTYPE html><html>", "this is XML or a web page"),
        ("a.json", b'{"a": 1}', "this is JSON"),
        ("msgstore.db.crypt15", b"\x01\x02\x03", "encrypted backup of WhatsApp"),
        ("a.rar", b"Rar!\x1a\x07", "this archive cannot be read"),
        ("a.zip", b"PK\x05\x06" + b"\0" * 18, "0 files, but no chat"),
        ("a.bin", b"\0\1\2\3", "not a chat that Coach knows"),
    ],
)
def test_a_file_that_is_not_a_chat_is_refused(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=rf"(?s){what}.*\n    fix: "):
        find_chats(tmp_path / name)


def test_the_known_forms_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hello")
    with pytest.raises(InputError) as raised:
        find_chats(tmp_path / "a.txt")
    assert [each.name for each in readers() if each.name not in str(raised.value)] == []


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        find_chats(tmp_path / "a.txt")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(content=st.binary() | st.binary().map(lambda some: b"PK\x03\x04" + some) | st.text().map(str.encode))
def test_any_file_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    with suppress(InputError):
        for chat in find_chats(tmp_path / "a").chats:
            list(chat.reader.read(chat.file, None))


def test_any_damage_of_an_archive_is_refused(tmp_path: Path) -> None:
    [path] = exported(FIXTURES / "whatsapp" / "us-android-zip")
    for content in spoiled(path.read_bytes(), seed=2, times=40):
        (tmp_path / "a.zip").write_bytes(content)
        with suppress(InputError):
            for chat in find_chats(tmp_path / "a.zip").chats:
                list(chat.reader.read(chat.file, None))
