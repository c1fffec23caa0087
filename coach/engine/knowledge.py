"""What a pipeline knows: rules, what the second reader learned, and a family's private words; and how it is kept.

Kept are `rules.jsonl` and `model.npz`, data without code. `private_words.json` is written only where somebody asked
for it: a saved pipeline is made to be handed on, and a family's words are not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import srsly
from pydantic import TypeAdapter, ValidationError

from coach.engine.patterns.compiled import Compiled
from coach.engine.patterns.serialize import dump_compiled, parse_compiled
from coach.engine.reader import Weights, pack_weights, unpack_weights
from coach.errors import CoachError
from coach.models import PrivateWord
from coach.writing import OWNER_ONLY, SHARED, make_folder, write_whole

RULES, MODEL, PRIVATE_WORDS = "rules.jsonl", "model.npz", "private_words.json"
"""The names of what is kept."""

_WORDS = TypeAdapter(tuple[PrivateWord, ...])


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that the components of one pipeline are taught."""

    rules: Compiled
    weights: Weights | None = None
    """None where the rules read alone."""
    private_words: tuple[PrivateWord, ...] = ()

    def parts(self, *, private_words: bool) -> dict[str, bytes]:
        """What is kept, by name; a family's own words only if `private_words`."""
        parts = {RULES: dump_compiled(self.rules)}
        if self.weights:
            parts[MODEL] = pack_weights(self.weights)
        if private_words:
            parts[PRIVATE_WORDS] = _WORDS.dump_json(self.private_words)
        return parts


def knowledge_from(parts: Mapping[str, bytes], private_words: tuple[PrivateWord, ...] = ()) -> Knowledge:
    """What was kept.

    Args:
        parts: what `Knowledge.parts` gave.
        private_words: those to know where none were kept.

    Raises:
        CoachError: a part is missing, broken, or of another form.
    """
    if RULES not in parts:
        raise CoachError(f"{RULES} is missing in the saved pipeline\n    fix: save it anew")
    weights = unpack_weights(parts[MODEL], MODEL) if MODEL in parts else None
    words = _parse_words(parts[PRIVATE_WORDS]) if PRIVATE_WORDS in parts else private_words
    return Knowledge(parse_compiled(parts[RULES]), weights, words)


def write_parts(folder: Path, parts: Mapping[str, bytes]) -> None:
    """Write what is kept into a folder, each part a file; what is not kept any more is taken away."""
    make_folder(folder)
    for name in (RULES, MODEL, PRIVATE_WORDS):
        if name in parts:
            write_whole(folder / name, parts[name], OWNER_ONLY if name == PRIVATE_WORDS else SHARED)
        else:
            (folder / name).unlink(missing_ok=True)


def read_parts(folder: Path) -> dict[str, bytes]:
    """What `write_parts` wrote."""
    found = (folder / name for name in (RULES, MODEL, PRIVATE_WORDS))
    return {path.name: path.read_bytes() for path in found if path.exists()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """What is kept as one run of bytes."""
    packed: bytes = srsly.msgpack_dumps(dict(parts))
    return packed


def unpack(packed: bytes) -> dict[str, bytes]:
    """What `pack` packed."""
    parts: dict[str, bytes] = srsly.msgpack_loads(packed)
    return parts


def _parse_words(content: bytes) -> tuple[PrivateWord, ...]:
    try:
        return _WORDS.validate_json(content)
    except ValidationError:
        pass
    # Outside of `except`: a traceback would quote the words.
    raise CoachError(f"{PRIVATE_WORDS} is broken\n    fix: take it away, and type the words in anew")
