"""SMS Backup & Restore: every fixture as an independent hand expects it, and nothing that stops the reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.reader import ChatFile, Read
from coach.chats.sms import SmsBackup
from coach.errors import InputError
from coach.models.thread import SystemLine, Turn, Unread
from tests.chats.expected import RIGHT, assert_as_expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

READER = SmsBackup()
FORMAT = "sms-backup-restore"
DAMAGED = "uk-group-mms-damaged"
HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"


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


def backup(path: Path, *messages: str, head: str = HEAD, encoding: str = "utf-8") -> list[Read]:
    path.write_text(f"{head}<smses>{''.join(messages)}</smses>", encoding=encoding)
    return list(READER.read(ChatFile(path), None))


def sms(
    body: str = "hi", *, date: int = 1_700_000_000_000, kind: int = 1, name: str = "Ivy", address: str = "5550117"
) -> str:
    return f'<sms address="{address}" date="{date}" type="{kind}" body="{body}" contact_name="{name}" />'


def mms(
    parts: str, *, date: int = 1_700_000_000_000, address: str = "5550117", writer: str = "5550117", sub: str = "null"
) -> str:
    return (
        f'<mms date="{date}" msg_box="1" address="{address}" contact_name="null" sub="{sub}"><parts>{parts}</parts>'
        f'<addrs><addr address="{writer}" type="137" /><addr address="5550199" type="151" /></addrs></mms>'
    )


def texts(records: list[Read]) -> list[str]:
    return [each.text for each in records if isinstance(each, Turn)]


def test_messages_of_both_kinds_are_put_in_order(tmp_path: Path) -> None:
    word = '<part ct="text/plain" text="two" />'
    found = backup(tmp_path / "a.xml", sms("one", date=1_000), sms("three", date=3_000), mms(word, date=2_000))
    assert texts(found) == ["one", "two", "three"]


def test_who_wrote_to_a_group_is_named_if_a_conversation_with_them_names_them(tmp_path: Path) -> None:
    word = '<part ct="text/plain" text="all" />'
    group = [mms(word, address="5550117~5550118", writer=writer) for writer in ("5550117", "5550118")]
    found = backup(tmp_path / "a.xml", *group, sms())
    assert [each.sender for each in found if isinstance(each, Turn)] == ["Ivy", "5550118", "Ivy"]


def test_the_subject_is_said_too_and_the_layout_is_not(tmp_path: Path) -> None:
    parts = '<part ct="application/smil" text="x" /><part ct="text/plain" text="b" /><part ct="image/jpeg" cl="null" />'
    [turn] = backup(tmp_path / "a.xml", mms(parts, sub="a"))
    assert isinstance(turn, Turn)
    assert (turn.text, turn.media) == ("a\nb", "image")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("&#55357;&#56832;", "😀"),
        ("&#xD83D;&#xDE00;", "😀"),
        ("&#55357;&#56832;&#55357;&#56832;", "😀😀"),
        ("&#55357; alone &#56832;", "\ufffd alone \ufffd"),
        ("&#56832;&#55357;", "\ufffd\ufffd"),
        ("&#0;&#11;a&#10;b", "\ufffd\ufffda\nb"),
        ("a&#9999999;b", "a\ufffdb"),
        ("a\x01b", "a b"),
        ("😀".ljust(70_000, "é"), "😀".ljust(70_000, "é")),
        ("&#55357;&#56832;" * 9_000, "😀" * 9_000),
    ],
)
def test_what_xml_forbids_and_backups_have_is_read(tmp_path: Path, written: str, text: str) -> None:
    assert texts(backup(tmp_path / "a.xml", sms(written))) == [text]


def test_a_backup_that_was_saved_as_utf_16_is_read(tmp_path: Path) -> None:
    head = "<?xml version='1.0' encoding='UTF-16'?>\n"
    assert texts(backup(tmp_path / "a.xml", sms("Zoë"), head=head, encoding="utf-16")) == ["Zoë"]


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE smses [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE smses [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE smses SYSTEM "https://example.com/a.dtd">',
    ],
)
def test_entities_are_refused(tmp_path: Path, head: str) -> None:
    with pytest.raises(InputError, match=r"declares entities or names another file.*\n    fix: "):
        backup(tmp_path / "a.xml", sms(), head=HEAD + head)


@pytest.mark.parametrize("inside", ["<p/>" * 10_001, "<p>" * 20_001 + "</p>" * 20_001])
def test_a_message_that_would_fill_the_memory_is_refused(tmp_path: Path, inside: str) -> None:
    with pytest.raises(InputError, match=r"more parts than any message has\n    fix: "):
        backup(tmp_path / "a.xml", f"<mms>{inside}</mms>")


@pytest.mark.parametrize(
    "element", ["<call />", "<sms />", "<mms><parts /></mms>", sms(kind=9), sms(date=0), sms(date=-1), sms(date=10**30)]
)
def test_an_element_that_is_not_a_message_is_counted_as_unread(tmp_path: Path, element: str) -> None:
    found = backup(tmp_path / "a.xml", sms(), element)
    assert [each.line for each in found if isinstance(each, Unread)] == [2]


def test_a_draft_was_not_sent(tmp_path: Path) -> None:
    assert backup(tmp_path / "a.xml", sms(kind=3)) == [SystemLine(1)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(), st.text().map(str.encode), st.text().map(lambda text: f"<smses><sms body='{text}'/></smses>".encode(errors="replace"))))  # fmt: skip
def test_no_content_ends_in_anything_but_inputerror(tmp_path: Path, content: bytes) -> None:
    survives(READER, tmp_path / "any.xml", content)


def test_no_damage_ends_in_anything_but_inputerror(tmp_path: Path) -> None:
    [folder] = [folder for folder in fixtures(FORMAT) if folder.name == "us-two-threads-surrogates"]
    for content in spoiled(exported(folder)[0].read_bytes(), seed=1, times=40):
        survives(READER, tmp_path / "spoiled.xml", content)
