"""Finds what two packs, or a pack and Coach, both define, and what a pack lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from coach.packs.pack_file import LESSONS, Pack
from coach.rules.places import CATEGORY_FILE, is_rule_path

_PARTS = {
    "lesson": f"{LESSONS}/*.md",
    "case": f"{LESSONS}/cases/*.md",
    "app": f"{LESSONS}/doors/*.toml",
}


def conflicts(packs: Sequence[Pack]) -> Iterator[str]:
    """Yield a sentence for each pack that is there twice or missing, and for each thing that two packs define."""
    used = dict[str, Pack]()
    for pack in packs:
        first = used.setdefault(pack.info.name, pack)
        if first is not pack:
            yield f"{pack.info.name} is there twice: {_place(first)} is used, {_place(pack)} is not"
    owners = defaultdict[tuple[str, str], list[str]](list)
    for pack in used.values():
        for thing in _defined(pack.path):
            owners[thing].append(pack.info.name)
    shared = defaultdict[tuple[str, tuple[str, ...]], list[str]](list)
    for (what, name), packs_with_it in sorted(owners.items()):
        if len(packs_with_it) > 1:
            shared[what, tuple(packs_with_it)].append(name)
    for (what, names), things in shared.items():
        many = "categories" if what == "category" else f"{what}s"
        which = f"{what} {things[0]} is" if len(things) == 1 else f"{len(things)} {many}, such as {things[0]}, are"
        yield f"{which} in {' and '.join(names)}: {_OUTCOME.get(what, 'both are used')}"
    for pack in used.values():
        for missing in sorted(set(pack.info.needs) - used.keys()):
            yield f"{pack.info.name} needs {missing}, which is not installed"


def _place(pack: Pack) -> str:
    return f"the Python package {pack.package}" if pack.package else f"the one in {pack.path}"


_OUTCOME = {
    "category": "the text of the first is used, with the heavier weight",
    "rule": "both are used, the second with a number after its name",
    "lesson": "the first is shown",
    "case": "the first is shown",
}


def _defined(folder: Path) -> Iterator[tuple[str, str]]:
    for path in _tomls(folder.glob("*/*/*.toml"), folder):
        yield "rule", path.relative_to(folder).with_suffix("").as_posix()
    for path in sorted(folder.glob(f"*/*/{CATEGORY_FILE}")):
        yield "category", path.parent.relative_to(folder).as_posix()
    for what, pattern in _PARTS.items():
        yield from ((what, _plain_name(path)) for path in sorted(folder.glob(pattern)) if path.stem != "README")


def _tomls(paths: Iterable[Path], folder: Path) -> list[Path]:
    return sorted(path for path in paths if is_rule_path(path, folder))


def _plain_name(path: Path) -> str:
    """Return the name of a lesson without its number."""
    number, _, name = path.stem.partition("-")
    return name if number.isdigit() and name else path.stem
