"""Find days of the year in a text, however written: `12 May 2014`, `may 12th`, `12/5`, `2014-05-12`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:,?[ \t]{{0,2}}(?P<{0}>(?:19|20)\d\d)\b)?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?\b"
_WRITTEN = re.compile(
    rf"(?<![\w./-])(?:{_DAY.format('d1')}[ \t]{{0,2}}(?:of[ \t])?{_MONTH.format('m1')}{_YEAR.format('y1')}|"
    rf"{_MONTH.format('m2')}[ \t]{{0,2}}(?:the[ \t])?{_DAY.format('d2')}{_YEAR.format('y2')}|"
    r"(?P<iso>\d{4})-(?P<mi>\d{1,2})-(?P<di>\d{1,2})\b|"
    r"(?P<a>\d{1,2})[/.\-](?P<b>\d{1,2})(?:[/.\-](?P<y>\d{4}|\d\d))?\b)(?![/\-\d])"
)

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The last day of each month, in a leap year."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the year; numbers alone may mean two different days."""

    dates: frozenset[tuple[int, int]]
    """Pairs of month and day, both from 1."""
    year: int | None = None

    def may_be(self, other: Day) -> bool:
        """Return whether both can mean the same day; years count only if both have one."""
        same_year = self.year is None or other.year is None or self.year == other.year
        return same_year and not self.dates.isdisjoint(other.dates)


def days_in(folded: str) -> Iterator[tuple[int, int, Day]]:
    """Yield start, end (excluded) and day for every day in a lower-case text."""
    for found in _WRITTEN.finditer(folded):
        day = _day(found)
        if day.dates:
            yield *found.span(), day


def _day(found: re.Match[str]) -> Day:
    parts = found.groupdict()
    if parts["iso"]:
        return Day(_dates((parts["mi"], parts["di"])), int(parts["iso"]))
    if parts["a"]:
        a, b = parts["a"], parts["b"]
        return Day(_dates((a, b), (b, a)), _year(parts["y"]))
    month = parts["m1"] or parts["m2"]
    number = str(_MONTHS.index(month[:3]) + 1)
    return Day(_dates((number, parts["d1"] or parts["d2"])), _year(parts["y1"] or parts["y2"]))


def _dates(*written: tuple[str, str]) -> frozenset[tuple[int, int]]:
    pairs = ((int(month), int(day)) for month, day in written)
    return frozenset((month, day) for month, day in pairs if 1 <= month <= 12 and 1 <= day <= _LONGEST[month - 1])


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)
