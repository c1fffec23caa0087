"""A draft taken apart: its clauses, and which of them hurt or give too much away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.counsel.borders import Token
from coach.counsel.clauses import Clause, Spelled, clauses_of
from coach.counsel.names import parted
from coach.counsel.templates import fillings, templates_in
from coach.counsel.words import grammar, has_place
from coach.counsel.writing_style import WritingStyle, style_of
from coach.models import Audience, Concern, Flag, Report, RuleEdit

_FRIGHTENING = frozenset({f"{Concern.UNKIND}/threat", f"{Concern.UNKIND}/self-harm"})
_TELLING = frozenset(
    f"{Concern.OVERSHARING}/{name}"
    for name in ("holiday", "home-alone", "routine", "location-now", "money", "password", "address")
)
"""Even among friends, a day, a place or a number beside these says too much."""


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
        found = clauses_of(self.text, self.spelled)
        return [part for clause in found for part in parted(clause, self.report.flags)]

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
    def frightens(self) -> Sequence[bool]:
        """Which clauses are in a sentence that threatens: nothing of it can be sent."""
        threats = [flag for flag in self.report.flags if flag.category in _FRIGHTENING]
        return self._in_sentences([any(one.meets(flag.start, flag.end) for flag in threats) for one in self.clauses])

    @cached_property
    def is_pressing(self) -> bool:
        """Whether it presses somebody: what is left of it would still press."""
        return any(flag.category == f"{Concern.UNKIND}/pressure" for flag in self.report.flags)

    @cached_property
    def is_near_detail(self) -> Sequence[bool]:
        """Which clauses share a sentence with a detail that strangers may read, or that tells even friends too much."""
        tells = any(flag.category in _TELLING for flag in self.report.flags)
        return self._in_sentences(self.gives_away) if self.is_open or tells else [False] * len(self.clauses)

    @cached_property
    def tells_of_others(self) -> Sequence[bool]:
        """Which clauses are in a sentence with somebody else's story."""
        return self._in_sentences(self.gives_away) if self.holds("someone-elses") else [False] * len(self.clauses)

    def holds(self, name: str) -> bool:
        """Return whether it has a flag of this kind of oversharing."""
        return any(flag.category == f"{Concern.OVERSHARING}/{name}" for flag in self.report.flags)

    def edits_of(self, clause: Clause) -> list[RuleEdit]:
        """Return how the rules that flag a clause reword it."""
        flags = [flag for flag in self.report.of(Concern.UNKIND) if clause.meets(flag.start, flag.end)]
        return [edit for flag in flags for edit in self.edits(flag.rule)]

    def covered(self, clause: Clause) -> str | None:
        """Return what a clause becomes that gives too much away, or None if nothing is left of it."""
        if self.audience is not Audience.STRANGER and (named := self._first_name(clause)):
            return named
        words = next(fillings(templates_in("cover"), self.text, self._collapsed(clause.body), self.audience), None)
        return "" if words and self.is_open and has_place(words.lower().split()) else words

    def _first_name(self, clause: Clause) -> str:
        """Return a clause with only the first name of a full one; empty if it holds another detail."""
        details = [flag for flag in self.report.of(Concern.OVERSHARING) if clause.meets(flag.start, flag.end)]
        if [flag.category for flag in details] != [f"{Concern.OVERSHARING}/full-name"]:
            return ""
        name = details[0].phrase.split()
        kept = name[:2] if name[0].rstrip(".").lower() in grammar("titles") else name[:1]
        return self.text[clause.start : details[0].start] + " ".join(kept) + self.text[details[0].end : clause.end]

    def _collapsed(self, tokens: Sequence[Token]) -> list[Token]:
        """Return tokens with one, named by its category, for each detail."""
        found, flags = list[Token](), self.report.of(Concern.OVERSHARING)
        for token in tokens:
            flag = next((one for one in flags if one.start < token.end and token.start < one.end), None)
            if flag is None:
                found.append(token)
            elif not found or found[-1].end != flag.end:
                found.append(Token(flag.start, flag.end, (_detail_name(flag),)))
        return found

    def _meets(self, clause: Clause, concern: Concern) -> bool:
        return any(clause.meets(flag.start, flag.end) for flag in self.report.of(concern))

    def _in_sentences(self, found: Sequence[bool]) -> list[bool]:
        """Return for each clause whether anything was found in its sentence."""
        return list(_over_sentences(self.clauses, found))


def _detail_name(flag: Flag) -> str:
    """Return how templates write a detail; a teacher or a room is only something of a school."""
    name = flag.category.partition("/")[2]
    is_place = name != "school" or not grammar("schools").isdisjoint(flag.phrase.lower().split())
    return f"<{name if is_place else 'at-school'}>"


def _over_sentences(clauses: Sequence[Clause], found: Sequence[bool]) -> Iterator[bool]:
    first = 0
    for at, clause in enumerate(clauses):
        if clause.is_last_of_sentence or at + 1 == len(clauses):
            yield from [any(found[first : at + 1])] * (at + 1 - first)
            first = at + 1
