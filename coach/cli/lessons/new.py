"""`coach lessons new TITLE`: a lesson to write over."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from coach.errors import InputError
from coach.visible import visible


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    new = actions.add_parser("new", help="begin a lesson: writes a small one that is sound, for you to write over")
    new.add_argument("title", metavar="TITLE", help="what it is called, such as 'Good night, group chat'")
    new.add_argument("--folder", type=Path, default=Path(), metavar="FOLDER", help="where it goes; this folder without")
    new.add_argument("--number", type=int, metavar="N", help="its place in the course; the next free one without")
    new.add_argument("--translate", metavar="NAME", help="begin with this lesson, to be translated")
    new.add_argument("--language", metavar="TAG", help="the language of the translation, such as de")
    new.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the lesson and say what comes next."""
    from coach.course import new_lesson, new_translation

    if bool(args.translate) != bool(args.language):
        raise InputError("--translate and --language belong together\n    fix: give both, or none")
    if not args.folder.is_dir():
        raise InputError(f"{args.folder} is no folder\n    fix: make it first, or name another")
    if args.translate:
        path = new_translation(args.title, args.folder, args.translate, args.language, args.number)
    else:
        path = new_lesson(args.title, args.folder, args.number)
    quoted = shlex.quote(str(path))
    print(visible(f"{path}\nwrite over it, and see it change:  coach lessons preview {quoted}"))
    print(visible(f"find what is wrong in it:          coach lessons lint {quoted}"))
    return 0
