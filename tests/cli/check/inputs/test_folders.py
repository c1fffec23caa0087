"""Every file in a folder is read, or is left out with a word; only what nobody misses leaves the status alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.running import Ended, coach

FAST = ("check", "--rules-only", "--no-family")
UGLY = "text\nur so ugly\n"


def check(folder: Path, *more: str) -> Ended:
    return coach(*FAST, *more, "--file", folder)


@pytest.mark.parametrize("name", ["chat.coach.2024.csv", "coach.coach.csv", "my.coach.txt", "notes.md.coach.txt"])
def test_a_name_with_coach_in_it_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(UGLY)
    assert check(tmp_path)[0] == 1


def test_results_are_counted(tmp_path: Path) -> None:
    (tmp_path / "chat.csv").write_text(UGLY)
    assert "own results" not in check(tmp_path)[2]
    status, _, err = check(tmp_path, "--force")
    assert status == 1
    assert "skipped 1 file named like Coach's own results" in err


def test_a_folder_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "chat.csv").write_text("text\nhi\n")
    (tmp_path / "shut").mkdir()
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    status, _, err = check(tmp_path)
    assert status == 2
    assert f"{tmp_path / 'shut'}: not read, this folder cannot be read: Permission denied" in err
    assert (tmp_path / "chat.csv.coach.txt").exists()


def test_pipes_and_links_that_lead_nowhere_are_named(tmp_path: Path) -> None:
    (tmp_path / "chat.csv").write_text("text\nhi\n")
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "gone.txt").symlink_to("nowhere")
    (tmp_path / "circle.csv").symlink_to("circle.csv")
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    status, _, err = check(tmp_path)
    assert status == 2
    for name in ("pipe.jsonl", "gone.txt", "circle.csv", "one", "two"):
        assert f"{tmp_path / name}: not read, " in err
    assert (tmp_path / "chat.csv.coach.txt").exists()


def test_a_file_and_a_link_to_it_are_read_once(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(UGLY)
    (tmp_path / ".store").write_text(UGLY)
    (tmp_path / "a.csv").symlink_to("b.csv")
    (tmp_path / "hidden.csv").symlink_to(".store")
    (tmp_path / "again").symlink_to(".")
    status, _, err = check(tmp_path)
    assert status == 1
    assert err.count("another place in the same folder") == 2
    assert sorted(path.name for path in tmp_path.glob("*.coach.txt")) == ["b.csv.coach.txt", "hidden.csv.coach.txt"]


def test_circles_end_with_a_word(tmp_path: Path) -> None:
    circle, file = tmp_path / "circle", tmp_path / "chat.csv"
    circle.symlink_to("circle")
    file.write_text(UGLY)
    calls: tuple[tuple[str | Path, ...], ...] = (
        ("check", "--file", circle),
        ("check", "--file", circle, file),
        (*FAST, "--file", file, "--out", circle),
        (*FAST, "--file", tmp_path, "--out", circle),
        ("--lessons", circle, "lessons", "list"),
        ("serve", "--lessons", circle),
    )
    for call in calls:
        status, _, err = coach(*call)
        assert (status, "fix: " in err) == (2, True), call


@pytest.mark.parametrize("option", ["--file", "--out"])
def test_an_empty_name_is_refused(option: str) -> None:
    status, _, err = coach("check", option, "")
    assert status == 2
    assert "empty name" in err
