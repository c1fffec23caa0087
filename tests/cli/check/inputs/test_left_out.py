"""Nothing in a folder is passed over in silence: text is read, and what may hold messages is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.cli.check.inputs.left_out import MOST_NAMED, name_left_out
from tests.cli.check.test_command import answers
from tests.cli.running import coach
from tests.test_foreign import FOREIGN

FAST = ("check", "--rules-only", "--no-family", "--format", "jsonl")


def test_text_and_tables_are_read_and_a_document_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\nhi\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("ur so ugly\n", encoding="utf-8")
    (tmp_path / "c.tsv").write_text("id\ttext\n7\tur so ugly, really\n", encoding="utf-8")
    (tmp_path / "d.json").write_bytes(FOREIGN["discord.json"][0])
    status, _, err = coach(*FAST, "--file", tmp_path)
    assert status == 2
    assert f"{tmp_path / 'd.json'}: not read, this is JSON" in err
    assert "fix: " in err
    for name in ("b.txt", "c.tsv"):
        (answer,) = answers((tmp_path / f"{name}.coach.jsonl").read_text(encoding="utf-8"))
        assert len(answer["flags"]) == 1
    assert "d.json" not in coach(*FAST, "--force", "--file", tmp_path / "a.csv")[2]


@pytest.mark.parametrize("name", ["chat.zip", "chat.xlsx", "chat.db", "page.pdf", "sms.xml"])
def test_what_may_hold_messages_is_named_for_what_it_is(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, what = FOREIGN[name]
    (tmp_path / name).write_bytes(content)
    assert name_left_out([tmp_path])
    err = capsys.readouterr().err
    assert name in err
    assert what in err


def test_pictures_and_the_unknown_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("shot.png", "shot.jpg", "voice.mp4"):
        (tmp_path / name).write_bytes(FOREIGN[name][0])
    (tmp_path / "notes.md").write_text("# hi", encoding="utf-8")
    (tmp_path / ".hidden.json").write_text("{}", encoding="utf-8")
    (tmp_path / "a.csv.coach.json").write_text("[]", encoding="utf-8")
    assert not name_left_out([tmp_path])
    assert "skipped 4 other files in these folders" in capsys.readouterr().err


def test_hidden_files_and_folders_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\nhi\n", encoding="utf-8")
    assert "what is hidden" not in coach(*FAST, "--file", tmp_path)[2]
    (tmp_path / ".b.csv").write_text("text\nur so ugly\n", encoding="utf-8")
    (tmp_path / ".chats").mkdir()
    (tmp_path / ".chats" / "c.csv").write_text("text\nur so ugly\n", encoding="utf-8")
    status, _, err = coach(*FAST, "--force", "--file", tmp_path)
    assert status == 0
    assert f"skipped what is hidden: {tmp_path / '.b.csv'}, {tmp_path / '.chats'}\n" in err
    for number in range(MOST_NAMED):
        (tmp_path / f".{number}").touch()
    assert " and 2 more\n" in coach(*FAST, "--force", "--file", tmp_path)[2]


def test_a_thousand_documents_are_not_a_thousand_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(MOST_NAMED + 5):
        (tmp_path / f"{number}.json").write_text("{}", encoding="utf-8")
    assert name_left_out([tmp_path])
    err = capsys.readouterr().err
    assert err.count("not read, this is JSON") == MOST_NAMED
    assert "5 other files" in err


def test_nothing_is_said_where_all_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text("text\nhi\n", encoding="utf-8")
    assert not name_left_out([tmp_path, tmp_path / "a.csv"])
    assert capsys.readouterr().err == ""
