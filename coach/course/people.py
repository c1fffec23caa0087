"""Other names for the people of a lesson, where somebody in the family has theirs. Reads `people.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from coach.models import Family, Lesson, Night, PrivateKind

Some = TypeVar("Some", bound=Lesson)
_KEPT = frozenset({"slug", "original", "category", "practises"})
"""What names a step, a lesson or a category, in whatever words."""
_WORD = re.compile(r"[^\W\d_]+")


def about_others(lesson: Some, family: Family) -> Some:
    """Return a lesson in which nobody has a name of the family; itself if nobody has anyway.

    A night is made of such lessons, and holds the family's own words beside them.
    """
    return lesson if isinstance(lesson, Night) else _renamed(lesson, family_names(family))


def family_names(family: Family) -> frozenset[str]:
    """Return the words of all names that Coach knows in a family, in small letters."""
    given = (one.words for one in family.private_words if one.kind is PrivateKind.NAME)
    return frozenset(
        word.casefold() for name in (*(one.nickname for one in family.members), *given) for word in _WORD.findall(name)
    )


def people() -> frozenset[str]:
    """Return the names of everybody who plays in Coach's lessons and can get another one."""
    return frozenset(name for names, _instead in _people() for name in names)


@cache
def _people() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    read = tomllib.loads(Path(__file__).with_name("people.toml").read_text(encoding="utf-8"))
    return tuple((tuple(each["names"]), tuple(each["instead"])) for each in read["people"])


def _renamed(lesson: Some, names: frozenset[str]) -> Some:
    taken = [name for name in people() if name.casefold() in names]
    if not taken:
        return lesson
    values = lesson.model_dump()
    said = {word.casefold() for text in _texts(values) for word in _WORD.findall(text)}
    new = dict(_new_names(names, said))
    if not new:
        return lesson
    return type(lesson).model_validate({**_with(values, partial(_exchanged, new)), "name": lesson.name})


def _new_names(names: frozenset[str], said: set[str]) -> Iterator[tuple[str, str]]:
    """Yield a name of the family that a lesson uses, in small letters, and one that neither of them has."""
    used = {*names, *said}
    for persons, instead in _people():
        for person in (one for one in persons if one.casefold() in names & said):
            free = next((one for one in instead if one.casefold() not in used), None)
            if free:
                used.add(free.casefold())
                yield person.casefold(), free


def _exchanged(new: Mapping[str, str], text: str) -> str:
    """Return a text with other names, written as the names were: `Max`, `max`, `MAX`."""
    return _WORD.sub(lambda found: _written(found, new.get(found[0].casefold())), text)


def _written(found: re.Match[str], name: str | None) -> str:
    before, behind = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    if name is None or before in _JOINED or behind in _JOINED:
        return found[0]
    return name.lower() if found[0].islower() else name.upper() if found[0].isupper() else name


_JOINED = frozenset("-_@0123456789")
"""Beside these, a name is part of another one: `sam_the_fox`, `Rex99`."""


def _with(value: Any, change: Any) -> Any:  # noqa: ANN401 - whatever a lesson holds
    """Return values with changed texts, except for what things are called by."""
    if isinstance(value, dict):
        return {key: inner if key in _KEPT else _with(inner, change) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(_with(inner, change) for inner in value)
    return change(value) if type(value) is str else value


def _texts(value: Any) -> Iterable[str]:  # noqa: ANN401 - whatever a lesson holds
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from () if key in _KEPT else _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)
    elif type(value) is str:
        yield value
