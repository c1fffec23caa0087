"""Decide whether a sentence goes along with somebody: not if it refuses, has ended it, or reports others' deeds.

What follows a refusal may reverse it: `i said no but then i sent it` goes along. The rules are not consulted.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from coach.models import Concern

_FILE = Path(__file__).with_name("going_along.toml")
_KINDS = ("refused", "ended", "watched", "ruled", "open", "others", "kin", "given")
_NEVER_ALL = dict.fromkeys(("refused", "ended"), ("hides", "tells-alone", "obeys"))
"""Categories where the entries under `any` of a kind mean nothing: `i will not tell` agrees to a secret."""
_OF_OTHERS = ("others", "kin")
"""Kinds in which the writer may not be named."""
_WRITER = re.compile(r"\b(?:i|me|we|us|mine|myself|you|your|ours|lets|am)\b")
_MARK = "|"


def goes_along(category: str, words: Sequence[str | None]) -> bool:
    """Return whether a sentence may be of this category of going along.

    Args:
        category: its id.
        words: the sentence in plain spelling, a break for each mark.
    """
    name = category.removeprefix(f"{Concern.GOING_ALONG}/")
    text = " ".join(word or _MARK for word in words)
    return _needed(name).search(text) is not None and not any(_says(kind, name, text) for kind in _KINDS)


def _says(kind: str, name: str, text: str) -> bool:
    """Return whether the sentence says so and nothing after it reverses it."""
    if kind in _OF_OTHERS and _WRITER.search(text):
        return False
    found = (match for pattern in _patterns(kind, name) for match in pattern.finditer(text))
    return any(not _turned().search(text, match.end()) for match in found)


@cache
def _table() -> dict[str, dict[str, str | list[str]]]:
    table: dict[str, dict[str, str | list[str]]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return table


@cache
def _needed(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_table()['needs'].get(name, '')})\b")


@cache
def _turned() -> re.Pattern[str]:
    return re.compile(str(_table()["turned"]["any"]))


@cache
def _patterns(kind: str, name: str) -> list[re.Pattern[str]]:
    """Return the patterns of this category: its own entries, and those of `any`."""
    listed = _table()[kind]
    of_any = [] if name in _NEVER_ALL.get(kind, ()) else listed.get("any", [])
    return [re.compile(_filled(one)) for one in (*of_any, *listed.get(name, []))]


def _filled(pattern: str) -> str:
    """Fill in the words for each name in angle brackets."""
    words = _table()["words"]
    return re.sub(r"<([\w-]+)>", lambda named: str(words[named[1]]), pattern)
