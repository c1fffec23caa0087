"""Packs on this computer: those added with `coach packs add`, and those installed as Python packages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from platformdirs import user_data_path

from coach.errors import AuthorError, InputError
from coach.packs.content import Content
from coach.packs.pack_file import Pack, is_name, read_pack
from coach.rules.places import shut_folders
from coach.writing import make_folder_of_files, remove_folder

GROUP = "coach.packs"
"""The entry points of packages that contain a pack; the value is the name of the package."""
VARIABLE = "COACH_PACKS"
"""The environment variable for another folder of packs."""


def packs_path() -> Path:
    """Return the folder of the packs that were added."""
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser() if named else user_data_path("coach", appauthor=False) / "packs"


def installed_packs(faults: list[AuthorError] | None = None) -> tuple[Pack, ...]:
    """Return all packs by name; of two with the same name, the one that was added by hand.

    Args:
        faults: takes what is wrong with packs that cannot be read; they are passed over.
    """
    found = dict[str, Pack]()
    for pack in every_pack(faults):
        found.setdefault(pack.info.name, pack)
    return tuple(found[name] for name in sorted(found))


def every_pack(faults: list[AuthorError] | None = None) -> Iterator[Pack]:
    """Yield all packs, those added by hand first; a second one of the same name is not used.

    Args:
        faults: takes what is wrong with packs that cannot be read; they are passed over.
    """
    if faults is not None and packs_path().is_dir() and (shut := list(shut_folders(packs_path(), 0))):
        faults.append(AuthorError(shut))
    for folder, package in (*_added(), *_packages()):
        try:
            pack = _pack_in(folder, package)
        except AuthorError as error:
            if faults is not None:
                faults.append(error)
        else:
            yield pack


def unread_packs() -> tuple[str, ...]:
    """Return the folders, without their paths, of packs that cannot be read; `coach packs list` says why."""
    return tuple(folder.name for folder, package in (*_added(), *_packages()) if not _is_sound(folder, package))


def _is_sound(folder: Path, package: str) -> bool:
    try:
        _pack_in(folder, package)
    except AuthorError:
        return False
    return True


def _pack_in(folder: Path, package: str) -> Pack:
    pack = read_pack(folder, package)
    if shut := list(shut_folders(folder)):
        raise AuthorError(shut)
    return pack


def pack_called(name: str) -> Pack | None:
    """Return the installed pack of this name."""
    return next((pack for pack in installed_packs() if pack.info.name == name), None)


def _added() -> Iterator[tuple[Path, str]]:
    folder = packs_path()
    if folder.is_dir() and not any(shut_folders(folder, 0)):
        yield from ((path, "") for path in sorted(folder.iterdir()) if path.is_dir() and path.name[:1] != ".")


def _packages() -> Iterator[tuple[Path, str]]:
    """Yield the folder of each package that declares a pack, without importing it."""
    for point in entry_points(group=GROUP):
        folder = _folder_of(point)
        if folder:
            yield folder, point.dist.name if point.dist else point.name


def _folder_of(point: EntryPoint) -> Path | None:
    """Return the folder of a top-level package; finding one inside another would run the outer one's code."""
    if "." in point.module:
        return None
    try:
        spec = find_spec(point.module)
    except (ImportError, ValueError):
        return None
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else None


def add_pack(pack: Pack, content: Content) -> Path:
    """Install a pack, in place of an older one of the same name; return its folder.

    Raises:
        InputError: a folder cannot be written.
    """
    folder = packs_path() / pack.info.name
    make_folder_of_files(folder, content.files)
    return folder


def remove_pack(name: str) -> None:
    """Delete a pack that was added, even if it can no longer be read.

    Raises:
        InputError: there is none, or it came with a Python package.
    """
    pack = pack_called(name)
    if pack and pack.package:
        raise InputError(f"{name} came with a Python package\n    fix: pip uninstall {pack.package}")
    broken = packs_path() / name
    if not pack and not (is_name(name) and broken.is_dir()):
        raise InputError(f"no pack {name!r}\n    fix: `coach packs list` shows what is installed")
    remove_folder(pack.path if pack else broken)
