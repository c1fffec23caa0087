"""What a pipeline knows (rules, model weights, settings, a family's own words), and how it is saved.

`rules.jsonl`, `model.npz` and `settings.json` are data without code. `private_words.json`, and `off_words.json` with
the words that a family switched off, are written only on request: people share saved pipelines, and a family's words
should not go with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import srsly
from pydantic import TypeAdapter, ValidationError

from coach.engine.patterns.compiled import Compiled
from coach.engine.patterns.serialize import dump_compiled, parse_compiled
from coach.engine.reader import Weights, pack_weights, unpack_weights
from coach.errors import CoachError
from coach.models import Off, OffKind, PrivateWord
from coach.models.base import Model
from coach.writing import OWNER_ONLY, SHARED, make_folder, write_whole

RULES, MODEL, SETTINGS = "rules.jsonl", "model.npz", "settings.json"
PRIVATE_WORDS, OFF_WORDS = "private_words.json", "off_words.json"
_OWN = (PRIVATE_WORDS, OFF_WORDS)
"""What only the owner of the computer may read."""
_FILES = (RULES, MODEL, SETTINGS, *_OWN)
"""Names of the saved files."""

_WORDS, _OFF = TypeAdapter(tuple[PrivateWord, ...]), TypeAdapter(tuple[Off, ...])


class SavedSettings(Model):
    """How rules are used, as it is saved."""

    own_rules_only: bool = False
    off: tuple[Off, ...] = ()
    """Categories and rules."""


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything the components of one pipeline learn."""

    rules: Compiled
    weights: Weights | None = None
    """None if only the rules read."""
    private_words: tuple[PrivateWord, ...] = ()
    own_rules_only: bool = False
    """Whether `rules` leave out Coach's."""
    off: tuple[Off, ...] = ()
    """What the family switched off."""

    def parts(self, *, private_words: bool) -> dict[str, bytes]:
        """Serialize to named parts; a family's own words, private or switched off, only if `private_words`."""
        named = tuple(one for one in self.off if one.kind is not OffKind.WORDS)
        settings = SavedSettings(own_rules_only=self.own_rules_only, off=named)
        parts = {RULES: dump_compiled(self.rules), SETTINGS: settings.model_dump_json().encode()}
        if self.weights:
            parts[MODEL] = pack_weights(self.weights)
        if private_words:
            parts[PRIVATE_WORDS] = _WORDS.dump_json(self.private_words)
            parts[OFF_WORDS] = _OFF.dump_json(_words_in(self.off))
        return parts


def knowledge_from(
    parts: Mapping[str, bytes], private_words: tuple[PrivateWord, ...] = (), off: tuple[Off, ...] = ()
) -> Knowledge:
    """Load what was saved.

    Args:
        parts: what `Knowledge.parts` gave; without settings if an earlier version saved it.
        private_words: used if none were saved.
        off: what is switched off here; its words are used if none were saved.

    Raises:
        CoachError: a part is missing, broken, or in another format.
    """
    if RULES not in parts:
        raise CoachError(f"{RULES} is missing in the saved pipeline\n    fix: save the pipeline again")
    weights = unpack_weights(parts[MODEL], MODEL) if MODEL in parts else None
    words = _own_words(_WORDS, PRIVATE_WORDS, parts) if PRIVATE_WORDS in parts else private_words
    off_words = _own_words(_OFF, OFF_WORDS, parts) if OFF_WORDS in parts else _words_in(off)
    settings = _settings_in(parts)
    named = (*settings.off, *off_words)
    return Knowledge(parse_compiled(parts[RULES]), weights, words, settings.own_rules_only, named)


def write_parts(folder: Path, parts: Mapping[str, bytes]) -> None:
    """Write each part to a file in a folder; delete files of parts that no longer exist."""
    make_folder(folder)
    for name in _FILES:
        if name in parts:
            write_whole(folder / name, parts[name], OWNER_ONLY if name in _OWN else SHARED)
        else:
            (folder / name).unlink(missing_ok=True)


def read_parts(folder: Path) -> dict[str, bytes]:
    """Read what `write_parts` wrote."""
    found = (folder / name for name in _FILES)
    return {path.name: path.read_bytes() for path in found if path.exists()}


def pack(parts: Mapping[str, bytes]) -> bytes:
    """Pack the parts into bytes."""
    packed: bytes = srsly.msgpack_dumps(dict(parts))
    return packed


def unpack(packed: bytes) -> dict[str, bytes]:
    """Unpack what `pack` packed."""
    parts: dict[str, bytes] = srsly.msgpack_loads(packed)
    return parts


def _words_in(off: tuple[Off, ...]) -> tuple[Off, ...]:
    return tuple(one for one in off if one.kind is OffKind.WORDS)


def _settings_in(parts: Mapping[str, bytes]) -> SavedSettings:
    try:
        return SavedSettings.model_validate_json(parts.get(SETTINGS, b"{}"))
    except ValidationError as error:
        raise CoachError(f"invalid {SETTINGS} in the saved pipeline\n    fix: save the pipeline again") from error


def _own_words(kind: TypeAdapter[_T], name: str, parts: Mapping[str, bytes]) -> _T:
    try:
        return kind.validate_json(parts[name])
    except ValidationError:
        pass
    # Raised outside `except`, because a traceback would quote the words.
    raise CoachError(f"invalid {name}\n    fix: delete the file and enter the words again")
