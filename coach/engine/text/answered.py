"""Read a question and the asker's own answer as one: `who failed the test, probs just jake`."""

from __future__ import annotations

import re

_ASKS = re.compile(r"\bwho\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"(\bwho\b[^.!?,\n\u2026]{3,60})[?,.\u2026]{1,4}"
    r"(?= (?:prob|probs|probably|obvs|obviously|defo|definitely|bet|i bet|must be|guess|surely)\b)",
    re.IGNORECASE,
)


def with_answer(text: str) -> str:
    """Return the text with spaces for the marks between `who` with its question and a guess by the same writer."""
    if not _ASKS.search(text):
        return text
    return _ANSWERED.sub(lambda found: found[1].ljust(len(found.group())), text)
