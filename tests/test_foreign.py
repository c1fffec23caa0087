"""What is no prose is never read as prose: `coach check` says what it is, what to do, and leaves with 2."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from coach.foreign import foreign_bytes, foreign_text
from tests.cli.running import coach


def _zip(*names: str, content: str = "ur so ugly") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names or ["chat.txt"]:
            archive.writestr(name, content)
    return packed.getvalue()


MESSAGES = [{"text": "ur so ugly"}, {"text": "see you"}]
FOREIGN = {
    "a.json": (json.dumps(MESSAGES).encode(), "JSON"),
    "pretty.json": (json.dumps(MESSAGES, indent=2).encode(), "JSON"),
    "discord.json": (json.dumps({"guild": {}, "messages": MESSAGES}).encode(), "JSON"),
    "discord-pretty.json": (json.dumps({"guild": {}, "messages": MESSAGES}, indent=2).encode(), "JSON"),
    "lines.txt": (b'{"text": "ur so ugly"}\n{"text": "hi"}\n', "JSON lines"),
    "sms.xml": (b"<?xml version='1.0'?><smses><sms body='ur so ugly'/></smses>", "XML"),
    "page.html": (b"<!DOCTYPE html><html><body>ur so ugly</body></html>", "XML"),
    "chat.zip": (_zip(), "zip"),
    "chat.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40, "spreadsheet"),
    "chat.xlsx": (_zip("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet (xlsx)"),
    "chat.docx": (_zip("[Content_Types].xml", "word/document.xml"), "a document (docx)"),
    "chat.ods": (_zip("mimetype", content="application/vnd.oasis.opendocument.spreadsheet"), "a spreadsheet (ods)"),
    "chat.db": (b"SQLite format 3\0" + b"\x10\0" * 40, "an SQLite database"),
    "shot.png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "a picture"),
    "shot.jpg": (b"\xff\xd8\xff\xe0" + b"\0" * 40, "a picture"),
    "shot.webp": (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture"),
    "shot.heic": (b"\0\0\0\x18ftypheic" + b"\0" * 40, "a picture"),
    "voice.mp4": (b"\0\0\0\x18ftypisom" + b"\0" * 40, "a recording"),
    "page.pdf": (b"%PDF-1.7 ur so ugly", "PDF"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_that_is_no_prose_is_refused_with_a_word(name: str, tmp_path: Path) -> None:
    content, what = FOREIGN[name]
    path = tmp_path / name
    path.write_bytes(content)
    for command in (("check", "--file", str(path)), ("check",)):
        status, out, err = coach(*command, stdin=b"" if len(command) > 1 else content)
        assert status == 2, (name, err)
        assert what in err
        assert "fix: " in err
        assert "Nothing to look at" not in out


@pytest.mark.parametrize("name", ["chat.zip", "chat.xlsx", "chat.db", "shot.png", "page.pdf"])
@pytest.mark.parametrize("form", ["jsonl", "csv", "lines"])
def test_it_is_named_whatever_it_is_said_to_be(name: str, form: str, tmp_path: Path) -> None:
    path = tmp_path / f"renamed.{form}"
    path.write_bytes(FOREIGN[name][0])
    status, out, err = coach("check", "--file", str(path), "--input", form, "--format", "jsonl")
    assert (status, out) == (2, "")
    assert FOREIGN[name][1] in err
    assert err.count("fix: ") == 1


@pytest.mark.parametrize("column", [[], ["--text-column", "text"]])
@pytest.mark.parametrize("name", ["a.json", "pretty.json", "discord-pretty.json", "sms.xml"])
def test_one_document_given_as_json_lines_is_one_refusal(name: str, column: list[str]) -> None:
    status, out, err = coach("check", "--input", "jsonl", "--format", "jsonl", *column, stdin=FOREIGN[name][0])
    assert (status, out) == (2, "")
    assert "not JSON lines" in err
    assert err.count("fix: ") == 1


@pytest.mark.parametrize("text", ["[ok] see you", "{hug}", "ur so ugly :{", "<3 you", "[1, 2", "i said {no}", "[]"])
def test_prose_with_brackets_is_prose(text: str) -> None:
    assert foreign_text(text) is None
    assert foreign_bytes(text.encode()) is None


def test_it_says_how_many_messages_it_read(tmp_path: Path) -> None:
    path = tmp_path / "many.txt"
    path.write_text("hi\nur so ugly\nsee you\n", encoding="utf-8")
    assert coach("check", "--file", str(path), "--input", "lines")[1].endswith(
        "3 messages read, 1 with something to look at again.\n"
    )
    assert coach("check", "hello there")[1].endswith("1 message read, 0 with something to look at again.\n")
