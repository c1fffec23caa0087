"""Files that are written whole or not at all, and are their owner's only."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

_OWNER_ONLY = 0o600
_OTHERS = 0o077
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Follow no link, wait for no pipe, change no line end."""


def make_private_folder(folder: Path) -> None:
    """Make `folder` for its owner only; one that is there stays as it is.

    Raises:
        OSError: it cannot be made.
    """
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        settle(folder.parent)


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


def read_own(path: Path) -> bytes:
    """What an ordinary file of this user holds.

    Raises:
        OSError: there is no file, it cannot be read, it is a link or a pipe, or it belongs to somebody else.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, "it is a link to another place")
    with os.fdopen(os.open(path, os.O_RDONLY | _AS_IT_IS), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "it is no ordinary file")
        if not _is_own(found):
            raise PermissionError(errno.EPERM, "it belongs to somebody else")
        return file.read()


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in place of `path`; whoever reads sees the old file or the new one, even after a power cut.

    Two writers at once must be kept apart by the caller.

    Raises:
        OSError: it cannot be written; the old file is untouched.
    """
    for left_behind in unfinished(path):
        left_behind.unlink(missing_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _AS_IT_IS, _OWNER_ONLY), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)  # noqa: PTH105
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    settle(path.parent)


def unfinished(path: Path) -> Iterator[Path]:
    """Files in which somebody began to write `path` and was stopped."""
    yield from path.parent.glob(f".{path.name}*.new")


def set_aside(path: Path) -> Path:
    """Rename `family.json` to `family.broken-1.json`, or the next number that is free; it is its owner's only then.

    Raises:
        OSError: it cannot be renamed.
    """
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")):
        number += 1
    path.chmod(_OWNER_ONLY)
    path.rename(aside)
    return aside


def settle(folder: Path) -> None:
    """Have the folder itself written to the disk, where the system can do that.

    Raises:
        OSError: it cannot be written.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_own(found: os.stat_result) -> bool:
    return os.name != "posix" or found.st_uid == os.geteuid()
