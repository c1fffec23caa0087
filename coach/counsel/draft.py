"""A draft taken apart: its clauses, and which of them hurt or give too much away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from coach.counsel.clauses import Clause, ClauseKind, Spelled, clauses_of
from coach.counsel.comparisons import compared_apart
from coach.counsel.deeds import is_calm_by_threat
from coach.counsel.for_strangers import is_risky_openly
from coach.counsel.names import parted
from coach.counsel.words import grammar, has_any, laughs
from coach.counsel.writing_style import WritingStyle, style_of
from coach.models import Audience, Concern, Flag, Report, RuleEdit
from coach.models.category import GRAVE

_PRESSING = GRAVE | {f"{Concern.UNKIND}/pressure"}
"""Beside these, what is calm may be part of the demand."""
_STICKY = frozenset(
    f"{Concern.UNKIND}/{name}" for name in ("mockery", "identity", "looks", "family-money", "rumour", "exclusion")
)
_TELLING = frozenset(f"{Concern.OVERSHARING}/{name}" for name in ("holiday", "home-alone", "routine", "location-now"))
"""Even among friends, a day, a time or a place beside these says too much."""
_SPOKEN = frozenset({ClauseKind.CLAUSE, ClauseKind.NAME})
_NUMBERS = frozenset({"contact", "account", "password", "money"})
"""To people the child does not know, a day or a number beside these says no more than before."""


@dataclass(frozen=True)
class Draft:
    """A draft taken apart."""

    report: Report
    spelled: Spelled
    edits: Callable[[str], Sequence[RuleEdit]]
    """How a rule, given by its id, rewords a clause."""

    @property
    def text(self) -> str:
        """The message as given."""
        return self.report.message.text

    @property
    def audience(self) -> Audience:
        """Who will read it."""
        return self.report.message.audience

    @property
    def is_open(self) -> bool:
        """Whether people may read it whom the child does not know."""
        return self.audience in {Audience.PUBLIC, Audience.STRANGER}

    @cached_property
    def clauses(self) -> Sequence[Clause]:
        """Its clauses, in order."""
        flags = self.report.flags
        found = compared_apart(clauses_of(self.text, self.spelled), flags)
        named = ((one, one.kind is ClauseKind.NAME) for one in found)
        return [part for clause, is_name in named for part in ([clause] if is_name else parted(clause, flags))]

    @cached_property
    def style(self) -> WritingStyle:
        """How it is written."""
        return style_of(self.text)

    @cached_property
    def hurts(self) -> Sequence[bool]:
        """Which clauses hold an unkind flag."""
        return [self._meets(clause, Concern.UNKIND) for clause in self.clauses]

    @cached_property
    def gives_away(self) -> Sequence[bool]:
        """Which clauses give too much away."""
        return [self._meets(clause, Concern.OVERSHARING) for clause in self.clauses]

    @cached_property
    def is_beside_hurt(self) -> Sequence[bool]:
        """Which clauses share a sentence with what hurts."""
        return self._in_sentences(self.hurts)

    @cached_property
    def is_beside_insult(self) -> Sequence[bool]:
        """Which clauses share a sentence with a whole clause that hurts, and not only with a name."""
        pairs = zip(self.clauses, self.hurts, strict=True)
        return self._in_sentences([hurts and one.kind is ClauseKind.CLAUSE for one, hurts in pairs])

    @cached_property
    def is_after_hurt(self) -> Sequence[bool]:
        """Which clauses follow, in their sentence, one that hurts."""
        return list(_after(self.clauses, self.hurts))

    @cached_property
    def is_next_to_hurt(self) -> Sequence[bool]:
        """Which clauses share a sentence with what hurts, or begin the sentence after it or end the one before."""
        spoken = [at for at, one in enumerate(self.clauses) if one.kind in _SPOKEN]
        pairs = [pair for pair in pairwise(spoken) if any(self.hurts[one] for one in pair)]
        near = {one for pair in pairs for one in pair}
        return [beside or at in near for at, beside in enumerate(self.is_beside_hurt)]

    @cached_property
    def frightens(self) -> Sequence[bool]:
        """Which clauses are in a sentence that threatens or presses.

        What the writer asks back in it can be sent, and what was done to them.
        """
        threats = [flag for flag in self.report.flags if flag.category in _PRESSING and not self.is_tag(flag)]
        found = self._in_sentences([any(one.meets(flag.start, flag.end) for flag in threats) for one in self.clauses])
        pairs = zip(self.clauses, self.hurts, strict=True)
        calm = [is_calm_by_threat(one) and not hurts for one, hurts in pairs]
        named = [
            one.kind is ClauseKind.OPENER and after for one, after in zip(self.clauses, [*calm[1:], False], strict=True)
        ]
        calm = [one or other for one, other in zip(calm, named, strict=True)]
        return [one and not other for one, other in zip(found, calm, strict=True)]

    def is_tag(self, flag: Flag) -> bool:
        """Return whether a wish that somebody hurts themselves is a clause of one word: `its on the 9th, kys`."""
        return any(len(one.tokens) == 1 and (one.start, one.end) == (flag.start, flag.end) for one in self.clauses)

    @cached_property
    def is_pressing(self) -> bool:
        """Whether it presses or frightens somebody: what is left of it would still do so."""
        return any(flag.category in _PRESSING for flag in self.report.flags)

    @cached_property
    def is_sticky(self) -> bool:
        """Whether it hurts in a way that goes on in the clauses around, as a joke about somebody's looks does."""
        sticky = self._sticky
        named = [one for one in self.clauses if one.kind is ClauseKind.NAME]
        return any(not any(one.meets(flag.start, flag.end) for one in named) for flag in sticky)

    @cached_property
    def is_beside_sticky(self) -> Sequence[bool]:
        """Which clauses share a sentence with what goes on hurting in the clauses around."""
        found = [any(one.meets(flag.start, flag.end) for flag in self._sticky) for one in self.clauses]
        return self._in_sentences(found)

    @cached_property
    def _sticky(self) -> Sequence[Flag]:
        """The flags of what goes on hurting around it; whoever says that they hate somebody is only angry."""
        flags = (flag for flag in self.report.flags if flag.category in _STICKY)
        return [flag for flag in flags if not flag.rule.endswith("/bare-hate")]

    @cached_property
    def is_near_detail(self) -> Sequence[bool]:
        """Which clauses are near a detail: anywhere if it tells even friends too much, or else in its sentence.

        None are near a detail that only strangers must not have, if no stranger reads it.
        """
        if any(flag.category in _TELLING for flag in self.report.flags):
            return [True] * len(self.clauses)
        locates = self.is_open and not self.names <= _NUMBERS
        return self.is_beside_detail if locates else [False] * len(self.clauses)

    @cached_property
    def is_beside_detail(self) -> Sequence[bool]:
        """Which clauses share a sentence with a detail."""
        return self._in_sentences(self.gives_away)

    @cached_property
    def is_after_detail(self) -> Sequence[bool]:
        """Which clauses follow, in their sentence, a detail or what strangers may not be asked."""
        both = [away or risky for away, risky in zip(self.gives_away, self.is_risky, strict=True)]
        return list(_after(self.clauses, both))

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of the categories of all flags."""
        return frozenset(flag.category.partition("/")[2] for flag in self.report.flags)

    @cached_property
    def details(self) -> frozenset[str]:
        """Names of the categories of what gives too much away."""
        return frozenset(flag.category.partition("/")[2] for flag in self.report.of(Concern.OVERSHARING))

    @cached_property
    def tells_of_others(self) -> bool:
        """Whether it tells somebody else's story."""
        pairs = list(zip(self.clauses, self.gives_away, strict=True))
        is_story = any(self._tells_story(one) for one, away in pairs if away)
        return is_story or any(away and self._is_about_others(one) for one, away in pairs)

    def _tells_story(self, clause: Clause) -> bool:
        """Return whether a clause gives away what is somebody else's, and not only their number."""
        kinds = {flag.category for flag in self.flags_of(clause)}
        return f"{Concern.OVERSHARING}/someone-elses" in kinds and f"{Concern.OVERSHARING}/contact" not in kinds

    @cached_property
    def laughs(self) -> bool:
        """Whether it laughs, in words or emoji."""
        return any(laughs(word) for clause in self.clauses for word in clause.words)

    @cached_property
    def is_taunting(self) -> bool:
        """Whether somebody's trouble is said to their face, or laughed at."""
        pairs = zip(self.clauses, self.gives_away, strict=True)
        stories = [one for one, away in pairs if away and self._tells_story(one)]
        is_to_them = any(not grammar("yours").isdisjoint(one.said) for one in stories)
        return bool(stories) and (is_to_them or self.laughs)

    @cached_property
    def offers_trade(self) -> bool:
        """Whether it offers to sell or swap something, which asks anybody who reads it to get in touch."""
        return any(has_any(clause.words, "trading") for clause in self.clauses)

    @cached_property
    def is_risky(self) -> Sequence[bool]:
        """Which clauses may not go to people whom the child doesn't know, if such people read them."""
        return [self.is_open and is_risky_openly(self, one) for one in self.clauses]

    def _is_about_others(self, clause: Clause) -> bool:
        """Return whether a detail of money is somebody else's: `she owes the bank 9 grand`."""
        words = set(clause.words)
        is_theirs = not words.isdisjoint(grammar("third-person")) and words.isdisjoint(grammar("first-person"))
        return is_theirs and "money" in self.names

    def holds(self, name: str) -> bool:
        """Return whether it has a flag of this kind of oversharing."""
        return any(flag.category == f"{Concern.OVERSHARING}/{name}" for flag in self.report.flags)

    def edits_of(self, clause: Clause) -> list[RuleEdit]:
        """Return how the rules that flag a clause reword it."""
        return [edit for flag in self.flags_of(clause) for edit in self.edits(flag.rule)]

    def flags_of(self, clause: Clause) -> list[Flag]:
        """Return the flags with characters of a clause."""
        return [flag for flag in self.report.flags if clause.meets(flag.start, flag.end)]

    def _meets(self, clause: Clause, concern: Concern) -> bool:
        return any(flag.meets(clause.body[0].start, clause.end) for flag in self.report.of(concern))

    def _in_sentences(self, found: Sequence[bool]) -> list[bool]:
        """Return for each clause whether anything was found in its sentence."""
        return list(_over_sentences(self.clauses, found))


def _after(clauses: Sequence[Clause], found: Sequence[bool]) -> Iterator[bool]:
    """Yield for each clause whether anything was found before it in its sentence."""
    is_found = False
    for clause, one in zip(clauses, found, strict=True):
        yield is_found
        is_found = (is_found or one) and not clause.is_last_of_sentence


def _over_sentences(clauses: Sequence[Clause], found: Sequence[bool]) -> Iterator[bool]:
    first = 0
    for at, clause in enumerate(clauses):
        if clause.is_last_of_sentence or at + 1 == len(clauses):
            yield from [any(found[first : at + 1])] * (at + 1 - first)
            first = at + 1
