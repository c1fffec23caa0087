"""Word sets: named alternations that phrases share, `very = ["so", "really", ...]`."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain, product
from math import prod

from coach.errors import Fault
from coach.models.phrase import Options, Phrase, Piece
from coach.rules.phrases import Alternations, PhraseError, read_phrase
from coach.rules.toml_source import TomlSource

MAX_ENTRIES = 2_000
"""The most entries in one set; Coach's largest has 834."""
MAX_SETS_DEEP = 20
"""The deepest nesting of word sets."""
MAX_PLACES_IN_ALL = 1_000_000
"""The most places in all phrases of a folder, so that somebody else's folder is read in seconds.

Measured: Coach's 500,000 places are read in 3.3 seconds and 100 MB, so a folder at this limit in about 7 and 200. What
its automata cost is limited by their ways (`limits.py`), of which a place may have one or hundreds.
"""
_NAME = re.compile(r"\{([a-z-]+)\}")


class WordSets:
    """All word sets by name, from all files of `words/`."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.pieces: dict[str, Options] = {}
        """The resolved sets, for use in phrases."""
        self._entries: dict[str, tuple[TomlSource, list[str]]] = {}
        self._alternations = Alternations()
        self._places = 0

    def add(self, source: TomlSource) -> None:
        """Add one file of word sets."""
        for name, entries in source.values.items():
            if name in self._entries:
                other = self._entries[name][0].path.name
                source.fault_at(name, f"duplicate word set `{name}`: also in {other}", "rename one of the two")
            elif isinstance(entries, list) and len(entries) > MAX_ENTRIES:
                problem = f"`{name}` has {len(entries):,} entries: at most {MAX_ENTRIES:,} allowed"
                source.fault_at(name, problem, "split it into two sets")
            elif not _are_phrases(entries):
                source.fault_at(name, f"`{name}` is not a list of words", 'write `name = ["word", ...]`')
            else:
                self._entries[name] = (source, entries)
        self.faults.extend(source.faults)

    def lend(self, source: TomlSource) -> None:
        """Add the sets of a file whose names are not taken yet."""
        taken = [name for name in source.values if name in self._entries]
        for name in taken:
            del source.values[name]
        self.add(source)

    @property
    def entries(self) -> dict[str, tuple[str, ...]]:
        """The sets as written, by name."""
        return {name: tuple(entries) for name, (_, entries) in self._entries.items()}

    def resolve(self) -> None:
        """Parse every entry; sets can use other sets, but not themselves, even indirectly."""
        for name in self._entries:
            self._resolve(name, ())

    def read(
        self,
        text: str,
        more: Mapping[str, Options] | None = None,
        *,
        may_end_open: bool = False,
    ) -> Phrase:
        """Parse a phrase that can use these sets, and `more`; `may_end_open` lets it end with `_`.

        Raises:
            PhraseError: the phrase is invalid, or the folder has too many phrases.
        """
        if self._places > MAX_PLACES_IN_ALL:
            problem = f"too many places in all phrases of this folder: at most {MAX_PLACES_IN_ALL:,} allowed"
            raise PhraseError(problem, "split it into two folders")
        sets = ChainMap(dict(more), self.pieces) if more else self.pieces
        phrase = read_phrase(text, sets, may_end_open=may_end_open, alternations=self._alternations)
        self._places += self._alternations.places(phrase.pieces)
        return phrase

    def _resolve(self, name: str, above: tuple[str, ...]) -> None:
        if name in self.pieces or name not in self._entries:
            return
        source, entries = self._entries[name]
        self.pieces[name] = ()
        options: list[tuple[Piece, ...]] = []
        for entry in entries:
            for inner in self._named_in(entry):
                if inner in (*above, name):
                    self._fault(source, name, f"`{name}` refers to itself", "remove the cycle", entry)
                if len(above) >= MAX_SETS_DEEP:
                    self._fault(
                        source,
                        name,
                        f"sets nested too deeply: at most {MAX_SETS_DEEP} levels allowed",
                        "write the words out",
                        entry,
                    )
                    return
                self._resolve(inner, (*above, name))
            options.extend(self._read(source, name, entry))
        self.pieces[name] = tuple(options)

    def _named_in(self, entry: str) -> list[str]:
        return [name for name in dict.fromkeys(_NAME.findall(entry)) if name in self._entries] if "{" in entry else []

    def _read(self, source: TomlSource, name: str, entry: str) -> list[tuple[Piece, ...]]:
        try:
            phrase = self.read(entry)
            if phrase.opens or phrase.closes:
                raise PhraseError("`^` and `$` are not allowed in a word set", "put them into the rule's phrase")
            pieces = phrase.pieces
        except PhraseError as error:
            self._fault(source, name, error.problem, error.fix, entry)
            return []
        plain = len(pieces) == 1 and pieces[0].options and not (pieces[0].optional or pieces[0].repeated)
        return list(pieces[0].options) if plain else [pieces]

    def _fault(self, source: TomlSource, name: str, problem: str, fix: str, entry: str) -> None:
        if not source.is_full:
            source.fault_at(name, problem, fix, entry)
            self.faults.append(source.faults[-1])

    def check_written_out(self, names: Iterable[str]) -> None:
        """Record a fault for each entry of these sets that stands for more phrases than a set may have."""
        for name in sorted(self._entries.keys() & frozenset(names)):
            source, entries = self._entries[name]
            for entry in entries:
                if "(" in entry or "{" in entry:
                    self._check_count(source, name, entry)

    def _check_count(self, source: TomlSource, name: str, entry: str) -> None:
        count = max(map(_count, self._read(source, name, entry)), default=0)
        if count > MAX_ENTRIES:
            problem = (
                f"`{name}` is written out, and this entry stands for {count:,} phrases: at most {MAX_ENTRIES:,} allowed"
            )
            self._fault(source, name, problem, "split it into entries with fewer choices", entry)

    def plain_entries(self, in_full: Collection[str] = ()) -> dict[str, frozenset[str]]:
        """List the plain words and phrases of each set, for lookups such as "is this word a negation?".

        Args:
            in_full: names of sets whose choices and optional words are written out too: `due (today|tonight)`.
        """
        return {
            name: frozenset(chain.from_iterable(map(_written_out if name in in_full else _as_written, options)))
            for name, options in self.pieces.items()
        }


def _as_written(option: tuple[Piece, ...]) -> Iterator[str]:
    """Yield a plain phrase, or nothing for a pattern."""
    if all(bool(piece.word) and not (piece.optional or piece.repeated) for piece in option):
        yield " ".join(piece.word or "" for piece in option)


def _written_out(option: tuple[Piece, ...]) -> Iterator[str]:
    """Yield each phrase that a pattern stands for; nothing for more than `MAX_ENTRIES`, or without end."""
    if _count(option) <= MAX_ENTRIES:
        yield from map(" ".join, _phrases_of(option))


def _count(pieces: tuple[Piece, ...]) -> int:
    """Count the phrases that these pieces stand for, those without end as none."""
    return prod(
        0 if piece.repeated else piece.optional + (sum(map(_count, piece.options)) if piece.options else 1)
        for piece in pieces
    )


def _phrases_of(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, ...]]:
    yield from (tuple(chain.from_iterable(chosen)) for chosen in product(*map(_choices_of, pieces)))


def _choices_of(piece: Piece) -> list[tuple[str, ...]]:
    if piece.repeated:
        return []
    found = map(_phrases_of, piece.options) if piece.options else [[(piece.word or "",)]]
    return [*chain.from_iterable(found), *([()] if piece.optional else [])]


def _are_phrases(entries: object) -> bool:
    return isinstance(entries, list) and bool(entries) and all(isinstance(entry, str) for entry in entries)
