"""`coach lessons lint`: find every error in lesson files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.cli.terminal import escaped
from coach.errors import InputError
from coach.visible import visible

if TYPE_CHECKING:
    from coach.course.lint import LessonGrades, Linted

_HEAD = "reading grades: 8-10, 11-14, grown-up; words a sentence: 8-10, 11-14; minutes: stated, 8-10, 11-14"
_EPILOG = """Reading grades are Flesch-Kincaid school years: at most 5 for what a child of 8 to 10 reads,
7 for an older one and for the grown-up.
Sentences have 6 to 11 words on average for a child of 8 to 10, 7 to 14 for one of 11 to 14.
Minutes are what is on top of the file, and what reading it aloud and doing it takes at each age;
a lesson may take one minute longer than stated."""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    lint = actions.add_parser(
        "lint",
        help="find every error in lessons, as file:line:column with the fix",
        examples="coach lessons lint 01-kind-replies.md\ncoach lessons lint our-lessons --format json",
        epilog=_EPILOG,
        status="0 no errors, 1 errors to fix",
    )
    lint.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: Coach's own lessons)"
    )
    lint.add_argument("--format", choices=("text", "json"), default="text", help="text, or one JSON document")
    lint.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every error in every file, and the reading grades; return 1 if there are errors."""
    import json

    from coach.cli.app import load_check
    from coach.course import lessons_path
    from coach.course.lint import lint_paths

    for path in args.paths:
        if not path.exists():
            raise InputError(f"{path}: no such file or folder\n    fix: check the spelling")
    linted = lint_paths(args.paths or [lessons_path()], load_check())
    as_json = args.format == "json"
    print(escaped(json.dumps(_as_json(linted), ensure_ascii=False)) if as_json else visible(_as_text(linted)))
    return int(bool(linted.faults))


def _as_text(linted: Linted) -> str:
    lines = [str(fault) for fault in linted.faults]
    if linted.grades:
        lines.append(_HEAD)
        lines.extend(_grades(one) for one in linted.grades)
    if linted.left_out:
        names = ", ".join(path.name for path in linted.left_out)
        lines.append(f"not in English, so reading grades and drafts were not checked: {names}")
    lines.append(f"{len(linted.faults)} to fix" if linted.faults else "All is well.")
    return "\n".join(lines)


def _grades(one: LessonGrades) -> str:
    figures = (one.younger.value, one.older.value, one.grown_up.value, one.younger_words, one.older_words)
    minutes = f"{one.stated:6}{one.younger_minutes:6.1f}{one.older_minutes:6.1f}"
    return f"{''.join(f'{figure:6.1f}' for figure in figures)}{minutes}  {one.path.name}"


def _as_json(linted: Linted) -> dict[str, Any]:
    return {
        "faults": [fault.to_dict() for fault in linted.faults],
        "grades": list(map(_figures, linted.grades)),
        "left_out": [str(path) for path in linted.left_out],
    }


def _figures(one: LessonGrades) -> dict[str, Any]:
    return {
        "path": str(one.path),
        "younger": round(one.younger.value, 1),
        "older": round(one.older.value, 1),
        "grown_up": round(one.grown_up.value, 1),
        "words_a_sentence": {"younger": round(one.younger_words, 1), "older": round(one.older_words, 1)},
        "minutes": {
            "stated": one.stated,
            "younger": round(one.younger_minutes, 1),
            "older": round(one.older_minutes, 1),
        },
    }
