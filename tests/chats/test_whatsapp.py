"""WhatsApp: every fixture as an independent hand expects it, and what phones write that the fixtures do not have."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.reader import ChatFile, Read
from coach.chats.whatsapp import WhatsAppText
from coach.errors import InputError
from coach.models.thread import DateOrder, SystemLine, Turn, Unread
from tests.chats.expected import RIGHT, assert_as_expected, expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

READER = WhatsAppText()
ZIPPED = ("uk-ios-zip", "uk-ios-zip-damaged", "us-android-zip")
"""Read in the finder's tests."""
MARK = "\u200e"


def pasted(text: str) -> ChatFile:
    return ChatFile(Path("chat.txt"), pasted=text.encode())


def read(text: str, dates: DateOrder | None = None) -> list[Read]:
    return list(READER.read(pasted(text), dates))


def android(*said: str) -> list[Read]:
    return read("".join(f"14/06/2024, 19:47 - {each}\n" for each in said))


def iphone(*said: str, mark: str = "") -> list[Read]:
    return read("".join(f"{mark}[14/06/2024, 19:47:05] {each}\r\n" for each in said))


def only(records: list[Read]) -> Turn:
    [turn] = records
    assert isinstance(turn, Turn)
    return turn


@pytest.mark.parametrize("folder", fixtures("whatsapp", but=ZIPPED), ids=lambda folder: folder.name)
def test_every_line_of_every_locale(folder: Path) -> None:
    [path] = exported(folder)
    file = ChatFile(path)
    assert READER.claims(file, file.start())
    if not expected(folder).is_open:
        found = list(READER.read(file, None))
        assert share_right(found, folder) >= RIGHT
        assert_as_expected(found, folder)
        return
    with pytest.raises(InputError, match=r"03/04/2024 may be 2024-04-03 or 2024-03-04\n    fix: add --dates dmy"):
        READER.read(file, None)
    for order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST):
        assert_as_expected(READER.read(file, order), folder, order)


@pytest.mark.parametrize(
    ("stamp", "time"),
    [
        ("2024-06-14, 19:47 - ", "2024-06-14T19:47"),
        ("2024-06-14 19 h 47 - ", "2024-06-14T19:47"),
        ("14.6.2024 klo 19.47 - ", "2024-06-14T19:47"),
        ("14-06-2024 19:47 - ", "2024-06-14T19:47"),
        ("2024. 06. 14. 19:47 - ", "2024-06-14T19:47"),
        ("14/6/24, 7:47 p. m. - ", "2024-06-14T19:47"),
        ("14/6/24, 12:05\u202fAM - ", "2024-06-14T00:05"),
        ("14/6/24 às 12:05 - ", "2024-06-14T12:05"),
        ("[14.06.24, 19:47:05] ", "2024-06-14T19:47:05"),
        ("[2024-06-14, 7:47:05 PM] ", "2024-06-14T19:47:05"),
    ],
)
def test_dates_and_times_as_phones_write_them(stamp: str, time: str) -> None:
    file = pasted(f"{stamp}Ada: hello\n")
    assert READER.claims(file, file.start())
    assert list(READER.read(file, None)) == [Turn("Ada", "hello", datetime.fromisoformat(time))]


@pytest.mark.parametrize(
    ("said", "text", "media"),
    [
        ("null", "", "media"),
        ("<Media omitted>\nlook", "look", "media"),
        (f"{MARK}IMG-1.jpg (file attached)\nlook\nhere", "look\nhere", "IMG-1.jpg"),
        ("IMG-1.jpg (Datei angehängt)", "", "IMG-1.jpg"),
        ("location: https://maps.google.com/?q=0.0,0.0", "https://maps.google.com/?q=0.0,0.0", "location"),
        ("live location shared", "", "location"),
        ("POLL:\nPark?\nOPTION: yes (1 vote)\nOPTION: no (0 votes)", "Park?\nyes (1 vote)\nno (0 votes)", "poll"),
        ("I like the words image omitted", "I like the words image omitted", ""),
        ("", "", ""),
    ],
)
def test_media_on_android(said: str, text: str, media: str) -> None:
    turn = only(android(f"Ada: {said}"))
    assert (turn.text, turn.media) == (text, media)


