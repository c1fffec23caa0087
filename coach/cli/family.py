"""`coach family`: show, change and delete what Coach keeps about the family."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial, reduce
from typing import TYPE_CHECKING

from coach.cli.terminal import one_line
from coach.cli.typed import secret_lines
from coach.errors import InputError

if TYPE_CHECKING:
    from coach.models import Family

KINDS = ("name", "school", "street", "town", "team", "birthday", "handle", "phone")
_LONGEST_NUMBER = 3
"""Digits; a longer number could itself be a private word."""
_EPILOG = """Private words are things your family keeps to itself: a child's full name, the school, the street.
Coach flags a draft that contains one, even in capitals, in leet or with spaces in between. They are stored in one
file on this computer that only you can read. Set COACH_FAMILY to keep that file in another folder."""
_ADD_EXAMPLES = """coach family add name                  # asks for the word and hides it while you type
coach family add school < words.txt    # adds one private word per line"""
_ADD_DESCRIPTION = """Add a private word. Words given as arguments are refused: shell history and the list of
processes would show them."""
_REFUSED = """private words cannot be given as arguments: shell history and the list of processes would show them
    fix: leave the words out and type them when Coach asks, or pipe them in, one per line"""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this command to the parser."""
    parser = commands.add_parser(
        "family",
        help="show, change or delete what Coach keeps about your family",
        examples="coach family show",
        epilog=_EPILOG,
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    show = actions.add_parser(
        "show",
        help="show everything; private words are masked",
        examples="coach family show\ncoach family show --reveal",
    )
    show.add_argument("--reveal", action="store_true", help="show private words unmasked")
    show.set_defaults(run=run_show)
    add = actions.add_parser(
        "add",
        help="add a private word; Coach asks for it",
        usage="coach family add [-h] KIND",
        description=_ADD_DESCRIPTION,
        examples=_ADD_EXAMPLES,
    )
    add.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    add.add_argument("words", nargs="*", help=argparse.SUPPRESS)
    add.set_defaults(run=run_add)
    remove = actions.add_parser(
        "remove",
        help="remove a private word",
        usage="coach family remove [-h] [NUMBER]",
        examples="coach family remove 2",
    )
    remove.add_argument(
        "which", nargs="*", metavar="NUMBER", help="its number in `coach family show`; Coach asks if you leave it out"
    )
    remove.set_defaults(run=run_remove)
    _add_forget(actions)


def _add_forget(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    forget = actions.add_parser(
        "forget", help="delete everything, including progress and promises", examples="coach family forget --yes"
    )
    forget.add_argument("--yes", action="store_true", help="do not ask")
    forget.set_defaults(run=run_forget)


def run_show(args: argparse.Namespace) -> int:
    """Print everything Coach keeps about the family."""
    from coach.family import FamilyFile, family_path, off_note
    from coach.models import Track

    file = FamilyFile(family_path())
    family = file.read()
    print(f"Kept in {one_line(str(file.path))}" if file.path.exists() else "Nothing is kept.")
    _report_set_aside(file.set_aside)
    nameless = Track(progress=family.progress, promises=family.promises, made=family.made)
    for name, track in {"": nameless, **family.tracks}.items():
        if track.progress or track.promises:
            done = sum(progress.finished for progress in track.progress.values())
            own = sum(bool(track.own_words(lesson)) for lesson in track.made)
            words = f"Lessons begun: {len(track.progress)}, done: {done}. Promises made: {len(track.promises)}"
            words += f", in own words: {own}." if own else "."
            print(one_line(f"{name}: {words}" if name else words))
    for member in family.members:
        print(one_line(f"Child: {member.nickname}, {member.age}"))
    if family.nights:
        print(f"Family nights: {len(family.nights)}, the last one on {family.nights[-1]}.")
    if family.agreement:
        print("An agreement: `coach agreement show` prints it.")
    if family.off:
        print(one_line(f"{off_note(family.off)} `coach rules off` lists it."))
    if family.private_words:
        print("Private words:")
    for number, word in enumerate(family.private_words, 1):
        words = word.words if args.reveal else word.masked()
        print(f"{number:>4}  {word.kind.value:<9} {one_line(words)}")
    return 0


def run_add(args: argparse.Namespace) -> int:
    """Add a private word, or one per line of standard input."""
    from coach.family import FamilyFile, advice_on, family_path

    if args.words:
        raise InputError(_REFUSED)
    file = FamilyFile(family_path())
    given = secret_lines(f"The {args.kind} (not shown while you type): ")
    family = file.update(partial(_keep_all, kind=args.kind, given=given))
    _report_set_aside(file.set_aside)
    for kept in family.private_words:
        if kept.kind == args.kind and kept.words in given:
            print(f"Kept: {kept.kind.value} {one_line(kept.masked())}")
            if advice := advice_on(kept):
                print(f"Note: {advice}")
    return 0


def _keep_all(family: Family, kind: str, given: Sequence[str]) -> Family:
    from coach.family import keep_word

    return reduce(lambda so_far, words: keep_word(so_far, kind, words), given, family)


def run_remove(args: argparse.Namespace) -> int:
    """Remove a private word."""
    from coach.family import FamilyFile, family_path, leave_word

    which = " ".join(args.which)
    if which and not (which.isdecimal() and len(which) <= _LONGEST_NUMBER):
        raise InputError(_REFUSED)
    which = which or secret_lines("Its number, or its words (not shown while you type): ")[0]
    FamilyFile(family_path()).update(partial(leave_word, which=which))
    print("Removed.")
    return 0


def run_forget(args: argparse.Namespace) -> int:
    """Delete the family file and any damaged copies, and list what was deleted."""
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
        raise InputError("cannot ask for confirmation without a terminal\n    fix: run `coach family forget --yes`")
    print("This deletes private words, progress and promises from this computer.")
    return input("Forget all of it? Type yes: ").strip().lower() == "yes"


def _report_set_aside(path: object) -> None:
    if path:
        print(f"coach: the family file was damaged; it was moved to {one_line(str(path))}", file=sys.stderr)
