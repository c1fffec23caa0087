"""Connections of whoever means ill: each is closed, others are served, and nothing is logged."""

from __future__ import annotations

import asyncio
import base64
import re
import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from coach.browser.limits import Limits, connections_within
from tests.browser.place import LONG, PATIENCE, Place, place, until
from tests.cli.serving import serving

PATIENT = Limits(unknown=LONG, answer=LONG, heartbeat=LONG)
"""Limits under which nothing ends by time."""
HOST = b"Host: 127.0.0.1\r\n"
GET = b"GET / HTTP/1.1\r\n" + HOST
POST = b"POST / HTTP/1.1\r\n" + HOST
UPGRADE = (
    b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
)
UNREADABLE = {
    "null in a path": b"GET /page/\0 HTTP/1.1\r\n" + HOST + b"\r\n",
    "quoted null": b"GET /page/%00 HTTP/1.1\r\n" + HOST + b"\r\n",
    "overlong address": b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "200,000 headers": GET + b"".join(b"X-%d: 1\r\n" % number for number in range(200_000)) + b"\r\n",
    "overlong header": GET + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n",
    "open bracket": b"GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
    "closed bracket": b"GET / HTTP/1.1\r\nHost: ::1]\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": GET + b"Host: evil.example\r\n\r\n",
    "wrong port": b"GET / HTTP/1.1\r\nHost: 127.0.0.1:99999999\r\n\r\n",
    "whole address": b"GET http://[/ HTTP/1.1\r\n" + HOST + b"\r\n",
    "address without a path": b"GET ?\xff HTTP/1.1\r\n" + HOST + b"\r\n",
    "letters of no language": b"GET /\xff\xfe HTTP/1.1\r\nHost: \xff\r\n\r\n",
    "quoted nonsense": b"GET /%zz%c0%80 HTTP/1.1\r\n" + HOST + b"\r\n",
    "broken chunks": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nnonsense",
    "overlong chunk": POST + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
    "two lengths": POST + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\ncode=",
    "length and chunks": POST + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "overlong form": POST + b"Content-Length: 2000\r\n\r\ncode=" + b"a" * 1995,
    "many fields": POST + b"Content-Length: 100\r\n\r\n" + b"a=1&" * 25,
    "packed nonsense": POST + b"Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\ncode=cccc",
    "form of no letters": POST + b"Content-Length: 8\r\n\r\ncode=%ff",
    "unknown method": b"BREW / HTTP/1.1\r\n" + HOST + b"\r\n",
    "connect": b"CONNECT 127.0.0.1:1 HTTP/1.1\r\n" + HOST + b"\r\n",
    "newer version": b"GET / HTTP/9.9\r\n" + HOST + b"\r\n",
    "no version": b"GET /\r\n\r\n",
    "greeting of TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64,
    "beginning of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "unknown expectation": GET + b"Expect: a miracle\r\n\r\n",
    "cookie of no letters": b"GET /ws HTTP/1.1\r\n" + HOST + b"Cookie: coach=\xff\xfe; ;;=;=\r\n\r\n",
    "socket without a key": b"GET /ws HTTP/1.1\r\n" + HOST + b"Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    "random bytes": base64.b64decode("//79/AD/gICAgP8ADQoNCgD/") * 50 + b"\r\n\r\n",
}
"""What no browser sends."""
KNOWN = {
    "wrong range": b"GET /static/js/textual.js HTTP/1.1\r\nRange: bytes=9999999-\r\n",
    "nonsense range": b"GET /static/js/textual.js HTTP/1.1\r\nRange: pages=x\r\n",
    "socket without a key": b"GET /ws HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n",
    "socket of another version": b"GET /ws HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 1\r\n",
    "no upgrade": b"GET /ws HTTP/1.1\r\n",
    "null in a download": b"GET /download/%00%0d%0a HTTP/1.1\r\n",
    "download out of the way": b"GET /download/..%2f..%2fetc HTTP/1.1\r\n",
}
"""What no page of Coach sends, though its device was let in."""
FRAMES = {
    "reserved bits": b"\xf1\x80\0\0\0\0",
    "unknown kind": b"\x83\x80\0\0\0\0",
    "overlong": b"\x81\xff" + b"\x7f" * 8 + b"\0\0\0\0",
    "longer than allowed": b"\x81\xff" + (1 << 21).to_bytes(8, "big") + b"\0\0\0\0" + b"a" * (1 << 21),
    "letters of no language": b"\x81\x82\0\0\0\0\xff\xfe",
    "piece of nothing": b"\x80\x80\0\0\0\0",
    "ping in pieces": b"\x09\x80\0\0\0\0",
    "overlong ping": b"\x89\xfe\x01\x00\0\0\0\0" + b"a" * 256,
    "wrong reason to close": b"\x88\x82\0\0\0\0\x00\x01",
}
"""What no socket of a browser sends."""


async def is_served(there: Place) -> bool:
    """Whether somebody new gets the page at once."""
    async with asyncio.timeout(PATIENCE):
        return (await there.get("/"))[0] == 200


def still_open(held: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]]) -> int:
    """How many of these connections the server has not ended."""
    return sum(not reader.at_eof() and reader.exception() is None for reader, _ in held)


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> object:
    """Nothing that is done here leaves a word in a log or on the screen."""
    caplog.set_level(0)
    yield
    assert [record.getMessage() for record in caplog.records if record.name != "asyncio" or record.levelno > 10] == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", UNREADABLE)
async def test_a_request_that_no_browser_sends_is_refused_without_a_word_in_a_log(name: str) -> None:
    async with place(PATIENT) as there:
        answer = await there.says(UNREADABLE[name])
        assert not answer or re.match(rb"HTTP/[01].\d 4\d\d ", answer), answer
        assert b"Traceback" not in answer
        assert await is_served(there)


