"""Write plain spelling to the tokens of a Doc, with letters that are spaced or cut merged into words first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from coach.engine.text.normalize import CLITICS, Speller, is_enclitic
from coach.engine.text.reading import text_of
from coach.engine.text.spaced_letters import CUT, MIN_SPACED, is_letter, spaced_words
from coach.engine.text.word_lists import word_list

_MAX_CUT = 20
"""Longest cut word, in characters."""
_BEFORE_IS = word_list(Path(__file__).with_name("words.toml"), "before-is")
_MOST_MERGED = 1_000
"""Most places merged by spaCy in a Doc that is kept."""


class Spelling:
    """Spells Docs with one speller."""

    def __init__(self, speller: Speller) -> None:
        self.speller = speller
        """Knows the words of the rules; replaced when these change."""

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
