"""Reads `doors/NAME.toml`: who can message whom in one app, at one point in time."""

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
"""The folder of these files, next to the lessons."""
_KEYS = {"apps": True}
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_APPS = 5


def read_doors_block(block: Block) -> tuple[Doors, ...]:
    """Read the apps of a `doors` block; faults in their files are added to those of the lesson.

    An app's file is looked up next to the lesson first, then next to the lessons that Coach ships.
    """
    folders = tuple(dict.fromkeys((block.source.path.parent, lessons_path())))
    names = [name.strip() for name in block.keys_above(_KEYS).get("apps", "").split(",") if name.strip()]
    if len(names) > MAX_APPS:
        problem = f"{len(names)} apps in one step: at most {MAX_APPS} allowed"
        block.source.fault(block.line + 1, problem, "split the step in two")
    found = (_doors_called(block, name, folders) for name in names[:MAX_APPS])
    return tuple(doors for doors in found if doors)


def read_doors(path: Path) -> Doors:
    """Read one file.

    Raises:
        AuthorError: the file is invalid; lists all its faults.
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
    """List the doors files next to the lessons of `folder`."""
    return sorted((folder / FOLDER).glob("*.toml"))


def _doors_called(block: Block, name: str, folders: tuple[Path, ...]) -> Doors | None:
    line = block.line + 1
    if not _NAME.fullmatch(name):
        block.source.fault(line, f"invalid app name `{name}`", "use lower-case letters, digits and hyphens")
        return None
    paths = [path for folder in folders if (path := _inside(folder, name))]
    if not paths:
        known = ", ".join(sorted({path.stem for folder in folders for path in doors_files(folder)})) or "none yet"
        block.source.fault(line, f"unknown app `{name}`", f"add {FOLDER}/{name}.toml, or use one of: {known}")
        return None
    try:
        return read_doors(paths[0])
    except AuthorError as error:
        block.source.faults.extend(error.faults)
        return None


def _inside(folder: Path, name: str) -> Path | None:
    """Return the file of an app, unless it is a link out of the folder."""
    path = folder / FOLDER / f"{name}.toml"
    return path if path.is_file() and is_inside(path, folder) else None


def _check(source: TomlSource, doors: Doors) -> None:
    known = [setting.name for setting in doors.settings]
    for at, setting in enumerate(doors.settings):
        if setting.name in known[:at]:
            _fault(source, ("settings", at, "name"), f"duplicate setting `{setting.name}`", "rename one of the two")
        if not any(setting.name in visitor.when for visitor in doors.visitors):
            fix = "use it in the `when` of a visitor, or remove it"
            _fault(source, ("settings", at, "name"), f"unused setting `{setting.name}`", fix)
    for at, visitor in enumerate(doors.visitors):
        for name in (name for name in visitor.when if name not in known):
            fix = f"use one of: {', '.join(known)}" if known else "add [[settings]]"
            _fault(source, ("visitors", at, "when"), f"unknown setting `{name}`", fix)
        if visitor.sees and (visitor.starts or visitor.answers):
            fix = "leave out `sees`: it is for somebody who may not write"
            _fault(source, ("visitors", at, "sees"), "`sees` of somebody who may write", fix)
    for at, fact in enumerate(doors.also):
        if bool(fact.source) is not bool(fact.told):
            fix = "give both `source` and `told`, or neither if it has those of the file"
            _fault(
                source, ("also", at, "what"), f"`{fact.what}` has a source without a date, or a date without one", fix
            )
    for at, problem, fix in _gaps(doors.visitors):
        _fault(source, ("visitors", at, "who"), problem, fix)


def _gaps(visitors: tuple[Visitor, ...]) -> Iterator[tuple[int, str, str]]:
    """Find unreachable rows, and kinds of visitors without a row for some settings."""
    closed: set[str] = set()
    last: dict[str, int] = {}
    for at, visitor in enumerate(visitors):
        if visitor.who in closed:
            yield (
                at,
                f"unreachable: a row above already covers every `{visitor.who}`",
                "put the row without `when` last",
            )
        elif not visitor.when:
            closed.add(visitor.who)
        last[visitor.who] = at
    for who, at in last.items():
        if who not in closed:
            yield at, f"no row for `{who}` under the remaining settings", "add a last row without `when`"


def _fault(source: TomlSource, path: tuple[str | int, ...], problem: str, fix: str) -> None:
    source.fault(source.line_of_path(path), problem, fix)
