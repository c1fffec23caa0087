"""Own rules by the names that callers give: folders and installed packs, beside Coach's rules or alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from coach.engine.patterns.compiled import Compiled
from coach.errors import InputError
from coach.packs import pack_called
from coach.rules.own import OwnFolder
from coach.rules_cache import own_rules_alone, rules_at_hand, with_own_rules

Named = str | Path | OwnFolder


def folders_of(named: Named | Iterable[Named]) -> tuple[OwnFolder, ...]:
    """Return the folders that were named, each once.

    Raises:
        InputError: a name is not a folder.
    """
    each = [named] if isinstance(named, str | Path | OwnFolder) else named
    return tuple(dict.fromkeys(one if isinstance(one, OwnFolder) else _folder(one) for one in each if one))


def _folder(named: str | Path) -> OwnFolder:
    path = Path(named).expanduser()
    if path.is_dir():
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
