"""How much a server allows: connections, seats and seconds."""

from __future__ import annotations

from dataclasses import dataclass

BACKLOG = 32
"""Connections that the system holds ready, and that asyncio takes at once before anybody counts them."""
OWN_FILES = 40
"""File handles that Python and the server itself use."""
SEAT_FILES = 4
"""File handles for each running Coach."""
FEWEST = 16


@dataclass(frozen=True)
class Limits:
    """What one server allows; tests ask for less."""

    connections: int = 128
    """Open connections in all."""
    from_one_address: int = 32
    """Open connections from one address."""
    unknown: float = 10.0
    """Seconds that a connection has in all until it shows that its device was let in."""
    answer: float = 60.0
    """Seconds that the answer to a known device may take."""
    heartbeat: float = 15.0
    """Seconds after which a page is asked whether it is still there."""
    seats: int = 6
    """Coaches that run at the same time; each takes some 330 MB."""
    asleep: float = 600.0
    """Seconds that a Coach waits for its page to come back."""


def connections_within(files: int, limits: Limits) -> int:
    """How many connections a process may open that has `files` file handles."""
    left = files - OWN_FILES - 2 * BACKLOG - SEAT_FILES * limits.seats
    return min(limits.connections, max(left, FEWEST))


def file_handles() -> int:
    """How many file handles this process may have; a very large number where the system does not say."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return 1 << 20
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return 1 << 20 if soft == resource.RLIM_INFINITY else soft
