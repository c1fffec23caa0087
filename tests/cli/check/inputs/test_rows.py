"""Messages out of exports: JSON lines with whatever keys, Parquet."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest

from coach.cli.check.inputs.csv_rows import read_csv
from coach.cli.check.inputs.entries import Failure, InputMessage, Item, read_entries
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


def only_problem(items: Iterable[Item]) -> str:
    """What is wrong with the only line."""
    (failure,) = items
    assert isinstance(failure, Failure)
    return failure.problem


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
        (6, "not a JSON line: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        (8, "9", "yo"),
    ]


@pytest.mark.parametrize("columns", [Columns(), Columns("text", "id"), Columns("body")])
@pytest.mark.parametrize(
    "line",
    [b'{"text": "ur so ugly", "body": "a", "text": "hi"}', b'{"body": "ur", "text": "a", "x": {"y": 1, "y": 2}}'],
)
def test_a_key_that_is_there_twice_hides_no_message(line: bytes, columns: Columns) -> None:
    problem = only_problem(read_objects([line], columns, GIVEN, ""))
    assert problem.startswith("not a JSON line: duplicate key '")


@pytest.mark.parametrize("header", ["text,text", "id,text,id", "text,who,text"])
def test_a_column_that_is_there_twice_hides_no_message(header: str) -> None:
    row = ",".join("ur so ugly" for _ in header.split(","))
    problem = only_problem(read_csv([f"{header}\n{row}\n".encode()], Columns(), GIVEN, ""))
    assert problem.startswith("two columns have the name '")


@pytest.mark.parametrize("header", ["text,text", "id,text,id", "text,who,text"])
def test_a_parquet_column_that_is_there_twice_hides_no_message(header: str, tmp_path: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    names = header.split(",")
    parquet.write_table(arrow.Table.from_arrays([arrow.array(["hi"]) for _ in names], names=names), tmp_path / "t")
    items = read_parquet(tmp_path / "t", Columns(), GIVEN, "", lambda *_: None)
    assert only_problem(items).startswith("two columns have the name '")


def test_a_column_that_is_not_read_may_be_there_twice() -> None:
    assert told(read_csv([b"text,who,who\nhi,a,b\n"], Columns(), GIVEN, "")) == [(2, "2", "hi")]


@pytest.mark.parametrize("columns", [None, Columns()])
@pytest.mark.parametrize(
    "line",
    [
        b'{"id": "1", "text": "hi", "x": [' + b"[]," * 1_300_000 + b"1]}",
        b'{"id": "1", "text": "hi", ' + b",".join(b'"k%d": 1' % n for n in range(300_000)) + b"}",
    ],
    ids=["lists", "keys"],
)
def test_a_line_of_four_megabytes_takes_little_memory(line: bytes, columns: Columns | None) -> None:
    tracemalloc.start()
    list(read_objects([line], columns, GIVEN, "") if columns else read_entries([line], "jsonl", GIVEN))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 130_000_000


@pytest.mark.parametrize("text", ["\U0001f600\n" * 510_000, "[[],[],\n" * 130_000 + "]"], ids=["lines", "lists"])
def test_a_text_of_megabytes_takes_little_memory(text: str) -> None:
    tracemalloc.start()
    assert not any(isinstance(item, InputMessage) for item in read_entries([text.encode()], "text", GIVEN))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 25 * len(text.encode())


def test_the_first_unknown_keys_are_named() -> None:
    line = b'{"id": "1", "text": "hi", ' + b",".join(b'"k%d": 1' % n for n in range(9)) + b"}"
    problem = only_problem(read_entries([line], "jsonl", GIVEN))
    assert problem == "; ".join(f"unknown key 'k{n}'" for n in range(5))


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
