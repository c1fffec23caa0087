"""Reads `lines.toml`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import Field, TypeAdapter

from coach.models.base import Model
from coach.rules.toml_source import read_toml

LINES = Path(__file__).with_name("lines.toml")
ANYWHERE = ""
"""The country of what helps in any of them."""


class Helpline(Model):
    """One number to call, or one page to look at."""

    country: str = Field(pattern=r"^([A-Z]{2})?$")
    """As ISO 3166 writes it; empty for any."""
    place: str = Field(min_length=1, max_length=30)
    """The country in words."""
    name: str = Field(min_length=1, max_length=40)
    reach: str = Field(min_length=1, max_length=40)
    """The number, or the address of the page."""
    hours: str = Field(min_length=1, max_length=40)
    source: str = Field(min_length=1)
    """Whose page says so."""
    checked: date
    """The day on which it was compared with a stored copy of that page."""


def read_helplines() -> tuple[Helpline, ...]:
    """All of them, in the order of the file: countries by name, then what helps anywhere."""
    return TypeAdapter(tuple[Helpline, ...]).validate_python(read_toml(LINES).values["line"])
