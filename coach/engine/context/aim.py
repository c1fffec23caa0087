"""Decide whom a candidate is about: you, somebody, me, a thing, nobody.

There is no parser. A phrase may name a person itself; otherwise the subject before a verb of being decides; a
phrase with neither addresses whoever reads it.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coach.engine.context.dislikes import Dislikes
from coach.engine.context.pets import Pets
from coach.engine.text.reading import Candidate, Reading
from coach.engine.text.word_lists import word_list
from coach.models import Aim

if TYPE_CHECKING:
    from coach.engine.knowledge import Knowledge

_words = partial(word_list, Path(__file__).with_name("words.toml"))
_NAMED = ((Aim.YOU, _words("you")), (Aim.SOMEBODY, _words("somebody")), (Aim.ME, _words("me")))
_SUBJECTS = (*_NAMED, (Aim.NOBODY, _words("nobody")))
_DOERS = ((Aim.ME, _words("me-doing")), (Aim.SOMEBODY, _words("somebody-doing")), (Aim.YOU, _words("you-doing")))
_LINKING = _words("linking")
_TOWARDS = _words("towards-being")
_BEFORE_BEING, _BEFORE_DEED = _words("before-being"), _words("before-deed")
_CALLING, _MYSELF = _words("calling"), _words("myself")
_ANYONE, _FEELING = _words("anyone"), _words("feeling")
_ANYONE_WITHIN = 3
"""How many words before `feel` `anyone` may be: `anyone else ever feel`."""
_DETERMINERS, _POINTING, _PLACING = _words("determiners"), _words("pointing"), _words("placing")
_VAGUE_THINGS = _words("vague-things")
_OWNED_THINGS = _words("owned-things")
_OWNERS = frozenset({"your", "ur"})
_WHAT_I_AM = (["i", "am"], ["that", "i", "am"])
_OWNER_AND_INSULT = 2
"""How many words `your dumb` has; `ur so dumb phone me` says `you are`."""
_POINTED_WITHIN = 5
"""How many words `the` or `this` may be from its noun: `the new fc menu`."""


class AimReader:
    """Decides whom each candidate is about."""

    def __init__(self) -> None:
        self._people: frozenset[str] = frozenset()
        self._first_names: frozenset[str] = frozenset()
        self._things: frozenset[str] = frozenset()
        self._before_be: frozenset[str] = frozenset()
        """Words allowed between a linking verb and the phrase."""
        self._before_deed: frozenset[str] = frozenset()
        """Words allowed between a doer and the phrase."""
        self._joking: frozenset[str] = frozenset()
        """Words that begin a clause and are nobody: `haha look at you`."""
        self._adjectives: frozenset[str] = frozenset()
        self._pets = Pets()
        self._dislikes = Dislikes()

    def learn(self, knowledge: Knowledge) -> None:
        """Learn the words for people and things, and filler words."""
        lexicon = knowledge.rules.lexicon
        self._people = lexicon.sets.get("people", frozenset())
        self._first_names = lexicon.sets.get("first-name", frozenset())
        self._things = lexicon.sets.get("things", frozenset())
        self._adjectives = lexicon.sets.get("rude-adj", frozenset())
        self._joking = lexicon.sets.get("joking", frozenset()) | lexicon.sets.get("laughs", frozenset())
        fillers = lexicon.sets.get("fillers", frozenset()) | lexicon.sets.get("very", frozenset())
        people = self._people | self._first_names | lexicon.sets.get("human-words", frozenset())
        self._pets = Pets(lexicon.sets.get("animals", frozenset()), people)
        disliked, beside = (lexicon.sets.get(name, frozenset()) for name in ("disliked-things", "said-of-dislikes"))
        self._dislikes = Dislikes(disliked, beside)
        self._before_be, self._before_deed = fillers | _BEFORE_BEING, fillers | _BEFORE_DEED

    def read(self, reading: Reading) -> None:
        """Set the aim of every candidate in a reading whose subject did not decide it already."""
        for candidate in (one for one in reading.candidates if one.aim is None):
            told = self._told(reading, candidate)
            candidate.aim, candidate.is_told = told or Aim.YOU, told is not None
        for candidate in reading.candidates:
            if candidate.aim is Aim.SOMEBODY and self._is_no_person(reading, candidate):
                candidate.aim = Aim.THING

    def _is_no_person(self, reading: Reading, candidate: Candidate) -> bool:
        return self._pets.are_meant(reading, candidate) or self._dislikes.are_meant(reading, candidate)

    def _told(self, reading: Reading, candidate: Candidate) -> Aim | None:
        """Return the aim stated by words; None for a phrase without such words."""
        inside = [word for word in reading.words[candidate.start : candidate.end] if word]
        before = [word for word in reading.words[reading.clause_start(candidate.start) : candidate.start] if word]
        named = self._named(inside)
        if named is None and self._calls_a_thing(reading, candidate.end):
            return Aim.THING
        if named is None and _is_what_i_am(reading, candidate):
            return Aim.ME
        if _is_of_what_they_own(reading, candidate, inside):
            return Aim.THING
        return named or self._subject(before, inside) or _pointed(before)

    def _calls_a_thing(self, reading: Reading, end: int) -> bool:
        """`shut up alarm clock`, `piss off, level 42`, `absolute bastard of a wasp`: the phrase addresses a thing."""
        after = reading.words[end : end + 4]
        if after[:1] == [None] and end not in reading.ends:
            after = after[1:]
        elif after[:2] in (["of", "a"], ["of", "an"]):
            after = after[2:]
        called = next((word for word in after if word not in self._adjectives), None)
        return called is not None and called in self._things and called not in _VAGUE_THINGS

    @staticmethod
    def _named(inside: list[str]) -> Aim | None:
        """Return whom the phrase itself names."""
        for aim, words in _NAMED:
            if not words.isdisjoint(inside):
                return aim
        return None

    def _subject(self, before: list[str], inside: list[str]) -> Aim | None:
        """Return the subject of `... is such a` or `... should just`, when the phrase follows or starts with it."""
        if inside[:1] and inside[0] in _LINKING:
            return self._who(before) if not self._joking.issuperset(before) else None
        at = len(before)
        while at and (before[at - 1] in self._before_be or _is_the_most(before[max(at - 2, 0) : at])):
            at -= 1
        if at and before[at - 1] == "am":
            return Aim.ME
        if at and before[at - 1] in _LINKING:
            return Aim.ME if _asks_who_else_feels(before[:at]) else self._who(before[: at - 1])
        if before[-1:] == ["me"] and before[-2:-1] and before[-2] in _CALLING:
            return Aim.ME
        if at < len(before) and at and before[at - 1] in _MYSELF:
            return Aim.ME
        return self._doer(before)

    def _doer(self, before: list[str]) -> Aim | None:
        """Return the doer before a phrase that names no person: `i` copied the whole test, `my phone` keeps dying."""
        at = len(before)
        while at and before[at - 1] in self._before_deed:
            at -= 1
        doer = before[at - 1] if at else ""
        for aim, words in _DOERS:
            if doer in words:
                return aim
        return Aim.THING if doer in self._things and doer not in _VAGUE_THINGS else None

    def _who(self, before: list[str]) -> Aim:
        """Return the subject of a verb of being."""
        at = len(before)
        while at and before[at - 1] in _TOWARDS:
            at -= 1
        subject = before[at - 1] if at else ""
        for aim, words in _SUBJECTS:
            if subject in words:
                return aim
        if subject in self._people or subject in self._first_names or not subject:
            return Aim.SOMEBODY
        around = before[-_POINTED_WITHIN:-1]
        if not (self._people.isdisjoint(around) or _PLACING.isdisjoint(around)):
            return Aim.SOMEBODY
        if subject in self._things or (not _POINTING.isdisjoint(around) and self._people.isdisjoint(around)):
            return Aim.THING
        return Aim.SOMEBODY


def _is_of_what_they_own(reading: Reading, candidate: Candidate, inside: list[str]) -> bool:
    """Return whether `your` and an insult go on with a thing: `your dumb phone`, never `your dumb brother`."""
    following = reading.words[candidate.end : candidate.end + 1]
    return len(inside) == _OWNER_AND_INSULT and inside[0] in _OWNERS and not _OWNED_THINGS.isdisjoint(following)


def _asks_who_else_feels(before: list[str]) -> bool:
    """Return whether a writer asks whether others feel as they do: `does anyone else feel so fat`."""
    return before[-1] in _FEELING and not _ANYONE.isdisjoint(before[-1 - _ANYONE_WITHIN : -1])


def _is_the_most(words: list[str]) -> bool:
    """Return whether two words are `the` and a superlative: `i am the dopiest drongo`."""
    return words[:1] == ["the"] and words[-1].endswith("est")


def _is_what_i_am(reading: Reading, candidate: Candidate) -> bool:
    """Return whether the clause ends with `i am` right after the phrase: `what a melon i am`, `eejit that i am`."""
    said = [word for word in reading.words[candidate.end : reading.clause_end(candidate.end)] if word]
    return said in _WHAT_I_AM


def _pointed(before: list[str]) -> Aim | None:
    """`this loser`, `my idiot brother`: the phrase points at somebody."""
    return Aim.SOMEBODY if before and before[-1] in _DETERMINERS else None
