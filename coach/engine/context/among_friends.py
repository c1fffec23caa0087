"""What a friend may ask every day, and nobody who is known only online: `is ur mum in`, `send a pic of ur costume`."""

from __future__ import annotations

from coach.engine.context.word_sets import SettingWords
from coach.engine.text.listed import Listed
from coach.engine.text.reading import Candidate, Reading
from coach.models import Audience, Concern

_RED_FLAG = f"{Concern.RED_FLAG}/"


class AmongFriends:
    """Knows the everyday questions of friends, and the words that make them more than that."""

    def __init__(self, words: SettingWords) -> None:
        self._asked = Listed(words["asked-among-friends"])
        self._more = Listed(words["more-than-friends-ask"])

    def ask(self, reading: Reading, candidate: Candidate) -> bool:
        """Return whether a red flag is a friend's everyday question.

        It is not if anything else in the message is a red flag, or asks for more: `is ur mum in? dont tell her`.
        """
        if reading.audience is not Audience.FRIEND or not candidate.rule.startswith(_RED_FLAG):
            return False
        if self._more.is_in(reading.words):
            return False
        red = (one for one in reading.candidates if one.rule.startswith(_RED_FLAG))
        return all(self._is_asked(reading, one) for one in red)

    def _is_asked(self, reading: Reading, candidate: Candidate) -> bool:
        """Return whether an everyday question covers a phrase, but for its last word."""
        first, last = reading.clause_start(candidate.start), candidate.end
        found = self._asked.find(reading.words, first, last)
        return any(begin < last <= end + 1 for begin, end in found)
