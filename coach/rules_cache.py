"""The compiled rules that Coach ships, cached between runs.

The cache is one file in the user's cache folder, and one for each of the last sets of own rules. Its checksum covers
everything it was compiled from, so changing a rule rebuilds it. It contains nothing about the family and can be deleted
safely. It is data without code, and is used only if it is complete and belongs to this user. The desktop build ships a
cache of its own beside the code; that one may belong to whoever unpacked the folder, and is trusted as its code is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path
from spacy.about import __version__ as spacy_version

from coach.engine import compile_rules
from coach.engine.patterns.compiled import Compiled
from coach.engine.patterns.serialize import dump_compiled, parse_compiled
from coach.errors import CoachError
from coach.own_file import read_own
from coach.rules import read_catalog, rules_path
from coach.writing import make_private_folder, write_whole

_NOT_OTHERS = 0o022
"""Write permissions that nobody but the owner may have."""
_HEX = 64
"""The length of a SHA-256 in hexadecimal digits."""


def kept_path() -> Path:
    """Return the path of the cache file."""
    return user_cache_path("coach", appauthor=False) / "rules.jsonl"


SHIPPED = Path(__file__).with_name("rules.jsonl")
"""The cache that the desktop build puts beside the code; elsewhere there is none."""
MOST_KEPT = 100_000_000
"""Bytes of rules made ready; Coach's own have a tenth of it."""


def rules_at_hand(path: Path | None = None) -> Compiled:
    """Load Coach's compiled rules from the desktop build or the cache, or compile and cache them.

    Args:
        path: the cache file; by default `kept_path()`, and before it the file that the desktop build ships.

    Raises:
        AuthorError: a rule file is invalid.
    """
    made_from = made_from_shipped()
    shipped = None if path else _read_shipped(made_from)
    return shipped or kept_or_made(path or kept_path(), made_from, lambda: compile_rules(read_catalog()))


def _read_shipped(made_from: bytes) -> Compiled | None:
    """Read the rules that the desktop build ships; None if there are none, or none for this code and these rules."""
    with suppress(OSError, CoachError):
        return _parsed(SHIPPED.read_bytes(), made_from)
    return None


def kept_or_made(path: Path, made_from: bytes, make: Callable[[], Compiled]) -> Compiled:
    """Read rules from the cache, or make and cache them.

    Those made are read back too: what compiling left in memory is many times as large.
    """
    kept = _read(path, made_from)
    if kept:
        return kept
    content = dump_compiled(make())
    with suppress(OSError):  # a full disk or a read-only home: rules are then compiled on every run
        make_private_folder(path.parent)
        write_whole(path, _sum(made_from, content) + b"\n" + content)
    return parse_compiled(content)


def _read(path: Path, made_from: bytes) -> Compiled | None:
    """Read the cache; None if it is missing, stale, corrupt or owned by someone else."""
    with suppress(OSError, CoachError):
        if os.name == "posix" and path.stat().st_mode & _NOT_OTHERS:
            return None
        return _parsed(read_own(path, MOST_KEPT), made_from)
    return None


def _parsed(whole: bytes, made_from: bytes) -> Compiled | None:
    """Parse a cache; None if its checksum does not fit."""
    content = memoryview(whole)
    if content[:_HEX] != _sum(made_from, content[_HEX + 1 :]):
        return None
    return parse_compiled(bytes(content[_HEX + 1 :]))


def _sum(made_from: bytes, content: bytes | memoryview) -> bytes:
    total = sha256(made_from)
    total.update(content)
    return total.hexdigest().encode()


def made_from_shipped() -> bytes:
    """Hash everything that determines the compiled rules: the rule files, our code, spaCy and Python."""
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
