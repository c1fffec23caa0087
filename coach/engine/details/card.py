"""Payment cards and bank accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engine.details.detail import Detail, detail_at
from coach.engine.details.wording import count_digits

_FEWEST = 13
"""Digits of the shortest card number."""
_RUN = re.compile(r"(?<![\w.,+])\d(?:[ \t\u00a0\-]{0,2}\d){12,18}(?![\w%])")
_ISSUED = re.compile(r"4\d{12}|4\d{15}|4\d{18}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3[068]\d{12}|6\d{15,18}")
_CARD_WORD = re.compile(r"\b(?:cards?|visa|mastercard|amex|debit|credit)\b", re.IGNORECASE)
_GROUPED = re.compile(r"\d{4}([ \-])\d{4}\1\d{4}\1\d{4}")
_SORT_CODE = re.compile(
    r"\bsort code\W{1,3}(?:is )?\d{2}[ \-]?\d{2}[ \-]?\d{2}(?:\W{1,3}(?:and )?(?:acc(?:ount)?(?: number|"
    r" no)?)?\W{0,3}\d{6,8}\b)?|\bacc(?:ount)? (?:number|num|no)\W{1,3}(?:is )?\d{6,12}\b",
    re.IGNORECASE,
)
_BACK_CODE = re.compile(
    r"\b(?:cvv|cvc|cvn|security code|back code|(?:code|numbers?|digits) on the back|back (?:code )?says)(?:['’]?s|"
    r"[ \t](?:is|are)|[ \t]?[:=])?[ \t]{0,2}\d{3,4}\b",
    re.IGNORECASE,
)


def find_card(text: str) -> Iterator[Detail]:
    """Every card number."""
    if count_digits(text) < _FEWEST:
        return
    near_card = _CARD_WORD.search(text) is not None
    for found in _RUN.finditer(text):
        number = "".join(filter(str.isdecimal, found[0]))
        if (_ISSUED.fullmatch(number) and _has_checksum(number)) or (near_card and _GROUPED.fullmatch(found[0])):
            yield detail_at(found, "money", "card-number")


def find_card_code(text: str) -> Iterator[Detail]:
    """Every bank account, and every code on a card's back."""
    for pattern, name in ((_SORT_CODE, "bank-account"), (_BACK_CODE, "card-code")):
        for found in pattern.finditer(text):
            yield detail_at(found, "money", name)


def _has_checksum(number: str) -> bool:
    """Luhn's formula."""
    total = 0
    for place, char in enumerate(reversed(number)):
        digit = int(char) * (1 + place % 2)
        total += digit - 9 * (digit > 9)
    return total % 10 == 0
