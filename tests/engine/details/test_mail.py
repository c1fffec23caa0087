"""E-mail addresses, written and said."""

from collections.abc import Callable

import pytest

FLAGS = (
    "send it to [lilly.b@example.com](email)",
    "mail [sam+art@mail.example.org](email), thx",
    "[JO_RIVERS@EXAMPLE.NET](email)",
    "the map goes to [kit at example dot org](email)",
    "write [mo dot k at example dot com](email) pls",
    "it's [zed99 (at) example (dot) com](email)",
    "mine = [a.b-c@students.example.net](email).",
    "facetime [ola at example dot co dot uk](email)",
    "[robin(at)example(dot)org](email)",
    "[robin{at}example{dot}org](email) ok",
    "[robin<at>example.org](email)",
    "[robin (@) example.org](email)",
)
SILENT = (
    "thanks @example.band for the show",
    "@everyone bring paper",
    "look at example dot com for the rules",
    "the shop is at example dot com",
    "we met at dot corner",
    "write to info@example.org for the zoo",
    "support@example.com never answers",
    "i scored 3@home and 2@away",
    "meet @ 5.30",
    "what does @ mean",
    "meet at (at) the shop (dot) bye",
    "we are (at) home dot dot dot",
    "look (at) example dot com",
    "nice(at)all",
)


@pytest.mark.parametrize("line", FLAGS)
def test_found_where_it_stands(line: str, expect: Callable[[str], None]) -> None:
    expect(line)


@pytest.mark.parametrize("line", SILENT)
def test_silent(line: str, expect: Callable[[str], None]) -> None:
    expect(line)
