"""`coach packs list`: what is installed, whose it is, and where two packs meet."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coach.cli.terminal import one_line, print_wrapped
from coach.visible import visible

if TYPE_CHECKING:
    from coach.packs import Pack

TRUSTED = "installed as the Python package {package}: its code is trusted, like that of any program you install"
COPIED = "added as data, without code"


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    listing = actions.add_parser(
        "list",
        help="list the installed packs, and what two of them both define",
        examples="coach packs list",
        status="0 done, 1 a pack cannot be used",
    )
    listing.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Print every pack; return 1 if one cannot be used."""
    from coach.cli.packs.lint import reading_faults
    from coach.errors import AuthorError
    from coach.packs import conflicts, every_pack

    faults = list[AuthorError]()
    packs = sorted(every_pack(faults), key=lambda pack: pack.info.name)
    faults += [AuthorError(found) for pack in packs if (found := list(reading_faults(pack)))]
    lines = [line for pack in packs for line in pack_lines(pack)]
    lines = lines or ["No packs are installed. `coach packs add` adds one, `coach packs new` starts one."]
    lines += [f"Note: {sentence}." for sentence in conflicts(packs)]
    print_wrapped([one_line(line) for line in lines])
    for error in faults:
        print(visible(f"Cannot be used:\n{error}"))
    return int(bool(faults))


def pack_lines(pack: Pack) -> Iterator[str]:
    """Say what a pack is, and where it is."""
    info = pack.info
    by = f", by {info.author}" if info.author else ""
    yield f"{info.name} {info.version}: {info.title}{by}. Licence: {info.licence}."
    yield f"  {', '.join(contents(pack)) or 'nothing that Coach reads'}"
    yield f"  {TRUSTED.format(package=pack.package) if pack.package else f'{COPIED}, in {pack.path}'}"


def contents(pack: Pack) -> Iterator[str]:
    """Count what a pack adds."""
    from coach.packs.pack_file import HELP_FILE
    from coach.rules.places import is_rule_path

    path = pack.path
    counts = {
        "rule": sum(is_rule_path(file, path) for file in path.glob("*/*/*.toml")),
        "own category": len(list(path.glob("*/*/category.toml"))),
        "lesson": len([file for file in path.glob("lessons/*.md") if file.stem != "README"]),
        "case": len(list(path.glob("lessons/cases/*.md"))),
        "app": len(list(path.glob("lessons/doors/*.toml"))),
        "stage": len([file for file in path.glob("stages/*.toml") if file.stem != "words"]),
    }
    for what, count in counts.items():
        if count:
            many = "own categories" if what == "own category" else f"{what}s"
            yield f"{count} {what if count == 1 else many}"
    if (path / HELP_FILE).is_file():
        yield "help lines"
