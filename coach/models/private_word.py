"""The words that a family keeps to itself: its school, its street, a child's name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from coach.models.base import Model

MAX_PRIVATE_WORDS = 100
"""How many entries a family may keep."""
MIN_LENGTH, MAX_LENGTH = 2, 80
"""How long an entry may be, in characters."""


class PrivateKind(StrEnum):
    """What kind of fact a private word is."""

    NAME = "name"
    SCHOOL = "school"
    STREET = "street"
    TOWN = "town"
    TEAM = "team"
    BIRTHDAY = "birthday"
    HANDLE = "handle"
    PHONE = "phone"

    @property
    def category(self) -> str:
        """The category as which a draft that holds it is flagged."""
        return f"oversharing/{_CATEGORIES[self]}"


_CATEGORIES = {
    PrivateKind.NAME: "full-name",
    PrivateKind.SCHOOL: "school",
    PrivateKind.STREET: "address",
    PrivateKind.TOWN: "address",
    PrivateKind.TEAM: "routine",
    PrivateKind.BIRTHDAY: "age-birthday",
    PrivateKind.HANDLE: "account",
    PrivateKind.PHONE: "contact",
}


def _is_plain(words: str) -> str:
    if any(unicodedata.category(char) in {"Cc", "Cf", "Cs"} for char in words):
        raise ValueError("a private word holds letters, figures and signs only")
    if sum(char.isalnum() for char in words) < MIN_LENGTH:
        raise ValueError(f"a private word has {MIN_LENGTH} letters or figures at least")
    return words


Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=MIN_LENGTH, max_length=MAX_LENGTH),
    AfterValidator(_is_plain),
]


class PrivateWord(Model):
    """One fact of the family; its words stand in no `repr`, so that no log and no traceback shows them."""

    kind: PrivateKind
    words: Words = Field(repr=False)
    """As the parent typed them."""

    def masked(self) -> str:
        """The first letter of each word and a star for every other: `O******* P******`."""
        return " ".join(part[:1] + "*" * (len(part) - 1) for part in self.words.split())

    def __str__(self) -> str:
        return repr(self)

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        yield "kind", self.kind.value
