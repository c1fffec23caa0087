"""`coach serve`: a page on this computer that loads nothing from elsewhere, for who has its link."""

from __future__ import annotations

import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.browser.server import answers_to, new_key, reachable
from tests.cli.serving import PATIENCE, Served, browsing, serving
from tests.cli.test_check import coach

ROUTES = ("/{key}", "/{key}/ws", "/static/js/textual.js", "/page/page.js", "/download/none", "/static/", "/no-such")
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted in /proc")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("family")) as server:
        yield server


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that was opened to the network."""
    with serving(tmp_path_factory.mktemp("family"), "--host", "0.0.0.0") as server:  # noqa: S104 - what is tested
        yield server


def children(served: Served) -> list[Path]:
    """Processes that the server started and that live."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(parent) == served.process.pid and state != "Z":
            found.append(stat)
    return found


def until_gone(processes: list[Path]) -> None:
    """Wait until none of them lives; fails when one does not end."""
    end = time.monotonic() + PATIENCE
    while any(stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z" for stat in processes):
        assert time.monotonic() < end
        time.sleep(0.1)


def test_the_page_loads_nothing_from_elsewhere(served: Served) -> None:
    status, page, headers = served.answer(f"/{served.key}")
    links = re.findall(r'(?:src|href|url)="([^"]+)"', page)
    assert (status, links.count(f"ws://{served.origin.removeprefix('http://')}/{served.key}/ws")) == (200, 1)
    own = ("/static/", "/page/", "data:,", "ws://127.0.0.1:")
    assert all(link.startswith(own) for link in links), links
    assert all(served.answer(link)[0] == 200 for link in links if link.startswith("/"))
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe-inline" not in headers["Content-Security-Policy"].partition("script-src")[2].partition(";")[0]
    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "no-referrer")


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "192.168.1.5", ""])
def test_a_name_of_somebody_else_is_refused(served: Served, route: str, host: str) -> None:
    assert served.answer(route.format(key=served.key), Host=host, **UPGRADE)[0] in {400, 403}


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("origin", ["http://evil.example", "https://127.0.0.1", "http://127.0.0.1:1", "", "null"])
def test_pages_of_others_reach_nothing(served: Served, route: str, origin: str) -> None:
    assert served.answer(route.format(key=served.key), Origin=origin, **UPGRADE)[0] == 403


def test_a_socket_without_a_page_is_refused(served: Served) -> None:
    assert served.answer(f"/{served.key}/ws", **UPGRADE)[0] == 403


@pytest.mark.parametrize("path", ["/wrongkey", "/wrongkey/ws"])
def test_who_has_not_the_link_sees_nothing(served: Served, path: str) -> None:
    status, text, _ = served.answer(path, Origin=served.origin, **UPGRADE)
    assert (status, text) == (403, "Open the whole link that Coach has printed.")


def test_files_are_not_listed(served: Served) -> None:
    assert [served.answer(path)[0] for path in ("/static/", "/page/", "/page/../server.py", "/download/none")] == [
        403,
        403,
        404,
        404,
    ]


def test_keys_are_long_and_new() -> None:
    keys = {new_key() for _ in range(100)}
    assert len(keys) == 100
    assert {len(key) for key in keys} == {8}


async def test_what_is_typed_in_one_browser_is_seen_there_alone(served: Served) -> None:
    async with browsing(served) as first, browsing(served) as second:
        await first.sees("Who is here?")
        await second.sees("Who is here?")
        await first.send("Quill")
        await first.sees("Quill")
        await second.send("Mole")
        await second.sees("Mole")
        assert "Quill" not in second.drawn
        assert "Mole" not in first.drawn


@pytest.mark.parametrize("nonsense", ["no json", "{}", "[]", '["stdin"]', '["stdin", 1]', '["resize", {}]', "[[]]"])
async def test_nonsense_never_ends_the_server(served: Served, nonsense: str) -> None:
    async with browsing(served) as browser:
        await browser._connection.send_str(nonsense)
    assert served.answer(f"/{served.key}")[0] == 200


