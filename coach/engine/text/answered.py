"""Read a question and the answer of whoever asks as one: `who failed, probs just jake`, `what do you do, sleep`."""

from __future__ import annotations

import re

_ASKS = re.compile(r"\bwh?(?:o|a)t?\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"(\bwho\b[^.!?,\n\u2026]{3,60})[?,.\u2026]{1,4}"
    r"(?= (?:prob|probs|probably|obvs|obviously|defo|definitely|bet|i bet|must be|guess|surely)\b)"
    r"|(\bwh?at (?:do|does|did)\b[^.!?,\n\u2026]{3,40})[?,.\u2026]{1,4}"
    r"(?= (?:sleep|snooze|nap|snore|daydream|dribble|nothing)\b)",
    re.IGNORECASE,
)


def with_answer(text: str) -> str:
    """Return the text with spaces for the marks between a question and the answer that the same writer gives."""
    if not _ASKS.search(text):
        return text
    return _ANSWERED.sub(lambda found: (found[1] or found[2]).ljust(len(found.group())), text)
