"""`coach packs add` and `coach packs remove`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli.packs.lint import reading_faults
from coach.cli.packs.listing import pack_lines
from coach.cli.terminal import counted, one_line, print_wrapped
from coach.errors import AuthorError, InputError

if TYPE_CHECKING:
    from coach.packs import Content, Pack

_NAMED = 5
"""How many files that were not copied are named."""
_DESCRIPTION = """Add a pack from a folder or a zip. Only the files that Coach reads are copied: no code, no links."""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add these actions to the parser."""
    add = actions.add_parser(
        "add",
        help="add a pack from a folder or a zip",
        examples="coach packs add school-pack.zip\ncoach packs add school-dares",
        description=_DESCRIPTION,
    )
    add.add_argument(
        "path",
        type=Path,
        metavar="PATH",
        help="the folder with the pack.toml, the project around it, or a zip of either",
    )
    add.set_defaults(run=run_add)
    remove = actions.add_parser(
        "remove", help="remove a pack that was added", examples="coach packs remove school-dares"
    )
    remove.add_argument("name", metavar="NAME", help="as `coach packs list` shows it")
    remove.set_defaults(run=run_remove)


def run_add(args: argparse.Namespace) -> int:
    """Copy a pack that reads well, and say what it adds."""
    from coach.packs import add_pack, conflicts, every_pack, pack_folder, read_pack
    from coach.writing import make_folder_of_files, passing_folder

    given = pack_folder(args.path) if args.path.is_dir() else args.path
    content = _content(given)
    with passing_folder("coach-pack-") as place:
        copied = place / "pack"
        make_folder_of_files(copied, content.files)
        with _faults_at(copied, given):
            pack = read_pack(copied)
            if faults := list(reading_faults(pack)):
                raise AuthorError(faults)
        folder = add_pack(pack, content)
    print_wrapped([one_line(line) for line in ("Added:", *pack_lines(read_pack(folder)), *_help_lines(pack, folder))])
    print_wrapped(one_line(line) for line in _left_out(content.left_out))
    print_wrapped([one_line(f"Note: {sentence}.") for sentence in conflicts(list(every_pack()))])
    return 0


def _left_out(names: list[str]) -> Iterator[str]:
    """Say what was not copied; the file that makes a folder a Python package surprises nobody."""
    names = [name for name in names if name != "__init__.py"]
    if names:
        more = ", ..." if len(names) > _NAMED else ""
        listed = f"{', '.join(sorted(names)[:_NAMED])}{more}"
        yield f"Not copied: {counted(len(names), 'file')} that Coach does not read: {listed}"


@contextmanager
def _faults_at(copied: Path, given: Path) -> Iterator[None]:
    """Name the files of faults as they were given, not as they were copied, and say that nothing was added."""
    try:
        yield
    except AuthorError as error:
        inside = (fault for fault in error.faults if fault.path.is_relative_to(copied))
        named = [replace(fault, path=given / fault.path.relative_to(copied)) for fault in inside]
        others = [fault for fault in error.faults if not fault.path.is_relative_to(copied)]
        problem = f"{given} was not added: {len(error.faults)} to fix"
        raise InputError(f"{problem}\n{AuthorError([*named, *others])}") from None


def _help_lines(pack: Pack, folder: Path) -> list[str]:
    """Return the help lines that a parent should look up before anybody needs them."""
    from coach.helplines import lines_of
    from coach.packs.pack_file import HELP_FILE

    path = folder / HELP_FILE
    lines = lines_of(path, pack.info.name) if path.is_file() else ()
    return ["Its help lines come after Coach's. Look them up before you need them:", *map(str, lines)] if lines else []


def _content(path: Path) -> Content:
    from coach.packs import content_of_folder, content_of_zip

    if path.is_dir():
        return content_of_folder(path)
    if path.is_file():
        return content_of_zip(path)
    raise InputError(f"{path}: no such folder or zip\n    fix: name the folder with the pack.toml, or a zip of it")


def run_remove(args: argparse.Namespace) -> int:
    """Remove a pack, and what was compiled from it."""
    from coach.own_rules import forget_compiled
    from coach.packs import remove_pack

    remove_pack(args.name)
    forget_compiled()
    print_wrapped([one_line(f"Removed: {args.name}.")])
    return 0
