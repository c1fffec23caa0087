"""One browser and its own Coach: a process that begins with the page and never outlives it.

What textual-serve leaves open is shut here: it starts a shell, copies the app's errors to the terminal (words that
somebody typed can stand in them), and waits without end for a process that hangs.
"""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

DRIVER = "coach.tui.web_driver:CoachWebDriver"
PATIENCE = 5
"""Seconds that an app has to end by itself."""


class Seat(AppService):
    """The Coach of one browser; no other browser sees what is written in it."""

    def __init__(self, command: Sequence[str], socket: web.WebSocketResponse, downloads: DownloadManager) -> None:
        """Run `command` for whoever is at the other end of `socket`."""
        super().__init__(
            "coach",
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self.leave,
            download_manager=downloads,
        )
        self._arguments = command
        self._socket = socket
        self._is_over = asyncio.Event()

    async def leave(self) -> None:
        """Close the socket: this browser's Coach ends with it."""
        await self._socket.close(code=1001)

    async def run(self) -> None:
        """Pass on what the app draws; the browser is told when that ends, however it ends."""
        await super().run()
        self._is_over.set()
        await self.leave()

    async def on_meta(self, data: bytes) -> None:
        """Note the end of the app: what its process does after that, nobody waits for."""
        if json.loads(data)["type"] == "exit":
            self._is_over.set()
        await super().on_meta(data)

    async def stop(self) -> None:
        """Ask the app to end, and see that its process does."""
        process, task = self._process, self._task
        if process is None or task is None:
            return
        await self._download_manager.cancel_app_downloads(self.app_service_id)
        await self.send_meta({"type": "quit"})
        with suppress(TimeoutError):
            await asyncio.wait_for(self._is_over.wait(), PATIENCE)
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
        await task

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
