"""Run `coach check` over one input: read messages, write answers, return the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, TextIO

from coach.cli.check.formats.writer import Answer, Writer
from coach.cli.check.inputs.entries import Failure
from coach.cli.check.inputs.exports import Export
from coach.cli.check.inputs.source import items_of
from coach.cli.check.progress import ProgressLine
from coach.cli.check.scope import MessageCounts
from coach.cli.check.workers import CheckItems
from coach.cli.results import Result
from coach.cli.terminal import counted, one_line


class StreamCheck:
    """Checks one input after another with the same arguments."""

    def __init__(self, args: argparse.Namespace, writer: Writer, check: CheckItems) -> None:
        self._args = args
        self._writer = writer
        self._check = check
        self._failures = 0
        self._counts = MessageCounts()

    def answer(self, export: Export | None, target: Result | None) -> int:
        """Check one export, TEXT or standard input, and write to `target` or to standard output.

        Returns:
            0 if nothing was flagged, 1 if something was, 2 if something could not be read or checked: also where
            nothing was flagged and a message is in a language that Coach does not read, as 0 would look calm.
        """
        self._failures, self._counts = 0, MessageCounts()
        progress = ProgressLine(shown=_is_terminal(sys.stderr) and (target is not None or not _is_terminal(sys.stdout)))
        with ExitStack() as files:
            items = items_of(self._args, export, progress, files)
            out = files.enter_context(written(target, self._args.format))
            files.callback(progress.close)
            self._writer.write(self._counted(self._check(items, self._on_failure), progress), out)
        if export and target:
            self._say(export, target.path)
        if self._failures or (self._counts.unread and not self._counts.flagged):
            return 2
        return int(bool(self._counts.flagged))

    def _counted(self, answers: Iterable[Answer], progress: ProgressLine) -> Iterator[Answer]:
        for one in answers:
            self._counts.add(flagged=bool(one.found), unread=one.unread)
            yield one
            progress.step()

    def _on_failure(self, failure: Failure) -> None:
        """Report on standard error what could not be read or checked."""
        self._failures += 1
        print(f"coach: {failure}", file=sys.stderr, flush=True)

    def _say(self, export: Export, target: Path) -> None:
        counts = f"{counted(self._counts.messages, 'message')}, {self._counts.flagged:,} flagged"
        if self._counts.unread:
            counts = f"{counts}, {self._counts.unread:,} not read (not in English)"
        print(f"{one_line(str(export.path))}: {counts}: {one_line(str(target))}", file=sys.stderr)


@contextmanager
def written(target: Result | None, output_format: str) -> Iterator[IO[str]]:
    """Open the output. Except for `text` it is UTF-8 in any locale, and lone surrogates become JSON escapes."""
    if target is None:
        if output_format == "text":
            sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        yield sys.stdout
        return
    with target.written("replace" if output_format == "text" else "backslashreplace") as file:
        yield file


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether the stream is a terminal; a closed stream is None."""
    return stream is not None and stream.isatty()
