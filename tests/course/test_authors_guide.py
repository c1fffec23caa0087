"""The authors' guide shows a lesson that is sound."""

from __future__ import annotations

import re
from pathlib import Path

from spacy.language import Language

from coach.course import lessons_path
from coach.course.lint import lint_paths
from coach.engine import check


def test_the_whole_lesson_of_the_guide_lints_clean(nlp: Language, tmp_path: Path) -> None:
    guide = (lessons_path() / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"````markdown\n(.*?)````", guide, re.DOTALL)
    path = tmp_path / "01-example.md"
    path.write_text(example, encoding="utf-8")
    assert lint_paths([path], lambda message: check(nlp, message)).faults == ()
