"""Answers of `coach check` go over nothing: not over what is read or what is there, through no link, never twice."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path

import pytest

from coach.cli import run
from coach.cli.check.inputs.exports import find_exports
from coach.cli.check.inputs.folders import Skipped
from tests.cli.check.test_command import answers, jsonl
from tests.cli.running import COACH, coach

FAST = ("check", "--rules-only", "--no-family")
ATTACK = jsonl({"id": "1", "text": "ur so ugly ; id>pwned #"})
STARTS_A_SHELL = "alias ls=ls\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a start file of the shell, and a folder that was downloaded into it."""
    made = tmp_path / "home"
    (made / "downloads" / "chats").mkdir(parents=True)
    (made / ".bashrc").write_text(STARTS_A_SHELL)
    (made / "downloads" / "chats" / "chat.jsonl").write_bytes(ATTACK)
    return made


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize("target", [".bashrc", "not-there-yet"])
def test_a_link_in_place_of_the_answers_is_not_written_through(home: Path, target: str, force: tuple[str, ...]) -> None:
    chats = home / "downloads" / "chats"
    (chats / "chat.jsonl.coach.txt").symlink_to(f"../../{target}")
    status, _, err = coach(*FAST, *force, "--file", chats)
    assert status == 2
    assert "chat.jsonl.coach.txt is a link" in err
    assert (home / ".bashrc").read_text() == STARTS_A_SHELL
    assert not (home / "not-there-yet").exists()


def test_a_folder_of_answers_that_is_a_link_elsewhere_is_not_written_through(home: Path, tmp_path: Path) -> None:
    chats, out, elsewhere = home / "downloads" / "chats", tmp_path / "out", tmp_path / "elsewhere"
    (chats / "deep").mkdir()
    (chats / "deep" / "more.jsonl").write_bytes(ATTACK)
    elsewhere.mkdir()
    out.mkdir()
    (out / "deep").symlink_to(elsewhere)
    status, _, err = coach(*FAST, "--file", chats, "--out", out)
    assert (status, list(elsewhere.iterdir()), [path.name for path in out.iterdir()]) == (2, [], ["deep"])
    assert "a link that leads out of" in err


def test_a_link_out_of_a_folder_is_not_read_and_that_is_said(home: Path) -> None:
    chats, secret = home / "downloads" / "chats", home / "diary.jsonl"
    secret.write_bytes(jsonl({"id": "9", "text": "ur so ugly in my diary"}))
    (home / "private").mkdir()
    (home / "private" / "letters.jsonl").write_bytes(secret.read_bytes())
    (chats / "a.jsonl").symlink_to(secret)
    (chats / "letters").symlink_to(home / "private")
    (chats / "same.csv").symlink_to("chat.csv")
    (chats / "chat.csv").write_text("text\nur so ugly\n")
    told: list[Skipped] = []
    found = find_exports([chats], None, told.append)
    assert [export.path for export in found] == [chats / "chat.csv", chats / "chat.jsonl"]
    assert [one.path for one in told if one.is_lost] == [chats / "a.jsonl", chats / "letters"]
    assert [one.path for one in told if not one.is_lost] == [chats / "same.csv"]
    status, _, err = coach(*FAST, "--file", chats)
    assert status == 2
    assert err.count("not read, this link leads out of its folder") == 2
    assert not list(home.rglob("a.jsonl.coach.txt"))
    assert not any("diary" in path.read_text() for path in home.rglob("*.coach.txt"))
    assert (chats / "chat.jsonl.coach.txt").exists()


