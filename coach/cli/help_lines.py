"""`coach help-lines`: who to talk to, where to report someone, and who takes pictures down."""

from __future__ import annotations

import argparse
import shutil
import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from coach.errors import InputError

if TYPE_CHECKING:
    from coach.helplines import Helpline

_TITLES = {
    "child": "For children, about anything",
    "crisis": "When someone is thinking about dying",
    "emergency": "In danger right now",
    "report": "To report someone online",
    "takedown": "To have intimate pictures of a child taken down",
    "directory": "Help lines in every country",
}


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("help-lines", help="people to talk to, near you")
    parser.add_argument(
        "country", nargs="?", metavar="COUNTRY", help="two letters, such as GB, or `all`; your own country if left out"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the help lines of one country, or of all."""
    from coach.cli.check import read_family
    from coach.helplines import home_country, lines_near, read_helplines

    known = read_helplines()
    places = {line.country: line.place for line in known if line.country}
    asked = (args.country or home_country(read_family().country)).upper()
    if args.country and asked not in {*places, "ALL"}:
        listed = ", ".join(sorted(places))
        raise InputError(f"no help lines for {args.country!r}\n    fix: choose one of {listed}, or all")
    lines = known if asked == "ALL" else lines_near(asked)
    if not asked:
        print("In danger, call your country's emergency number. `coach help-lines COUNTRY` lists more.\n")
    _print(_lines(lines, one_place=asked != "ALL"))
    return 0


def _lines(lines: Iterable[Helpline], *, one_place: bool) -> Iterator[str]:
    """List help lines by kind, then by country."""
    lines = list(lines)
    for kind, title in _TITLES.items():
        found = [line for line in lines if line.kind == kind]
        if not found:
            continue
        yield f"{title}:"
        for line in found:
            place = "" if one_place else f"{line.place}: "
            dated = line.dated if line.dated != "undated" else "no date"
            yield f"  {place}{line}. From {line.source} ({dated})."
    checked = min(line.checked for line in lines)
    yield f"Checked against saved copies of these pages in {checked:%B %Y}; we did not call anyone. Numbers change,"
    yield "so look yours up together before you need it."


def _print(lines: Iterable[str]) -> None:
    width = shutil.get_terminal_size().columns
    for line in lines:
        print(textwrap.fill(line, width, subsequent_indent="      ", break_on_hyphens=False))
