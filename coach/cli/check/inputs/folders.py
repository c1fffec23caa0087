"""Walk a folder given with `--file`: every file in it is an export, or is left out with a reason."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from coach.own_file import real_path


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that is not read although its messages may be wanted."""

    path: Path
    why: str
    is_lost: bool = True
    """Whether nothing else that is read has the same messages."""


Skip = Callable[[Skipped], object]


def walk(folder: Path, skip: Skip = lambda _: None) -> list[Path]:
    """Return all that is in a folder and its subfolders, hidden files excepted; links to folders are not followed.

    Args:
        folder: the folder.
        skip: called with each folder that cannot be listed.
    """
    found = list[Path]()
    for top, folders, files in os.walk(folder, onerror=partial(_skip_folder, skip)):
        folders[:] = _not_hidden(folders)
        found += (Path(top, name) for name in (*folders, *_not_hidden(files)))
    return sorted(found)


def readable(folder: Path, is_export: Callable[[Path], bool], skip: Skip) -> Iterator[Path]:
    """Yield the files in a folder that `is_export` chooses by name; call `skip` with those that cannot be read."""
    found = walk(folder, skip)
    files = [path for path in found if is_export(path) and path.is_file() and not path.is_symlink()]
    read = {real_path(file) for file in files}
    for path in found:
        if path.is_symlink():
            if _is_export_link(path, folder, read, is_export, skip):
                read.add(real_path(path))
                files.append(path)
        elif is_export(path) and not path.is_file() and not path.is_dir():
            skip(Skipped(path, "it is not a regular file"))
    yield from sorted(files)


def _is_export_link(link: Path, folder: Path, read: set[Path], is_export: Callable[[Path], bool], skip: Skip) -> bool:
    """Whether to read the file that a link leads to; if it may hold messages but is not to be read, call `skip`."""
    to_folder, to_file, real = link.is_dir(), link.is_file(), real_path(link)
    if not to_folder and to_file and not is_export(link):
        return False
    if not (to_folder or to_file):
        skip(Skipped(link, "this link leads nowhere, or to something that is not a file"))
    elif not real.is_relative_to(real_path(folder)):
        skip(Skipped(link, "this link leads out of its folder"))
    elif to_folder or real in read:
        skip(Skipped(link, "this link leads to another place in the same folder", is_lost=False))
    else:
        return True
    return False


def hidden(folder: Path) -> list[Path]:
    """Return the hidden files and folders that `walk` passes over; what is in a hidden folder is not listed."""
    found = list[Path]()
    for top, folders, files in os.walk(folder):
        found += (Path(top, name) for name in (*folders, *files) if name.startswith("."))
        folders[:] = _not_hidden(folders)
    return sorted(found)


def _not_hidden(names: list[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _skip_folder(skip: Skip, error: OSError) -> None:
    skip(Skipped(Path(error.filename), f"this folder cannot be read: {error.strerror}"))
