"""The one door through which Coach writes: every file and every folder that it makes is made here.

A file is new, or takes the place of another one whole. It belongs to its owner only, unless the caller asks for more,
and a link that lies in its place leads nowhere. A test forbids every other way to write.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING, TextIO

from coach.errors import InputError
from coach.own_file import AS_IT_IS

if TYPE_CHECKING:
    from filelock import FileLock

OWNER_ONLY = 0o600
SHARED = 0o666
"""The mode of files that others may read where the user's umask lets them: lessons, models."""
OTHER_NAME = "choose another name"
"""How to put it right where a file of this name is there."""
_LONG_NAME = 200
"""Bytes of a name to which the end of another can be added everywhere."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | AS_IT_IS


@contextmanager
def new_file(path: Path, mode: int = OWNER_ONLY, fix: str = OTHER_NAME) -> Iterator[IO[bytes]]:
    """A new file to write to; an empty one is taken away again where an error comes first.

    Args:
        path: where it goes.
        mode: who may do what with it, within the umask.
        fix: how to put it right where something has this name already.

    Raises:
        InputError: something has this name, be it a link that leads nowhere, or it cannot be written.
    """
    with _in_words(path, fix):
        handle = os.open(path, _NEW, mode)
    with os.fdopen(handle, "wb") as file:
        try:
            yield file
            _finish(file)
        except BaseException:
            if not file.tell():
                path.unlink(missing_ok=True)
            raise
    settle(path.parent)


@contextmanager
def replacing(path: Path, mode: int = OWNER_ONLY, *, when_stopped: bool = False) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its place at the end, if `when_stopped` also where the user stops Coach before.

    Whoever reads sees the old file or the new one, even after a power cut; after an error, the old one.

    Raises:
        OSError: it cannot be written; the old file is untouched.
    """
    new = path.with_name(f"{_begun(path)}{os.getpid()}.new")
    try:
        with os.fdopen(os.open(new, _NEW, mode), "wb") as file:
            try:
                yield file
            except (KeyboardInterrupt, SystemExit):
                if when_stopped:
                    _put(file, new, path)
                raise
            _put(file, new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    settle(path.parent)


def write_new(path: Path, content: bytes, mode: int = OWNER_ONLY) -> None:
    """Write a new file, all of it or none.

    Raises:
        InputError: something has this name already, or it cannot be written.
    """
    with _in_words(path):
        try:
            with new_file(path, mode) as file:
                file.write(content)
        except InputError:
            raise
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise


def write_whole(path: Path, content: bytes, mode: int = OWNER_ONLY) -> None:
    """Put `content` in place of `path`, and take away what an earlier write left unfinished.

    Two writers at once must be kept apart by the caller.

    Raises:
        OSError: it cannot be written; the old file is untouched.
    """
    for left_behind in unfinished(path):
        left_behind.unlink(missing_ok=True)
    with replacing(path, mode) as file:
        file.write(content)


def unfinished(path: Path) -> Iterator[Path]:
    """Files in which a Coach began to write `path` and was stopped."""
    begun = re.compile(rf"{re.escape(_begun(path))}([0-9]+\.)?new")
    with suppress(OSError):
        yield from (found for found in path.parent.iterdir() if begun.fullmatch(found.name))


def _begun(path: Path) -> str:
    """How the name of a file begins that will take the place of `path`; names have a greatest length."""
    written = os.fsencode(path.name)
    return f".{path.name}." if len(written) <= _LONG_NAME else f".{sha256(written).hexdigest()}."


def is_same(place: Path | int, others: Iterable[Path | int]) -> bool:
    """Whether a file, given by its path or a handle, is one of `others` by any name; pipes and terminals never are."""
    found = _found(place)
    return any(os.path.samestat(found, other) for other in map(_found, others) if other) if found else False


def is_ordinary(path: Path) -> bool:
    """Whether a file is there that may be replaced: no link, folder, pipe or device."""
    with suppress(OSError):
        return stat.S_ISREG(path.lstat().st_mode)
    return False


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it, as far as they are missing.

    Raises:
        InputError: it cannot be made.
    """
    with _in_words(folder, "name a place that you may write to"):
        folder.mkdir(parents=True, exist_ok=True)


def make_private_folder(folder: Path) -> None:
    """Make `folder` for its owner only; one that is there stays as it is.

    Raises:
        OSError: it cannot be made.
    """
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        settle(folder.parent)


@contextmanager
def passing_folder(name: str) -> Iterator[Path]:
    """A private folder that is gone when the block ends; `name` begins its name."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - few commands need it

    with TemporaryDirectory(prefix=name) as folder:
        yield Path(folder)


def lock_at(path: Path, patience: float) -> FileLock:
    """A lock that keeps other processes out; taking it raises `filelock.Timeout` after `patience` seconds."""
    from filelock import FileLock  # noqa: PLC0415 - takes a tenth of a second, and `coach check` needs none

    return FileLock(path, timeout=patience, mode=OWNER_ONLY)


def open_nowhere() -> int:
    """A handle that forgets what is written to it."""
    return os.open(os.devnull, os.O_WRONLY)


def stream_to(handle: int) -> TextIO:
    """A text stream that writes to a handle."""
    return os.fdopen(handle, "w", encoding="utf-8", errors="replace")


def set_aside(path: Path) -> Path:
    """Rename `family.json` to `family.broken-1.json`, or the next number that is free; it is its owner's only then.

    Raises:
        OSError: it cannot be renamed.
    """
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")):
        number += 1
    path.chmod(OWNER_ONLY)
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


def _put(file: IO[bytes], new: Path, path: Path) -> None:
    """Write all of `file`, which lies at `new`, to the disk, and give it the name `path`."""
    _finish(file)
    file.close()
    os.replace(new, path)  # noqa: PTH105


def _finish(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _found(place: Path | int) -> os.stat_result | None:
    """What the system knows of an ordinary file; None where there is none."""
    with suppress(OSError):
        found = os.stat(place)  # noqa: PTH116 - of a handle too
        return found if stat.S_ISREG(found.st_mode) else None
    return None


@contextmanager
def _in_words(path: Path, fix: str = OTHER_NAME) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise InputError(f"{path} is there already\n    fix: {fix}") from None
    except OSError as error:
        told = f"cannot write {path}: {error.strerror}"
        raise InputError(f"{told}\n    fix: name a place that you may write to") from error
