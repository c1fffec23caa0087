"""Reads `doors/NAME.toml`: who may message whom in one app, at one time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from coach.course.blocks import Block
from coach.course.folders import is_inside, lessons_path
from coach.errors import AuthorError
from coach.models import Doors, Visitor
from coach.rules.toml_source import TomlSource, read_toml

FOLDER = "doors"
"""Where the files stand, beside the lessons."""
_KEYS = {"apps": True}
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_APPS = 4


def read_doors_block(block: Block) -> tuple[Doors, ...]:
    """The apps of a `doors` block; what is wrong in their files is told with the faults of the lesson.

    An app's file stands beside the lesson, or else beside the lessons that Coach ships.
    """
    folders = tuple(dict.fromkeys((block.source.path.parent, lessons_path())))
    names = [name.strip() for name in block.keys_above(_KEYS).get("apps", "").split(",") if name.strip()]
    if len(names) > MAX_APPS:
        block.source.fault(block.line + 1, f"{len(names)} apps in one step", f"keep to {MAX_APPS}")
    found = (_doors_called(block, name, folders) for name in names[:MAX_APPS])
    return tuple(doors for doors in found if doors)


def read_doors(path: Path) -> Doors:
    """Read one file.

    Raises:
        AuthorError: it is wrong in any way; carries all its faults.
    """
    source = read_toml(path)
    try:
        doors = Doors.model_validate(source.values)
    except ValidationError as error:
        source.add_validation(error, Doors)
        raise AuthorError(source.faults) from error
    _check(source, doors)
    source.raise_faults()
    return doors


def doors_files(folder: Path) -> list[Path]:
    """Every file of doors beside the lessons of `folder`."""
    return sorted((folder / FOLDER).glob("*.toml"))


def _doors_called(block: Block, name: str, folders: tuple[Path, ...]) -> Doors | None:
    line = block.line + 1
    if not _NAME.fullmatch(name):
        block.source.fault(line, f"`{name}` is no name of an app", "use small letters, digits and hyphens")
        return None
    paths = [path for folder in folders if (path := _inside(folder, name))]
    if not paths:
        known = ", ".join(sorted({path.stem for folder in folders for path in doors_files(folder)})) or "none yet"
        block.source.fault(line, f"no app is called `{name}`", f"add {FOLDER}/{name}.toml; there are: {known}")
        return None
    try:
        return read_doors(paths[0])
    except AuthorError as error:
        block.source.faults.extend(error.faults)
        return None


def _inside(folder: Path, name: str) -> Path | None:
    """The file of an app, unless it is a link to somewhere else."""
    path = folder / FOLDER / f"{name}.toml"
    return path if path.is_file() and is_inside(path, folder) else None


def _check(source: TomlSource, doors: Doors) -> None:
    known = [setting.name for setting in doors.settings]
    for at, setting in enumerate(doors.settings):
        if setting.name in known[:at]:
            _fault(source, ("settings", at, "name"), f"two settings are called `{setting.name}`", "rename one")
        if not any(setting.name in visitor.when for visitor in doors.visitors):
            fix = "name it in the `when` of a visitor, or take it out"
            _fault(source, ("settings", at, "name"), f"the setting `{setting.name}` changes nothing", fix)
    for at, visitor in enumerate(doors.visitors):
        for name in (name for name in visitor.when if name not in known):
            fix = f"use one of: {', '.join(known)}" if known else "add [[settings]]"
            _fault(source, ("visitors", at, "when"), f"no setting is called `{name}`", fix)
    for at, problem, fix in _gaps(doors.visitors):
        _fault(source, ("visitors", at, "who"), problem, fix)


def _gaps(visitors: tuple[Visitor, ...]) -> Iterator[tuple[int, str, str]]:
    """Rows that are never reached, and kinds of visitors that some settings say nothing about."""
    closed: set[str] = set()
    last: dict[str, int] = {}
    for at, visitor in enumerate(visitors):
        if visitor.who in closed:
            yield at, f"a row above says it for every `{visitor.who}`", "put the row without `when` last"
        elif not visitor.when:
            closed.add(visitor.who)
        last[visitor.who] = at
    for who, at in last.items():
        if who not in closed:
            yield at, f"no row says what holds otherwise for `{who}`", "add a last row without `when`"


def _fault(source: TomlSource, path: tuple[str | int, ...], problem: str, fix: str) -> None:
    source.fault(source.line_of_path(path), problem, fix)
