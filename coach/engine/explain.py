"""Tells what every step of the pipeline made of one message, for those who write rules.

Nothing is decided here: the components run as they always do, and `coach_flags` gives its rulings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from coach.engine.compiled import Lexicon, compile_catalog
from coach.engine.flags import Flags
from coach.engine.phrases import Phrases
from coach.engine.pipeline import build, make_doc, plain_words
from coach.engine.reading import Candidate, Reading, reading_of
from coach.engine.rulings import Ruling, Verdict, concern_of
from coach.models import Aim, Audience, Catalog, Direction, FlagSource, Message, Rule, Setting, Weight

_LAST_PIPE = "coach_flags"


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
        """Take a catalog, and the Language made from it if there is one."""
        self.catalog = catalog
        self._nlp = nlp or build(catalog)
        self._rules = {rule.id: rule for rule in catalog.rules}

    def explain(self, message: Message) -> Explanation:
        """Every step that this message takes, phrases that are looked for in the other direction only among them."""
        other = next(one for one in Direction if one is not message.direction)
        with self._nlp.memory_zone():
            doc = self._read(message)
            turned = self._read(message.model_copy(update={"direction": other}))
            foreign = [one for one in reading_of(turned).candidates if not _is_sought(one, message.direction)]
            patterns = self._patterns(doc) | self._patterns(turned)
            reading_of(doc).candidates.extend(foreign)
            rulings = self._judge(reading_of(doc))
            found = [self._found(ruling, message, patterns, rulings) for ruling in rulings]
            words = tuple(_words(reading_of(doc), message.text))
        return Explanation(message, words, tuple(sorted(found, key=lambda one: (one.start, -one.end, one.rule))))

    def found(self, message: Message) -> tuple[Found, ...]:
        """What was found and became of it, without the phrases as written; quicker than `explain`."""
        with self._nlp.memory_zone():
            rulings = self._judge(reading_of(self._read(message)))
            return tuple(self._found(ruling, message, {}, rulings) for ruling in rulings)

    def _read(self, message: Message) -> Doc:
        doc = make_doc(self._nlp, message)
        for name, pipe in self._nlp.pipeline:
            if name != _LAST_PIPE:
                doc = pipe(doc)
        return doc

    def _judge(self, reading: Reading) -> list[Ruling]:
        flags = self._nlp.get_pipe(_LAST_PIPE)
        return flags.judge(reading) if isinstance(flags, Flags) else []

    def _patterns(self, doc: Doc) -> dict[tuple[str, int, int], str]:
        """The phrase of a rule, as written, by the rule and the words where it was found."""
        candidates = reading_of(doc).candidates
        rules = [self._rules[name] for name in {one.rule for one in candidates} if name in self._rules]
        found = _find_each(self._nlp, self.catalog, rules, doc)
        return {(rule, one.start, one.end): pattern for rule, pattern, one in found}

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
            pattern=patterns.get((one.rule, one.start, one.end), ""),
            aim=one.aim,
            setting=one.setting,
            weight=self._weight(one, message.audience),
            verdict=ruling.verdict,
            by=self._found(by, message, patterns, ()) if by else None,
        )

    def _weight(self, candidate: Candidate, audience: Audience) -> Weight | None:
        category = self.catalog.categories.get(candidate.rule.rpartition("/")[0])
        return category.weight_before(audience) if category else None


def _find_each(nlp: Language, catalog: Catalog, rules: Iterable[Rule], doc: Doc) -> list[tuple[str, str, Candidate]]:
    """What every single phrase of `rules` finds: the rule, the phrase as written, and where it was found."""
    single = {f"{rule.id}#{number}": (rule, phrase) for rule in rules for number, phrase in enumerate(rule.patterns)}
    parts = [rule.model_copy(update={"id": name, "patterns": (phrase,)}) for name, (rule, phrase) in single.items()]
    phrases, reading = Phrases("coach_phrases"), reading_of(doc)
    few = catalog.model_copy(update={"rules": tuple(parts)})
    phrases.set_rules(compile_catalog(few, Lexicon(sets=catalog.words), lambda text: plain_words(nlp, text)))
    known = len(reading.candidates)
    phrases(doc)
    found = reading.candidates[known:]
    del reading.candidates[known:]
    return [(single[one.rule][0].id, single[one.rule][1].source, one) for one in found]


def _is_sought(candidate: Candidate, direction: Direction) -> bool:
    return direction in concern_of(candidate).directions


def _words(reading: Reading, text: str) -> Iterable[tuple[str, str | None]]:
    for (start, end), group in groupby(zip(reading.spans, reading.words, strict=True), key=lambda pair: pair[0]):
        words = [word for _, word in group]
        yield text[start:end], None if None in words else " ".join(word for word in words if word)


__all__ = ["Explainer", "Explanation", "Found", "Verdict"]
