"""A threat in a quarrel at home: "touch it and ur ded" from a brother stays a threat, with words for a home."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from coach.models import Concern, Flag, Role
from coach.threads.parents import is_parent
from coach.threads.sent import SentAdvice, read_advice

_THREAT = f"{Concern.UNKIND}/threat"
_QUARREL = frozenset(
    f"{_THREAT}/{name}"
    for name in ("watch-out", "hurt-you", "see-what-happens", "or-else", "who-dares", "who-dares-to", "what-awaits-you")
)
"""Rules of what is said in a quarrel; a leak keeps its own advice."""
_GRAVE = re.compile(r"stab|strangl|throttl|chok|shoot|gun|knife|blade|machete|burn|slit|throat|poison|drown|sleep")
"""What nobody takes for a quarrel: a weapon, or how somebody is to be killed."""


def as_quarrel(flag: Flag, sender: str) -> Flag:
    """Return a flag of a turn by one of the family with words for a home; its weight stays.

    Args:
        flag: of the turn.
        sender: who wrote it; what a parent threatens keeps the advice to tell somebody.
    """
    is_quarrel = flag.rule in _QUARREL and not _GRAVE.search(flag.phrase.casefold())
    if not is_quarrel or flag.role is Role.WRITER or is_parent(sender):
        return flag
    return quarrel_words().said_of(flag)


@cache
def quarrel_words() -> SentAdvice:
    """Read what is said about a threat that was received in a quarrel.

    Raises:
        AuthorError: the file is invalid.
    """
    return read_advice(Path(__file__).with_name("quarrel.toml"), "received")["received"]
