"""Run all seekers over a message, after a prefilter by their signs."""

from __future__ import annotations

from functools import cache, lru_cache

from coach.engine.details.address import ADDRESSES
from coach.engine.details.birth import BIRTHS
from coach.engine.details.card import CARDS
from coach.engine.details.detail import Detail, settle
from coach.engine.details.handle import HANDLES
from coach.engine.details.income import INCOMES
from coach.engine.details.known_name import CAPITAL, FIRST_NAME, KnownNames, holds_capital, holds_first_name
from coach.engine.details.mail import MAIL
from coach.engine.details.name import NAMES
from coach.engine.details.postcode import POSTCODES
from coach.engine.details.school import CLASSES, SCHOOLS
from coach.engine.details.secret import SECRETS
from coach.engine.details.seeker import Seeker
from coach.engine.details.signs import Signs, kept_signs
from coach.engine.details.spot import SPOTS
from coach.engine.details.telephone import TELEPHONES

SEEKERS: tuple[Seeker | KnownNames, ...] = (
    *MAIL,
    *CARDS,
    *SPOTS,
    *ADDRESSES,
    *POSTCODES,
    *SECRETS,
    *HANDLES,
    *TELEPHONES,
    *BIRTHS,
    *INCOMES,
    *CLASSES,
    *SCHOOLS,
    *NAMES,
    KnownNames(),
)
"""Earlier ones win overlaps."""


def find_details(text: str) -> list[Detail]:
    """Return every structured fact in a message, in order, without overlaps.

    The text is not folded or respelled: `start` and `end` count characters of `text` as given.
    """
    found = [detail for seeker in called_by(text) for detail in seeker.find(text)]
    return settle(found) if found else []


def called_by(text: str) -> tuple[Seeker | KnownNames, ...]:
    """Return the seekers whose required signs are in a text."""
    return _called(_signs().held(text))


@lru_cache(5_000)
def _called(held: int) -> tuple[Seeker | KnownNames, ...]:
    return tuple(map(SEEKERS.__getitem__, _signs().numbers(held)))


@cache
def _signs() -> Signs:
    """Build the signs of all seekers, when the first message is read."""
    kept = kept_signs()
    return Signs([seeker.needs(kept) for seeker in SEEKERS], {FIRST_NAME: holds_first_name, CAPITAL: holds_capital})
