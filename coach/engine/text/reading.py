"""What the components know about a message while reading it: its words in plain spelling, and the candidates.

The words are those of the Doc without quotes, dashes and other marks that do not split sentences. One token may
give several words (`shutup` is `shut up`). A word `None` is a break that no phrase crosses.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any

from spacy.tokens import Doc

from coach.engine.text.listed import Listed
from coach.engine.text.shapes import shape_of
from coach.models import Aim, Audience, Direction, FlagSource, Scope, Setting

_READING: Any = ("._.", "coach_reading", None, None)
_TEXT: Any = ("._.", "coach_text", None, None)
"""Keys in `doc.user_data`, as attributes of the whole Doc: spaCy's warnings name these without printing values."""
BREAKS = frozenset(",;:.!?\u2026\u3002\uff01\uff1f\u060c\u061f|()/")
"""Characters that separate clauses; a token of them is a break."""
FAR = 40
"""How many words from a phrase may affect how it is meant."""
_LINE_ENDS = frozenset("\n\r")
SENTENCE_ENDS = frozenset(".!?\u2026\u3002\uff01\uff1f\n\r\u061f")
"""Characters that end a sentence."""


Place = tuple[str, int, int]
"""A rule, the first token of what it found and the one after the last."""
Identity = tuple[str, int, int]
"""A rule, the first character of what it found and the one after the last."""


@dataclass(slots=True)
class Candidate:
    """A phrase that may become a flag: its place, who found it, and how it is meant."""

    start: int
    """First word, as an index into `Reading.words`."""
    end: int
    """The word after the last."""
    start_char: int
    end_char: int
    rule: str
    source: FlagSource
    aim: Aim | None = None
    """None until it is set."""
    settings: tuple[Setting, ...] = ()
    """Every way in which it is said; empty until it is set."""
    is_told: bool = False
    """Whether words state whom it is about; otherwise the aim is assumed."""

    @property
    def identity(self) -> Identity:
        """The same for a phrase that is found in two versions of a message."""
        return self.rule, self.start_char, self.end_char


def said(words: Iterable[str | None]) -> list[str]:
    """Return these words without the breaks."""
    return [word for word in words if word]


Span = tuple[int, int]
"""First and after-last character or word."""


@dataclass
class Reading:
    """The words of a message and the candidates found in it."""

    text: str
    """The message, with lone surrogates as U+FFFD."""
    direction: Direction
    audience: Audience
    words: list[str | None]
    """Plain spelling; None is a break."""
    ends: list[int]
    """Indexes of the breaks that end a sentence."""
    locate: Callable[[], list[Span]]
    """Locates each word; called once, and only if something was found."""
    tell_shapes: Callable[[], list[str]] | None = None
    """Says how each word is written, if that is known without locating it."""
    candidates: list[Candidate] = field(default_factory=list)
    first: Reading | None = None
    """The reading of the text as written, if this is another version of it."""
    written: str = ""
    """The message with its quotation marks, if `text` lacks them."""
    others: list[Reading] = field(default_factory=list)
    """The same message with marks between words as spaces, if that makes a difference."""
    published: frozenset[Place] | None = None
    """The candidates that the Doc shows; None if it shows none yet."""
    is_online: bool | None = None
    """Whether it mentions somebody known only online; None until it is set."""
    _spans: list[Span] | None = None
    _shapes: list[str] | None = None
    _line_ends: list[int] | None = None
    _turns: list[int] | None = None
    """Where turns start, and one past the end."""

    @property
    def versions(self) -> tuple[Reading, ...]:
        """Return this reading and its other versions."""
        return (self, *self.others)

    @property
    def spans(self) -> list[Span]:
        """Locate each word in characters, end excluded."""
        if self._spans is None:
            self._spans = self.locate()
        return self._spans

    def speaks_of_online(self, known: Listed) -> bool:
        """Return whether it mentions somebody known only online, by the phrases of `known`; cached."""
        if self.is_online is None:
            self.is_online = known.is_in(self.words)
        return self.is_online

    def is_new(self, first: int, last: int) -> bool:
        """Return whether the reading as written lacks these words; otherwise they were already checked there."""
        return self.first is None or tuple(self.words[first:last]) not in self.first.stretches

    def found_as_written(self) -> frozenset[Identity]:
        """Return what the reading as written has already, where its setting decides; empty for that reading itself."""
        return frozenset(one.identity for one in self.first.candidates) if self.first else frozenset()

    @cached_property
    def stretches(self) -> frozenset[tuple[str | None, ...]]:
        """Return the words between breaks and those of each sentence."""
        found = {tuple(group) for said, group in groupby(self.words, key=bool) if said}
        begin = 0
        for end in (*self.ends, len(self.words)):
            found.add(tuple(self.words[begin:end]))
            begin = end + 1
        return frozenset(found)

    def shapes(self) -> list[str]:
        """Return how each word is written: `x`, `Xx`, `0`."""
        if self._shapes is None:
            tell = self.tell_shapes
            self._shapes = tell() if tell else [shape_of(self.text[start:end]) for start, end in self.spans]
        return self._shapes

    def clause_start(self, index: int) -> int:
        """Return the first word of the clause around `index`, at most `FAR` words away."""
        first = max(index - FAR, 0)
        while index > first and self.words[index - 1] is not None:
            index -= 1
        return index

    def clause_end(self, index: int) -> int:
        """Return the word after the clause around `index`, at most `FAR` words away."""
        last = min(index + FAR, len(self.words))
        while index < last and self.words[index] is not None:
            index += 1
        return index

    def sentence(self, index: int) -> tuple[int, int]:
        """Return first and after-last word of the sentence around `index`, at most `FAR` words away."""
        at = bisect_left(self.ends, index)
        first = self.ends[at - 1] + 1 if at else 0
        last = self.ends[at] if at < len(self.ends) else len(self.words)
        return max(first, index - FAR), min(last, index + FAR)

    def line(self, index: int) -> tuple[int, int]:
        """Return first and after-last word of the line around `index`."""
        ends = self._ends_of_lines()
        at = bisect_left(ends, index)
        return ends[at - 1] + 1 if at else 0, ends[at] if at < len(ends) else len(self.words)

    def _ends_of_lines(self) -> list[int]:
        if self._line_ends is None:
            self._line_ends = [at for at in self.ends if not _LINE_ENDS.isdisjoint(self._written(at))]
        return self._line_ends

    def turn(self, index: int) -> tuple[int, int]:
        """Return first and after-last word of the turn around `index`: lines from one `name:` to the next."""
        if self._turns is None:
            lines = [0, *(at + 1 for at in self._ends_of_lines())]
            self._turns = [0, *(at for at in lines[1:] if self._opens_turn(at)), len(self.words) + 1]
        at = bisect_right(self._turns, index) - 1
        return self._turns[at], self._turns[at + 1] - 1

    def reach(self, scope: Scope, first: int, last: int) -> Span:
        """Return first and after-last word of the clause, or another scope, that contains the words."""
        if scope is Scope.CLAUSE:
            return self.clause_start(first), self.clause_end(last)
        part = {Scope.SENTENCE: self.sentence, Scope.LINE: self.line, Scope.TURN: self.turn}[scope]
        return part(first)[0], part(max(first, last - 1))[1]

    def _opens_turn(self, index: int) -> bool:
        """Return whether a line starts with one or two words and a colon."""
        colons = [at for at in range(index + 1, min(index + 3, len(self.words))) if self.words[at] is None]
        return bool(colons) and self.words[index] is not None and self._written(colons[0]) == ":"

    def _written(self, index: int) -> str:
        start, end = self.spans[index]
        return self.text[start:end]

    def index_at(self, char: int) -> int:
        """Return the first word that ends after character `char`."""
        return bisect_right(self.spans, char, key=itemgetter(1))


