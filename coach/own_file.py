"""Files and folders that are their owner's only: whether they are, and how they are read."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Follow no link, wait for no pipe, change no line end."""
_OTHERS = 0o077


def real_path(path: Path) -> Path:
    """Where a path leads when links are followed; of links in a circle, one of them.

    `Path.resolve` raises RuntimeError for a circle before Python 3.13; here, opening the file says what is wrong.
    """
    return Path(os.path.realpath(path))


def is_wide(folder: Path) -> bool:
    """Whether others than its owner may look into this user's own folder."""
    found = folder.stat()
    return bool(os.name == "posix" and found.st_mode & _OTHERS and _is_own(found))


def narrow(folder: Path) -> None:
    """Shut others out of `folder`.

    Raises:
        OSError: that cannot be done.
    """
    folder.chmod(stat.S_IMODE(folder.stat().st_mode) & ~_OTHERS)


def read_own(path: Path, most: int) -> bytes:
    """The content of an ordinary file of this user; no more than `most` bytes and one, which says that it is longer.

    Raises:
        OSError: there is no file, it cannot be read, it is a link or a pipe, or it belongs to somebody else.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, "it is a link to another place")
    with os.fdopen(os.open(path, os.O_RDONLY | AS_IT_IS), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file")
        if not _is_own(found):
            raise PermissionError(errno.EPERM, "it belongs to somebody else")
        return file.read(most + 1)


def _is_own(found: os.stat_result) -> bool:
    return os.name != "posix" or found.st_uid == os.geteuid()
