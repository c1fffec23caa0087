"""A TOML file that knows on which line a key or a value stands.

`tomllib` gives no positions, so a key is looked up in the text by its name and a value by its own words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from coach.errors import AuthorError
from coach.source import Source, open_source
from coach.visible import HIDDEN

MAX_TOML = 100_000
"""The largest TOML file that is read, in bytes; Coach's largest has 20,000."""
MAX_LINE = 4_000
"""The longest line in one, in characters: deep keys cost `tomllib` time in proportion to their depth."""
_MEND = 'write `key = "text"` or `key = ["text", "text"]`; look for a quote, comma or bracket that is missing'
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass
class TomlSource(Source):
    """An authored TOML file and its values."""

    values: dict[str, Any] = field(default_factory=dict)

    def line_of_path(self, path: Sequence[str | int]) -> int:
        """The line on which the last key of `path` is set within the tables before it; the nearest that there is.

        A number counts the tables `[[name]]` of the key before it, from 0.
        """
        line = 0
        for at, key in enumerate(path):
            if isinstance(key, int):
                line = self._line_of_table(str(path[at - 1]), key) or line
            else:
                line = self.line_of_key(key, line) or line
        return line

    def _line_of_table(self, name: str, count: int) -> int:
        """The line of the table `[[name]]` that `count` others stand before, or 0 where there is none."""
        header = re.compile(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]")
        lines = [number for number, line in enumerate(self.lines, 1) if header.match(line)]
        return lines[count] if count < len(lines) else 0

    def line_of_key(self, key: str, after: int = 0) -> int:
        """The line after line `after` on which `key` (or the table `[key]`) is set, or 0 where it is not."""
        name = re.escape(key)
        setting = re.compile(rf'\s*(?:(?:[\w-]+\.)*"?{name}"?\s*=|\[\s*(?:[\w-]+\.)*{name}\s*\])')
        return next((n for n, line in enumerate(self.lines[after:], after + 1) if setting.match(line)), 0)

    def fault_at(self, key: str, problem: str, mend: str, value: str = "", offset: int = 0) -> None:
        """Note a fault at `value` under `key`, `offset` characters into it; at the key where it is not found."""
        if self.is_full:
            return
        places = self.places(key, value)
        line, column = places[0] if places else (self.line_of_key(key), 1)
        self.fault(line, problem, mend, column + offset)

    def fault_at_twin(self, key: str, problem: str, mend: str, value: str) -> None:
        """Note a fault where `value` stands under `key` for the second time."""
        places = self.places(key, value)
        line, column = places[:2][-1] if places else (self.line_of_key(key), 1)
        self.fault(line, problem, mend, column)

    def places(self, key: str, value: str) -> list[tuple[int, int]]:
        """Line and column of every text `value` from `key` on; as a whole text if it can be found so."""
        if not value:
            return []
        first = max(self.line_of_key(key), 1)
        escaped = value.replace("\\", r"\\").replace('"', r"\"")
        for written, inner in ((f'"{escaped}"', 1), (f"'{value}'", 1), (value, 0)):
            finder = re.compile(re.escape(written))
            places = [
                (number, found.start() + inner + 1)
                for number, line in enumerate(self.lines[first - 1 :], first)
                for found in finder.finditer(line)
            ]
            if places:
                return places
        return []

    def add_validation(self, error: ValidationError, model: type[BaseModel]) -> None:
        """Turn what pydantic found into faults with lines and mends."""
        for found in error.errors():
            path = [part for part in found["loc"] if part != "[key]"]
            key = next(part for part in reversed(path) if isinstance(part, str))
            if found["type"] == "extra_forbidden":
                known = ", ".join(name for name in model.model_fields if name != "id")
                self.fault(self.line_of_path(path), f"unknown key `{key}`", f"use: {known}")
            elif found["type"] == "missing":
                self.fault(self.line_of_path(path[:-1]), f"`{key}` is missing", f"add `{key} = ...`")
            else:
                self.fault(self.line_of_path(path), f"`{key}`: {found['msg']}", "write a value of that kind")


def read_toml(path: Path) -> TomlSource:
    """Read a TOML file.

    Raises:
        AuthorError: it cannot be read, is too large, is not TOML, or holds control characters, escaped ones too.
    """
    source = open_source(path, MAX_TOML)
    _check_lines(source)
    source.raise_faults()
    try:
        values = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        position = _POSITION.search(str(error))
        line, column = (int(position[1]), int(position[2])) if position else (len(source.lines), 1)
        source.fault(line, f"not TOML: {_POSITION.sub('', str(error)).strip()}", _MEND, column)
        raise AuthorError(source.faults) from error
    found = TomlSource(path, source.text, values=values)
    _check_escapes(found)
    found.raise_faults()
    return found


def _check_lines(source: Source) -> None:
    for number, line in enumerate(source.lines, 1):
        if len(line) > MAX_LINE:
            source.fault(number, f"a line of {len(line):,} characters", f"break it; keep to {MAX_LINE:,}", MAX_LINE)


def _check_escapes(source: TomlSource) -> None:
    """Note control characters that came in as an escape."""
    todo: list[object] = [source.values]
    while todo:
        value = todo.pop()
        if isinstance(value, dict):
            todo.extend((*value, *value.values()))
        elif isinstance(value, list):
            todo.extend(value)
        elif isinstance(value, str) and HIDDEN.search(value):
            source.fault(source.line_of("\\"), "an escape that stands for a control character", "delete it")
