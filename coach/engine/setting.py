"""`coach_setting`: says how a candidate is said: plain, negated, quoted, reported, objected to, in play, in praise.

Each question looks only at words near the phrase, in its own sentence; which words count is data (`rules/words`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc

from coach.engine.compiled import Lexicon
from coach.engine.familiar import Familiarity
from coach.engine.reading import FAR, Candidate, Reading, reading_of
from coach.models import Concern, Direction, Setting

_QUOTED = re.compile(r"\"[^\"\n]{1,400}\"|“[^”\n]{1,400}”|«[^»\n]{1,400}»|(?<!\w)'[^'\n]{2,400}'(?!\w)")
_WAS = frozenset({"is", "was", "were", "are", "all"})
_PASSIVE = frozenset({"got", "get", "getting", "been", "being", "was"})
_SELF = frozenset({"i", "am", "im", "just", "let", "not"})
_WORDS_LIKE = frozenset({("words", "like"), ("word", "like"), ("the", "word"), ("the", "words"), ("that", "word")})
_WE_ALL = frozenset(
    {"we", "they", "you", "people", "kids", "to", "somebody", "someone", "anybody", "anyone", "who", "if"}
)
_DISMISSAL = f"{Concern.UNKIND}/dismissal"
_AMAZED_WITHIN = 80
"""How many characters after the phrase the question mark of amazement may stand."""
_MENTIONED_WITHIN = 4
"""How many words before the phrase the speaking may stand."""
_NEAR = 3
"""How many words from the phrase praise may stand."""
_SPEECH_WITHIN = 6
"""How many words before the phrase calling or saying may stand to be forbidden."""
_TOLD_WITHIN = 6
"""How many words before the phrase somebody's speaking may stand."""


@Language.factory("coach_setting")
def create_setting(nlp: Language, name: str) -> SettingReader:
    """Make the component; it takes everything as plain until `set_lexicon`."""
    return SettingReader(name)


