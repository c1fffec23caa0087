"""Rules are read as they stood at a git revision, and the working tree is not touched."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from coach.errors import InputError
from coach.rules import read_revision
from tests.rules.test_catalog import RULE, write

IDENTITY = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *IDENTITY, *arguments], check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository whose first commit says fence and whose working tree says hedge; `broken` cannot be read."""
    folder = tmp_path / "repository" / "rules"
    path = folder / "unkind/looks/fence-teeth.toml"
    write(path, RULE)
    git(tmp_path, "init", "-q", "repository")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Begin")
    git(folder, "tag", "begun")
    write(path, "patterns = 1\n")
    git(folder, "commit", "-qam", "Break it")
    git(folder, "tag", "broken")
    write(path, RULE.replace("fence", "hedge"))
    return folder


def test_a_revision_gives_the_rules_of_that_time(folder: Path) -> None:
    (rule,) = read_revision("begun", folder).rules
    assert "fence" in rule.patterns[0].source
    assert "hedge" in (folder / "unkind/looks/fence-teeth.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("revision", "told"),
    [
        ("nonsense", "no git revision or saved score 'nonsense'"),
        ("--output=x", "no git revision"),
        ("", "no git revision"),
        ("broken", "cannot read the rules of broken: unkind/looks/fence-teeth.toml:1"),
    ],
)
def test_what_cannot_be_read_is_told(folder: Path, revision: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_revision(revision, folder)


def test_a_folder_that_no_git_knows_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(InputError, match="no git revision"):
        read_revision("HEAD", tmp_path)


def test_no_git_at_all_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match="git is not installed"):
        read_revision("HEAD", tmp_path)
