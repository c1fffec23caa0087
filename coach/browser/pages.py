"""The pages that this server shows, and the files that they load: all from here, and nothing from elsewhere."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

import textual_serve
from aiohttp import web

_OWN = Path(__file__).with_name("page")
_TERMINAL = Path(textual_serve.__file__).with_name("static")
OPEN_FILES = {f"/page/{name}": _OWN / name for name in ("page.css", "words.css", "page.js")}
"""What anybody may load; each is small."""
DEVICE_FILES = {f"/static/{name}": _TERMINAL / name for name in ("css/xterm.css", "js/textual.js")}
"""What devices may load that were let in."""
_SHUT = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; img-src 'self' data:; "
_APP = _SHUT + (
    "script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' ws://{host}; form-action 'none'"
)
"""The terminal in the page writes styles of its own; scripts come as files of this server alone."""
_WORDS = _SHUT + "style-src 'self'; form-action 'self'"
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Server": "Coach",
}
"""Tells the browser to keep nothing, to guess nothing, and to say to no other site where it was.

`no-referrer` would have browsers send the form with the code as if it came from nowhere.
"""

COME_IN = "Type the code that the computer shows, in the window where Coach was started."
WRONG = (
    "That is not the code. Look at the computer again: each code opens Coach on one device, then a new one is shown."
)
WAIT = "Too many wrong codes. Wait a minute, then type the code that the computer shows by then."
FULL = (
    "Coach is open on as many devices as this computer can carry. Close it on one of them with Ctrl+Q, or wait: "
    "a Coach that nobody looks at ends after ten minutes."
)


def app_page(host: str) -> web.Response:
    """Coach itself, for a browser that calls this server `host`."""
    return _page(_template("index.html").substitute(socket=escape(f"ws://{host}/ws")), _APP.format(host=host))


def code_page(words: str = COME_IN, status: int = 200) -> web.Response:
    """A field for the code."""
    return _words_page("code.html", words, status)


def full_page() -> web.Response:
    """What is said when no seat is free."""
    return _words_page("full.html", FULL, 503)


def _words_page(name: str, words: str, status: int) -> web.Response:
    """A page of words; `name` is what stands in its frame."""
    main = _template(name).substitute(words=escape(words))
    return _page(_template("words.html").substitute(main=main), _WORDS, status)


def _template(name: str) -> Template:
    return Template((_OWN / name).read_text(encoding="utf-8"))


def _page(text: str, policy: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", headers={"Content-Security-Policy": policy})
