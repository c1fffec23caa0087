"""Reads `lines.toml`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field, TypeAdapter

from coach.models.base import Model
from coach.rules.toml_source import read_toml

LINES = Path(__file__).with_name("lines.toml")
ANYWHERE = ""
"""The country of what helps in any of them."""
EU = "EU"
"""The country of what helps in all of the European Union."""


class HelpKind(StrEnum):
    """What a line is for, in the order in which lines are listed."""

    CHILD = "child"
    """Children may call about anything."""
    CRISIS = "crisis"
    """For whoever thinks of dying."""
    EMERGENCY = "emergency"
    REPORT = "report"
    """Whoever presses, scares or deceives children online is reported here."""
    TAKEDOWN = "takedown"
    """Intimate pictures of somebody under 18 are taken down."""
    DIRECTORY = "directory"
    """Lines of many countries."""


class Helpline(Model):
    """One number to call, or one page to look at."""

    country: str = Field(pattern=r"^([A-Z]{2})?$")
    """As ISO 3166 writes it; `EU` for the European Union; empty for any."""
    place: str = Field(min_length=1, max_length=30)
    """The country in words."""
    kind: HelpKind
    name: str = Field(min_length=1, max_length=40)
    reach: str = Field(min_length=1, max_length=40)
    """The number, or the address of the page."""
    hours: str = Field(min_length=1, max_length=40)
    source: str = Field(min_length=1)
    """Whose page says so."""
    dated: str = Field(pattern=r"^(20\d\d(-(0[1-9]|1[0-2]))?|undated)$")
    """The year, or year and month, that the page shows."""
    checked: date
    """The day on which it was compared with a stored copy of that page."""

    def __str__(self) -> str:
        """Its name, how to reach it, and when."""
        return f"{self.name}: {self.reach} ({self.hours})"


@cache
def read_helplines() -> tuple[Helpline, ...]:
    """All of them, in the order of the file: country by country, then what helps anywhere."""
    return TypeAdapter(tuple[Helpline, ...]).validate_python(read_toml(LINES).values["line"])
