"""Texts whose names, numbers, addresses and the like are replaced by labels, for research on messages.

The same find gets the same label, so that it can still be followed through a text: `ring me on [PHONE-NUMBER-1]`.
A label never contains what it replaces. Not everything that identifies somebody is found.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coach.engine import check
from coach.engine.details.finding import find_details
from coach.errors import unknown
from coach.models import Audience, Concern, Direction, Flag, FlagSource, Message, PrivateWord
from coach.models.category import CATEGORY_IDS

if TYPE_CHECKING:
    from spacy.language import Language

_ALWAYS = frozenset({FlagSource.DETAIL, FlagSource.PRIVATE_WORD})
_SHORT_HASH = 8
"""Hexadecimal digits of a keyed label."""


@dataclass(frozen=True, slots=True, order=True)
class Redaction:
    """One replaced stretch of a text."""

    start: int
    """The first character, in code points of the text as given."""
    end: int
    """The character after the last."""
    label: str
    """What replaces it."""


class Redactor:
    """Redacts texts; across all of them, the same find gets the same label."""

    def __init__(
        self,
        *,
        private_words: Iterable[PrivateWord] = (),
        also: str | Collection[str] = (),
        key: bytes | None = None,
        nlp: Language | None = None,
    ) -> None:
        """Load the rules.

        Args:
            private_words: more to replace, however it is spelled.
            also: a concern or category whose phrases are replaced too, such as `unkind` or `oversharing/routine`, or
                several.
            key: makes labels of the finds themselves instead of numbering them, so that they are the same in every
                process and on every day; whoever has the key can test guesses.
            nlp: a pipeline of `coach.load()` to use instead of one with these private words; with own rules in it,
                `also` may name their categories.

        Raises:
            InputError: one of `also` is neither a concern nor a category.
        """
        names = [also] if isinstance(also, str) else also
        _require_known(names, nlp.pipe_labels["coach_flags"] if nlp else CATEGORY_IDS)
        self._nlp = nlp or _loaded(private_words)
        self._also = frozenset(names)
        self._key = key
        self._numbers: dict[str, dict[str, int]] = {}

    def redact(self, text: str) -> str:
        """Return a text with its finds replaced by labels."""
        parts, at = list[str](), 0
        for one in self.redactions(text):
            parts += [text[at : one.start], one.label]
            at = one.end
        return "".join([*parts, text[at:]])

    def redactions(self, text: str) -> list[Redaction]:
        """Return what is replaced in a text, in order, without overlaps."""
        merged = list[tuple[int, int, str]]()
        for start, end, kind in sorted(self._found(text), key=lambda found: (found[0], -found[1])):
            if merged and start < merged[-1][1]:
                first, last, longer = merged[-1]
                merged[-1] = first, max(last, end), longer
            else:
                merged.append((start, end, kind))
        return [Redaction(start, end, self._label(kind, text[start:end])) for start, end, kind in merged]

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the place and the kind of everything to replace; details count however they are said."""
        for direction in Direction if self._also else (Direction.DRAFT,):
            message = Message(text=text, direction=direction, audience=Audience.PUBLIC)
            for flag in check(self._nlp, message).flags:
                if flag.source in _ALWAYS:
                    yield flag.start, flag.end, flag.rule.rpartition("/")[2]
                elif self._is_asked_for(flag):
                    yield flag.start, flag.end, flag.category.rpartition("/")[2]
        yield from ((one.start, one.end, one.name) for one in find_details(text))

    def _is_asked_for(self, flag: Flag) -> bool:
        return not self._also.isdisjoint({flag.concern.value, flag.category})

    def _label(self, kind: str, found: str) -> str:
        plain = "".join(char for char in found.casefold() if char.isalnum())
        if self._key is not None:
            digest = hmac.new(self._key, f"{kind} {plain}".encode("utf-8", "surrogatepass"), hashlib.sha256)
            return f"[{kind.upper()}-{digest.hexdigest()[:_SHORT_HASH]}]"
        numbers = self._numbers.setdefault(kind, {})
        return f"[{kind.upper()}-{numbers.setdefault(plain, len(numbers) + 1)}]"


def _loaded(private_words: Iterable[PrivateWord]) -> Language:
    from coach import load  # noqa: PLC0415  # reads the compiled rules

    return load(private_words=private_words, second_reader=False)


def _require_known(names: Iterable[str], categories: Sequence[str]) -> None:
    known = [*Concern, *categories]
    for name in names:
        if name not in known:
            otherwise = f"use a concern ({', '.join(Concern)}) or one of its categories"
            raise unknown("concern or category", name, known, otherwise)
