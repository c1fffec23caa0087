"""Facts from other people's pages, which grow old."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from coach.models.base import Model


class Dated(Model):
    """A fact that was read on a page, with what shows how old it is."""

    source: str = Field(min_length=1)
    """The publisher of the page with this information."""
    dated: str = Field(pattern=r"^(20\d\d(-(0[1-9]|1[0-2]))?|undated)$")
    """The year, or year and month, given on that page."""
    checked: date
    """The day on which this was compared with a stored copy of that page."""
