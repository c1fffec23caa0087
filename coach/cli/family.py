"""`coach family`: show, change and forget what is kept about the family."""

from __future__ import annotations

import argparse
import sys
from functools import partial

from coach.cli.screen import one_line
from coach.errors import InputError

KINDS = ("name", "school", "street", "town", "team", "birthday", "handle", "phone")
_EPILOG = """Private words are what your family keeps to itself: a child's full name, the school, the street.
A draft that holds one is flagged, in capitals, in leet and with spaces in it too. They stay in one file on this
computer that only you can read."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "family",
        help="show, change or forget what is kept about your family",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    show = actions.add_parser("show", help="all that is kept; private words are masked")
    show.add_argument("--reveal", action="store_true", help="show private words as they are")
    show.set_defaults(run=run_show)
    add = actions.add_parser("add", help="keep one more private word")
    add.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    add.add_argument("words", nargs="*", metavar="WORDS", help="asked for, and not shown, when left out")
    add.set_defaults(run=run_add)
    remove = actions.add_parser("remove", help="keep one private word no more")
    remove.add_argument("which", nargs="+", metavar="NUMBER|WORDS", help="as `coach family show` numbers them")
    remove.set_defaults(run=run_remove)
    forget = actions.add_parser("forget", help="remove all that is kept, progress and promises too")
    forget.add_argument("--yes", action="store_true", help="do not ask")
    forget.set_defaults(run=run_forget)


def run_show(args: argparse.Namespace) -> int:
    """Print everything that is kept."""
    from coach.family import FamilyFile, family_path
    from coach.models import Track

    file = FamilyFile(family_path())
    family = file.read()
    print(f"Kept in {one_line(str(file.path))}" if file.path.exists() else "Nothing is kept.")
    _tell_set_aside(file.set_aside)
    for name, track in {"": Track(progress=family.progress, promises=family.promises), **family.tracks}.items():
        if track.progress or track.promises:
            done = sum(progress.finished for progress in track.progress.values())
            words = f"Lessons begun: {len(track.progress)}, done: {done}. Promises made: {len(track.promises)}."
            print(one_line(f"{name}: {words}" if name else words))
    for member in family.members:
        print(one_line(f"Child: {member.nickname}, {member.age}"))
    if family.agreement:
        print("An agreement: `coach agreement show` prints it.")
    if family.private_words:
        print("Private words:")
    for number, word in enumerate(family.private_words, 1):
        words = word.words if args.reveal else word.masked()
        print(f"{number:>4}  {word.kind.value:<9} {one_line(words)}")
    return 0


def run_add(args: argparse.Namespace) -> int:
    """Keep one more private word."""
    from coach.family import FamilyFile, advice_on, family_path, keep_word

    words = " ".join(args.words) or _ask(f"The {args.kind} (not shown while you type): ")
    file = FamilyFile(family_path())
    family = file.update(partial(keep_word, kind=args.kind, words=words))
    _tell_set_aside(file.set_aside)
    kept = next(word for word in reversed(family.private_words) if word.kind == args.kind)
    print(f"Kept: {kept.kind.value} {one_line(kept.masked())}")
    if advice := advice_on(kept):
        print(f"Mind: {advice}")
    return 0


def run_remove(args: argparse.Namespace) -> int:
    """Keep one private word no more."""
    from coach.family import FamilyFile, family_path, leave_word

    FamilyFile(family_path()).update(partial(leave_word, which=" ".join(args.which)))
    print("Removed.")
    return 0


def run_forget(args: argparse.Namespace) -> int:
    """Remove the file and all that was set aside, and say what was removed."""
    from coach.family import FamilyFile, family_path

    file = FamilyFile(family_path())
    if not args.yes and not _is_sure():
        print("Nothing was removed.")
        return 0
    removed = file.forget()
    for path in removed:
        print(f"Removed {one_line(str(path))}")
    if not removed:
        print("Nothing was kept.")
    return 0


def _is_sure() -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise InputError("nobody is there to ask\n    mend: say `coach family forget --yes`")
    print("This removes private words, progress and promises from this computer.")
    return input("Forget all of it? Type yes: ").strip().lower() == "yes"


def _ask(question: str) -> str:
    if sys.stdin is None:
        raise InputError("there is no standard input\n    mend: write the words behind the kind")
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    from getpass import getpass

    return getpass(question).strip()


def _tell_set_aside(path: object) -> None:
    if path:
        print(f"coach: the file was damaged; it is set aside as {one_line(str(path))}", file=sys.stderr)
