"""A real `coach serve`, and a browser's side of its socket in plain Python."""

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
PATIENCE = 30
"""Seconds that a slow machine may take to draw."""


@dataclass(frozen=True)
class Served:
    """A server that runs."""

    process: subprocess.Popen[str]
    link: str
    told: str
    """What it wrote before it could be opened."""

    @property
    def origin(self) -> str:
        """The link without its key."""
        return self.link.rpartition("/")[0]

    @property
    def key(self) -> str:
        return self.link.rpartition("/")[2]

    def answer(self, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
        """Status, text and headers of what the server answers."""
        connection = http.client.HTTPConnection(self.origin.removeprefix("http://"), timeout=PATIENCE)
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        found = response.status, response.read().decode(errors="replace"), dict(response.getheaders())
        connection.close()
        return found


@contextmanager
def serving(family: Path, *arguments: str) -> Iterator[Served]:
    """A server on a free port, killed at the end unless it has ended."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "coach", "serve", "--port", port, *arguments]
    environment = os.environ | {"COACH_FAMILY": str(family), "HOME": str(family), "USERPROFILE": str(family)}
    pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, text=True, encoding="utf-8", env=environment, **pipe) as process:  # type: ignore[call-overload]
        try:
            told = ""
            while "Ctrl+C ends it.\n" not in told:
                line = process.stdout.readline()
                assert line, told
                told += line
            (link,) = re.findall(r"http://\S+", told)
            yield Served(process, link, told)
        finally:
            process.kill()


class Browser:
    """Types into a Coach, and keeps all that it has drawn."""

    def __init__(self, connection: ClientWebSocketResponse) -> None:
        self.drawn = ""
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
        for _ in range(5):
            await self.send(key)
            with suppress(TimeoutError):
                return await self.sees(words, PATIENCE / 5)
        raise AssertionError(self.drawn)

    async def is_given(self) -> str:
        """Read until a file is offered; gives the key of its download."""
        async with asyncio.timeout(PATIENCE):
            while not self._given:
                await self._receive()
        return self._given

    async def is_left(self) -> bool:
        """Read until the server closes the socket."""
        async with asyncio.timeout(PATIENCE):
            while (await self._connection.receive()).type in {WSMsgType.BINARY, WSMsgType.TEXT}:
                pass
        return True

    async def _receive(self) -> None:
        message = await self._connection.receive()
        if message.type is WSMsgType.BINARY:
            self.drawn += ESCAPES.sub("", message.data.decode(errors="replace"))
        else:
            assert message.type is WSMsgType.TEXT, self.drawn
            kind, self._given = message.json()
            assert kind == "deliver_file_start"


@asynccontextmanager
async def browsing(served: Served) -> AsyncIterator[Browser]:
    """Open the link as a page of the server does."""
    link = f"{served.link}/ws?width=80&height=24"
    async with ClientSession() as session, session.ws_connect(link, headers={"Origin": served.origin}) as connection:
        yield Browser(connection)
