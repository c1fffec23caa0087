"""`coach_setting`: says how a candidate is said: plain, negated, quoted, reported, objected to, in play, in praise.

Each question looks only as far as the table of silencers lets it: at the phrase's own clause, line or turn. Which words
count is data (`rules/words`); what a setting may do to a flag is data too (`rules/silencers.toml`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from coach.engine.compiled import Lexicon
from coach.engine.familiar import Familiarity
from coach.engine.fun import Fun
from coach.engine.listed import Listed
from coach.engine.quotations import Quotation, Quotations
from coach.engine.reading import Candidate, Reading, reading_of
from coach.engine.speech import Speech
from coach.models import Audience, Direction, Setting

_LONGEST_IDIOM = 6
"""In words."""


@Language.factory("coach_setting")
def create_setting(nlp: Language, name: str) -> SettingReader:
    """Make the component; it takes everything as plain until `set_lexicon`."""
    return SettingReader(name)


class WordSets(dict[str, frozenset[str]]):
    """The word sets of a catalog; one that it does not have is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


class SettingReader:
    """Says how each candidate is said."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._learn({})

    def set_lexicon(self, lexicon: Lexicon) -> None:
        """Learn the words that negate, report, forbid, joke and praise."""
        self._learn(lexicon.sets)

    def _learn(self, sets: Mapping[str, frozenset[str]]) -> None:
        words = WordSets(sets)
        self._idioms = Listed(words["idioms"])
        self._quotations = Quotations(words)
        self._speech = Speech(words)
        self._fun = Fun(words)
        self._familiarity = Familiarity(words)

    def __call__(self, doc: Doc) -> Doc:
        """Set the settings of every candidate."""
        for version in reading_of(doc).versions:
            self.read(version)
        return doc

    def read(self, reading: Reading) -> None:
        """Set the settings of every candidate of a reading."""
        if reading.candidates:
            quotes = self._quotations.in_(reading)
            is_familiar = self._familiarity.shown_in(reading) if self._can_be_familiar(reading) else _never
            for candidate in reading.candidates:
                candidate.settings = tuple(self._settings(reading, candidate, quotes, is_familiar)) or (Setting.PLAIN,)

    def _settings(
        self,
        reading: Reading,
        candidate: Candidate,
        quotes: Sequence[Quotation],
        is_familiar: Callable[[Candidate], bool],
    ) -> Iterator[Setting]:
        """All the ways in which one candidate is said."""
        if self._is_in_idiom(reading, candidate):
            yield Setting.IDIOM
        if self._speech.is_objected(reading, candidate):
            yield Setting.OBJECTED
        if quoted := self._quotations.around(candidate, quotes):
            yield quoted
        if self._speech.is_negated(reading, candidate):
            yield Setting.NEGATED
        if self._speech.is_reported(reading, candidate):
            yield Setting.REPORTED
        if self._fun.is_praise(reading, candidate):
            yield Setting.PRAISE
        if is_familiar(candidate):
            yield Setting.FAMILIAR
        if self._fun.is_play(reading, candidate):
            yield Setting.PLAY
        if self._fun.is_joke(reading, candidate):
            yield Setting.JOKE

    def _is_in_idiom(self, reading: Reading, candidate: Candidate) -> bool:
        first = max(candidate.start - _LONGEST_IDIOM, 0)
        found = self._idioms.find(reading.words, first, candidate.start + 1)
        return any(candidate.end <= end for _, end in found)

    @staticmethod
    def _can_be_familiar(reading: Reading) -> bool:
        """Whether family or a classmate may have sent it; somebody known only online can say so too."""
        return reading.direction is Direction.RECEIVED and reading.audience is not Audience.STRANGER


def _never(candidate: Candidate) -> bool:
    del candidate
    return False
