"""`coach rules preview PATH`: check a rule and its examples again at every save."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from coach.cli.rules.lint import lint_folder, text_of
from coach.errors import InputError
from coach.visible import visible

PAUSE = 0.3
"""Seconds between two looks at the files."""
_CLEAR = "\x1b[2J\x1b[H"
Stamps = dict[Path, tuple[int, int]]
"""Modification time in nanoseconds, and size in bytes, of each file."""


def add_to(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add this action to the parser."""
    preview = actions.add_parser(
        "preview",
        help="check a rule and its examples again every time you save",
        description="Check a rule, or a folder of rules, and its examples again every time you save. Ctrl+C ends it.",
        examples="coach rules preview my-rules/unkind/looks/socks.toml",
    )
    preview.add_argument("path", type=Path, metavar="PATH", help="the rule, or a folder of rules")
    preview.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check until Ctrl+C; needs a terminal."""
    from coach.rules.around import folder_around

    folder = folder_around(args.path)
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise InputError("the preview needs a terminal\n    fix: use `coach rules lint --examples`")
    for _ in changes(folder, time.sleep):
        linted = lint_folder(folder, [args.path], examples=True)
        sys.stdout.write(f"{_CLEAR}{visible(f'{args.path}')}\n\n{visible(text_of(linted, has_run=True))}\n")
        sys.stdout.flush()
    return 0


def changes(folder: Path, sleep: Callable[[float], object]) -> Iterator[None]:
    """Yield at once, and then whenever a TOML file of the folder has changed."""
    seen: Stamps | None = None
    while True:
        now = _stamps(folder)
        if now != seen:
            yield
            seen = now
        sleep(PAUSE)


def _stamps(folder: Path) -> Stamps:
    found: Stamps = {}
    for path in folder.rglob("*.toml"):
        if path.is_file():
            stat = path.stat()
            found[path] = stat.st_mtime_ns, stat.st_size
    return found
