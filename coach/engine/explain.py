"""Tells what every step of the pipeline made of one message, for those who write rules.

Nothing is decided here: the components run as they always do, and `coach_flags` gives its rulings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from spacy.language import Language

from coach.engine.direct import direct_through
from coach.engine.patterns.compiled import Lexicon, compile_catalog
from coach.engine.patterns.matcher import Phrases
from coach.engine.pipeline import build, plain_words
from coach.engine.text.mojibake import unmixed
from coach.engine.text.reading import Candidate, Reading
from coach.engine.text.tokenizer import readable
from coach.engine.verdict.resolve import Ruling, Verdict
from coach.errors import CoachError
from coach.models import Aim, Audience, Catalog, Direction, FlagSource, Message, Rule, Setting, Weight
from coach.models.category import directions_of


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that was found, and what became of it."""

    start: int
    end: int
    phrase: str
    rule: str
    """The id of the rule or detail that found it."""
    source: FlagSource
    pattern: str
    """The rule's phrase as its author wrote it; nothing for a detail."""
    aim: Aim | None
    setting: Setting | None
    weight: Weight | None
    """None where its category has no text."""
    verdict: Verdict
    by: Found | None
    """The phrase that silenced it, if one did."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One message, step by step."""

    message: Message
    words: tuple[tuple[str, str | None], ...]
    """What was written, and the plain words that it was read as; None where a clause breaks off."""
    found: tuple[Found, ...]
    """In the order of the text."""


class Explainer:
    """Reads messages by the rules of a catalog and tells how."""

    def __init__(self, catalog: Catalog, nlp: Language | None = None) -> None:
        """Take a catalog, and the Language made from it if there is one.

        Raises:
            CoachError: the Language has components that are not Coach's, which nothing here can explain.
        """
        self.catalog = catalog
        self._nlp = nlp or build(catalog)
        way = direct_through(self._nlp)
        if way is None:
            raise CoachError("only a pipeline of Coach's own can be explained\n    fix: leave other components out")
        self._way, self._flags = way, way.flags
        self._rules = {rule.id: rule for rule in catalog.rules}

    def explain(self, message: Message) -> Explanation:
        """Every step that this message takes, phrases that are looked for in the other direction only among them.

        Letters of UTF-8 that were read as another encoding are shown as what they were.
        """
        if repaired := unmixed(message.text):
            message = message.model_copy(update={"text": repaired.text})
        other = next(one for one in Direction if one is not message.direction)
        with self._nlp.memory_zone():
            reading = self._read(message)
            turned = self._read(message.model_copy(update={"direction": other}))
            patterns = self._patterns(reading) | self._patterns(turned)
            for version, other_way in zip(reading.versions, turned.versions, strict=True):
                foreign = (one for one in other_way.candidates if not _is_sought(one, message.direction))
                version.candidates.extend(foreign)
            rulings = self._flags.judge(reading)
            found = [self._found(ruling, message, patterns, rulings) for ruling in rulings]
            words = tuple(_words(reading, message.text))
        return Explanation(message, words, tuple(sorted(found, key=lambda one: (one.start, -one.end, one.rule))))

    def found(self, message: Message) -> tuple[Found, ...]:
        """What was found and became of it, without the phrases as written; quicker than `explain`."""
        with self._nlp.memory_zone():
            rulings = self._flags.judge(self._read(message))
            return tuple(self._found(ruling, message, {}, rulings) for ruling in rulings)

    def _read(self, message: Message) -> Reading:
        """Read as if to a stranger, so that phrases are found which count with strangers only."""
        reading = self._way.respell.reading(readable(message.text), message.direction, Audience.STRANGER)
        for name, part in self._way.parts:
            if name == "coach_setting":
                _turn_to(reading, message.audience)
            for version in reading.versions:
                part.read(version)
        return reading

    def _patterns(self, reading: Reading) -> dict[tuple[str, int, int], str]:
        """The phrase of a rule, as written, by the rule and the characters where it was found."""
        candidates = [one for version in reading.versions for one in version.candidates]
        rules = [self._rules[name] for name in {one.rule for one in candidates} if name in self._rules]
        found = _find_each(self._nlp, self.catalog, rules, reading)
        return {(rule, one.start_char, one.end_char): pattern for rule, pattern, one in found}

    def _found(
        self, ruling: Ruling, message: Message, patterns: dict[tuple[str, int, int], str], rulings: Iterable[Ruling]
    ) -> Found:
        one = ruling.candidate
        by = next((other for other in rulings if other.candidate is ruling.by), None)
        return Found(
            start=one.start_char,
            end=one.end_char,
            phrase=message.text[one.start_char : one.end_char],
            rule=one.rule,
            source=one.source,
            pattern=patterns.get((one.rule, one.start_char, one.end_char), ""),
            aim=one.aim,
            setting=self._setting(one),
            weight=self._weight(ruling, message.audience),
            verdict=ruling.verdict,
            by=self._found(by, message, patterns, ()) if by else None,
        )

    def _setting(self, candidate: Candidate) -> Setting | None:
        return self._flags.setting(candidate) if candidate.settings else None

    def _weight(self, ruling: Ruling, audience: Audience) -> Weight | None:
        """The weight that it has in the report."""
        if ruling.candidate.rule.rpartition("/")[0] not in self.catalog.categories:
            return None
        return self._flags.given_weight(ruling, audience)


def _turn_to(reading: Reading, audience: Audience) -> None:
    """Let a reading be for this audience from here on."""
    for version in reading.versions:
        version.audience = audience


def _find_each(
    nlp: Language, catalog: Catalog, rules: Iterable[Rule], reading: Reading
) -> list[tuple[str, str, Candidate]]:
    """What every single phrase of `rules` finds: the rule, the phrase as written, and where it was found."""
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


def _is_sought(candidate: Candidate, direction: Direction) -> bool:
    return direction in directions_of(candidate.rule.rpartition("/")[0])


def _words(reading: Reading, text: str) -> Iterable[tuple[str, str | None]]:
    for (start, end), group in groupby(zip(reading.spans, reading.words, strict=True), key=lambda pair: pair[0]):
        words = [word for _, word in group]
        yield text[start:end], None if None in words else " ".join(word for word in words if word)


__all__ = ["Explainer", "Explanation", "Found", "Verdict"]