@pytest.mark.parametrize(
    ("said", "text", "media"),
    [
        (f"{MARK}<angehängt: 1-PHOTO.jpg>", "", "1-PHOTO.jpg"),
        (f"look {MARK}<attached: 1-PHOTO.jpg>", "look", "1-PHOTO.jpg"),
        (f"{MARK}<pièce jointe : 1-PHOTO.jpg>", "", "1-PHOTO.jpg"),
        (f"{MARK}pilt jäeti välja", "", "media"),
        (f"see: {MARK}image omitted", "see:", "image"),
        (f"{MARK}Standort: https://maps.google.com/?q=0,0", "https://maps.google.com/?q=0,0", "location"),
        (f"Letter.pdf • {MARK}1 page {MARK}document omitted", "", "Letter.pdf"),
    ],
)
def test_media_on_iphones_in_any_language(said: str, text: str, media: str) -> None:
    turn = only(iphone(f"Ada: {said}", mark=MARK))
    assert (turn.text, turn.media) == (text, media)


def test_media_on_iphones_of_long_ago() -> None:
    turn = only(iphone(f"Ada: IMG-1.jpg <{MARK}attached>"))
    assert (turn.text, turn.media) == ("", "IMG-1.jpg")


def test_a_poll_in_any_language() -> None:
    turn = only(iphone(f"Ada: {MARK}KÜSITLUS:\nPark?\n{MARK}VALIK: jah (1)\n{MARK}VALIK: ei (0)"))
    assert (turn.text, turn.media) == ("Park?\njah (1)\nei (0)", "poll")


def test_a_file_that_lost_its_marks_is_read_by_its_words() -> None:
    found = iphone(
        "Ada: Messages and calls are end-to-end encrypted. Only people in this chat can read them.",
        "Ada: image omitted",
        "Max: This message was deleted.",
        "Max: hello <This message was edited>",
    )
    assert isinstance(found[0], SystemLine)
    turns = [each for each in found if isinstance(each, Turn)]
    assert [(each.text, each.media) for each in turns] == [("", "image"), ("", ""), ("hello", "")]
    assert [each.is_deleted for each in turns] == [False, True, False]
    assert [each.is_edited for each in turns] == [False, False, True]


def test_words_of_the_app_within_a_sentence_are_somebody_s_own() -> None:
    found = iphone(f"Ada: {MARK}Ada left", "Max: image omitted", "Max: This message was deleted")
    assert [each.text for each in found if isinstance(each, Turn)] == ["image omitted", "This message was deleted"]


@pytest.mark.parametrize(
    "line",
    [
        "Ada left",
        'Ada created group "Team: Foxes"',
        'Ada changed the group name from "Team: A" to "Team: B"',
        "Ada a créé le groupe « Foot : samedi »",
        "Your security code with Mum changed. Tap to learn more.",
    ],
)
def test_a_line_that_nobody_says_is_the_app_s_own(line: str) -> None:
    assert android(line) == [SystemLine(1)]


def test_a_quote_before_the_second_colon_belongs_to_the_words() -> None:
    assert only(android('Sam: Dad created group "Team: Silly" lol')).sender == "Sam"


def test_a_name_with_a_colon_is_known_from_the_whole_file() -> None:
    lines = [f"Mum: work: line {number}" for number in range(4)]
    found = android(*lines, "Mum: work added you", "Max: so: first, then: second", "Your code with Mum: work changed.")
    turns = [each for each in found if isinstance(each, Turn)]
    assert {each.sender for each in turns} == {"Mum: work", "Max"}
    assert turns[-1].text == "so: first, then: second"
    assert sum(isinstance(each, SystemLine) for each in found) == 2


def test_few_lines_that_begin_alike_are_not_a_name() -> None:
    assert {each.sender for each in android(*["Max: so: yes"] * 3) if isinstance(each, Turn)} == {"Max"}


def test_a_long_name_is_a_name() -> None:
    assert only(android("x" * 130 + ": y")).sender == "x" * 130


