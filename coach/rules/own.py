"""Somebody's own rules beside Coach's: several folders, read as one catalog that only adds."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coach.errors import AuthorError, Fault, InputError, nearest
from coach.models import Catalog, Category, Rule
from coach.rules.catalog import read_added_catalog, read_own_catalog
from coach.rules.category_file import read_category
from coach.rules.cost import Cost
from coach.rules.limits import MAX_WAYS_IN_ALL, MAX_WORK
from coach.rules.never_say import unsafe_advice
from coach.rules.places import CATEGORY_FILE, rules_path
from coach.rules.toml_source import read_toml

MAX_FOLDERS = 20
"""The most folders of own rules used at once."""


@dataclass(frozen=True, slots=True)
class OwnFolder:
    """A folder of own rules."""

    path: Path
    may_replace: bool = True
    """Whether its texts replace those of Coach's categories; a pack only adds."""


def read_own_folders(folders: Sequence[OwnFolder], taken: Iterable[str]) -> Catalog:
    """Read what all these folders add to Coach's rules.

    A rule whose id is taken gets a number; of two texts of a category, the first is used.

    Args:
        folders: the folders.
        taken: the ids of Coach's rules.

    Raises:
        AuthorError: a file is invalid, or says what Coach never says; lists all faults of all files.
        InputError: there are too many folders, or their rules together are too slow.
    """
    if len(folders) > MAX_FOLDERS:
        raise InputError(f"{len(folders)} folders of own rules: at most {MAX_FOLDERS} allowed\n    fix: name fewer")
    found, faults = list[Catalog](), list[Fault]()
    for folder in folders:
        try:
            found.append(_read(folder))
        except AuthorError as error:
            faults.extend(error.faults)
    if faults:
        raise AuthorError(faults)
    together = added_together(found, taken)
    if len(found) > 1:  # Each folder by itself has been measured.
        _refuse_expensive(together)
    return together


def _refuse_expensive(catalog: Catalog) -> None:
    """Raise InputError if the rules of all folders together would make messages slow to read."""
    cost = Cost(catalog.spelling)
    for phrase in (phrase for rule in catalog.rules for phrase in rule.patterns):
        cost.add(phrase)
    if cost.ways > MAX_WAYS_IN_ALL or max(cost.work().values(), default=0) > MAX_WORK:
        raise InputError("all own rules together are too slow to look for\n    fix: use fewer folders or packs at once")


def _read(folder: OwnFolder) -> Catalog:
    """Read one folder, and refuse advice that Coach never gives."""
    catalog = read_added_catalog(folder.path)
    faults = [*unsafe_advice(catalog, folder.path)]
    if not folder.may_replace:
        faults += replaced_texts(catalog, folder.path)
    if faults:
        raise AuthorError(faults)
    return catalog


def replaced_texts(catalog: Catalog, folder: Path) -> Iterator[Fault]:
    """Report the texts that would replace those of Coach's categories."""
    for name in catalog.categories:
        if (rules_path() / name / CATEGORY_FILE).exists():
            problem = f"`{name}` is a category of Coach: a pack only adds"
            yield Fault(
                folder / name / CATEGORY_FILE, 0, 1, problem, "delete this file, or name a category of your own"
            )


def added_together(catalogs: Iterable[Catalog], taken: Iterable[str] = ()) -> Catalog:
    """Put catalogs together: ids that are taken get numbers, and the heavier weight of a category counts."""
    names, rules = set(taken), list[Rule]()
    categories, spelling = dict[str, Category](), dict[str, str]()
    for catalog in catalogs:
        for rule in catalog.rules:
            name = _free(rule.id, names)
            names.add(name)
            rules.append(rule if name == rule.id else rule.model_copy(update={"id": name}))
        for name, category in catalog.categories.items():
            categories[name] = categories.get(name, category).at_least(category)
        spelling = {**catalog.spelling, **spelling}
    return Catalog(categories=categories, rules=tuple(rules), spelling=spelling)


def _free(rule: str, taken: Container[str]) -> str:
    """Return the id of a rule, with a number behind it if it is taken."""
    number, name = 1, rule
    while name in taken:
        number += 1
        name = f"{rule}-{number}"
    return name


def beside(shipped: Catalog, own: Catalog) -> Catalog:
    """Return Coach's catalog with own rules beside it, no weight lower than Coach's."""
    texts = {
        name: category.at_least(shipped.categories[name]) if name in shipped.categories else category
        for name, category in own.categories.items()
    }
    return shipped.model_copy(
        update={"rules": (*shipped.rules, *own.rules), "categories": {**shipped.categories, **texts}}
    )


def own_catalog_alone(folders: Sequence[OwnFolder]) -> Catalog:
    """Read own rules to be used with Coach's categories and word sets alone; raises as `read_own_folders`."""
    own = read_own_folders(folders, ())
    lent = read_own_catalog(folders[0].path)
    both = {**lent.spelling, **own.spelling}
    return beside(lent.model_copy(update={"rules": (), "spelling": both}), own)


def unknown_lessons(catalog: Catalog, folder: Path, known: Collection[str]) -> Iterator[Fault]:
    """Report the categories of an own folder that name a lesson which is not among those `known`."""
    for name, category in catalog.categories.items():
        path = folder / name / CATEGORY_FILE
        if path.exists():
            source = read_toml(path)
            for key, lesson in (("lesson", category.lesson), ("lesson_if_received", category.lesson_if_received)):
                if lesson and lesson not in known:
                    fix = nearest(lesson, known, "use a name that `coach lessons list` shows, or leave it empty")
                    source.fault(source.line_of_key(key), f"unknown lesson `{lesson}`", fix)
            yield from source.faults


def lighter_weights(catalog: Catalog, folder: Path) -> Iterator[Fault]:
    """Report texts of Coach's categories in an own folder with a lower weight than Coach's: that has no effect."""
    for name, category in catalog.categories.items():
        own, shipped = folder / name / CATEGORY_FILE, rules_path() / name / CATEGORY_FILE
        if own.exists() and shipped.exists():
            source, coach = read_toml(own), read_category(read_toml(shipped), name)
            for audience, one in coach.audience.items() if coach else ():
                if category.audience[audience].weight.rank < one.weight.rank:
                    problem = f"`{category.audience[audience].weight}` for {audience}: Coach has `{one.weight}`"
                    line = source.line_of_path(("audience", audience, "weight"))
                    source.fault(line, problem, f"write `{one.weight}` or more; own rules lower no weight")
            yield from source.faults
