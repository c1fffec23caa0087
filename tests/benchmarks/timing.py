"""Seconds of processor time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

CheckAll = Callable[[Sequence[str]], object]
"""Looks at messages, one after the other."""


@dataclass(frozen=True)
class Speed:
    """What a checker takes for one message on average, in seconds."""

    first: float
    """When it meets the messages for the first time."""
    warm: float
    """When it has met them before."""


def one_by_one(check: Callable[[str], object]) -> CheckAll:
    """The way to check many messages with what checks one."""
    return lambda texts: exhaust(map(check, texts))


def speed_of(check_all: CheckAll, texts: Sequence[str], rounds: int) -> Speed:
    """Check all texts a few times; the fastest of the later rounds counts."""
    times = [seconds(lambda: check_all(texts)) / len(texts) for _ in range(rounds + 1)]
    return Speed(times[0], min(times[1:]))


def seconds(run: Callable[[], object]) -> float:
    """Seconds of processor time that one run takes."""
    start = time.process_time()
    run()
    return time.process_time() - start


def exhaust(results: Iterable[object]) -> None:
    """Draw every result."""
    for _ in results:
        pass
