"""Whether a pipeline is gone as soon as nobody holds it, without the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[frozenset[int]]:
    """Collect nothing in cycles meanwhile: what goes then goes at once, also where `gc.freeze` set it apart.

    Gives the ids of what is there already: what other tests hold may be let go meanwhile.
    """
    gc.collect()
    gc.disable()
    try:
        yield frozenset(map(id, gc.get_objects()))
    finally:
        gc.enable()


def held_in_cycles(package: str, but: frozenset[int] = frozenset()) -> set[str]:
    """Return the kinds of objects of a package that nobody holds but each other; they are then collected.

    Args:
        package: what the modules of their types begin with.
        but: ids of objects that do not count.
    """
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        gc.collect()
        kinds = {type(each) for each in gc.garbage if id(each) not in but}
        return {each.__qualname__ for each in kinds if each.__module__.startswith(package)}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
