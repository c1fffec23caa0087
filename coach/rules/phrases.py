"""The phrase language: `{you} look like {a}? (clown|potato)`, read into pieces.

Words are parted by spaces; `(a|b c)` is a choice, `{name}` a word set, `x?` may be left out, `x+` may stand several
times, `want~` is any form of a verb, `_` any word, `...` up to three words that deny nothing and `#` a number. `^`
before a phrase says that a clause begins here, `$` after it that one ends here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache

from coach.models.phrase import ANY_WORD, GAP_WORD, Phrase, Piece
from coach.rules.forms import forms_of

MAX_PLACES = 5_000
"""How many places a phrase may have with its sets written out; sets of single words are one place."""

MAX_LENGTH = 20_000
"""The longest phrase, in characters as written."""
MAX_DEPTH = 8
"""How deep choices may stand in choices."""

_GAP_WORDS = 3
_ANY = frozenset({ANY_WORD, GAP_WORD})

_TOKEN = re.compile(r"\s*(?:(?P<set>\{[a-z-]*\}?)|(?P<mark>[()|?+])|(?P<word>[^\s(){}|?+]+)|(?P<stray>\S))")


class PhraseError(ValueError):
    """A phrase is not in the phrase language; the text says what is wrong and how to fix it."""

    def __init__(self, problem: str, fix: str, column: int = 0) -> None:
        super().__init__(problem)
        self.problem = problem
        self.fix = fix
        self.column = column
        """Where in the phrase, in characters from 0."""


class _Reader:
    """Reads one phrase from left to right."""

    def __init__(self, text: str, sets: Mapping[str, tuple[tuple[Piece, ...], ...]]) -> None:
        self.text = text
        self.sets = sets
        self.tokens = [(match.lastgroup or "", match) for match in _TOKEN.finditer(text.rstrip())]
        self.marks = [match[kind] for kind, match in self.tokens]
        self.at = 0
        self.depth = 0

    def peek(self) -> str:
        return self.marks[self.at] if self.at < len(self.marks) else ""

    def take(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def column(self, at: int) -> int:
        """Where the token `at` begins, or else the last one, in characters."""
        kind, match = self.tokens[min(at, len(self.tokens) - 1)]
        return match.start(kind)

    def sequence(self) -> tuple[Piece, ...]:
        pieces = []
        while self.peek() not in {"", "|", ")"}:
            pieces.extend(self.gap() if self.peek() == GAP_WORD else [self.piece()])
        if not pieces:
            raise PhraseError("nothing stands here", "write at least one word", self.column(self.at))
        return tuple(pieces)

    def gap(self) -> list[Piece]:
        self.take()
        return [Piece(word=GAP_WORD, optional=True)] * _GAP_WORDS

    def piece(self) -> Piece:
        at = self.at
        kind, token = self.tokens[at][0], self.take()
        if token == "(":
            piece = self.choice(at)
        elif kind == "set":
            piece = self.word_set(token, at)
        elif token in {"^", "$"}:
            fix = "put `^` first and `$` last in the whole phrase"
            raise PhraseError(f"`{token}` cannot stand here", fix, self.column(at))
        elif kind == "word":
            piece = _any_form(token[:-1]) if len(token) > 1 and token.endswith("~") else _word(token)
        else:
            raise PhraseError(
                f"`{token}` cannot stand here", "put a word, a choice or a set before it", self.column(at)
            )
        return self.postfix(piece)

    def choice(self, begin: int) -> Piece:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            fix = "make word sets of them"
            raise PhraseError(f"over {MAX_DEPTH} choices, one in the other", fix, self.column(begin))
        options = [self.sequence()]
        while self.peek() == "|":
            self.take()
            options.append(self.sequence())
        if self.take() != ")":
            raise PhraseError("this ( is never closed", "close it with )", self.column(begin))
        self.depth -= 1
        return _choice(tuple(options))

    def word_set(self, token: str, at: int) -> Piece:
        name = token.strip("{}")
        if not token.endswith("}") or not name:
            raise PhraseError("this word set is never closed", "write it as {name}", self.column(at))
        if name not in self.sets:
            close = " or ".join(f"{{{known}}}" for known in get_close_matches(name, self.sets)) or "another name"
            fix = f"write {close}; `coach rules words` lists all sets"
            raise PhraseError(f"no word set is called `{name}`", fix, self.column(at))
        return _choice(self.sets[name])

    def postfix(self, piece: Piece) -> Piece:
        mark = self.take() if self.peek() in {"?", "+"} else ""
        return piece.model_copy(update={"optional": mark == "?", "repeated": mark == "+"}) if mark else piece


def _choice(options: tuple[tuple[Piece, ...], ...]) -> Piece:
    """A choice of pieces that were checked as they were made: to check them once more would copy every word set."""
    return Piece.model_construct(options=options)


@cache
def _word(word: str) -> Piece:
    """One word; rules name the same words again and again."""
    return Piece(word=word)


@cache
def _any_form(verb: str) -> Piece:
    return Piece(options=tuple((_word(form),) for form in forms_of(verb)))


def read_phrase(text: str, sets: Mapping[str, tuple[tuple[Piece, ...], ...]]) -> Phrase:
    """Read one phrase; `sets` are the word sets that it may name.

    Raises:
        PhraseError: the phrase is empty, broken, names an unknown set, or stands for too many sequences.
    """
    if len(text) > MAX_LENGTH:
        raise PhraseError(f"a phrase of {len(text):,} characters", f"keep to {MAX_LENGTH:,}")
    opens, bare, closes = _without_anchors(text)
    if not bare.strip():
        raise PhraseError("an empty phrase", "write the words to look for")
    reader = _Reader(bare, sets)
    pieces = reader.sequence()
    if reader.peek():
        raise PhraseError(f"`{reader.peek()}` without its (", "open it or take it away", reader.column(reader.at))
    if _needs_no_word(pieces):
        raise PhraseError("every part of this phrase may be missing", "name at least one word that must stand")
    if not _ANY.isdisjoint({pieces[0].word, pieces[-1].word}):
        raise PhraseError("a phrase cannot begin or end with any word", "begin and end with words")
    if count_places(pieces) > MAX_PLACES:
        raise PhraseError(f"over {MAX_PLACES:,} places with its sets written out", "split it into several phrases")
    return Phrase(source=text, pieces=pieces, opens=opens, closes=closes)


def _needs_no_word(pieces: tuple[Piece, ...]) -> bool:
    """Whether these pieces fit any words, or none."""
    return all(piece.optional or piece.word in _ANY or any(map(_needs_no_word, piece.options)) for piece in pieces)


def _without_anchors(text: str) -> tuple[bool, str, bool]:
    """Whether `^` opens it, the phrase with blanks in its place so that columns stay true, whether `$` closes it."""
    opens, closes = text.lstrip().startswith("^"), text.rstrip().endswith("$")
    bare = text.replace("^", " ", 1) if opens else text
    return opens, bare.rstrip().removesuffix("$") if closes else bare, closes


def count_places(pieces: tuple[Piece, ...]) -> int:
    """How many places these pieces have, one for all single words of a choice: what finding them costs."""
    longer = (option for piece in pieces for option in piece.options if len(option) > 1)
    return len(pieces) + sum(map(count_places, longer))
