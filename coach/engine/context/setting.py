"""Decide how a candidate is said: plain, negated, quoted, reported, objected to, in play, in praise.

Each question uses the word sets that the table of silencers (`rules/silencers.toml`) names for it, and is given
the words `within` the scope there: the phrase's own clause, sentence, line or turn. Questions that also look further
say so, and how far.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from coach.engine.context.fun import Fun
from coach.engine.context.quotations import Quotation, Quotations, around, quotes_in
from coach.engine.context.sender import Familiarity
from coach.engine.context.speech import Speech
from coach.engine.context.standing_up import StandingUp
from coach.engine.context.story import Story
from coach.engine.context.word_sets import SettingWords
from coach.engine.text.listed import Listed
from coach.engine.text.reading import Candidate, Reading, Span
from coach.models import Audience, Direction, Policy, Scope, Setting

if TYPE_CHECKING:
    from coach.engine.knowledge import Knowledge

Question = Callable[[Reading, Candidate, Span], bool]
"""Whether a candidate is said in one way, judged by the words in the span (end excluded)."""
_LONGEST_IDIOM = 6
"""In words."""


class SettingReader:
    """Decides how each candidate is said."""

    def __init__(self) -> None:
        self._learn({}, {})

    def learn(self, knowledge: Knowledge) -> None:
        """Learn the words that negate, report, forbid, joke and praise, and how far each may reach."""
        self._learn(knowledge.rules.lexicon.sets, knowledge.rules.policy)

    def _learn(self, sets: Mapping[str, frozenset[str]], policy: Policy) -> None:
        self._scopes = {one: policy[one].scope if one in policy else Scope.CLAUSE for one in Setting}

        def words_of(*settings: Setting) -> SettingWords:
            names = {name for one in settings if one in policy for name in policy[one].words}
            return SettingWords({name: sets[name] for name in names if name in sets})

        idiom = words_of(Setting.IDIOM)
        self._goes_on, self._things = idiom["name-goes-on"], idiom["name-of-thing"]
        self._thing_goes_on = idiom["thing-goes-on"]
        self._idioms = Listed(idiom["idioms"])
        self._harmless = Listed(idiom["goes-on-harmlessly"])
        self._quotations = Quotations(words_of(Setting.QUOTED, Setting.ANSWERED), self._scopes)
        self._speech = Speech(words_of(Setting.NEGATED, Setting.REPORTED, Setting.OBJECTED))
        self._standing_up = StandingUp(words_of(Setting.OBJECTED))
        self._fun = Fun(words_of(Setting.PLAY, Setting.JOKE, Setting.PRAISE, Setting.IDIOM))
        self._familiarity = Familiarity(words_of(Setting.FAMILIAR))
        self._story = Story(words_of(Setting.STORY))

    def read(self, reading: Reading) -> None:
        """Set the settings of every candidate in a reading."""
        if reading.candidates:
            questions = self._questions(reading)
            for candidate in reading.candidates:
                candidate.settings = tuple(self._settings(reading, candidate, questions)) or (Setting.PLAIN,)

    def _settings(
        self, reading: Reading, candidate: Candidate, questions: Mapping[Setting, Question]
    ) -> Iterator[Setting]:
        """Yield every way in which one candidate is said."""
        reach: dict[Scope, Span] = {}
        for setting, is_so in questions.items():
            scope = self._scopes[setting]
            if scope not in reach:
                reach[scope] = reading.reach(scope, candidate.start, candidate.end)
            if is_so(reading, candidate, reach[scope]):
                yield setting

    def _questions(self, reading: Reading) -> dict[Setting, Question]:
        """Return the questions to ask about each candidate; the first silencing setting is the one shown."""
        spans = quotes_in(reading)
        quotes = self._quotations.in_(reading, spans)
        questions: dict[Setting, Question] = {
            Setting.IDIOM: self._is_in_idiom,
            Setting.STORY: self._story.told_among(spans),
            Setting.OBJECTED: self._is_objected,
            Setting.QUOTED: _is_quoted(quotes, Setting.QUOTED),
            Setting.ANSWERED: _is_quoted(quotes, Setting.ANSWERED),
            Setting.NEGATED: self._speech.is_negated,
            Setting.REPORTED: self._speech.is_reported,
            Setting.PRAISE: self._fun.is_praise,
            Setting.FAMILIAR: self._familiarity.shown_in(reading),
            Setting.PLAY: self._fun.is_play,
            Setting.JOKE: self._fun.is_joke,
        }
        if reading.direction is Direction.DRAFT:
            questions[Setting.FAMILIAR] = self._familiarity.is_for_a_parent
        elif reading.audience is Audience.STRANGER:
            del questions[Setting.FAMILIAR]
        if not quotes:
            del questions[Setting.QUOTED], questions[Setting.ANSWERED]
        return questions

    def _is_objected(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        is_objected = self._speech.is_objected(reading, candidate, within)
        return is_objected or self._standing_up.is_done(reading, candidate, within)

    def _is_in_idiom(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        first = max(candidate.start - _LONGEST_IDIOM, within[0])
        found = self._idioms.find(reading.words, first, candidate.start + 1)
        if any(candidate.end <= end for _, end in found) or self._fun.is_dead_in_a_game(reading, candidate):
            return True
        if self._goes_on_harmlessly(reading, candidate, within) or self._fun.is_warm_at_home(reading, candidate):
            return True
        return self._goes_on_calmly(reading, candidate.end, within[1])

    def _goes_on_harmlessly(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """Return whether a harmless phrase begins inside a flag and ends with it or after it: `scared of dad jokes`."""
        found = self._harmless.find(reading.words, candidate.start, candidate.end)
        return any(candidate.end <= end <= within[1] for _, end in found)

    def _goes_on_calmly(self, reading: Reading, end: int, last: int) -> bool:
        """Return whether a name is only the first half of another: `snake lover`, `clown fish`."""
        after = reading.words[end] if end < last else None
        if after is None or after in self._goes_on:
            return after is not None
        return after in self._thing_goes_on and reading.words[end - 1] in self._things


def _is_quoted(quotes: Sequence[Quotation], as_: Setting) -> Question:
    """Return whether a candidate is inside a quotation with this setting (quoted or answered)."""
    return lambda _reading, candidate, _within: around(candidate, quotes) is as_
