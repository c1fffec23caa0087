"""Telephone numbers in digits or in words.

`phonenumbers` decides what may be a number in any of several countries; ranges reserved for fiction are such
numbers too. Since nearly any seven digits may be one somewhere, the shape of the number, or a word such as
"call" near it, must agree. The library is imported only when a message contains enough digits.
"""

from __future__ import annotations

import re

from coach.engine.details.detail import Detail
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker
from coach.engine.details.spoken import SAID, spoken_digits
from coach.engine.details.wording import is_notice
from coach.engine.text.help_lines import HELP_LINES

_REGIONS = ("US", "GB", "IN", "AU", "IE", "NZ", "SG", "NG", "ZA")
_FEWEST, _MOST = 7, 15
_RUN = Expression(
    r"(?<![\w.,£$€₹#/:])\+?\(?\d(?:[ \t\u00a0().\-–\ufe0f\u20e3]{0,3}\d){6,17}(?![\w%/])",
)
_SLASHED = Expression(
    r"(?<![\w.,£$€₹#/:])(?:0\d{2,4}/(?:\d{5,8}|\d{3,4}[/ \-]\d{3,4})|[2-9]\d{2}/\d{3}/\d{4}|"
    r"\+\d{1,3}/\d{2,4}/\d{5,8})(?![\w%/])"
)
"""Separated by slashes into groups that a date never has."""
_KEYCAPS = str.maketrans({"\ufe0f": " ", "\u20e3": " ", "–": "-", "/": "-"})
_CUE = Expression(
    r"\b(?:call(?! of)|calling|ring|text|txt|phone|number|num|no|cell|mobile|mob|whats ?app|watsapp|landline|sim|"
    r"dial|facetime|viber|gcash|tel|contact|sms|msg|message)s?\b",
    re.IGNORECASE,
)
_OTHER_NUMBER = Expression(
    r"(?:\b(?:score|level|lvl|xp|points|coins|robux|gems|seed|uid|id|order|serial|tracking|isbn|barcode|ref|"
    r"reference|acc|account|code|roll|ticket|library|model|version|pages?|pi|lottery|error|student number|sort|"
    r"password|pass|pw|pin|card)(?:['’]?s|[ \t]is|[ \t]was|[ \t]no|[ \t]number|[:=#]|[ \t]){0,3}|"
    r"[x×*+/=<>^][ \t]?)$",
    re.IGNORECASE,
)
_COUNTED = Expression(
    r"[ \t]?(?:points?|pts|coins|robux|gems|views|likes|subs|followers|people|ppl|years?|yrs|km|miles|metres|"
    r"meters|dollars|pounds|quid|xp|steps|times|[=×*/+<>^])",
    re.IGNORECASE,
)
_AMERICAN = Expression(r"(?:1[ .\-]?)?\(?[2-9]\d{2}\)?[ .\-]{0,2}\d{3}[ .\-]?\d{4}")
_INDIAN = Expression(r"[6-9]\d{4}[ \-]?\d{5}")
_FICTIONAL = Expression(r"555[ .\-]\d{4}")
_YEAR = Expression(r"(?:19|20)\d\d")
_DECIMAL = Expression(r"\d{1,3}\.\d+")
_COUNTING = "01234567890123456789"
_FEWEST_DIFFERENT = 3
_FEWEST_NATIONAL = 9
"""Fewest digits of a number that starts with the 0 before an area code."""
_LONG_GROUP = 3

_FEWEST_SAID = 4
"""Fewest number words of a spoken number; with fewer, it is a written one."""


def _written(run: re.Match[str], text: str) -> Detail | None:
    before, after = text[max(run.start() - 40, 0) : run.start()], text[run.end() : run.end() + 25]
    if (_OTHER_NUMBER.search(before) and run[0][0] != "+") or _COUNTED.match(after) or _digits(run[0]) in HELP_LINES:
        return None
    near = _CUE.search(before) or _CUE.search(after)
    if not _is_shaped(run[0].translate(_KEYCAPS), cued=near is not None):
        return None
    span = _possible_span(run[0].translate(_KEYCAPS))
    return _number(run.start() + span[0], run.start() + span[1]) if span else None


def _number(start: int, end: int) -> Detail:
    return Detail(start, end, "oversharing/contact", "phone-number")


def _is_shaped(written: str, *, cued: bool) -> bool:
    """Return whether digits are grouped like a telephone number."""
    number, groups = _digits(written), re.findall(r"\d+", written)
    if not _FEWEST <= len(number) <= _MOST or _is_filler(number):
        return False
    if written.startswith("+"):
        return True
    if any(shape.fullmatch(written) for shape in (_AMERICAN, _INDIAN, _FICTIONAL)):
        return not number.endswith("0000")
    if number.startswith("0") and len(number) >= _FEWEST_NATIONAL:
        return _is_grouped(groups, written)
    years = any(_YEAR.fullmatch(group) for group in groups)
    return cued and not years and not _DECIMAL.fullmatch(written) and _is_grouped(groups, written)


def _is_grouped(groups: list[str], written: str) -> bool:
    """Return whether at least one group is long, or all digits are separated in the same way."""
    if max(map(len, groups)) >= _LONG_GROUP:
        return groups[0] != "0" or len(groups) >= _LONG_GROUP
    return len(groups) > _FEWEST_NATIONAL and len(set(re.findall(r"\D+", written))) == 1


def _digits(written: str) -> str:
    return "".join(filter(str.isdecimal, written))


def _is_filler(number: str) -> bool:
    """Return whether it is typed for fun, like `0000000` or `1234567`."""
    return len(set(number)) < _FEWEST_DIFFERENT or number in _COUNTING or number in _COUNTING[::-1]


def _possible_span(written: str) -> tuple[int, int] | None:
    """Return where `phonenumbers` finds a possible number of one of our regions."""
    from phonenumbers import Leniency, PhoneNumberMatcher  # noqa: PLC0415

    for region in _REGIONS:
        for match in PhoneNumberMatcher(written, region, leniency=Leniency.POSSIBLE, max_tries=3):
            return match.start, match.end
    return None


def _said(run: re.Match[str], _: str) -> Detail | None:
    number, said = spoken_digits(run[0])
    is_number = said >= _FEWEST_SAID and _FEWEST <= len(number) <= _MOST and not _is_filler(number)
    return _number(*run.span()) if is_number else None


TELEPHONES = (
    Seeker(_RUN, _written, unless=(is_notice,)),
    Seeker(_SLASHED, _written, unless=(is_notice,)),
    Seeker(SAID, _said, unless=(is_notice,)),
)
"""Finds personal telephone numbers."""
