"""Parse noun phrases that name people and what is theirs: `the girl who sits behind me`, `ur brothers coat`.

There is no tagger: a small grammar over closed word classes (the word sets `subject-*` of the rules) and names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from coach.engine.subjects.names import Names
from coach.engine.subjects.subject import Subject, guess, word_at
from coach.engine.subjects.tails import Tails
from coach.engine.text.symbols import is_number
from coach.models import Aim
from coach.models.subject import SubjectKind

_MOST_MODIFIERS = 3
"""Words between `the` and its noun: `the tall new maths teacher`."""
_SO_CALLED = "so called"
"""Two words between `my` and its noun that begin no other clause."""
_POINTED_AT = frozenset(
    (this, "one", *far, here)
    for this in ("this", "that")
    for far in ((), ("over",), ("right",))
    for here in ("here", "there")
)
"""How somebody beside the writer is pointed at: `this one over here`."""
_AND_THE_REST = frozenset({"them", "em", "dem", "co", "nem"})
"""What names the friends of somebody behind `and`: `tyler and them`."""
_NO_INITIALS = frozenset("aioux")
"""Letters that are words, or that mean no surname behind a name: `hannah b`."""
_INDEFINITE = frozenset({"a", "an"})
"""Articles of somebody who is known by what follows: `a boy in my class`."""
_HERE = frozenset({"here", "there"})
_TELLING_APART = frozenset({"from", "who"})
"""What says which of several a title is about: `miss from art`."""
_SHORTEST_NICK = 3
"""Fewest letters of an unknown name behind `lil`."""
_LONGEST_CLASS = 4
"""Letters and digits of a class: `11y2`."""
_NOUNS = (
    ("subject-people", SubjectKind.PERSON),
    ("subject-works", SubjectKind.WORK),
    ("subject-bodies", SubjectKind.BODY),
    ("subject-homes", SubjectKind.HOME),
)


_PEOPLE = frozenset({SubjectKind.PERSON, SubjectKind.OWN_PERSON, SubjectKind.KIN})


class NounPhrases:
    """Knows the words that noun phrases are made of."""

    def __init__(self, sets: Mapping[str, Set[str]] | None = None, known: Set[str] = frozenset()) -> None:
        self._sets = sets or {}
        self.names = Names(self._sets, known)
        self._nouns = [(self._words(name), kind) for name, kind in _NOUNS]
        self._people = self._words("subject-people")
        self._kin, self._peers = self._words("subject-kin"), self._words("subject-peers")
        self._you, self._me = self._words("subject-you"), self._words("subject-me")
        self._somebody, self._vague = self._words("subject-somebody"), self._words("subject-vague")
        self._nobody, self._it = self._words("subject-nobody"), self._words("subject-it")
        self._determiners, self._own = self._words("subject-determiners"), self._words("subject-own")
        self._yours, self._theirs = self._words("subject-yours"), self._words("subject-theirs")
        self._counts, self._tails = self._words("subject-counts"), Tails(self._sets, self.names)
        self._asides, self._speech = self._words("subject-function"), self._words("subject-speech")
        self._titles = self._words("subject-titles")
        self._nicknames, self._short_names = self._words("subject-nicknames"), self._words("subject-short-names")
        self._parts, self._second_names = self._words("subject-parts"), self._words("subject-second-names")
        self._your_tails = self._words("subject-your-tails")
        self._numbered, self._maybe_names = self._words("subject-numbered"), self._words("subject-maybe-names")
        self._joins, self._whoever = self._words("subject-joins"), self._words("subject-whoever")

    def _words(self, name: str) -> Set[str]:
        return self._sets.get(name, frozenset())

    def at(self, words: Sequence[str | None], shapes: Sequence[str], start: int) -> Iterator[Subject]:
        """Yield every noun phrase that starts with the word at `start`."""
        for one in self._single(words, shapes, start):
            yield one
            if word_at(words, one.end) in self._joins:
                if word_at(words, one.end + 1) in _AND_THE_REST and one.aim is not Aim.THING:
                    yield one._replace(end=one.end + 2)
                for other in self._single(words, shapes, one.end + 1):
                    sure = other.is_sure or (one.is_sure and other.is_guess)
                    yield other._replace(start=start, aim=_both(one.aim, other.aim), is_sure=sure)

    def _single(self, words: Sequence[str | None], shapes: Sequence[str], start: int) -> Iterator[Subject]:
        """Yield noun phrases without `and`, each also with what belongs to it and with its tail."""
        for one in self._core(words, shapes, start):
            yield one
            if one.aim is Aim.YOU and one.kind is SubjectKind.PERSON and word_at(words, one.end) in self._your_tails:
                yield from self._tails.of(words, one)
            if one.kind in _PEOPLE and one.aim is not Aim.YOU:
                yield from self._tails.of(words, one)
                yield from self._tails.without_who(words, one)
                if self._is_called(words, shapes, one):
                    yield one._replace(end=one.end + 1)
                if one.is_sure:
                    yield from self._owned(words, one.end, one)

    def _core(self, words: Sequence[str | None], shapes: Sequence[str], at: int) -> Iterator[Subject]:
        word = word_at(words, at)
        if not word:
            return
        yield from self._pronouns(words, at, word)
        if self.names.is_handle(word):
            yield Subject(at, at + 1, SubjectKind.PERSON, Aim.SOMEBODY)
        elif self.names.is_listed(word):
            yield Subject(at, at + 1, SubjectKind.PERSON, Aim.SOMEBODY)
            if self._is_second_name(word_at(words, at + 1), _shape(shapes, at + 1)):
                yield Subject(at, at + 2, SubjectKind.PERSON, Aim.SOMEBODY)
        elif self.names.owner(word):
            yield from self._owned(words, at + 1, Subject(at, at + 1, SubjectKind.PERSON, Aim.SOMEBODY))
        elif self.names.is_likely(word, _shape(shapes, at)):
            yield Subject(at, at + 1, SubjectKind.PERSON, Aim.SOMEBODY, is_sure=False)
        elif self.names.is_guess(word) or word in self._maybe_names or self.names.is_numbered(word):
            yield guess(at, at + 1)
        elif is_class(word) or (word == "year" and is_number(word_at(words, at + 1))):
            yield Subject(at, at + 1 + (word == "year"), SubjectKind.PERSON, Aim.SOMEBODY)
        yield from self._of_number(words, at, word)
        yield from self._titled(words, at, word)
        yield from self._put_before(words, shapes, at, word)
        yield from self._determined(words, at, word)

    def _of_number(self, words: Sequence[str | None], at: int, word: str) -> Iterator[Subject]:
        """Yield a group known by its number, and the people in it: `table 4`, `sec 2 boys`."""
        if word in self._numbered and is_number(word_at(words, at + 1)):
            one = Subject(at, at + 2, SubjectKind.PERSON, Aim.SOMEBODY)
            yield one
            if word_at(words, at + 2) in self._people:
                yield one._replace(end=at + 3)

    def _titled(self, words: Sequence[str | None], at: int, word: str) -> Iterator[Subject]:
        """Yield a title with a name, or with what says whose it is: `mr okafor`, `miss from art`."""
        after = word_at(words, at + 1)
        if word in self._titles and after.isalpha() and after not in self._asides:
            yield Subject(at, at + 2, SubjectKind.PERSON, Aim.SOMEBODY)
        elif word in self._titles and after in _TELLING_APART:
            yield from self._tails.of(words, Subject(at, at + 1, SubjectKind.PERSON, Aim.SOMEBODY))

    def _is_second_name(self, word: str, shape: str) -> bool:
        """Return whether a word behind a first name belongs to it: `wei ling`, `Mia Rose`."""
        if len(word) == 1 and word.isalpha():
            return word not in _NO_INITIALS
        return word in self._second_names or self.names.is_listed(word) or self.names.is_likely(word, shape)

    def _is_called(self, words: Sequence[str | None], shapes: Sequence[str], one: Subject) -> bool:
        """Return whether a name follows the people it belongs to: `my cousin Ruan`, `that new kid lachie`."""
        if one.end - one.start < 2 or word_at(words, one.end - 1) not in self._people:
            return False
        name = word_at(words, one.end)
        return self._is_second_name(name, _shape(shapes, one.end)) or self.names.is_guess(name)

    def _put_before(self, words: Sequence[str | None], shapes: Sequence[str], at: int, word: str) -> Iterator[Subject]:
        """Yield a name or people behind a word that makes one subject with them: `lil mo`, `half of 9b`."""
        if word in self._nicknames and self._may_be_name(word_at(words, at + 1)):
            yield Subject(at, at + 2, SubjectKind.PERSON, Aim.SOMEBODY)
        if word in self._parts:
            has_of = word_at(words, at + 1) == "of"
            if has_of or word_at(words, at + 1) in self._determiners | self._own | self._yours | self._theirs:
                people = (one for one in self._single(words, shapes, at + 1 + has_of) if one.kind in _PEOPLE)
                yield from (one._replace(start=at) for one in people)

    def _may_be_name(self, word: str) -> bool:
        """Return whether a word behind `lil` or `big` may be a name: `mo`, `mikey`, `zurvaan`."""
        return (
            self.names.is_listed(word)
            or word in self._short_names
            or self.names.is_guess(word, shortest=_SHORTEST_NICK)
        )

    def _pronouns(self, words: Sequence[str | None], at: int, word: str) -> Iterator[Subject]:
        for known, aim in ((self._you, Aim.YOU), (self._somebody, Aim.SOMEBODY), (self._me, Aim.ME)):
            if word in known:
                yield Subject(at, at + 1, SubjectKind.PERSON, aim)
                if word_at(words, at + 1) in self._counts:
                    yield Subject(at, at + 2, SubjectKind.PERSON, aim)
        if word in self._nobody:
            yield Subject(at, at + 1, SubjectKind.PERSON, Aim.NOBODY)
        if word in self._it:
            yield Subject(at, at + 1, SubjectKind.THING, Aim.THING)
        if (word in self._counts or word == "one") and word_at(words, at + 1) == "of":
            for known, aim in ((self._you, Aim.YOU), (self._somebody | {"them"}, Aim.SOMEBODY), ({"us"}, Aim.ME)):
                if word_at(words, at + 2) in known:
                    yield Subject(at, at + 3, SubjectKind.PERSON, aim)
        yield from self._known_by_tail(words, at, word)

    def _known_by_tail(self, words: Sequence[str | None], at: int, word: str) -> Iterator[Subject]:
        """Yield people who are a subject only with what follows: `whoever made this`, `everybody here`."""
        if word in self._whoever or word in self._vague:
            vague = Subject(at, at + 1, SubjectKind.PERSON, Aim.SOMEBODY)
            yield from self._tails.of(words, vague, any_word=word in self._whoever)
            if word_at(words, at + 1) in _HERE:
                yield vague._replace(end=at + 2)

    def _determined(self, words: Sequence[str | None], at: int, word: str) -> Iterator[Subject]:
        """Yield `the new girl`, `those two`, `ur brother`, `my hair`, `her drawing`."""
        if word_at(words, at + 1) == "one":
            ends = (end for end in (at + 3, at + 4) if tuple(words[at:end]) in _POINTED_AT)
            yield from (Subject(at, end, SubjectKind.PERSON, Aim.SOMEBODY) for end in ends)
        if word in self._determiners:
            yield from self._noun(words, at, at + 1, Aim.THING, SubjectKind.PERSON)
        if word in _INDEFINITE:
            for one in self._noun(words, at, at + 1, Aim.THING, SubjectKind.PERSON):
                if one.kind is SubjectKind.PERSON:
                    yield from self._tails.of(words, one)
        if word == "the" and word_at(words, at + 1) == "one":
            yield from self._tails.of(words, Subject(at, at + 2, SubjectKind.PERSON, Aim.SOMEBODY, is_sure=False))
        if word in self._own:
            yield from self._noun(words, at, at + 1, Aim.ME, SubjectKind.OWN_PERSON)
        if word in self._yours:
            yield from self._noun(words, at, at + 1, Aim.YOU, SubjectKind.PERSON)
        elif word in self._theirs:
            yield from self._noun(words, at, at + 1, Aim.SOMEBODY, SubjectKind.PERSON)

    def _owned(self, words: Sequence[str | None], at: int, owner: Subject) -> Iterator[Subject]:
        """Yield what belongs to the person before: `mia's new coat`."""
        aim = Aim.ME if owner.aim is Aim.ME else Aim.SOMEBODY
        for one in self._noun(words, owner.start, at, aim, SubjectKind.PERSON):
            if one.kind is not SubjectKind.THING:
                yield one._replace(is_sure=owner.is_sure)

    def _noun(
        self, words: Sequence[str | None], start: int, at: int, whose: Aim, person: SubjectKind
    ) -> Iterator[Subject]:
        """Yield what a determiner starts, up to each noun that may end it; `whose` is the aim of a thing."""
        if word_at(words, at) in self._counts and person is SubjectKind.PERSON:
            yield Subject(start, at + 1, person, Aim.SOMEBODY)
        for end in range(at + 1, at + _MOST_MODIFIERS + 2):
            noun = word_at(words, end - 1)
            if f"{noun} {word_at(words, end)}" == _SO_CALLED or f"{word_at(words, end - 2)} {noun}" == _SO_CALLED:
                person = SubjectKind.PERSON
                continue
            if not noun or noun in self._asides or noun in self._speech:
                return
            yield self._named(start, end, noun, whose, person)
            if word_at(words, end) == "who":
                yield Subject(start, end, person, Aim.SOMEBODY)

    def _named(self, start: int, end: int, noun: str, whose: Aim, person: SubjectKind) -> Subject:
        for known, kind in self._nouns:
            if noun in known:
                if kind is SubjectKind.PERSON:
                    if noun in self._kin and whose in {Aim.YOU, Aim.SOMEBODY}:
                        return Subject(start, end, SubjectKind.KIN, Aim.SOMEBODY)
                    return Subject(start, end, SubjectKind.PERSON if noun in self._peers else person, Aim.SOMEBODY)
                return Subject(start, end, kind, whose)
        return Subject(start, end, SubjectKind.THING, Aim.THING if whose is not Aim.ME else Aim.ME)


def is_class(word: str) -> bool:
    """Return whether a word is a school class: `6b`, `11y2`."""
    return word[:1].isdigit() and len(word) <= _LONGEST_CLASS and word.rstrip("0123456789")[-1:].isalpha()


def _shape(shapes: Sequence[str], at: int) -> str:
    return shapes[at] if at < len(shapes) else ""


def _both(one: Aim, other: Aim) -> Aim:
    """Return whom `one and other` are about: `me and mia` includes the writer, `you and mia` the reader."""
    return next((aim for aim in (Aim.ME, Aim.YOU) if aim in {one, other}), other)
