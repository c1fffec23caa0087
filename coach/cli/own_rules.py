"""`--rules FOLDER`, COACH_RULES and installed packs: own rules beside Coach's, for every command that checks."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli.terminal import one_line
from coach.errors import AuthorError, InputError

if TYPE_CHECKING:
    from coach.rules.own import OwnFolder

VARIABLE = "COACH_RULES"
_FOLDER = "name the folder that contains <concern>/<category>/"


def add_folders(parser: argparse.ArgumentParser, *, may_be_alone: bool = True) -> None:
    """Add `--rules` to a parser, and `--own-rules-only`."""
    words = f"use your own rules beside Coach's; may be repeated; set {VARIABLE} to use them every time"
    parser.add_argument("--rules", type=Path, action="append", metavar="FOLDER", help=words)
    if may_be_alone:
        words = "use your own rules without Coach's and without the second reader; silence then says nothing"
        parser.add_argument("--own-rules-only", action="store_true", help=words)


def own_folders(args: argparse.Namespace, *, own_rules: bool = True) -> tuple[OwnFolder, ...]:
    """Return the folders given with `--rules`, then those used every time.

    Args:
        args: the arguments of the command.
        own_rules: whether the family wants the rules that are used every time.

    Raises:
        InputError: a path is not a folder, or there are no rules to use alone.
    """
    from coach.rules.own import OwnFolder

    given = [OwnFolder(_checked(path, "--rules")) for path in getattr(args, "rules", None) or ()]
    unread = list[AuthorError]()
    folders = tuple(dict.fromkeys([*given, *(standing_folders(unread) if own_rules else ())]))
    for fault in (fault for error in unread for fault in error.faults):
        print(f"coach: a pack is left out: {one_line(f'{fault.path}: {fault.problem}')}", file=sys.stderr)
    if getattr(args, "own_rules_only", False) and not folders:
        raise InputError("--own-rules-only needs your own rules\n    fix: name their folder with --rules")
    return folders


def standing_folders(unread: list[AuthorError] | None = None) -> Iterator[OwnFolder]:
    """Yield the folders of own rules that are used every time: those of `COACH_RULES`, then installed packs.

    Args:
        unread: takes what is wrong with packs that cannot be read; they are passed over.

    Raises:
        InputError: `COACH_RULES` names something that is not a folder.
    """
    from coach.packs import installed_packs
    from coach.rules.own import OwnFolder

    for name in os.environ.get(VARIABLE, "").split(os.pathsep):
        if name:
            yield OwnFolder(_checked(Path(name).expanduser(), VARIABLE))
    yield from (OwnFolder(pack.path, may_replace=False) for pack in installed_packs(unread) if pack.has_rules)


def _checked(path: Path, where: str) -> Path:
    from coach.packs import pack_called, pack_folder

    if not path.is_dir():
        fix = "leave it out: this pack is installed, and always used" if pack_called(str(path)) else _FOLDER
        raise InputError(f"{where}: {path} is not a folder\n    fix: {fix}")
    if (inside := pack_folder(path)) != path:
        raise InputError(f"{where}: {path} is the project of a pack, not its rules\n    fix: name {inside}")
    return path


@contextmanager
def own_faults_are_input() -> Iterator[None]:
    """Turn faults in own rules into a wrong call: exit status 1 is for messages with something to look at."""
    try:
        yield
    except AuthorError as error:
        named = "".join(_way_out(name) for name in _packs_with(error))
        raise InputError(f"own rules cannot be used: {len(error.faults)} to fix\n{error}{named}") from error


def _way_out(name: str) -> str:
    """Return what helps whoever only uses a pack, and cannot fix it."""
    return f"\nThe pack {name} does not fit this Coach.\n    fix: add a newer one, or `coach packs remove {name}`"


def _packs_with(error: AuthorError) -> list[str]:
    """Return the names of the installed packs that the faults are in."""
    from coach.packs import installed_packs

    found = [pack for pack in installed_packs() if any(one.path.is_relative_to(pack.path) for one in error.faults)]
    return [pack.info.name for pack in found]
