"""The words of a message without a Doc: each chunk between two spaces is read once and cached.

spaCy splits a text at its spaces, and spelling only ever looks inside one chunk; so most messages consist of cached
chunks. The rest goes through a Doc: letters that are spaced out (`u g l y`), runs of white space that change their
neighbours, and very long chunks. Both ways give the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain
from operator import attrgetter, or_

from spacy.tokens import Doc

from coach.engine.text.bounded_cache import BoundedCache
from coach.engine.text.normalize import is_enclitic
from coach.engine.text.reading import SENTENCE_ENDS, Span, words_in
from coach.engine.text.shapes import shape_of
from coach.engine.text.spaced_letters import CUT, MIN_SPACED, Letter, is_letter, spaced_words
from coach.engine.text.spelling import Spelling
from coach.engine.text.tokenizer import LONG_RUN, SteadyTokenizer

_ODD, _WORDS, _SHAPES = attrgetter("odd"), attrgetter("words"), attrgetter("shapes")
_BESIDE_A_CUT = " 10"
"""Digits like these, anywhere in a message, make spelling look for words that the tokenizer cut."""


Tokenize = Callable[[str], Doc]

CUT_BIT = 1
"""A chunk has digits next to letters; then words cut by the tokenizer are looked for in the whole message."""
BOUND_BIT = 2
"""White space before or after a chunk would be read together with it."""
LETTERS_BIT = 4
"""A chunk has letters that may be spaced out."""
ENDS_BIT = 8
"""A chunk ends a sentence."""
UNREADABLE_BIT = 16
"""A chunk cannot be read alone."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """The text between two spaces of a message."""

    words: tuple[str | None, ...] = ()
    """Plain spelling; None is a break."""
    spans: tuple[Span, ...] = ()
    """Characters of each word within the chunk."""
    shapes: tuple[str, ...] = ()
    """How each word is written, as in `shape_of`."""
    ends: tuple[int, ...] = ()
    """Indexes of the breaks that end a sentence."""
    letters: tuple[Letter, ...] = ()
    """Tokens of one letter."""
    odd: int = 0
    """What makes a chunk special: some of the bits above."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a message and the means to locate them."""

    text: str
    words: list[str | None]
    ends: list[int]
    chunks: Sequence[Chunk]

    def spans(self) -> list[Span]:
        """Locate each word in characters, end excluded."""
        spans, at = list[Span](), 0
        for chunk, written in zip(self.chunks, self.text.split(" "), strict=True):
            for start, end in chunk.spans:
                spans.append((at + start, at + end))
            at += len(written) + 1
        return spans

    def shapes(self) -> list[str]:
        """Return how each word is written."""
        return list(chain.from_iterable(map(_SHAPES, self.chunks)))


_TOLD_BY_A_DOC = UNREADABLE_BIT | BOUND_BIT


class Chunks:
    """Reads messages chunk by chunk."""

    def __init__(self, tokenize: Tokenize, spelling: Spelling) -> None:
        self.tokenize = tokenize
        self._spelling = spelling
        self._plain = BoundedCache(_ChunkReader(tokenize, spelling, "").read)
        self._beside_cuts = BoundedCache(_ChunkReader(tokenize, spelling, _BESIDE_A_CUT).read)

    def forget(self) -> None:
        """Clear the cache: the rules' words have changed."""
        self._plain.clear()
        self._beside_cuts.clear()

    def line(self, text: str) -> Line | None:
        """Return the words of a readable text, or None if only a Doc can give them, such as with a custom tokenizer."""
        if not isinstance(self.tokenize, SteadyTokenizer):
            return None
        written = text.split(" ")
        chunks = list(map(self._plain.__getitem__, written))
        odd = reduce(or_, map(_ODD, chunks))
        if odd & CUT_BIT:
            chunks = list(map(self._beside_cuts.__getitem__, written))
        if odd & _TOLD_BY_A_DOC and (odd & UNREADABLE_BIT or _is_bound(written, chunks)):
            return None
        if odd & LETTERS_BIT and self._is_spaced(text, written, chunks):
            return None
        words = list(chain.from_iterable(map(_WORDS, chunks)))
        return Line(text, words, _ends(chunks) if odd & ENDS_BIT else [], chunks)

    def _is_spaced(self, text: str, written: Sequence[str], chunks: Sequence[Chunk]) -> bool:
        """Return whether letters with spaces between them make a word."""
        if sum([len(chunk.letters) for chunk in chunks]) < MIN_SPACED:
            return False
        letters, at = list[Letter](), 0
        for chunk, one in zip(chunks, written, strict=True):
            letters.extend([(at + place, letter) for place, letter in chunk.letters])
            at += len(one) + 1
        return next(spaced_words(letters, text, self._spelling.speller), None) is not None


