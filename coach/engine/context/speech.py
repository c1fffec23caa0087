"""Talk about talk: phrases that are denied, reported, mentioned, forbidden or regretted.

Words before the phrase are looked for `within` the scope that the table of silencers allows. Behind it, these look
further: a no in the next clause, and the writer's yes to what was said at the end of the sentence.
"""

from __future__ import annotations

from coach.engine.context.word_sets import SettingWords
from coach.engine.text.reading import FAR, Candidate, Reading, Span, said
from coach.models import Aim, Concern

_REFUSED = tuple(f"{Concern.GOING_ALONG}/{name}/" for name in ("meets", "sends-picture", "moves", "takes-gift"))
"""What the next clause may refuse; it cannot refuse being alone or hiding."""
_OF_DEEDS = (Concern.OVERSHARING, Concern.GOING_ALONG)
"""Concerns about actions: `dont post a pic of your ticket` denies the posting, and with it the picture."""
_MENTIONED_WITHIN = 4
"""How many words before the phrase a verb of mentioning may be."""
_SPEECH_WITHIN = 6
"""How many words before the phrase calling or saying may be forbidden."""
_TOLD_WITHIN = 8
"""How many words before the phrase somebody may be reported to speak."""
_THOUGHT_WITHIN = 10
"""How many words before the phrase a thought may be denied: `never said the girl in my form is`."""
_LONGEST_YES = 6
"""Most words of a yes to what somebody said: `and he is literally not wrong`."""
_EVEN_WITHIN = 3
"""Among how many words at the start of a clause `even` may be: `lol and even`."""
_LONGEST_WISH = 3
"""Most words of a wish: `want you to`."""
_WILLING_WITHIN = 3
"""How many words before a denied wish whoever has it is named: `i really do not`."""
_OPENER = ["no", "way"]
"""Amazement where a comparison follows, `no way u smell like a bin`; comfort before anything else: `no way ur ugly`."""
_LONGEST_PITY = 6
"""Most words that pity or regret what follows: `did not think it was funny when`."""
_DENIED_WITHIN = 3
"""How many words before pity it may be denied: `sorry not sorry`."""
_DENYING = frozenset({"not", "never"})
_LONGEST_NEGATOR = 4
"""Most words that together negate: `could not be less`."""


