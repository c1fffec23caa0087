"""Reads `lines.toml`."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field, TypeAdapter

from coach.locale import N_, _
from coach.models.dated import Dated
from coach.rules.toml_source import read_toml

LINES = Path(__file__).with_name("lines.toml")
ANYWHERE = ""
"""The country code of lines for any country."""
EU = "EU"
"""The country code of lines for the whole European Union."""


class HelpKind(StrEnum):
    """The purpose of a line, in listing order."""

    CHILD = "child"
    """Children may call about anything."""
    CRISIS = "crisis"
    """For people who think about dying."""
    EMERGENCY = "emergency"
    REPORT = "report"
    """For reporting people who pressure, scare or deceive children online."""
    TAKEDOWN = "takedown"
    """For getting intimate pictures of somebody under 18 taken down."""
    DIRECTORY = "directory"
    """A directory of lines in many countries."""


TRANSLATED = (
    N_("Emergency"),
    N_("All child helplines"),
    N_("Child helplines"),
    N_("INHOPE, a hotline in your country"),
)
"""Names that say what is there; all others are proper names."""


class Helpline(Dated):
    """A number to call or a page to visit."""

    country: str = Field(pattern=r"^([A-Z]{2})?$", examples=["GB"])
    """An ISO 3166 code; `EU` for the European Union; empty for any country."""
    place: str = Field(min_length=1, max_length=30, examples=["United Kingdom"])
    """The name of the country."""
    kind: HelpKind = Field(examples=[HelpKind.CHILD.value])
    name: str = Field(min_length=1, max_length=40, examples=["Childline"])
    reach: str = Field(min_length=1, max_length=40, examples=["0800 1111"])
    """The number, or the address of the page."""
    hours: str = Field(min_length=1, max_length=40, examples=["day and night"])

    def __str__(self) -> str:
        """Format the name, how to reach it, and when."""
        return f"{_(self.name)}: {self.reach} ({_(self.hours)})"


@cache
def read_helplines() -> tuple[Helpline, ...]:
    """Read all lines in file order: by country, then those for any country."""
    return TypeAdapter(tuple[Helpline, ...]).validate_python(read_toml(LINES).values["line"])
