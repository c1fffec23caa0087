"""The second reader: a small trained encoder that notices what no rule foresaw."""

from coach.engine.reader.component import RULE, UNSURE, SecondReader, Thought
from coach.engine.reader.encoder import Encoder, weights_at_hand
from coach.engine.reader.model import (
    CATEGORIES,
    MODEL_PATH,
    QUESTIONS,
    RUDE,
    TAGS,
    Weights,
    checksum_path,
    pack_weights,
    read_weights,
    unpack_weights,
    write_weights,
)

__all__ = [
    "CATEGORIES",
    "MODEL_PATH",
    "QUESTIONS",
    "RUDE",
    "RULE",
    "TAGS",
    "UNSURE",
    "Encoder",
    "SecondReader",
    "Thought",
    "Weights",
    "checksum_path",
    "pack_weights",
    "read_weights",
    "unpack_weights",
    "weights_at_hand",
    "write_weights",
]
