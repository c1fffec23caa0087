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
        """Return for each of `VIEWED` the highest logit among the sentences of a message, and their mean states.

        None where the second reader has nothing to say: it is not there, or the message has no words. The gate is not
        asked; a message longer than `AT_ONCE` is viewed at its beginning.
        """
        if self._direct is None or self._reader is None:
            return None
        reading = self._direct.respell.reading(readable(message.text[:AT_ONCE]), message.direction, message.audience)
        seen = {thought.window: thought.answers for thought in self._reader.thoughts(reading, gated=False)}
        if not seen:
            return None
        logits = [np.concatenate([one.questions, one.categories]) for one in seen.values()]
        return np.concatenate([np.max(logits, axis=0), np.mean([one.states for one in seen.values()], axis=0)])
