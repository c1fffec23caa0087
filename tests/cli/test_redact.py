"""`coach redact`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import coach

RING = "ring 07700 900123"


def test_text_stays_text() -> None:
    assert coach("redact", stdin=f"hi\n{RING}!\n".encode()) == (0, "hi\nring [PHONE-NUMBER-1]!\n", "")
    lines = coach("redact", "--input", "lines", stdin=f"{RING}\n\n{RING} ok\n".encode())[1]
    assert lines == "ring [PHONE-NUMBER-1]\nring [PHONE-NUMBER-1] ok\n"


def test_files_share_their_labels_and_come_back_as_json_lines(tmp_path: Path) -> None:
    for name, digit in (("a", "3"), ("b", "4"), ("c", "3")):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps({"id": name, "text": f"ring 07700 90012{digit}"}) + "\n")
    out = tmp_path / "out.txt"
    assert coach("redact", "--file", tmp_path, "--out", out) == (0, "", "")
    assert [json.loads(line) for line in out.read_text().splitlines()] == [
        {"id": "a", "text": "ring [PHONE-NUMBER-1]"},
        {"id": "b", "text": "ring [PHONE-NUMBER-2]"},
        {"id": "c", "text": "ring [PHONE-NUMBER-1]"},
    ]
    assert coach("redact", "--out", out, RING)[0] == 2


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--also", "unkid", "hi"), "unknown concern or category 'unkid'\n    fix: use unkind"),
        (("--file", "x", "--", "hi"), "TEXT and --file cannot be used together"),
    ],
)
def test_a_wrong_call_says_what_to_write(arguments: tuple[str, ...], problem: str) -> None:
    status, out, err = coach("redact", *arguments)
    assert (status, out) == (2, "")
    assert problem in err


def test_a_bad_line_is_named_and_the_rest_redacted() -> None:
    status, out, err = coach("redact", "--input", "jsonl", stdin=b'nope\n{"id": 1, "text": "ring 07700 900123"}\n')
    assert (status, out) == (2, '{"id": "1", "text": "ring [PHONE-NUMBER-1]"}\n')
    assert "line 1: not a JSON line" in err
