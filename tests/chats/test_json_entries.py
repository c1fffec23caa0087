"""JSON of any size and encoding gives its entries one by one; what is no JSON is refused with what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.chats.json_entries import TOO_LARGE, JsonEntry, entries, opening
from coach.chats.reader import ChatFile
from coach.errors import InputError
from coach.models.thread import Unread

MESSAGE = ("messages", "[]")
VALUES = st.recursive(
    st.none() | st.booleans() | st.text() | st.integers(-(2**60), 2**60),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def found(path: Path, content: bytes) -> list[JsonEntry]:
    path.write_bytes(content)
    return list(entries(ChatFile(path), MESSAGE.__eq__))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(VALUES), other=VALUES)
def test_wanted_entries_are_what_the_standard_library_reads(
    tmp_path: Path, values: list[object], other: object
) -> None:
    content = {"before": other, "messages": values, "after": {"messages": [other]}}
    got = found(tmp_path / "a.json", json.dumps(content).encode())
    assert [entry.value for entry in got] == values
    assert [entry.number for entry in got] == list(range(1, len(values) + 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding in {"utf-16-le", "utf-16-be"} else ""
    content = f'{mark}{{"messages": ["Zoë 😀"]}}'.encode(encoding)
    assert [entry.value for entry in found(tmp_path / "a.json", content)] == ["Zoë 😀"]
    assert opening(content).startswith("{")


@pytest.mark.parametrize("length", [65_500, 65_530, 65_536, 131_070])
def test_escapes_are_not_cut_where_the_file_is_read_in_pieces(tmp_path: Path, length: int) -> None:
    word = "x" * length + "\\ud83d\\ude00\\\\\\udc00\\n\\u00eb" * 20
    [entry] = found(tmp_path / "a.json", f'{{"messages": ["{word}"]}}'.encode())
    assert entry.value == "x" * length + "😀\\\ufffd\në" * 20


def test_an_entry_with_too_many_parts_is_not_built(tmp_path: Path) -> None:
    many = "[" + "1," * 200_000 + "1]"
    got = found(tmp_path / "a.json", f'{{"messages": [{many}, 2]}}'.encode())
    assert [entry.value for entry in got] == [TOO_LARGE, 2]


@pytest.mark.parametrize("inside", ["[" * 200_000, '{"a":' * 100_000])
def test_a_file_that_goes_deep_costs_nothing(tmp_path: Path, inside: str) -> None:
    for content in (inside, f'{{"messages": [{inside}', f'{{"other": {inside}'):
        with pytest.raises(InputError, match="it ends too early"):
            found(tmp_path / "a.json", content.encode())


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "it ends too early"),
        ("hello", "the JSON is damaged"),
        ('{"messages": ["\xff"]}', "the JSON is damaged"),
    ],
)
def test_what_is_no_json_is_refused(tmp_path: Path, content: str, why: str) -> None:
    with pytest.raises(InputError, match=f": {why}\n    fix: export the chat again"):
        found(tmp_path / "a.json", content.encode("latin-1"))


@pytest.mark.parametrize(
    ("start", "begun"), [(b"  [1", "[1"), (b"hello", ""), (b"", ""), (b"\xff\xfe{", ""), (b"\xff\xfe{\0", "{")]
)
def test_the_beginning_shows_if_it_may_be_json(start: bytes, begun: str) -> None:
    assert opening(start) == begun


@pytest.mark.parametrize(
    ("content", "whole", "why"),
    [
        ('{"messages": [1, 2, "cut', [1, 2], "it ends too early"),
        ('{"messages": [1, NaN]}', [1], "the JSON is damaged"),
        ('{"messages": [1]} more', [1], "the JSON is damaged"),
    ],
)
def test_what_is_whole_is_given_and_the_end_is_named(tmp_path: Path, content: str, whole: list[int], why: str) -> None:
    *got, last = found(tmp_path / "a.json", content.encode())
    assert [entry.value for entry in got] == whole
    assert last.unread == Unread(len(whole) + 1, why, is_end=True)