def _is_bound(written: Sequence[str], chunks: Sequence[Chunk]) -> bool:
    """Return whether any white space is more than a single space and changes how a chunk is read."""
    return any(
        chunk.odd & BOUND_BIT
        and ((at and not written[at - 1]) or (at + 1 < len(written) and written[at][-1].isspace()))
        for at, chunk in enumerate(chunks)
    )


def _ends(chunks: Iterable[Chunk]) -> list[int]:
    """Return the indexes of breaks that end a sentence."""
    ends, before = list[int](), 0
    for chunk in chunks:
        ends.extend([before + end for end in chunk.ends])
        before += len(chunk.words)
    return ends


class _ChunkReader:
    """Reads one chunk; `beside` is put after it where that changes how spelling reads it."""

    def __init__(self, tokenize: Tokenize, spelling: Spelling, beside: str) -> None:
        self._tokenize = tokenize
        self._spelling = spelling
        self._beside = beside

    def read(self, text: str) -> Chunk:
        """Read a chunk."""
        if LONG_RUN.search(text):
            return Chunk(odd=UNREADABLE_BIT)
        steady = self._tokenize if isinstance(self._tokenize, SteadyTokenizer) else None
        if steady and (plain := steady.plain_tokens(text)) and not self._is_cut(text):
            return self._plain(*plain)
        doc = self._tokenize(text + self._beside if text else "")
        # spaCy rejoins the signs of an emoticon across the whole message; other signs in it may prevent that.
        if steady and any(len(token) < len(text) and steady.is_emoticon(token.text) for token in doc):
            return Chunk(odd=UNREADABLE_BIT)
        return self._by_doc(text, doc)

    def _is_cut(self, text: str) -> bool:
        """Return whether spelling would take a word and the mark behind it for a hurtful word that was cut."""
        speller = self._spelling.speller
        return bool(self._beside) and not text.isalpha() and speller.plain(text) in speller.hurtful

    def _plain(self, written: str, mark: str) -> Chunk:
        """Read one word of plain letters, and the mark that ends or parts a clause behind it: they need no Doc."""
        words, letter = self._spelling.speller.plain(written).split(), is_letter(written)
        odd = (BOUND_BIT if is_enclitic(written.lower()) else 0) | (LETTERS_BIT if letter else 0)
        letters = ((0, written),) if letter else ()
        spans, shapes = ((0, len(written)),) * len(words), (shape_of(written),) * len(words)
        if not mark:
            return Chunk(tuple(words), spans, shapes, (), letters, odd)
        ends = (len(words),) if mark in SENTENCE_ENDS else ()
        spans, shapes = (*spans, (len(written), len(written) + 1)), (*shapes, shape_of(mark))
        return Chunk((*words, None), spans, shapes, ends, letters, odd | (ENDS_BIT if ends else 0))

    def _by_doc(self, written: str, doc: Doc) -> Chunk:
        odd = CUT_BIT if CUT.search(written) else 0
        if written and (is_enclitic(doc[0].norm_) or written[0].isspace() or written[-1].isspace()):
            odd |= BOUND_BIT
        letters = tuple((token.idx, token.text) for token in doc if is_letter(token.text) and token.idx < len(written))
        words, spans, ends = words_in(self._spelling.spelled(doc))
        count = sum(start < len(written) for start, _ in spans)
        ends = [end for end in ends if end < count]
        odd |= (LETTERS_BIT if letters else 0) | (ENDS_BIT if ends else 0)
        places = tuple((start, min(end, len(written))) for start, end in spans[:count])
        shapes = tuple(shape_of(written[start:end]) for start, end in places)
        return Chunk(tuple(words[:count]), places, shapes, tuple(ends), letters, odd)
