"""What a noun phrase is found to be: the subject of a phrase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coach.models import Aim
from coach.models.subject import SubjectKind


class Subject(NamedTuple):
    """A noun phrase, and what it names."""

    start: int
    """Its first word."""
    end: int
    """The word after its last."""
    kind: SubjectKind
    aim: Aim
    is_sure: bool = True
    """False for an unknown word with a capital, which may be a brand or the first word of a sentence."""
    is_guess: bool = False
    """True for an unknown word in small letters, which only its place in a clause can make a name."""


def guess(start: int, end: int) -> Subject:
    """Return the subject that an unknown word in small letters may be."""
    return Subject(start, end, SubjectKind.PERSON, Aim.SOMEBODY, is_sure=False, is_guess=True)


def word_at(words: Sequence[str | None], at: int) -> str:
    """Return a word; an empty one where there is none."""
    return (words[at] or "") if at < len(words) else ""
