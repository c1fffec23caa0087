"""Connections: how many there may be and how long each may take, and never a word in a log.

What aiohttp leaves open is shut here: it waits an hour for a request that never comes, lets anybody open as many
connections as the system has file handles, keeps one open whose other end reads nothing, and logs a traceback for
each request that it cannot read.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import cast

from aiohttp import web

from coach.browser.limits import BACKLOG, Limits, connections_within, file_handles
from coach.browser.names import household

UNREADABLE = "Coach cannot read this request."
MOST_HEADERS = 64
LONGEST_LINE = 2048
"""Bytes of a request's first line."""


class Visit(web.RequestHandler):
    """One connection; it has a few seconds, until the guard says that its device was let in."""

    __slots__ = ("_end", "_gate", "_wire", "address", "device")

    def __init__(self, gate: Gate, server: web.Server) -> None:
        super().__init__(
            server,
            loop=asyncio.get_running_loop(),
            access_log=None,  # type: ignore[arg-type] # aiohttp itself allows it
            auto_decompress=False,
            lingering_time=0,
            max_headers=MOST_HEADERS,
            max_line_size=LONGEST_LINE,
        )
        self._gate = gate
        self._end: asyncio.TimerHandle | None = None
        self._wire: asyncio.Transport | None = None
        self.address = ""
        """Whose connection it is, as the gate counts."""
        self.device = ""
        """What the device has that was let in; empty for others."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, if there is room."""
        super().connection_made(transport)
        self._wire = cast("asyncio.Transport", transport)
        peer = transport.get_extra_info("peername") or ("",)
        self.address = household(str(peer[0]))
        self.end_in(self._gate.limits.unknown)
        self._gate.enter(self)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Make room."""
        self.stay()
        self._gate.leave(self)
        super().connection_lost(exc)

    def know(self, device: str) -> None:
        """Give a device that was let in the time that an answer needs."""
        self.device = device
        self.end_in(self._gate.limits.answer)

    def stay(self) -> None:
        """End at no certain time: this is a page's socket, and its heartbeat says whether anybody is there."""
        if self._end is not None:
            self._end.cancel()

    def end_in(self, seconds: float) -> None:
        """End after so many seconds, whatever is still to be read or written."""
        self.stay()
        self._end = asyncio.get_running_loop().call_later(seconds, self.drop)

    def drop(self) -> None:
        """End now; what was not sent yet is lost."""
        if self._wire is not None:
            self._wire.abort()

    def log_exception(self, *args: object, **kw: object) -> None:
        """Log nothing: a request can hold anything."""

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,  # noqa: ARG002 - given by aiohttp
        message: str | None = None,  # noqa: ARG002
    ) -> web.StreamResponse:
        """Say that a request cannot be read, with not a word of it."""
        if request.writer.output_size > 0:
            raise ConnectionError
        response = web.Response(status=status if status < 500 else 400, text=UNREADABLE)
        response.force_close()
        return response


class Gate:
    """Counts connections, and drops the oldest unknown one when there are too many.

    Whoever wants a page sends its request at once; those who open connections to keep others out lose theirs first.
    """

    def __init__(self, limits: Limits) -> None:
        """Open no more than the process has file handles for."""
        self.limits = limits
        self._most = connections_within(file_handles(), limits)
        self._visits: dict[Visit, None] = {}

    async def open(self, server: web.Server, host: str, port: int) -> asyncio.Server:
        """Listen.

        Raises:
            OSError: nobody can listen there.
        """
        loop = asyncio.get_running_loop()
        return await loop.create_server(lambda: Visit(self, server), host, port, backlog=BACKLOG)

    def enter(self, visit: Visit) -> None:
        """Count a connection; drop another one, or this, where that makes too many."""
        self._visits[visit] = None
        same = [each for each in self._visits if each.address == visit.address]
        if len(same) > self.limits.from_one_address:
            self._drop_one(same)
        elif len(self._visits) > self._most:
            self._drop_one(self._visits)

    def leave(self, visit: Visit) -> None:
        """Count it no longer."""
        self._visits.pop(visit, None)

    def _drop_one(self, visits: Iterable[Visit]) -> None:
        dropped = next(each for each in visits if not each.device)  # the newest is never known yet
        self.leave(dropped)
        dropped.drop()
