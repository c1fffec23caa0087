"""Dates and times as people's phones write them: `14/06/2024`, `6/14/24`, `7:30 p. m.`, `17 h 05`.

Whether the day or the month comes first is decided from a whole file: from numbers above 12, and from the order of the
messages, which must not run backwards.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from coach.chats.reader import ChatFile, UnclearDatesError
from coach.models.thread import DateOrder

DATE = r"\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{1,2})(?!\d)\.?"
"""A written date; it may be one that does not exist."""
CLOCK = r"\d{1,2}(?:[:.]|\s?h\s?)\d{2}(?:[:.]\d{2})?(?:[\s\u00a0\u202f]?[apAP]\.?[\s\u00a0\u202f]?[mM]\b\.?)?"
"""A time of day, with `pm` or without."""
_PARTS = re.compile(r"(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})\.?")
_CLOCK_PARTS = re.compile(r"(\d{1,2})\D{1,3}(\d{2})(?:[:.](\d{2}))?\s?([apAP]?)[^\d]*")
_NAMED_PARTS = re.compile(
    r"(?:[^\W\d]{2,12}\.?,?\s)?(?:(\d{1,2})(?:st|nd|rd|th)?\.?[\s-](?:de\s)?([^\W\d]{3,10})|([^\W\d]{3,10})\.?\s(\d{1,2}))\.?,?"
    r"[\s-](?:de\s)?(\d{4})"
)
"""`5 March 2024`, `Mar 5, 2024`, `Tue, 5 Mar 2024`, `5-Mar-2024`, `5 de marzo de 2024`."""
_MONTHS = {
    name: number
    for number, names in enumerate(
        tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))["months"], 1
    )
    for name in names
}
_NOON = 12
_MANY = 10
"""How many times more evidence one order must have than the other, if both have some."""


class WrittenDate(NamedTuple):
    """The numbers of a date, in the order in which they are written."""

    first: int
    second: int
    third: int
    is_year_first: bool
    has_dots: bool
    """Dots are written between day, month and year, never with the month first."""

    def on(self, order: DateOrder) -> date | None:
        """Return the day that it is in an order; None if there is no such day."""
        if self.is_year_first:
            year, month, day = self.first, self.second, self.third
        elif order is DateOrder.MONTH_FIRST:
            month, day, year = self.first, self.second, self.third
        else:
            day, month, year = self.first, self.second, self.third
        try:
            return date(year, month, day)
        except ValueError:
            return None


@lru_cache(maxsize=4096)
def written_date(text: str) -> WrittenDate | None:
    """Read the numbers of a date; None if it is not written as one."""
    parts = _PARTS.fullmatch(text.strip())
    if parts is None:
        return None
    first, mark, second, third = parts.groups()
    is_year_first = len(first) == len("2024")
    if not is_year_first and len(third) == 1:
        return None
    year = int(third) + 2000 * (len(third) == len("24") and not is_year_first)
    return WrittenDate(int(first), int(second), year, is_year_first, mark == ".")


@lru_cache(maxsize=4096)
def named_date(text: str) -> date | None:
    """Read a date whose month has a name; None if it is not one."""
    parts = _NAMED_PARTS.fullmatch(text.strip())
    if parts is None:
        return None
    month = _MONTHS.get(without_accents(parts[2] or parts[3]), 0)
    try:
        return date(int(parts[5]), month, int(parts[1] or parts[4]))
    except ValueError:
        return None


def without_accents(text: str) -> str:
    """Return a text in small letters without accents."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@lru_cache(maxsize=4096)
def clock(text: str) -> time | None:
    """Read a time of day; None if there is no such time."""
    parts = _CLOCK_PARTS.fullmatch(text.strip().replace("\u00a0", " ").replace("\u202f", " "))
    if parts is None:
        return None
    hour, minute, second, half = int(parts[1]), int(parts[2]), int(parts[3] or 0), parts[4].lower()
    if half == "p" and hour < _NOON:
        hour += _NOON
    elif half == "a" and hour == _NOON:
        hour = 0
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def moment(day: str, at: str, order: DateOrder) -> datetime | None:
    """Return when a written date and time are; None if there is no such day or time."""
    written, hour = written_date(day), clock(at)
    on = written.on(order) if written else None
    return datetime.combine(on, hour) if on and hour else None


@dataclass(slots=True)
class _Steps:
    """How often time runs on and back from one date to the next."""

    on: int = 0
    back: int = 0
    last: date = date.min

    def add(self, day: date) -> None:
        self.on += day > self.last > date.min
        self.back += day < self.last
        self.last = day

    def wrong(self, *, is_oldest_first: bool) -> int:
        """Return how many steps are against the order of the file."""
        return self.back if is_oldest_first else min(self.on, self.back)


@dataclass(slots=True)
class DateEvidence:
    """What the dates of a file say about the order of day and month; add them in the order of the file."""

    is_oldest_first: bool = True
    """Whether the file must begin with the oldest; if not, it may also begin with the newest."""
    day_first: int = 0
    """How many dates exist only with the day first."""
    month_first: int = 0
    steps_day_first: _Steps = field(default_factory=_Steps)
    """How often time would run on, and back, with the day first."""
    steps_month_first: _Steps = field(default_factory=_Steps)
    ambiguous: str = ""
    """The first date that is two different days in the two orders."""
    _last: str = ""

    def add(self, written: str) -> None:
        """Add a date; one that does not exist, or has its year first, says nothing."""
        if written == self._last:
            return
        self._last = written
        numbers = written_date(written)
        if numbers is None or numbers.is_year_first:
            return
        one, other = numbers.on(DateOrder.DAY_FIRST), numbers.on(DateOrder.MONTH_FIRST)
        self.day_first += one is not None and (other is None or numbers.has_dots)
        self.month_first += other is not None and one is None
        if one is None or other is None:
            return
        if one != other and not self.ambiguous:
            self.ambiguous = written.strip()
        self.steps_day_first.add(one)
        self.steps_month_first.add(other)

    def order(self, file: ChatFile, given: DateOrder | None) -> DateOrder:
        """Decide the order.

        Args:
            file: named in the error.
            given: what the family said, if it did.

        Raises:
            UnclearDatesError: the order cannot be known, and nobody said it.
        """
        if given in {DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST}:
            return DateOrder(given)
        day_first = self.steps_day_first.wrong(is_oldest_first=self.is_oldest_first)
        month_first = self.steps_month_first.wrong(is_oldest_first=self.is_oldest_first)
        found = (
            _fewer(self.month_first, self.day_first)
            or _fewer(day_first, month_first)
            or (None if self.ambiguous or self.month_first else DateOrder.DAY_FIRST)
        )
        if found is None:
            raise UnclearDatesError(self._open(file))
        return found

    def _open(self, file: ChatFile) -> str:
        if not self.ambiguous:
            return (
                f"{file}: some dates have the day first, and others the month\n"
                "    fix: add --dates dmy or --dates mdy; the other dates are left out then"
            )
        numbers = written_date(self.ambiguous)
        one, other = (numbers.on(each) if numbers else None for each in (DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST))
        return (
            f"{file}: it is unclear which is the day and which the month: {self.ambiguous} may be {one} or {other}\n"
            f"    fix: add --dates dmy if it is {one}, or --dates mdy if it is {other}"
        )


def _fewer(against_day_first: int, against_month_first: int) -> DateOrder | None:
    """Return the order that has far less against it; None if neither has."""
    if against_day_first * _MANY < against_month_first:
        return DateOrder.DAY_FIRST
    return DateOrder.MONTH_FIRST if against_month_first * _MANY < against_day_first else None