@pytest.mark.parametrize("name", KNOWN)
async def test_nor_is_one_of_a_device_that_was_let_in(name: str) -> None:
    async with place(PATIENT) as there:
        device = await there.let_in()
        head = KNOWN[name] + HOST + f"Origin: http://127.0.0.1\r\nCookie: {device}\r\n\r\n".encode()
        assert (await there.says(head))[:10] == b"HTTP/1.1 4"
        assert await is_served(there)


@pytest.mark.parametrize("name", FRAMES)
async def test_a_wrong_frame_ends_its_socket_alone(name: str) -> None:
    async with place(PATIENT) as there:
        device = await there.let_in()
        head = (
            b"GET /ws HTTP/1.1\r\n" + HOST + UPGRADE + f"Origin: http://127.0.0.1\r\nCookie: {device}\r\n\r\n".encode()
        )
        answer = await there.says(head + FRAMES[name])
        assert not answer or b" 101 " in answer
        async with there.page(device) as tab:
            await tab.sees("again")


@pytest.mark.parametrize("head", [b"", b"G", GET + b"X-", POST + b"Content-Length: 9\r\n\r\ncode="], ids=str)
async def test_who_never_ends_a_request_is_left_after_a_while(head: bytes) -> None:
    async with place(Limits(unknown=0.3)) as there:
        assert await there.says(head) == b""


async def test_who_sends_a_letter_now_and_then_is_left_too() -> None:
    async with place(Limits(unknown=0.5)) as there, asyncio.timeout(PATIENCE):
        _, writer = await there.connect()
        with suppress(ConnectionError):
            while True:
                writer.write(b"a")
                await writer.drain()
                await asyncio.sleep(0.1)


async def test_a_connection_is_for_one_answer() -> None:
    async with place(PATIENT) as there:
        assert (await there.says((GET + b"\r\n") * 20)).count(b"HTTP/1.1 200") == 1


async def test_half_open_connections_keep_nobody_out() -> None:
    async with place(PATIENT) as there:
        held = [await there.connect() for _ in range(251)]
        assert await is_served(there)
        await until(lambda: still_open(held) <= PATIENT.from_one_address)
        async with there.page() as tab:
            await tab.sees("begins")
            held += [await there.connect() for _ in range(251)]
            await tab.connection.send_json(["stdin", "still here"])
            await tab.sees("types still here")
            await until(lambda: still_open(held) < PATIENT.from_one_address)
        for _, writer in held:
            writer.close()


async def test_connections_from_many_addresses_keep_nobody_out_either(monkeypatch: pytest.MonkeyPatch) -> None:
    addresses = count()
    monkeypatch.setattr("coach.browser.gate.household", lambda _: f"10.0.0.{next(addresses)}")
    limits = Limits(unknown=LONG, connections=40)
    async with place(limits) as there:
        held = [await there.connect() for _ in range(300)]
        assert await is_served(there)
        await until(lambda: still_open(held) <= limits.connections)
        for _, writer in held:
            writer.close()


async def test_who_reads_nothing_is_left_after_a_while_and_costs_no_memory() -> None:
    async with place(Limits(answer=0.5, unknown=LONG)) as there:
        device = await there.let_in()
        head = b"GET /static/js/textual.js HTTP/1.1\r\n" + HOST + f"Cookie: {device}\r\n\r\n".encode()
        held = []
        for _ in range(20):
            reader, writer = await asyncio.open_connection("127.0.0.1", there.server.port, limit=1024)
            writer.write(head)
            held.append((reader, writer))
        assert await is_served(there)
        async with asyncio.timeout(PATIENCE):
            while there.server._gate._visits:
                await asyncio.sleep(0.05)
        for _, writer in held:
            writer.close()


async def test_a_page_that_reads_nothing_stops_its_own_app_and_is_left() -> None:
    async with place(Limits(heartbeat=0.5, asleep=LONG), "loud") as there:
        device = await there.let_in()
        head = (
            b"GET /ws HTTP/1.1\r\n" + HOST + UPGRADE + f"Origin: http://127.0.0.1\r\nCookie: {device}\r\n\r\n".encode()
        )
        _, writer = await asyncio.open_connection("127.0.0.1", there.server.port, limit=1024)
        writer.write(head)
        async with asyncio.timeout(PATIENCE):
            while there.server._gate._visits or not there.server._seats._seats:
                assert await is_served(there)
                await asyncio.sleep(0.1)
        writer.close()


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is set by a shell")
def test_a_process_with_few_file_handles_serves_through_251_half_open_connections(tmp_path: Path) -> None:
    with serving(tmp_path, files=256) as served:
        asyncio.run(_besiege(served.port))
        assert served.answer("/")[0] == 200
        assert "Coach is coming" in served.answer("/", Cookie=served.let_in())[1]
        served.process.terminate()
        assert served.process.stdout is not None
        assert served.process.stdout.read() == ""
        assert served.process.wait() == 0


async def _besiege(port: int) -> None:
    held = [await asyncio.open_connection("127.0.0.1", port) for _ in range(251)]
    for request in UNREADABLE.values():
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(request)
        held.append((_, writer))
    for _, writer in held:
        writer.transport.abort()


@pytest.mark.parametrize(("files", "connections"), [(1 << 20, 128), (1024, 128), (256, 128), (200, 72), (64, 16)])
def test_connections_leave_file_handles_for_the_rest(files: int, connections: int) -> None:
    assert connections_within(files, Limits()) == connections
