"""Whom a turn names: `@maya`, or the name of somebody in the group, or its short form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from coach.engine.text.english import how_common
from coach.engine.text.first_names import first_names

_WORD = re.compile(r"(@?)([^\W_][\w.'’]{0,40})")
_FIRST = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s$")
_FEWEST = 3
"""The fewest letters of a short form."""
_ENDINGS = ("y", "ie", "o", "s", "ster", "z")
"""What makes a longer form of a short name: `tommy`, `tomo`; `maya's` without its mark."""

_AFTER_A_NAME = frozenset(
    {"u", "ur", "you", "your", "youre", "you're", "is", "was", "looks", "smells", "stinks", "has"}
)
_DOES = frozenset(
    {"wore", "wears", "said", "did", "does", "got", "looked", "thinks", "posted", "sent", "wrote", "came", "always"}
)
"""What only follows the name of somebody."""
_REMOVED = frozenset({"remove", "kick", "ban", "removing", "kicking", "unadd"})
"""What is done to somebody of a group."""
_SEEN = frozenset({"see", "saw", "seen", "without", "except"})
"""What comes right before somebody who is spoken of."""
_MOST_COMMON = 2
_COMFORTER = re.compile(r"\b(?:cry|run|crawl|moan|whine|crying|running|snitching|snitch|back|off) to$")
"""What comes right before the name of one whom others are sent to: `go cry to ana`."""
_NEAR = 20
"""How many characters before a name are looked at for that."""


class GroupNames:
    """The names of a group."""

    def __init__(self, senders: Iterable[str]) -> None:
        self._known = {sender.casefold(): sender for sender in senders}
        self._first: dict[str, str] = {}
        for sender in senders:
            if found := _FIRST.search(sender):
                self._first.setdefault(found[0].casefold(), sender)

    def in_text(self, text: str, speaker: str, *, near: int) -> str | None:
        """Return whom a text names, besides the one who speaks; of several, an @name or the one nearest to `near`."""
        found = [(not is_at, abs(at - near), name) for is_at, at, name in self._named(text) if name != speaker]
        return min(found)[2] if found else self._absent(text)

    def without_names(self, text: str) -> str:
        """Return a text without the names of the group that it begins or ends with: `@maya so true`, `same maya`."""
        words = list(_WORD.finditer(text))
        kept = [word for word in words if not (word[1] or self._of(word[2].casefold()))]
        if not kept or len(kept) == len(words):
            return text
        first = kept[0].start() if words[0] is not kept[0] else 0
        return text[first : kept[-1].end() if words[-1] is not kept[-1] else len(text)]

    def has_written(self, name: str) -> bool:
        """Return whether somebody is a sender of the group."""
        return name.casefold() in self._known

    def places(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the characters and the name of each sender whom a text names."""
        for word in _WORD.finditer(text):
            written = word[2].casefold().rstrip(".'’")
            if name := self._of(_POSSESSIVE.sub("", written)):
                yield word.start(), word.start() + len(word[1]) + len(written), name

    def _absent(self, text: str) -> str | None:
        """Return a first name of nobody who wrote, where it can be nothing else."""
        words = [word[2].casefold() for word in _WORD.finditer(text)]
        for at, word in enumerate(words):
            if at and words[at - 1] in _REMOVED and len(word) >= _FEWEST and not how_common(word):
                return word
            if word in first_names() and word not in self._first:
                following = words[at + 1] if at + 1 < len(words) else ""
                is_called = (at == 0 and following in _AFTER_A_NAME) or following in _DOES
                is_called = is_called or (at > 0 and words[at - 1] in _SEEN)
                if is_called or not how_common(word) or (at == len(words) - 1 and how_common(word) < _MOST_COMMON):
                    return word
        return None

    def _named(self, text: str) -> Iterator[tuple[bool, int, str]]:
        for word in _WORD.finditer(text):
            written = word[2].casefold().rstrip(".'’")
            before = text[max(word.start() - _NEAR, 0) : word.start()].casefold().rstrip()
            is_named = not _COMFORTER.search(before)
            if is_named and (name := self._of(_POSSESSIVE.sub("", written)) or (word[1] and written)):
                yield bool(word[1]), word.start(), name

    def _of(self, word: str) -> str | None:
        """Return the sender whose name this word is."""
        exact = self._known.get(word) or self._first.get(word)
        if exact or len(word) < _FEWEST:
            return exact
        return next((sender for first, sender in self._first.items() if _is_form(word, first)), None)


def _is_form(word: str, name: str) -> bool:
    """Return whether a word is a short or a longer form of a name, and not an English word."""
    if how_common(word) and word not in first_names():
        return False
    return name.startswith(word) or any(word in (name + end, name + name[-1] + end) for end in _ENDINGS)
