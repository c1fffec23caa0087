"""What is not from the writer's life: the words of a song, a part in a play, a board game, an animal, a trifle.

A work and a trifle are looked for `within` the scope that the table of silencers allows. A part and an animal may be
named in the clause before, whatever the scope; a plain reason is undone by words anywhere in the line, and what friends
ask every day by words anywhere in the message.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coach.engine.context.among_friends import AmongFriends
from coach.engine.context.plain_reason import PlainReasons
from coach.engine.context.quotations import quote_around
from coach.engine.context.word_sets import SettingWords
from coach.engine.text.listed import Listed
from coach.engine.text.reading import Candidate, Reading, Span, said
from coach.models import Concern
from coach.models.category import FRIEND_IN_DANGER

_OF_CARE = f"{Concern.CARE}/"
_OF_ANIMALS = tuple(f"{Concern.CARE}/{name}/" for name in ("eating", "unsafe"))
"""Categories in which an animal may be meant. Not those where a pet's death or a wish to die is heard."""
_OF_GAMES = f"{Concern.CARE}/bullied/"
_HIDING_FROM = f"{Concern.CARE}/unsafe/scared-of"
_BESIDE = {
    FRIEND_IN_DANGER: "told-of-works",
    f"{Concern.CARE}/worried/plainly-sad": "trifles",
    f"{Concern.CARE}/worried/grief": "pets-in-games",
    f"{Concern.CARE}/unsafe/not-home": "hiding-games",
    f"{Concern.CARE}/unsafe/home-is-not-safe": "hiding-games",
    _HIDING_FROM: "trifles-among-siblings",
}
"""Rules with a word set of their own that shows, anywhere in the sentence, that nobody needs help."""
_BEFORE_QUOTE, _AFTER_QUOTE = 6, 5
"""How many words from a quotation the word for its work may be: `that song "..."`, `"..." my nan sings that`."""
_GAME_WITHIN = 4
"""How many words after the phrase its game may be named: `bullying me in mario kart`."""


class Story:
    """Knows the words of songs, stories, parts and animals."""

    def __init__(self, words: SettingWords) -> None:
        self._words = words
        self._parts = Listed(words["parts-played"])
        self._games = Listed(words["party-games"])
        self._meant = words["meant-too"]
        self._died = Listed(words["died-in-games"])
        self._reasons = PlainReasons(words)
        self._friends = AmongFriends(words)
        self._beside = {rule: Listed(words[name]) for rule, name in _BESIDE.items()}

    def told_among(self, quotes: Sequence[Span]) -> Callable[[Reading, Candidate, Span], bool]:
        """Return the question for the phrases of a reading with these quotations.

        `that song "nobody loves me"`, `my line is i cant stay here`, `my hamster wants to run away from home`.
        """

        def is_story(reading: Reading, candidate: Candidate, within: Span) -> bool:
            if self._reasons.explain(reading, candidate, within) or self._friends.ask(reading, candidate):
                return True
            if not candidate.rule.startswith(_OF_CARE):
                return False
            quote = quote_around(candidate.start_char, quotes)
            return (
                (quote is not None and self._is_of_a_work(reading, candidate, within, quote))
                or self._is_a_part(reading, candidate)
                or self._is_in_a_game(reading, candidate)
                or self._is_of_an_animal(reading, candidate)
                or self._is_beside_fun(reading, candidate, within)
            )

        return is_story

    def _is_of_a_work(self, reading: Reading, candidate: Candidate, within: Span, quote: Span) -> bool:
        """Return whether the phrase, but for its last word, is in this quotation, beside a song, film or homework."""
        first, last = reading.index_at(quote[0]), reading.index_at(quote[1] - 1)
        last += last < len(reading.words) and reading.spans[last][0] < quote[1]
        if candidate.end > last + 1:
            return False
        before = said(reading.words[within[0] : first])
        after = said(reading.words[last : within[1]])
        if self._says_it_is_meant((*before, *after)):
            return False
        beside = (*before[-_BEFORE_QUOTE:], *after[:_AFTER_QUOTE])
        return self._words.has("works", beside) or self._words.has("school-works", before)

    def _is_a_part(self, reading: Reading, candidate: Candidate) -> bool:
        """Return whether the phrase follows, without another clause between, words for a part: `my oc backstory: `."""
        first, last = reading.clause_start(candidate.start), reading.clause_end(candidate.end)
        if self._says_it_is_meant(said(reading.words[first:last])):
            return False
        if any(self._parts.find(reading.words, first, candidate.start)):
            return True
        begin = reading.clause_start(first - 1) if first else 0
        return any(end == first - 1 for _, end in self._parts.find(reading.words, begin, first))

    def _is_in_a_game(self, reading: Reading, candidate: Candidate) -> bool:
        """`keeps bullying me in mario kart`: a game against friends, and nothing real in its clause."""
        if not candidate.rule.startswith(_OF_GAMES):
            return False
        first, last = reading.clause_start(candidate.start), reading.clause_end(candidate.end)
        if self._words.has("off-game", said(reading.words[first:last])):
            return False
        end = min(candidate.end + _GAME_WITHIN, last)
        return any(at <= end for at, _ in self._games.find(reading.words, candidate.start, end))

    def _is_of_an_animal(self, reading: Reading, candidate: Candidate) -> bool:
        """Return whether an animal is the only one whom the clause and the one before it speak of."""
        if not candidate.rule.startswith(_OF_ANIMALS):
            return False
        first = reading.clause_start(candidate.start)
        named = said(reading.words[first : candidate.start])
        if first and first - 1 not in reading.ends:
            named = said(reading.words[reading.clause_start(first - 1) : first - 1]) + named
        held = said(reading.words[candidate.start : candidate.end])
        if self._words.has("pronouns-of-people", held) or self._words.has("human-words", (*named, *held)):
            return False
        return self._words.has("animals", named)

    def _is_beside_fun(self, reading: Reading, candidate: Candidate, within: Span) -> bool:
        """`im so sad, the shop was out of mango`, `my sister wants to kill herself in the play`."""
        beside, end = self._beside.get(candidate.rule), candidate.end
        if candidate.rule == FRIEND_IN_DANGER and any(self._died.find(reading.words, end, end + 1)):
            return True
        return beside is not None and any(beside.find(reading.words, *within))

    def _says_it_is_meant(self, words: Sequence[str]) -> bool:
        return not self._meant.isdisjoint(words)
