"""The limits of a server: connections, processes and timeouts."""

from __future__ import annotations

from dataclasses import dataclass

BACKLOG = 32
"""The listen backlog; asyncio accepts this many connections at once before they are counted."""
OWN_FILES = 40
"""File handles used by Python and the server itself."""
SEAT_FILES = 4
"""File handles used by each running Coach."""
FEWEST = 16


@dataclass(frozen=True)
class Limits:
    """The limits of one server; tests use lower ones."""

    connections: int = 128
    """The most open connections."""
    from_one_address: int = 32
    """The most open connections from one address."""
    unknown: float = 10.0
    """How long a connection may stay open without showing that its device was let in, in seconds."""
    answer: float = 60.0
    """How long answering a known device may take, in seconds."""
    heartbeat: float = 15.0
    """The interval of heartbeats, in seconds."""
    seats: int = 6
    """The most Coaches running at the same time; each takes about 330 MB."""
    asleep: float = 600.0
    """How long a Coach waits for its page to reconnect, in seconds."""


def connections_within(files: int, limits: Limits) -> int:
    """Return how many connections a process with `files` file handles may open."""
    left = files - OWN_FILES - 2 * BACKLOG - SEAT_FILES * limits.seats
    return min(limits.connections, max(left, FEWEST))


def file_handles() -> int:
    """Return the limit on this process's file handles; a very large number if there is none."""
    try:
        import resource  # noqa: PLC0415 - missing on Windows
    except ImportError:
        return 1 << 20
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return 1 << 20 if soft == resource.RLIM_INFINITY else soft
