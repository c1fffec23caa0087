"""Stages are data: their files say what is wrong, where, and how to fix it."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

import pytest

from coach.course.reading_grade import grade_of
from coach.errors import AuthorError
from coach.models.stage import Stage
from coach.stages import read_stages, stages_path

IDS = ["kindness", "finding-out", "apart", "secrecy", "test", "picture-or-meeting", "threat"]


def faults(tmp_path: Path, file: str, old: str, new: str) -> list[str]:
    for path in stages_path().glob("*.toml"):
        copyfile(path, tmp_path / path.name)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(AuthorError) as error:
        read_stages(tmp_path)
    return [str(fault) for fault in error.value.faults]


def test_coachs_own_are_the_seven_in_order() -> None:
    stages = read_stages().stages
    assert [stage.id for stage in stages] == IDS
    assert [stage.order for stage in stages] == list(range(1, 8))
    assert [stage.id for stage in stages if stage.is_heavy] == ["secrecy", "picture-or-meeting", "threat"]


@pytest.mark.parametrize("stage", read_stages().stages, ids=IDS)
def test_a_child_can_read_why(stage: Stage) -> None:
    assert grade_of([stage.why]).value <= 4


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("order = 4", "order = 0", ":2:"),
        ("order = 4", "ordr = 4", "unknown key `ordr`"),
        ('"red-flag/secrecy"', '"red-flag/secrets"', "unknown category `red-flag/secrets`"),
        ("private corner", "private (corner", "( is never closed"),
        ("{never}", "{nevr}", "unknown word set `nevr`"),
        ('"make e no"', '"private corner"', "duplicate phrase"),
        ("unless = [", "unless = [\n  7,", "`unless` is not a list of phrases"),
    ],
)
def test_a_fault_names_its_line_and_its_fix(tmp_path: Path, old: str, new: str, problem: str) -> None:
    found = faults(tmp_path, "secrecy.toml", old, new)
    assert any(problem in fault and "secrecy.toml:" in fault and "\n    fix: " in fault for fault in found)


def test_a_stage_needs_its_proof(tmp_path: Path) -> None:
    text = (stages_path() / "secrecy.toml").read_text(encoding="utf-8")
    found = faults(tmp_path, "secrecy.toml", text[text.index("[examples]") :], "")
    assert any("only 0 different examples in `shows`" in fault for fault in found)


def test_words_and_acquaintance_are_checked_too(tmp_path: Path) -> None:
    assert any("words.toml:" in fault for fault in faults(tmp_path, "words.toml", "{mum}", "{mumm}"))
    assert any("unknown key `on-line`" in fault for fault in faults(tmp_path, "known.toml", "online =", "on-line ="))