class Speech:
    """Knows the words that deny, report and forbid."""

    def __init__(self, words: SettingWords) -> None:
        self._words = words

    def is_negated(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """`you are not a ...`, `i do not think ...`, `...? never lol`; not `not only` or `not just`."""
        kept = self._without_fillers(_before(reading, candidate, within))
        if kept == _OPENER and "like" in reading.words[candidate.start : candidate.end]:
            return False
        return not self._is_amazed(kept) and self._is_denied(reading, candidate, within, kept)

    def _is_denied(self, reading: Reading, candidate: Candidate, within: Span, kept: list[str]) -> bool:
        """Return whether the words `kept` before a candidate, or a refusal behind it, deny it."""
        if candidate.rule.startswith(_REFUSED) and (self._is_refused(reading, within[1]) or self._is_unwilling(kept)):
            return True
        kept = self._without_subject(kept)
        if self._words.has("opinions", kept[-1:]):
            kept.pop()
            while self._words.has("thought-fillers", kept[-1:]):
                kept.pop()
            if self._ends_with(kept, "deniers"):
                return True
        if candidate.rule.startswith(_OF_DEEDS) and (
            self._words.has("given", kept[-1:]) or self._words.has("reached", kept[-1:])
        ):
            kept.pop()
        if candidate.rule.startswith(_OF_DEEDS) and self._is_scorned(kept):
            return True
        return self._is_thought_away(kept) or self._ends_negated(kept)

    def _ends_negated(self, words: list[str]) -> bool:
        """Return whether the last words deny what follows: `far from`, `not`, `no one`."""
        if any(" ".join(words[-length:]) in self._words["negators"] for length in range(2, _LONGEST_NEGATOR + 1)):
            return True
        return self._words.has("negations", words[-1:]) or words[-2:] == ["no", "one"]

    def _is_amazed(self, words: list[str]) -> bool:
        """`can not believe ...`, `can not believe his sister is ...`: amazement, which takes it to be true."""
        last = len(words) - 1
        spoken = (at for at in range(last, max(last - _THOUGHT_WITHIN, 0), -1) if words[at] in self._words["opinions"])
        at = next(spoken, None)
        return at is not None and self._amazes(words, at) and not self._words.has("negations", words[at + 1 :])

    def _amazes(self, words: list[str], at: int) -> bool:
        """Return whether the verb at `at` is the end of `can not believe`; `you can not believe` may be advice."""
        is_said = " ".join(words[max(at - 2, 0) : at + 1]) in self._words["amazement"]
        return is_said and not self._words.has("you", words[max(at - 3, 0) : max(at - 2, 0)])

    def _is_unwilling(self, words: list[str]) -> bool:
        """`i do not want to ...`, `nobody wants to ...`; never `do not you want to ...`, which asks for it."""
        if self._words.has("given", words[-1:]) or self._words.has("reached", words[-1:]):
            words = words[:-1]
        lengths = range(1, _LONGEST_WISH + 1)
        wish = next((one for one in lengths if " ".join(words[-one:]) in self._words["wishing"]), 0)
        left = self._without_fillers(words[:-wish]) if wish else []
        if self._words.has("deniers", (*left[-1:], " ".join(left[-2:]))):
            return True
        return self._words.has("negations", left[-1:]) and not {"i", "we"}.isdisjoint(left[-_WILLING_WITHIN:-1])

    def _is_scorned(self, words: list[str]) -> bool:
        """`why would i send ...`, `as if i would tell ...`: asked or said of what nobody does."""
        kept = words[:-1] if words[-1:] == ["i"] else words
        return any(" ".join(kept[-length:]) in self._words["scorning"] for length in range(2, _LONGEST_NEGATOR + 1))

    def _is_thought_away(self, words: list[str]) -> bool:
        """`i never said his sister is`: a denied thought that goes on, through its subject, to the phrase."""
        if not self._words.has("saying-so", words[-1:]):
            return False
        first = max(len(words) - _THOUGHT_WITHIN, 1)
        thoughts = (at for at in range(first, len(words)) if self._words.has("opinions", words[at : at + 1]))
        return any(
            (self._words.has("negations", words[at - 1 : at]) or words[max(at - 2, 0) : at] == ["no", "one"])
            and not self._words.has("conjunctions", words[at:])
            for at in thoughts
        )

    def _is_refused(self, reading: Reading, end: int) -> bool:
        """Return whether the next clause is only a no: `a face reveal? never lol`."""
        while end < len(reading.words) and reading.words[end] is None:
            end += 1
        clause = said(reading.words[end : reading.clause_end(end)])
        return " ".join(word for word in clause if word not in self._words["laughs"]) in self._words["refusing"]

    def _without_subject(self, words: list[str]) -> list[str]:
        """`nobody thinks` in `nobody thinks you are`: drop the subject and keep the thinking."""
        for length in (1, 2):
            known = self._words.has("subjects", words[-length:][:1]) or (
                length == 2 and self._words.has("was-like", words[-1:])
            )
            if known and self._words.has("opinions", words[-length - 1 : -length]):
                return words[:-length]
        return words

    def _without_fillers(self, words: list[str]) -> list[str]:
        kept = list(words)
        while self._words.has("fillers", kept[-1:]) and not self._words.has("not-denied", kept[-1:]):
            kept.pop()
        return kept

    def is_reported(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """`he called me a ...`, `she was like ...`, `grounded for saying ...`; not `... and hes right`."""
        if candidate.rule.startswith(Concern.UNKIND) and self._is_agreed(reading, candidate.end):
            return False
        clause = _before(reading, candidate, within)
        if candidate.rule.startswith(Concern.UNKIND) and candidate.aim is not Aim.ME and self._is_echoed(clause):
            return False
        return self._is_told(clause) or self._is_mentioned(clause)

    def _is_echoed(self, clause: list[str]) -> bool:
        """`even my nan says ...`: whoever calls others to witness means it; not `even though she says ...`."""
        opening = clause[:_EVEN_WITHIN]
        if "even" not in opening:
            return False
        behind = clause[clause.index("even") + 1 :]
        return not self._words.has("even-breaks", behind) and self._words.has("echoing", behind)

    def _is_agreed(self, reading: Reading, end: int) -> bool:
        """Return whether the sentence ends in the writer's yes to what was said: `and hes right lol`."""
        words = said(reading.words[end : reading.sentence(end)[1]])
        while words and (words[-1] in self._words["laughs"] or words[-1].startswith(":")):
            words.pop()
        return any(" ".join(words[-length:]) in self._words["agreeing"] for length in range(1, _LONGEST_YES + 1))

    def is_objected(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """`do not call her ...`, `stop saying ...`, `sorry i said ...`, `saying ... is mean`, `what does ... mean`."""
        left = _before(reading, candidate, within)
        right = said(reading.words[candidate.end : within[1]])
        fact = not candidate.rule.startswith(Concern.UNKIND)
        if self._is_forbidden(left, "hushed", _SPEECH_WITHIN) or self._is_forbidden(left, "given", FAR if fact else 1):
            return True
        if self._is_apology(left) or self._is_regretted(left, right) or self._is_pitied(reading, candidate, left):
            return True
        if self._words.has("asking", left) or (left[:2] == ["what", "does"] and "mean" in right):
            return True
        speaks = self._words.has("hushed", left) or self._words.has("called", left)
        return speaks and self._words.has("verdicts", right) and self._words.has("judging", right)

    def _ends_with(self, words: list[str], name: str) -> bool:
        """Return whether the last word, or the last two, are in a word set."""
        return self._words.has(name, (" ".join(words[-1:]), " ".join(words[-2:])))

    def _is_told(self, clause: list[str]) -> bool:
        """Return whether somebody else's words are reported; what the writer or everybody says is not."""
        told = self._words["told"]
        for at in range(len(clause) - 1, max(len(clause) - _TOLD_WITHIN, 0) - 1, -1):
            speaker = clause[max(at - 3, 0) : at]
            if clause[at] == "like" and self._words.has("was-like", speaker[-2:]):
                return self._words.has("speakers", speaker)
            if clause[at] in told:
                if self._words.has("passive", speaker[-1:]):
                    return True
                named = self._words.has("speakers", speaker) or self._words.has("owners", speaker[-2:-1])
                return named and not self._words.has("own-speakers", speaker[-2:])
        return False

    def _is_mentioned(self, clause: list[str]) -> bool:
        """`if we say ...`, `words like ...`: the phrase is mentioned, not said to somebody."""
        kept = list(clause)
        while len(kept) > 1 and kept[-1] in self._words["saying-fillers"]:
            kept.pop()
        if self._ends_with(kept, "words-like"):
            return True
        for at in range(max(len(kept) - _MENTIONED_WITHIN, 0), len(kept)):
            before = kept[max(at - 4, 0) : at]
            if kept[at] in self._words["speaking"] and not self._words.has("own-speech", before):
                return True
            last = at + 1 == len(kept) or (kept[at] == "tell" and at + 1 < len(clause) and clause[-1] == "to")
            if kept[at] in self._words["say"] and last and self._words.has("we-all", before) and "i" not in before:
                return True
        return False

    def _is_forbidden(self, before: list[str], deeds: str, within: int) -> bool:
        """`never tell anyone ...`: an action from the word set `deeds` is forbidden in the last `within` words."""
        first, words = max(len(before) - within, 0), self._words[deeds]
        done = [at for at, word in enumerate(before[first:], first) if word in words and not self._amazes(before, at)]
        return any(self._forbids(before[max(at - 4, 0) : at]) for at in done if not self._ends_before(before[at + 1 :]))

    def _ends_before(self, between: list[str]) -> bool:
        """Return whether the ban ends before the phrase: `dont tell your mum or ...`, not `dont tell mum to ...`."""
        if self._words.has("conjunctions", between):
            return True
        return between[-1:] != ["to"] and self._words.has("kin", between[-1:])

    def _forbids(self, before: list[str]) -> bool:
        if "not" in before and self._words.has("forbidding-not", before):
            return not self._words.has("own-will", before)
        return self._words.has("forbidding", before) or self._words.has("verdicts", before)

    def _is_apology(self, left: list[str]) -> bool:
        """`sorry i said ...`, `my bad for telling you ...`."""
        words = self._words["sorry"]
        sorry = [at for at in range(len(left)) if left[at] in words or " ".join(left[at - 1 : at + 1]) in words]
        return bool(sorry) and self._words.has("told", left[sorry[0] :])

    def _is_regretted(self, left: list[str], right: list[str]) -> bool:
        """`i should not have said ...`, `i said ... and felt bad`, `i did not mean it when i called you ...`."""
        if "i" not in left or not self._words.has("told", left):
            return False
        around = f" {' '.join((*left, '-', *right))} "
        return any(f" {regret} " in around for regret in self._words["regrets"])

    def _is_pitied(self, reading: Reading, candidate: Candidate, left: list[str]) -> bool:
        """`i felt bad when everyone laughed at you`, `sorry we laughed at your drawing`; not `sorry not sorry ...`."""
        if not self._words.has("laughed-deeds", said(reading.words[candidate.start : candidate.end])):
            return False
        for length in range(1, min(_LONGEST_PITY, len(left)) + 1):
            if " ".join(left[-length:]) in self._words["pities-what-follows"]:
                return _DENYING.isdisjoint(left[-length - _DENIED_WITHIN : -length])
        return False


def _before(reading: Reading, candidate: Candidate, within: Span) -> list[str]:
    """Return the words before a candidate."""
    return said(reading.words[within[0] : candidate.start])
