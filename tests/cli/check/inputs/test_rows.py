"""Messages out of exports: JSON lines with whatever keys, Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from coach.cli.check.inputs.entries import InputMessage, Item
from coach.cli.check.inputs.rows import Columns, read_objects, read_parquet
from coach.models import Audience, Message

GIVEN = Message(text="", audience=Audience.PUBLIC)


def told(items: Iterable[Item]) -> list[object]:
    """Line, id and text of each message; line and problem of what cannot be read."""
    return [
        (item.origin.line, item.id, item.message.text)
        if isinstance(item, InputMessage)
        else (item.origin.line, item.problem)
        for item in items
    ]


def test_json_lines_with_other_keys_are_read_by_the_named_one() -> None:
    objects: list[object] = [{"body": "hi", "likes": 3}, {"body": None}, {"body": 4}, {"x": 1}, []]
    lines = [
        *(json.dumps(each).encode() for each in objects),
        b"{nope",
        b"",
        b'{"body": "yo", "id": 9}',
    ]
    assert told(read_objects([b"\n".join(lines)], Columns("body"), GIVEN, "l.jsonl")) == [
        (1, "1", "hi"),
        (3, "the column 'body' does not contain text"),
        (4, "expected a JSON object with the key 'body'"),
        (5, "expected a JSON object with the key 'body'"),
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
    assert read(Columns("body")) == [(1, "missing column 'body'")]
    file.write_bytes(b"PAR1")
    assert read(Columns()) == [(1, "this is not a whole Parquet file")]
