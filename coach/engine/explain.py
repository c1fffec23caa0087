"""Explain what each step of the pipeline did with one message, for people who write rules.

This module decides nothing: the components run as usual, and `coach_flags` supplies its rulings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import exp

from spacy.language import Language

from coach.engine.direct import direct_through
from coach.engine.patterns.compiled import Lexicon, compile_catalog
from coach.engine.patterns.matcher import Phrases
from coach.engine.pipeline import build
from coach.engine.reader import SecondReader, Thought
from coach.engine.spacy_parts import plain_words
from coach.engine.text.mojibake import unmixed
from coach.engine.text.reading import Candidate, Identity, Reading
from coach.engine.text.tokenizer import readable
from coach.engine.verdict.resolve import Ruling, Verdict
from coach.errors import CoachError
from coach.models import Aim, Audience, Catalog, Concern, Direction, FlagSource, Message, Rule, Setting, Weight
from coach.models.category import said_as


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that was found, and its outcome."""

    start: int
    end: int
    phrase: str
    rule: str
    """Id of the rule or detail that found it."""
    source: FlagSource
    pattern: str
    """The rule's phrase as its author wrote it; empty for a detail."""
    aim: Aim | None
    setting: Setting | None
    weight: Weight | None
    """None if its category has no text."""
    verdict: Verdict
    by: Found | None
    """The phrase that silenced it, if one did."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the second reader thinks of a message, about one concern."""

    concern: Concern
    probability: float
    """How sure it is of the surest part of the message, 0 to 1."""
    needed: float
    """How sure it must be to speak."""
    category: str
    phrase: str
    """The words that say so."""
    is_read: bool
    """Whether its quick first look lets the encoder read that part; otherwise it is silent whatever it thinks."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One message, step by step."""

    message: Message
    words: tuple[tuple[str, str | None], ...]
    """Each written part with the plain words it was read as; None at a clause break."""
    found: tuple[Found, ...]
    """In the order of the text."""
    opinions: tuple[Opinion, ...] = ()
    """What the second reader thinks, surest first; empty without it."""


