"""The page on packs: its files are read, its commands run, and it names every stage."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from coach.cli import run
from coach.helplines import lines_of
from coach.packs import read_pack
from coach.rules.places import rules_path
from coach.stages import added_phrases, read_stages

PAGE = (rules_path() / "README.md").read_text(encoding="utf-8").partition("## Packs\n")[2].partition("\n## ")[0]


def test_the_files_on_the_page_are_read(tmp_path: Path) -> None:
    pack, helping = re.findall(r"```toml\n(.+?)```", PAGE, re.DOTALL)
    (tmp_path / "pack.toml").write_text(pack)
    (tmp_path / "help-lines.toml").write_text(helping)
    assert lines_of(tmp_path / "help-lines.toml", read_pack(tmp_path).info.name)


def test_every_stage_is_named_and_the_phrase_on_the_page_is_read(tmp_path: Path) -> None:
    assert [stage.id for stage in read_stages().stages if f"`{stage.id}`" not in PAGE] == []
    ((name, phrases),) = re.findall(r"`stages/(\w+\.toml)` has `(.+?)`", PAGE)
    (tmp_path / name).write_text(phrases)
    assert added_phrases(tmp_path)


def test_the_commands_on_the_page_run_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACH_PACKS", str(tmp_path / "packs"))
    new, *others = re.findall(
        r"(?:^    |`)coach (packs (?:new|lint|add|list|remove).*?)(?:  .*|`|$)", PAGE, re.MULTILINE
    )
    assert [line.split()[1] for line in (new, *others)][:5] == ["new", "lint", "add", "list", "remove"]
    for line in (new, *others):
        assert run(shlex.split(line)) == 0, line
