"""Builds the sparse feature matrix of many rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix
from spacy.language import Language

from coach.engine.pipeline import make_doc
from coach.engine.reader import Features, features_of
from coach.models import Message
from coach.training.row import Row

BATCH = 256
"""How many messages are read before spaCy's string store is cleared."""


def features_table(found: Iterable[Features], buckets: int) -> csr_matrix:
    """Build a matrix with one row per message."""
    numbers, values, ends = [], [], [0]
    for features in found:
        numbers.append(features.numbers)
        values.append(features.values)
        ends.append(ends[-1] + len(features.numbers))
    shape = (len(ends) - 1, buckets)
    return csr_matrix((np.concatenate(values), np.concatenate(numbers), np.array(ends)), shape=shape)


def read_features(nlp: Language, rows: Sequence[Row], step: Callable[[], None]) -> Iterator[Features]:
    """Compute the features of every row, in order; `step` is called after each."""
    respell = nlp.get_pipe("coach_respell")
    for at in range(0, len(rows), BATCH):
        with nlp.memory_zone():
            for row in rows[at : at + BATCH]:
                doc = make_doc(nlp, Message(text=row.text, direction=row.direction))
                yield features_of(respell(doc))
                step()
