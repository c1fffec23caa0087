"""A headless Chromium, spoken to in its own protocol: no driver is needed."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

from tests.cli.serving import ESCAPES, PATIENCE

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PROGRAM = next(filter(None, map(shutil.which, NAMES)), None)
"""The Chromium of this machine, if it has one."""
OPTIONS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --remote-debugging-port=0 --window-size=1024,768"
).split()
WATCHED = ("Network", "Runtime", "Log", "Page")
SIZE = re.compile(r"\?width=(\d+)&height=(\d+)")
"""How many columns and lines a page asks for."""
SIDES = "Width", "Height"
DRAWN = re.compile(
    r"\x1b\[(?P<line>\d+);(?P<column>\d+)H|(?P<end>\n)|(?P<other>" + ESCAPES.pattern + r"|\r)|(?P<text>[^\x1b\r\n]+)"
)
"""One piece of what Coach draws: a place to go on at, the end of a line, colours and the like, or words."""


class Page:
    """One page on a tablet; keeps what it asked for, what it complained of, and what Coach drew in it."""

    def __init__(self, connection: ClientWebSocketResponse, session: str = "") -> None:
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.drawn = ""
        self._lines: dict[int, str] = {}
        self._at = 0, 0
        self._connection = connection
        self._session = session
        self._numbers = count(1)

    async def do(self, method: str, **parameters: object) -> dict[str, Any]:
        """Give an order, and wait for its answer."""
        number = next(self._numbers)
        order = {"id": number, "method": method, "params": parameters}
        await self._connection.send_json(order | ({"sessionId": self._session} if self._session else {}))
        while True:
            message = await self._receive()
            if message.get("id") == number:
                assert "error" not in message, message
                found: dict[str, Any] = message["result"]
                return found

    async def open(self, link: str) -> None:
        """Open a link as a tablet with a finger does."""
        target = await self.do("Target.createTarget", url="about:blank")
        attached = await self.do("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for each in WATCHED:
            await self.do(f"{each}.enable")
        await self.do("Emulation.setTouchEmulationEnabled", enabled=True)
        size = {"width": 1024, "height": 768, "deviceScaleFactor": 1, "mobile": True}
        await self.do("Emulation.setDeviceMetricsOverride", **size)
        await self.do("Page.navigate", url=link)

    async def type(self, text: str) -> None:
        """Type, as a keyboard does."""
        for letter in text:
            await self.do("Input.dispatchKeyEvent", type="keyDown", text=letter)
            await self.do("Input.dispatchKeyEvent", type="keyUp")

    async def tap(self, words: str) -> None:
        """Wait until Coach shows `words`, then touch their middle."""
        await self.sees(words)
        async with asyncio.timeout(PATIENCE):
            while (found := self._place(words)) is None:
                await self._receive()
        line, column = found
        await self.do("Input.dispatchTouchEvent", type="touchStart", touchPoints=[await self._point(column, line)])
        await self.do("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    async def drag(self, column: int, start: int, end: int) -> None:
        """Move a finger from one line to another."""
        for line in range(start, end, 1 if end > start else -1):
            kind = "touchStart" if line == start else "touchMove"
            await self.do("Input.dispatchTouchEvent", type=kind, touchPoints=[await self._point(column, line)])
        await self.do("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    async def value(self, script: str) -> object:
        """What a script in the page gives."""
        return (await self.do("Runtime.evaluate", expression=script))["result"].get("value")

    async def until(self, script: str) -> None:
        """Wait until a script in the page says true; fails when it never does."""
        async with asyncio.timeout(PATIENCE):
            while not await self.value(script):
                await asyncio.sleep(0.05)

    async def sees(self, words: str) -> None:
        """Wait until Coach has drawn `words`; fails when it never does."""
        async with asyncio.timeout(PATIENCE):
            while words not in self.drawn:
                await self._receive()

    def _place(self, words: str) -> tuple[int, int] | None:
        """Line and column of the middle of the last `words`, from 0, where they are in sight: buttons are below what is said."""
        found = [(line, text.rindex(words) + len(words) // 2) for line, text in self._lines.items() if words in text]
        return max(found, default=None)

    async def _point(self, column: int, line: int) -> dict[str, float]:
        """The middle of a letter in pixels; how large letters are, the page decides."""
        columns, lines = map(int, SIZE.findall(next(link for link in reversed(self.asked) if SIZE.search(link)))[0])
        wide, high = [await self.value(f"document.querySelector('.xterm-screen').client{side}") for side in SIDES]
        assert isinstance(wide, int)
        assert isinstance(high, int)
        return {"x": (column + 0.5) * wide / columns, "y": (line + 0.5) * high / lines}

    def _draw(self, data: str) -> None:
        """Keep what stands in each line now; every letter is taken to be one column wide."""
        line, column = self._at
        for piece in DRAWN.finditer(data):
            match piece.lastgroup:
                case "column":
                    line, column = int(piece["line"]) - 1, int(piece["column"]) - 1
                case "end":
                    line, column = line + 1, 0
                case "text":
                    before = self._lines.get(line, "").ljust(column)
                    self._lines[line] = before[:column] + piece["text"] + before[column + len(piece["text"]) :]
                    column += len(piece["text"])
        self._at = line, column

    async def _receive(self) -> dict[str, Any]:
        message: dict[str, Any] = await self._connection.receive_json()
        about = message.get("params", {})
        match message.get("method"):
            case "Network.webSocketFrameReceived" if about["response"]["opcode"] == 2:
                data = base64.b64decode(about["response"]["payloadData"]).decode(errors="replace")
                self.drawn += ESCAPES.sub("", data)
                self._draw(data)
            case "Network.requestWillBeSent":
                self.asked.append(about["request"]["url"])
            case "Network.webSocketCreated":
                self.asked.append(about["url"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(about["exceptionDetails"]))
            case "Log.entryAdded" if about["entry"]["level"] == "error":
                self.complaints.append(about["entry"]["text"])
        return message


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Page]:
    """A Chromium with a profile of its own in `folder`."""
    assert PROGRAM is not None
    command = [PROGRAM, *OPTIONS, f"--user-data-dir={folder}", "about:blank"]
    environment = os.environ | {"HOME": str(folder)}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as process:
        try:
            where = await _where(folder / "DevToolsActivePort")
            async with ClientSession() as session, session.ws_connect(where, max_msg_size=0) as connection:
                page = Page(connection)
                yield page
                page._session = ""
                await page.do("Browser.close")
        finally:
            process.terminate()


async def _where(file: Path) -> str:
    """Where Chromium listens, which it writes into a file."""
    async with asyncio.timeout(PATIENCE):
        while not file.exists() or len(file.read_text().split()) < 2:
            await asyncio.sleep(0.05)
    port, path = file.read_text().split()
    return f"ws://127.0.0.1:{port}{path}"
