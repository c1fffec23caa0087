"""The clauses of a chat message: `ur voice is so annoying stop talking in vc` has two.

Children write without full stops, so a clause also ends where a new one clearly begins (`borders.py`). Where it is not
clear, nothing is split.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby, pairwise

from coach.counsel.beginnings import begins_clause
from coach.counsel.borders import begins
from coach.counsel.tokens import Token, asks_whether, has_verb, is_all, is_aside, plain_words
from coach.counsel.words import grammar

Spelled = Sequence[tuple[str | None, int, int]]
"""Words in plain spelling with their characters; None is a break."""

_ENDS = frozenset(".!?\n\r\u2026;")


class ClauseKind(StrEnum):
    """What a clause is in its message."""

    OPENER = "opener"
    """`lol ravi`: before a sentence."""
    CLAUSE = "clause"
    CLOSER = "closer"
    """`lol xx`: after a sentence."""
    NAME = "name"
    """`you muppet`: what somebody is called beside a clause."""
    TAIL = "tail"
    """`no offence`: says only how the clause before was meant."""


@dataclass(frozen=True)
class Clause:
    """Some words that can be left out together."""

    tokens: tuple[Token, ...]
    kind: ClauseKind
    link: str = ""
    """The connective that it begins with; empty if none."""
    ends: str = ""
    """The marks between its last word and the next clause, with white space."""
    is_closing: bool = False
    """Whether it is an emoji that ends a sentence, as a full stop does."""

    @property
    def start(self) -> int:
        """Its first character."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """The character after its last word."""
        return self.tokens[-1].end

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in plain spelling."""
        return plain_words(self.tokens)

    @cached_property
    def body(self) -> tuple[Token, ...]:
        """Its tokens without the connective."""
        count, skipped = len(self.link.split()), 0
        for at, token in enumerate(self.tokens):
            if skipped >= count:
                return self.tokens[at:]
            skipped += len(token.plain)
        return self.tokens

    @cached_property
    def said(self) -> tuple[str, ...]:
        """Its words in plain spelling without the connective."""
        return plain_words(self.body)

    @property
    def is_last_of_sentence(self) -> bool:
        """Whether a full stop, a question or exclamation mark or a line end follows."""
        return self.is_closing or not _ENDS.isdisjoint(self.ends)

    def meets(self, start: int, end: int) -> bool:
        """Return whether these characters and the clause have some in common."""
        return self.start < end and start < self.end


def clauses_of(text: str, spelled: Spelled) -> list[Clause]:
    """Return the clauses of a message, in order; every word is in one."""
    parts = [part for stretch in _stretches(spelled) for part in _split(stretch)]
    starts = [part[0].start for part in parts[1:]]
    gaps = [text[part[-1].end : start] for part, start in zip(parts, [*starts, len(text)], strict=True)]
    clauses, is_first = list[Clause](), True
    for part, gap, after in zip(parts, gaps, [*parts[1:], ()], strict=True):
        kind = _kind(part, is_first=is_first)
        clauses.append(Clause(part, kind, _link(part), gap, kind is ClauseKind.CLOSER and _is_closing(part, after)))
        is_first = clauses[-1].kind is ClauseKind.OPENER or clauses[-1].is_last_of_sentence
    return clauses


def split_at(clause: Clause, start: int, end: int) -> list[Clause]:
    """Return a clause in up to three: before, within and after some of its characters."""
    before = tuple(token for token in clause.tokens if token.end <= start)
    within = tuple(token for token in clause.tokens if token.end > start and token.start < end)
    after = tuple(token for token in clause.tokens if token.start >= end)
    parts = [part for part in (before, within, after) if part]
    links = [clause.link, *(_link(part) for part in parts[1:])]
    ends = [*(" " for _ in parts[1:]), clause.ends]
    return [Clause(part, clause.kind, link, end) for part, link, end in zip(parts, links, ends, strict=True)]


def _stretches(spelled: Spelled) -> list[list[Token]]:
    """Return the written words between breaks."""
    stretches: list[list[Token]] = [[]]
    for (start, end), group in groupby(spelled, key=lambda word: word[1:]):
        plain = [word for word, _, _ in group]
        if plain[0] is None:
            stretches.append([])
        else:
            stretches[-1].append(Token(start, end, tuple(word for word in plain if word)))
    return [stretch for stretch in stretches if stretch]


def _split(stretch: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Yield the clauses between two breaks."""
    first = 0
    for at in range(1, len(stretch)):
        if begins(stretch[first:at], stretch[at:]):
            yield tuple(stretch[first:at])
            first = at
    yield tuple(stretch[first:])


def _link(part: Sequence[Token]) -> str:
    """Return the connective that a clause begins with."""
    words = plain_words(part)
    links = grammar("dependent") | grammar("coordinate") | {"that is why", "whoever", "anyone who", "whenever"}
    found = (" ".join(words[:length]) for length in (3, 2, 1) if len(words) > length)
    link = next((link for link in found if link in links), "")
    return "" if link == "which" and _asks_which(words) else link


def _asks_which(words: Sequence[str]) -> bool:
    """Return whether `which` asks: `which song is it`, `which one do u want`."""
    pairs = pairwise(words[2:5])
    return any(verb in grammar("questions") and who in grammar("subjects") for verb, who in pairs)


def _kind(part: Sequence[Token], *, is_first: bool) -> ClauseKind:
    if " ".join(plain_words(part)) in grammar("tails") | grammar("threatening-tails"):
        return ClauseKind.TAIL
    if is_first and _opens(part):
        return ClauseKind.OPENER
    return ClauseKind.CLOSER if is_all(part, "closers") or asks_whether(part) else ClauseKind.CLAUSE


def _is_closing(part: Sequence[Token], after: Sequence[Token]) -> bool:
    """Return whether emoji end a sentence like a full stop.

    They do so before a question, a sentence about the writer, and `not you`, which leaves somebody out.
    """
    is_only = bool(after) and all(token.is_emoji for token in part)
    if is_only and " ".join(after[0].plain) in grammar("joining"):
        return True
    if is_only and plain_words(after)[:2] in _NOT_YOU:
        return True
    is_own = is_only and after[0].plain[0] in grammar("first-person") | grammar("questions") | grammar("asking")
    return is_own and begins_clause(after)


_NOT_YOU = {("not", "you"), ("not", "u")}


def _opens(part: Sequence[Token]) -> bool:
    """Return whether it is only `lol`, `hey` and a name or two."""
    if plain_words(part) == ("you", "all"):
        return True
    asides = sum(is_aside(token, "openers") for token in part)
    return asides == len(part) or (len(part) - asides <= 1 and len(part) <= 4 and not has_verb(part))
