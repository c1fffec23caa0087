"""The engine's building blocks: parts that learn what a pipeline knows and read messages.

A part knows nothing of spaCy; `spacy_parts` registers each as a component.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from coach.engine.knowledge import Knowledge
    from coach.engine.text.reading import Reading


class Part(Protocol):
    """Adds candidates to a reading, or decides how existing ones are meant."""

    def learn(self, knowledge: Knowledge) -> None:
        """Take what it needs of rules, weights and private words; until then, `read` does nothing."""

    def read(self, reading: Reading) -> None:
        """Read one version of a message."""