def keep_reading(doc: Doc, reading: Reading) -> None:
    """Keep the reading of this Doc for later components."""
    doc.user_data[_READING] = reading


def reading_of(doc: Doc) -> Reading:
    """Return the reading of this Doc, made from its norms if none was kept."""
    reading: Reading | None = doc.user_data.get(_READING)
    if reading is None:
        reading = doc.user_data[_READING] = _read(doc)
    return reading


def text_of(doc: Doc) -> str:
    """Return the text of this Doc; `doc.text` joins the tokens on every call."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def forget_reading(doc: Doc) -> None:
    """Delete working notes, so that the Doc can be pickled and saved."""
    doc.user_data.pop(_READING, None)
    doc.user_data.pop(_TEXT, None)


def _read(doc: Doc) -> Reading:
    words, spans, ends = words_in(doc)
    direction, audience = Direction(doc._.coach_direction), Audience(doc._.coach_audience)
    return Reading(text_of(doc), direction, audience, words, ends, lambda: spans)


def words_in(doc: Doc) -> tuple[list[str | None], list[Span], list[int]]:
    """Return a Doc's words by its norms, the place of each, and the indexes of breaks that end a sentence."""
    words, spans, ends = list[str | None](), list[Span](), list[int]()
    at = 0
    for token in doc:
        text, end = token.text, at + len(token.text)
        if text.isspace() or BREAKS.issuperset(text):
            if "\n" in text or "\r" in text or not text.isspace():
                if not SENTENCE_ENDS.isdisjoint(text):
                    ends.append(len(words))
                words.append(None)
                spans.append((at, end))
        else:
            for word in _spoken(token.norm_):
                words.append(word)
                spans.append(_seen(text, at))
        at = end + len(token.whitespace_)
    return words, spans, ends


def _seen(text: str, at: int) -> tuple[int, int]:
    """Return the visible start and end of the token at `at`, without invisible characters at its edges."""
    first, last = 0, len(text)
    while first < last - 1 and unicodedata.category(text[first]) == "Cf":
        first += 1
    while last > first + 1 and unicodedata.category(text[last - 1]) == "Cf":
        last -= 1
    return at + first, at + last


def _spoken(norm: str) -> list[str]:
    """Split a norm into words; none for a mark such as a quote or a possessive 's."""
    return norm.split() if norm != "'s" and any(map(str.isalnum, norm)) else []
