"""Tables: every fixture as an independent hand expects it, and tables that the fixtures do not have."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.reader import ChatFile, Read
from coach.chats.table import NamedColumns
from coach.errors import InputError
from coach.models.thread import DateOrder, Turn, Unread
from tests.chats.expected import FIXTURES, RIGHT, assert_as_expected, expected, exported, fixtures, share_right
from tests.chats.reading import spoiled, survives

READER = NamedColumns()


def pasted(text: str) -> ChatFile:
    return ChatFile(Path("chat.csv"), pasted=text.encode())


def read(text: str, dates: DateOrder | None = None) -> list[Read]:
    file = pasted(text)
    assert READER.claims(file, file.start())
    return list(READER.read(file, dates))


def said(records: list[Read]) -> list[tuple[str, str]]:
    return [(each.sender, each.text) for each in records if isinstance(each, Turn)]


def unread(records: list[Read]) -> list[int]:
    return [each.line for each in records if isinstance(each, Unread)]


@pytest.mark.parametrize("folder", fixtures("csv"), ids=lambda folder: folder.name)
def test_every_row_of_every_table(folder: Path) -> None:
    [path] = exported(folder)
    file = ChatFile(path)
    assert READER.claims(file, file.start())
    if not expected(folder).is_open:
        found = list(READER.read(file, None))
        assert share_right(found, folder) >= RIGHT
        assert_as_expected(found, folder)
        return
    with pytest.raises(InputError, match="--dates dmy"):
        READER.read(file, None)
    for order in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST):
        assert_as_expected(READER.read(file, order), folder, order)


@pytest.mark.parametrize(
    ("header", "claimed"),
    [
        ("sender,text", True),
        ("Von;Datum;Nachricht", True),
        ('"From"\t"Message body"', True),
        ("sep=;\nAuthor;Content", True),
        ("id,text", False),
        ("sender,time", False),
        ("ID,Timestamp,Contents,Attachments", False),
        ("", False),
    ],
)
def test_a_table_names_who_wrote_and_the_words(header: str, *, claimed: bool) -> None:
    file = pasted(f"{header}\n")
    assert READER.claims(file, file.start()) is claimed


@pytest.mark.parametrize(
    ("when", "time"),
    [
        ("2024-03-05 16:04:28", "2024-03-05T16:04:28"),
        ("2024-03-05T16:04:28Z", "2024-03-05T16:04:28+00:00"),
        ("2024-03-05 16:04:28 UTC", "2024-03-05T16:04:28+00:00"),
        ("1709654668", "2024-03-05T16:04:28+00:00"),
        ("1709654668000", "2024-03-05T16:04:28+00:00"),
        ("15/03/2024 4:04 PM", "2024-03-15T16:04:00"),
        ("3/15/24, 4:04 pm", "2024-03-15T16:04:00"),
        ("16:04 15.03.2024", "2024-03-15T16:04:00"),
        ("Mar 5, 2024 4:04 PM", "2024-03-05T16:04:00"),
        ("Tue, 5 March 2024 at 16:04", "2024-03-05T16:04:00"),
        ("5. März 2024 16:04", "2024-03-05T16:04:00"),
        ("5 de marzo de 2024", "2024-03-05T00:00:00"),
        ("", ""),
    ],
)
def test_times_as_tables_have_them(when: str, time: str) -> None:
    [record] = read(f'sender,timestamp,text\nMax,"{when}",hi\n')
    assert record == Turn("Max", "hi", datetime.fromisoformat(time) if time else None)


@pytest.mark.parametrize("when", ["sometime", "31/02/2024 10:00", "2024-13-01", "99:99", "Foo 5, 2024", "9" * 40])
def test_a_time_that_cannot_be_read_is_named(when: str) -> None:
    [record] = read(f"sender,time,text\nMax,{when.replace(',', '')},hi\n")
    assert isinstance(record, Unread)
    assert "its date or time cannot be read" in record.why


def test_the_newest_first_is_turned_around() -> None:
    rows = "".join(f"Max,2024-03-05 16:0{number}:00,{number}\n" for number in reversed(range(9)))
    assert [text for _, text in said(read(f"sender,time,text\n{rows}"))] == [f"{number}" for number in range(9)]


def test_the_order_of_dates_is_not_guessed_from_a_table_that_runs_back() -> None:
    with pytest.raises(InputError, match="--dates"):
        read("sender,date,text\nMax,2/1/24,b\nMax,1/12/24,a\n")


def test_times_with_and_without_a_zone_can_be_put_in_order() -> None:
    found = read("sender,time,text\nMax,2024-03-05T16:00:00Z,a\nMax,2024-03-05 15:00:00,b\nMax,15/03/2024 9:00,c\n")
    assert [each.time and each.time.tzinfo for each in found if isinstance(each, Turn)] == [None] * 3


def test_several_chats_are_named_and_one_is_not() -> None:
    two = read("chat,sender,text\nA,Max,hi\nB,Ivy,hi\n")
    assert [each.chat for each in two if isinstance(each, Turn)] == ["A", "B"]
    one = read("chat,sender,text\nA,Max,hi\nA,Ivy,hi\n")
    assert [each.chat for each in one if isinstance(each, Turn)] == ["", ""]


def test_media_and_marks() -> None:
    found = read(
        "sender,text,attachments,edited,deleted\n"
        'Max,look,"https://example.com/x/a.jpg?s=1; b.jpg",yes,no\n'
        "Max,gone,,0,True\n"
    )
    assert found == [
        Turn("Max", "look", media="a.jpg, b.jpg", is_edited=True),
        Turn("Max", "", is_deleted=True),
    ]


def test_words_with_the_delimiter_may_lack_their_quotes_in_the_last_column() -> None:
    assert said(read("sender,text\nMax,hello, you\n")) == [("Max", "hello, you")]
    assert unread(read("text,sender\nhello, you,Max\n")) == [2]


def test_empty_cells_at_the_end_may_be_missing_or_too_many() -> None:
    assert said(read("sender,text,reactions\nMax,hi\nIvy,hello,x,,\n")) == [("Max", "hi"), ("Ivy", "hello")]


def test_a_quote_that_is_never_closed_costs_one_row() -> None:
    rows = ['Max,"I think the', "Ivy,hi", 'Max,5" pipe', 'Max,"two\nlines"', 'Ivy,"say ""hi"""']
    found = read("sender,text\n" + "\n".join(rows) + "\n")
    assert unread(found) == [2]
    assert said(found) == [("Ivy", "hi"), ("Max", '5" pipe'), ("Max", "two\nlines"), ("Ivy", 'say "hi"')]


def test_many_quotes_that_are_never_closed_take_linear_time() -> None:
    rows = ('Max,"a\n' + "Ivy,b\n" * 300) * 100
    found = read(f"sender,text\n{rows}")
    assert len(found) == 100 * 301


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.sampled_from([",", "\n", '"', '""', "Max", "2024-03-05T16:00:00Z", "1/2/24", "1709654668", "\t", ";"]) | st.text(max_size=6)))  # fmt: skip
def test_any_table_is_read_or_refused(tmp_path: Path, cells: list[str]) -> None:
    content = "sender,time,text,chat,media,edited,deleted\n" + "".join(cells)
    survives(READER, tmp_path / "chat.csv", content.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", ["extra-columns", "excel-cp1252", "tab-mdy"])
def test_any_damage_is_read_or_refused(tmp_path: Path, name: str) -> None:
    [path] = exported(FIXTURES / "csv" / name)
    for content in spoiled(path.read_bytes(), seed=5, times=40):
        survives(READER, tmp_path / "chat.csv", content)
