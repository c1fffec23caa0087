"""`coach serve`: a page on this computer that loads nothing from elsewhere."""

from __future__ import annotations

import http.client
import re
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.cli.test_check import coach


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """Where a server of Coach listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    command = [sys.executable, "-m", "coach", "serve", "--port", str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == f"Coach is at http://127.0.0.1:{number}\n"
        yield number
        server.terminate()


def answer(port: int, path: str, **headers: str) -> tuple[int, str, str]:
    """Status, text and the policy of what the server answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    found = response.status, response.read().decode(), response.getheader("Content-Security-Policy", "")
    connection.close()
    return found


def test_the_page_loads_nothing_from_elsewhere(port: int) -> None:
    status, page, policy = answer(port, "/")
    assert status == 200
    links = re.findall(r"https?://[^\"'\s]+", page)
    assert links
    assert all(link.startswith(f"http://127.0.0.1:{port}") for link in links)
    assert "default-src 'none'" in policy


def test_a_name_of_somebody_else_is_refused(port: int) -> None:
    assert answer(port, "/", Host="evil.example")[0] == 403


@pytest.mark.parametrize("origin", ["http://evil.example", "", "null"])
def test_pages_of_others_cannot_type_into_coach(port: int, origin: str) -> None:
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    assert answer(port, "/ws", Origin=origin, **upgrade)[0] == 403


def test_a_port_that_is_taken_is_told(port: int) -> None:
    status, out, err = coach("serve", "--port", str(port))
    assert (status, out) == (2, "")
    assert "choose another --port" in err


@pytest.mark.parametrize("arguments", [["--port", "99999"], ["--host", "no such host"], ["--lessons", "no-such"]])
def test_a_wrong_call_is_told(arguments: list[str]) -> None:
    status, _, err = coach("serve", *arguments)
    assert status == 2
    assert "mend: " in err
