"""Find what follows somebody and belongs to them: `the girl` + `who sits behind me`, `the boy` + `she likes`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from coach.engine.subjects.names import Names
from coach.engine.subjects.subject import Subject, word_at

_LONGEST = 6
"""Words after `who` or `in`: `the girl who sits right behind me in maths`."""
_RELATIVE = frozenset({"i", "you", "he", "she", "we", "they"})
"""Who may begin a clause about somebody without `who`: `the boy she likes`, `the sub we had`."""
_HAD = "had"
"""A verb that links nothing behind its own subject: `the sub we had`."""
_CALLED = frozenset({"called", "named"})
_AFTER_A_DEED = frozenset({"of", "up"})
"""What may be between a deed and its thing: `whoever thought of this`."""
_WRITING = frozenset({"wrote", "writes"})
"""What may be done to a thing by whoever does it: `whoever writes these polls`."""


class Tails:
    """Knows the words that tails are made of."""

    def __init__(self, sets: Mapping[str, Set[str]], names: Names) -> None:
        """Take the word sets of the rules."""
        none = frozenset[str]()
        self._names = names
        self._tails, self._speech = sets.get("subject-tails", none), sets.get("subject-speech", none)
        self._it, self._whoever = sets.get("subject-it", none), sets.get("subject-whoever", none)
        self._people, self._be = sets.get("subject-people", none), sets.get("subject-be", none)
        self._determiners = sets.get("subject-determiners", none)

    def of(self, words: Sequence[str | None], one: Subject, *, any_word: bool = False) -> Iterator[Subject]:
        """Yield the phrase with each length of what follows it: `the girl` + `who sits behind me`."""
        if not any_word and word_at(words, one.end) not in self._tails:
            return
        first = one.end if any_word else one.end + 1
        for end in range(first, one.end + _LONGEST + 1):
            word = word_at(words, end)
            if word in _CALLED and self._names.is_listed(word_at(words, end + 1)):
                yield one._replace(end=end + 2)
            if not word or word in self._speech:
                if end == first and self._is_who(words, one):
                    yield from self._with_deed(words, one, end)
                return
            yield one._replace(end=end + 1)

    def _is_who(self, words: Sequence[str | None], one: Subject) -> bool:
        """Return whether somebody is named by what they did: `whoever`, `the person who`."""
        return word_at(words, one.end) == "who" or word_at(words, one.end - 1) in self._whoever

    def _with_deed(self, words: Sequence[str | None], one: Subject, deed: int) -> Iterator[Subject]:
        """Yield whoever said, wrote or thought of a thing: `whoever wrote this`."""
        thing = deed + 1 + (word_at(words, deed + 1) in _AFTER_A_DEED)
        if word_at(words, thing) in self._it:
            yield one._replace(end=thing + 1)
            if word_at(words, deed) in _WRITING and word_at(words, thing + 1) not in self._people:
                yield one._replace(end=thing + 2)

    def without_who(self, words: Sequence[str | None], one: Subject) -> Iterator[Subject]:
        """Yield somebody with a clause that has no `who`: `the boy she likes`."""
        who, is_told_apart = word_at(words, one.end), word_at(words, one.start) in self._determiners
        if not is_told_apart or not (who in _RELATIVE or self._names.is_listed(who)):
            return
        for end in range(one.end + 1, one.end + _LONGEST):
            word = word_at(words, end)
            if not word or word in self._speech:
                return
            if word not in self._be or word == _HAD:
                yield one._replace(end=end + 1)
