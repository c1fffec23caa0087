"""A server in this process, whose apps are small ones, and what browsers and attackers do to it."""

from __future__ import annotations

import asyncio
import re
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from coach.browser.limits import Limits
from coach.browser.server import CoachServer

SMALL_APP = Path(__file__).with_name("small_app.py")
PATIENCE = 300.0
"""Seconds that a slow machine may take."""
LONG = 600.0
"""Seconds after which a test has failed for another reason; what must not happen by time is given so much."""


class Place:
    """A server that listens on the loopback."""

    def __init__(self, server: CoachServer, session: ClientSession) -> None:
        self.server = server
        self.session = session
        self.origin = f"http://127.0.0.1:{server.port}"

    async def let_in(self) -> str:
        """The cookie of a new device."""
        form = {"code": self.server.entry.code}
        async with self.session.post(f"{self.origin}/", data=form, allow_redirects=False) as response:
            assert response.status == 303
            return response.headers["Set-Cookie"].partition(";")[0]

    async def get(self, path: str, device: str = "") -> tuple[int, str]:
        """Status and text of an answer."""
        async with self.session.get(f"{self.origin}{path}", headers={"Cookie": device}) as response:
            return response.status, await response.text()

    @asynccontextmanager
    async def page(self, device: str = "", size: str = "width=80&height=24") -> AsyncIterator[Tab]:
        """A page on a device that was let in, or on a new one."""
        headers = {"Origin": self.origin, "Cookie": device or await self.let_in()}
        async with self.session.ws_connect(f"{self.origin}/ws?{size}", headers=headers, autoping=False) as connection:
            yield Tab(connection)

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A bare connection."""
        return await asyncio.open_connection("127.0.0.1", self.server.port)

    async def says(self, request: bytes) -> bytes:
        """All that the server answers to these bytes until it closes the connection."""
        async with asyncio.timeout(PATIENCE):
            reader, writer = await self.connect()
            writer.write(request)
            try:
                return await reader.read()
            except ConnectionResetError:
                return b""
            finally:
                writer.close()


class Tab:
    """The socket of a page."""

    def __init__(self, connection: ClientWebSocketResponse) -> None:
        self.connection = connection
        self.drawn = ""

    async def sees(self, pattern: str) -> str:
        """Read until something drawn matches; gives the first group, or all."""
        async with asyncio.timeout(PATIENCE):
            while not (found := re.search(pattern, self.drawn)):
                message = await self.connection.receive()
                assert message.type is WSMsgType.BINARY, (message, self.drawn)
                self.drawn += message.data.decode()
        return found[found.lastindex or 0]

    async def is_left(self) -> int:
        """Read until the server closes the socket; gives why."""
        async with asyncio.timeout(PATIENCE):
            while (message := await self.connection.receive()).type is WSMsgType.BINARY:
                pass
        return int(message.data or 0)


@asynccontextmanager
async def place(limits: Limits, manner: str = "good") -> AsyncIterator[Place]:
    """A server whose apps behave in this manner."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-S", str(SMALL_APP), manner]
    server = CoachServer(command, "127.0.0.1", port, lambda _: None, limits)
    async with ClientSession() as session, server.open():
        yield Place(server, session)


def lives(pid: str) -> bool:
    """Whether a process is there and not a zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


async def until(condition: object) -> None:
    """Wait until a function says true."""
    assert callable(condition)
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.02)
