"""Facts from other people's pages, which grow old."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from pydantic import Field

from coach.locale import _, month_in_words
from coach.models.base import Model

TERM = timedelta(days=365)
"""How long facts from other people's pages are relied on."""
UNDATED = "undated"


class Dated(Model):
    """A fact that was read on a page, with what shows how old it is."""

    source: str = Field(min_length=1, examples=["unicef.org"])
    """The publisher of the page with this information."""
    dated: str = Field(pattern=r"^(20\d\d(-(0[1-9]|1[0-2]))?|undated)$", examples=["2026-11"])
    """The year, or year and month, given on that page."""
    checked: date = Field(examples=[date(2026, 11, 29)])
    """The day on which this was compared with a stored copy of that page."""

    @property
    def as_of(self) -> date:
        """The last day of the month or year given on the page; for an undated page, the day on which it was read."""
        if self.dated == UNDATED:
            return self.checked
        year, _, month = self.dated.partition("-")
        last = int(month or 12)
        return date(int(year), last, calendar.monthrange(int(year), last)[1])

    def is_old(self, day: date) -> bool:
        """Return whether this should be checked again on `day` before anybody relies on it."""
        return day - self.as_of > TERM

    def origin(self, day: date) -> str:
        """Name the source and its date, and say whether it has grown old on `day`."""
        read = _("undated, read in {month}").format(month=month_in_words(self.checked))
        when = read if self.dated == UNDATED else _month(self.as_of, self.dated)
        old = _(" That is more than a year ago.") if self.is_old(day) else ""
        return _("From: {source}, {when}.").format(source=self.source, when=when) + old


def _month(day: date, dated: str) -> str:
    return month_in_words(day) if "-" in dated else dated
