"""Any line of JSON lines is a message or a failure that names it, in time in proportion to its length."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.cli.check.inputs.entries import Failure, InputMessage, read_entries
from coach.models import Message
from coach.visible import HIDDEN

values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.sampled_from(["public", "draft"])
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=4), inner, max_size=3)),
    max_leaves=6,
)
keys = st.sampled_from(["id", "text", "direction", "audience", "x", "\x1b[31m", "\ud800"])
lines = st.one_of(
    st.dictionaries(keys, values).map(json.dumps).map(str.encode),
    st.binary(max_size=40),
    st.sampled_from(
        [b"", b"\xef\xbb\xbf{}", b"[" * 9000, b'{"id": "a", "text": "\xff"}', b'{"id": "a", "text": "hi"}\r', b"NaN"]
    ),
).map(lambda line: line.replace(b"\n", b" ") + b"\n")


@settings(max_examples=400)
@given(given_lines=st.lists(lines, max_size=5))
def test_any_line_is_a_message_or_a_fault(given_lines: list[bytes]) -> None:
    read = list(read_entries(given_lines, "jsonl", Message(text="")))
    named = [each.origin.line for each in read if isinstance(each, Failure)]
    assert named == sorted(set(named))
    assert len(read) <= len(given_lines)
    for failure in (each for each in read if isinstance(each, Failure)):
        assert not HIDDEN.search(str(failure))
        assert len(str(failure)) < 2_000


@pytest.mark.parametrize(
    "line",
    [
        b"{" + b",".join(b'"k%d": 1' % n for n in range(100_000)) + b"}",
        b"{" + b'"k": 1,' * 100_000 + b'"x": 1}',
        b'{"id": "x", "text": ' + b"[" * 500_000,
        b'{"id": "x", "text": ' + b"9" * 1_000_000 + b"}",
        b'{"id": "x", "text": "' + b"\\ud800" * 200_000,
    ],
    ids=["many keys", "one key again and again", "nested", "a long number", "surrogates"],
)
def test_a_line_of_a_megabyte_is_a_fault_within_seconds(line: bytes) -> None:
    begun = time.process_time()
    (failure,) = read_entries([line], "jsonl", Message(text=""))
    assert isinstance(failure, Failure)
    assert len(str(failure)) < 2_000
    assert time.process_time() - begun < 10


def test_a_long_text_is_read_whole() -> None:
    (entry,) = read_entries([json.dumps({"id": "x", "text": "a" * 1_000_000}).encode()], "jsonl", Message(text=""))
    assert isinstance(entry, InputMessage)
    assert len(entry.message.text) == 1_000_000
