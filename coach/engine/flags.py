"""`coach_flags`: settles which candidates become flags, and attaches weight, why, instead and lesson."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from coach.engine.reading import Candidate, direction_of, forget_reading, reading_of
from coach.models import Audience, Catalog, Category, Concern, Flag, FlagSource, Rule

SPANS_KEY = "coach"
"""Where flagged spans stand: `doc.spans["coach"]`, labelled with their category."""
FLAGS_KEY = "coach.flags"
"""Where flags stand in `doc.user_data`, as plain dicts so that a Doc can be pickled and saved."""


@Language.factory("coach_flags")
def create_flags(nlp: Language, name: str) -> Flags:
    """Make the component; it flags nothing until `set_catalog`."""
    return Flags(name)


class Flags:
    """Turns candidates into flags."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._rules: dict[str, Rule] = {}
        self._categories: dict[str, Category] = {}

    def set_catalog(self, catalog: Catalog) -> None:
        """Learn what each rule accepts and what each category says."""
        self._rules = {rule.id: rule for rule in catalog.rules}
        self._categories = catalog.categories

    def __call__(self, doc: Doc) -> Doc:
        """Write the flags and their spans."""
        candidates = reading_of(doc).candidates
        silenced = Silenced(candidate for candidate in candidates if self._is_silenced(candidate))
        kept = [one for one in candidates if self._speaks(one, doc) and not silenced.holds(one)]
        flags = [self._flag(candidate, doc) for candidate in self._settle(kept, Audience(doc._.coach_audience))]
        doc.user_data[FLAGS_KEY] = [flag.model_dump(mode="json") for flag in flags]
        doc.spans[SPANS_KEY] = _spans(doc, flags) if flags else []
        forget_reading(doc)
        return doc

    def _speaks(self, candidate: Candidate, doc: Doc) -> bool:
        """Whether the rule accepts whom the phrase is about and how it is said."""
        category = self._category(candidate)
        if category is None or direction_of(doc) not in category.concern.directions:
            return False
        rule = self._rules.get(candidate.rule)
        aimed = rule is None or candidate.aim is None or candidate.aim in rule.aims
        return aimed and not self._is_silenced(candidate)

    def _is_silenced(self, candidate: Candidate) -> bool:
        """Whether the way it is said keeps a rule silent."""
        rule = self._rules.get(candidate.rule)
        return rule is not None and candidate.setting is not None and candidate.setting not in rule.settings

    def _category(self, candidate: Candidate) -> Category | None:
        return self._categories.get(candidate.rule.rpartition("/")[0])

    def _settle(self, candidates: list[Candidate], audience: Audience) -> list[Candidate]:
        """Of candidates of one concern that overlap, keep the heaviest, then the longest, then the first."""

        def order(candidate: Candidate) -> tuple[int, int, int, str]:
            weight = self._categories[candidate.rule.rpartition("/")[0]].weight_before(audience)
            return (
                -weight.rank,
                candidate.start_char - candidate.end_char,
                candidate.start_char,
                candidate.rule,
            )

        kept: dict[Concern, list[Candidate]] = {}
        for candidate in sorted(candidates, key=order):
            beside = kept.setdefault(Concern(candidate.rule.partition("/")[0]), [])
            if _is_free(candidate, beside):
                insort(beside, candidate, key=_place)
        return sorted(_without_echoes(kept), key=_place)

    def _flag(self, candidate: Candidate, doc: Doc) -> Flag:
        category = self._categories[candidate.rule.rpartition("/")[0]]
        rule = self._rules.get(candidate.rule) if candidate.source is FlagSource.RULE else None
        return Flag(
            start=candidate.start_char,
            end=candidate.end_char,
            phrase=doc.text[candidate.start_char : candidate.end_char],
            concern=category.concern,
            category=category.id,
            rule=candidate.rule,
            source=candidate.source,
            weight=category.weight_before(Audience(doc._.coach_audience)),
            why=category.why,
            note=category.note,
            instead=(rule.instead if rule else ()) or category.instead,
            lesson=category.lesson,
        )


class Silenced:
    """Phrases that are silent for the way they are said: what stands inside one is silent too.

    In "nobody thinks you are a loser" the negation is seen before the long phrase only, not before "loser".
    """

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._ends: dict[tuple[Concern, int], int] = {}
        for one in candidates:
            for word in range(one.start, one.end):
                place = (Concern(one.rule.partition("/")[0]), word)
                self._ends[place] = max(self._ends.get(place, 0), one.end)

    def holds(self, candidate: Candidate) -> bool:
        """Whether the candidate begins after the first word of a silenced phrase of its concern and ends within."""
        place = (Concern(candidate.rule.partition("/")[0]), candidate.start)
        return self._starts_later(place) and candidate.end <= self._ends.get(place, 0)

    def _starts_later(self, place: tuple[Concern, int]) -> bool:
        return self._ends.get((place[0], place[1] - 1), 0) >= self._ends.get(place, 1)


def _without_echoes(kept: dict[Concern, list[Candidate]]) -> Iterator[Candidate]:
    """All kept candidates but unkind ones on the same words as a red flag, which says it better."""
    warned = kept.get(Concern.RED_FLAG, [])
    for concern, group in kept.items():
        for one in group:
            if concern is not Concern.UNKIND or _is_free(one, warned):
                yield one


def _spans(doc: Doc, flags: list[Flag]) -> list[Span]:
    """The flagged tokens; spaCy's `char_span` walks the whole Doc for each."""
    starts = [token.idx for token in doc]
    return [
        Span(doc, bisect_right(starts, flag.start) - 1, bisect_left(starts, flag.end), flag.category) for flag in flags
    ]


def _place(candidate: Candidate) -> tuple[int, int]:
    return (candidate.start_char, candidate.end_char)


def _is_free(candidate: Candidate, others: list[Candidate]) -> bool:
    """Whether none of `others`, which are in order and do not overlap each other, shares a character with it."""
    at = bisect_left(others, _place(candidate), key=_place)
    return not any(_overlap(candidate, other) for other in others[max(at - 1, 0) : at + 1])


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.start_char < other.end_char and other.start_char < one.end_char


def flags_of(doc: Doc) -> Iterable[Flag]:
    """The flags that `coach_flags` wrote."""
    return (Flag.model_validate(values) for values in doc.user_data.get(FLAGS_KEY, ()))
