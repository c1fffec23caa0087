"""`coach lessons preview FILE`: show one lesson in the app, and redraw it at every save."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coach.errors import InputError


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    preview = actions.add_parser(
        "preview",
        help="show a lesson in the app, and redraw it every time you save",
        examples="coach lessons preview 01-kind-replies.md",
        description="Show a lesson in the app, and redraw it every time you save. F6 switches to the other age.",
    )
    preview.add_argument("file", type=Path, metavar="FILE", help="the lesson")
    preview.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Open the app at one file; saves no progress."""
    if not args.file.is_file():
        raise InputError(f"{args.file}: no such file\n    fix: start one with `coach lessons new TITLE`")
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise InputError("the preview needs a terminal\n    fix: use `coach lessons lint` to find errors")
    from coach.cli.app import load_check
    from coach.cli.lifecycle import run_to_the_end
    from coach.tui.preview import PreviewApp

    return run_to_the_end(PreviewApp(args.file, load_check))
