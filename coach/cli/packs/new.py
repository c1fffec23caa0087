"""`coach packs new`: write a pack that can be changed, added and published."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.cli.terminal import one_line, print_wrapped
from coach.errors import InputError


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    new = actions.add_parser(
        "new", help="write a small pack to start from, as a Python package", examples="coach packs new school-dares"
    )
    new.add_argument("name", metavar="NAME", help="its name, such as school-dares; also the name of the new folder")
    new.add_argument("--folder", type=Path, default=Path(), metavar="FOLDER", help="where to write it (default: here)")
    new.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the template and say what comes next."""
    from coach.packs.template import check_new_name, module_of, template_files
    from coach.writing import make_folder_of_files

    check_new_name(args.name)
    folder = args.folder / args.name
    if folder.exists():
        raise InputError(f"{folder} already exists\n    fix: choose another name")
    make_folder_of_files(folder, template_files(args.name))
    pack = folder / module_of(args.name)
    print_wrapped([one_line(line) for line in (f"Written: {folder}", f"Next: coach packs lint --examples {pack}")])
    return 0
