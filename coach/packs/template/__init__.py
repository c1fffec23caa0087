"""The pack that `coach packs new` writes: files in which NAME and MODULE stand for its names."""

from __future__ import annotations

import keyword
import sys
from pathlib import Path

from coach.errors import InputError
from coach.packs.pack_file import MAX_NAME, is_device, is_name

_FILES = Path(__file__).parent


_TAKEN = frozenset({"coach", "spacy", "test", "tests"})
"""Modules beside Python's own that a pack must not hide."""


def check_new_name(name: str) -> None:
    """Refuse a name that a pack and its Python package cannot have.

    Raises:
        InputError: it is too long, not a name, a device of Windows, or the name of a Python module or keyword.
    """
    if name[:1].isdigit() or not is_name(name):
        fix = f"use up to {MAX_NAME} lower-case letters, digits and hyphens, such as school-dares"
        raise InputError(f"invalid pack name {name!r}\n    fix: {fix}")
    if is_device(name):
        raise InputError(f"invalid pack name {name!r}: Windows keeps it for a device\n    fix: choose another name")
    module = module_of(name)
    if keyword.iskeyword(module) or module in sys.stdlib_module_names | _TAKEN:
        problem = f"invalid pack name {name!r}: Python or Coach already uses it"
        raise InputError(f"{problem}\n    fix: choose another name, such as {name}-pack")


def module_of(name: str) -> str:
    """Return the name of the Python package of a pack."""
    return name.replace("-", "_")


def template_files(name: str) -> dict[str, bytes]:
    """Return the files of a new pack, by path."""
    found = {path.relative_to(_FILES).as_posix(): path for path in sorted(_FILES.rglob("*")) if path.is_file()}
    return {
        _named(written.removesuffix(".txt"), name): _named(path.read_text(encoding="utf-8"), name).encode()
        for written, path in found.items()
        if written != "__init__.py" and "__pycache__" not in written
    }


def _named(text: str, name: str) -> str:
    return text.replace("MODULE", module_of(name)).replace("NAME", name)
