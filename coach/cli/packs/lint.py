"""`coach packs lint`: find every error in a pack."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coach.cli.packs.listing import contents
from coach.errors import AuthorError, Fault, InputError
from coach.visible import visible

if TYPE_CHECKING:
    from coach.packs import Pack


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    lint = actions.add_parser(
        "lint",
        help="find every error in a pack, as file:line:column with the fix",
        examples="coach packs lint school-dares --examples",
        status="0 no errors, 1 errors to fix",
    )
    lint.add_argument(
        "folder", type=Path, metavar="FOLDER", help="the folder with the pack.toml, or the project around it"
    )
    lint.add_argument("--examples", action="store_true", help="also check every example of its rules")
    lint.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every error in every file of a pack; return 1 if there are any."""
    from coach.packs import content_of_folder, pack_folder, read_pack

    if not args.folder.is_dir():
        fix = "name the folder with the pack.toml; unpack a zip first"
        raise InputError(f"{args.folder} is not a folder\n    fix: {fix}")
    folder = pack_folder(args.folder)
    left_out = content_of_folder(folder).left_out
    faults = [*_caught(lambda: _all_faults(read_pack(folder), examples=args.examples))]
    lines = [str(fault) for fault in faults]
    lines += [f"not read by Coach: {name}" for name in left_out if not name.endswith((".py", ".pyc"))]
    print(visible("\n".join([*lines, f"{len(faults)} to fix" if faults else "All is well."])))
    return int(bool(faults))


def _all_faults(pack: Pack, *, examples: bool) -> Iterator[Fault]:
    yield from reading_faults(pack)
    if pack.has_rules:
        yield from _caught(lambda: _unknown_lessons(pack.path))
    if pack.has_rules and examples:
        yield from _caught(lambda: _check_examples(pack.path))
    if pack.lessons:
        yield from _lesson_faults(pack)


def reading_faults(pack: Pack) -> Iterator[Fault]:
    """Yield what is wrong with the rules, help lines and stages of a pack, and what cannot be read of its lessons."""
    from coach.course.own_lessons import unreadable
    from coach.helplines import lines_of
    from coach.packs.pack_file import HELP_FILE, PACK_FILE, STAGES
    from coach.rules.own import OwnFolder, read_own_folders
    from coach.stages import added_phrases

    if not (pack.info.needs or any(contents(pack))):
        problem = "nothing else in this pack that Coach reads"
        yield Fault(pack.path / PACK_FILE, 0, 1, problem, "add a rule or a lesson; the guide to rules lists the parts")
    if pack.has_rules:
        yield from _caught(lambda: read_own_folders([OwnFolder(pack.path, may_replace=False)], ()))
    if (pack.path / HELP_FILE).is_file():
        yield from _caught(lambda: lines_of(pack.path / HELP_FILE, pack.info.name))
    if (pack.path / STAGES).is_dir():
        yield from _caught(lambda: added_phrases(pack.path / STAGES))
    if pack.lessons:
        yield from unreadable(pack.lessons)


def _unknown_lessons(folder: Path) -> Iterator[Fault]:
    from coach.cli.rules.lint import lessons_with
    from coach.rules import read_own_catalog
    from coach.rules.own import unknown_lessons

    return unknown_lessons(read_own_catalog(folder), folder, lessons_with(folder))


def _lesson_faults(pack: Pack) -> Iterator[Fault]:
    """Lint the lessons of a pack, with its own rules beside Coach's."""
    from coach import load
    from coach.course.lint import lint_paths
    from coach.rules.own import OwnFolder

    own = [OwnFolder(pack.path, may_replace=False)] if pack.has_rules else []
    nlp = load(rules=own)
    from coach.counsel import CounselledCheck

    if pack.lessons:
        yield from lint_paths([pack.lessons], CounselledCheck(nlp)).faults


def _check_examples(folder: Path) -> None:
    from coach.engine import Explainer
    from coach.proof.check import check_examples
    from coach.rules import read_own_catalog

    check_examples(Explainer(read_own_catalog(folder)), folder)


def _caught(read: Callable[[], object]) -> Iterator[Fault]:
    """Yield the faults that reading finds, or those that it returns."""
    try:
        found = read()
        if isinstance(found, Iterator):
            yield from found
    except AuthorError as error:
        yield from error.faults
