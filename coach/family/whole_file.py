"""Files that are written whole or not at all, and are their owner's only."""

from __future__ import annotations

import os
from pathlib import Path

_OWNER_ONLY = 0o600


def make_private_folder(folder: Path) -> None:
    """Make `folder` for its owner only; one that is there stays as it is.

    Raises:
        OSError: it cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in place of `path`; whoever reads sees the old file or the new one, even after a power cut.

    Two writers at once must be kept apart by the caller.

    Raises:
        OSError: it cannot be written; the old file is untouched.
    """
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)  # noqa: PTH105
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def set_aside(path: Path) -> Path:
    """Rename `family.json` to `family.broken-1.json`, or the next number that is free.

    Raises:
        OSError: it cannot be renamed.
    """
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")):
        number += 1
    path.rename(aside)
    return aside


def _settle(folder: Path) -> None:
    """Have the folder itself written to the disk, where the system can do that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
