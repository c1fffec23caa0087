"""The certificate at the end of the course."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from coach.models.base import Model

MAX_NAME = 60
"""The longest name on a certificate, in characters."""


class Certificate(Model):
    """Who walked the whole course; names are as typed, for the page only, and never kept."""

    child: str = Field(max_length=MAX_NAME)
    grown_up: str = Field(max_length=MAX_NAME)
    lessons: int
    """How many lessons the course has."""
    day: date
