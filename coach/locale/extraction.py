"""Finds messages in code and data files, for `pybabel extract`.

Babel's own reader of Python looks at tokens, so it misses calls inside f-strings before Python 3.12.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

Found = tuple[int, str, str | tuple[str, ...], list[str]]
"""Line, function, message or its forms, and comments, as Babel wants them."""


def extract_python(
    file: BinaryIO, keywords: Iterable[str], comment_tags: Iterable[str], options: object
) -> list[Found]:
    """Return the messages of a module, in order."""
    del options
    text = file.read().decode()
    calls = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call) and _name(node) in set(keywords))
    found = [(call.lineno, call.col_offset, _name(call), _messages(call)) for call in calls]
    comments = _Comments(text.splitlines(), tuple(comment_tags))
    return [(line, name, words, comments.above(line)) for line, _column, name, words in sorted(found) if words]


def extract_toml(file: BinaryIO, keywords: object, comment_tags: object, options: Mapping[str, str]) -> Iterator[Found]:
    """Yield the strings below the keys that the option `keys` names, separated by commas."""
    del keywords, comment_tags
    keys = {key.strip() for key in options["keys"].split(",")}
    for message in _strings(tomllib.load(file), keys, is_wanted=False):
        yield 1, "_", message, []


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _messages(call: ast.Call) -> str | tuple[str, ...]:
    """Return the message, or its forms; empty if it is a name whose message is marked elsewhere."""
    words = tuple(arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))
    return words[0] if len(words) == 1 else words


class _Comments:
    """The comments for translators in a module."""

    def __init__(self, lines: list[str], tags: tuple[str, ...]) -> None:
        self._lines, self._tags = lines, tags

    def above(self, line: int) -> list[str]:
        """Return the comment on the line above this one, counted from 1."""
        words = self._lines[line - 2].strip().removeprefix("#").strip() if line > 1 else ""
        return [words] if self._tags and words.startswith(self._tags) else []


def _strings(value: Any, keys: set[str], *, is_wanted: bool) -> Iterator[str]:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _strings(inner, keys, is_wanted=is_wanted or key in keys)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, keys, is_wanted=is_wanted)
    elif isinstance(value, str) and is_wanted:
        yield value
