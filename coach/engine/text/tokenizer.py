"""spaCy's English tokenizer, made safe for any string at all.

spaCy's tokenizer takes quadratic time on a long run without a space (more than ten minutes for 100,000 emoji), so
such runs are cut first, and suffixes are looked for only at the end of a word. Lone surrogates, which JSON can carry,
cannot be stored as UTF-8; they are read as U+FFFD. Every token keeps its place: characters are neither
added nor dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

from coach.engine.text.vocabulary import discreet

TOKENIZER = "coach.SteadyTokenizer.v1"
"""The name in spaCy's registry."""
LONGEST_RUN = 80
"""Longest run without a space before it is cut, in characters."""

LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1}}}")
_RUN_PIECE = re.compile(rf"\S{{1,{LONGEST_RUN}}}\s*|\s+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LONGEST_SUFFIX = 8
"""Longest suffix in English, such as a unit, in characters; only rows of dots are longer."""
_SIGN = re.compile(r"[^\w'’.]")
_CLASS_DOT = r"(?<=[0-9][A-Z])\."
"""The end of a sentence behind a class (`im in 9B.`), which English takes for an initial."""
_QUOTED_END = r"(?<=[a-zA-Z])[?!]['\"\u2019\u201d]+(?=[a-zA-Z])"
"""The end of a quoted sentence that the next word is glued to: `me?'lol`."""
_LETTER_DOT = re.compile(r"[a-zA-Z]\.")
_PLAIN = re.compile(r"([a-zA-Z]+)((?:[,!?;:]|(?<=[a-z])\.|(?<=[A-Z][A-Z])\.)?)")
"""A word with at most one mark that English always takes off: a dot behind one capital may be an initial's."""
_MASKED = re.compile(
    r"[^\W\d_]+\*[^\W\d_*]*\**[^\W\d_]*|[^\W\d_]{1,4}\*+|[^\W\d_]{1,3}[!$#@][^\W\d_]{1,6}|[^\W\d_]+\${2,3}[^\W\d_]*"
)


@dataclass(frozen=True, slots=True)
class Suffixes:
    """Finds the suffixes that spaCy's search finds, without trying every character of a long word."""

    pattern: re.Pattern[str]

    def __call__(self, written: str) -> re.Match[str] | None:
        """Find the longest suffix of a written word."""
        last = len(written) - _LONGEST_SUFFIX
        found = self.pattern.search(written, max(last, 0))
        return self.pattern.search(written) if found and 0 < found.start() == last else found


class SteadyTokenizer(DummyTokenizer):
    """Tokenizes any string in linear time."""

    def __init__(self, nlp: Language) -> None:
        nlp.vocab = self.vocab = discreet(nlp.vocab)
        language = nlp.Defaults
        special: dict[str, object] = dict(language.tokenizer_exceptions or {})
        # English treats `y.` as an abbreviation, but "u g l y." ends a sentence.
        for text in filter(_LETTER_DOT.fullmatch, list(special)):
            del special[text]
        # All at once: every change makes a tokenizer reload its special cases, which takes a tenth of a second.
        self.tokenizer = Tokenizer(
            nlp.vocab,
            rules=special,
            prefix_search=compile_prefix_regex(language.prefixes or ()).search,
            suffix_search=Suffixes(compile_suffix_regex([*(language.suffixes or ()), _CLASS_DOT])),
            infix_finditer=compile_infix_regex([*(language.infixes or ()), _QUOTED_END]).finditer,
            token_match=_MASKED.fullmatch,
            url_match=language.url_match,
        )
        self._special = frozenset(special)

    def __call__(self, text: str) -> Doc:
        """Tokenize `text`."""
        text = readable(text)
        return self._pieced(text) if LONG_RUN.search(text) else self.tokenizer(text)

    def plain_tokens(self, written: str) -> tuple[str, str] | None:
        """Return a word of plain letters and the mark behind it, if any, where these are surely the only tokens.

        The norm of each is then itself in small letters; None for special cases and whatever else needs a Doc.
        """
        found = _PLAIN.fullmatch(written)
        if found is None or written in self._special or found[1] in self._special:
            return None
        return found[1], found[2]

    def is_emoticon(self, token: str) -> bool:
        """Return whether this is a special case made of signs, such as `:)`."""
        return token in self._special and _SIGN.search(token) is not None

    def _pieced(self, text: str) -> Doc:
        tokens = [token for piece in _pieces(text) for token in self.tokenizer(piece)]
        words, spaces = [token.text for token in tokens], [bool(token.whitespace_) for token in tokens]
        doc = Doc(self.vocab, words=words, spaces=spaces)
        for token, given in zip(doc, tokens, strict=True):
            if given.norm_ != token.norm_:
                token.norm_ = given.norm_
        return doc


def readable(text: str) -> str:
    """Return the text with lone surrogates as U+FFFD."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _pieces(text: str) -> Iterator[str]:
    return (found.group() for found in _RUN_PIECE.finditer(text))


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], SteadyTokenizer]:
    """Make the tokenizer for a pipeline's config: `@tokenizers = "coach.SteadyTokenizer.v1"`."""
    return SteadyTokenizer
