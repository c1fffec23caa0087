"""`coach lessons new TITLE`: write a small valid lesson to start from."""

from __future__ import annotations

import argparse
from pathlib import Path

from coach.errors import InputError
from coach.visible import visible

_EXAMPLES = """coach lessons new "Kind replies"
coach lessons new "The loot box" --case --folder our-lessons
coach lessons new "Fremde" --translate strangers --language de"""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    new = actions.add_parser(
        "new",
        help="start a lesson: write a small valid one for you to edit",
        examples=_EXAMPLES,
    )
    new.add_argument("title", metavar="TITLE", help="its title, such as 'Good night, group chat'")
    new.add_argument(
        "--folder", type=Path, default=Path(), metavar="FOLDER", help="your folder of lessons (default: this folder)"
    )
    new.add_argument("--number", type=int, metavar="N", help="its place in the course (default: the next free number)")
    new.add_argument("--case", action="store_true", help="start a case of five minutes instead of a lesson")
    new.add_argument("--translate", metavar="NAME", help="start from this lesson and translate it")
    new.add_argument("--language", metavar="TAG", help="the language of the translation, such as de")
    new.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the lesson or case, and print the next steps."""
    import shlex

    from coach.course import new_case, new_lesson, new_translation

    if bool(args.translate) != bool(args.language):
        raise InputError("--translate and --language must be used together\n    fix: give both or neither")
    if args.case and (args.translate or args.number is not None):
        raise InputError("--case cannot be used with --translate or --number\n    fix: leave one of them out")
    _ready(args.folder)
    if args.case:
        path = new_case(args.title, args.folder)
    elif args.translate:
        path = new_translation(args.title, args.folder, args.translate, args.language, args.number)
    else:
        path = new_lesson(args.title, args.folder, args.number)
    quoted = shlex.quote(str(path))
    print(visible(f"{path}\nedit it and watch it change:  coach lessons preview {quoted}"))
    print(visible(f"find errors in it:            coach lessons lint {quoted}"))
    return 0


def _ready(folder: Path) -> None:
    """Create the folder if the one that it belongs into is there; a typo higher up makes no folders."""
    from coach.writing import make_folder

    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is not a folder\n    fix: name another")
    if not folder.absolute().parent.is_dir():
        raise InputError(f"{folder.parent} is not a folder\n    fix: create it first, or name another")
    make_folder(folder)
