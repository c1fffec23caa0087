"""Play, jokes, praise and joy: how much of it is about the phrase itself.

Each question is asked of the words `within` which the table of silencers lets it look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from coach.engine.context.word_sets import WordSets
from coach.engine.text.reading import FAR, Candidate, Reading, Span, said
from coach.models import Concern

_DISMISSAL = f"{Concern.UNKIND}/dismissal"
_AMAZED_WITHIN = 80
"""How many characters after the phrase the question mark of amazement may stand."""
_NEAR = 3
"""How many words from the phrase praise may stand."""
_BEHIND = 3
"""How many words behind the phrase the thing of a game may stand: `see you at the raid`."""
_DENIED_WITHIN = 3
"""How many words before a joke word may deny it."""


class Fun:
    """Knows the words of play, jokes and praise."""

    def __init__(self, words: WordSets) -> None:
        self._words = words
        self._light = words["joking"] | words["laughs"] | words["kisses"] | words["lead-ins"]

    def is_play(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """`gonna destroy u at uno`: a contest, and its game; `see u at the raid`: a thing of a game."""
        if candidate.rule.startswith(Concern.GOING_ALONG):
            return self._is_in_game(reading, candidate, within)
        words = said(reading.words[slice(*within)])
        if not self._words.has("contests", words):
            return False
        at_game = (at for at, word in enumerate(words) if word in self._words["at-a-game"])
        return any(self._words.has("games", words[at + 1 : at + 4]) for at in at_game)

    def _is_in_game(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """A thing of a game in the phrase or right behind it, and nothing real in its clause."""
        if self._words.has("off-game", said(reading.words[slice(*within)])):
            return False
        held = said(reading.words[candidate.start : candidate.end])
        behind = said(reading.words[candidate.end : min(candidate.end + _BEHIND, within[1])])
        joined = next((at for at, word in enumerate(behind) if word in self._words["joining"]), _BEHIND)
        return self._words.has("game-world", (*held, *behind[:joined]))

    def is_joke(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """A joke word, or one in a clause of joke words alone that stands beside these words on the same line."""
        first, last = reading.line(candidate.start)
        begin, end = within
        if self._jokes(said(reading.words[begin:end])):
            return True
        after = next(_clauses(reading.words[end : min(last, end + FAR)]), [])
        before = next(_clauses(reversed(reading.words[max(first, begin - FAR) : begin])), [])[::-1]
        return any(self._light.issuperset(clause) and self._jokes(clause) for clause in (after, before))

    def is_praise(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """Words of praise beside the phrase, or joy that goes on after it."""
        first, last = within
        near = reading.words[max(candidate.start - _NEAR, first) : min(candidate.end + _NEAR, last)]
        return self._words.has("praising", said(near)) or self._is_amazed(reading, candidate)

    def _jokes(self, clause: list[str]) -> bool:
        """A joke word, or two that say so together, not denied right before: `not joking`."""
        joking = self._words["joking"]
        for at, word in enumerate(clause):
            if word in joking or " ".join(clause[at : at + 2]) in joking:
                return not self._words.has("negations", clause[max(at - _DENIED_WITHIN, 0) : at])
        return False

    def _is_amazed(self, reading: Reading, candidate: Candidate) -> bool:
        """`shut up!! you got in???`: a dismissal whose writer goes on to marvel."""
        if not candidate.rule.startswith(_DISMISSAL):
            return False
        following = " ".join(said(reading.words[candidate.end : candidate.end + 6])) + " "
        near = reading.text[candidate.end_char : candidate.end_char + _AMAZED_WITHIN]
        rest, _, _ = near.partition("\n")
        marvels = any(following.startswith(f"{marvel} ") for marvel in self._words["marvels"])
        return following.startswith("no way ") or (marvels and "?" in rest)


def _clauses(words: Iterable[str | None]) -> Iterator[list[str]]:
    """The clauses of these words, without empty ones."""
    for is_said, clause in groupby(words, key=bool):
        if is_said:
            yield said(clause)
