"""Decide which candidates become flags, and add weight, advice and lesson."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from coach.engine.patterns.compiled import Terms
from coach.engine.text.listed import Listed
from coach.engine.text.pieces import TextPiece
from coach.engine.text.reading import Candidate, Identity, Reading
from coach.engine.verdict.demands import Demands
from coach.engine.verdict.fending_off import FendingOff
from coach.engine.verdict.manner import accepts_aim, is_from_reader, softened
from coach.engine.verdict.resolve import Ruling, Verdict, concern_of, place_of, settle
from coach.engine.verdict.switched_off import SwitchedOff
from coach.engine.verdict.tone import Tone
from coach.engine.verdict.turns import Said, take_turns
from coach.engine.verdict.wording import CategoryWords, PhraseInRole
from coach.models import (
    DEFAULT_AUDIENCES,
    AgeGroup,
    Aim,
    Audience,
    Category,
    Concern,
    Direction,
    Flag,
    Report,
    Role,
    Setting,
    Weight,
)
from coach.models.category import directions_of, from_friend

if TYPE_CHECKING:
    from coach.engine.knowledge import Knowledge

_LAUGHING = frozenset("\U0001f602\U0001f923\U0001f639\U0001f606")
_JOKED_WITHIN = 4_000
"""In characters: a longer message is more than one joke."""
_BULLIED = f"{Concern.CARE}/bullied/"
_BEFORE_A_CHARGE = frozenset(
    {"and", "but", "because", "cause", "when", "so", "why", "how", "that", "if", "then", "believe", "since", "after"}
)
"""After these, `you` is who did it; after `told` it is who heard of it."""
_ALL_KEYS = set(Flag.model_fields)
"""Shared by all flags: a set for each would take as much memory as the flag."""


class Flags:
    """Turns candidates into flags."""

    def __init__(self, plain: Callable[[str], Sequence[str]]) -> None:
        """Flag nothing until it learns; `plain` returns a written text as words in plain spelling."""
        self._plain = plain
        self._rules: Mapping[str, Terms] = {}
        self._categories: Mapping[str, Category] = {}
        self.wording = CategoryWords({}, {})
        """What is said about flags."""
        self._tone = Tone({})
        self._online = Listed(())
        """How children mention somebody they have never met: `from the server`."""
        self._fending_off = FendingOff({})
        self._demands = Demands({})
        self._joking = Listed(())
        """How children laugh or claim to joke: `jk`, `lol`."""
        self._accusing = frozenset[str]()
        """Rules of a friend who is hurt by others, as they are named in a received message."""
        self.off = SwitchedOff()
        """What the family switched off."""
        self.own_rules_only = False
        """Whether Coach's own rules were left out, so that no flags do not mean calm."""

    def learn(self, knowledge: Knowledge) -> None:
        """Learn what each rule accepts and what each category says."""
        rules = knowledge.rules
        self.off, self.own_rules_only = SwitchedOff.of(knowledge.off, self._plain), knowledge.own_rules_only
        heard = ((from_friend(name), terms) for name, terms in rules.terms.items())
        self._rules = {**rules.terms, **{name: terms for name, terms in heard if name}}
        self._categories = rules.categories
        self.wording = CategoryWords(self._categories, self._rules)
        self._tone = Tone(rules.policy)
        sets = rules.lexicon.sets
        self._online = Listed(sets.get("known-online", ()))
        self._fending_off = FendingOff(sets)
        self._demands = Demands(sets)
        self._joking = Listed(sets.get("joking", frozenset()) | sets.get("laughs", frozenset()))
        bullied = (from_friend(name) for name in rules.terms if name.startswith(_BULLIED))
        self._accusing = frozenset(name for name in bullied if name)

    @property
    def categories(self) -> Collection[str]:
        """Return the ids of the categories a flag may have."""
        return self._categories

    def flags(self, reading: Reading) -> list[Flag]:
        """Return the flags of a reading whose candidates all have aim and setting."""
        if not any(version.candidates for version in reading.versions):
            return []
        return self._said([ruling for ruling in self.judge(reading) if ruling.verdict is Verdict.SPEAKS], reading)

    def flags_of_pieces(self, whole: Reading, pieces: Iterable[tuple[TextPiece, Reading]]) -> list[Flag]:
        """Return the flags of a message that was read in pieces.

        Args:
            whole: the message, without words.
            pieces: its pieces and their readings; candidates are moved to their places in the whole.
        """
        found = [ruling for piece, reading in pieces for ruling in self._rulings_in(piece, reading)]
        speaking = [ruling for ruling in self._settled(found, whole.audience) if ruling.verdict is Verdict.SPEAKS]
        found.clear()
        return self._said(speaking, whole)

    def _rulings_in(self, piece: TextPiece, reading: Reading) -> Iterator[Ruling]:
        """Yield what speaks within the piece's own part."""
        for version in reading.versions:
            for ruling in self._first_rulings(version):
                one = ruling.candidate
                one.start_char, one.end_char = one.start_char + piece.start, one.end_char + piece.start
                if ruling.verdict is Verdict.SPEAKS and piece.holds(one.start_char, one.end_char):
                    yield ruling

    def _said(self, speaking: list[Ruling], whole: Reading) -> list[Flag]:
        """Return flags with words for what speaks; empties `speaking`, because a long message has many."""
        speaking.sort(key=lambda ruling: place_of(ruling.candidate))
        speaking.reverse()
        found = [ruling.candidate for ruling in reversed(speaking)]
        roles = [_role(one, whole.direction) for one in found]
        asked = (PhraseInRole(one.rule, one.source, role) for one, role in zip(found, roles, strict=True))
        turns = take_turns(self.wording.pools(asked, whole.audience, is_joked=partial(self._is_joked, whole.text)))
        return [self._flag(speaking.pop(), whole, role, said) for role, said in zip(roles, turns, strict=True)]

    def judge(self, reading: Reading) -> list[Ruling]:
        """Decide the outcome of each candidate, in the order they were found."""
        found = (ruling for version in reading.versions for ruling in self._first_rulings(version))
        return self._settled(found, reading.audience)

    def _settled(self, found: Iterable[Ruling], audience: Audience) -> list[Ruling]:
        rulings = _once(found)
        speaking = (ruling for ruling in rulings if ruling.verdict is Verdict.SPEAKS)
        settle(speaking, lambda one: self.weight(one, audience).rank)
        return rulings

    def weight(self, candidate: Candidate, audience: Audience) -> Weight:
        """Return the weight of a candidate by itself."""
        category = self._categories[_category_of(candidate)]
        rule = self._rules.get(candidate.rule)
        weight = Weight.STOP if rule and rule.danger else category.weight_before(audience, candidate.rule)
        if is_from_reader(candidate):
            weight = softened(category, candidate, weight)
        return self._tone.softened(candidate, weight)

    def weight_of(self, category: str, audience: Audience) -> Weight:
        """Return the weight of a category, given by its id, before anything softens it."""
        return self._categories[category].weight_before(audience)

    def given_weight(self, ruling: Ruling, audience: Audience) -> Weight:
        """Return the weight of a candidate in the report: its own, or a heavier inherited one."""
        return list(Weight)[max(ruling.least, self.weight(ruling.candidate, audience).rank)]

    def _first_rulings(self, reading: Reading) -> list[Ruling]:
        """Decide the outcomes of one reading's candidates before comparing neighbours."""
        loose = reading.first is not None
        rulings = [Ruling(one, self._verdict(one, reading), is_loose=loose) for one in reading.candidates]
        self._demands.take_over(rulings, reading)
        return rulings

    def _verdict(self, candidate: Candidate, reading: Reading) -> Verdict:
        category = self._categories.get(_category_of(candidate))
        if category is None:
            return Verdict.NO_CATEGORY
        if reading.direction not in directions_of(category.id):
            return Verdict.DIRECTION
        if self.off.silences(candidate, reading.words):
            return Verdict.OFF
        if not self._accepts_aim(candidate) or (candidate.rule in self._accusing and _accuses(candidate, reading)):
            return Verdict.AIM
        if self._is_silenced(candidate):
            return Verdict.SETTING
        return self._verdict_before_reader(candidate, reading)

    def _verdict_before_reader(self, candidate: Candidate, reading: Reading) -> Verdict:
        """Decide whether it counts with whoever reads it."""
        if self._fending_off.silences(candidate, reading):
            return Verdict.FENDED_OFF
        return Verdict.SPEAKS if self._is_before(candidate, reading) else Verdict.AUDIENCE

    def _accepts_aim(self, candidate: Candidate) -> bool:
        if is_from_reader(candidate):
            return accepts_aim(candidate)
        rule = self._rules.get(candidate.rule)
        return rule is None or candidate.aim is None or candidate.aim in rule.aims

    def _is_silenced(self, candidate: Candidate) -> bool:
        """Return whether the way it is said silences a rule or the second reader."""
        if is_from_reader(candidate):
            return not self._tone.accepted(_category_of(candidate)).issuperset(candidate.settings)
        rule = self._rules.get(candidate.rule)
        return rule is not None and not rule.settings.issuperset(candidate.settings)

    def setting(self, candidate: Candidate) -> Setting | None:
        """Return the deciding setting: one that silences it, else one that softens it, else the first."""
        rule = self._rules.get(candidate.rule)
        accepted = rule.settings if rule else self._tone.accepted(_category_of(candidate))
        silencing = (one for one in candidate.settings if one not in accepted)
        softening = (one for one in candidate.settings if self._tone.softens(one, candidate.rule))
        return next(chain(silencing, softening, candidate.settings), None)

    def _is_before(self, candidate: Candidate, reading: Reading) -> bool:
        """Return whether it counts with this audience."""
        rule = self._rules.get(candidate.rule)
        audiences = rule.audiences if rule else DEFAULT_AUDIENCES[concern_of(candidate)]
        return reading.audience in audiences or self.is_online(reading)

    def is_online(self, reading: Reading) -> bool:
        """Return whether it mentions somebody known only online."""
        return reading.speaks_of_online(self._online)

    def worded_for(self, report: Report, age: AgeGroup | None) -> tuple[Flag, ...]:
        """Return the flags of a report with the words for an age group."""
        asked = (PhraseInRole(flag.rule, flag.source, flag.role) for flag in report.flags)
        is_joked = partial(self._is_joked, report.message.text)
        pools = self.wording.pools(asked, report.message.audience, age, is_joked=is_joked)
        return tuple(
            flag.model_copy(
                update={"why": said.why, "note": said.note, "steps": said.steps, "no_answer": self._no_answer(flag)}
            )
            for flag, said in zip(report.flags, take_turns(pools), strict=True)
        )

    def _is_joked(self, text: str) -> bool:
        """Return whether a message laughs or claims to joke, near enough to its beginning to be about all of it."""
        begun = text[:_JOKED_WITHIN]
        return not _LAUGHING.isdisjoint(begun) or self._joking.is_in(list(self._plain(begun)))

    def _no_answer(self, flag: Flag) -> bool:
        return self._categories[flag.category].needs_no_answer(flag.role)

    def _flag(self, ruling: Ruling, reading: Reading, role: Role, said: Said) -> Flag:
        candidate = ruling.candidate
        category = self._categories[_category_of(candidate)]
        return Flag.model_construct(
            _ALL_KEYS,
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
            instead=(),
            lesson=category.lesson_for(role),
            role=role,
            steps=said.steps,
            no_answer=category.needs_no_answer(role),
        )


def _accuses(candidate: Candidate, reading: Reading) -> bool:
    """Return whether a friend says that the reader did it: `you told everyone my secret`."""
    at = candidate.start - 1
    if at < 0 or reading.words[at] != "you":
        return False
    before = reading.words[at - 1] if at else None
    return before is None or before in _BEFORE_A_CHARGE


def _category_of(candidate: Candidate) -> str:
    return candidate.rule.rpartition("/")[0]


def _role(candidate: Candidate, direction: Direction) -> Role:
    """Return the child's role: a witness if unkind words name somebody else, or if a friend is hurting."""
    if direction is Direction.DRAFT:
        return Role.WRITER
    concern = concern_of(candidate)
    if concern is Concern.CARE or (concern is Concern.UNKIND and candidate.aim is Aim.SOMEBODY):
        return Role.WITNESS
    return Role.TARGET


def _once(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Drop duplicates of a phrase found twice, keeping the one that speaks."""
    found: dict[Identity, Ruling] = {}
    for ruling in rulings:
        key = ruling.candidate.identity
        if key not in found or (ruling.verdict is Verdict.SPEAKS and found[key].verdict is not Verdict.SPEAKS):
            found[key] = ruling
    return list(found.values())
