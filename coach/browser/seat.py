"""One device and its own Coach: a process that survives lost connections and ends with the server.

This closes gaps in textual-serve, which starts a shell, copies the app's errors to the terminal (they may quote what
somebody typed), ends the app with each socket, and waits forever for a process that hangs.
"""

from __future__ import annotations

import asyncio
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from coach.browser.sizes import Size

DRIVER = "coach.tui.web_driver:CoachWebDriver"
PATIENCE = 5
"""How long an app may take to end by itself, in seconds."""
STUCK = 30
"""How long an app may refuse input before it is given up, in seconds."""
MINUTE = 60.0
MOST_IN_A_MINUTE = 4 << 20
"""The most bytes a page may send in a minute, as the app buffers all input until it is processed."""
ENDED, ELSEWHERE = 4000, 4001
"""WebSocket close codes: Coach has ended, or was opened in another tab of the same device."""


class Seat(AppService):
    """The Coach of one device; other devices cannot see it."""

    def __init__(self, command: Sequence[str]) -> None:
        """Prepare to run `command`."""
        self.downloads = DownloadManager()
        """The files that the app offers for download."""
        super().__init__(
            "coach", write_bytes=self._draw, write_str=self._say, close=self._note_end, download_manager=self.downloads
        )
        self.over = asyncio.Event()
        """Set when it is no longer needed: its app ended, its page did not come back, or the server is stopping."""
        self._arguments = command
        self._socket: web.WebSocketResponse | None = None
        self._has_ended = asyncio.Event()
        self._farewells: dict[web.WebSocketResponse, asyncio.Task[bool]] = {}
        self._alarm: asyncio.TimerHandle | None = None
        self._minute, self._heard = 0.0, 0

    async def take(self, socket: web.WebSocketResponse, size: Size) -> None:
        """Attach `socket`, redraw the whole screen for it, and dismiss the page attached before."""
        if self._alarm is not None:
            self._alarm.cancel()
        before, self._socket = self._socket, socket
        if before is not None:
            self._dismiss(before, ELSEWHERE)
        await self.send_meta({"type": "again"})
        await self.set_terminal_size(*size)

    async def let_go(self, socket: web.WebSocketResponse, patience: float) -> None:
        """Detach `socket`; unless another page took over, the app ends if none comes back within `patience` seconds."""
        if self._socket is socket:
            self._socket = None
            self._alarm = asyncio.get_running_loop().call_later(patience, self.over.set)
        if socket in self._farewells:
            await self._farewells.pop(socket)

    def bears(self, length: int) -> bool:
        """Count `length` more bytes from the page; return whether they are within the limit."""
        now = time.monotonic()
        if now - self._minute >= MINUTE:
            self._minute, self._heard = now, 0
        self._heard += length
        return self._heard <= MOST_IN_A_MINUTE

    async def run(self) -> None:
        """Forward the app's output until the app ends, for whatever reason."""
        await super().run()
        await self._note_end()

    async def stop(self) -> None:
        """Ask the app to end, kill it if it does not, and close the page's socket."""
        process, task = self._process, self._task
        if process is None or task is None:
            return
        await self.downloads.cancel_app_downloads(self.app_service_id)
        with suppress(TimeoutError):
            await asyncio.wait_for(self._quit(), PATIENCE)
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        if self._socket is not None:
            self._dismiss(self._socket, ENDED)
        await task

    def _dismiss(self, socket: web.WebSocketResponse, code: int) -> None:
        self._farewells[socket] = asyncio.create_task(socket.close(code=code, drain=False))

    async def _quit(self) -> None:
        await self.send_meta({"type": "quit"})
        await self._has_ended.wait()

    async def _note_end(self) -> None:
        self._has_ended.set()
        self.over.set()

    async def _draw(self, data: bytes) -> None:
        if self._socket is not None:
            with suppress(ConnectionError):
                await self._socket.send_bytes(data)

    async def _say(self, text: str) -> None:
        if self._socket is not None:
            with suppress(ConnectionError):
                await self._socket.send_str(text)

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return super()._build_environment(width, height) | {"TEXTUAL_DRIVER": DRIVER}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        environment = self._build_environment(width, height)
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment
        )
        self._stdin = process.stdin
        process.stderr = asyncio.StreamReader()
        process.stderr.feed_eof()
        return process
