"""Own rules by the names that callers give: folders and installed packs, beside Coach's rules or alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from pathlib import Path

from coach.engine import compile_own, compile_rules, joined
from coach.engine.patterns.compiled import Compiled
from coach.errors import InputError
from coach.packs import pack_called, pack_folder
from coach.rules.own import OwnFolder, own_catalog_alone, read_own_folders
from coach.rules.places import rule_files
from coach.rules.toml_source import MAX_TOML
from coach.rules_cache import kept_or_made, kept_path, made_from_shipped, rules_at_hand

MOST_KEPT = 4
"""How many sets of own rules are kept ready."""
_OWN = "own-"

Named = str | Path | OwnFolder


def folders_of(named: Named | Iterable[Named]) -> tuple[OwnFolder, ...]:
    """Return the folders that were named, each once.

    Raises:
        InputError: a name is not a folder.
        TypeError: something is neither a path nor a name.
    """
    return tuple(dict.fromkeys(one if isinstance(one, OwnFolder) else _folder(one) for one in each_named(named) if one))


def each_named(named: Named | Iterable[Named]) -> tuple[Named, ...]:
    """Return what was named, one or several, as a tuple.

    Raises:
        TypeError: something is neither a path nor a name.
    """
    if isinstance(named, str | Path | OwnFolder):
        return (named,)
    each = tuple(named) if isinstance(named, Iterable) else (named,)
    for one in each:
        if not isinstance(one, str | Path | OwnFolder):
            fix = 'name a folder of rules or an installed pack, or several in a list: rules="my-rules"'
            raise TypeError(f"rules: {type(one).__name__} is neither a folder nor a name\n    fix: {fix}")
    return each


def _folder(named: str | Path) -> OwnFolder:
    path = Path(named).expanduser()
    if path.is_dir():
        inside = pack_folder(path)
        if inside != path:
            if pack := pack_called(str(named)):
                return OwnFolder(pack.path, may_replace=False)
            raise InputError(f"{named} is the project of a pack, not its rules\n    fix: name {inside}")
        return OwnFolder(path)
    if pack := pack_called(str(named)):
        return OwnFolder(pack.path, may_replace=False)
    fix = "name the folder that contains <concern>/<category>/, or a pack that `coach packs list` shows"
    raise InputError(f"{named} is not a folder\n    fix: {fix}")


def compiled_with(folders: Sequence[OwnFolder], *, alone: bool = False) -> Compiled:
    """Return Coach's rules with own rules beside them, or own rules alone.

    Raises:
        AuthorError: a rule file is invalid.
        InputError: own rules alone were asked for, and there are none.
    """
    if not alone:
        return with_own_rules(rules_at_hand(), folders)
    if not folders:
        raise InputError("no own rules to use alone\n    fix: name a folder of rules")
    return own_rules_alone(folders)


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
    return joined(base, _kept(folders, "beside", place, make))


def own_rules_alone(folders: Sequence[OwnFolder], place: Path | None = None) -> Compiled:
    """Return own rules without Coach's, cached too; raises as `with_own_rules` does."""
    return _kept(folders, "alone", place, lambda: compile_rules(own_catalog_alone(folders)))


def _compiled_own(folders: Sequence[OwnFolder], base: Compiled) -> Compiled:
    return compile_own(read_own_folders(folders, base.terms), base)


def _kept(folders: Sequence[OwnFolder], use: str, place: Path | None, make: Callable[[], Compiled]) -> Compiled:
    """Read own rules from the cache, or make and cache them."""
    place = place or kept_path().parent
    made_from = sha256(use.encode() + _made_from(folders)).digest()
    rules = kept_or_made(place / f"{_OWN}{made_from.hex()[:16]}.jsonl", made_from, make)
    _forget_old(place)
    return rules


def _forget_old(place: Path) -> None:
    """Delete all but the newest caches of own rules: each change of a rule makes another one."""
    kept = sorted(place.glob(f"{_OWN}*.jsonl"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[MOST_KEPT:]:
        path.unlink(missing_ok=True)


def forget_compiled(place: Path | None = None) -> None:
    """Delete all caches of own rules, so that nothing remains of rules that were removed.

    Args:
        place: the folder of the cache; by default that of `kept_path()`.
    """
    for path in (place or kept_path().parent).glob(f"{_OWN}*.jsonl"):
        with suppress(OSError):  # another Coach deletes it too
            path.unlink()


def _made_from(folders: Iterable[OwnFolder]) -> bytes:
    """Hash everything that determines compiled own rules: Coach's, and what is in each folder, and where."""
    total = sha256(made_from_shipped())
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