def test_answers_to_two_files_never_go_to_one_place(tmp_path: Path) -> None:
    for name, text in (("a", "ur so ugly"), ("b", "hi")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.jsonl").write_bytes(jsonl({"id": "1", "text": text}))
    both = (tmp_path / "a" / "x.jsonl", tmp_path / "b" / "x.jsonl")
    status, _, err = coach(*FAST, "--file", *both, "--out", tmp_path / "d")
    assert (status, (tmp_path / "d").exists()) == (2, False)
    assert all(str(path) in err for path in both)
    assert "would both be written to" in err
    assert coach(*FAST, "--file", *both)[0] == 1


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_answers_never_go_over_what_is_read_whatever_its_name(tmp_path: Path, force: tuple[str, ...]) -> None:
    given, other, soft = (tmp_path / name for name in ("in.jsonl", "out.jsonl", "soft.jsonl"))
    given.write_bytes(ATTACK)
    other.hardlink_to(given)
    soft.symlink_to(given)
    for out in (given, other, soft):
        status, _, err = coach(*FAST, *force, "--file", given, "--out", out)
        assert (status, given.read_bytes()) == (2, ATTACK)
        assert "is also an input file" in err


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_answers_never_go_over_the_file_behind_standard_input(tmp_path: Path, force: tuple[str, ...]) -> None:
    file = tmp_path / "s.txt"
    file.write_text("ur so ugly\n")
    command = [str(each) for each in (COACH, *FAST, *force, "--out", file)]
    with file.open("rb") as given:
        done = subprocess.run(command, stdin=given, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, file.read_text()) == (2, "ur so ugly\n")
    assert "is also an input file" in done.stderr


@pytest.mark.parametrize("arguments", [(), ("--file", "s.txt")])
def test_answers_are_not_added_to_what_is_read(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    file = tmp_path / "s.txt"
    file.write_text("ur so ugly\n")
    with file.open("rb") as given, file.open("ab") as out:
        done = subprocess.run(
            [COACH, *FAST, *arguments], stdin=given, stdout=out, stderr=-1, check=False, timeout=300, cwd=tmp_path
        )
    assert (done.returncode, file.read_text()) == (2, "ur so ugly\n")
    assert b"would overwrite an input file" in done.stderr


def test_messages_are_not_added_to_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "c.jsonl"
    file.write_text("nope\n" * 3)
    for arguments in (("--file", file), ("--file", file, "--out", tmp_path / "o.txt"), ("--file", file, file)):
        with file.open("a") as err:
            monkeypatch.setattr("sys.stderr", err)
            assert run([*FAST, *map(str, arguments)]) == 2
    assert file.read_text().count("nope") == 3
    assert file.read_text().count("coach:") <= 3


@pytest.mark.parametrize("own", [(), ("--no-family",)])
def test_answers_never_go_over_the_familys_file(family_folder: Path, own: tuple[str, ...]) -> None:
    assert coach("family", "add", "town", stdin=b"Thornby\n")[0] == 0
    before = (family_folder / "family.json").read_bytes()
    calls: tuple[tuple[str | Path, ...], ...] = (
        ("check", "--rules-only", *own, "--force", "--out", family_folder / "family.json", "hi"),
        ("rules", "score", "--force", "--save", family_folder / "family.json"),
    )
    for call in calls:
        status, _, err = coach(*call)
        assert (status, (family_folder / "family.json").read_bytes()) == (2, before)
        assert "keeps your family's words" in err


def test_what_is_there_is_replaced_only_by_force_and_then_whole(home: Path, tmp_path: Path) -> None:
    chats, out = home / "downloads" / "chats" / "chat.jsonl", tmp_path / "results.jsonl"
    out.write_text("an hour of work")
    wanted = (*FAST, "--format", "jsonl", "--file", chats, "--out", out)
    status, _, err = coach(*wanted)
    assert (status, out.read_text()) == (2, "an hour of work")
    assert "already exists" in err
    assert "--force" in err
    assert coach(*wanted, "--force")[0] == 1
    assert [answer["id"] for answer in answers(out.read_text())] == ["1"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_what_is_no_file_is_not_replaced(home: Path, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "out"
    os.mkfifo(out) if kind == "pipe" else out.mkdir()
    before = os.lstat(out).st_ino
    status, _, err = coach(*FAST, "--force", "--file", home / "downloads/chats/chat.jsonl", "--out", out)
    assert (status, os.lstat(out).st_ino) == (2, before)
    assert "not a regular file" in err


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_answers_hold_messages_so_they_are_the_owners_only(home: Path, tmp_path: Path, force: tuple[str, ...]) -> None:
    out = tmp_path / "out.txt"
    if force:
        out.touch(0o644)
    assert coach(*FAST, *force, "--file", home / "downloads/chats/chat.jsonl", "--out", out)[0] == 1
    assert coach(*FAST, *force, "--file", home / "downloads/chats")[0] == 1
    made = (out, home / "downloads/chats/chat.jsonl.coach.txt")
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o600}


def test_nothing_is_begun_where_one_place_of_many_is_taken(home: Path) -> None:
    chats = home / "downloads" / "chats"
    (chats / "b.jsonl").write_bytes(ATTACK)
    (chats / "chat.jsonl.coach.txt").write_text("mine")
    assert coach(*FAST, "--file", chats)[0] == 2
    assert not (chats / "b.jsonl.coach.txt").exists()
    assert (chats / "chat.jsonl.coach.txt").read_text() == "mine"
