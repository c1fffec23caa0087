"""Turns that only answer: a "u" behind them may mean somebody else."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from coach.models.base import Model
from coach.rules.toml_source import read_toml

_WORD = re.compile(r"[^\W_]{1,40}")
_FEW, _FEW_BEHIND = 3, 7
"""The most words of a turn that only answers: "ok", "its full"; and of one that begins as an answer."""


class ThinWords(Model):
    """The words of thin_turns.toml."""

    own: frozenset[str]
    """By these a short turn says something of its writer: "my drawing"."""
    answers: frozenset[str]
    """With these a turn answers what was said before: "lol it looks so bad"."""


def is_thin(text: str) -> bool:
    """Return whether a turn only answers: a few words that ask nothing and say nothing of their writer."""
    words, known = _WORD.findall(text.casefold()), thin_words()
    most = _FEW_BEHIND if words and words[0] in known.answers else _FEW
    return bool(text) and len(words) <= most and "?" not in text and known.own.isdisjoint(words)


@cache
def thin_words() -> ThinWords:
    """Read the words."""
    return ThinWords.model_validate(read_toml(Path(__file__).with_name("thin_turns.toml")).values)
