"""Lines out of bytes: bounded, in whatever encoding; what cannot be read says why, and the rest goes on."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from itertools import pairwise, repeat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.cli.check.inputs.entries import MAX_MESSAGE, Failure, InputMessage, Item, read_entries
from coach.cli.check.inputs.lines import MAX_LINE, InputLine, ReadOptions, read_lines
from coach.models import Message
from tests.cli.check.test_command import answers, jsonl
from tests.cli.running import coach

GIVEN = Message(text="")
LINES = "hi\nur so ugly, don’t cry\nmeet at the café\n"
LANGUAGES = {
    "cp1251": "Привет, как дела? Ты сегодня пойдёшь в школу? Я думаю, что он очень глупый.\n",
    "cp1253": "Γεια σου, τι κάνεις; Θα πας σχολείο σήμερα; Είσαι πολύ άσχημος.\n",
    "gb18030": "你好吗？你今天去学校吗？我觉得他是一个很笨的人。大家都不喜欢你。\n",
}


def read(content: bytes, encoding: str | None = None) -> tuple[list[str], list[str]]:
    """The lines, or their problems, and what was said."""
    said = list[str]()
    options = ReadOptions(encoding, say=said.append)
    return [line.problem or line.text for line in read_lines([content], options)], said


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "cp1250"]
)
def test_english_text_is_read_in_the_encoding_that_it_has(encoding: str) -> None:
    lines, said = read(LINES.encode(encoding))
    assert "".join(lines) == LINES
    assert len(said) == (not encoding.startswith("utf-8"))


@pytest.mark.parametrize("encoding", LANGUAGES)
def test_other_letters_are_read_where_they_fit_a_language(encoding: str) -> None:
    text = LANGUAGES[encoding] * 4
    lines, said = read(text.encode(encoding))
    assert "".join(lines) == text
    assert encoding in said[0]


@pytest.mark.parametrize("content", [b"hi \xff\n", b"M\x9fller\n", "Çok çirkinsin, şimdi git\n".encode("cp1254")])
def test_what_may_be_several_encodings_is_refused_with_the_way_to_name_it(content: bytes) -> None:
    failure, entry = read_entries([content + b"hi\n"], "lines", GIVEN)
    assert isinstance(failure, Failure)
    assert "this is not UTF-8 text" in str(failure)
    assert "--encoding" in failure.fix
    assert failure.column
    assert isinstance(entry, InputMessage)


def test_a_named_encoding_is_taken_and_its_faults_are_named() -> None:
    assert read("Çok\n".encode("cp1254"), "cp1254") == (["Çok\n"], [])
    assert read(b"hi\n\x81\n", "cp1252")[0] == ["hi\n", "this is not CP1252 text"]
    assert read(b"h\0i\0\n", "utf-16-le")[0] == ["this UTF-16-LE text is incomplete or damaged"]


def test_lines_of_an_old_mac_are_lines() -> None:
    assert read(b"hi\ryo\r") == (["hi\n", "yo\n"], [])
    assert read(b"hi\ryo\r\nso\n")[0] == ["hi\ryo\r\n", "so\n"]


def test_a_damaged_line_of_utf8_does_not_make_another_encoding_of_it() -> None:
    lines, said = read("é\n".encode() + b"caf\xe9\n" + "é\n".encode())
    assert (lines, said) == (["é\n", "this is not UTF-8 text", "é\n"], [])


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    status, _, err = coach("check", "--encoding", "moon", "hi")
    assert status == 2
    assert "unknown encoding 'moon'" in err


@settings(max_examples=200)
@given(content=st.binary(max_size=200), cuts=st.lists(st.integers(0, 200), max_size=5))
def test_any_bytes_give_the_same_lines_however_they_come(content: bytes, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(content)]
    pieces = [content[first:last] for first, last in pairwise(edges)]
    whole = list(read_lines([content[:4], content[4:]], ReadOptions()))
    assert [line.number for line in whole] == list(range(1, len(whole) + 1))
    if len(pieces[0]) >= 4:
        assert len(list(read_lines(pieces, ReadOptions()))) >= bool(content)


def long_line(input_format: str) -> Iterator[bytes]:
    """A line of 150 MB between two of a few bytes, as it comes out of a pipe."""
    line = b'{"id": "a", "text": "ur so ugly"}\n' if input_format == "jsonl" else b"ur so ugly\n"
    yield b"text\n" if input_format == "csv" else b""
    yield line + (b'{"id": "b", "text": "' if input_format == "jsonl" else b"")
    yield from repeat(b"ur so ugly " * 5_958, 2_300)
    yield b'"}\n' if input_format == "jsonl" else b"\n"
    yield line


@pytest.mark.parametrize("input_format", ["jsonl", "lines", "csv"])
def test_a_line_of_150_megabytes_is_passed_over_in_little_memory(input_format: str) -> None:
    tracemalloc.start()
    found = list(_read(input_format))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    first, failure, last = found
    assert isinstance(first, InputMessage)
    assert isinstance(failure, Failure)
    assert isinstance(last, InputMessage)
    assert failure.origin.line == first.origin.line + 1
    assert f"at most {MAX_LINE:,} bytes" in failure.problem
    assert peak < 30_000_000


def _read(input_format: str) -> Iterator[Item]:
    from coach.cli.check.inputs.csv_rows import read_csv  # noqa: PLC0415
    from coach.cli.check.inputs.rows import Columns  # noqa: PLC0415

    if input_format == "csv":
        return read_csv(long_line(input_format), Columns(), GIVEN, "")
    return read_entries(long_line(input_format), input_format, GIVEN)


def test_one_message_of_150_megabytes_is_refused() -> None:
    (failure,) = read_entries((b"ur so ugly\n" for _ in range(15_000_000)), "text", GIVEN)
    assert isinstance(failure, Failure)
    assert f"at most {MAX_MESSAGE:,} characters" in failure.problem
    assert "--input lines" in failure.fix


def test_a_message_within_a_line_that_is_too_long_is_named_and_the_rest_goes_on() -> None:
    lines = jsonl({"id": 1, "text": "a" * (MAX_MESSAGE + 1)}, {"id": 2.5, "text": "ur so ugly"})
    status, out, err = coach("check", "--input", "jsonl", "--format", "jsonl", stdin=lines)
    assert status == 2
    assert "line 1: message too long: at most 1,000,000 characters are allowed" in err
    assert [answer["id"] for answer in answers(out)] == ["2.5"]


def test_a_line_says_where_it_cannot_be_read() -> None:
    assert list(read_lines([b"\xc3\xa9\nab\xff\n"], ReadOptions()))[1].column == 3
    assert InputLine(1, "hi").problem == ""
