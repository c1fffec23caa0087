"""The compiled rules that Coach ships, cached between runs.

The cache is one file in the user's cache folder, and one for each of the last sets of own rules. Its checksum covers
everything it was compiled from, so changing a rule rebuilds it. It contains nothing about the family and can be deleted
safely. It is data without code, and is used only if it is complete and belongs to this user.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path
from spacy.about import __version__ as spacy_version

from coach.engine import compile_own, compile_rules, joined
from coach.engine.patterns.compiled import Compiled
from coach.engine.patterns.serialize import dump_compiled, parse_compiled
from coach.errors import CoachError
from coach.own_file import read_own
from coach.rules import read_catalog, rules_path
from coach.rules.own import OwnFolder, own_catalog_alone, read_own_folders
from coach.rules.places import rule_files
from coach.rules.toml_source import MAX_TOML
from coach.writing import make_private_folder, write_whole

_NOT_OTHERS = 0o022
"""Write permissions that nobody but the owner may have."""
_HEX = 64
"""The length of a SHA-256 in hexadecimal digits."""


def kept_path() -> Path:
    """Return the path of the cache file."""
    return user_cache_path("coach", appauthor=False) / "rules.jsonl"


MOST_KEPT = 100_000_000
"""Bytes of rules made ready; Coach's own have a tenth of it."""
MOST_OWN = 4
"""How many sets of own rules are kept ready."""
_OWN = "own-"


def rules_at_hand(path: Path | None = None) -> Compiled:
    """Load Coach's compiled rules from the cache, or compile and cache them.

    Args:
        path: the cache file; by default `kept_path()`.

    Raises:
        AuthorError: a rule file is invalid.
    """
    return _kept_or_made(path or kept_path(), _made_from(), lambda: compile_rules(read_catalog()))


def with_own_rules(base: Compiled, folders: Sequence[OwnFolder], place: Path | None = None) -> Compiled:
    """Join own rules to Coach's, from the cache or compiled and cached.

    Args:
        base: Coach's rules.
        folders: the folders of own rules.
        place: the folder of the cache; by default that of `kept_path()`.

    Raises:
        AuthorError: a file is invalid, or says what Coach never says.
        InputError: there are too many folders.
    """
    if not folders:
        return base
    make = partial(_compiled_own, folders, base)
    return joined(base, _kept_or_made(*_own_place(folders, "beside", place), make))


def own_rules_alone(folders: Sequence[OwnFolder], place: Path | None = None) -> Compiled:
    """Return own rules without Coach's, cached too; raises as `with_own_rules` does."""
    return _kept_or_made(*_own_place(folders, "alone", place), lambda: compile_rules(own_catalog_alone(folders)))


def _compiled_own(folders: Sequence[OwnFolder], base: Compiled) -> Compiled:
    return compile_own(read_own_folders(folders, base.terms), base)


def _own_place(folders: Sequence[OwnFolder], use: str, place: Path | None) -> tuple[Path, bytes]:
    """Return where own rules are cached, and the hash of what they are made from."""
    made_from = sha256(use.encode() + _made_from_own(folders)).digest()
    return (place or kept_path().parent) / f"{_OWN}{made_from.hex()[:16]}.jsonl", made_from


def _kept_or_made(path: Path, made_from: bytes, make: Callable[[], Compiled]) -> Compiled:
    """Read rules from the cache, or make and cache them."""
    kept = _read(path, made_from)
    if kept:
        return kept
    rules = make()
    content = dump_compiled(rules)
    with suppress(OSError):  # a full disk or a read-only home: rules are then compiled on every run
        make_private_folder(path.parent)
        write_whole(path, _sum(made_from, content) + b"\n" + content)
        if path.name.startswith(_OWN):
            _forget_old(path.parent)
    return rules


def _forget_old(place: Path) -> None:
    """Delete all but the newest caches of own rules: each change of a rule makes another one."""
    kept = sorted(place.glob(f"{_OWN}*.jsonl"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[MOST_OWN:]:
        path.unlink(missing_ok=True)


def _made_from_own(folders: Iterable[OwnFolder]) -> bytes:
    """Hash everything that determines compiled own rules: Coach's, and what is in each folder, and where."""
    total = sha256(_made_from())
    for folder in folders:
        total.update(f"\n{folder.path.absolute()} {folder.may_replace}".encode("utf-8", "surrogateescape"))
        for path in rule_files(folder.path):
            content = _start_of(path)
            total.update(f"\n{path.relative_to(folder.path)} {len(content)}\n".encode("utf-8", "surrogateescape"))
            total.update(content)
    return total.digest()


def _start_of(path: Path) -> bytes:
    """Return as much of a rule file as is ever read; whoever reads the rules says what is wrong with it."""
    with suppress(OSError), path.open("rb") as file:
        return file.read(MAX_TOML + 1)
    return b""


def _read(path: Path, made_from: bytes) -> Compiled | None:
    """Read the cache; None if it is missing, stale, corrupt or owned by someone else."""
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
