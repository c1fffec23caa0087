"""iMessage, by imessage-exporter and iMazing: every fixture as expected, and nothing that stops the readers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.imessage_csv import MazingTable
from coach.chats.imessage_text import MessagesText
from coach.chats.reader import ChatFile, Read
from coach.models.thread import SystemLine, Turn, Unread
from tests.chats.expected import RIGHT, assert_as_expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

TEXT, TABLE = MessagesText(), MazingTable()
HEADER = "Chat Session,Message Date,Edited Date,Type,Sender ID,Sender Name,Subject,Text,Attachment,Attachment type"


def reader_of(folder: Path) -> MessagesText | MazingTable:
    return TABLE if folder.name.startswith("imazing") else TEXT


def read(folder: Path) -> list[Read]:
    [path] = exported(folder)
    return list(reader_of(folder).read(ChatFile(path), None))


@pytest.mark.parametrize("folder", fixtures("imessage"), ids=lambda folder: folder.name)
def test_every_fixture_is_read_as_expected(folder: Path) -> None:
    [path] = exported(folder)
    assert reader_of(folder).claims(ChatFile(path), ChatFile(path).start())
    assert share_right(read(folder), folder) >= RIGHT
    assert_as_expected(read(folder), folder)


def texted(path: Path, *lines: str, sender: str = "Ivy") -> list[Read]:
    whole = ["May 17, 2022  5:29:42 PM", sender, *lines, "", ""]
    path.write_text("\n".join(whole), encoding="utf-8")
    return list(TEXT.read(ChatFile(path), None))


def turn(path: Path, *lines: str) -> Turn:
    [found] = texted(path, *lines)
    assert isinstance(found, Turn)
    return found


@pytest.mark.parametrize(
    ("lines", "text", "media"),
    [
        (["hi", "", "", "you"], "hi\n\n\nyou", ""),
        (["hi", "Tapbacks:", "    Loved by Max", "", "and more"], "hi\n\nand more", ""),
        (["my", "Reactions:", "I was shocked"], "my\nReactions:\nI was shocked", ""),
        (["hi", "Sent with Confetti"], "hi", ""),
        (["attachments/12/345.jpeg"], "", "345.jpeg"),
        (["~/Library/Messages/Attachments/0a/10/AB-1/My Photo 1.heic", "look"], "look", "My Photo 1.heic"),
        (["IMG_0001.HEIC"], "", "IMG_0001.HEIC"),
        (["https://example.com/attachments/a.jpg"], "https://example.com/attachments/a.jpg", ""),
        (["Sticker from Ivy: attachments/a/b.heics (App: Memoji)"], "", "b.heics"),
        (["Attachment missing!"], "", "media"),
        (["attachments/1/a.caf", "Transcription: are you there"], "are you there", "a.caf"),
        ([], "", "media"),
    ],
)
def test_words_and_media(tmp_path: Path, lines: list[str], text: str, media: str) -> None:
    found = turn(tmp_path / "a.txt", *lines)
    assert (found.text, found.media, found.is_deleted) == (text, media, False)


def test_the_copy_of_a_reply_is_nobody_s_words(tmp_path: Path) -> None:
    copy = [
        "    May 17, 2022  5:30:00 PM",
        "    Max",
        "    no",
        "its second line",
        "    Tapbacks:",
        "    Loved by Ivy",
        "",
    ]
    second = ["    May 17, 2022  5:31:00 PM (Read by you after 3 seconds)", "    Bo", "    yes", ""]
    newer = ["    May 17, 2022  5:32:00 PM", "    Bo", "    one", "", "    two", ""]
    assert turn(tmp_path / "a.txt", "who?", *copy, *second, *newer, "    ", "or not").text.split() == [
        "who?",
        "or",
        "not",
    ]


def test_the_last_version_of_an_edited_message_counts(tmp_path: Path) -> None:
    versions = [
        "May 17, 2022  5:29:42 PM one",
        "Edited 4 seconds later: two",
        "Edited 1 minute, 5 seconds later: three",
    ]
    found = turn(tmp_path / "a.txt", *versions, "lines")
    assert (found.text, found.is_edited) == ("three\nlines", True)


@pytest.mark.parametrize(
    "line",
    [
        "You unsent this message part 9 seconds after sending!",
        "They unsent this message part!",
        "They deleted a message.",
    ],
)
def test_a_message_that_was_taken_back_is_deleted(tmp_path: Path, line: str) -> None:
    found = turn(tmp_path / "a.txt", line)
    assert (found.text, found.is_deleted) == ("", True)


def test_words_that_were_deleted_on_the_device_are_kept(tmp_path: Path) -> None:
    found = turn(tmp_path / "a.txt", "This message was deleted from the conversation!", "meet me")
    assert (found.text, found.is_deleted) == ("meet me", True)


def test_a_message_that_was_taken_back_whole_is_one_of_who_sent_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("May 17, 2022  5:29:42 PM You unsent a message!\n\n", encoding="utf-8")
    time = datetime(2022, 5, 17, 17, 29, 42)  # noqa: DTZ001
    assert list(TEXT.read(ChatFile(path), None)) == [Turn("Me", "", time, is_deleted=True, is_mine=True)]


def test_the_app_s_own_messages_are_nobody_s(tmp_path: Path) -> None:
    assert texted(tmp_path / "a.txt", "Started sharing location!") == [SystemLine(1)]


@pytest.mark.parametrize("line", ["May 32, 2022  5:29:42 PM", "May 17, 2022 13:29:42 PM", "Mai 17, 2022  5:29:42 PM"])
def test_a_date_that_does_not_exist_is_not_read(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{line}\nIvy\nhi\n\n", encoding="utf-8")
    assert [each.line for each in TEXT.read(ChatFile(path), None) if isinstance(each, Unread)] == [1]


def table(path: Path, *rows: str) -> list[Read]:
    path.write_text("\r\n".join([HEADER, *rows]), encoding="utf-8-sig", newline="")
    return list(TABLE.read(ChatFile(path), None))


def test_conversations_are_named_if_there_are_several(tmp_path: Path) -> None:
    rows = [f"{chat},2024-05-10 15:37:56,,Incoming,5,Ivy,,hi,," for chat in ("Ivy", "Club")]
    assert [each.chat for each in table(tmp_path / "a.csv", *rows) if isinstance(each, Turn)] == ["Ivy", "Club"]
    assert [each.chat for each in table(tmp_path / "a.csv", *rows[:1]) if isinstance(each, Turn)] == [""]


def test_subject_text_and_kind_of_attachment(tmp_path: Path) -> None:
    found = table(tmp_path / "a.csv", 'Ivy,2024-05-10 15:37:56,,Incoming,5,,Trip,"two\r\nlines \ufffc",,Image')
    assert [(each.sender, each.text, each.media) for each in found if isinstance(each, Turn)] == [
        ("5", "Trip\ntwo\nlines", "image")
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Ivy,2024-05-10 15:37:56,,Incoming,,,,hi,,",
        "Ivy,2024-15-10 15:37:56,,Incoming,5,Ivy,,hi,,",
        "Ivy,2024-05-10 15:37:56,,,5,Ivy,,hi,,",
        "Ivy,2024-05-10 15:37:56,,Incoming,5,Ivy,,hi,",
        'Ivy,2024-05-10 15:37:56,,Incoming,5,Ivy,,"hi,,',
    ],
)
def test_a_row_that_is_not_a_message_is_counted_as_unread(tmp_path: Path, row: str) -> None:
    found = table(tmp_path / "a.csv", "Ivy,2024-05-10 15:37:56,,Incoming,5,Ivy,,hi,,", row)
    assert [each.line for each in found if isinstance(each, Unread)] == [3]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(), st.text().map(str.encode), st.lists(st.sampled_from(["May 17, 2022  5:29:42 PM", "    May 17, 2022  5:29:42 PM", "", "Ivy", "Tapbacks:", "Loved by Max", "Edited 3 seconds later: a", "May 17, 2022  5:29:42 PM a", "May 17, 2022  5:29:42 PM You unsent a message!"])).map(lambda lines: "\n".join(lines).encode())))  # fmt: skip
def test_no_content_ends_in_anything_but_inputerror(tmp_path: Path, content: bytes) -> None:
    survives(TEXT, tmp_path / "any.txt", content)
    survives(TABLE, tmp_path / "any.csv", f"{HEADER}\n".encode() + content)
    survives(TABLE, tmp_path / "any.csv", content)


@pytest.mark.parametrize("name", ["exporter-txt-group", "imazing-15-columns"])
def test_no_damage_ends_in_anything_but_inputerror(tmp_path: Path, name: str) -> None:
    [folder] = [folder for folder in fixtures("imessage") if folder.name == name]
    for content in spoiled(exported(folder)[0].read_bytes(), seed=1, times=40):
        survives(reader_of(folder), tmp_path / "spoiled", content)
