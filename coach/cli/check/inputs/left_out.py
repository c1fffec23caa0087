"""Report the files in a folder that `coach check` skips: name those that may contain messages, count the rest."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from coach.cli.check.inputs.exports import is_other, is_result
from coach.cli.check.inputs.folders import hidden, walk
from coach.cli.terminal import counted, one_line
from coach.foreign import LOOKED_AT, PICTURE, RECORDING, Foreign, foreign_bytes, foreign_text

MOST_NAMED = 20
"""Maximum files named; the rest are counted."""


def name_left_out(named: Iterable[Path]) -> bool:
    """Report the skipped files on standard error; return whether any of them may contain messages."""
    folders = [folder for folder in named if folder.is_dir()]
    found = [file for folder in folders for file in walk(folder)]
    left_out = [file for file in found if is_other(file)]
    foreign = [(file, what) for file, what in _foreign(left_out) if what not in {PICTURE, RECORDING}]
    for file, what in foreign[:MOST_NAMED]:
        _say(f"{one_line(str(file))}: not read, this is {what.what}\n    fix: {what.fix}")
    unnamed = len(left_out) - min(len(foreign), MOST_NAMED)
    if unnamed:
        other = counted(unnamed, "other file")
        _say(f"skipped {other} in these folders: not a kind of text or table that Coach reads")
    if results := sum(map(is_result, found)):
        _say(f"skipped {counted(results, 'file')} named like Coach's own results, such as chat.csv.coach.txt")
    _name_hidden(path for folder in folders for path in hidden(folder))
    return bool(foreign)


def _name_hidden(paths: Iterable[Path]) -> None:
    paths = list(paths)
    if paths:
        names = ", ".join(one_line(str(path)) for path in paths[:MOST_NAMED])
        more = f" and {len(paths) - MOST_NAMED:,} more" if len(paths) > MOST_NAMED else ""
        _say(f"skipped what is hidden: {names}{more}")


def _foreign(files: Sequence[Path]) -> Iterator[tuple[Path, Foreign]]:
    """Yield the files whose kind is recognized, with that kind."""
    for file in files:
        try:
            with file.open("rb") as opened:
                begin = opened.read(LOOKED_AT)
        except OSError:
            continue
        what = foreign_bytes(begin) or foreign_text(begin.decode("utf-8", "replace"), is_whole=False)
        if what:
            yield file, what


def _say(what: str) -> None:
    print(f"coach: {what}", file=sys.stderr, flush=True)
