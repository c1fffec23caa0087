"""The authors' guide shows lessons that are sound, and every block that there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from spacy.language import Language

from coach.apps import all_apps, apps_in
from coach.counsel import CounselledCheck
from coach.course import lessons_path
from coach.course.lint import lint_paths
from coach.course.step_source import BLOCKS
from tests.course.writing import HEAD

GUIDE = (lessons_path() / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^````markdown\n(.*?)^````", GUIDE, re.DOTALL | re.MULTILINE)
CASES = [example for example in EXAMPLES if "\nfor: " in example]
DOORS, APPS = re.findall(r"^```toml\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)


def faults_of(example: str, folder: Path, nlp: Language) -> set[str]:
    (folder / "doors").mkdir()
    (folder / "doors" / "birdhouse.toml").write_text(DOORS, encoding="utf-8")
    path = folder / ("cases/example.md" if example in CASES else "01-example.md")
    path.parent.mkdir(exist_ok=True)
    path.write_text(example, encoding="utf-8")
    faults = lint_paths([folder], CounselledCheck(nlp)).faults
    return {str(fault) for fault in faults if fault.line or example in CASES}


@pytest.mark.parametrize("example", EXAMPLES, ids=[example.split("\n", 1)[0] for example in EXAMPLES])
def test_every_example_of_the_guide_is_sound(example: str, tmp_path: Path, nlp: Language) -> None:
    assert faults_of(example if example.startswith("---") else HEAD + example, tmp_path, nlp) == set()


def test_the_whole_lesson_has_all_its_parts(tmp_path: Path, nlp: Language) -> None:
    (whole,) = (example for example in EXAMPLES if example.startswith("---") and example not in CASES)
    path = tmp_path / "01-example.md"
    path.write_text(whole, encoding="utf-8")
    assert lint_paths([path], CounselledCheck(nlp)).faults == ()


def test_the_example_of_an_app_is_sound_and_every_app_is_named(tmp_path: Path) -> None:
    path = tmp_path / "apps.toml"
    path.write_text(APPS, encoding="utf-8")
    assert [app.name for app in apps_in(path)] == ["Birdhouse"]
    said = " ".join(GUIDE.split())
    assert all(app.name in said for app in all_apps())


def test_every_block_is_shown() -> None:
    shown = {block for example in EXAMPLES for block in re.findall(r"^```(\w+)$", example, re.MULTILINE)}
    assert shown == set(BLOCKS)
