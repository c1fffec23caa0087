"""Serves the app through textual-serve, with a page that loads nothing from elsewhere.

What textual-serve leaves open is shut here: its page fetches a font from a company's server, and any page that the
browser shows could open its socket and type into Coach.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

PAGE = Path(__file__).with_name("page")
LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""Names of this computer that no other one can reach."""


class CoachServer(Server):
    """One Coach for each page that is opened."""

    def __init__(self, command: str, host: str, port: int, tell: Callable[[str], None]) -> None:
        """Serve `command`, a line for the shell; `tell` is called with the link once it can be opened."""
        shown = f"[{host}]" if ":" in host else host
        super().__init__(command, host, port, title="Coach", public_url=f"http://{shown}:{port}", templates_path=PAGE)
        self._tell = tell

    def initialize_logging(self) -> None:
        """Log nothing: what is typed could stand in it."""

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002 - given by aiohttp
        """Say where it is."""
        self._tell(self.public_url)

    async def handle_index(self, request: web.Request) -> web.StreamResponse:
        """The page, for who asks for this computer by a name of its own."""
        refuse_others(request, self._names())
        response: web.StreamResponse = await super().handle_index(request)
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
            "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'"
        )
        return response

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """The socket, for pages of this server alone."""
        refuse_others(request, self._names())
        origin = urlsplit(request.headers.get("Origin", ""))
        if origin.netloc != request.host:
            raise web.HTTPForbidden(text="This is no page of Coach.")
        return await super().handle_websocket(request)

    def _names(self) -> Collection[str]:
        """By which names the server may be asked; any, where it was opened to the network."""
        return LOOPBACK if self.host in LOOPBACK else ()


def refuse_others(request: web.Request, names: Collection[str]) -> None:
    """Refuse a request for another name than `names`: a page elsewhere can make its own name lead here.

    Raises:
        HTTPForbidden: the name is none of them.
    """
    if names and (urlsplit(f"//{request.host}").hostname or "") not in names:
        raise web.HTTPForbidden(text="Open the link that Coach has printed.")
