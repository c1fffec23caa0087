"""`coach_flags`: settles which candidates become flags, and attaches weight, why, instead and lesson."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from spacy.language import Language
from spacy.tokens import Doc, Span

from coach.engine.compiled import Compiled, Terms
from coach.engine.private_words import why_of
from coach.engine.reading import Candidate, Reading, forget_reading, reading_of
from coach.engine.rulings import Ruling, Silenced, Verdict, place_of, settle
from coach.engine.second_reader.manner import accepts_aim, accepts_setting, defer, is_from_reader, softened
from coach.engine.turns import Pool, Said, take_turns
from coach.models import Audience, Category, Direction, Flag, FlagSource, Weight

SPANS_KEY = "coach"
"""Where flagged spans stand: `doc.spans["coach"]`, labelled with their category."""
FLAGS_KEY = "coach.flags"
"""Where flags stand in `doc.user_data`, as plain dicts so that a Doc can be pickled and saved."""


@Language.factory("coach_flags")
def create_flags(nlp: Language, name: str) -> Flags:
    """Make the component; it flags nothing until `set_rules`."""
    return Flags(name)


class Flags:
    """Turns candidates into flags."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._rules: Mapping[str, Terms] = {}
        self._categories: Mapping[str, Category] = {}

    def set_rules(self, rules: Compiled) -> None:
        """Learn what each rule accepts and what each category says."""
        self._rules = rules.terms
        self._categories = rules.categories

    def __call__(self, doc: Doc) -> Doc:
        """Write the flags and their spans."""
        flags = self.flags(reading_of(doc))
        doc.user_data[FLAGS_KEY] = [flag.model_dump(mode="json") for flag in flags]
        doc.spans[SPANS_KEY] = spans_of(doc, flags) if flags else []
        forget_reading(doc)
        return doc

    def flags(self, reading: Reading) -> list[Flag]:
        """The flags of a reading whose candidates all have their aim and setting."""
        if not reading.candidates:
            return []
        speaking = [ruling.candidate for ruling in self.judge(reading) if ruling.verdict is Verdict.SPEAKS]
        speaking.sort(key=place_of)
        turns = take_turns([self._pool(candidate) for candidate in speaking])
        return [self._flag(candidate, reading, said) for candidate, said in zip(speaking, turns, strict=True)]

    def judge(self, reading: Reading) -> list[Ruling]:
        """What becomes of each candidate, in the order in which they were found."""
        candidates, audience = reading.candidates, reading.audience
        silenced = Silenced(one for one in candidates if self._is_silenced(one) and not is_from_reader(one))
        rulings = [self._ruling(candidate, reading.direction, silenced) for candidate in candidates]
        defer(rulings)
        speaking = (ruling for ruling in rulings if ruling.verdict is Verdict.SPEAKS)
        settle(speaking, lambda one: -1 if is_from_reader(one) else self._weight(one, audience).rank)
        return rulings

    def _ruling(self, candidate: Candidate, direction: Direction, silenced: Silenced) -> Ruling:
        """What becomes of a candidate before those beside it are looked at."""
        category, rule = self._category(candidate), self._rules.get(candidate.rule)
        if category is None:
            return Ruling(candidate, Verdict.NO_CATEGORY)
        if direction not in category.concern.directions:
            return Ruling(candidate, Verdict.DIRECTION)
        if rule is not None and candidate.aim is not None and candidate.aim not in rule.aims:
            return Ruling(candidate, Verdict.AIM)
        if is_from_reader(candidate) and not accepts_aim(candidate):
            return Ruling(candidate, Verdict.AIM)
        if self._is_silenced(candidate):
            return Ruling(candidate, Verdict.SETTING)
        holder = silenced.holder(candidate)
        return Ruling(candidate, Verdict.INSIDE if holder else Verdict.SPEAKS, holder)

    def _is_silenced(self, candidate: Candidate) -> bool:
        """Whether the way it is said keeps a rule, or the second reader, silent."""
        if is_from_reader(candidate):
            return not accepts_setting(candidate)
        rule = self._rules.get(candidate.rule)
        return rule is not None and candidate.setting is not None and candidate.setting not in rule.settings

    def _category(self, candidate: Candidate) -> Category | None:
        return self._categories.get(candidate.rule.rpartition("/")[0])

    def _weight(self, candidate: Candidate, audience: Audience) -> Weight:
        category = self._categories[candidate.rule.rpartition("/")[0]]
        weight = category.weight_before(audience)
        return softened(category, weight) if is_from_reader(candidate) else weight

    def _pool(self, candidate: Candidate) -> Pool:
        """What could be said to this candidate."""
        category = self._categories[candidate.rule.rpartition("/")[0]]
        rule = self._rules.get(candidate.rule) if candidate.source is FlagSource.RULE else None
        private = candidate.source is FlagSource.PRIVATE_WORD
        whys = (why_of(candidate.rule),) if private else category.why
        return Pool(category, whys, (rule.instead if rule else ()) or category.instead)

    def _flag(self, candidate: Candidate, reading: Reading, said: Said) -> Flag:
        category = self._categories[candidate.rule.rpartition("/")[0]]
        return Flag(
            start=candidate.start_char,
            end=candidate.end_char,
            phrase=reading.text[candidate.start_char : candidate.end_char],
            concern=category.concern,
            category=category.id,
            rule=candidate.rule,
            source=candidate.source,
            weight=self._weight(candidate, reading.audience),
            why=said.why,
            note=said.note,
            instead=said.instead,
            lesson=category.lesson,
        )


def spans_of(doc: Doc, flags: Iterable[Flag]) -> list[Span]:
    """The flagged tokens; spaCy's `char_span` walks the whole Doc for each."""
    starts = [token.idx for token in doc]
    return [
        Span(doc, bisect_right(starts, flag.start) - 1, bisect_left(starts, flag.end), flag.category) for flag in flags
    ]


def flags_of(doc: Doc) -> list[Flag]:
    """The flags that `coach_flags` wrote."""
    return [Flag.model_validate(values) for values in doc.user_data.get(FLAGS_KEY, ())]
