"""`coach serve`: a page on this computer that loads nothing from elsewhere, for devices that were let in."""

from __future__ import annotations

import asyncio
import re
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.browser.names import answers_to, household, name_in, page_link, reachable
from coach.browser.seat import ELSEWHERE, ENDED
from tests.cli.running import coach
from tests.cli.serving import PATIENCE, Served, browsing, serving

ROUTES = ("/", "/ws", "/static/js/textual.js", "/page/page.js", "/download/none", "/static/", "/no-such")
PRIVATE = ("/ws", "/static/js/textual.js", "/static/css/xterm.css", "/download/none")
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
OWN_SCREEN, FINGERS = b"\x1b[?1049h", b"\x1b[?1006h"
"""What a new page is asked for before it is drawn in."""
needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted in /proc")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("family")) as server:
        yield server


@pytest.fixture(scope="module")
def device(served: Served) -> str:
    """The cookie of a device that was let in."""
    return served.let_in()


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


def test_the_page_loads_nothing_from_elsewhere(served: Served, device: str) -> None:
    status, page, headers = served.answer("/", Cookie=device)
    links = re.findall(r'(?:src|href|url)="([^"]+)"', page)
    assert (status, links.count(f"ws://127.0.0.1:{served.port}/ws")) == (200, 1)
    own = ("/static/", "/page/", "data:,", "ws://127.0.0.1:")
    assert all(link.startswith(own) for link in links), links
    assert all(served.answer(link, Cookie=device)[0] == 200 for link in links if link.startswith("/"))
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe-inline" not in headers["Content-Security-Policy"].partition("script-src")[2].partition(";")[0]
    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "same-origin")


def test_the_page_that_asks_for_the_code_needs_no_script_and_loads_nothing_from_elsewhere(served: Served) -> None:
    status, page, headers = served.answer("/")
    assert (status, "<script" in page, 'name="code"' in page) == (200, False, True)
    assert re.findall(r'(?:src|href|action)="([^"]+)"', page) == ["data:,", "/page/words.css", "/"]
    assert served.answer("/page/words.css")[0] == 200
    assert "script-src" not in headers["Content-Security-Policy"]
    assert served.code not in page


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "192.168.1.5", ""])
def test_a_name_of_somebody_else_is_refused(served: Served, device: str, route: str, host: str) -> None:
    assert served.answer(route, Host=host, Cookie=device, **UPGRADE)[0] in {400, 403}


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("origin", ["http://evil.example", "https://127.0.0.1", "http://127.0.0.1:1", "", "null"])
def test_pages_of_others_reach_nothing(served: Served, device: str, route: str, origin: str) -> None:
    assert served.answer(route, Origin=origin, Cookie=device, **UPGRADE)[0] == 403


def test_pages_of_others_let_nobody_in(served: Served) -> None:
    assert served.answer("/", f"code={served.code}", Origin="http://evil.example")[0] == 403


def test_a_socket_without_a_page_is_refused(served: Served, device: str) -> None:
    assert served.answer("/ws", Cookie=device, **UPGRADE)[0] == 403


@pytest.mark.parametrize("path", PRIVATE)
@pytest.mark.parametrize("cookie", ["", "coach-{port}=", "coach-{port}=guessed", "coach-{port}=é", ";;;=", "a" * 4000])
def test_who_was_not_let_in_sees_nothing(served: Served, path: str, cookie: str) -> None:
    said = cookie.format(port=served.port)
    status, text, _ = served.answer(path, Origin=served.origin, Cookie=said, **UPGRADE)
    assert (status, text) == (403, "Open Coach's start page and type the code there.")


def test_files_are_not_listed(served: Served, device: str) -> None:
    paths = ("/static/", "/page/", "/page/../server.py", "/page/code.html", "/static/fonts/x.ttf", "/download/none")
    assert {served.answer(path, Cookie=device)[0] for path in paths} == {404}


