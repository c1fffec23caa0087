"""Write Coach's words the way the child writes: lower case, `u` for `you`, no full stop."""

from __future__ import annotations

import re
from dataclasses import dataclass

_APOSTROPHES = re.compile(r"(?<=\w)['\u2019](?=(?:m|re|s|ve|t)\b)")
_SENTENCE_START = re.compile(r"(?:^|(?<=[.?!] ))[A-Z]")
_SHORT = {
    "you": (re.compile(r"\byou\b"), re.compile(r"\bu\b"), "u"),
    "your": (re.compile(r"\byour\b"), re.compile(r"\bur\b"), "ur"),
    "please": (re.compile(r"\bplease\b"), re.compile(r"\bpl[sz]\b"), "pls"),
}
"""Each word in full and short: what it looks like, and how it is written short."""
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
            words = _SENTENCE_START.sub(lambda found: found[0].lower(), words)
            words = re.sub(r"\bI\b", "i", words)
        if "you" in self.short:
            words = re.sub(r"\b([Yy])ou're\b", lambda found: "Ur" if found[1] == "Y" else "ur", words)
        for full in self.short:
            pattern, _, short = _SHORT[full]
            words = pattern.sub(short, words)
        return _APOSTROPHES.sub("", words) if self.is_bare else words


def style_of(text: str) -> WritingStyle:
    """Read how a message is written."""
    first = next((letter for letter in text if letter.isalpha()), "")
    lowered = text.lower()
    short = {name for name, (full, brief, _) in _SHORT.items() if brief.search(lowered) and not full.search(lowered)}
    if "you" in short:
        short.add("please")
    bare = bool(_CONTRACTED.search(lowered)) or ("'" not in text and "\u2019" not in text and first.islower())
    return WritingStyle(first.islower() or not first.isupper(), frozenset(short), bare)
