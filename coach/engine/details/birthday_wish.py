"""An age in a birthday wish is that of whoever has the birthday: `happy birthday!! 13 today`."""

from __future__ import annotations

import re

from coach.engine.details.detail import Detail
from coach.engine.details.lazy_regex import Expression
from coach.models import Audience, Concern

_KNOW_THE_DAY = frozenset({Audience.FRIEND, Audience.GROUP})
"""Whoever sings at the party; anybody else learns the age of a child."""
_AGE = (f"{Concern.OVERSHARING}/age-birthday", "age")
_WISH = Expression(
    r"\b(?:happy[ \t]{1,3}(?:belated[ \t]{1,3})?b(?:irth)?[ \t-]?day|hbd|many happy returns)\b"
    r"(?![ \t]{1,3}(?:to|2)[ \t]{1,3}(?:me|us|myself)\b)",
    re.IGNORECASE,
)
_ONESELF = Expression(
    r"\b(?:i|im|i['’]m|me|myself|we|thanks?|thx|ty|tysm|my[ \t]{1,3}b(?:irth)?[ \t-]?day)\b", re.IGNORECASE
)


def is_wished(detail: Detail, text: str, audience: Audience) -> bool:
    """Return whether an age belongs to somebody who is wished a happy birthday by people they know.

    Whoever speaks of oneself as well, or thanks for wishes, may have the birthday.
    """
    if audience not in _KNOW_THE_DAY or (detail.category, detail.name) != _AGE:
        return False
    return _WISH.search(text) is not None and _ONESELF.search(text) is None
