"""Format the answers of `coach check` and join them into one document.

The answer to a message is formatted in the process that checked it, which may be a worker; the main process writes the
document, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Protocol

from coach.cli.check.inputs.entries import InputMessage
from coach.cli.check.scope import MessageCounts
from coach.cli.interrupts import interrupts
from coach.models import Counsel, Report

GiveCounsel = Callable[[Report], Counsel]
"""Gives counsel on a report."""
NO_COUNSEL = Counsel()


def no_counsel(_: Report) -> Counsel:
    """Give none."""
    return NO_COUNSEL


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one message."""

    body: Iterable[str]
    """What is written, in parts; for a long message they are generated while writing."""
    found: tuple[tuple[str, str], ...]
    """Category and weight of each flag."""
    unread: bool = False
    """Whether the message is in a language that Coach does not read."""


class Writer(Protocol):
    """Writes one value of `--format`; pickled to the worker processes."""

    @property
    def takes_counsel(self) -> bool:
        """Whether counsel is written too."""

    def body(self, entry: InputMessage, report: Report, counsel: Counsel = NO_COUNSEL) -> Iterator[str]:
        """Yield what is written for one message, in parts."""

    def write(self, answers: Iterator[Answer], out: IO[str]) -> None:
        """Write the document; if `answers` raises, write what has arrived and close the document properly."""


class StreamWriter:
    """Writes answers as they arrive, with text before, between and after them."""

    takes_counsel = False
    opening = ""
    between = ""
    closing = ""
    empty = ""
    """Written instead of opening and closing if there are no messages."""

    def write(self, answers: Iterator[Answer], out: IO[str]) -> None:
        """Write each answer at once."""
        counts = MessageCounts()
        with interrupts() as interrupt:
            try:
                for one in answers:
                    with interrupt.held():
                        out.write(self.between if counts.messages else self.opening)
                        out.writelines(one.body)
                        out.flush()
                        counts.add(flagged=bool(one.found), unread=one.unread)
            finally:
                out.write(self.ending(counts) if counts.messages else self.empty)

    def ending(self, counts: MessageCounts) -> str:  # noqa: ARG002
        """Return the text after the last answer."""
        return self.closing


def answer_of(writer: Writer, entry: InputMessage, report: Report, give: GiveCounsel = no_counsel) -> Answer:
    """Format the answer to one message; `give` is asked for counsel only if it is written."""
    counsel = give(report) if writer.takes_counsel and report.flags else NO_COUNSEL
    body: Iterable[str] = writer.body(entry, report, counsel)
    if report.pieces == 1:
        # Formatted in full first, so that an interruption never leaves half an answer.
        body = ("".join(body),)
    found = tuple((flag.category, flag.weight.value) for flag in report.flags)
    return Answer(body, found, bool(report.unread))
