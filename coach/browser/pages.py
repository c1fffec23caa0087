"""The pages of this server and the files they load; nothing comes from other servers."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

import textual_serve
from aiohttp import web

_OWN = Path(__file__).with_name("page")
_TERMINAL = Path(textual_serve.__file__).with_name("static")
OPEN_FILES = {f"/page/{name}": _OWN / name for name in ("page.css", "words.css", "page.js")}
"""Small files that anybody may load."""
DEVICE_FILES = {f"/static/{name}": _TERMINAL / name for name in ("css/xterm.css", "js/textual.js")}
"""Files that only devices that were let in may load."""
_SHUT = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; img-src 'self' data:; "
_APP = _SHUT + (
    "script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' ws://{host}; form-action 'none'"
)
"""The terminal in the page sets inline styles; scripts are files of this server only."""
_WORDS = _SHUT + "style-src 'self'; form-action 'self'"
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "Coach",
}
"""Browsers must not cache, guess content types, or send a referrer to other sites.

With `no-referrer`, browsers would send the form with the code without its origin.
"""

COME_IN = "Type the code that the computer shows, in the window where Coach was started."
WRONG = (
    "That is not the code. Look at the computer again: each code opens Coach on one device, then a new one is shown."
)
WAIT = "Too many wrong codes. Wait a minute, then type the code that the computer shows."
FULL = (
    "Coach is already open on as many devices as this computer can handle. Close it on one of them with Ctrl+Q, or "
    "wait: a Coach that nobody uses closes after ten minutes."
)


def app_page(host: str) -> web.Response:
    """Render the app page for a browser that reached this server as `host`."""
    return _page(_template("index.html").substitute(socket=escape(f"ws://{host}/ws")), _APP.format(host=host))


def code_page(words: str = COME_IN, status: int = 200) -> web.Response:
    """Render the page that asks for the code."""
    return _words_page("code.html", words, status)


def full_page() -> web.Response:
    """Render the page for when too many devices are in use."""
    return _words_page("full.html", FULL, 503)


def _words_page(name: str, words: str, status: int) -> web.Response:
    """Render a page of text from the template `name`."""
    main = _template(name).substitute(words=escape(words))
    return _page(_template("words.html").substitute(main=main), _WORDS, status)


def _template(name: str) -> Template:
    return Template((_OWN / name).read_text(encoding="utf-8"))


def _page(text: str, policy: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", headers={"Content-Security-Policy": policy})
