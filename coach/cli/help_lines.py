"""`coach help-lines`: who to talk to, where to report someone, and who takes pictures down."""

from __future__ import annotations

import argparse
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from coach.errors import unknown

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
    parser = commands.add_parser(
        "help-lines", help="people to talk to, near you", examples="coach help-lines\ncoach help-lines Ireland"
    )
    parser.add_argument(
        "country",
        nargs="*",
        metavar="COUNTRY",
        help="its name or two letters, such as Ireland or IE, or `all`; your own country if left out",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the help lines of one country, or of all."""
    from coach.cli.check import read_family
    from coach.helplines import home_country, lines_near, pack_lines, read_helplines

    given = " ".join(args.country).strip()
    if given.lower() == "all":
        _print(_lines((*read_helplines(), *pack_lines()), one_place=False))
        return 0
    code = _code(given) if given else home_country(read_family().country)
    lines = lines_near(code)
    if note := _note(code, lines):
        print(f"{note}\n")
    _print(_lines(lines, one_place=True))
    return 0


def _code(given: str) -> str:
    """Return the code of the country that was asked for.

    Raises:
        InputError: there is no such country.
    """
    from coach.helplines import country_named, read_countries, read_helplines

    places = {line.country for line in read_helplines()}
    code = given.upper() if given.upper() in places else country_named(given)
    if not code:
        names = [names[0] for names in read_countries().values()]
        raise unknown(
            "country", given, names, "write its English name or its two letters, such as Ireland or IE, or all"
        )
    return code


def _note(code: str, lines: Sequence[Helpline]) -> str:
    """Say what to do where Coach knows no line of the country itself; empty where it does."""
    from coach.helplines import pack_lines, read_countries

    of_packs = pack_lines()
    if any(line.country for line in lines if line not in of_packs):
        return ""
    if not code:
        return "In danger, call your country's emergency number. `coach help-lines COUNTRY` lists more."
    name = read_countries().get(code, (code,))[0]
    else_from = " or from a pack" if any(line in of_packs for line in lines) else ""
    these = f"these are for any country{else_from}"
    return f"Coach knows no lines in {name}: {these}. In danger, call your emergency number."


def _lines(lines: Iterable[Helpline], *, one_place: bool) -> Iterator[str]:
    """List help lines by kind, then by country; those of packs were checked by their authors and date nothing."""
    from coach.helplines import pack_lines

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
    checked = min(line.checked for line in lines if line not in pack_lines())
    last = "we did not call anyone. Numbers change, so look yours up together before you need it."
    yield f"Checked against saved copies of these pages in {checked:%B %Y}; {last}"


def _print(lines: Iterable[str]) -> None:
    width = shutil.get_terminal_size().columns
    for line in lines:
        indent = "      " if line.startswith(" ") else ""
        print(textwrap.fill(line, width, subsequent_indent=indent, break_on_hyphens=False))
