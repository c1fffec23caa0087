"""Where lessons and what belongs to them stand."""

from __future__ import annotations

from pathlib import Path

README = "README.md"


def lessons_path() -> Path:
    """The folder of the lessons that Coach ships: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "lessons"
    return installed if installed.is_dir() else package.parent / "lessons"


def lesson_files(folder: Path) -> list[Path]:
    """Every Markdown file of a folder but its README and hidden ones."""
    return sorted(path for path in folder.glob("*.md") if path.name != README and not path.name.startswith("."))
