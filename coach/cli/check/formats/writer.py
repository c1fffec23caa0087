"""How `coach check` answers: what is written of each message, and how that becomes one document.

What is written of one message is made where it was checked, which may be another process; the document is put together
in order, by whoever started the command.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Protocol

from coach.cli.check.inputs.entries import InputMessage
from coach.cli.interrupts import interrupts
from coach.models import Report


@dataclass(frozen=True, slots=True)
class Answer:
    """One message, checked."""

    body: Iterable[str]
    """What is written of it, in parts; of a long message they are made while they are written."""
    found: tuple[tuple[str, str], ...]
    """Category and weight of each flag."""


class Writer(Protocol):
    """One value of `--format`; it is pickled to where messages are checked."""

    def body(self, entry: InputMessage, report: Report) -> Iterator[str]:
        """What is written of one message, in parts."""

    def write(self, done: Iterator[Answer], out: IO[str]) -> None:
        """Write the document; where `done` breaks off, what has come is written and closed properly."""


class StreamWriter:
    """Writes messages as they come: something before them, between them and after them."""

    opening = ""
    between = ""
    closing = ""
    empty = ""
    """What stands in place of opening and closing where nothing came."""

    def write(self, done: Iterator[Answer], out: IO[str]) -> None:
        """Write each message at once."""
        read = flagged = 0
        with interrupts() as interrupt:
            try:
                for one in done:
                    with interrupt.held():
                        out.write(self.between if read else self.opening)
                        out.writelines(one.body)
                        out.flush()
                        read, flagged = read + 1, flagged + bool(one.found)
            finally:
                out.write(self.ending(read, flagged) if read else self.empty)

    def ending(self, read: int, flagged: int) -> str:  # noqa: ARG002
        """What follows the last message.

        Args:
            read: how many messages were read.
            flagged: how many of these have a flag.
        """
        return self.closing


def answer_of(writer: Writer, entry: InputMessage, report: Report) -> Answer:
    """What is written of one message, and what counts."""
    body: Iterable[str] = writer.body(entry, report)
    if report.pieces == 1:
        # An interruption leaves no half of it behind.
        body = ("".join(body),)
    return Answer(body, tuple((flag.category, flag.weight.value) for flag in report.flags))
