"""One name, one meaning: no public class of the package has the name of another."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import coach

PACKAGE = Path(coach.__file__).parent


def test_no_two_public_classes_have_one_name() -> None:
    found = defaultdict[str, list[str]](list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(path.relative_to(PACKAGE).as_posix())
    assert len(found) > 200
    assert {name: places for name, places in found.items() if len(places) > 1} == {}
