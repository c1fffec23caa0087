"""What the components know about one message while they read it: its words in plain spelling, and the candidates.

The words are those of the Doc without quotes, dashes and other marks that do not part a sentence. One token may
give several words (`shutup` is `shut up`). A word `None` is a break that no phrase crosses.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import itemgetter

from spacy.tokens import Doc

from coach.engine.shapes import shape_of
from coach.models import Aim, Audience, Direction, FlagSource, Setting

_READING = "coach.reading"
_TEXT = "coach.text"
BREAKS = frozenset(",;:.!?\u2026\u3002\uff01\uff1f\u060c\u061f|()/")
"""Characters that part clauses; a token of them is a break."""
FAR = 40
"""How many words from a phrase may still say how it is meant."""
SENTENCE_ENDS = frozenset(".!?\u2026\u3002\uff01\uff1f\n\r\u061f")
"""Characters that end a sentence."""


@dataclass(slots=True)
class Candidate:
    """A phrase that may become a flag: where it stands, who found it, and how it is meant."""

    start: int
    """First word, as an index into `Reading.words`."""
    end: int
    """The word after the last."""
    start_char: int
    end_char: int
    rule: str
    source: FlagSource
    aim: Aim | None = None
    """None where nothing has looked yet."""
    setting: Setting | None = None
    """None where nothing has looked yet."""


Span = tuple[int, int]
"""First character and the character after the last."""


@dataclass(slots=True)
class Reading:
    """The words of one message and the candidates found in it."""

    text: str
    """The message, lone surrogates as U+FFFD."""
    direction: Direction
    audience: Audience
    words: list[str | None]
    """Plain spelling; None is a break."""
    ends: list[int]
    """Indexes of the breaks that end a sentence."""
    locate: Callable[[], list[Span]]
    """Says where each word stands; asked once, and only where something was found."""
    tell_shapes: Callable[[], list[str]] | None = None
    """Says how each word is written, where that is known without where it stands."""
    candidates: list[Candidate] = field(default_factory=list)
    _spans: list[Span] | None = None

    @property
    def spans(self) -> list[Span]:
        """Characters of each word, end excluded."""
        if self._spans is None:
            self._spans = self.locate()
        return self._spans

    def shapes(self) -> list[str]:
        """How each word is written: `x`, `Xx`, `0`."""
        if self.tell_shapes:
            return self.tell_shapes()
        return [shape_of(self.text[start:end]) for start, end in self.spans]

    def clause_start(self, index: int) -> int:
        """The first word of the clause that holds the word at `index`, at most `FAR` words away."""
        first = max(index - FAR, 0)
        while index > first and self.words[index - 1] is not None:
            index -= 1
        return index

    def clause_end(self, index: int) -> int:
        """The word after the last of the clause that holds the word at `index`, at most `FAR` words away."""
        last = min(index + FAR, len(self.words))
        while index < last and self.words[index] is not None:
            index += 1
        return index

    def sentence(self, index: int) -> tuple[int, int]:
        """First and after-last word of the sentence that holds the word at `index`, at most `FAR` words away."""
        at = bisect_left(self.ends, index)
        first = self.ends[at - 1] + 1 if at else 0
        last = self.ends[at] if at < len(self.ends) else len(self.words)
        return max(first, index - FAR), min(last, index + FAR)

    def index_at(self, char: int) -> int:
        """The first word that ends after character `char`."""
        return bisect_right(self.spans, char, key=itemgetter(1))


def reading_of(doc: Doc) -> Reading:
    """The reading of this Doc, made from its norms at the first call."""
    reading = doc.user_data.get(_READING)
    if reading is None:
        reading = doc.user_data[_READING] = _read(doc)
    return reading


def text_of(doc: Doc) -> str:
    """The text of this Doc; spaCy puts it together from the tokens at every call of `doc.text`."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def forget_reading(doc: Doc) -> None:
    """Drop the working notes, so that the Doc can be pickled and saved."""
    doc.user_data.pop(_READING, None)
    doc.user_data.pop(_TEXT, None)


def _read(doc: Doc) -> Reading:
    words, spans, ends = words_in(doc)
    direction, audience = Direction(doc._.coach_direction), Audience(doc._.coach_audience)
    return Reading(text_of(doc), direction, audience, words, ends, lambda: spans)


def words_in(doc: Doc) -> tuple[list[str | None], list[Span], list[int]]:
    """The words of a Doc by its norms, where each stands, and the indexes of the breaks that end a sentence."""
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
    """Where the token at `at` begins and ends for the eye: invisible characters at its edges are left out."""
    first, last = 0, len(text)
    while first < last - 1 and unicodedata.category(text[first]) == "Cf":
        first += 1
    while last > first + 1 and unicodedata.category(text[last - 1]) == "Cf":
        last -= 1
    return at + first, at + last


def _spoken(norm: str) -> list[str]:
    """The words of a norm; none for a mark such as a quote, nor for a possessive 's."""
    return norm.split() if norm != "'s" and any(map(str.isalnum, norm)) else []
