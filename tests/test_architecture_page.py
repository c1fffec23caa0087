"""The architecture page names files that are there, and every package and part of the engine stands on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / ".github" / "ARCHITECTURE.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+(?:\.py|/)|tests/[\w/]+\.py)`", PAGE)))


def places(name: str) -> list[Path]:
    """Where a name on the page may be: from the root, in the package, or in the engine."""
    return [base / name for base in (ROOT, ROOT / "coach", ROOT / "coach/engine", *(ROOT / "coach/engine").iterdir())]


@pytest.mark.parametrize("name", NAMED)
def test_what_is_named_is_there(name: str) -> None:
    assert any(place.exists() for place in places(name))


@pytest.mark.parametrize("folder", ["coach", "coach/engine"])
def test_every_folder_is_on_the_map(folder: str) -> None:
    inside = [path.name for path in (ROOT / folder).iterdir() if (path / "__init__.py").exists()]
    assert inside
    assert [name for name in inside if f"`{name}/`" not in PAGE] == []


def test_every_layer_of_the_contract_is_on_the_map() -> None:
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.importlinter]")[2]
    layers = {name for line in re.findall(r'^    "([\w |]+)",$', contract, re.MULTILINE) for name in line.split(" | ")}
    assert len(layers) > 20
    assert [name for name in layers if not re.search(rf"\b{name}\b", PAGE)] == []
