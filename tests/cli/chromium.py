"""A headless Chromium, spoken to in its own protocol: no driver is needed."""

from __future__ import annotations

import asyncio
import base64
import os
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
CELL = 9, 18
"""How wide and high a letter is in the page, in pixels."""


class Page:
    """One page on a tablet; keeps what it asked for, what it complained of, and what Coach drew in it."""

    def __init__(self, connection: ClientWebSocketResponse, session: str = "") -> None:
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.drawn = ""
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

    async def tap(self, column: int, line: int) -> None:
        """Touch a letter."""
        at = {"x": (column + 0.5) * CELL[0], "y": (line + 0.5) * CELL[1]}
        await self.do("Input.dispatchTouchEvent", type="touchStart", touchPoints=[at])
        await self.do("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    async def drag(self, column: int, start: int, end: int) -> None:
        """Move a finger from one line to another."""
        for line in range(start, end, 1 if end > start else -1):
            at = {"x": column * CELL[0], "y": line * CELL[1]}
            kind = "touchStart" if line == start else "touchMove"
            await self.do("Input.dispatchTouchEvent", type=kind, touchPoints=[at])
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

    async def _receive(self) -> dict[str, Any]:
        message: dict[str, Any] = await self._connection.receive_json()
        about = message.get("params", {})
        match message.get("method"):
            case "Network.webSocketFrameReceived" if about["response"]["opcode"] == 2:
                data = base64.b64decode(about["response"]["payloadData"])
                self.drawn += ESCAPES.sub("", data.decode(errors="replace"))
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
