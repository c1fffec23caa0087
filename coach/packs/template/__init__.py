"""The pack that `coach packs new` writes: files in which NAME and MODULE stand for its names."""

from __future__ import annotations

import re
from pathlib import Path

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST = 40
_FILES = Path(__file__).parent


def is_pack_name(name: str) -> bool:
    """Return whether a pack may have this name; a package's name does not start with a digit."""
    return len(name) <= _LONGEST and not name[:1].isdigit() and _NAME.fullmatch(name) is not None


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
