"""Finds the folder of rules around a file or folder that an author names, from wherever they are."""

from __future__ import annotations

from pathlib import Path

from coach.errors import InputError
from coach.models import Concern
from coach.rules.places import FRAMES, LEXICON

_BESIDE = frozenset({"words", "spelling", LEXICON, FRAMES})
"""Folders beside the concerns."""
_LAYOUT = "rules are in <concern>/<category>/<rule>.toml, such as unkind/looks/teeth.toml"


def folder_around(path: Path) -> Path:
    """Return the folder of rules that a file or folder belongs to: the folder itself, or one above it.

    Raises:
        InputError: there is no such path, or it is not where rules belong.
    """
    if not path.exists():
        raise InputError(f"{path}: no such file or folder\n    fix: check the spelling")
    if path.is_dir():
        return _above(path, len(_parts_inside(path.absolute())))
    inside = _parts_inside(path.absolute().parent)
    if not inside and not _is_folder_of_rules(path.parent):
        raise InputError(f"{path} is not where rules belong\n    fix: {_LAYOUT}")
    return _above(path, len(inside) + 1)


def _parts_inside(folder: Path) -> tuple[str, ...]:
    """Return the parts of a folder inside a folder of rules: none, a concern, a concern and a category, or words."""
    for depth in (2, 1):
        parts = folder.parts[-depth:]
        if len(parts) == depth and (parts[0] in set(Concern) or (depth == 1 and parts[0] in _BESIDE)):
            return parts
    return ()


def _is_folder_of_rules(folder: Path) -> bool:
    return any((folder / name).is_dir() for name in (*Concern, *_BESIDE))


def _above(path: Path, levels: int) -> Path:
    """Return the folder so many levels above, relative if the path has that many parts."""
    if not levels:
        return path
    has_parts = len(path.parts) >= levels and ".." not in path.parts and path != Path()
    return (path if has_parts else path.absolute()).parents[levels - 1]
