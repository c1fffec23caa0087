"""Creates new cases: a small one without faults, for its author to edit."""

from __future__ import annotations

import tomllib
from pathlib import Path

from coach.course.folders import CASES
from coach.course.new_lesson import plain_name
from coach.errors import InputError
from coach.writing import SHARED, make_folder, write_new


def new_case(title: str, folder: Path) -> Path:
    """Write a small case without faults to the folder of cases inside `folder`.

    Raises:
        InputError: the title has no usable letters, the name is taken, or the file cannot be written.
    """
    path = folder / CASES / f"{plain_name(title)}.md"
    if path.exists():
        raise InputError(f"a case named {path.stem!r} already exists\n    fix: choose another title")
    text: str = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["template"]
    make_folder(path.parent)
    write_new(path, text.replace("{title}", " ".join(title.split())).encode(), SHARED)
    return path
