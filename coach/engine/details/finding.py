"""All finders over one message; a quick look first says which of them could find anything at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import reduce
from itertools import chain
from operator import or_

from coach.engine.details.address import find_address
from coach.engine.details.birth import find_birth
from coach.engine.details.card import find_card, find_card_code
from coach.engine.details.detail import Detail, settle
from coach.engine.details.handle import find_handle
from coach.engine.details.income import find_income
from coach.engine.details.known_name import find_known_name
from coach.engine.details.mail import find_mail
from coach.engine.details.name import find_name
from coach.engine.details.postcode import find_postcode
from coach.engine.details.school import find_class, find_school
from coach.engine.details.secret import find_secret
from coach.engine.details.telephone import find_telephone
from coach.engine.remembered import Remembered

Finder = Callable[[str], Iterator[Detail]]

_DIGIT = re.compile(r"\d")
_ANY_DIGIT = "0"


def _signs(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


_FINDERS: tuple[tuple[Finder, tuple[str, ...]], ...] = (
    (find_mail, _signs("@| dot |[dot]|(dot)")),
    (find_card, _signs(_ANY_DIGIT)),
    (find_card_code, _signs("sort code|acc|cv|code|on the back|back")),
    (find_address, _signs(_ANY_DIGIT)),
    (find_postcode, _signs(_ANY_DIGIT)),
    (find_secret, _signs("pass|pw| pin|code|combo|lock|wifi|wi-fi| otp|login|log in|alarm|keypad|account")),
    (
        find_handle,
        _signs(
            "@|#|_|randoms|strangers|snap|insta|disc|robl|rblx|psn|xbox|user|tik|yout|twi|gamer|steam|fort|epic|minec|kik|tele|real|"
            "spam|priv|backup| acc|handle|channel| ign| ig| yt| sc | gt | ff | tg |uid| id |mine|pinterest|wattpad|"
            "free f"
        ),
    ),
    (find_telephone, _signs(_ANY_DIGIT + "|double|triple|zero| oh |seven|five")),
    (find_birth, _signs(_ANY_DIGIT + "|five|six|seven|eight|nine|ten|eleven|twel|teen|born|bday|birthday")),
    (
        find_income,
        _signs(_ANY_DIGIT + "|grand |hundred|thousand|million|lakh|crore|quid|pounds|dollars|bucks"),
    ),
    (find_class, _signs(_ANY_DIGIT)),
    (
        find_school,
        _signs(
            "school|elementary|academy|grammar|vidya|jr high|jr. high|primary|middle|high |secondary|junior|infants|"
            "prep | comp |college|charter|convent|montessori|nursery|kindergarten|girls|boys| st | st.|saint|ps |"
            "mr|ms |ms.|miss|ma'am|high,|ysgol|scoil|gael|kura|smk|sjkc| sk |sekolah|kendriya| kv | dps |attend|"
            "go to|went to|at st|skool|"
            "colegio|chij"
        ),
    ),
    (
        find_name,
        _signs(
            "name|called| im | i'm | i’m | i am |this is | its | it's |my b|my sis|my c|my m|my t|my f|my l| as |"
            "ask for|love from|erely| here|google|search|look up|vote|shout|me and|me n |me & |put |write|sign|says|"
            "goes to|welcome|spel|regist|desk|thats|that's|(me)|up!"
        ),
    ),
    (find_known_name, (" ",)),
)
"""The finders and the signs of which each needs one. Earlier finders win overlaps."""

_ALWAYS = sum(1 << at for at, (_, signs) in enumerate(_FINDERS) if " " in signs)
_FINDERS_ALWAYS = [find for find, signs in _FINDERS if " " in signs]


def find_details(text: str) -> list[Detail]:
    """Every structured fact in a message, in order, none overlapping.

    Nothing is folded or respelled: `start` and `end` count the characters of `text` as given.
    """
    hinted = reduce(or_, map(_HINTS.__getitem__, text.split(" ")), _ALWAYS)
    called = _FINDERS_ALWAYS if hinted == _ALWAYS else _called(text, hinted)
    return settle(chain.from_iterable([find(text) for find in called]))


def _called(text: str, hinted: int) -> list[Finder]:
    """Of the hinted finders those that have a sign in this message."""
    lowered = f" {text.lower()} {_ANY_DIGIT if _DIGIT.search(text) else ''}"
    hints = ((find, signs) for at, (find, signs) in enumerate(_FINDERS) if hinted >> at & 1)
    return [find for find, signs in hints if any(sign in lowered for sign in signs)]


class _Hints(Remembered[int]):
    """For what stands between two spaces, one bit for every finder whose sign it may have or be a part of."""

    def work_out(self, text: str) -> int:
        """The bits for what stands between two spaces."""
        lowered = text.lower() + (_ANY_DIGIT if _DIGIT.search(text) else "")
        return sum(1 << at for at, (_, signs) in enumerate(_FINDERS) if any(_may_have(lowered, sign) for sign in signs))


_HINTS = _Hints()


def _may_have(chunk: str, sign: str) -> bool:
    """Whether the longest part of a sign between two spaces stands in a chunk, at its end that the sign says."""
    parts = sign.split(" ")
    part = max(parts, key=len)
    first, last = part == parts[0], part == parts[-1]
    if first and last:
        return part in chunk
    return chunk.endswith(part) if first else chunk.startswith(part) if last else chunk == part
