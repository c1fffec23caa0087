"""Tables of other people: whatever parts their cells, a row is read rightly or refused with its line, column and fix."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.cli.check.inputs.csv_rows import read_csv
from coach.cli.check.inputs.entries import Failure, InputMessage, Item
from coach.cli.check.inputs.lines import ReadOptions
from coach.cli.check.inputs.rows import Columns
from coach.models import Audience, Message
from tests.cli.check.test_command import answers
from tests.cli.running import coach

GIVEN = Message(text="", audience=Audience.PUBLIC)
FEW_COLUMNS = "missing column 'text'"


def rows(content: bytes, columns: Columns = Columns(), options: ReadOptions = ReadOptions()) -> list[Item]:  # noqa: B008
    return list(read_csv([content], columns, GIVEN, "t.csv", options))


def told(items: Iterable[Item]) -> list[object]:
    """Line, id and text of each message; line, column and problem of what cannot be read."""
    return [
        (item.origin.line, item.id, item.message.text)
        if isinstance(item, InputMessage)
        else (item.origin.line, item.column, item.problem)
        for item in items
    ]


QUOTE = "this quoted cell is not closed properly"
CSV = [
    (b"text\nhi\n\nyo\n", [(2, "2", "hi"), (4, "4", "yo")]),
    (b'\xef\xbb\xbfid,text\r\nx,"a\r\nb"\r\ny,c\r\n', [(2, "x", "a\r\nb"), (4, "y", "c")]),
    (b"text\nhi\n\xff\nyo\n", [(2, "2", "hi"), (3, 1, "this is not UTF-8 text"), (4, "4", "yo")]),
    (b"body,who\nhi,x\n", [(1, 0, FEW_COLUMNS)]),
    (b"", [(1, 0, FEW_COLUMNS)]),
    ("text\nüñ😀\u2028x\n".encode(), [(2, "2", "üñ😀\u2028x")]),
    (b"id;text\n7;hi, you\n", [(2, "7", "hi, you")]),
    (b"id\ttext\n7\thi; you\n", [(2, "7", "hi; you")]),
    (b"id|text|a,b\n7|hi|\n", [(2, "7", "hi")]),
    (b'id;text;"a,b,c,d"\n7;hi;1\n', [(2, "7", "hi")]),
    (b"sep=;\nid;text\n7;hi, you\n", [(3, "7", "hi, you")]),
    (b"text,text\nhi,yo\n", [(1, 0, "two columns have the name 'text'")]),
    (b"id,text\n1,hi,ur so ugly\n2,yo\n", [(2, 6, "3 cells, but the header has 2"), (3, "2", "yo")]),
    (b'id,text\n"a,b",hi,no\n2,yo\n', [(2, 10, "3 cells, but the header has 2"), (3, "2", "yo")]),
    (b"id,text\n1,hi,,\n", [(2, "1", "hi")]),
    (b"id,text\n1,hi\nand more\n3,yo\n", [(2, "1", "hi"), (3, 9, "1 cell, but the header has 2"), (4, "3", "yo")]),
    (b'id,text\n1,"hi\n2,yo\n3,"ur"\n4,x\n', [(2, 3, QUOTE), (3, "2", "yo"), (4, "3", "ur"), (5, "4", "x")]),
    (b'id,text\n1,"hi\n2,yo\n', [(2, 3, QUOTE), (3, "2", "yo")]),
    (b'id,text\n1,"he said "hi" to me"\n2,yo\n', [(2, 3, QUOTE), (3, "2", "yo")]),
    (b'id,text\n1,5" tall\n2,"a ""b"" c"\n', [(2, "1", '5" tall'), (3, "2", 'a "b" c')]),
    (b'{"id": "1", "text": "hi"}\n', [(1, 0, "this is JSON, not CSV")]),
]


@pytest.mark.parametrize(("content", "expected"), CSV)
def test_rows_are_messages_and_broken_rows_are_named(content: bytes, expected: list[object]) -> None:
    assert told(rows(content)) == expected


def test_an_endless_quote_does_not_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.cli.check.inputs.csv_rows.MAX_MESSAGE", 1_000)
    found = told(rows(b'text\nhi\n"' + b"word\n" * 300 + b"yo\n"))
    assert found[:3] == [(2, "2", "hi"), (3, 1, QUOTE), (4, "4", "word")]
    assert found[-1] == (303, "303", "yo")


def test_a_cell_that_is_too_long_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.cli.check.inputs.csv_rows.MAX_MESSAGE", 1_000)
    content = b"id,text\n1," + b"a" * 2_000 + b"\n2,hi\n"
    assert told(rows(content)) == [(2, 0, "cell too long: at most 1,000 characters are allowed"), (3, "2", "hi")]


def test_rows_that_swallow_all_behind_them_are_not_read_again_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.cli.check.inputs.csv_rows.MAX_LINE", 1_000)
    monkeypatch.setattr("coach.cli.check.inputs.csv_rows.MOST_AGAIN", 10_000)
    found = told(rows(b"id,text\n" + b'a","x\n' * 10_000))
    assert len(found) < 1_000
    assert found[-1] is not None
    assert "too many malformed rows" in str(found[-1])


def test_columns_are_named_and_direction_and_audience_come_from_the_call() -> None:
    (entry,) = rows(b"no,body\n7,hi\n", Columns("body", "no"))
    assert isinstance(entry, InputMessage)
    assert (entry.id, entry.message) == ("7", GIVEN.model_copy(update={"text": "hi"}))
    (failure,) = rows(b"no,body\n7,hi\n", Columns("body", "nr"))
    assert isinstance(failure, Failure)
    assert str(failure).endswith("fix: choose one with --text-column or --id-column: 'no', 'body'")


def test_a_name_of_two_columns_gives_what_the_header_really_names() -> None:
    (failure,) = rows(b"id;text\n7;ur so ugly, really\n", Columns("id;text"))
    assert isinstance(failure, Failure)
    assert failure.fix.endswith("'id', 'text'")


def test_what_parts_cells_may_be_said() -> None:
    assert told(rows(b"id:text\n7:hi, you\n", options=ReadOptions(delimiter=":"))) == [(2, "7", "hi, you")]
    assert coach("check", "--delimiter", ";;", "hi")[0] == 2
    assert coach("check", "--input", "csv", "--delimiter", "tab", stdin=b"text\tx\nhi\t1\n")[0] == 0


@settings(max_examples=300)
@given(content=st.text(alphabet='a1 ",;\n\r\té\ud800', max_size=60))
def test_any_table_is_read_or_refused_and_no_row_is_lost_in_silence(content: str) -> None:
    found = rows(b"id,text\n" + content.encode("utf-8", "surrogatepass"))
    last = max((item.origin.line for item in found), default=1)
    behind = content.split("\n")[last - 1 :]
    if not any('"' in line for line in content.split("\n")):
        assert not any(line.strip(" \r") for line in behind)
    assert all(item.fix and len(str(item)) < 2_000 for item in found if isinstance(item, Failure))


def test_a_semicolon_table_is_flagged_behind_its_first_comma(tmp_path: Path) -> None:
    file = tmp_path / "chat.csv"
    file.write_text("id;text\n7;hi, ur so ugly\n", encoding="utf-8")
    status, out, err = coach("check", "--format", "jsonl", "--file", file)
    assert (status, err) == (1, "")
    assert answers(out)[0]["flags"][0]["start"] == 4
