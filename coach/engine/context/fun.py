"""Play, jokes, praise and joy that apply to the phrase itself.

Words for a contest, a place in a game and praise are looked for `within` the scope that the table of silencers
allows. These look further: a death in a game, fond words behind a tease, what a sore loser lost before and the clauses
beside one that jokes, in the line of the phrase; warmth at home, in its sentence; amazement, in the rest of its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise, product, takewhile

from coach.engine.context.word_sets import SettingWords
from coach.engine.text.reading import FAR, Candidate, Reading, Span, said
from coach.models import Audience, Concern, FlagSource

_ABILITY, _DISMISSAL = f"{Concern.UNKIND}/ability/", f"{Concern.UNKIND}/dismissal"
_NAMES = f"{Concern.UNKIND}/name-calling/"
_WATCH_OUT = f"{Concern.UNKIND}/threat/watch-out"
_MEETING = (f"{Concern.GOING_ALONG}/meets/", f"{Concern.RED_FLAG}/meet/")
"""What is calm inside a game, both ways."""
_AMAZED_WITHIN = 80
"""How many characters after the phrase a question mark may still show amazement."""
_NEAR = 3
"""How many words praise may be from the phrase."""
_BEHIND = 3
"""How many words after the phrase a thing from a game may follow: `see you at the raid`."""
_FOND = range(3, 5)
"""How many words fond ones have: `love you though`."""
_HATE = f"{Concern.UNKIND}/exclusion/bare-hate"
"""What a sore loser says."""
_LONGEST_DEATH = 3
"""Most words of a death in a game: `you died again`."""
_INSIDE = 6
"""How many words from the phrase the name of a game may end: `to my house in adopt me`."""
_LONGEST_GAME = 5
"""Most words of a game's name."""
_DENIED_WITHIN = 3
"""How many words before a joke word may negate it."""
_TEASE_EACH_OTHER = frozenset({Audience.FRIEND, Audience.GROUP})
"""Whoever knows each other."""


