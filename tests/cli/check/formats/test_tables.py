"""Answers as CSV and Parquet: one flag a row, with the line of its message, and never a formula."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.cli.check.formats.tables import COLUMNS, CsvTable, ParquetTable
from coach.cli.check.formats.writer import Answer, Writer, answer_of
from coach.cli.check.inputs.entries import InputMessage, Origin
from coach.errors import InputError
from coach.models import Message
from tests.cli.running import coach
from tests.conftest import Check

TEXTS = {4: "hi", 5: "ur so ugly. nobody likes u", 9: '=1+1 "ur so ugly"'}


def done(writer: Writer, check_text: Check, form_of_input: str = "csv") -> Iterator[Answer]:
    for line, text in TEXTS.items():
        entry = InputMessage(f"id{line}", Message(text=text), Origin(line, "a.csv", form_of_input))
        yield answer_of(writer, entry, check_text(text))


def table(check_text: Check, form_of_input: str = "csv") -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    CsvTable().write(done(CsvTable(), check_text, form_of_input), out)
    out.seek(0)
    reader = csv.DictReader(out, strict=True)
    assert tuple(reader.fieldnames or ()) == COLUMNS
    return list(reader)


def test_every_flag_is_a_row_with_its_line(check_text: Check) -> None:
    rows = table(check_text)
    assert [(row["line"], row["id"]) for row in rows] == [("5", "id5"), ("5", "id5"), ("9", "id9")]
    assert all(row["phrase"] == TEXTS[int(row["line"])][int(row["start"]) : int(row["end"])] for row in rows)
    assert rows[0]["category"] == "unkind/looks"
    assert {row["instead"] for row in rows} == {""}


def test_a_phrase_of_one_long_message_has_the_line_that_it_is_in() -> None:
    status, out, _ = coach("check", "--format", "csv", stdin=b"hi\n\nur so ugly\n")
    (row,) = csv.DictReader(io.StringIO(out))
    assert (status, row["line"], row["start"]) == (1, "3", "4")


def test_a_message_in_another_language_is_a_row_without_a_flag(tmp_path: Path) -> None:
    given = b"hi\nich gehe morgen nicht in die schule\nur so ugly\n"
    options = ("check", "--rules-only", "--no-family", "--input", "lines")
    rows = list(csv.DictReader(io.StringIO(coach(*options, "--format", "csv", stdin=given)[1])))
    assert [(row["line"], row["phrase"], row["not_english"]) for row in rows] == [
        ("2", "", "German"),
        ("3", "ur so ugly", ""),
    ]
    assert set(rows[0].values()) == {"2", "German", ""}
    parquet, out = pytest.importorskip("pyarrow.parquet"), tmp_path / "t.parquet"
    coach(*options, "--format", "parquet", "--out", out, stdin=given)
    assert parquet.read_table(out, columns=["start", "not_english"]).to_pylist() == [
        {"start": None, "not_english": "German"},
        {"start": 0, "not_english": ""},
    ]


def test_nothing_flagged_is_a_table_without_rows() -> None:
    assert coach("check", "--format", "csv", "hi") == (0, ",".join(COLUMNS) + "\n", "")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\r=", "\uff1d"])
def test_no_cell_is_a_formula(begin: str) -> None:
    lines = f'{{"id": "{begin}HYPERLINK(1)", "text": "ur so ugly"}}\n'.replace("\t", "\\t").replace("\r", "\\r")
    out = coach("check", "--input", "jsonl", "--format", "csv", stdin=lines.encode())[1]
    (row,) = csv.DictReader(io.StringIO(out))
    for name, cell in row.items():
        assert name in {"line", "start", "end"} or cell[:1] not in set("=+-@\t\r\uff1d")
    assert row["id"].lstrip("'\ufffd").endswith("HYPERLINK(1)")


def test_no_cell_steers_the_terminal() -> None:
    out = coach("check", "--format", "csv", "ur so ugly \x1b[31m \x1b]8;;x\x07 loser\x1b[0m")[1]
    assert not set(out) & set("\x1b\x07")


def test_parquet_needs_pyarrow_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"fix: pip install 'coach-together\[parquet\]'"):
        ParquetTable()


def test_parquet_holds_the_same_rows(check_text: Check, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "t.parquet"
    with file.open("w", encoding="utf-8") as out:
        ParquetTable().write(done(ParquetTable(), check_text), out)
    rows: list[dict[str, Any]] = parquet.read_table(file).to_pylist()
    expected = table(check_text)
    assert [tuple(row) for row in rows] == [COLUMNS] * len(expected)
    for row, cells in zip(rows, expected, strict=True):
        assert (row["line"], row["start"], row["phrase"]) == (int(cells["line"]), int(cells["start"]), cells["phrase"])
        assert " | ".join(row["instead"]) == cells["instead"]


def test_parquet_is_not_written_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    out = io.StringIO()
    monkeypatch.setattr(out, "isatty", lambda: True, raising=False)
    with pytest.raises(InputError, match="--out"):
        ParquetTable().write(iter(()), out)
