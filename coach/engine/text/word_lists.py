"""English words that a part of the engine needs whatever the rules are, as lists in a TOML file beside its code.

Words that rules share, or that an author may replace, are word sets in `coach/rules/words` instead.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from coach.errors import AuthorError
from coach.source import Source, read_source

_WRITE = 'write `name = ["word", "word"]`'


@cache
def word_list(file: Path, name: str) -> frozenset[str]:
    """Return one list of a file, as a set.

    Raises:
        AuthorError: the file is invalid, or has no such list.
    """
    lists = word_lists(file)
    if name not in lists:
        source = read_source(file)
        source.fault(0, f"the list `{name}` is missing", f'add `{name} = ["word", "word"]`')
        raise AuthorError(source.faults)
    return frozenset(lists[name])


@cache
def word_lists(file: Path) -> Mapping[str, tuple[str, ...]]:
    """Read all lists of a file, once.

    Raises:
        AuthorError: the file is not TOML, or has something other than lists of lower-case words, each word once.
    """
    source = read_source(file)
    try:
        lists = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        source.fault(0, f"not TOML: {error}", _WRITE)
        raise AuthorError(source.faults) from error
    for name, words in lists.items():
        _check(source, name, words)
    source.raise_faults()
    return {name: tuple(words) for name, words in lists.items()}


def _check(source: Source, name: str, words: object) -> None:
    line = next((n for n, text in enumerate(source.lines, 1) if text.startswith((f"{name} =", f'"{name}" ='))), 0)
    if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
        source.fault(line, f"`{name}` is not a list of words", _WRITE)
        return
    for word in (word for word in words if word != word.lower()):
        source.fault(line, f"`{word}` in `{name}` has a capital: only small letters allowed", "write it small")
    for word in (word for word, times in Counter(words).items() if times > 1):
        source.fault(line, f"`{word}` is in `{name}` twice", "remove one of the two")
