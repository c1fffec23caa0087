"""`coach_respell`: sets every token's `norm_` to plain spelling; the text itself is never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from coach.engine.reading import text_of
from coach.engine.spelling import Speller, fold
from coach.models import Catalog

MIN_SPACED = 3
"""How many single letters in a row may be one word."""

_CUT = re.compile(r"[0-9@$!€¡\u2460-\u24ff]\w|\w[0-9@$!€¡\u2460-\u24ff]\w")
"""What a hurtful word that was cut looks like: figures and signs beside letters."""
_MAX_CUT = 20
"""The longest such word, in characters."""

_HURTFUL = ("idiot-name", "swear-name", "loser-name")
"""Word sets of what is nearly always meant to hurt."""

_BEFORE_IS = frozenset("he she it that what who where there how here this everyone everybody nobody".split())
_CLITICS = {"d": "would", "m": "am", "re": "are", "ve": "have", "ll": "will"}
_JOINERS = frozenset(" .-_*")
_MERGED_AT_ONCE = 5_000


@Language.factory("coach_respell")
def create_respell(nlp: Language, name: str) -> Respell:
    """Make the component; it knows no words until `set_catalog`."""
    return Respell(name)


class Respell:
    """Undoes texting, stretching, leet, masks, spaced letters, look-alikes and invisible characters."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.speller = Speller((), {})

    def set_catalog(self, catalog: Catalog) -> None:
        """Learn which words the rules know."""
        swearing = catalog.words.get("swearing", frozenset())
        hurtful = swearing.union(*(catalog.words.get(name, ()) for name in _HURTFUL))
        self.speller = Speller(_known_words(catalog), catalog.spelling, swearing, hurtful)

    def __call__(self, doc: Doc) -> Doc:
        """Merge spaced letters, then write the norms."""
        self._merge_letters(doc)
        before = ""
        for token in doc:
            norm = self._norm(token, before)
            if norm != token.norm_ and norm:
                token.norm_ = norm
            before = norm
        return doc

    def _norm(self, token: Token, before: str) -> str:
        given = token.norm_.replace("\u2019", "'")
        if token.i and not token.nbor(-1).whitespace_:
            clitic = given.removeprefix("'")
            if clitic == "s":
                return "is" if before in _BEFORE_IS else "'s"
            if clitic in _CLITICS:
                return _CLITICS[clitic]
        # spaCy reads the first half of "didn't" as "do"; what was done and what is to be done must differ.
        if given != token.lower_ and given.isalpha() and token.lower_ != "did":
            return self.speller.plain(given)
        return self.speller.plain(token.text)

    def _merge_letters(self, doc: Doc) -> None:
        spaced = sum(_is_letter(token) for token in doc) >= MIN_SPACED
        cut = _CUT.search(text_of(doc))
        if spaced or cut:
            found = [*(self._spaced_words(doc) if spaced else ()), *(self._cut_words(doc) if cut else ())]
            _merge(doc, [(span.start, span.end) for span in filter_spans(found)])

    def _cut_words(self, doc: Doc) -> Iterator[Span]:
        """Hurtful words that the tokenizer cut at a figure or a sign (`1d10|t`, `$|hit`)."""
        for token in doc:
            written, end = token.text, token.i
            while len(written) < _MAX_CUT and end + 1 < len(doc) and _adjoin(doc[end], doc[end + 1]):
                end += 1
                written += doc[end].text
                if not written.isalpha() and self.speller.plain(written) in self.speller.hurtful:
                    yield doc[token.i : end + 1]

    def _spaced_words(self, doc: Doc) -> Iterator[Span]:
        for run in _letter_runs(doc):
            at = 0
            while at + MIN_SPACED <= len(run):
                end = self._known_end(run, at)
                if end:
                    yield doc[run[at].i : run[end - 1].i + 1]
                at = end or at + 1

    def _known_end(self, run: list[Token], at: int) -> int:
        """Where the longest known word that begins at `at` ends, or 0."""
        letters = "".join(fold(token.text) for token in run[at : at + 20])
        lengths = range(len(letters), MIN_SPACED - 1, -1)
        return next((at + n for n in lengths if letters[:n] in self.speller.known), 0)


def _known_words(catalog: Catalog) -> frozenset[str]:
    words = {word for rule in catalog.rules for phrase in rule.patterns for word in phrase.words()}
    words.update(*(entry.split() for entries in catalog.words.values() for entry in entries))
    words.update(word for plain in catalog.spelling.values() for word in plain.split())
    return frozenset(word.lower() for word in words)


def _merge(doc: Doc, places: Sequence[tuple[int, int]]) -> None:
    """Merge the tokens of each place, the last first, so that those before stay where they are.

    spaCy looks through all earlier merges at each new one: a few at a time keep that short.
    """
    for last in range(len(places), 0, -_MERGED_AT_ONCE):
        with doc.retokenize() as retokenizer:
            for start, end in places[max(last - _MERGED_AT_ONCE, 0) : last]:
                retokenizer.merge(doc[start:end])


def _adjoin(one: Token, other: Token) -> bool:
    """Whether nothing stands between two tokens, no line end either."""
    return not (one.whitespace_ or other.is_space)


def _is_letter(token: Token) -> bool:
    return len(token.text) == 1 and token.text.isalpha()


def _letter_runs(doc: Doc) -> Iterator[list[Token]]:
    """Single letters that follow each other with a space or one joining mark between."""
    text, letters = text_of(doc), [token for token in doc if _is_letter(token)]
    run = letters[:1]
    for one, other in pairwise(letters):
        between = text[one.idx + 1 : other.idx]
        # "im a" is tokenized i, m, a: letters with nothing between are no spaced word.
        if not 1 <= len(between) <= 2 or not _JOINERS.issuperset(between):
            yield run
            run = []
        run.append(other)
    yield run
