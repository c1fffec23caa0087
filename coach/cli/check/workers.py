"""Checking for `coach check`: here, or by worker processes with `--jobs`.

Worker processes import this module: nothing heavy may stand at its top.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from coach.cli.check.formats.writer import Done, Form, done_of
from coach.cli.check.inputs.entries import Entry, Fault
from coach.cli.seal import shut_memory
from coach.models import Message, PrivateWord

if TYPE_CHECKING:
    from coach.corpus.score.tally import CheckAll
    from coach.scale.crew import Crew

BATCH = 256
"""Messages that a worker is given at a time, at most."""
BATCH_LENGTH = 100_000
"""Characters at which a batch is full."""

Item = Entry | Fault
Tell = Callable[[Fault], None]
Checker = Callable[[Iterable[Item], Tell], Iterator[Done]]
"""Checks messages in order; what could not be read or checked is told."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How messages are read and what is written of each; called, it gives the work of a worker process."""

    form: Form
    private_words: tuple[PrivateWord, ...] = field(repr=False)
    second_reader: bool

    def load(self) -> CheckAll:
        """The way to check messages."""
        from coach import load_check_all

        return load_check_all(private_words=self.private_words, second_reader=self.second_reader)

    def __call__(self) -> Callable[[Sequence[Item]], list[Done | Fault]]:
        """The work of a worker, whose memory is shut: a new process does not take that over."""
        shut_memory()
        return partial(_check_batch, self.load(), self.form)


@contextmanager
def checker(reading: Reading, jobs: int) -> Iterator[Checker]:
    """Checks here where one job is enough, and otherwise in as many worker processes."""
    if jobs == 1:
        yield partial(_check_here, reading.load(), reading.form)
        return
    from coach.scale.crew import Crew

    with Crew[Item, Done | Fault](jobs, reading) as crew:
        yield partial(_check_there, crew)


def _check_here(check_all: CheckAll, form: Form, items: Iterable[Item], tell: Tell) -> Iterator[Done]:
    """Each message as soon as it came."""

    def readable() -> Iterator[tuple[Entry, Message]]:
        for item in items:
            if isinstance(item, Fault):
                tell(item)
            else:
                yield item, item.message

    for entry, report in check_all(readable()):
        yield done_of(form, entry, report)


def _check_there(crew: Crew[Item, Done | Fault], items: Iterable[Item], tell: Tell) -> Iterator[Done]:
    for result in crew.run(_batches(items)):
        if isinstance(result, Done):
            yield result
        elif isinstance(result, Fault):
            tell(result)
        else:
            tell(Fault(result.item.place, result.why, "check it alone without --jobs, and tell us of it"))


def _check_batch(check_all: CheckAll, form: Form, items: Sequence[Item]) -> list[Done | Fault]:
    entries = ((item, item.message) for item in items if isinstance(item, Entry))
    checked = (_whole(done_of(form, entry, report)) for entry, report in check_all(entries))
    return [item if isinstance(item, Fault) else next(checked) for item in items]


def _whole(done: Done) -> Done:
    """All parts of its body, to be sent to another process."""
    return Done(("".join(done.body),), done.found)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch, length = list[Item](), 0
    for item in items:
        batch.append(item)
        length += len(item.message.text) if isinstance(item, Entry) else 0
        if len(batch) == BATCH or length >= BATCH_LENGTH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch
