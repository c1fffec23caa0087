"""Kinds of words that an answer may be asked to bring, or not to: `asks`, `offers`, `blames`. Reads `wants.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from coach.errors import AuthorError
from coach.models import Audience
from coach.models.base import Model
from coach.models.phrase import Phrase
from coach.rules import rules_path
from coach.rules.phrases import PhraseError
from coach.rules.toml_source import TomlSource, read_toml
from coach.rules.word_sets import WordSets

if TYPE_CHECKING:
    from coach.engine.named_phrases import NamedPhrases

TOPIC = "keeps-the-topic"
"""A kind without phrases: the answer must share a word with the draft, the words to keep or the solution."""
MORE = "says-more"
"""A kind without phrases: the answer must have at least `LONG` words, where any whole sentence will do."""
LONG = 6
QUESTION = "asks"
"""The kind that a question mark shows too."""
PUTS_DOWN = "puts-down"
"""The kind that is about the reader: a hard word on oneself is none."""
LEAD_INS, TRAILERS = "lead-ins", "trailers"
"""Word sets that may come before and after any clause."""


class WordKind(Model):
    """One kind of words."""

    missing: str = ""
    """What to say if it is wanted and missing; empty if no answer can be asked for it."""
    missing_in_question: str = Field(default="", alias="missing-in-question")
    """What to say in its place to an answer that only asks somebody known only online; empty for `missing`."""
    found: str = ""
    """What to say if it is there and must not be."""
    always: bool = False
    """Whether no answer may bring it."""
    unsafe_for: frozenset[Audience] = frozenset()
    """Audiences for whom it is never safe."""
    unless_negated: bool = False
    """Whether "not" before it makes it fine: "I can't meet you"."""
    phrases: tuple[str, ...] = Field(default=())
    """In the language of rules, see `coach/rules/README.md`."""


def wants_path() -> Path:
    """Return the file of kinds."""
    return Path(__file__).parent / "wants.toml"


@cache
def kinds() -> Mapping[str, WordKind]:
    """Read Coach's kinds, by name.

    Raises:
        AuthorError: the file is invalid.
    """
    return {name: WordKind.model_validate(values) for name, values in _source().values["kinds"].items()}


@cache
def named_phrases() -> NamedPhrases:
    """Compile the phrases of all kinds; the engine is imported only then.

    Raises:
        AuthorError: a phrase is invalid.
    """
    from coach.engine.named_phrases import NamedPhrases

    sets = _word_sets(_source())
    edges = (_plain(sets, LEAD_INS), _plain(sets, TRAILERS))
    return NamedPhrases(
        _phrases(sets), {**_spelling(_coach_spelling()), **_spelling(_source().values["spelling"])}, edges
    )


@cache
def _source() -> TomlSource:
    return read_toml(wants_path())


def _word_sets(source: TomlSource) -> WordSets:
    sets = WordSets()
    sets.add(TomlSource(source.path, source.text, values=source.values["sets"]))
    sets.resolve()
    if sets.faults:
        raise AuthorError(sets.faults)
    return sets


def _phrases(sets: WordSets) -> Iterable[tuple[str, Phrase]]:
    found, source = list[tuple[str, Phrase]](), _source()
    for name, kind in kinds().items():
        for phrase in kind.phrases:
            try:
                found.append((name, sets.read(phrase)))
            except PhraseError as error:
                source.fault_at(name, error.problem, error.fix, phrase)
    source.raise_faults()
    return found


def _plain(sets: WordSets, name: str) -> frozenset[str]:
    return sets.plain_entries().get(name, frozenset())


def _coach_spelling() -> dict[str, list[str]]:
    files = sorted((rules_path() / "spelling").glob("*.toml"))
    return {plain: written for path in files for plain, written in read_toml(path).values.items()}


def _spelling(written: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word.lower(): plain.lower() for plain, words in written.items() for word in words}
