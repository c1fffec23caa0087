"""TOML files with line numbers for keys and values.

`tomllib` gives no positions, so keys are looked up in the text by name, and values by their own text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from coach.errors import AuthorError
from coach.source import Source, open_source
from coach.visible import HIDDEN

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MAX_TOML = 100_000
"""The largest TOML file that is read, in bytes; Coach's largest has 20,000."""
MAX_LINE = 4_000
"""The longest line, in characters, as `tomllib` takes time in proportion to the depth of dotted keys."""
_FIX = 'write `key = "text"` or `key = ["text", "text"]`; look for a missing quote, comma or bracket'
_NOT_A_DATE = frozenset({"date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"})
"""What pydantic calls a value that is not a date."""
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass
class TomlSource(Source):
    """An authored TOML file and its values."""

    values: dict[str, Any] = field(default_factory=dict)

    def line_of_path(self, path: Sequence[str | int]) -> int:
        """Return the line of the last key of `path`, or of the deepest key that can be found.

        A number in `path` is an index, from 0, into the `[[name]]` tables of the preceding keys.
        """
        line = 0
        for at, key in enumerate(path):
            if isinstance(key, int):
                table = ".".join(part for part in path[:at] if isinstance(part, str))
                line = self._line_of_table(table, key) or line
            else:
                line = self.line_of_key(key, line) or line
        return line

    def _line_of_table(self, name: str, count: int) -> int:
        """Return the line of the table `[[name]]` with index `count`, or 0 if there is none."""
        header = re.compile(rf"\s*\[\[\s*{re.escape(name)}\s*\]\]")
        lines = [number for number, line in enumerate(self.lines, 1) if header.match(line)]
        return lines[count] if count < len(lines) else 0

    def line_of_key(self, key: str, after: int = 0) -> int:
        """Return the first line after line `after` that sets `key` or opens a table in `[key]`; 0 if there is none."""
        name = re.escape(key)
        setting = re.compile(rf'\s*(?:(?:[\w-]+\.)*"?{name}"?\s*=|\[\s*(?:[\w-]+\.)*{name}\s*[\].])')
        return next((n for n, line in enumerate(self.lines[after:], after + 1) if setting.match(line)), 0)

    def fault_at(self, key: str, problem: str, fix: str, value: str = "", offset: int = 0) -> None:
        """Record a fault at `value` under `key`, `offset` characters into it; at the key if `value` is not found."""
        if self.is_full:
            return
        places = self.places(key, value)
        line, column = places[0] if places else (self.line_of_key(key), 1)
        self.fault(line, problem, fix, column + offset)

    def fault_at_twin(self, key: str, problem: str, fix: str, value: str) -> None:
        """Record a fault at the second occurrence of `value` under `key`."""
        places = self.places(key, value)
        line, column = places[:2][-1] if places else (self.line_of_key(key), 1)
        self.fault(line, problem, fix, column)

    def places(self, key: str, value: str) -> list[tuple[int, int]]:
        """Find line and column of every `value` from `key` on, preferably as a complete string."""
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

    def add_validation(self, error: ValidationError, model: type[BaseModel], *above: str) -> None:
        """Convert pydantic's errors to faults with lines and fixes.

        Args:
            error: what pydantic found.
            model: the model of the values that were validated.
            above: the keys above these values, if they are not the whole file.
        """
        for found in error.errors():
            path = [*above, *(part for part in found["loc"] if part != "[key]")]
            key = next((part for part in reversed(path) if isinstance(part, str)), "")
            if found["type"] == "extra_forbidden":
                known = ", ".join(_keys_at(model, path[:-1]))
                self.fault(self.line_of_path(path), f"unknown key `{key}`", f"allowed keys are {known}")
                continue
            example = _example(model, path)
            if found["type"] == "missing":
                self.fault(self.line_of_path(path[:-1]), f"`{key}` is missing", f"add `{example or f'{key} = ...'}`")
            else:
                fix = f"write it like `{example}`" if example else "write a value of that kind"
                self.fault(self.line_of_path(path), f"`{key}`{_problem(found)}", fix)


def _problem(found: ErrorDetails) -> str:
    """Say what is wrong with a value; pydantic's own words where they are plain enough."""
    if found["type"] in _NOT_A_DATE:
        return " is not a date"
    if found["type"] == "string_pattern_mismatch":
        return " is not written as it should be"
    return f": {found['msg']}"


def _example(model: type[BaseModel], path: Sequence[str | int]) -> str:
    """Return a line of TOML that sets the key at `path` to an example of its field; empty if the field has none."""
    *above, key = [part for part in path if isinstance(part, str)] or [""]
    info = _model_at(model, above).model_fields.get(key)
    example = next(iter(info.examples or ()), None) if info else None
    if example is None:
        return ""
    return f'{key} = "{example}"' if isinstance(example, str) else f"{key} = {example}"


def _keys_at(model: type[BaseModel], path: Sequence[str | int]) -> Iterator[str]:
    """Yield the allowed keys of the table at `path`."""
    fields = _model_at(model, path).model_fields
    yield from (info.alias or name for name, info in fields.items() if name != "id")


def _model_at(model: type[BaseModel], path: Sequence[str | int]) -> type[BaseModel]:
    """Return the model of the table at `path`."""
    for part in path:
        field_info = model.model_fields.get(str(part))
        model = next(_models_in(field_info.annotation), model) if field_info else model
    return model


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation such as `tuple[Advice, ...]` names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def read_toml(path: Path) -> TomlSource:
    """Read a TOML file.

    Raises:
        AuthorError: the file cannot be read, is too large, is not TOML, or contains control characters, escaped or not.
    """
    source = open_source(path, MAX_TOML)
    _check_lines(source)
    source.raise_faults()
    try:
        values = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        position = _POSITION.search(str(error))
        line, column = (int(position[1]), int(position[2])) if position else (len(source.lines), 1)
        source.fault(line, f"not TOML: {_POSITION.sub('', str(error)).strip()}", _FIX, column)
        raise AuthorError(source.faults) from error
    found = TomlSource(path, source.text, values=values)
    _check_escapes(found)
    found.raise_faults()
    return found


def _check_lines(source: Source) -> None:
    for number, line in enumerate(source.lines, 1):
        if len(line) > MAX_LINE:
            problem = f"a line of {len(line):,} characters: at most {MAX_LINE:,} allowed"
            source.fault(number, problem, "break it", MAX_LINE)


def _check_escapes(source: TomlSource) -> None:
    """Record control characters written as escapes."""
    todo: list[object] = [source.values]
    while todo:
        value = todo.pop()
        if isinstance(value, dict):
            todo.extend((*value, *value.values()))
        elif isinstance(value, list):
            todo.extend(value)
        elif isinstance(value, str) and HIDDEN.search(value):
            source.fault(source.line_of("\\"), "escaped control character", "delete it")