class Fun:
    """Knows the words of play, jokes and praise."""

    def __init__(self, words: SettingWords) -> None:
        self._words = words
        self._light = words["joking"] | words["laughs"] | words["kisses"] | words["lead-ins"]

    def is_play(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """`gonna destroy u at uno`: a contest and its game; `see u at the raid`: a thing or a place from a game."""
        if candidate.rule.startswith(_MEETING) and self._is_inside_a_game(reading, candidate, within):
            return True
        if candidate.rule.startswith(Concern.GOING_ALONG):
            return self._is_in_game(reading, candidate, within)
        if candidate.rule.startswith(Concern.RED_FLAG):
            return False
        words = said(reading.words[slice(*within)])
        if self._words.has("contests", words) and self._is_at_a_game(words):
            return True
        return self._is_won_online(words)

    def _is_won_online(self, words: list[str]) -> bool:
        """`imma kill u in mm2`, `ill shoot u in bedwars`: nobody is hurt there, and the clause names nothing real."""
        if not self._words["off-game"].isdisjoint(words):
            return False
        is_contest = self._words.has("contests", words) or self._words.has("game-kills", words)
        return is_contest and self._names_one(words, "game-names")

    def is_warm_at_home(self, reading: Reading, candidate: Candidate) -> bool:
        """`grandad you old goat love u`: a mild name, affection and somebody of the family in one sentence.

        Never in a group or in public, and only where nothing but mild words are in the phrase.
        """
        if reading.audience is not Audience.FRIEND or not candidate.rule.startswith(_NAMES):
            return False
        held = set(said(reading.words[candidate.start : candidate.end]))
        rough = self._words["rough-at-home"]
        if held.isdisjoint(rough) or not held <= rough | self._words["beside-rough"]:
            return False
        words = said(reading.words[slice(*reading.sentence(candidate.start))])
        pairs = {" ".join(words[at : at + length]) for at in range(len(words)) for length in (1, 2, 3)}
        return not self._words["warm-at-home"].isdisjoint(pairs) and not self._words["elders"].isdisjoint(words)

    def is_dead_in_a_game(self, reading: Reading, candidate: Candidate) -> bool:
        """`lol u died again ur so dead`: nobody reads that they died but in a game."""
        is_guess = candidate.source is FlagSource.SECOND_READER and candidate.rule.startswith(Concern.UNKIND)
        held = said(reading.words[candidate.start : candidate.end])
        if not (is_guess or candidate.rule == _WATCH_OUT) or "dead" not in held or "die" in held:
            return False
        first, last = reading.line(candidate.start)
        near = said(reading.words[max(first, candidate.start - FAR) : min(last, candidate.end + FAR)])
        until = said(reading.words[max(first, candidate.start - FAR) : candidate.end])
        return (self._words["off-game"] | self._words["meant-later"]).isdisjoint(near) and any(
            " ".join(until[at : at + length]) in self._words["game-deaths"]
            for at, length in product(range(len(until)), range(1, _LONGEST_DEATH + 1))
        )

    def _is_at_a_game(self, words: list[str]) -> bool:
        """`at uno`, `in the last match`, `on roblox`; not `at school after football`."""
        behind = (words[at + 1 : at + 4] for at, word in enumerate(words) if word in self._words["at-a-game"])
        outside = self._words["off-game"]
        return any(self._words.has("games", list(takewhile(lambda word: word not in outside, each))) for each in behind)

    def _is_in_game(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """Return whether a thing from a game is in or right after the phrase, and nothing real is in its clause."""
        if self._words.has("off-game", said(reading.words[slice(*within)])):
            return False
        held = said(reading.words[candidate.start : candidate.end])
        behind = said(reading.words[candidate.end : min(candidate.end + _BEHIND, within[1])])
        joined = next((at for at, word in enumerate(behind) if word in self._words["joining"]), _BEHIND)
        return self._words.has("game-world", (*held, *behind[:joined]))

    def _is_inside_a_game(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """`come to my house in bloxburg`: a game right beside the phrase, and its clause names no other real thing."""
        real = self._words["off-game"] - self._words["game-places"]
        if not real.isdisjoint(said(reading.words[slice(*within)])):
            return False
        behind = said(reading.words[candidate.start : min(candidate.end + _INSIDE, within[1])])
        before = said(reading.words[max(candidate.start - _INSIDE, within[0]) : candidate.start])
        return self._names_a_game(behind) or self._names_a_game(before)

    def _names_a_game(self, words: list[str]) -> bool:
        """Return whether `in adopt me` is among the words, before any `play` or `and` that begins something else."""
        joined = next((at for at, word in enumerate(words) if word in self._words["joining"]), len(words))
        return self._names_one(words[:joined], "game-maps")

    def _names_one(self, words: list[str], games: str) -> bool:
        """Return whether `in` and a name of this set of games are among the words."""
        places = (at + 1 for at, word in enumerate(words) if word in self._words["at-a-game"])
        lengths = range(1, _LONGEST_GAME + 1)
        return any(" ".join(words[at : at + length]) in self._words[games] for at in places for length in lengths)

    def is_joke(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """Find a joke word, or a neighbouring clause on the same line that has only joke words."""
        first, last = reading.line(candidate.start)
        begin, end = within
        if self._jokes(said(reading.words[begin:end])) or self._is_fond_of_a_rival(reading, candidate, end):
            return True
        if self._is_banter(reading, candidate, last) or self._is_a_sore_loser(reading, candidate, first):
            return True
        if self._is_mild(reading, candidate):
            return True
        after = next(_clauses(reading.words[end : min(last, end + FAR)]), [])
        before = next(_clauses(reversed(reading.words[max(first, begin - FAR) : begin])), [])[::-1]
        return any(self._light.issuperset(clause) and self._jokes(clause) for clause in (after, before))

    def _is_fond_of_a_rival(self, reading: Reading, candidate: Candidate, end: int) -> bool:
        """`u suck at fortnite but i love u bestie`: skill at a game only, and in the same clause; never looks."""
        if not candidate.rule.startswith(_ABILITY):
            return False
        words = said(reading.words[candidate.start : end])
        return self._is_at_a_game(words) and any(" ".join(pair) in self._words["affection"] for pair in pairwise(words))

    def _is_a_sore_loser(self, reading: Reading, candidate: Candidate, first: int) -> bool:
        """`u killed me 3 times in mm2 i hate u`: hate for who wins a game."""
        if candidate.rule != _HATE:
            return False
        words = said(reading.words[max(first, candidate.start - FAR) : candidate.start])
        lost = any(won in self._words["beaten"] and whom in {"me", "us"} for won, whom in pairwise(words))
        return (
            lost
            and self._words["off-game"].isdisjoint(words)
            and (self._is_at_a_game(words) or self._names_a_game(words))
        )

    def _is_banter(self, reading: Reading, candidate: Candidate, last: int) -> bool:
        """`ur so annoying lmao love u tho`: teasing with fond words behind it; `ur cooked for maths`: no chance."""
        held = said(reading.words[candidate.start : candidate.end])
        if any(" ".join(pair) in self._words["no-chance"] for pair in pairwise(held)):
            return True
        behind = said(reading.words[candidate.end : min(last, candidate.end + FAR)])
        return self._words.has("teasing", held) and any(
            " ".join(behind[at : at + length]) in self._words["fondly"] for at in range(len(behind)) for length in _FOND
        )

    def _is_mild(self, reading: Reading, candidate: Candidate) -> bool:
        """`u absolute donut`, `skill issue`: nothing but mild words, among people who know each other.

        Only the words of the phrase count, so nothing beside it makes it lighter.
        """
        if reading.audience not in _TEASE_EACH_OTHER:
            return False
        held = set(said(reading.words[candidate.start : candidate.end]))
        teasing = self._words["mild-names"] | self._words["mild-taunts"]
        return not held.isdisjoint(teasing) and held <= teasing | self._words["beside-mild"]

    def is_praise(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """Find words of praise near the phrase, or joy that continues after it."""
        first, last = within
        near = reading.words[max(candidate.start - _NEAR, first) : min(candidate.end + _NEAR, last)]
        return self._words.has("praising", said(near)) or self._is_amazed(reading, candidate)

    def _jokes(self, clause: list[str]) -> bool:
        """Find a joke word, or two that together mark a joke, not negated right before: `not joking`."""
        joking = self._words["joking"]
        for at, word in enumerate(clause):
            if word in joking or " ".join(clause[at : at + 2]) in joking:
                return not self._words.has("negations", clause[max(at - _DENIED_WITHIN, 0) : at])
        return False

    def _is_amazed(self, reading: Reading, candidate: Candidate) -> bool:
        """`shut up!! you got in???`: a dismissal that goes on in amazement."""
        if not candidate.rule.startswith(_DISMISSAL):
            return False
        following = " ".join(said(reading.words[candidate.end : candidate.end + 6])) + " "
        near = reading.text[candidate.end_char : candidate.end_char + _AMAZED_WITHIN]
        rest, _, _ = near.partition("\n")
        marvels = any(following.startswith(f"{marvel} ") for marvel in self._words["marvels"])
        return following.startswith("no way ") or (marvels and "?" in rest)


def _clauses(words: Iterable[str | None]) -> Iterator[list[str]]:
    """Split words into clauses, skipping empty ones."""
    for is_said, clause in groupby(words, key=bool):
        if is_said:
            yield said(clause)