def test_a_code_lets_one_device_in_by_a_cookie_that_no_script_and_no_other_site_has(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        first = served.code
        status, _, headers = served.answer("/", f"code=+{first.upper().replace('-', '+')}+")
        assert (status, headers["Location"]) == (303, "/")
        kept, *rules = headers["Set-Cookie"].split("; ")
        assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(rules)
        assert "Coach is coming" in served.answer("/", Cookie=kept)[1]
        assert served.answer("/", f"code={first}")[0] == 403
        assert served.next_code() not in {first, served.code.replace("-", "")}
        assert "Coach is coming" not in served.answer("/")[1]


def test_wrong_codes_are_refused_and_keep_out_nobody_who_has_the_code(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        answers = [served.answer("/", f"code={each}")[0] for each in ("", "x", "cccc-cccc", "0" * 900, "é") * 4]
        assert answers == [403] * 20
        assert served.answer("/", "code=" + "c" * 2000)[0] == 413
        assert served.let_in()


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


@pytest.mark.parametrize(
    "nonsense", ["no json", "{}", "[]", '["stdin"]', '["stdin", 1]', '["resize", {}]', "[[]]", "[" * 9999]
)
async def test_nonsense_never_ends_a_coach(served: Served, device: str, nonsense: str) -> None:
    async with browsing(served, device) as browser:
        await browser._connection.send_str(nonsense)
        await browser.sees("Who is here?")


@needs_proc
async def test_a_page_that_comes_back_finds_its_own_coach(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        device = served.let_in()
        async with browsing(served, device) as page:
            await page.sees("Who is here?")
            await page.send("Quill")
            await page.sees("Quill")
            (process,) = children(served)
        async with browsing(served, device) as again:
            async with asyncio.timeout(PATIENCE):
                while b"Who is here?" not in again.raw.partition(OWN_SCREEN)[2]:
                    await again._receive()
            assert FINGERS in again.raw
            await again.sees("Quill")
            assert children(served) == [process]
            async with browsing(served, device) as tab, browsing(served) as other:
                assert await again.is_left() == ELSEWHERE
                await tab.sees("Quill")
                await other.sees("Who is here?")
                assert "Quill" not in other.drawn
                assert len(children(served)) == 2


@needs_proc
async def test_ctrl_c_ends_all_coaches_with_and_without_a_page(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        async with browsing(served) as first:
            await first.sees("Who is here?")
        async with browsing(served) as second:
            await second.sees("Who is here?")
            await second.send("Quill")
            await second.sees("Quill")
            running = children(served)
            assert len(running) == 2
            served.process.send_signal(signal.SIGINT)
            assert await second.is_left() == ENDED
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
        assert await first.is_left() == ENDED
        await second.send("Mole")
        await second.sees("Mole")


async def test_a_saved_file_reaches_the_browser(tmp_path: Path) -> None:
    with serving(tmp_path) as served:
        device = served.let_in()
        async with browsing(served, device) as browser:
            await browser.sees("Who is here?")
            await browser.presses("\x1bOS", "What should Coach call the child?")
            await browser.presses("\x1bOS", "minutes")
            await browser.presses("\x10", "Look at words before you send them")
            await browser.presses("our agreement", "our agreement")
            await browser.presses("\r", "What the child promises")
            await browser.presses("We talk first", "We talk first")
            await browser.presses("\x1b[Z", "Home")
            await browser.presses("\x1b[Z", "Save")
            await browser.send("\r")
            key = await browser.is_given()
            assert served.answer(f"/download/{key}", Cookie=served.let_in())[0] == 404
            status, text, headers = served.answer(f"/download/{key}", Cookie=device)
            await browser.sees("the browser has a copy")
    assert (status, text[:4], headers["Content-Type"]) == (200, "%PDF", "application/pdf")
    assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''our-agreement.pdf"
    assert (tmp_path / "our-agreement.pdf").exists()


def test_sharing_is_told_with_a_link_that_others_can_open(shared: Served) -> None:
    assert "The connection is not encrypted" in shared.shown
    assert "0.0.0.0" not in shared.link  # noqa: S104


@pytest.mark.parametrize(("host", "status"), [("evil.example", 403), ("192.168.1.5:8000", 200), ("localhost", 200)])
def test_a_shared_server_has_addresses_and_no_strange_names(shared: Served, host: str, status: int) -> None:
    assert shared.answer("/", Host=host)[0] == status


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
    assert [page_link(host, 8000) for host in ("::1", "house.lan")] == ["http://[::1]:8000/", "http://house.lan:8000/"]


@pytest.mark.parametrize(
    ("host", "name"),
    [("a:1", "a"), ("[::1]:8000", "::1"), ("[::1", ""), ("::1]", ""), ("a:99999", ""), ("", ""), ("[x]", "")],
)
def test_the_name_in_a_host_header(host: str, name: str) -> None:
    assert name_in(host) == name


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.168.1.5", "192.168.1.5"),
        ("127.0.0.9", "localhost"),
        ("::1", "localhost"),
        ("::ffff:192.168.1.5", "192.168.1.5"),
        ("fe80::1%eth0", "fe80::"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("", ""),
    ],
)
def test_all_addresses_of_one_device_count_as_one(address: str, counted: str) -> None:
    assert household(address) == counted


def test_a_port_that_is_taken_is_told(served: Served) -> None:
    status, out, err = coach("serve", "--port", served.origin.rpartition(":")[2])
    assert (status, out) == (2, "")
    assert "choose another --port" in err


@pytest.mark.parametrize("arguments", [["--port", "99999"], ["--host", "no such host"], ["--lessons", "no-such"]])
def test_a_wrong_call_is_told(arguments: list[str]) -> None:
    status, _, err = coach("serve", *arguments)
    assert status == 2
    assert "fix: " in err


@needs_proc
def test_open_opens_a_link_without_a_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "browser"
    script.write_text(
        f'#!/bin/sh\ncat /proc/$$/cmdline /proc/$$/environ > "{tmp_path}/new" && mv "{tmp_path}/new" "{tmp_path}/opened"\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{script} %s")
    with serving(tmp_path, "--open") as served:
        end = time.monotonic() + PATIENCE
        while not (tmp_path / "opened").exists() and time.monotonic() < end:
            time.sleep(0.05)
        opened = (tmp_path / "opened").read_bytes()
        assert f"\0{served.link}\0".encode() in opened
        assert served.code.encode() not in opened
        assert "code" in served.answer(served.link)[1]
