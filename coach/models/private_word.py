"""What a family does not want to give away: its school, its street, a child's name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from coach.locale import N_
from coach.models.base import Model

MAX_PRIVATE_WORDS = 100
"""The most entries a family may have."""
MIN_LENGTH, MAX_LENGTH = 2, 80
"""How long an entry may be, in characters."""


class PrivateKind(StrEnum):
    """The kind of fact that a private word is."""

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
        """The category of the flag on a draft that contains it."""
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
        raise ValueError(N_("use only letters, digits and punctuation"))
    if sum(char.isalnum() for char in words) < MIN_LENGTH:
        raise ValueError(f"use at least {MIN_LENGTH} letters or digits")
    return words


Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=MIN_LENGTH, max_length=MAX_LENGTH),
    AfterValidator(_is_plain),
]


class PrivateWord(Model):
    """One private fact; its words are left out of `repr`, so that no log or traceback shows them."""

    kind: PrivateKind
    words: Words = Field(repr=False)
    """As the parent typed them."""

    def masked(self) -> str:
        """Replace all but the first letter of each word with stars: `O******* P******`."""
        return " ".join(part[:1] + "*" * (len(part) - 1) for part in self.words.split())

    def __str__(self) -> str:
        return repr(self)

    def __repr_args__(self) -> Iterator[tuple[str | None, object]]:
        yield "kind", self.kind.value
