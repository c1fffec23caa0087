"""Workers: results in order, nothing lost when one dies, little in hand."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from multiprocessing.context import SpawnProcess
from multiprocessing.process import BaseProcess as Process
from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.scale.crew import AHEAD, Crew, Lost
from tests.scale.work import KillsOnce, make_dead, make_deadly, make_double, make_nothing


def batches(upto: int, size: int = 4) -> Iterator[list[int]]:
    return (list(range(at, min(at + size, upto))) for at in range(0, upto, size))


def test_results_come_in_order_and_little_is_read_ahead() -> None:
    read = 0

    def coming() -> Iterator[list[int]]:
        nonlocal read
        for batch in batches(400):
            read += 1
            yield batch

    with Crew(2, make_double) as crew:
        for at, result in enumerate(crew.run(coming())):
            assert result == 2 * at
            assert read <= at // 4 + 1 + 2 * AHEAD
        assert list(crew.run(batches(10))) == [2 * at for at in range(10)]
    assert at == 399


def test_a_killed_worker_loses_nothing(tmp_path: Path) -> None:
    with Crew(2, KillsOnce(tmp_path / "note")) as crew:
        assert list(crew.run(batches(50))) == [2 * at for at in range(50)]
    assert (tmp_path / "note").exists()


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals of POSIX")
def test_an_interruption_while_workers_begin_ends_none_and_leaves_no_trace(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    begun = Process.start

    def interrupted(process: Process) -> None:
        begun(process)
        for _ in range(5):
            os.kill(process.pid or 0, signal.SIGINT)

    monkeypatch.setattr(SpawnProcess, "start", interrupted)
    with Crew(2, make_double) as crew:
        assert list(crew.run(batches(50))) == [2 * at for at in range(50)]
    assert capfd.readouterr().err == ""


def test_every_worker_may_be_killed_from_outside() -> None:
    with Crew(2, make_double) as crew:
        results: list[object] = []
        for result in crew.run(batches(200)):
            if len(results) == 40:  # twice, and an item at work both times would be lost
                for pid in crew.pids:
                    os.kill(pid, signal.SIGKILL)
            results.append(result)
    assert results == [2 * at for at in range(200)]


def test_an_item_that_kills_or_fails_twice_is_lost_alone() -> None:
    with Crew(2, make_deadly) as crew:
        results = list(crew.run(batches(30)))
    assert results[7] == Lost(7, "checking it fails (ValueError)")
    assert results[13] == Lost(13, "checking it killed the worker twice")
    assert [result for at, result in enumerate(results) if at not in {7, 13}] == [
        2 * at for at in range(30) if at not in {7, 13}
    ]


@pytest.mark.parametrize(("make", "told"), [(make_nothing, "no model"), (make_dead, "die on start-up")])
def test_workers_that_cannot_begin_are_an_error(make: object, told: str) -> None:
    with Crew(1, make) as crew, pytest.raises(CoachError, match=told):  # type: ignore[arg-type, var-annotated]
        list(crew.run(batches(5)))


def test_no_worker_is_left_behind() -> None:
    with Crew(2, make_double) as crew:
        next(crew.run(batches(100)))
        pids = crew.pids
    assert len(pids) == 2
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
