"""What a pack contains, read from a folder or a zip: only the files that Coach reads, no links, capped in size."""

from __future__ import annotations

import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from coach.errors import InputError
from coach.models import Concern
from coach.own_file import AS_IT_IS
from coach.packs.pack_file import PACK_FILE, is_device
from coach.rules.places import shut_folders
from coach.visible import visible

MAX_FILES = 1_000
"""The most files of a pack."""
MAX_SEEN = 20_000
"""The most files looked at, those that Coach does not read included."""
MAX_FILE = 500_000
"""The largest file of a pack, in bytes."""
MAX_BYTES = 5_000_000
"""The most bytes in all of them."""
MAX_ZIP = 20_000_000
"""The largest zip that is opened, in bytes: its list of files alone takes time and memory."""
_DEPTH = 2
"""How many folders may be around `pack.toml` in a zip: a download of a project has two."""
_NAME = "[a-z0-9][a-z0-9-]*"
_CONCERNS = "|".join(map(re.escape, Concern))
_READ = re.compile(
    rf"pack\.toml|help-lines\.toml|README\.md|LICEN[CS]E(\.md|\.txt)?"
    rf"|(?:{_CONCERNS})/{_NAME}/{_NAME}\.toml"
    rf"|(?:words|spelling|lexicon|frames|stages)/{_NAME}\.toml"
    rf"|lessons/(?:cases/)?(?:{_NAME}|README)\.md|lessons/doors/{_NAME}\.toml"
)
"""The paths of files that Coach reads; everything else is left out, and code above all."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_ENCRYPTED = 0x1


@dataclass
class Content:
    """The files of a pack."""

    files: dict[str, bytes] = field(default_factory=dict)
    """By path with forward slashes."""
    left_out: list[str] = field(default_factory=list)
    """What Coach does not read."""
    _size: int = 0

    def take(self, path: str, content: bytes) -> None:
        """Take a file.

        Raises:
            InputError: it is too large, there are too many, or Windows keeps its name for a device.
        """
        if any(is_device(part.partition(".")[0]) for part in path.split("/")):
            raise InputError(f"{visible(path)}: Windows keeps this name for a device\n    fix: choose another name")
        self._size += len(content)
        if len(content) > MAX_FILE or self._size > MAX_BYTES or len(self.files) >= MAX_FILES:
            limits = f"at most {MAX_FILES:,} files, {MAX_FILE:,} bytes in one and {MAX_BYTES:,} in all"
            raise InputError(f"{visible(path)}: this pack is too large: {limits}\n    fix: split it into two packs")
        self.files[path] = content


def pack_folder(folder: Path) -> Path:
    """Return the folder with the `pack.toml`: this one, or the only one in it that has one, as in a Python project.

    Raises:
        InputError: the folder may not be read.
    """
    for fault in shut_folders(folder, 0):
        raise InputError(f"{folder}: {fault.problem}\n    fix: {fault.fix}")
    if (folder / PACK_FILE).is_file():
        return folder
    inside = sorted(path.parent for path in folder.glob(f"*/{PACK_FILE}") if not path.parent.is_symlink())
    return inside[0] if len(inside) == 1 else folder


def content_of_folder(folder: Path) -> Content:
    """Read the files of a pack from a folder; links are left out, wherever they lead.

    Raises:
        InputError: it has no `pack.toml`, or is too large.
    """
    found = Content()
    for number, path in enumerate(_files_below(folder)):
        name = path.relative_to(folder).as_posix()
        if number >= MAX_SEEN:
            raise InputError(f"{folder}: more than {MAX_SEEN:,} files\n    fix: name the folder of the pack alone")
        if _READ.fullmatch(name) and (content := _regular(path)) is not None:
            found.take(name, content)
        else:
            found.left_out.append(name)
    return _complete(found, folder)


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield everything below a folder that is not a folder; hidden folders and linked ones are not entered."""
    for place, folders, names in os.walk(folder, followlinks=False):
        linked = [name for name in folders if (Path(place) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")) and name not in linked)
        yield from (Path(place, name) for name in sorted([*names, *linked]))


def _regular(path: Path) -> bytes | None:
    """Read a regular file, up to one byte more than is allowed; None if it is a link, a pipe or unreadable."""
    try:
        if path.is_symlink():
            return None
        with os.fdopen(os.open(path, os.O_RDONLY | AS_IT_IS), "rb") as file:
            return file.read(MAX_FILE + 1) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None
    except OSError:
        return None


def content_of_zip(path: Path) -> Content:
    """Read the files of a pack from a zip, in which it may be in a folder, or in a folder of a project.

    Raises:
        InputError: it is damaged or too large, has several packs, links, a password or paths that lead out of it.
    """
    found = Content()
    if path.stat().st_size > MAX_ZIP:
        raise InputError(f"{path}: this zip is too large: at most {MAX_ZIP:,} bytes\n    fix: zip the pack alone")
    with _opened(path) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > MAX_SEEN:
            raise InputError(f"{path}: more than {MAX_SEEN:,} files\n    fix: zip the folder of the pack alone")
        for info in infos:
            _refuse_unsafe(path, info)
        top = _top_folder(path, [info.filename for info in infos])
        for info in infos:
            if not info.filename.startswith(top):
                continue  # the project around the pack
            name = info.filename.removeprefix(top)
            if _READ.fullmatch(name):
                with archive.open(name=info, mode="r") as file:
                    found.take(name, file.read(MAX_FILE + 1))
            else:
                found.left_out.append(name)
    return _complete(found, path)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except InputError:
        raise
    except _BROKEN as error:
        raise InputError(f"{path}: cannot be read as a zip\n    fix: zip the folder of the pack again") from error


def _top_folder(path: Path, names: Iterable[str]) -> str:
    """Return the outermost folder that holds `pack.toml`, with a slash; empty if it is at the top, or nowhere.

    Raises:
        InputError: several folders hold one.
    """
    packs = [name for name in names if PurePosixPath(name).name == PACK_FILE and name.count("/") <= _DEPTH]
    depth = min((name.count("/") for name in packs), default=0)
    tops = sorted({name.removesuffix(PACK_FILE) for name in packs if name.count("/") == depth})
    if len(tops) > 1:
        raise InputError(f"{path}: {len(tops)} packs in it\n    fix: add them one by one, a folder or a zip for each")
    return tops[0] if tops else ""


def _refuse_unsafe(path: Path, info: zipfile.ZipInfo) -> None:
    """Raise InputError for a link, a password, or a path that leads out of the archive."""
    parts = PurePosixPath(info.filename).parts
    if info.filename.startswith("/") or ".." in parts or "\\" in info.filename or ":" in info.filename:
        raise InputError(f"{path}: {visible(info.filename)} leads out of this zip\n    fix: ask its author for another")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise InputError(f"{path}: {visible(info.filename)} is a link\n    fix: ask its author for one without links")
    if info.flag_bits & _ENCRYPTED:
        raise InputError(f"{path}: this zip has a password\n    fix: unpack it, and name the folder")


def _complete(found: Content, path: Path) -> Content:
    if PACK_FILE not in found.files:
        fix = f"name the folder with the {PACK_FILE}; `coach packs new NAME` writes one"
        raise InputError(f"{path}: no {PACK_FILE} in it\n    fix: {fix}")
    return found
