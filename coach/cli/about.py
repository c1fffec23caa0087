"""`coach about`: versions, how old the data is, licences and packs."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from coach.cli.packs.listing import COPIED, TRUSTED
from coach.cli.terminal import one_line, print_wrapped

LICENCES = Path(__file__).with_name("licences.toml")
_LIBRARIES = ("spacy", "textual", "pydantic", "onnxruntime")


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "about", help="show versions, the age of the data, licences and packs", examples="coach about"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what a report of a problem, a reviewer or a lawyer asks for."""
    del args
    print_wrapped([*_versions(), "", *_dates(), "", *_licences(), *_packs()])
    return 0


def _versions() -> Iterator[str]:
    import platform
    from importlib.metadata import PackageNotFoundError, version

    yield f"coach {version('coach-together')}, Python {platform.python_version()}, {platform.system()}"
    for name in _LIBRARIES:
        try:
            yield f"  {name} {version(name)}"
        except PackageNotFoundError:
            yield f"  {name}: not installed"


def _dates() -> Iterator[str]:
    """Yield when facts about the world were last checked; they grow old, code does not."""
    from coach.course import lessons_path
    from coach.course.doors_file import doors_files, read_doors
    from coach.helplines import read_helplines

    checked = min(line.checked for line in read_helplines())
    doors = sorted((read_doors(path) for path in doors_files(lessons_path())), key=lambda one: one.told)
    yield "dates of data"
    yield f"  {checked:%B %Y}: help lines, last checked"
    yield from (f"  {one.told:%B %Y}: who can message you on {one.app}, {one.era}" for one in reversed(doors))


def _licences() -> Iterator[str]:
    yield "licences"
    yield from (f"  {what}: {licence}" for what, licence in read_licences())


def _packs() -> Iterator[str]:
    """Yield the packs that others wrote, each with its licence and how far it is trusted."""
    from coach.packs import installed_packs

    packs = installed_packs()
    if packs:
        yield from ("", "packs that others wrote")
    for pack in packs:
        trust = TRUSTED.format(package=pack.package) if pack.package else COPIED
        yield one_line(f"  {pack.info.name} {pack.info.version}, {pack.info.licence}: {trust}")


def read_licences() -> list[tuple[str, str]]:
    """Return what is in Coach, each with its licence."""
    import tomllib

    return [(what, licence) for what, licence in tomllib.loads(LICENCES.read_text(encoding="utf-8"))["parts"]]