@pytest.mark.parametrize("name", ["\u202a\u202c", "", " ", "x" * 301], ids=["marks", "empty", "a space", "endless"])
def test_words_behind_a_broken_name_are_unread(name: str) -> None:
    assert [type(each) for each in android(f"{name}: hello")] == [Unread]


def test_one_strange_date_does_not_decide_the_order() -> None:
    lines = [f"{day}/01/2024, 10:00 - Ada: hi\n" for day in range(13, 31)]
    found = read("".join([*lines, "3/19/24, 10:00 - Bob: quoted\n"]))
    assert [each.line for each in found if isinstance(each, Unread)] == [len(lines) + 1]


def test_what_the_family_says_decides() -> None:
    text = "03/04/2024, 16:07 - Ada: hello\n"
    assert only(read(text, DateOrder.MONTH_FIRST)).time == datetime.fromisoformat("2024-03-04T16:07")
    assert only(read(text, DateOrder.DAY_FIRST)).time == datetime.fromisoformat("2024-04-03T16:07")


def test_a_date_that_is_the_same_in_both_orders_is_not_asked_for() -> None:
    assert only(read("04/04/2024, 16:07 - Ada: hello\n")).time == datetime.fromisoformat("2024-04-04T16:07")


def test_the_other_form_within_a_message_is_part_of_it() -> None:
    quoted = "[13/06/2024, 10:00:00] Bob: no"
    assert only(android(f"Ada: he wrote\n{quoted}")).text == f"he wrote\n{quoted}"


def test_a_message_without_end_is_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.chats.text_records._LONGEST", 100)
    found = android("Ada: hello\n" + "more\n" * 50, "Max: hi")
    assert found[0] == Unread(1, "the message is too long")
    assert [each.text for each in found if isinstance(each, Turn)] == ["hi"]


def test_a_line_that_cannot_be_decoded_is_unread_and_the_rest_is_read() -> None:
    lines = ["Ada: für dich", "Max: hi", "Ada: bye"]
    content = "".join(f"14/06/2024, 19:47 - {each}\n" for each in lines).encode()
    file = ChatFile(Path("chat.txt"), pasted=content.replace(b"hi\n", b"\x00\xff\x8f\n\x81\n"))
    found = list(READER.read(file, None))
    assert [each.line for each in found if isinstance(each, Unread)] == [2, 3]
    assert [each.text for each in found if isinstance(each, Turn)] == ["für dich", "bye"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_encodings_that_editors_save(encoding: str) -> None:
    text = "14/06/2024, 19:47 - Zoé: à quelle heure ?\r\n14/06/2024, 19:48 - Léo: déjà\r\n"
    file = ChatFile(Path("chat.txt"), pasted=text.encode(encoding))
    assert READER.claims(file, file.start())
    found = [each for each in READER.read(file, None) if isinstance(each, Turn)]
    assert [(each.sender, each.text) for each in found] == [("Zoé", "à quelle heure ?"), ("Léo", "déjà")]


def test_a_story_with_a_date_in_it_is_not_claimed() -> None:
    file = pasted("words\n" * 30 + "14/06/2024, 19:47 - Ada: hello\n")
    assert not READER.claims(file, file.start())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.sampled_from(["14/06/2024, 19:47 - ", "[14/06/2024, 19:47:05] ", MARK, "Ada: ", "\n", '"', "<", ">", ": ", "POLL:", "\u200eOPTION: ", "99/99/2024, 99:99 - ", "•"]) | st.text(max_size=8)))  # fmt: skip
def test_any_text_is_read_or_refused(tmp_path: Path, lines: list[str]) -> None:
    survives(READER, tmp_path / "chat.txt", "".join(lines).encode("utf-8", "surrogatepass"), DateOrder.DAY_FIRST)


@pytest.mark.parametrize("name", ["uk-ios-group", "us-android-group"])
def test_any_damage_is_read_or_refused(tmp_path: Path, name: str) -> None:
    [path] = exported(next(each for each in fixtures("whatsapp") if each.name == name))
    for content in spoiled(path.read_bytes(), seed=3, times=40):
        survives(READER, tmp_path / "chat.txt", content)
