"""Tell whether `he` or `she` is a pet, the only one of whom the sentence speaks: `my hamster ate it, he is so fat`."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from coach.engine.text.reading import Candidate, Reading
from coach.engine.text.word_lists import word_list
from coach.models import Concern

_OF_PETS = tuple(f"{Concern.UNKIND}/{name}/" for name in ("looks", "ability", "name-calling", "mockery"))
"""What is said of pets in fun; never a threat or a wish that somebody dies."""
_PRONOUNS = frozenset({"he", "she", "they"})
_OWNERS = frozenset({"my", "our", "the", "nans", "grans", "grandmas"})
_WRITERS = frozenset({"i", "me", "my", "our", "we", "us"})
_KNOWING = word_list(Path(__file__).with_name("words.toml"), "knowing")
"""Verbs between a pet and a pronoun that is somebody else."""
_PRONOUN_WITHIN = 3
"""How many words before the phrase its pronoun may be: `she is such a`."""
_KIND_WITHIN = 3
"""How many words after its owner a pet may be named: `my little guinea pig`."""


class Pets:
    """Knows pets, and the words that speak of people."""

    def __init__(self, animals: Set[str] = frozenset(), people: Set[str] = frozenset()) -> None:
        self._animals = animals
        others = people - animals - _WRITERS - _PRONOUNS
        self._people = others | {f"{one}s" for one in others}

    def are_meant(self, reading: Reading, candidate: Candidate) -> bool:
        """Return whether the pronoun of the phrase is a pet, which its sentence names before it, and nobody else."""
        at = _pronoun_at(reading, candidate.start) if candidate.rule.startswith(_OF_PETS) else None
        if at is None:
            return False
        before = [word for word in reading.words[reading.sentence(at)[0] : at] if word]
        if not self._people.isdisjoint(before) or "you" in before:
            return False
        if not _KNOWING.isdisjoint(before[-2:]) or "swear" in before:
            return False
        owned = (before[at + 1 : at + 1 + _KIND_WITHIN] for at, word in enumerate(before) if word in _OWNERS)
        return any(not self._animals.isdisjoint(words) for words in owned)


def _pronoun_at(reading: Reading, start: int) -> int | None:
    """Return the place of the pronoun that a phrase begins with, or that comes right before it in its clause."""
    first = max(reading.clause_start(start), start - _PRONOUN_WITHIN)
    return next((at for at in range(start, first - 1, -1) if reading.words[at] in _PRONOUNS), None)
