"""Runs the encoder with onnxruntime."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from coach.engine.reader.embedding import Spelled
from coach.engine.reader.model import Weights, read_weights
from coach.runtime import can_read, runtime

OUTPUTS = ("questions", "categories", "states", "tags")
"""Names of the encoder's answers in its graph; `embedded` and `mask` are its inputs."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the encoder says about a window, as logits."""

    questions: NDArray[np.float32]
    """By question."""
    categories: NDArray[np.float32]
    """By category."""
    states: NDArray[np.float32]
    """The mean of the last layer's states (width): what it makes of the whole, before any question is asked."""
    tags: NDArray[np.float32]
    """How much each word says so (words, tags)."""


def weights_at_hand() -> Weights | None:
    """Return the weights that Coach ships, one copy for all pipelines; None where the second reader cannot run.

    Raises:
        CoachError: the model is missing or damaged.
    """
    return _shipped() if can_read() else None


@cache
def _shipped() -> Weights:
    return read_weights()


MOST_REMEMBERED = 4096
"""Windows whose answers are remembered, at about 3 KB each: messages repeat them, and a conversation reads each turn
more than once."""


class Encoder:
    """The encoder of a model, ready to read."""

    def __init__(self, weights: Weights) -> None:
        """Load the graph.

        Raises:
            ValueError: there is no onnxruntime, or it cannot read the graph.
        """
        found = runtime()
        if found is None:
            raise ValueError("the second reader needs onnxruntime")
        options = found.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        self._embedding = weights.embedding
        self._remembered = lru_cache(MOST_REMEMBERED)(self._answers)
        self._session = found.InferenceSession(weights.graph, options, providers=["CPUExecutionProvider"])

    def read(self, spelled: Spelled) -> Answers:
        """Return what it says about a window, spelled in the model's pieces; the latest windows are remembered.

        Each is read alone: numbers are rounded to eight bits over all that is read together, so that other windows
        would change the answers, and a calm sentence could push a threat out.
        """
        return self._remembered(tuple(spelled[0]), tuple(spelled[1]))

    def _answers(self, numbers: tuple[int, ...], of: tuple[int, ...]) -> Answers:
        embedded = self._embedding.of(list(numbers))[None]
        mask = np.ones(embedded.shape[:2], np.float32)
        questions, categories, states, tags = self._session.run(OUTPUTS, {"embedded": embedded, "mask": mask})
        return Answers(questions[0], categories[0], states[0], _by_word(of, tags[0]))


@lru_cache(maxsize=2)
def encoder_of(weights: Weights) -> Encoder:
    """Return the encoder of these weights, loaded once for all pipelines of a process.

    Raises:
        ValueError: there is no onnxruntime, or it cannot read the graph.
    """
    return Encoder(weights)


def _by_word(places: Sequence[int], tags: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the strongest tags of each word's pieces; none for words of which no piece was read."""
    of = np.array(places)
    said = np.full((of.max(initial=-1) + 1, tags.shape[1]), -np.inf, np.float32)
    np.maximum.at(said, of[of >= 0], tags[: len(of)][of >= 0])
    return said
