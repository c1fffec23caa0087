"""What a pipeline knows (rules, model weights, a family's private words), and how it is saved.

`rules.jsonl` and `model.npz` are data without code. `private_words.json` is written only on request: people share
saved pipelines, and a family's words should not go with them.
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
"""Names of the saved files."""

_WORDS = TypeAdapter(tuple[PrivateWord, ...])


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything the components of one pipeline learn."""

    rules: Compiled
    weights: Weights | None = None
    """None if only the rules read."""
    private_words: tuple[PrivateWord, ...] = ()

    def parts(self, *, private_words: bool) -> dict[str, bytes]:
        """Serialize to named parts; a family's own words only if `private_words`."""
        parts = {RULES: dump_compiled(self.rules)}
        if self.weights:
            parts[MODEL] = pack_weights(self.weights)
        if private_words:
            parts[PRIVATE_WORDS] = _WORDS.dump_json(self.private_words)
        return parts


def knowledge_from(parts: Mapping[str, bytes], private_words: tuple[PrivateWord, ...] = ()) -> Knowledge:
    """Load what was saved.

    Args:
        parts: what `Knowledge.parts` gave.
        private_words: used if none were saved.

    Raises:
        CoachError: a part is missing, broken, or in another format.
    """
    if RULES not in parts:
        raise CoachError(f"{RULES} is missing in the saved pipeline\n    fix: save the pipeline again")
    weights = unpack_weights(parts[MODEL], MODEL) if MODEL in parts else None
    words = _parse_words(parts[PRIVATE_WORDS]) if PRIVATE_WORDS in parts else private_words
    return Knowledge(parse_compiled(parts[RULES]), weights, words)


def write_parts(folder: Path, parts: Mapping[str, bytes]) -> None:
    """Write each part to a file in a folder; delete files of parts that no longer exist."""
    make_folder(folder)
    for name in (RULES, MODEL, PRIVATE_WORDS):
        if name in parts:
            write_whole(folder / name, parts[name], OWNER_ONLY if name == PRIVATE_WORDS else SHARED)
        else:
            (folder / name).unlink(missing_ok=True)


def read_parts(folder: Path) -> dict[str, bytes]:
    """Read what `write_parts` wrote."""
    found = (folder / name for name in (RULES, MODEL, PRIVATE_WORDS))
    return {path.name: path.read_bytes() for path in found if path.exists()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Pack the parts into bytes."""
    packed: bytes = srsly.msgpack_dumps(dict(parts))
    return packed


def unpack(packed: bytes) -> dict[str, bytes]:
    """Unpack what `pack` packed."""
    parts: dict[str, bytes] = srsly.msgpack_loads(packed)
    return parts


def _parse_words(content: bytes) -> tuple[PrivateWord, ...]:
    try:
        return _WORDS.validate_json(content)
    except ValidationError:
        pass
    # Raised outside `except`, because a traceback would quote the words.
    raise CoachError(f"invalid {PRIVATE_WORDS}\n    fix: delete the file and enter the words again")
