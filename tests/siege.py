"""A siege of a real `coach serve`: `python -m tests.siege [CONNECTIONS]`.

The server may open 256 files, as on a Mac. While each attack goes on, a newcomer asks for the page and a child types,
ten times each; how long the slowest of them took is printed with what the server holds then: memory in MB, and file
handles. It takes some two minutes, and as much memory as six running Coaches.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

from aiohttp import ClientSession, ClientTimeout, WSServerHandshakeError

from tests.browser.test_gate import GET, POST, UNREADABLE
from tests.cli.serving import PATIENCE, Browser, Served, browsing, serving

FILES = 256
LOOKS = 10
LETTERS = "ßøåæñçþðłœ"
"""What the child types: letters that Coach itself shows nowhere."""
BACKSPACE = "\x7f"
DEVICES = 50
Attack = Callable[[Served, int], AbstractAsyncContextManager[str]]


def main() -> None:
    """Besiege, and print what happened."""
    numbers = [int(each) for each in sys.argv[1:] if each.isdecimal()]
    with tempfile.TemporaryDirectory() as family, serving(Path(family), files=FILES) as served:
        asyncio.run(_besiege(served, numbers[0] if numbers else 400))
        seats = _children(served)
        begun = time.monotonic()
        served.process.send_signal(signal.SIGINT)
        status = served.process.wait(PATIENCE)
        left = [pid for pid in seats if Path(f"/proc/{pid}").exists()]
        print(
            f"Ctrl+C: status {status} after {time.monotonic() - begun:.1f} s, {len(left)} of {len(seats)} Coaches left"
        )
        print(
            f"lines written that are not a code: {len([line for line in _rest(served) if 'next device' not in line])}"
        )


async def _besiege(served: Served, connections: int) -> None:
    print(f"{'attack':34} {'refused or dropped':>20} {'page':>12} {'typing':>12} {'memory':>8} {'files':>6}")
    async with browsing(served) as child:
        await child.sees("Who is here?")
        for name, attack in ATTACKS.items():
            async with attack(served, connections) as outcome:
                page, typing = await _looks(served), await _types(child)
                print(
                    f"{name:34} {outcome:>20} {page:>12} {typing:>12} {_memory(served):8.1f} {_files(served):6}",
                    flush=True,
                )


async def _looks(served: Served) -> str:
    slowest, served_times = 0.0, 0
    for _ in range(LOOKS):
        begun = time.monotonic()
        async with ClientSession(timeout=ClientTimeout(PATIENCE)) as session:
            with suppress(OSError, TimeoutError):
                async with session.get(served.link) as response:
                    served_times += response.status == 200
        slowest = max(slowest, time.monotonic() - begun)
    return f"{served_times}/{LOOKS} {slowest:.2f} s"


async def _types(child: Browser) -> str:
    slowest, served_times = 0.0, 0
    for letter in LETTERS:
        begun = time.monotonic()
        child.drawn = ""
        await child.send(letter)
        with suppress(TimeoutError):
            await child.sees(letter)
            served_times += 1
        slowest = max(slowest, time.monotonic() - begun)
        await child.send(BACKSPACE)
        await asyncio.sleep(0.2)  # the app takes two keys of one instant in any order
    return f"{served_times}/{len(LETTERS)} {slowest:.2f} s"


@asynccontextmanager
async def peace(_: Served, __: int) -> AsyncIterator[str]:
    """Nobody attacks."""
    yield "-"


@asynccontextmanager
async def half_open(served: Served, connections: int) -> AsyncIterator[str]:
    """Connections that send nothing, or half of a head or of a form."""
    heads = (b"", GET + b"X-Slow: ", POST + b"Content-Length: 9\r\n\r\ncode=")
    async with _held(served, [heads[number % 3] for number in range(connections)]) as outcome:
        yield outcome


@asynccontextmanager
async def never_reading(served: Served, connections: int) -> AsyncIterator[str]:
    """Connections that ask for many pages and read nothing."""
    async with _held(served, [(GET + b"\r\n") * 50] * connections) as outcome:
        yield outcome


@asynccontextmanager
async def unreadable(served: Served, connections: int) -> AsyncIterator[str]:
    """Requests that no browser sends."""
    requests = list(UNREADABLE.values())
    async with _held(served, [requests[number % len(requests)] for number in range(connections)]) as outcome:
        yield outcome


@asynccontextmanager
async def guesses(served: Served, connections: int) -> AsyncIterator[str]:
    """Wrong codes."""
    form = POST + b"Content-Length: 14\r\n\r\ncode=cdfh-jkmn"
    async with _held(served, [form] * connections) as outcome:
        yield outcome


@asynccontextmanager
async def many_devices(served: Served, _: int) -> AsyncIterator[str]:
    """Devices that were let in, more than there are seats, each with a huge screen."""
    refused = 0
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(ClientSession())
        for _number in range(DEVICES):
            headers = {"Origin": served.origin, "Cookie": await asyncio.to_thread(served.let_in)}
            try:
                page = session.ws_connect(f"{served.link}ws?width=20000&height=20000", headers=headers)
                connection = await stack.enter_async_context(page)
                await connection.send_json(["resize", {"width": 20_000, "height": 20_000}])
            except WSServerHandshakeError:
                refused += 1
        await asyncio.sleep(10)
        held = [_resident(pid) for pid in _children(served)]
        print(f"    {len(held)} Coaches of {min(held):.0f} to {max(held):.0f} MB")
        yield f"{refused} of {DEVICES}"


ATTACKS: dict[str, Attack] = {
    "none": peace,
    "half-open": half_open,
    "ask and never read": never_reading,
    "more devices than seats": many_devices,
    "requests that cannot be read": unreadable,
    "guessed codes": guesses,
    "none, afterwards": peace,
}


@asynccontextmanager
async def _held(served: Served, requests: list[bytes]) -> AsyncIterator[str]:
    """Connections that send these and stay; says how many the server has dropped or refused at once."""
    held = []
    for request in requests:
        reader, writer = await asyncio.open_connection("127.0.0.1", served.port, limit=1024)
        with suppress(ConnectionError):
            writer.write(request)
        held.append((reader, writer))
    await asyncio.sleep(1)
    ended = sum([await _is_ended(reader) for reader, _ in held])
    try:
        yield f"{ended} of {len(held)}"
    finally:
        for _, writer in held:
            writer.transport.abort()


async def _is_ended(reader: asyncio.StreamReader) -> bool:
    try:
        async with asyncio.timeout(0.001):
            while await reader.read(1 << 20):
                pass
    except TimeoutError:
        return False
    except ConnectionError:
        pass
    return True


def _rest(served: Served) -> list[str]:
    return served.process.stdout.read().splitlines() if served.process.stdout else []


def _memory(served: Served) -> float:
    return _resident(served.process.pid)


def _files(served: Served) -> int:
    return len(os.listdir(f"/proc/{served.process.pid}/fd"))  # noqa: PTH208


def _resident(pid: int) -> float:
    """Memory of a process in MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _children(served: Served) -> list[int]:
    """Processes that the server runs."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if int(stat.read_text().rpartition(")")[2].split()[1]) == served.process.pid:
                found.append(int(stat.parent.name))
    return found


if __name__ == "__main__":
    main()
