"""Where the automaton and RE2 say different rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from spacy.language import Language

from coach.corpus import read_corpus
from coach.engine.patterns.matcher import Phrases
from coach.engine.spacy_parts import respell_in
from coach.engine.text.reading import Reading
from coach.engine.text.tokenizer import readable
from coach.models import Audience, Message
from coach.models.category import from_friend
from coach.proof.examples import examples_of
from tests.oracle.sets import Oracle
from tests.shipped import shipped_catalog, shipped_compiled

_OWN = {heard: rule.id for rule in shipped_catalog().rules if (heard := from_friend(rule.id))}
"""Rules about a child that hurts, by the ids under which they speak of a friend."""


class Compared(NamedTuple):
    """The rules that each found in a message."""

    text: str
    automaton: set[str]
    re2: set[str]


def corpus_messages() -> list[Message]:
    """Return the corpus, sent to a stranger: then every rule counts."""
    marked = (one for voice in read_corpus() for one in voice.messages)
    return [Message(text=one.text, direction=one.direction, audience=Audience.STRANGER) for one in marked]


def example_messages(most: int | None = None) -> list[Message]:
    """Return up to `most` flagged examples of each rule, or by default all its examples, sent to a stranger."""
    rules = shipped_catalog().rules
    shown = [list(examples_of([rule]))[:most] for rule in rules]
    return [one.message.model_copy(update={"audience": Audience.STRANGER}) for each in shown for one in each]


def compare(nlp: Language, oracle: Oracle, chosen: Iterable[Message]) -> Iterator[Compared]:
    """Let both read each message."""
    for message in chosen:
        reading = respell_in(nlp).reading(readable(message.text), message.direction, message.audience)
        yield Compared(message.text, found_by_automaton(reading), oracle.rules_in(reading))


def found_by_automaton(reading: Reading) -> set[str]:
    """Return the rules whose phrases the automaton finds in any version of a message, whatever their subject."""
    phrases = _phrases_of_anybody()
    for version in reading.versions:
        phrases.read(version)
    found = {candidate.rule for version in reading.versions for candidate in version.candidates}
    return {_OWN.get(rule, rule) for rule in found}


@cache
def _phrases_of_anybody() -> Phrases:
    """Return the phrases without the subjects that frames check afterwards: RE2 does not know about them."""
    compiled = shipped_compiled()
    phrases = Phrases()
    phrases.look_for(
        replace(compiled, terms={name: replace(terms, subject=None) for name, terms in compiled.terms.items()})
    )
    return phrases
