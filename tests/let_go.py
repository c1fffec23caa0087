"""Whether a pipeline is gone as soon as nobody holds it, without the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Collect nothing in cycles meanwhile: what goes then goes at once, also where `gc.freeze` set it apart.

    What other tests left behind is collected before, also what only goes with something collected first.
    """
    for _ in range(3):
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def held_in_cycles(package: str) -> set[str]:
    """Return the kinds of objects of a package that nobody holds but each other; they are then collected."""
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
        return {each.__qualname__ for each in map(type, gc.garbage) if each.__module__.startswith(package)}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
