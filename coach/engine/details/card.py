"""Payment cards and bank accounts."""

from __future__ import annotations

import re

from coach.engine.details.detail import Detail, detail_at
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, always, where
from coach.engine.details.spoken import SAID, spoken_digits

_RUN = Expression(
    r"(?<![\w.,+/])\d(?:(?:[ \t\u00a0\-–./_*|]{0,3}|[ ](?:then|and|dash|space|dot)[ ])\d){12,18}(?![\w%])"
)
_ISSUED = Expression(r"4\d{12}|4\d{15}|4\d{18}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[068]\d{12}|6\d{15,18}")
_CARD_WORD = Expression(
    r"\b(?:cards?|visa|mastercard|amex|debit|credit|cvv|cvc|cvn|exp|expir(?:y|es)|on the back)\b", re.IGNORECASE
)
_GROUPED = Expression(r"\d{4}([ \-./])\d{4}\1\d{4}\1\d{4}")
_SORT_CODE = Expression(
    r"\bsort code\W{1,3}(?:is )?\d{2}[ \-]?\d{2}[ \-]?\d{2}(?:\W{1,3}(?:and )?(?:acc(?:ount)?(?: number|"
    r" no)?)?\W{0,3}\d{6,8}\b)?|\bacc(?:ount)? (?:number|num|no)\W{1,3}(?:is )?\d{6,12}\b",
    re.IGNORECASE,
)
_BACK_CODE = Expression(
    r"\b(?:cvv|cvc|cvn|security code|back code|(?:code|numbers?|digits|the 3|the three) on the back|"
    r"back (?:code )?says)(?:['’]?s|"
    r"[ \t](?:is|are)|[ \t]?[:=])?[ \t]{0,2}\d{3,4}\b",
    re.IGNORECASE,
)


def _is_card(found: re.Match[str], text: str) -> bool:
    number = "".join(filter(str.isdecimal, found[0]))
    if _ISSUED.fullmatch(number) and _has_checksum(number):
        return True
    return _GROUPED.fullmatch(found[0]) is not None and _CARD_WORD.search(text) is not None


def _said(found: re.Match[str], _: str) -> Detail | None:
    number = spoken_digits(found[0])[0]
    is_card = _ISSUED.fullmatch(number) is not None and _has_checksum(number)
    return detail_at(found, "money", "card-number") if is_card else None


def _has_checksum(number: str) -> bool:
    """Check a number with Luhn's formula."""
    total = 0
    for place, char in enumerate(reversed(number)):
        digit = int(char) * (1 + place % 2)
        total += digit - 9 * (digit > 9)
    return total % 10 == 0


CARDS = (
    Seeker(_RUN, where(_is_card, always("money", "card-number"))),
    Seeker(SAID, _said),
    Seeker(_SORT_CODE, always("money", "bank-account")),
    Seeker(_BACK_CODE, always("money", "card-code")),
)
"""Finds card numbers, bank accounts and card security codes."""
