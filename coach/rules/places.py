"""The layout of a folder of rules: `<concern>/<category>/<rule>.toml`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from coach.errors import Fault
from coach.models import Concern
from coach.own_file import real_path

CATEGORY_FILE = "category.toml"
MAX_FILES = 2_000
"""The most files of one kind in a folder; Coach has 190 rules."""
MAX_BYTES = 5_000_000
"""The most bytes in all of them; Coach's rules have 800,000."""
LEXICON, FRAMES = "lexicon", "frames"
_LENT = ("words", "spelling", LEXICON, FRAMES)
_OF_PACKS = ("lessons", "stages")
"""Folders of a pack that hold no rules."""
_FIX = "put rules into <concern>/<category>/<rule>.toml, such as unkind/looks/teeth.toml"


def rules_path() -> Path:
    """Return the folder of the rules that Coach ships."""
    return Path(__file__).parent


def shut_folders(folder: Path, levels: int = 2) -> Iterator[Fault]:
    """Report a folder, or those so many levels below it, that may not be read: `glob` would pass over them."""
    if not os.access(folder, os.R_OK | os.X_OK):
        yield Fault(folder, 0, 1, "cannot read the folder: Permission denied", "check its permissions")
    elif levels:
        for path in sorted(folder.iterdir()):
            if path.is_dir() and not path.name.startswith("."):
                yield from shut_folders(path, levels - 1)


def files_of(folder: Path, pattern: str, faults: list[Fault]) -> Iterator[Path]:
    """List the files matching `pattern`, without links out of the folder, up to what can be read in a few seconds.

    Coach's own files are not checked, as installers may turn them into links.
    """
    if real_path(folder) == real_path(rules_path()):
        yield from sorted(folder.glob(pattern))
        return
    left = MAX_BYTES
    if shut := list(shut_folders(folder)):
        faults.extend(fault for fault in shut if fault not in faults)
        return
    for number, path in enumerate(sorted(folder.glob(pattern))):
        left -= path.stat().st_size if path.is_file() else 0
        if number >= MAX_FILES or left < 0:
            problem = f"too many rules (`{pattern}`): at most {MAX_FILES:,} files and {MAX_BYTES:,} bytes allowed"
            faults.append(Fault(folder, 0, 1, problem, "split them into two folders"))
            return
        if real_path(path).is_relative_to(real_path(folder)):
            yield path
        else:
            faults.append(Fault(path, 0, 1, "a link out of its folder", "put the file itself into the folder"))


def rule_files(folder: Path) -> Iterator[Path]:
    """List every file that the rules of a folder are read from, and no more than are read."""
    for pattern in ("*/*/*.toml", *(f"{name}/*.toml" for name in _LENT), "*.toml"):
        yield from (path for path in files_of(folder, pattern, []) if path.is_file())


def category_id(path: Path, folder: Path) -> str:
    """Return the category of a file: `<concern>/<category>`."""
    return "/".join(path.parent.relative_to(folder).parts)


def rule_id(path: Path, folder: Path) -> str:
    """Return the id of the rule in this file: `<concern>/<category>/<file name>`."""
    return "/".join(path.relative_to(folder).with_suffix("").parts)


def is_rule_path(path: Path, folder: Path) -> bool:
    """Return whether a TOML file is where rules belong; hidden folders are ignored."""
    top = path.relative_to(folder).parts[0]
    return path.name != CATEGORY_FILE and not top.startswith(".") and top not in _OF_PACKS


def folder_of(path: Path) -> Path | None:
    """Return the folder of rules that a file belongs to, or None if it is not where rules belong."""
    if path.suffix == ".toml" and path.name != CATEGORY_FILE and len(path.parts) > 3:
        return path.parents[2] if path.parents[1].name in set(Concern) else None
    return None


def misplaced(folder: Path, *, found: bool) -> Iterator[Fault]:
    """Report TOML files in places where they are ignored, and a folder in which no rules were `found`."""
    strays = [*sorted(folder.glob("*.toml")), *sorted(folder.glob("*/*.toml"))]
    known = {"pack.toml", "pyproject.toml", "silencers.toml", "help-lines.toml"}
    elsewhere = {*_LENT, *_OF_PACKS}
    strays = [path for path in strays if path.parent.name not in elsewhere and path.name not in known]
    for path in strays[:MAX_FILES]:
        yield Fault(path, 0, 1, "this file is ignored because of where it is", _FIX)
    if not strays and not found:
        yield Fault(folder, 0, 1, "no rules in this folder", _FIX)
