"""Worker processes that handle batches in order, with a limited number of batches in flight.

If a worker dies, a new one retries its batch item by item; an item that kills a worker or fails twice is returned as
`Lost`. Workers are spawned, never forked, so running threads do no harm; they die with this process and ignore Ctrl+C.
"""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from coach.errors import CoachError

AHEAD = 4
"""The most batches in flight per worker: read, in work, or waiting to be returned in order."""
_READY = "ready"
MOST_FALSE_STARTS = 3
"""How many workers in a row may die during start-up."""

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], Sequence[Result]]
"""Handles a batch and returns one result per item, in order."""


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """An item that failed twice."""

    item: Item
    why: str


@dataclass(frozen=True, slots=True)
class _Failed:
    """A batch that raised an error; only the error's type is sent, as its text may quote a message."""

    error: str


@dataclass(slots=True)
class _Task:
    """Items of one batch that are sent to a worker together."""

    batch: int
    first: int
    """Their offset in the batch."""
    items: list[object]
    again: bool = False
    """Whether this is a retry after a worker died or failed."""


@dataclass(slots=True)
class _Batch:
    """The results of one batch as they come in."""

    results: list[object]
    left: int


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    task: _Task | None = None
    begun: bool = False
    """Whether it has reported that it is ready."""
    has_task: bool = False
    """Whether its task reached it: a worker that was dead before is not killed by the task."""


@dataclass(slots=True)
class _State:
    """The state of one stream of batches."""

    todo: deque[_Task] = field(default_factory=deque)
    batches: dict[int, _Batch] = field(default_factory=dict)
    read: int = 0
    written: int = 0


class Crew(Generic[Item, Result]):
    """Worker processes; use it in a `with` statement."""

    def __init__(self, jobs: int, make: Callable[[], Work[Item, Result]]) -> None:
        """Configure the crew; workers start with the first batch.

        Args:
            jobs: the number of workers.
            make: called once in each worker; must be picklable, as must items and results.
        """
        self.jobs = jobs
        self._make = make
        self._context = get_context("spawn")
        self._workers: list[_Worker] = []
        self._false_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    @property
    def pids(self) -> list[int]:
        """The process ids of the running workers."""
        return [worker.process.pid for worker in self._workers if worker.process.pid]

    def run(self, batches: Iterable[Sequence[Item]]) -> Iterator[Result | Lost[Item]]:
        """Yield the results of all items, in order.

        Raises:
            CoachError: workers cannot be started.
        """
        coming, state = iter(batches), _State()
        while True:
            self._feed(coming, state)
            busy = [worker for worker in self._workers if worker.task]
            if not busy:
                return
            self._listen(busy, state)
            yield from _in_order(state)

    def _feed(self, coming: Iterator[Sequence[Item]], state: _State) -> None:
        """Give every idle worker a task, as long as there are any."""
        while len(self._workers) < self.jobs:
            self._workers.append(self._start())
        for worker in self._workers:
            if worker.task is None:
                task = self._next_task(coming, state)
                if task is None:
                    return
                worker.task, worker.has_task = task, False
                # A dead worker is detected when listening to it.
                with suppress(BrokenPipeError, ConnectionResetError):
                    worker.connection.send(task.items)
                    worker.has_task = True

    def _next_task(self, coming: Iterator[Sequence[Item]], state: _State) -> _Task | None:
        if not state.todo and state.read - state.written < self.jobs * AHEAD:
            for batch in islice(coming, 1):
                items: list[object] = list(batch)
                state.batches[state.read] = _Batch([None] * len(items), len(items))
                state.todo.append(_Task(state.read, 0, items))
                state.read += 1
        return state.todo.popleft() if state.todo else None

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._make), daemon=True)
        with _interrupts_later():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _listen(self, busy: Sequence[_Worker], state: _State) -> None:
        """Wait until a worker sends something or dies."""
        by_connection = {worker.connection: worker for worker in busy}
        for connection in wait(list(by_connection)):
            worker = by_connection[connection]  # type: ignore[index]
            try:
                said = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker, state)
            else:
                self._hear(worker, said, state)

    def _hear(self, worker: _Worker, said: object, state: _State) -> None:
        if not worker.begun:
            if isinstance(said, CoachError):
                raise said
            worker.begun, self._false_starts = True, 0
            return
        task, worker.task = worker.task, None
        if task and isinstance(said, _Failed):
            _put_back(task, f"checking it fails ({said.error})", state)
        elif task and isinstance(said, list):
            _take_in(task, said, state)

    def _bury(self, worker: _Worker, state: _State) -> None:
        """Remove a dead worker and put its task back."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        task = worker.task
        if worker.begun and task and not worker.has_task:
            state.todo.appendleft(task)
        elif worker.begun and task:
            _put_back(task, "checking it killed the worker twice", state)
        elif task:
            self._false_starts += 1
            state.todo.appendleft(task)
        if self._false_starts >= MOST_FALSE_STARTS:
            raise CoachError("worker processes die on start-up\n    fix: leave --jobs out, or free some memory")


@contextmanager
def _interrupts_later() -> Iterator[None]:
    """Delay Ctrl+C, so that a process started meanwhile never gets it: it would print a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # Starting it later would unblock signals again.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _in_order(state: _State) -> Iterator[Any]:
    """Yield the results of finished batches, in order."""
    while state.written in state.batches and not state.batches[state.written].left:
        yield from state.batches.pop(state.written).results
        state.written += 1


def _take_in(task: _Task, results: Sequence[object], state: _State) -> None:
    batch = state.batches[task.batch]
    batch.results[task.first : task.first + len(task.items)] = results
    batch.left -= len(task.items)


def _put_back(task: _Task, why: str, state: _State) -> None:
    """Retry each item by itself; one that was retried already is lost."""
    if task.again:
        _take_in(task, [Lost(task.items[0], why)], state)
        return
    singles = (_Task(task.batch, task.first + at, [item], again=True) for at, item in enumerate(task.items))
    state.todo.extendleft(reversed(list(singles)))


def _work(connection: Connection, make: Callable[[], Work[object, object]]) -> None:
    """Run a worker until the pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            do = make()
        except CoachError as error:
            connection.send(CoachError(str(error)))
            return
        connection.send(_READY)
        while True:
            connection.send(_done(do, connection.recv()))


def _done(do: Work[object, object], items: Sequence[object]) -> list[object] | _Failed:
    try:
        return list(do(items))
    except Exception as error:  # one bad message must not stop the others
        return _Failed(type(error).__name__)
