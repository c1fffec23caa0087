"""No encoding is read as garbage: text is read in the encoding that it has, or refused with the way to name it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coach.cli.check.inputs.encoding import marked
from coach.cli.check.inputs.lines import ReadOptions, read_lines
from tests.cli.running import coach

WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
TEXTS = (
    "kill yourself\n",
    "kill yourself",
    "убей себя, ты урод\n",
    "убейсебятыурод",
    "ты",
    "நீஅசிங்கம்",
    "तुम मर जाओ, कोई तुम्हें पसंद नहीं करता\n",
    "αυτοκτόνα, είσαι άσχημος\n",
    "你去死吧，没有人喜欢你。一个人都没有。\n",
    "あなたは本当に醜い。死ね。\n",
    "죽어버려 너는 정말 못생겼어\n",
    "اقتل نفسك يا قبيح\n",
    "kill yourself 😀 ты урод\r\n",
)
SEVEN_BIT = (
    ("あなたは本当に醜い。死ね。", "iso2022_jp"),
    ("ｱﾅﾀﾊﾐﾆｸｲ", "iso2022_jp_ext"),
    ("죽어버려 너는 정말 못생겼어", "iso2022_kr"),
    ("你去死吧，没有人喜欢你", "hz"),
    ("убей себя, ты урод", "utf-7"),
    ("你去死吧，没有人喜欢你", "utf-7"),
)
FAST = ("check", "--rules-only", "--no-family")


def read(content: bytes, encoding: str | None = None) -> list[str]:
    return [line.problem or line.text for line in read_lines([content], ReadOptions(encoding))]


@pytest.mark.parametrize(("encoding", "text"), list(product(WIDE, TEXTS)))
def test_wide_text_without_a_mark_is_read_or_refused(encoding: str, text: str) -> None:
    content = text.encode(encoding)
    found = marked(content)
    assert found in {encoding, None}
    if not found:
        assert all("this is" in line or "this line is" in line or "looks like" in line for line in read(content))
    assert encoding.startswith("utf-16") or found


@pytest.mark.parametrize("text", [text for text in TEXTS if "\n" in text])
@pytest.mark.parametrize("encoding", WIDE)
def test_wide_text_with_line_ends_is_read(encoding: str, text: str) -> None:
    assert "".join(read((text * 3).encode(encoding))).replace("\r", "") == (text * 3).replace("\r", "")


@pytest.mark.parametrize("encoding", WIDE)
def test_wide_lines_behind_ascii_are_refused(encoding: str) -> None:
    status, _, err = coach(*FAST, "--input", "lines", stdin=b"hi\n" * 2000 + "kill yourself\n".encode(encoding))
    assert status == 2
    assert "full of control characters" in err


@pytest.mark.parametrize(("text", "encoding"), SEVEN_BIT)
@pytest.mark.parametrize("before", ["", "hi\n" * 2000])
def test_letters_hidden_in_ascii_are_refused_and_the_fix_reads_them(text: str, encoding: str, before: str) -> None:
    status, out, err = coach(*FAST, stdin=before.encode() + f"{text}\n".encode(encoding))
    assert (status, out) != (0, out), err
    assert "this looks like" in err
    name = err.split("add --encoding ")[1].split(",")[0]
    assert read(f"{text}\n".encode(encoding), name) == [f"{text}\n"]


def test_ascii_hidden_in_utf7_is_refused() -> None:
    status, _, err = coach(*FAST, stdin=b"+AGsAaQBsAGwAIAB5AG8AdQByAHMAZQBsAGY-\n")
    assert status == 2
    assert "--encoding utf-7" in err


@pytest.mark.parametrize(
    "content",
    [b"kill\0yourself", b"kill\0yourself\n", b"\0kill yourself", b"\x1b$ kill yourself", b"kill \0\0yourself"],
)
def test_a_stray_control_character_hides_nothing(content: bytes) -> None:
    assert coach(*FAST, stdin=content)[0] == 1


@settings(max_examples=200)
@given(words=st.text("abc xyz'é’,.!\n", min_size=12, max_size=60), at=st.integers(0, 11))
def test_a_stray_zero_makes_no_wide_text_of_words(words: str, at: int) -> None:
    assume(words.isascii() or sum(not char.isascii() for char in words) < len(words) / 10)
    for encoding in ("utf-8", "cp1252"):
        content = words.encode(encoding)
        assert marked(content[:at] + b"\0" + content[at:]) is None


@pytest.mark.parametrize(
    "text",
    [
        "call +49 30 901820 or +4915123456789 or +15551234567",
        "https://example.org/?q=a+b+c+and+something+longer+here&x=+abcdefgh",
        "~{ hug }~ and ~~{}",
        "1+1 is 2, C++ and c++14",
        "\x1b[31mred\x1b[0m",
    ],
)
def test_plain_ascii_is_read(text: str) -> None:
    assert read(f"{text}\n".encode()) == [f"{text}\n"]


def test_a_named_encoding_is_taken_at_its_word() -> None:
    assert read(b"~{love~}\n", "utf-8") == ["~{love~}\n"]


def test_bytes_that_are_not_in_the_named_encoding_are_refused() -> None:
    status, _, err = coach(*FAST, "--encoding", "utf-16", stdin=b"kill yourself\n")
    assert status == 2
    assert "UTF-16 text is incomplete or damaged" in err


@pytest.mark.parametrize(
    "name", ["punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "rot13", "hex", "moon", "u\0", ""]
)
def test_what_is_no_encoding_of_text_is_refused(name: str) -> None:
    status, _, err = coach(*FAST, "--encoding", name, stdin=b"kill yourself\n")
    assert status == 2
    assert "give one such as utf-8" in err
