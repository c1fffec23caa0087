"""Check messages in this process, or in worker processes with `--jobs`.

Worker processes import this module, so it must not import anything heavy at the top.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from coach.cli.check.formats.writer import Answer, Writer, answer_of
from coach.cli.check.inputs.entries import Failure, InputMessage, Item
from coach.cli.seal import shut_memory
from coach.models import Message, Off, PrivateWord

if TYPE_CHECKING:
    from coach.counsel import CounselledCheck
    from coach.rules.own import OwnFolder
    from coach.scale.crew import Crew

BATCH = 256
"""Maximum messages per batch."""
BATCH_LENGTH = 100_000
"""A batch is full at this many characters."""

OnFailure = Callable[[Failure], None]
CheckItems = Callable[[Iterable[Item], OnFailure], Iterator[Answer]]
"""Checks messages in order, and calls `OnFailure` for those that could not be read or checked."""


@dataclass(frozen=True, slots=True)
class CheckSetup:
    """What a worker needs to check messages and write their answers; call it to get the worker's function."""

    writer: Writer
    private_words: tuple[PrivateWord, ...] = field(repr=False)
    second_reader: bool
    own: tuple[OwnFolder, ...] = ()
    """Folders of own rules."""
    alone: bool = False
    """Whether own rules are used without Coach's."""
    off: tuple[Off, ...] = ()
    """What the family switched off."""

    def load(self) -> CounselledCheck:
        """Load the pipeline."""
        from coach import load
        from coach.cli.lifecycle import set_apart

        nlp = load(
            private_words=self.private_words,
            second_reader=self.second_reader,
            rules=self.own,
            own_rules_only=self.alone,
            off=self.off,
        )
        from coach.counsel import CounselledCheck  # after `load`, which pauses the garbage collector for spaCy's import

        check = CounselledCheck(nlp)
        set_apart()
        return check

    def __call__(self) -> Callable[[Sequence[Item]], list[Answer | Failure]]:
        """Return the worker's function, and protect its memory: a new process does not inherit that."""
        shut_memory()
        checker = partial(_check_batch, self.load(), self.writer)
        gc.freeze()
        return checker


@contextmanager
def open_checker(setup: CheckSetup, jobs: int) -> Iterator[CheckItems]:
    """Check in this process for one job, otherwise in that many worker processes."""
    if jobs == 1:
        yield partial(_check_here, setup.load(), setup.writer)
        return
    if setup.own:
        _prepare(setup)
    from coach.scale.crew import Crew

    with Crew[Item, Answer | Failure](jobs, setup) as crew:
        yield partial(_check_there, crew)


def _prepare(setup: CheckSetup) -> None:
    """Compile own rules once, before the workers read them from the cache, and find their faults here."""
    from coach.own_rules import compiled_with

    compiled_with(setup.own, alone=setup.alone)


def _check_here(
    check: CounselledCheck, writer: Writer, items: Iterable[Item], on_failure: OnFailure
) -> Iterator[Answer]:
    """Check each message as soon as it arrives."""

    def readable() -> Iterator[tuple[InputMessage, Message]]:
        for item in items:
            if isinstance(item, Failure):
                on_failure(item)
            else:
                yield item, item.message

    for entry, report in check.check_all(readable()):
        yield answer_of(writer, entry, report, check.counsel)


def _check_there(crew: Crew[Item, Answer | Failure], items: Iterable[Item], on_failure: OnFailure) -> Iterator[Answer]:
    for result in crew.run(_batches(items)):
        if isinstance(result, Answer):
            yield result
        elif isinstance(result, Failure):
            on_failure(result)
        else:
            on_failure(Failure(result.item.origin, result.why, "check it alone without --jobs, and report this to us"))


def _check_batch(check: CounselledCheck, writer: Writer, items: Sequence[Item]) -> list[Answer | Failure]:
    entries = ((item, item.message) for item in items if isinstance(item, InputMessage))
    answers = (answer_of(writer, entry, report, check.counsel) for entry, report in check.check_all(entries))
    checked = map(_whole, answers)
    return [item if isinstance(item, Failure) else next(checked) for item in items]


def _whole(done: Answer) -> Answer:
    """Join the parts of the body, so that it can be pickled."""
    return replace(done, body=("".join(done.body),))


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
