"""Messages out of exports: CSV, JSON lines with whatever keys, Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from coach.cli.check_input import Entry, Fault
from coach.cli.check_rows import Columns, Item, read_csv, read_objects, read_parquet
from coach.models import Audience, Message

GIVEN = Message(text="", audience=Audience.PUBLIC)


def told(items: Iterable[Item]) -> list[object]:
    """Line, id and text of each message; line and problem of what cannot be read."""
    return [
        (item.place.line, item.id, item.message.text) if isinstance(item, Entry) else (item.place.line, item.problem)
        for item in items
    ]


def rows(content: bytes, columns: Columns = Columns()) -> list[Item]:  # noqa: B008
    return list(read_csv(content.splitlines(keepends=True), columns, GIVEN, "t.csv"))


CSV = [
    (b"text\nhi\n\nyo\n", [(2, "2", "hi"), (4, "4", "yo")]),
    (b"\xef\xbb\xbfid,text\r\nx,\"a\r\nb\"\r\ny,c\r\n", [(2, "x", "a\r\nb"), (4, "y", "c")]),
    (b"id,who,text\n1,ada\n2,ben,hi,more\n", [(3, "2", "hi")]),
    (b"text\nhi\n\xff\nyo\n", [(2, "2", "hi"), (3, "this is not UTF-8 text"), (4, "4", "yo")]),
    (b"body\nhi\n", [(1, "no column is called 'text'")]),
    (b"", [(1, "no column is called 'text'")]),
    ("text\nüñ😀\u2028x\n".encode(), [(2, "2", "üñ😀\u2028x")]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), CSV)
def test_csv_rows_are_messages_and_bad_rows_are_named(content: bytes, expected: list[object]) -> None:
    assert told(rows(content)) == expected


def test_an_endless_quote_does_not_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coach.cli.check_rows.MAX_FIELD", 1_000)
    found = rows(b'text\nhi\n"' + b"word\n" * 300 + b'"\nyo\n')
    assert any(isinstance(item, Fault) and "no row of CSV" in item.problem for item in found)
    assert told(found)[0] == (2, "2", "hi")


def test_columns_are_named_and_direction_and_audience_come_from_the_call() -> None:
    (entry,) = rows(b"no,body\n7,hi\n", Columns("body", "no"))
    assert isinstance(entry, Entry)
    assert (entry.id, entry.message) == ("7", GIVEN.model_copy(update={"text": "hi"}))
    (fault,) = rows(b"no,body\n7,hi\n", Columns("body", "nr"))
    assert isinstance(fault, Fault)
    assert str(fault).endswith("mend: name one with --text-column or --id-column: 'no', 'body'")


def test_json_lines_with_other_keys_are_read_by_the_named_one() -> None:
    objects: list[object] = [{"body": "hi", "likes": 3}, {"body": None}, {"body": 4}, {"x": 1}, []]
    lines = [
        *(json.dumps(each).encode() for each in objects),
        b"{nope",
        b"",
        b'{"body": "yo", "id": 9}',
    ]
    assert told(read_objects(lines, Columns("body"), GIVEN, "l.jsonl")) == [
        (1, "1", "hi"),
        (3, "the column 'body' holds no text"),
        (4, "no JSON object with the key 'body'"),
        (5, "no JSON object with the key 'body'"),
        (6, "not a JSON line"),
        (8, "9", "yo"),
    ]


def test_parquet_rows_are_messages(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    file, counted = tmp_path / "t.parquet", list[tuple[int, int]]()

    def read(columns: Columns) -> list[object]:
        return told(read_parquet(file, columns, GIVEN, str(file), lambda *given: counted.append(given)))

    parquet.write_table(arrow.table({"id": [5, 6, 7], "text": ["hi", None, "yo"], "who": list("abc")}), file)
    assert read(Columns()) == [(1, "5", "hi"), (3, "7", "yo")]
    assert counted == [(1, 3), (2, 3), (3, 3)]
    assert read(Columns("who", "text")) == [(1, "hi", "a"), (2, "2", "b"), (3, "yo", "c")]
    assert read(Columns("body")) == [(1, "no column is called 'body'")]
    file.write_bytes(b"PAR1")
    assert read(Columns()) == [(1, "this is no whole Parquet file")]
