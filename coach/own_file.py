"""Files and folders that only their owner may open: checking their permissions and reading them."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Open flags: follow no link, never block on a pipe, leave line endings alone."""
_OTHERS = 0o077


def real_path(path: Path) -> Path:
    """Where a path leads when links are followed; of links in a circle, one of them.

    `Path.resolve` raises RuntimeError for a circle before Python 3.13; here, opening the file says what is wrong.
    """
    return Path(os.path.realpath(path))


def is_wide(folder: Path) -> bool:
    """Return whether this user owns `folder` and others have any access to it."""
    found = folder.stat()
    return bool(os.name == "posix" and found.st_mode & _OTHERS and _is_own(found))


def narrow(folder: Path) -> None:
    """Remove other users' access to `folder`.

    Raises:
        OSError: the permissions cannot be changed.
    """
    folder.chmod(stat.S_IMODE(folder.stat().st_mode) & ~_OTHERS)


def read_own(path: Path, most: int) -> bytes:
    """Read a regular file that belongs to this user, up to one byte more than `most`.

    Raises:
        OSError: the file is missing or unreadable, is a link or a pipe, or belongs to somebody else.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, "it is a symbolic link")
    with os.fdopen(os.open(path, os.O_RDONLY | AS_IT_IS), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "it is not a regular file")
        if not _is_own(found):
            raise PermissionError(errno.EPERM, "it belongs to somebody else")
        return file.read(most + 1)


def _is_own(found: os.stat_result) -> bool:
    return os.name != "posix" or found.st_uid == os.geteuid()
