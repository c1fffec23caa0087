"""A vocabulary that does not save the words it has read, because people share saved pipelines.

spaCy writes every word a pipeline ever read to `vocab/strings.json`; for a family, that is all of its drafts.
Here only words that were present before any reading are written.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import srsly
from spacy.strings import StringStore
from spacy.vocab import Vocab

from coach.writing import SHARED, make_folder, write_whole

_STRINGS = "strings"


class DiscreetVocab(Vocab):
    """spaCy's vocabulary, which writes words it has read only if `write_words_read` is set."""

    write_words_read = False
    """Whether saving also writes words that were read, as spaCy does."""
    _known: frozenset[str] = frozenset()

    def know(self) -> None:
        """Mark all current words as safe to write."""
        self._known = frozenset(self.strings)

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the vocabulary to a folder."""
        make_folder(Path(path))
        super().to_disk(path, exclude=[*exclude, _STRINGS])
        if _STRINGS not in exclude:
            content = srsly.json_dumps(sorted(self._written))
            write_whole(Path(path) / "strings.json", content.encode("utf-8", "surrogatepass"), SHARED)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> DiscreetVocab:
        """Read what `to_disk` wrote."""
        super().from_disk(path, exclude=list(exclude))
        self.know()
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Serialize the vocabulary."""
        parts = srsly.msgpack_loads(super().to_bytes(exclude=[*exclude, _STRINGS]))
        if _STRINGS not in exclude:
            parts[_STRINGS] = StringStore(sorted(self._written)).to_bytes()
        packed: bytes = srsly.msgpack_dumps(parts)
        return packed

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> DiscreetVocab:
        """Read what `to_bytes` returned."""
        super().from_bytes(bytes_data, exclude=list(exclude))
        self.know()
        return self

    @property
    def _written(self) -> Iterable[str]:
        return self.strings if self.write_words_read else self._known


def discreet(vocab: Vocab) -> Vocab:
    """Make a vocabulary keep what it reads to itself; one filled or made by somebody else stays unchanged."""
    if type(vocab) is not Vocab or len(vocab):
        return vocab
    return _made(vocab.lex_attr_getters, _parts(vocab))  # type: ignore[attr-defined]


def _parts(vocab: Vocab) -> tuple[Any, ...]:
    return vocab.lookups, vocab.writing_system, vocab.get_noun_chunks, list(vocab.strings), vocab.vectors


def _made(getters: dict[str, Callable[[str], Any]], parts: tuple[Any, ...]) -> DiscreetVocab:
    lookups, writing_system, get_noun_chunks, words, vectors = parts
    made = DiscreetVocab(
        lex_attr_getters=getters, lookups=lookups, writing_system=writing_system, get_noun_chunks=get_noun_chunks
    )
    for word in words:
        made.strings.add(word)
    made.vectors = vectors
    made.know()
    return made


def _pickle(vocab: DiscreetVocab) -> tuple[Callable[..., DiscreetVocab], tuple[Any, ...]]:
    getters = srsly.pickle_dumps(vocab.lex_attr_getters)  # type: ignore[attr-defined]
    return _unpickle, (getters, _parts(vocab), vocab.__dict__)


def _unpickle(getters: bytes, parts: tuple[Any, ...], own: dict[str, Any]) -> DiscreetVocab:
    vocab = _made(srsly.pickle_loads(getters), parts)
    vocab.__dict__.update(own)
    return vocab


copyreg.pickle(DiscreetVocab, _pickle)
