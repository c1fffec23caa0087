"""Weeks, from Monday to Sunday."""

from __future__ import annotations

from datetime import date


def same_week(one: date, other: date) -> bool:
    """Return whether two days are in the same week."""
    return one.isocalendar()[:2] == other.isocalendar()[:2]
