"""The rules that Coach ships, ready to read with; what it takes to make them so is done once and kept.

It is kept in the user's cache folder, by the content of all that it is made from: a rule that changes makes it anew.
Nothing of a family is in it, and nothing is lost when it is deleted. It is data without code, and believed only where
it is this user's own file and whole.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path
from spacy.about import __version__ as spacy_version

from coach.engine import compile_rules
from coach.engine.compiled import Compiled
from coach.engine.compiled_json import dump_compiled, parse_compiled
from coach.errors import CoachError
from coach.own_file import read_own
from coach.rules import read_catalog, rules_path
from coach.writing import make_private_folder, write_whole

_NOT_OTHERS = 0o022
"""Rights to write that nobody but the owner may have."""
_HEX = 64
"""How long a SHA-256 is, in hexadecimal digits."""


def kept_path() -> Path:
    """Where the rules are kept."""
    return user_cache_path("coach", appauthor=False) / "rules.jsonl"


MOST_KEPT = 100_000_000
"""Bytes of rules made ready; Coach's own have a tenth of it."""


def rules_at_hand(path: Path | None = None) -> Compiled:
    """Coach's rules: those that are kept or, where they are not of today's making, made and kept.

    Args:
        path: the file to keep them in; `kept_path()` without.

    Raises:
        AuthorError: a rule file is wrong.
    """
    path, made_from = path or kept_path(), _made_from()
    kept = _read(path, made_from)
    if kept:
        return kept
    rules = compile_rules(read_catalog())
    content = dump_compiled(rules)
    with suppress(OSError):  # a full disk, a home that cannot be written to: then they are made each time
        make_private_folder(path.parent)
        write_whole(path, _sum(made_from, content) + b"\n" + content)
    return rules


def _read(path: Path, made_from: bytes) -> Compiled | None:
    """What is kept, or None where it is not there, not of this making, not whole, or not this user's own."""
    with suppress(OSError, CoachError):
        if os.name == "posix" and path.stat().st_mode & _NOT_OTHERS:
            return None
        content = memoryview(read_own(path, MOST_KEPT))
        if content[:_HEX] == _sum(made_from, content[_HEX + 1 :]):
            return parse_compiled(bytes(content[_HEX + 1 :]))
    return None


def _sum(made_from: bytes, content: bytes | memoryview) -> bytes:
    total = sha256(made_from)
    total.update(content)
    return total.hexdigest().encode()


def _made_from() -> bytes:
    """One sum of all that decides what the rules look like when they are ready: rules, our code, spaCy and Python."""
    total = sha256(f"{sys.version} spaCy {spacy_version}".encode())
    for path in _sources():
        content = path.read_bytes()
        total.update(f"\n{path.name} {len(content)}\n".encode())
        total.update(content)
    return total.digest()


def _sources() -> Iterator[Path]:
    rules = rules_path()
    for folder in (rules, rules.parent / "engine", rules.parent / "models"):
        for place, folders, names in os.walk(folder):
            folders.sort()
            yield from (Path(place, name) for name in sorted(names) if name.endswith((".toml", ".py")))
