"""The second reader: a small trained model that notices what no rule foresaw."""

from coach.engine.reader.clusters import KINDS_PATH
from coach.engine.reader.component import RULE, SecondReader
from coach.engine.reader.features import BUCKETS, Features, features_of
from coach.engine.reader.weights import (
    CATEGORIES,
    MODEL_PATH,
    QUESTIONS,
    RUDE,
    Layer,
    Weights,
    make_layer,
    pack_weights,
    read_weights,
    unpack_weights,
    write_weights,
)

__all__ = [
    "BUCKETS",
    "CATEGORIES",
    "KINDS_PATH",
    "MODEL_PATH",
    "QUESTIONS",
    "RUDE",
    "RULE",
    "Features",
    "Layer",
    "SecondReader",
    "Weights",
    "features_of",
    "make_layer",
    "pack_weights",
    "read_weights",
    "unpack_weights",
    "write_weights",
]
