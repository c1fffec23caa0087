"""Serves the app through textual-serve, with a page that loads nothing from elsewhere.

What textual-serve leaves open is shut here: its page fetches a font from a company's server, any page that the
browser shows could open its socket and type into Coach, and so could anybody in reach: the link holds a key.
"""

from __future__ import annotations

import asyncio
import ipaddress
import secrets
import socket
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

from coach.browser.seat import Seat

PAGE = Path(__file__).with_name("page")
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""What a key is made of: nothing that looks like another letter."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The terminal in the page writes styles of its own; scripts come as files of this server alone."""
ASK = "Open the whole link that Coach has printed."
SHUTDOWN = 10
"""Seconds that the browsers have to say goodbye."""
NONSENSE = (AssertionError, AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What words raise that no page of Coach sends."""


def is_here(host: str) -> bool:
    """Whether no other computer can reach this address."""
    return host == "localhost" or (_is_address(host) and ipaddress.ip_address(host).is_loopback)


def new_key() -> str:
    """Eight letters that nobody guesses, easy to copy onto a tablet."""
    return "".join(secrets.choice(LETTERS) for _ in range(8))


class CoachServer(Server):
    """One Coach for each page that is opened."""

    def __init__(self, command: Sequence[str], host: str, port: int, tell: Callable[[str], None]) -> None:
        """Serve `command`; `tell` is called with the link once it can be opened."""
        super().__init__("coach", host, port)
        self.key = new_key()
        self.link = f"http://{_written(reachable(host))}:{port}/{self.key}"
        self._arguments = command
        self._tell = tell
        self._seats: set[Seat] = set()

    def serve(self, debug: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as textual-serve has it
        """Serve until Ctrl+C. Nothing is logged: what is typed could stand in it."""
        web.run_app(
            self._make_app(),
            host=self.host,
            port=self.port,
            access_log=None,
            shutdown_timeout=SHUTDOWN,
            print=lambda *_: self._tell(self.link),
        )

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 - given by aiohttp
        """Tell every browser that Coach ends."""
        await asyncio.gather(*(seat.leave() for seat in self._seats))

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page, for who has the key."""
        self._ask_key(request)
        page = Template((PAGE / "index.html").read_text(encoding="utf-8"))
        text = page.substitute(socket=escape(f"ws://{request.host}/{self.key}/ws"))
        policy = POLICY.format(host=request.host)
        return web.Response(text=text, content_type="text/html", headers={"Content-Security-Policy": policy})

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """The socket, for pages of this server alone; its Coach ends with it."""
        self._ask_key(request)
        if "Origin" not in request.headers:
            raise web.HTTPForbidden(text="This is no page of Coach.")
        answer = web.WebSocketResponse(heartbeat=15)
        await answer.prepare(request)
        seat = Seat(self._arguments, answer, self.download_manager)
        self._seats.add(seat)
        try:
            await seat.start(_cells(request, "width", 80), _cells(request, "height", 24))
            await self._process_messages(answer, seat)
        except NONSENSE:
            await seat.leave()
        finally:
            self._seats.discard(seat)
            await seat.stop()
        return answer

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard])
        app.add_routes(
            [
                web.get("/{key}", self.handle_index),
                web.get("/{key}/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", self.statics_path),
                web.static("/page", PAGE),
            ]
        )
        app.on_response_prepare.append(_close_to_others)
        app.on_shutdown.append(self.on_shutdown)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse whoever asks by a name that somebody else owns, or from a page of somebody else."""
        if not answers_to(urlsplit(f"//{request.host}").hostname or "", self.host):
            raise web.HTTPForbidden(text=ASK)
        origin = request.headers.get("Origin")
        if origin is not None and origin != f"http://{request.host}":
            raise web.HTTPForbidden(text="This is no page of Coach.")
        return await handler(request)

    def _ask_key(self, request: web.Request) -> None:
        if not secrets.compare_digest(request.match_info["key"].encode(), self.key.encode()):
            raise web.HTTPForbidden(text=ASK)


def answers_to(name: str, host: str) -> bool:
    """Whether `name` in a request means a server that listens to `host`.

    A page elsewhere can make a name of its own lead here, but not an address, nor a name that this computer has.
    """
    if is_here(host):
        return is_here(name)
    own = socket.gethostname().lower()
    return name in {host.lower(), "localhost", own, f"{own}.local"} or _is_address(name)


def reachable(host: str) -> str:
    """An address by which others find a server that listens to `host`."""
    if not _is_address(host) or not ipaddress.ip_address(host).is_unspecified:
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))  # sends nothing: it only asks which way a packet would go
        except OSError:
            return "127.0.0.1"
        return str(way.getsockname()[0])


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _cells(request: web.Request, side: str, usual: int) -> int:
    """How many cells the page says that fit."""
    said = request.query.get(side, "")
    return min(max(int(said), 1), 1000) if said.isascii() and said.isdigit() else usual


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host


async def _close_to_others(request: web.Request, response: web.StreamResponse) -> None:  # noqa: ARG001 - as aiohttp calls it
    """Tell the browser to keep nothing, to guess nothing, and to tell no other page where it was."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
