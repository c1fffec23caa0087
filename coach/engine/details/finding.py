"""Run all seekers over a message, after a prefilter by their signs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

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
from coach.engine.details.signs import kept_signs, prefilter_by_signs
from coach.engine.details.spot import SPOTS
from coach.engine.details.telephone import TELEPHONES
from coach.engine.patterns.prefilter import Prefilter, things_in

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
    found = [detail for seeker in possible_in(text) for detail in seeker.find(text)]
    return settle(found) if found else []


def possible_in(text: str) -> Iterator[Seeker | KnownNames]:
    """Yield the seekers whose required signs are in a text, in order."""
    return map(SEEKERS.__getitem__, things_in(_prefilter().possible(text.split(" "))))


@cache
def _prefilter() -> Prefilter[str]:
    """Build the prefilter of all seekers, when the first message is read."""
    kept, asked = kept_signs(), {FIRST_NAME: holds_first_name, CAPITAL: holds_capital}
    return prefilter_by_signs([seeker.needs(kept) for seeker in SEEKERS], asked)
