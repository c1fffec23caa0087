"""The only module that writes to disk: Coach creates every file and folder here.

A file is either new or replaces another one completely. Only its owner can read it unless the caller allows more, and
symbolic links are never followed. A test forbids writing in any other way.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from shutil import rmtree
from typing import IO, TYPE_CHECKING, TextIO

from coach.errors import InputError
from coach.own_file import AS_IT_IS

if TYPE_CHECKING:
    from filelock import FileLock

OWNER_ONLY = 0o600
SHARED = 0o666
"""The mode of files that others may read if the user's umask allows it: lessons, models."""
OTHER_NAME = "choose another name"
"""The fix when a file of this name exists."""
_WRITABLE = "choose a place where you may write"
_LONG_NAME = 200
"""The longest name that can still be extended everywhere, in bytes."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | AS_IT_IS


@contextmanager
def new_file(path: Path, mode: int = OWNER_ONLY, fix: str = OTHER_NAME) -> Iterator[IO[bytes]]:
    """Open a new file for writing; after an error it is deleted if still empty.

    Args:
        path: the file to create.
        mode: its permissions, subject to the umask.
        fix: the fix to suggest if the name is taken.

    Raises:
        InputError: the name is taken, if only by a dangling link, or the file cannot be written.
    """
    with _as_input_error(path, fix):
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
    """Write to a temporary file that replaces `path` at the end; with `when_stopped`, also when the user stops Coach.

    Readers see either the old file or the new one, even after a power cut; after an error, the old one.

    Raises:
        OSError: the file cannot be written; the old one is untouched.
    """
    new = path.with_name(f"{_temporary(path)}{os.getpid()}.new")
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
    """Write a new file completely or not at all.

    Raises:
        InputError: the name is taken, or the file cannot be written.
    """
    with _as_input_error(path):
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
    """Replace `path` with `content`, and delete what interrupted writes left behind.

    The caller must make sure that nobody else writes the same file meanwhile.

    Raises:
        OSError: the file cannot be written; the old one is untouched.
    """
    for left_behind in unfinished(path):
        left_behind.unlink(missing_ok=True)
    with replacing(path, mode) as file:
        file.write(content)


def unfinished(path: Path) -> Iterator[Path]:
    """Find the temporary files that interrupted writes of `path` left behind."""
    begun = re.compile(rf"{re.escape(_temporary(path))}([0-9]+\.)?new")
    with suppress(OSError):
        yield from (found for found in path.parent.iterdir() if begun.fullmatch(found.name))


def _temporary(path: Path) -> str:
    """Return the prefix of temporary files for `path`; a long name is replaced by its hash."""
    written = os.fsencode(path.name)
    if len(written) <= _LONG_NAME:
        return f".{path.name}."
    from hashlib import sha256  # noqa: PLC0415 - few names are long, and every start imports this module

    return f".{sha256(written).hexdigest()}."


def is_same(place: Path | int, others: Iterable[Path | int]) -> bool:
    """Return whether a path or file descriptor is the same file as one of `others`; False for pipes and terminals."""
    found = _found(place)
    return any(os.path.samestat(found, other) for other in map(_found, others) if other) if found else False


def is_ordinary(path: Path) -> bool:
    """Return whether `path` is a regular file, which may be replaced, not a link, folder, pipe or device."""
    with suppress(OSError):
        return stat.S_ISREG(path.lstat().st_mode)
    return False


def make_folder(folder: Path) -> None:
    """Create `folder` and any missing parents.

    Raises:
        InputError: the folder cannot be created.
    """
    with _as_input_error(folder, _WRITABLE):
        folder.mkdir(parents=True, exist_ok=True)


def make_private_folder(folder: Path) -> None:
    """Create `folder` for its owner only; an existing one keeps its permissions.

    Raises:
        OSError: the folder cannot be created.
    """
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        settle(folder.parent)


def make_folder_of_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with these files, by their paths inside it; it takes the place of an older one only when whole.

    Raises:
        InputError: a path leads out of the folder, or something cannot be written.
    """
    for name in files:
        if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts or "\\" in name:
            raise InputError(f"{name} leads out of its folder\n    fix: {OTHER_NAME}")
    begun = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    with _as_input_error(folder, _WRITABLE):
        make_private_folder(folder.parent)
        begun.mkdir(mode=0o700)
        try:
            for name, content in files.items():
                make_folder((begun / name).parent)
                write_new(begun / name, content)
            remove_folder(folder)
            begun.rename(folder)
            settle(folder.parent)
        except BaseException:
            rmtree(begun, ignore_errors=True)
            raise


def remove_folder(folder: Path) -> None:
    """Delete a folder and what is in it, if it exists; a link in its place is deleted, not followed.

    Raises:
        InputError: something cannot be deleted.
    """
    with _as_input_error(folder, _WRITABLE):
        if folder.is_symlink():
            folder.unlink()
        elif folder.exists():
            rmtree(folder)


@contextmanager
def passing_folder(name: str) -> Iterator[Path]:
    """Create a temporary private folder whose name starts with `name`; it is deleted when the block ends."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - few commands need it

    with TemporaryDirectory(prefix=name) as folder:
        yield Path(folder)


def lock_at(path: Path, patience: float) -> FileLock:
    """Create a lock between processes; acquiring it raises `filelock.Timeout` after `patience` seconds."""
    from filelock import FileLock  # noqa: PLC0415 - takes a tenth of a second, and `coach check` does not need it

    return FileLock(path, timeout=patience, mode=OWNER_ONLY)


def open_nowhere() -> int:
    """Open the null device for writing and return its file descriptor."""
    return os.open(os.devnull, os.O_WRONLY)


def stream_to(handle: int) -> TextIO:
    """A text stream that writes to a handle."""
    return os.fdopen(handle, "w", encoding="utf-8", errors="replace")


def set_aside(path: Path) -> Path:
    """Rename `family.json` to `family.broken-1.json`, or to the next free number, readable by its owner only.

    Raises:
        OSError: the file cannot be renamed.
    """
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")):
        number += 1
    path.chmod(OWNER_ONLY)
    path.rename(aside)
    return aside


def settle(folder: Path) -> None:
    """Flush the folder's own entry to disk, if the system supports it.

    Raises:
        OSError: the folder cannot be flushed.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _put(file: IO[bytes], new: Path, path: Path) -> None:
    """Flush `file`, which was written at `new`, to disk and rename it to `path`."""
    _finish(file)
    file.close()
    os.replace(new, path)  # noqa: PTH105


def _finish(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _found(place: Path | int) -> os.stat_result | None:
    """Stat a regular file; None if there is none."""
    with suppress(OSError):
        found = os.stat(place)  # noqa: PTH116 - it may be a file descriptor
        return found if stat.S_ISREG(found.st_mode) else None
    return None


@contextmanager
def _as_input_error(path: Path, fix: str = OTHER_NAME) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise InputError(f"{path} already exists\n    fix: {fix}") from None
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}\n    fix: {_WRITABLE}") from error
