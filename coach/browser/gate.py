"""Limits the number and duration of connections, and logs nothing.

This closes gaps in aiohttp: it waits an hour for a request that never comes, lets anybody open as many connections as
there are file handles, keeps a connection open whose client reads nothing, and logs a traceback for each malformed
request.
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
"""The longest request line, in bytes."""


class Visit(web.RequestHandler):
    """One connection; it is closed after a few seconds unless its device was let in."""

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
        """The address that it is counted for."""
        self.device = ""
        """The cookie of a device that was let in; empty for others."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Register the connection, if there is room."""
        super().connection_made(transport)
        self._wire = cast("asyncio.Transport", transport)
        peer = transport.get_extra_info("peername") or ("",)
        self.address = household(str(peer[0]))
        self.end_in(self._gate.limits.unknown)
        self._gate.enter(self)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Unregister the connection."""
        self.stay()
        self._gate.leave(self)
        super().connection_lost(exc)

    def know(self, device: str) -> None:
        """Extend the deadline for a device that was let in."""
        self.device = device
        self.end_in(self._gate.limits.answer)

    def stay(self) -> None:
        """Remove the deadline: this is a page's WebSocket, and its heartbeat detects a dead client."""
        if self._end is not None:
            self._end.cancel()

    def end_in(self, seconds: float) -> None:
        """Close after this many seconds, even in the middle of a transfer."""
        self.stay()
        self._end = asyncio.get_running_loop().call_later(seconds, self.drop)

    def drop(self) -> None:
        """Close now; unsent data is lost."""
        if self._wire is not None:
            self._wire.abort()

    def log_exception(self, *args: object, **kw: object) -> None:
        """Log nothing: a request can contain private data."""

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,  # noqa: ARG002 - given by aiohttp
        message: str | None = None,  # noqa: ARG002
    ) -> web.StreamResponse:
        """Answer a malformed request without quoting it."""
        if request.writer.output_size > 0:
            raise ConnectionError
        response = web.Response(status=status if status < 500 else 400, text=UNREADABLE)
        response.force_close()
        return response


class Gate:
    """Counts connections and drops the oldest unknown one when there are too many.

    Real clients send their request at once, so connections opened only to block others are dropped first.
    """

    def __init__(self, limits: Limits) -> None:
        """Allow no more connections than there are file handles."""
        self.limits = limits
        self._most = connections_within(file_handles(), limits)
        self._visits: dict[Visit, None] = {}

    async def open(self, server: web.Server, host: str, port: int) -> asyncio.Server:
        """Listen for connections.

        Raises:
            OSError: the address is unavailable.
        """
        loop = asyncio.get_running_loop()
        return await loop.create_server(lambda: Visit(self, server), host, port, backlog=BACKLOG)

    def enter(self, visit: Visit) -> None:
        """Count a connection; if there are too many, drop another one or this one."""
        self._visits[visit] = None
        same = [each for each in self._visits if each.address == visit.address]
        if len(same) > self.limits.from_one_address:
            self._drop_one(same)
        elif len(self._visits) > self._most:
            self._drop_one(self._visits)

    def leave(self, visit: Visit) -> None:
        """Stop counting a connection."""
        self._visits.pop(visit, None)

    def _drop_one(self, visits: Iterable[Visit]) -> None:
        dropped = next(each for each in visits if not each.device)  # the newest is never known yet
        self.leave(dropped)
        dropped.drop()
