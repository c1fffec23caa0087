"""What the second reader thinks of a message as a whole, as numbers for whoever reads many messages together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from coach.engine.direct import direct_through
from coach.engine.reader import CATEGORIES, QUESTIONS, SecondReader
from coach.engine.reader.embedding import WIDTH
from coach.engine.text.tokenizer import readable
from coach.models import AT_ONCE, Message

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

VIEWED = (*QUESTIONS, *CATEGORIES, *(f"state {number}" for number in range(WIDTH)))
"""What each number is about: questions, categories, and the encoder's states, which no word names."""


class Viewer:
    """Asks the second reader of one pipeline."""

    def __init__(self, nlp: Language) -> None:
        self._direct = direct_through(nlp)
        parts = self._direct.parts if self._direct else ()
        self._reader = next((part for _, part in parts if isinstance(part, SecondReader)), None)

    def view(self, message: Message) -> NDArray[np.float32] | None:
        """Return for each of `VIEWED` the highest logit among the windows of a message, and their mean states.

        Nearly every message is one window: its sentences are read together, which says more about where a conversation
        goes, and takes one run of the encoder. None where the second reader has nothing to say: it is not there, or the
        message has no words. A message longer than `AT_ONCE` is viewed at its beginning.
        """
        if self._direct is None or self._reader is None:
            return None
        reading = self._direct.respell.reading(readable(message.text[:AT_ONCE]), message.direction, message.audience)
        answers = self._reader.whole_answers(reading)
        if not answers:
            return None
        logits = [np.concatenate([one.questions, one.categories]) for one in answers]
        return np.concatenate([np.max(logits, axis=0), np.mean([one.states for one in answers], axis=0)])