@needs_proc
async def test_the_end_of_a_page_ends_its_coach_and_ctrl_c_all_of_them(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        async with browsing(served) as first:
            await first.sees("Who is here?")
            (process,) = children(served)
        until_gone([process])
        async with browsing(served) as second:
            await second.sees("Who is here?")
            await second.send("Quill")
            await second.sees("Quill")
            running = children(served)
            served.process.send_signal(signal.SIGINT)
            assert await second.is_left()
        assert served.process.wait(PATIENCE) == 0
        until_gone(running)
        assert served.process.stdout is not None
        assert served.process.stdout.read() == ""


@needs_proc
async def test_no_coach_outlives_a_server_that_was_killed(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        async with browsing(served) as browser:
            await browser.sees("Who is here?")
            running = children(served)
            served.process.kill()
            served.process.wait()
            until_gone(running)


async def test_a_quit_in_the_browser_ends_its_coach_and_no_other(served: Served) -> None:
    async with browsing(served) as first, browsing(served) as second:
        await first.sees("Who is here?")
        await second.sees("Who is here?")
        await first.send("\x11")
        assert await first.is_left()
        await second.send("Mole")
        await second.sees("Mole")


async def test_a_saved_file_reaches_the_browser(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        async with browsing(served) as browser:
            await browser.sees("Who is here?")
            await browser.presses("\x1b", "minutes")
            await browser.presses("\x10", "Look at words before you send them")
            await browser.presses("our agreement", "our agreement")
            await browser.presses("\r", "What the child promises")
            await browser.presses("We talk first", "We talk first")
            await browser.presses("\x1b[Z", "Home")
            await browser.presses("\x1b[Z", "Save")
            await browser.send("\r")
            key = await browser.is_given()
            status, text, headers = served.answer(f"/download/{key}")
            await browser.sees("the browser has a copy")
    assert (status, text[:4], headers["Content-Type"]) == (200, "%PDF", "application/pdf")
    assert (tmp_path / "our-agreement.pdf").exists()


def test_sharing_is_told_with_a_link_that_others_can_open(shared: Served) -> None:
    assert "Nothing is encrypted" in shared.told
    assert "0.0.0.0" not in shared.link  # noqa: S104


@pytest.mark.parametrize(("host", "status"), [("evil.example", 403), ("192.168.1.5:8000", 200), ("localhost", 200)])
def test_a_shared_server_has_addresses_and_no_strange_names(shared: Served, host: str, status: int) -> None:
    assert shared.answer(f"/{shared.key}", Host=host)[0] == status


@pytest.mark.parametrize(
    ("name", "host", "answers"),
    [
        ("localhost", "127.0.0.1", True),
        ("127.0.0.1", "localhost", True),
        ("::1", "::1", True),
        ("192.168.1.5", "127.0.0.1", False),
        ("evil.example", "127.0.0.1", False),
        ("192.168.1.5", "0.0.0.0", True),  # noqa: S104 - what is tested
        ("evil.example", "0.0.0.0", False),  # noqa: S104
        ("house.lan", "house.lan", True),
        ("", "0.0.0.0", False),  # noqa: S104
    ],
)
def test_names_that_a_server_answers_to(name: str, host: str, *, answers: bool) -> None:
    assert answers_to(name, host) is answers


def test_an_address_stays_as_it_was_said() -> None:
    assert [reachable(host) for host in ("127.0.0.1", "::1", "house.lan")] == ["127.0.0.1", "::1", "house.lan"]


def test_a_port_that_is_taken_is_told(served: Served) -> None:
    status, out, err = coach("serve", "--port", served.origin.rpartition(":")[2])
    assert (status, out) == (2, "")
    assert "choose another --port" in err


@pytest.mark.parametrize("arguments", [["--port", "99999"], ["--host", "no such host"], ["--lessons", "no-such"]])
def test_a_wrong_call_is_told(arguments: list[str]) -> None:
    status, _, err = coach("serve", *arguments)
    assert status == 2
    assert "mend: " in err


@pytest.mark.skipif(sys.platform == "win32", reason="a browser is a script here")
def test_open_opens_the_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "browser"
    script.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{tmp_path}/opened"\n')
    script.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{script} %s")
    with serving(tmp_path, "--open") as served:
        end = time.monotonic() + PATIENCE
        while not (tmp_path / "opened").exists() and time.monotonic() < end:
            time.sleep(0.05)
        assert (tmp_path / "opened").read_text() == served.link
