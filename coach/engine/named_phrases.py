"""Find named phrases in a text, in the same plain spelling as rules: what an answer asks, offers or threatens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import spacy

from coach.engine.patterns.clauses import Clauses
from coach.engine.patterns.compiled import Lexicon
from coach.engine.patterns.lazy_dfa import PhraseAutomaton
from coach.engine.patterns.nfa import NetMaker
from coach.engine.spacy_parts import plain_words, respell_in
from coach.engine.text.reading import Reading, said
from coach.engine.text.tokenizer import TOKENIZER, readable
from coach.engine.text.word_lists import word_list
from coach.models.phrase import Phrase, words_in

_NEGATIONS = word_list(Path(__file__).with_suffix(".toml"), "negations")
NEGATED_WITHIN = 4
"""How many words before a phrase may negate it."""


@dataclass(frozen=True, slots=True)
class NamedPhrase:
    """A phrase that was found, and its place in the text."""

    name: str
    start: int
    """The first character."""
    end: int
    """The character after the last."""
    is_negated: bool
    """Whether a word such as "not" comes right before it in its clause."""


@dataclass(frozen=True, slots=True)
class PhrasesFound:
    """The words of a text in plain spelling, and the phrases found in it."""

    words: tuple[str, ...]
    found: tuple[NamedPhrase, ...]


class NamedPhrases:
    """Finds phrases by name."""

    def __init__(
        self,
        phrases: Iterable[tuple[str, Phrase]],
        spelling: Mapping[str, str],
        edges: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
    ) -> None:
        """Prepare to find phrases.

        Args:
            phrases: each under a name; several may share one.
            spelling: other spellings, mapped to plain spelling.
            edges: words that may come before a clause, and after it, without being part of it.
        """
        named = list(phrases)
        known = {
            *words_in(phrase for _, phrase in named),
            *(word for plain in spelling.values() for word in plain.split()),
        }
        self._nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
        self._nlp.add_pipe("coach_respell")
        self._respell = respell_in(self._nlp)
        self._respell.set_lexicon(Lexicon(frozenset(word.lower() for word in known), spelling))
        self._automaton = PhraseAutomaton(NetMaker(partial(plain_words, self._nlp)).net(named))
        self._edges = edges

    def read(self, text: str) -> PhrasesFound:
        """Find every phrase in a text."""
        with self._nlp.memory_zone():
            reading = self._respell.words_of(readable(text))
            found = self._automaton.find(reading.words, Clauses(reading.words, *self._edges))
            return PhrasesFound(
                tuple(said(reading.words)), tuple(sorted({_found(reading, *one) for one in found}, key=_place))
            )


def _found(reading: Reading, name: str, first: int, last: int) -> NamedPhrase:
    before = said(reading.words[max(reading.clause_start(first), first - NEGATED_WITHIN) : first])
    start, end = reading.spans[first][0], reading.spans[last - 1][1]
    return NamedPhrase(name, start, end, not _NEGATIONS.isdisjoint(before))


def _place(found: NamedPhrase) -> tuple[int, int, str]:
    return found.start, found.end, found.name
