"""Finds messages in data files, for `pybabel extract`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

Found = tuple[int, str, str, list[str]]
"""Line, function, message and comments, as Babel wants them."""


def extract(file: BinaryIO, keywords: object, comment_tags: object, options: Mapping[str, str]) -> Iterator[Found]:
    """Yield the strings below the keys that the option `keys` names, separated by commas."""
    del keywords, comment_tags
    keys = {key.strip() for key in options["keys"].split(",")}
    for message in _strings(tomllib.load(file), keys, is_wanted=False):
        yield 1, "_", message, []


def _strings(value: Any, keys: set[str], *, is_wanted: bool) -> Iterator[str]:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _strings(inner, keys, is_wanted=is_wanted or key in keys)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, keys, is_wanted=is_wanted)
    elif isinstance(value, str) and is_wanted:
        yield value
