"""Numbers that lead nobody to a child: prices, scores, amounts, and which page or level."""

from __future__ import annotations

import re


def holds_number(text: str) -> bool:
    """Return whether a number in lower-case text may lead somewhere; a score does not: `won the match 3-1`."""
    return _NUMBER.search(_PRICE.sub(" ", _SCORE.sub(" ", text))) is not None


def without_counts(text: str) -> str:
    """Return a text without pages and levels, amounts, and how long something took to make.

    So nothing is left of `pages 40 to 41`, `500 g` and `every 8 blocks`, but `every 2 weeks` and `20 mins` are.
    """
    for pattern in (_STEPS, _EVERY, _AMOUNT, _MADE, _TAKEN):
        text = pattern.sub(" ", text)
    return text


def holds_sum(text: str) -> bool:
    """Return whether a text holds a sum of money: `500 naira`, `£3`."""
    return _PRICE.search(text.lower()) is not None


_PRICE = re.compile(
    r"[$£€] ?\d+(?:\.\d\d)?"
    r"|(?<!at )\b\d+(?:\.\d\d)? ?(?:quid|pounds?|dollars?|bucks|euros?|rupees|naira|p"
    r"|each(?! (?:day|week|night|mon|tu|wed|th|fri|s)))\b"
)
_SCORE = re.compile(
    r"\b(?:won|beat|lost|drew|tied) (?:(?!at |by )[a-z']{1,12} ){0,4}\d{1,2} ?[-\u2013] ?\d{1,2}\b(?! ?[ap]m)"
)
_SPAN = r"(?:seconds?|secs?|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?|nights?|mornings?|evenings?)"
_NUMBER = re.compile(
    r"(?<!level )(?<!lvl )(?<!rank )(?<!season )(?<!episode )(?<!part )(?<!chapter )(?<!day )\b\d+\b"
    r"(?! (?!(?:years?|yrs?|days?|weeks?|street|road|lane|avenue|drive|close|miles?|minutes?|mins|from|till|until"
    r"|with|near|past|when|then|next|every|each|also)\b)[a-z]{4,})"
)
"""A number that may be an hour, an age, a house, a bus or a code, and not how many there are of something."""
_STEPS = re.compile(
    r"\b(?:pages?|pgs?|questions?|chapters?|exercises?|slides?|steps?|verses?|attempt|version|boss|stage|volume"
    r"|levels?|lvl|rank|season|episodes?) \d{1,3}(?: ?(?:-|to|and|&) ?\d{1,3})?\b",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\bevery (?:single )?one\b|\bevery \d{{1,3}} (?!{_SPAN}\b)[a-z]{{4,}}(?: uphill| up| down)?"
    r"(?: and (?:every )?\d{1,3}(?: on the flat)?\b)?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\b\d{1,4} ?(?:g|kg|ml|oz|lbs?|cups?|tsp|tbsp|spoons?)\b(?! ?\d)", re.IGNORECASE)
_MADE = re.compile(r"\b(?:sold|baked|scored|only did|did only)(?: all| over| about| like)? \d{1,3}$", re.IGNORECASE)
"""So many of what was named before, at the end of a clause."""
_TAKEN = re.compile(
    r"\btook (?:me |us )?(?:about |like |only |over )?\d{1,2} (?:days|weeks|months)\b(?! (?:off|away))",
    re.IGNORECASE,
)
