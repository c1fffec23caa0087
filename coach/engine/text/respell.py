"""Read a text as words in plain spelling; the text itself never changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from coach.engine.text.answered import with_answer
from coach.engine.text.borders import Borders, widened
from coach.engine.text.closings import with_breaks
from coach.engine.text.fragments import Chunks, Tokenize
from coach.engine.text.guesses import Guesses, placed
from coach.engine.text.leet import with_letters
from coach.engine.text.listed import Listed
from coach.engine.text.loosened import loosened, unbroken
from coach.engine.text.normalize import CLITICS, Speller, is_enclitic
from coach.engine.text.reading import Reading, text_of, words_in
from coach.engine.text.sounds import SoundsLike
from coach.engine.text.spaced_letters import CUT, MIN_SPACED, is_letter, spaced_words
from coach.engine.text.styles import unstyled
from coach.engine.text.word_lists import word_list
from coach.models import Audience, Direction

if TYPE_CHECKING:
    from coach.engine.knowledge import Knowledge
    from coach.engine.patterns.compiled import Lexicon

_MAX_CUT = 20
"""Longest cut word, in characters."""

_HURTFUL = ("idiot-name", "swear-name", "loser-name")
"""Word sets that are nearly always meant to hurt."""

_BEFORE_IS = word_list(Path(__file__).with_name("words.toml"), "before-is")
_MOST_MERGED = 1_000
"""Most places merged by spaCy in a Doc that is kept."""


class Respell:
    """Undoes texting, stretching, leet, masks, spaced letters, look-alikes and invisible characters."""

    def __init__(self, tokenize: Tokenize) -> None:
        self.speller = Speller((), {})
        self._closings, self._borders = Listed(()), Borders(frozenset())
        self._guesses, self._sounds = Guesses(self.speller.other_guesses), SoundsLike(self.speller.plain)
        self.chunks = Chunks(tokenize, self)
        """Reads messages without a Doc, if that gives the same words."""
        self.own: Respell | None = None
        """Reads messages with the words of own rules too; None if these add no words."""

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
        self.speller = Speller(lexicon.known, lexicon.spelling, swearing, hurtful)
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
        for loose, places in self._versions(text):
            other = self._reading(loose, direction, audience)
            other.written, other.first = text, reading
            if places:
                other.locate = widened(other.locate, places)
            reading.others.append(other)
        for guessed in self._guessed(text, direction, audience):
            guessed.first = reading
            reading.others.append(guessed)
        if paused := with_breaks(reading, self._closings):
            reading.others.append(paused)
        if self.own and (other := self.own.words_of(text)).words != reading.words:
            # Beside the first reading, not in its place: a word that own rules know may be another one to Coach.
            other.direction, other.audience, other.first = direction, audience, reading
            reading.others.append(other)
        return reading

    def _versions(self, text: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        """Yield other versions of the text, with the places where words were moved."""
        yield from ((loose, []) for loose in loosened(text))
        if moved := self._borders.moved(text):
            yield moved
        if (plain := with_letters(text, self.speller.known)) != text:
            yield plain, []
        if (joined := with_answer(text)) != text:
            yield joined, []

    def _guessed(self, text: str, direction: Direction, audience: Audience) -> Iterator[Reading]:
        """Read the words again with other words for typos, and for words that sound like those meant."""
        alike = self._sounds.of(text)
        for other, changes in (*self._guesses.of(text), *((alike,) if alike else ())):
            guessed = self._reading(other, direction, audience)
            guessed.locate, guessed.text, guessed.written = placed(guessed.locate, changes), text, text
            yield guessed

    def words_of(self, text: str) -> Reading:
        """Read the words of a readable text as written."""
        return self._reading(text, Direction.DRAFT, Audience.GROUP)

    def _reading(self, text: str, direction: Direction, audience: Audience) -> Reading:
        line = self.chunks.line(text)
        if line is not None:
            return Reading(text, direction, audience, line.words, line.ends, line.spans, line.shapes)
        words, spans, ends = words_in(self.spelled(self.chunks.tokenize(text)))
        return Reading(text, direction, audience, words, ends, lambda: spans)

    def spelled(self, doc: Doc) -> Doc:
        """Merge spaced letters, then write the norms."""
        doc = self._with_letters_merged(doc)
        before = ""
        for token in doc:
            norm = self._norm(token, before)
            if norm != token.norm_ and norm:
                token.norm_ = norm
            before = norm
        return doc

    def _norm(self, token: Token, before: str) -> str:
        given = token.norm_.replace("\u2019", "'")
        if token.i and is_enclitic(given) and not token.nbor(-1).whitespace_:
            clitic = given.removeprefix("'")
            return CLITICS.get(clitic) or ("is" if before in _BEFORE_IS else "'s")
        # spaCy reads the first half of "didn't" as "do"; past and present must stay different.
        if given != token.lower_ and given.isalpha() and token.lower_ != "did":
            return self.speller.plain(given)
        return self.speller.plain(token.text)

    def _with_letters_merged(self, doc: Doc) -> Doc:
        spaced = sum(is_letter(token.text) for token in doc) >= MIN_SPACED
        cut = CUT.search(text_of(doc))
        if spaced or cut:
            found = [*(self._spaced_words(doc) if spaced else ()), *(self._cut_words(doc) if cut else ())]
            return _merged(doc, [(span.start, span.end) for span in filter_spans(found)])
        return doc

    def _cut_words(self, doc: Doc) -> Iterator[Span]:
        """Yield hurtful words that the tokenizer split at a digit or sign (`1d10|t`, `$|hit`)."""
        for token in doc:
            written, end = token.text, token.i
            while len(written) < _MAX_CUT and end + 1 < len(doc) and _adjoin(doc[end], doc[end + 1]):
                end += 1
                written += doc[end].text
                if not written.isalpha() and self.speller.plain(written) in self.speller.hurtful:
                    yield doc[token.i : end + 1]

    def _spaced_words(self, doc: Doc) -> Iterator[Span]:
        tokens = {token.idx: token.i for token in doc if is_letter(token.text)}
        letters = [(place, doc[at].text) for place, at in tokens.items()]
        for first, last in spaced_words(letters, text_of(doc), self.speller):
            yield doc[tokens[first] : tokens[last] + 1]


def _merged(doc: Doc, places: Sequence[tuple[int, int]]) -> Doc:
    """Return this Doc with the tokens of each place merged into one.

    spaCy checks all earlier merges on each new one: if there are many, a new Doc is made from the same text.
    """
    if len(places) > _MOST_MERGED:
        return _made_anew(doc, dict(places))
    with doc.retokenize() as retokenizer:
        for start, end in places:
            retokenizer.merge(doc[start:end])
    return doc


def _made_anew(doc: Doc, ends: Mapping[int, int]) -> Doc:
    """Make a new Doc with one token for each place; annotations of single tokens are lost."""
    words, spaces, norms, at = list[str](), list[bool](), dict[int, str](), 0
    while at < len(doc):
        end = ends.get(at, at + 1)
        first, last = doc[at], doc[end - 1]
        if end == at + 1:
            norms[len(words)] = first.norm_
        words.append("".join([token.text_with_ws for token in doc[at : end - 1]]) + last.text)
        spaces.append(bool(last.whitespace_))
        at = end
    anew = Doc(doc.vocab, words=words, spaces=spaces, user_data=doc.user_data)
    for at, norm in norms.items():
        if anew[at].norm_ != norm:
            anew[at].norm_ = norm
    return anew


def _adjoin(one: Token, other: Token) -> bool:
    """Return whether two tokens have nothing between them, not even a line end."""
    return not (one.whitespace_ or other.is_space)
