"""What the second reader learned, read from a file without pickle: word pieces, a gate, an encoder, thresholds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from coach.engine.reader.embedding import PLACES, WIDTH, Embedding
from coach.engine.reader.gate import ReaderGate
from coach.engine.reader.pieces import Pieces
from coach.errors import CoachError
from coach.models import Concern
from coach.models.category import CATEGORY_IDS
from coach.writing import SHARED, write_whole

RUDE = "rude"
"""The question whether adults would call a comment rude."""
QUESTIONS: Mapping[str, Concern] = {**{concern.value: concern for concern in Concern}, RUDE: Concern.UNKIND}
"""Questions about a window in the order of the answers, with the concern that a yes is about.

How children hurt and how people insult are two questions: as one, each spoils the answers to the other.
"""
CATEGORIES = CATEGORY_IDS
"""Categories in the order of the answers."""
TAGS = tuple(Concern)
"""What a word may be marked for, in the order of the answers."""
MODEL_PATH = Path(__file__).with_name("model.npz")
"""The model that Coach ships."""
CHECKSUM_SUFFIX = ".sha256"
"""How the file beside a model ends that contains its checksum."""


@dataclass(frozen=True, eq=False)
class Weights:
    """Everything the reader learned."""

    embedding: Embedding
    gate: ReaderGate
    graph: bytes
    """The encoder in ONNX format, with weights of eight bits."""
    thresholds: NDArray[np.float32]
    """By question, how sure the reader must be, as a logit."""


def read_weights(path: Path = MODEL_PATH) -> Weights:
    """Read a trained model, and compare it with the checksum beside it.

    Raises:
        CoachError: a file is missing, damaged, or in another format.
    """
    try:
        packed, wanted = path.read_bytes(), checksum_path(path).read_text(encoding="ascii").split()
    except (OSError, ValueError) as error:
        raise CoachError(f"{path}: cannot read the model of the second reader\n    fix: install Coach again") from error
    if wanted[:1] != [sha256(packed).hexdigest()]:
        raise CoachError(f"{path}: the model of the second reader is damaged\n    fix: install Coach again")
    return unpack_weights(packed, str(path))


def checksum_path(path: Path) -> Path:
    """Return the file that contains the checksum of a model."""
    return path.with_suffix(CHECKSUM_SUFFIX)


def write_weights(path: Path, weights: Weights) -> None:
    """Write a model and its checksum.

    Raises:
        OSError: it cannot be written.
    """
    packed = pack_weights(weights)
    write_whole(path, packed, SHARED)
    write_whole(checksum_path(path), f"{sha256(packed).hexdigest()}  {path.name}\n".encode(), SHARED)


def pack_weights(weights: Weights) -> bytes:
    """Serialize a model; the same weights give the same bytes."""
    embedding = weights.embedding
    parts = {
        "pieces": np.frombuffer("\n".join(embedding.pieces.names).encode(), np.uint8),
        "small": embedding.small,
        "scales": embedding.scales,
        "places": embedding.places,
        "graph": np.frombuffer(weights.graph, np.uint8),
        "thresholds": weights.thresholds,
        **{f"gate_{one.name}": getattr(weights.gate, one.name) for one in fields(ReaderGate)},
    }
    np.savez(packed := BytesIO(), **parts)
    return packed.getvalue()


def unpack_weights(packed: bytes, name: str) -> Weights:
    """Read what `pack_weights` returned; `name` appears in errors.

    Raises:
        CoachError: it is broken or in another format.
    """
    try:
        with np.load(BytesIO(packed), allow_pickle=False) as held:
            weights = _weights(held)
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise CoachError(f"{name}: cannot read the model of the second reader\n    fix: install Coach again") from error
    count = len(weights.embedding.pieces.names)
    shapes = (weights.embedding.small.shape, weights.embedding.places.shape, weights.thresholds.shape)
    if shapes != ((count, WIDTH), (PLACES, WIDTH), (len(QUESTIONS),)) or len(weights.gate.small) != count:
        raise CoachError(f"{name}: model in another format\n    fix: install Coach again, or train the model again")
    return weights


def _weights(held: np.lib.npyio.NpzFile) -> Weights:
    pieces = Pieces(held["pieces"].tobytes().decode().split("\n"))
    embedding = Embedding(pieces, held["small"], held["scales"], held["places"])
    gate = ReaderGate(*(held[f"gate_{one.name}"] for one in fields(ReaderGate)))
    return Weights(embedding, gate, held["graph"].tobytes(), held["thresholds"])
