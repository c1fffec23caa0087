"""Write Coach's words the way the child writes: lower case, `u` for `you`, no full stop."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SHORT = {"you": "u", "your": "ur"}
_APOSTROPHES = re.compile(r"(?<=\w)['\u2019](?=(?:m|re|s|ve|t)\b)")
_CONTRACTED = re.compile(r"\b(?:im|dont|cant|wont|didnt|thats|youre|isnt|lets|hes|shes|ive|doesnt)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WritingStyle:
    """How a message is written."""

    is_lower: bool
    """Sentences begin with a small letter."""
    short: frozenset[str]
    """Which of `you`, `your` and `please` are written short."""
    is_bare: bool
    """Apostrophes are left out."""

    def said(self, words: str) -> str:
        """Return plain English in this style."""
        if self.is_lower:
            words = words[:1].lower() + words[1:]
            words = re.sub(r"\bI\b", "i", words)
        for full, short in (("you", "u"), ("your", "ur"), ("please", "pls")):
            if full in self.short:
                words = re.sub(rf"\b{full}\b", short, words)
        return _APOSTROPHES.sub("", words) if self.is_bare else words


def style_of(text: str) -> WritingStyle:
    """Read how a message is written."""
    first = next((letter for letter in text if letter.isalpha()), "")
    lowered = text.lower()
    short = {
        full
        for full, short in (("you", r"\bu\b"), ("your", r"\bur\b"), ("please", r"\b(?:pls|plz)\b"))
        if re.search(short, lowered) and not re.search(rf"\b{full}\b", lowered)
    }
    if "you" in short:
        short.add("please")
    bare = bool(_CONTRACTED.search(lowered)) or ("'" not in text and "\u2019" not in text and first.islower())
    return WritingStyle(first.islower() or not first.isupper(), frozenset(short), bare)
