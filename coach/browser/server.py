"""Serves the app to browsers: each device that was let in gets its own.

Requests from other web pages, for host names that are not ours, or from devices that have not typed a code get nothing
but the page that asks for the code.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import cast
from urllib.parse import parse_qs, quote

from aiohttp import web
from aiohttp.typedefs import Handler

from coach.browser import pages
from coach.browser.entry import Entry
from coach.browser.gate import Gate, Visit
from coach.browser.limits import Limits
from coach.browser.names import answers_to, household, name_in, page_link
from coach.browser.seats import Seats
from coach.browser.sizes import size_in

NOT_OURS = "This is not a page of Coach."
WRONG_NAME = "Open the link that Coach shows on the computer."
NOT_IN = "Open Coach's start page and type the code there."
GOODBYE = 5
"""How long browsers may take to close their connection, in seconds."""
LONGEST_MESSAGE = 1 << 20
"""The largest message from a page, in bytes; pasted text arrives in one message."""
LONGEST_FORM = 1024
"""The largest form with a code, in bytes."""
COOKIE_AGE = 12 * 60 * 60
"""How long a device keeps its cookie, in seconds; it becomes worthless when the server ends."""


class CoachServer:
    """Runs one Coach for each device that was let in."""

    def __init__(
        self, command: Sequence[str], host: str, port: int, show: Callable[[str], None], limits: Limits | None = None
    ) -> None:
        """Prepare to serve `command` at `host`; `show` is called with each code after the first."""
        self.host, self.port = host, port
        self._limits = limits = limits or Limits()
        self.entry = Entry(show)
        self._cookie = f"coach-{port}"
        self._gate = Gate(limits)
        self._seats = Seats(command, limits)

    @property
    def link(self) -> str:
        """The link to open; it leads to the page that asks for the code."""
        return page_link(self.host, self.port)

    def serve(self, ready: Callable[[], None]) -> None:
        """Serve until Ctrl+C; `ready` is called once the link can be opened.

        Logging is disabled, as logs could contain typed text.

        Raises:
            OSError: the address is unavailable.
        """
        logging.disable()
        try:
            asyncio.run(self._until_interrupted(ready))
        except KeyboardInterrupt:  # Windows
            pass
        finally:
            logging.disable(logging.NOTSET)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Listen for requests; stop all running apps at the end.

        Raises:
            OSError: the address is unavailable.
        """
        runner = web.AppRunner(self._make_app(), shutdown_timeout=GOODBYE)
        await runner.setup()
        try:
            listening = await self._gate.open(cast("web.Server", runner.server), self.host, self.port)
            try:
                yield
            finally:
                listening.close()
                await self._seats.close()
        finally:
            await runner.cleanup()

    async def _until_interrupted(self, ready: Callable[[], None]) -> None:
        loop, interrupted = asyncio.get_running_loop(), asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            with suppress(NotImplementedError):  # Windows
                loop.add_signal_handler(number, interrupted.set)
        async with self.open():
            ready()
            await interrupted.wait()

    def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard], client_max_size=LONGEST_FORM)
        app.add_routes(
            [
                web.get("/", self._index),
                web.post("/", self._let_in),
                web.get("/ws", self._socket),
                web.get("/download/{key}", self._download),
                *(web.get(path, self._file) for path in pages.OPEN_FILES | pages.DEVICE_FILES),
            ]
        )
        app.on_response_prepare.append(_close_to_others)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse requests for other host names or from other origins, and recognize devices."""
        if not answers_to(name_in(request.headers.get("Host", "")), self.host):
            raise web.HTTPForbidden(text=WRONG_NAME)
        origin = request.headers.get("Origin")
        if origin is not None and origin != f"http://{request.host}":
            raise web.HTTPForbidden(text=NOT_OURS)
        device = self.entry.device(request.cookies.get(self._cookie, ""))
        if device:
            _visit(request).know(device)
        return await handler(request)

    async def _index(self, request: web.Request) -> web.StreamResponse:
        """Serve the app to a device that was let in, and the page that asks for the code to others."""
        device = _visit(request).device
        if not device:
            return pages.code_page()
        return pages.app_page(request.host) if self._seats.has_room_for(device) else pages.full_page()

    async def _let_in(self, request: web.Request) -> web.StreamResponse:
        """Exchange a code for a cookie."""
        said = parse_qs((await request.read()).decode(errors="replace"), max_num_fields=4)
        address = household(request.remote or "")
        if not self.entry.may_try(address):
            return pages.code_page(pages.WAIT, 429)
        device = self.entry.let_in(said.get("code", [""])[0], address)
        if not device:
            return pages.code_page(pages.WRONG, 403)
        response = web.Response(status=303, headers={"Location": "/"})
        response.set_cookie(self._cookie, device, max_age=COOKIE_AGE, httponly=True, samesite="Strict")
        return response

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        """Open the WebSocket, for pages of this server only."""
        device = _known(request)
        if "Origin" not in request.headers:
            raise web.HTTPForbidden(text=NOT_OURS)
        if not self._seats.has_room_for(device):
            return pages.full_page()
        socket = web.WebSocketResponse(
            heartbeat=self._limits.heartbeat, timeout=GOODBYE, max_msg_size=LONGEST_MESSAGE, compress=False
        )
        await socket.prepare(request)
        visit = _visit(request)
        visit.stay()
        try:
            await self._seats.serve(device, socket, size_in(request.query))
        finally:
            visit.end_in(GOODBYE)
        return socket

    async def _download(self, request: web.Request) -> web.StreamResponse:
        """Serve a file that the Coach of this device offers for download."""
        seat, key = self._seats.seat_of(_known(request)), request.match_info["key"]
        try:
            if seat is None:
                raise KeyError
            download = await seat.downloads.get_download_metadata(key)
        except KeyError:
            raise web.HTTPNotFound(text="This file is gone. Save it again in Coach.") from None
        headers = {
            "Content-Type": download.mime_type or "application/octet-stream",
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(Path(download.file_name).name)}",
        }
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        async for chunk in seat.downloads.download(key):
            await response.write(chunk)
        return response

    async def _file(self, request: web.Request) -> web.StreamResponse:
        if request.path in pages.OPEN_FILES:
            return web.FileResponse(pages.OPEN_FILES[request.path])
        _known(request)
        return web.FileResponse(pages.DEVICE_FILES[request.path])


def _visit(request: web.Request) -> Visit:
    return cast("Visit", request.protocol)


def _known(request: web.Request) -> str:
    """Return the device that sent a request; refuse one that was not let in."""
    device = _visit(request).device
    if not device:
        raise web.HTTPForbidden(text=NOT_IN)
    return device


async def _close_to_others(_: web.Request, response: web.StreamResponse) -> None:
    """Close each connection after its response, so that nobody can keep it open."""
    response.headers.update(pages.HEADERS)
    if not isinstance(response, web.WebSocketResponse):
        response.headers["Connection"] = "close"
        response.force_close()