class _Words(dict[str, frozenset[str]]):
    """The word sets of a catalog; one that it does not have is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


class SettingReader:
    """Says how each candidate is said."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._words: Mapping[str, frozenset[str]] = _Words()

    def set_lexicon(self, lexicon: Lexicon) -> None:
        """Learn the words that negate, report, forbid, joke and praise."""
        self._words = _Words(lexicon.sets)

    def __call__(self, doc: Doc) -> Doc:
        """Set the setting of every candidate."""
        self.read(reading_of(doc))
        return doc

    def read(self, reading: Reading) -> None:
        """Set the setting of every candidate of a reading."""
        if reading.candidates:
            quotes = [found.span() for found in _QUOTED.finditer(reading.text)]
            plain = self._plain(reading)
            for candidate in reading.candidates:
                candidate.setting = self._setting(reading, candidate, quotes, plain)

    def _plain(self, reading: Reading) -> Setting:
        """How everything in this message is said that nothing near it makes negated, quoted and so on."""
        if reading.direction is Direction.RECEIVED and Familiarity(self._words).shows(reading):
            return Setting.FAMILIAR
        return Setting.PLAY if self._is_play(_said(reading.words)) else Setting.PLAIN

    def _setting(
        self, reading: Reading, candidate: Candidate, quotes: list[tuple[int, int]], plain: Setting
    ) -> Setting:
        """How one candidate is said; `plain` where nothing near it says otherwise."""
        first, last = reading.sentence(candidate.start)
        left = _said(reading.words[first : candidate.start])
        right = _said(reading.words[candidate.end : last])
        clause = _said(reading.words[reading.clause_start(candidate.start) : candidate.start])
        if self._is_objected(left, right, clause, candidate):
            return Setting.OBJECTED
        if _is_inside(candidate, quotes):
            return Setting.QUOTED
        if self._is_negated(clause):
            return Setting.NEGATED
        if self._is_reported(clause) or self._is_mentioned(clause):
            return Setting.REPORTED
        if self._is_praise(reading, candidate) or self._is_amazed(reading, candidate):
            return Setting.PRAISE
        return plain

    def _has(self, name: str, words: Iterable[str]) -> bool:
        return not self._words[name].isdisjoint(words)

    def _is_negated(self, clause: list[str]) -> bool:
        """`you are not a ...`, `i do not think ...`, never `not only` or `not just`."""
        kept = list(clause)
        while kept and kept[-1] in self._words["fillers"] and kept[-1] not in {"just", "only"}:
            kept.pop()
        if kept and self._has("opinions", kept[-1:]):
            kept.pop()
            while kept and kept[-1] in {"ever", "really", "even", "to"}:
                kept.pop()
            if kept[-1:] == ["nobody"] or kept[-2:] == ["no", "one"]:
                return True
        return self._has("negations", kept[-1:]) or kept[-2:] == ["no", "one"]

    def _is_reported(self, clause: list[str]) -> bool:
        """`he called me a ...`, `she was like ...`; what the writer or everybody says is not reported."""
        told = self._words["told"]
        for at in range(len(clause) - 1, max(len(clause) - _TOLD_WITHIN, 0) - 1, -1):
            if clause[at] != "like" and clause[at] not in told:
                continue
            speaker = clause[max(at - 3, 0) : at]
            if clause[at] == "like" and _WAS.intersection(speaker[-2:]):
                return self._has("speakers", speaker)
            if clause[at] in told:
                if _PASSIVE.intersection(speaker[-1:]):
                    return True
                named = self._has("speakers", speaker) or {"the", "a", "my", "our"}.intersection(speaker[-2:-1])
                return bool(named) and not {"i", "we", "you"}.intersection(speaker[-2:])
        return False

    def _is_mentioned(self, clause: list[str]) -> bool:
        """`grounded for saying ...`, `if we say ...`, `words like ...`: it is spoken of, not said to somebody."""
        kept = list(clause)
        while kept and kept[-1] in {"to", "that", "the", "out"} and len(kept) > 1:
            kept.pop()
        if tuple(kept[-2:]) in _WORDS_LIKE:
            return True
        speaking = self._words["speaking"]
        for at in range(max(len(kept) - _MENTIONED_WITHIN, 0), len(kept)):
            before = kept[max(at - 4, 0) : at]
            if kept[at] in speaking and _SELF.isdisjoint(before):
                return True
            told = at + 1 == len(kept) or (kept[at] == "tell" and at + 1 < len(clause) and clause[-1] == "to")
            if kept[at] in {"say", "tell"} and told and not _WE_ALL.isdisjoint(before) and "i" not in before:
                return True
        return False

    def _is_objected(self, left: list[str], right: list[str], clause: list[str], candidate: Candidate) -> bool:
        """`do not call her ...`, `stop saying ...`, `sorry i said ...`, `saying ... is mean`, `what does ... mean`."""
        fact = not candidate.rule.startswith(Concern.UNKIND)
        if self._is_forbidden(clause, "hushed", _SPEECH_WITHIN):
            return True
        if self._is_forbidden(left if fact else clause, "given", FAR if fact else 1):
            return True
        if self._is_apology(left) or self._is_regretted(left, right):
            return True
        if self._has("asking", left) or (left[:2] == ["what", "does"] and "mean" in right):
            return True
        speaks = self._has("hushed", left) or self._has("called", left)
        return speaks and self._has("verdicts", right) and not {"is", "was", "not"}.isdisjoint(right)

    def _is_forbidden(self, before: list[str], deeds: str, within: int) -> bool:
        """`never tell anyone ...`: a deed of the word set `deeds`, forbidden, in the last `within` words before."""
        first, words = max(len(before) - within, 0), self._words[deeds]
        done = [at for at, word in enumerate(before[first:], first) if word in words]
        return any(self._forbids(before[max(at - 4, 0) : at]) for at in done)

    def _is_apology(self, left: list[str]) -> bool:
        """`sorry i said ...`, `my bad for telling you ...`."""
        words = self._words["sorry"]
        sorry = [
            at
            for at, word in enumerate(left)
            if word in words or (word == "bad" and left[at - 1 : at + 1] == ["my", "bad"])
        ]
        return bool(sorry) and self._has("told", left[sorry[0] :])

    def _is_regretted(self, left: list[str], right: list[str]) -> bool:
        """`i should not have said ...`, `i said ... and felt bad`, `i did not mean it when i called you ...`."""
        if "i" not in left or not self._has("told", left):
            return False
        around = f" {' '.join((*left, '-', *right))} "
        return any(f" {regret} " in around for regret in self._words["regrets"])

    def _forbids(self, before: list[str]) -> bool:
        if {"do", "not"} <= set(before) or {"should", "not"} <= set(before) or {"can", "not"} <= set(before):
            return not {"i", "we"}.intersection(before)
        return self._has("forbidding", before) or self._has("verdicts", before)

    def _is_play(self, words: list[str]) -> bool:
        in_game = any(
            self._has("games", words[at + 1 : at + 4]) for at, word in enumerate(words) if word in {"at", "in"}
        )
        return (in_game and self._has("contests", words)) or self._has("joking", words)

    def _is_amazed(self, reading: Reading, candidate: Candidate) -> bool:
        """`shut up!! you got in???`: a dismissal whose writer goes on to marvel."""
        if not candidate.rule.startswith(_DISMISSAL):
            return False
        following = " ".join(_said(reading.words[candidate.end : candidate.end + 6])) + " "
        near = reading.text[candidate.end_char : candidate.end_char + _AMAZED_WITHIN]
        rest, _, _ = near.partition("\n")
        marvels = any(following.startswith(f"{marvel} ") for marvel in self._words["marvels"])
        return following.startswith("no way ") or (marvels and "?" in rest)

    def _is_praise(self, reading: Reading, candidate: Candidate) -> bool:
        first, last = reading.clause_start(candidate.start), reading.clause_end(candidate.start)
        near = reading.words[max(candidate.start - _NEAR, first) : min(candidate.end + _NEAR, last)]
        return self._has("praising", _said(near))


def _is_inside(candidate: Candidate, quotes: list[tuple[int, int]]) -> bool:
    """Whether a candidate stands within one of the quotes, which are in order and do not overlap."""
    at = bisect_right(quotes, candidate.start_char, key=itemgetter(0)) - 1
    return at >= 0 and quotes[at][0] < candidate.start_char and candidate.end_char < quotes[at][1]


def _said(words: Iterable[str | None]) -> list[str]:
    return [word for word in words if word]