class Explainer:
    """Explains how a catalog's rules read a message."""

    def __init__(self, catalog: Catalog, nlp: Language | None = None) -> None:
        """Take a catalog and, optionally, the Language built from it.

        Raises:
            CoachError: the Language has components that are not Coach's; these cannot be explained.
        """
        self.catalog = catalog
        self._nlp = nlp or build(catalog)
        way = direct_through(self._nlp)
        if way is None:
            raise CoachError("cannot explain a pipeline with other components\n    fix: use only Coach's components")
        self._way, self._flags = way, way.flags
        self._rules = {rule.id: rule for rule in catalog.rules}

    def explain(self, message: Message) -> Explanation:
        """Explain every step for this message, including phrases that only count in the other direction.

        Mojibake is shown repaired.
        """
        if repaired := unmixed(message.text):
            message = message.model_copy(update={"text": repaired.text})
        other = next(one for one in Direction if one is not message.direction)
        with self._nlp.memory_zone():
            reading = self._read(message)
            turned = self._read(message.model_copy(update={"direction": other}))
            patterns = self._patterns(reading) | self._patterns(turned)
            for version, other_way in zip(reading.versions, turned.versions, strict=True):
                foreign = (one for one in other_way.candidates if not said_as(one.rule, message.direction))
                version.candidates.extend(foreign)
            rulings = self._flags.judge(reading)
            found = [self._found(ruling, message, patterns, rulings) for ruling in rulings]
            words = tuple(_words(reading, message.text))
            opinions = tuple(sorted(self._opinions(reading), key=lambda one: -one.probability))
        found.sort(key=lambda one: (one.start, -one.end, one.rule))
        return Explanation(message, words, tuple(found), opinions)

    def found(self, message: Message) -> tuple[Found, ...]:
        """Return the phrases found and their outcomes, without the phrases as written; quicker than `explain`."""
        with self._nlp.memory_zone():
            rulings = self._flags.judge(self._read(message))
            return tuple(self._found(ruling, message, {}, rulings) for ruling in rulings)

    def _read(self, message: Message) -> Reading:
        """Read as if to a stranger, to include phrases that only count with strangers."""
        reading = self._way.respell.reading(readable(message.text), message.direction, Audience.STRANGER)
        for name, part in self._way.parts:
            if name == "coach_setting" or isinstance(part, SecondReader):
                _turn_to(reading, message.audience)
            for version in reading.versions:
                part.read(version)
        return reading

    def _opinions(self, reading: Reading) -> Iterator[Opinion]:
        """Yield what the second reader thinks, by concern, of the part that it is surest about."""
        for _, part in self._way.parts:
            if isinstance(part, SecondReader):
                thoughts = sorted(part.thoughts(reading, gated=False), key=lambda one: one.concern)
                for _, some in groupby(thoughts, key=lambda one: one.concern):
                    yield _opinion(reading, max(some, key=lambda one: one.logit - one.threshold))

    def _patterns(self, reading: Reading) -> dict[Identity, str]:
        """Map the rule and characters of each find to the rule's phrase as written."""
        candidates = [one for version in reading.versions for one in version.candidates]
        rules = [self._rules[name] for name in {one.rule for one in candidates} if name in self._rules]
        found = _find_each(self._nlp, self.catalog, rules, reading)
        return {(rule, one.start_char, one.end_char): pattern for rule, pattern, one in found}

    def _found(
        self, ruling: Ruling, message: Message, patterns: dict[Identity, str], rulings: Iterable[Ruling]
    ) -> Found:
        one = ruling.candidate
        by = next((other for other in rulings if other.candidate is ruling.by), None)
        return Found(
            start=one.start_char,
            end=one.end_char,
            phrase=message.text[one.start_char : one.end_char],
            rule=one.rule,
            source=one.source,
            pattern=patterns.get(one.identity, ""),
            aim=one.aim,
            setting=self._setting(one),
            weight=self._weight(ruling, message.audience),
            verdict=ruling.verdict,
            by=self._found(by, message, patterns, ()) if by else None,
        )

    def _setting(self, candidate: Candidate) -> Setting | None:
        return self._flags.setting(candidate) if candidate.settings else None

    def _weight(self, ruling: Ruling, audience: Audience) -> Weight | None:
        """Return the weight shown in the report."""
        if ruling.candidate.rule.rpartition("/")[0] not in self.catalog.categories:
            return None
        return self._flags.given_weight(ruling, audience)


def _opinion(reading: Reading, thought: Thought) -> Opinion:
    first, (start, end) = thought.window[0], thought.phrase
    written = reading.text[reading.spans[first + start][0] : reading.spans[first + end - 1][1]]
    sure, needed = (1 / (1 + exp(-one)) for one in (thought.logit, thought.threshold - thought.spared))
    return Opinion(thought.concern, sure, needed, thought.category, written, thought.is_let_in)


def _turn_to(reading: Reading, audience: Audience) -> None:
    """Set the audience of a reading from here on."""
    for version in reading.versions:
        version.audience = audience


def _find_each(
    nlp: Language, catalog: Catalog, rules: Iterable[Rule], reading: Reading
) -> list[tuple[str, str, Candidate]]:
    """List the finds of every single phrase of `rules`: the rule, the phrase as written, and the place."""
    single = {f"{rule.id}#{number}": (rule, phrase) for rule in rules for number, phrase in enumerate(rule.patterns)}
    parts = [rule.model_copy(update={"id": name, "patterns": (phrase,)}) for name, (rule, phrase) in single.items()]
    phrases = Phrases()
    few = catalog.model_copy(update={"rules": tuple(parts)})
    phrases.look_for(compile_catalog(few, Lexicon(sets=catalog.words), lambda text: plain_words(nlp, text)))
    found = list[Candidate]()
    for version in reading.versions:
        known = len(version.candidates)
        phrases.read(version)
        found.extend(version.candidates[known:])
        del version.candidates[known:]
    return [(single[one.rule][0].id, single[one.rule][1].source, one) for one in found]


def _words(reading: Reading, text: str) -> Iterable[tuple[str, str | None]]:
    for (start, end), group in groupby(zip(reading.spans, reading.words, strict=True), key=lambda pair: pair[0]):
        words = [word for _, word in group]
        yield text[start:end], None if None in words else " ".join(word for word in words if word)


__all__ = ["Explainer", "Explanation", "Found", "Opinion", "Verdict"]
