"""`coach_flags`: settles which candidates become flags, and attaches weight, why, instead and lesson."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc

from coach.engine.annotations import say_how, write_flags
from coach.engine.compiled import Compiled, Terms
from coach.engine.listed import Listed
from coach.engine.private_words import why_of
from coach.engine.reading import Candidate, Reading, forget_reading, reading_of
from coach.engine.rulings import Ruling, Verdict, concern_of, place_of, settle
from coach.engine.second_reader.manner import accepts_aim, is_from_reader, softened
from coach.engine.tone import Tone
from coach.engine.turns import Pool, Said, take_turns
from coach.models import (
    DEFAULT_AUDIENCES,
    Aim,
    Audience,
    Category,
    Concern,
    Direction,
    Flag,
    FlagSource,
    Role,
    Setting,
    Weight,
)
from coach.models.category import directions_of


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
        self._tone = Tone({})
        self._online = Listed(())
        """How children speak of somebody whom they never met: `from the server`."""

    def set_rules(self, rules: Compiled) -> None:
        """Learn what each rule accepts and what each category says."""
        self._rules = rules.terms
        self._categories = rules.categories
        self._tone = Tone(rules.policy)
        self._online = Listed(rules.lexicon.sets.get("known-online", ()))

    def __call__(self, doc: Doc) -> Doc:
        """Write the flags and their spans."""
        reading = reading_of(doc)
        write_flags(doc, self.flags(reading))
        say_how(doc, reading.direction, reading.audience)
        forget_reading(doc)
        return doc

    def flags(self, reading: Reading) -> list[Flag]:
        """The flags of a reading whose candidates all have their aim and setting."""
        if not any(version.candidates for version in reading.versions):
            return []
        speaking = [ruling for ruling in self.judge(reading) if ruling.verdict is Verdict.SPEAKS]
        speaking.sort(key=lambda ruling: place_of(ruling.candidate))
        roles = [_role(ruling.candidate, reading.direction) for ruling in speaking]
        turns = take_turns([self._pool(ruling.candidate, role) for ruling, role in zip(speaking, roles, strict=True)])
        given = zip(speaking, roles, turns, strict=True)
        return [self._flag(ruling, reading, role, said) for ruling, role, said in given]

    def judge(self, reading: Reading) -> list[Ruling]:
        """What becomes of each candidate, in the order in which they were found."""
        rulings = _once([ruling for version in reading.versions for ruling in self._first_rulings(version)])
        speaking = (ruling for ruling in rulings if ruling.verdict is Verdict.SPEAKS)
        settle(speaking, lambda one: self.weight(one, reading.audience).rank)
        return rulings

    def weight(self, candidate: Candidate, audience: Audience) -> Weight:
        """The weight of a candidate by itself."""
        category = self._categories[_category_of(candidate)]
        weight = category.weight_before(audience)
        if is_from_reader(candidate):
            weight = softened(category, weight)
        return self._tone.softened(candidate, weight)

    def given_weight(self, ruling: Ruling, audience: Audience) -> Weight:
        """The weight that a candidate has in the report: its own, or a heavier one handed on to it."""
        return list(Weight)[max(ruling.least, self.weight(ruling.candidate, audience).rank)]

    def _first_rulings(self, reading: Reading) -> list[Ruling]:
        """What becomes of the candidates of one reading before those beside them are looked at."""
        loose = reading.first is not None
        return [Ruling(one, self._verdict(one, reading), is_loose=loose) for one in reading.candidates]

    def _verdict(self, candidate: Candidate, reading: Reading) -> Verdict:
        category = self._categories.get(_category_of(candidate))
        if category is None:
            return Verdict.NO_CATEGORY
        if reading.direction not in directions_of(category.id):
            return Verdict.DIRECTION
        if not self._accepts_aim(candidate):
            return Verdict.AIM
        if self._is_silenced(candidate):
            return Verdict.SETTING
        return Verdict.SPEAKS if self._is_before(candidate, reading) else Verdict.AUDIENCE

    def _accepts_aim(self, candidate: Candidate) -> bool:
        if is_from_reader(candidate):
            return accepts_aim(candidate)
        rule = self._rules.get(candidate.rule)
        return rule is None or candidate.aim is None or candidate.aim in rule.aims

    def _is_silenced(self, candidate: Candidate) -> bool:
        """Whether the way it is said keeps a rule, or the second reader, silent."""
        if is_from_reader(candidate):
            return not self._tone.accepted(_category_of(candidate)).issuperset(candidate.settings)
        rule = self._rules.get(candidate.rule)
        return rule is not None and not rule.settings.issuperset(candidate.settings)

    def setting(self, candidate: Candidate) -> Setting | None:
        """The setting that decides: what silences it, else what softens it, else the first."""
        rule = self._rules.get(candidate.rule)
        accepted = rule.settings if rule else self._tone.accepted(_category_of(candidate))
        silencing = (one for one in candidate.settings if one not in accepted)
        softening = (one for one in candidate.settings if self._tone.softens(one, candidate.rule))
        return next(chain(silencing, softening, candidate.settings), None)

    def _is_before(self, candidate: Candidate, reading: Reading) -> bool:
        """Whether it counts before this audience."""
        rule = self._rules.get(candidate.rule)
        audiences = rule.audiences if rule else DEFAULT_AUDIENCES.get(concern_of(candidate), frozenset(Audience))
        return reading.audience in audiences or self._online.is_in(reading.words)

    def _pool(self, candidate: Candidate, role: Role) -> Pool:
        """What could be said to this candidate."""
        category = self._categories[_category_of(candidate)]
        advice = category.target if role is Role.TARGET else category.witness if role is Role.WITNESS else None
        if advice is not None:
            return Pool(category, advice.why, (), advice.note, advice.steps)
        rule = self._rules.get(candidate.rule) if candidate.source is FlagSource.RULE else None
        private = candidate.source is FlagSource.PRIVATE_WORD
        whys = (why_of(candidate.rule),) if private else category.why
        return Pool(category, whys, (rule.instead if rule else ()) or category.instead, category.note)

    def _flag(self, ruling: Ruling, reading: Reading, role: Role, said: Said) -> Flag:
        candidate = ruling.candidate
        category = self._categories[_category_of(candidate)]
        return Flag(
            start=candidate.start_char,
            end=candidate.end_char,
            phrase=reading.text[candidate.start_char : candidate.end_char],
            concern=category.concern,
            category=category.id,
            rule=candidate.rule,
            source=candidate.source,
            weight=self.given_weight(ruling, reading.audience),
            why=said.why,
            note=said.note,
            instead=said.instead,
            lesson=category.lesson,
            role=role,
            steps=said.steps,
        )


def _category_of(candidate: Candidate) -> str:
    return candidate.rule.rpartition("/")[0]


def _role(candidate: Candidate, direction: Direction) -> Role:
    """Who the child is: unkind words that name somebody else are read as a witness."""
    if direction is Direction.DRAFT:
        return Role.WRITER
    about_others = concern_of(candidate) is Concern.UNKIND and candidate.aim is Aim.SOMEBODY
    return Role.WITNESS if about_others else Role.TARGET


def _once(rulings: list[Ruling]) -> list[Ruling]:
    """Rulings without those of a phrase that was found twice; the one that speaks counts."""
    found: dict[tuple[str, int, int], Ruling] = {}
    for ruling in rulings:
        one = ruling.candidate
        key = (one.rule, one.start_char, one.end_char)
        if key not in found or (ruling.verdict is Verdict.SPEAKS and found[key].verdict is not Verdict.SPEAKS):
            found[key] = ruling
    return list(found.values())
