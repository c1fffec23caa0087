"""Reads the front matter of a lesson."""

from __future__ import annotations

import re
from typing import Any

from coach.models import ENGLISH
from coach.source import Source

NEEDED = ("title", "goal", "minutes")
"""The required keys."""
_KEYS = {**dict.fromkeys(NEEDED, True), "language": False, "original": False, "version": False}
_FIRST = 2
"""The line of the first key."""
_MINUTES = re.compile(r"[1-9][0-9]{0,2}")
_LANGUAGE = re.compile(
    r"[a-zA-Z]{2,3}(?:-[a-zA-Z]{4})?(?:-(?:[a-zA-Z]{2}|[0-9]{3}))?(?:-(?:[a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*"
)
_ORIGINAL = re.compile(r"(?:[0-9]{2}-)?(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)")
_FINGERPRINT = re.compile(r"[0-9a-f]{6}")


def is_language(tag: str) -> bool:
    """Return whether `tag` has the form of a language tag: `de`, `pt-BR`, `zh-Hant`."""
    return _LANGUAGE.fullmatch(tag) is not None


class FrontMatter:
    """Reads and checks the keys of one lesson."""

    def __init__(self, source: Source, lines: list[str]) -> None:
        self._source = source
        self._lines = lines
        self._found: dict[str, str] = {}

    def check(self) -> None:
        """Read the lines and record their faults."""
        self._found = self._source.key_values(_FIRST, self._lines, _KEYS)
        self._check("minutes", _MINUTES, "`minutes` is not a whole number", "write a number such as `12`")
        self._check("language", _LANGUAGE, "invalid language tag", "write one such as `de` or `pt-BR`")
        self._check("original", _ORIGINAL, "invalid lesson name", "write one such as `02-strangers`")
        for one in self._found.get("version", "").split():
            if not _FINGERPRINT.fullmatch(one):
                self._fault(
                    "version", f"invalid fingerprint `{one}`", "write six hexadecimal digits for each step", one
                )
        self._check_translation()

    def values(self) -> dict[str, Any]:
        """Return the fields for a `Lesson`, with defaults for what could not be read."""
        minutes = self._found.get("minutes", "")
        original = _ORIGINAL.fullmatch(self._found.get("original", ""))
        return {
            "title": self._found.get("title", ""),
            "goal": self._found.get("goal", ""),
            "minutes": int(minutes) if _MINUTES.fullmatch(minutes) else 0,
            "language": self._found.get("language") or ENGLISH,
            "original": original["name"] if original else "",
            "version": tuple(self._found.get("version", "").split()),
        }

    def _check(self, key: str, form: re.Pattern[str], problem: str, fix: str) -> None:
        value = self._found.get(key)
        if value and not form.fullmatch(value):
            self._fault(key, problem, fix, value if key != "minutes" else "")

    def _check_translation(self) -> None:
        given = [key for key in ("original", "version") if self._found.get(key)]
        if given and not self._found.get("language"):
            self._fault(given[0], "a translation without a `language`", "add a line such as `language: de`")
        if given == ["original"]:
            self._fault("original", "`original` without a `version`", "add a line `version: ...`")
        if given == ["version"]:
            self._fault("version", "`version` without an `original`", "add a line such as `original: 02-strangers`")

    def _fault(self, key: str, problem: str, fix: str, needle: str = "") -> None:
        line = next(number for number, line in enumerate(self._lines, _FIRST) if line.startswith(f"{key}:"))
        column = self._lines[line - _FIRST].find(needle, len(key) + 1) + 1 if needle else 1
        self._source.fault(line, problem, fix, max(column, 1))
