"""Read a text as words in plain spelling; the text itself never changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from coach.engine.text.answered import with_answer
from coach.engine.text.asides import without_asides, without_two_asides
from coach.engine.text.borders import Borders, widened
from coach.engine.text.closings import with_breaks
from coach.engine.text.fragments import Chunks, Tokenize
from coach.engine.text.guesses import Guesses, placed
from coach.engine.text.habitual import with_is
from coach.engine.text.inverted import in_order
from coach.engine.text.leet import with_letters
from coach.engine.text.listed import Listed
from coach.engine.text.loosened import loosened, unbroken
from coach.engine.text.normalize import Speller
from coach.engine.text.reading import Reading, said, words_in
from coach.engine.text.sounds import SoundsLike
from coach.engine.text.spelling import Spelling
from coach.engine.text.styles import unstyled
from coach.engine.text.tokenizer import readable
from coach.models import Audience, Direction

if TYPE_CHECKING:
    from coach.engine.knowledge import Knowledge
    from coach.engine.patterns.compiled import Lexicon

_HURTFUL = ("idiot-name", "swear-name", "loser-name")
"""Word sets that are nearly always meant to hurt."""


class Respell:
    """Undoes texting, stretching, leet, masks, spaced letters, look-alikes and invisible characters."""

    def __init__(self, tokenize: Tokenize) -> None:
        self._spelling = Spelling(Speller((), {}))
        self._closings, self._borders = Listed(()), Borders(frozenset())
        self._guesses, self._sounds = Guesses(self.speller.other_guesses), SoundsLike(self.speller.plain)
        self.chunks = Chunks(tokenize, self._spelling)
        """Reads messages without a Doc, if that gives the same words."""
        self.own: Respell | None = None
        """Reads messages with the words of own rules too; None if these add no words."""

    @property
    def speller(self) -> Speller:
        """Return what spells single words."""
        return self._spelling.speller

    def learn(self, knowledge: Knowledge) -> None:
        """Learn the rules' words."""
        lexicon, added = knowledge.rules.lexicon, knowledge.rules.added
        self.set_lexicon(lexicon)
        self.own = None
        if added.known or added.spelling:
            self.own = Respell(self.chunks.tokenize)
            self.own.set_lexicon(lexicon.and_also(added))

    def set_lexicon(self, lexicon: Lexicon) -> None:
        """Learn these words; compiling rules needs their plain spelling before any rules exist."""
        swearing = lexicon.sets.get("swearing", frozenset())
        hurtful = swearing.union(*(lexicon.sets.get(name, ()) for name in _HURTFUL))
        self._spelling.speller = Speller(lexicon.known, lexicon.spelling, swearing, hurtful)
        called = (f"you {name}" for name in lexicon.sets.get("any-name", ()))
        self._closings = Listed(lexicon.sets.get("closing", frozenset()).union(called))
        self._borders, self._guesses = Borders(self.speller.known), Guesses(self.speller.other_guesses)
        self._sounds = SoundsLike(self.speller.plain)
        self.chunks.forget()

    def reads_with(self, tokenize: object) -> bool:
        """Return whether it uses this tokenizer."""
        return self.chunks.tokenize is tokenize

    def reading(self, text: str, direction: Direction, audience: Audience) -> Reading:
        """Read the words of a readable text, and again if marks hide or split some."""
        text = unbroken(unstyled(text))
        reading = self._reading(text, direction, audience)
        loose = tuple(loosened(text))
        for version, places in self._versions(text, loose):
            other = self._reading(version, direction, audience)
            other.written, other.first = text, reading
            if places:
                other.locate = widened(other.locate, places)
            reading.others.append(other)
        for guessed in self._guessed(text, loose, direction, audience):
            guessed.first = reading
            reading.others.append(guessed)
        if paused := with_breaks(reading, self._closings):
            reading.others.append(paused)
        if self.own and (other := self.own.words_of(text)).words != reading.words:
            # Beside the first reading, not in its place: a word that own rules know may be another one to Coach.
            other.direction, other.audience, other.first = direction, audience, reading
            reading.others.append(other)
        return reading

    def _versions(self, text: str, loose: Sequence[str]) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        """Yield other versions of the text, with the places where words were moved; `loose` has those without marks."""
        yield from ((one, []) for one in loose)
        yield from filter(None, (self._borders.moved(text), in_order(text)))
        plain = with_letters(text, self.speller.known)
        clearer = (clearer(text) for clearer in (with_answer, without_asides, without_two_asides, with_is))
        yield from ((one, []) for one in (plain, *clearer) if one != text)

    def _guessed(self, text: str, loose: Sequence[str], direction: Direction, audience: Audience) -> Iterator[Reading]:
        """Read the words again with other words for typos, and for words that sound like those meant."""
        alike = filter(None, map(self._sounds.of, (text, *loose)))
        for other, changes in (*self._guesses.of(text), *alike):
            guessed = self._reading(other, direction, audience)
            guessed.locate, guessed.text, guessed.written = placed(guessed.locate, changes), text, text
            yield guessed

    def words_of(self, text: str) -> Reading:
        """Read the words of a readable text as written."""
        return self._reading(text, Direction.DRAFT, Audience.GROUP)

    def plain_words(self, written: str) -> list[str]:
        """Return a written text as words in plain spelling."""
        return said(self.words_of(readable(written)).words)

    def _reading(self, text: str, direction: Direction, audience: Audience) -> Reading:
        line = self.chunks.line(text)
        if line is not None:
            return Reading(text, direction, audience, line.words, line.ends, line.spans, line.shapes)
        words, spans, ends = words_in(self.spelled(self.chunks.tokenize(text)))
        return Reading(text, direction, audience, words, ends, lambda: spans)

    def spelled(self, doc: Doc) -> Doc:
        """Merge spaced letters, then write the norms."""
        return self._spelling.spelled(doc)
