"""`coach rules lint`: find every error in rule files."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.cli.terminal import counted, escaped
from coach.errors import AuthorError, Fault
from coach.own_file import real_path
from coach.visible import visible

if TYPE_CHECKING:
    from coach.models import Catalog, Rule

_EPILOG = """A folder of rules contains <concern>/<category>/<rule>.toml and, if you like, words/*.toml; your rules can
use Coach's categories and word sets. If you name a file or a folder inside it, only its own errors are listed."""
_EXAMPLES = """coach rules lint my-rules
coach rules lint my-rules --examples
coach rules lint my-rules/unkind/looks/socks.toml --format json"""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    lint = actions.add_parser(
        "lint",
        help="find every error in rule files, as file:line:column with the fix",
        examples=_EXAMPLES,
        epilog=_EPILOG,
        status="0 no errors, 1 errors to fix",
    )
    lint.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="folders of rules, or files in them (default: Coach's own)"
    )
    lint.add_argument("--examples", action="store_true", help="also check every example; takes a few seconds")
    lint.add_argument("--format", choices=("text", "json"), default="text", help="text, or one JSON document")
    lint.set_defaults(run=run)


@dataclass(frozen=True, slots=True)
class LintedRules:
    """What was found in the named files of one folder."""

    rules: tuple[Rule, ...] = ()
    faults: tuple[Fault, ...] = ()
    elsewhere: tuple[Path, ...] = ()
    """Files with errors that were not named, because of which nothing else was checked."""

    @property
    def examples(self) -> int:
        """How many examples the rules have."""
        return sum(len(rule.examples.flags) + len(rule.examples.silent) for rule in self.rules)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        faults, elsewhere = [fault.to_dict() for fault in self.faults], list(map(str, self.elsewhere))
        return {"faults": faults, "rules": len(self.rules), "examples": self.examples, "errors_elsewhere": elsewhere}


def run(args: argparse.Namespace) -> int:
    """Print every error in the named files; return 1 if there are any."""
    found = [lint_folder(folder, paths, examples=args.examples) for folder, paths in _by_folder(args.paths)]
    linted = LintedRules(
        tuple(chain.from_iterable(one.rules for one in found)),
        tuple(chain.from_iterable(one.faults for one in found)),
        tuple(chain.from_iterable(one.elsewhere for one in found)),
    )
    if args.format == "json":
        import json

        print(escaped(json.dumps({**linted.to_dict(), "examples_tried": args.examples}, ensure_ascii=False)))
    else:
        print(visible(text_of(linted, has_run=args.examples)))
    return int(bool(linted.faults))


def _by_folder(paths: Iterable[Path]) -> list[tuple[Path | None, list[Path]]]:
    """Group the named paths by the folder of rules around them; None is Coach's own, which is the default.

    Raises:
        InputError: a path is missing, or is not where rules belong.
    """
    from coach.rules import rules_path
    from coach.rules.around import folder_around

    found: dict[Path, tuple[Path | None, list[Path]]] = {}
    for path in paths:
        folder = folder_around(path)
        is_coachs = real_path(folder) == real_path(rules_path())
        found.setdefault(real_path(folder), (None if is_coachs else folder, []))[1].append(path)
    return list(found.values()) or [(None, [rules_path()])]


def lint_folder(folder: Path | None, paths: Sequence[Path], *, examples: bool) -> LintedRules:
    """Find the errors of the named files in a folder of rules; None is Coach's own."""
    from coach.rules import read_own_catalog, rules_path

    named = [real_path(path) for path in paths]
    try:
        catalog = read_own_catalog(folder)
        faults = list(_further_faults(catalog, folder))
    except AuthorError as error:
        return _among((), error.faults, named)
    root = folder or rules_path()
    rules = [rule for rule in catalog.rules if _is_in(root / (rule.file or f"{rule.id}.toml"), named)]
    if examples and not faults:
        faults = list(_example_faults(catalog, rules, root))
    return _among(rules, faults, named)


def _among(rules: Iterable[Rule], faults: Sequence[Fault], named: Sequence[Path]) -> LintedRules:
    """Keep the faults of the named files, and note which other files have some."""
    own = [fault for fault in faults if _is_in(fault.path, named)]
    elsewhere = dict.fromkeys(fault.path for fault in faults if fault not in own)
    return LintedRules(tuple(rules), tuple(sorted(own)), tuple(elsewhere))


def _is_in(path: Path, named: Sequence[Path]) -> bool:
    """Return whether a path is one of these, or below one, by where it is or, if it is a link, where it leads."""
    places = real_path(path), real_path(path.parent) / path.name
    return any(one in (place, *place.parents) for place in places for one in named)


def _further_faults(catalog: Catalog, folder: Path | None) -> Iterable[Fault]:
    from coach.rules.never_say import unsafe_advice
    from coach.rules.own import lighter_weights, unknown_lessons
    from coach.stages import read_stages

    if folder is None:
        read_stages()
        return unsafe_advice(catalog, folder)
    return [
        *unsafe_advice(catalog, folder),
        *lighter_weights(catalog, folder),
        *unknown_lessons(catalog, folder, lessons_with(folder)),
    ]


def lessons_with(folder: Path) -> frozenset[str]:
    """Return the names of the lessons that a category of a folder of rules can name: those of its pack come first."""
    from argparse import Namespace

    from coach.cli.lessons.folders import own_folders
    from coach.course.folders import lesson_names

    return frozenset(name for place in (folder / "lessons", *own_folders(Namespace())) for name in lesson_names(place))


def _example_faults(catalog: Catalog, rules: Iterable[Rule], root: Path) -> Iterable[Fault]:
    from coach.engine import Explainer
    from coach.proof.check import example_faults

    return example_faults(Explainer(catalog), rules, root)


def text_of(linted: LintedRules, *, has_run: bool) -> str:
    """Return what was found as text; `has_run` says whether examples were tried."""
    lines = [*map(str, linted.faults)]
    if linted.faults:
        lines.append(f"{len(linted.faults)} to fix")
    elif not linted.elsewhere:
        proven = "hold" if has_run else "not tried; --examples tries them"
        rules = counted(len(linted.rules), "rule")
        lines.append(f"{rules}: all is well. {linted.examples:,} examples: {proven}.")
    lines.extend(f"not checked further, because of errors in {path}" for path in linted.elsewhere)
    return "\n".join(lines)
