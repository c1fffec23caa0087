"""A real `coach serve`, and a browser's side of it in plain Python."""

from __future__ import annotations

import asyncio
import http.client
import os
import re
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

ESCAPES = re.compile(r"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|\][^\x07]*\x07|.)")
PATIENCE = 300
"""Seconds that a slow machine may take to draw."""
AGAIN = 10
"""Seconds after which a key is pressed again: it may have come before the screen that it is for."""


@dataclass
class Served:
    """A server that runs."""

    process: subprocess.Popen[str]
    link: str
    code: str
    """The code that lets the next device in."""
    shown: str
    """What it wrote before it could be opened."""

    @property
    def origin(self) -> str:
        """The link as browsers name its pages."""
        return self.link.rstrip("/")

    @property
    def port(self) -> int:
        return int(self.origin.rpartition(":")[2])

    def answer(self, path: str, body: str | None = None, **headers: str) -> tuple[int, str, dict[str, str]]:
        """Status, text and headers of what the server answers to a request, or to a form where there is a body."""
        connection = http.client.HTTPConnection(self.origin.removeprefix("http://"), timeout=PATIENCE)
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET" if body is None else "POST", path, body, said)
        response = connection.getresponse()
        found = response.status, response.read().decode(errors="replace"), dict(response.getheaders())
        connection.close()
        return found

    def let_in(self) -> str:
        """Type the code on a new device; gives its cookie."""
        status, _, headers = self.answer("/", f"code={self.code}")
        assert (status, headers["Location"]) == (303, "/")
        self.code = self.next_code()
        return headers["Set-Cookie"].partition(";")[0]

    def next_code(self) -> str:
        """The code that the server shows now; waits until it does."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line.startswith("Code for the next device: "), line
        return line.split()[-1]


@contextmanager
def serving(family: Path, *arguments: str, files: int = 0) -> Iterator[Served]:
    """A server on a free port, with so many file handles where that is said; killed at the end unless it has ended."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "coach", "serve", "--port", port, *arguments]
    if files:
        command = ["sh", "-c", f'ulimit -n {files}; exec "$@"', "sh", *command]
    environment = os.environ | {"COACH_FAMILY": str(family), "HOME": str(family), "USERPROFILE": str(family)}
    pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, text=True, encoding="utf-8", env=environment, **pipe) as process:  # type: ignore[call-overload]
        try:
            shown = ""
            while "Press Ctrl+C to stop.\n" not in shown:
                line = process.stdout.readline()
                assert line, shown
                shown += line
            (link,) = re.findall(r"http://\S+", shown)
            (code,) = re.findall(r"code: (\S+)", shown)
            yield Served(process, link, code, shown)
        finally:
            process.kill()


class Browser:
    """Types into a Coach, and keeps all that it has drawn."""

    def __init__(self, connection: ClientWebSocketResponse) -> None:
        self.drawn = ""
        self.raw = b""
        """All that came, with what steers the terminal."""
        self._given = ""
        self._connection = connection

    async def send(self, text: str) -> None:
        await self._connection.send_json(["stdin", text])

    async def sees(self, words: str, patience: float = PATIENCE) -> None:
        """Read until `words` were drawn; fails when they never are."""
        async with asyncio.timeout(patience):
            while words not in self.drawn:
                await self._receive()

    async def presses(self, key: str, words: str) -> None:
        """Press a key until `words` are drawn after it; fails when they never are."""
        self.drawn = ""
        for _ in range(PATIENCE // AGAIN):
            await self.send(key)
            with suppress(TimeoutError):
                return await self.sees(words, AGAIN)
        raise AssertionError(self.drawn)

    async def is_given(self) -> str:
        """Read until a file is offered; gives the key of its download."""
        async with asyncio.timeout(PATIENCE):
            while not self._given:
                await self._receive()
        return self._given

    async def is_left(self) -> int:
        """Read until the server closes the socket; gives why."""
        async with asyncio.timeout(PATIENCE):
            while (message := await self._connection.receive()).type in {WSMsgType.BINARY, WSMsgType.TEXT}:
                pass
        return int(message.data or 0)

    async def _receive(self) -> None:
        message = await self._connection.receive()
        if message.type is WSMsgType.BINARY:
            self.raw += message.data
            self.drawn += ESCAPES.sub("", message.data.decode(errors="replace"))
        else:
            assert message.type is WSMsgType.TEXT, self.drawn
            kind, self._given = message.json()
            assert kind == "deliver_file_start"


@asynccontextmanager
async def browsing(served: Served, device: str = "") -> AsyncIterator[Browser]:
    """Open the page on a device that was let in, or on a new one."""
    headers = {"Origin": served.origin, "Cookie": device or served.let_in()}
    link = f"{served.origin.replace('http', 'ws')}/ws?width=80&height=24"
    async with ClientSession() as session, session.ws_connect(link, headers=headers) as connection:
        yield Browser(connection)
