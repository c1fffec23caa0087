"""Checking for `coach check`: here, or by worker processes with `--jobs`.

Worker processes import this module: nothing heavy may stand at its top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from coach.cli.check.formats.writer import Answer, Writer, answer_of
from coach.cli.check.inputs.entries import Failure, InputMessage
from coach.cli.seal import shut_memory
from coach.models import Message, PrivateWord

if TYPE_CHECKING:
    from coach.corpus.score.tally import CheckAll
    from coach.scale.crew import Crew

BATCH = 256
"""Messages that a worker is given at a time, at most."""
BATCH_LENGTH = 100_000
"""Characters at which a batch is full."""

Item = InputMessage | Failure
OnFailure = Callable[[Failure], None]
CheckItems = Callable[[Iterable[Item], OnFailure], Iterator[Answer]]
"""Checks messages in order; what could not be read or checked is told."""


@dataclass(frozen=True, slots=True)
class CheckSetup:
    """How messages are read and what is written of each; called, it gives the work of a worker process."""

    writer: Writer
    private_words: tuple[PrivateWord, ...] = field(repr=False)
    second_reader: bool

    def load(self) -> CheckAll:
        """The way to check messages."""
        from coach import load_check_all

        return load_check_all(private_words=self.private_words, second_reader=self.second_reader)

    def __call__(self) -> Callable[[Sequence[Item]], list[Answer | Failure]]:
        """The work of a worker, whose memory is shut: a new process does not take that over."""
        shut_memory()
        return partial(_check_batch, self.load(), self.writer)


@contextmanager
def checker(setup: CheckSetup, jobs: int) -> Iterator[CheckItems]:
    """Checks here where one job is enough, and otherwise in as many worker processes."""
    if jobs == 1:
        yield partial(_check_here, setup.load(), setup.writer)
        return
    from coach.scale.crew import Crew

    with Crew[Item, Answer | Failure](jobs, setup) as crew:
        yield partial(_check_there, crew)


def _check_here(check_all: CheckAll, writer: Writer, items: Iterable[Item], on_failure: OnFailure) -> Iterator[Answer]:
    """Each message as soon as it came."""

    def readable() -> Iterator[tuple[InputMessage, Message]]:
        for item in items:
            if isinstance(item, Failure):
                on_failure(item)
            else:
                yield item, item.message

    for entry, report in check_all(readable()):
        yield answer_of(writer, entry, report)


def _check_there(crew: Crew[Item, Answer | Failure], items: Iterable[Item], on_failure: OnFailure) -> Iterator[Answer]:
    for result in crew.run(_batches(items)):
        if isinstance(result, Answer):
            yield result
        elif isinstance(result, Failure):
            on_failure(result)
        else:
            on_failure(Failure(result.item.origin, result.why, "check it alone without --jobs, and tell us of it"))


def _check_batch(check_all: CheckAll, writer: Writer, items: Sequence[Item]) -> list[Answer | Failure]:
    entries = ((item, item.message) for item in items if isinstance(item, InputMessage))
    checked = (_whole(answer_of(writer, entry, report)) for entry, report in check_all(entries))
    return [item if isinstance(item, Failure) else next(checked) for item in items]


def _whole(done: Answer) -> Answer:
    """All parts of its body, to be sent to another process."""
    return Answer(("".join(done.body),), done.found)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch, length = list[Item](), 0
    for item in items:
        batch.append(item)
        length += len(item.message.text) if isinstance(item, InputMessage) else 0
        if len(batch) == BATCH or length >= BATCH_LENGTH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch
