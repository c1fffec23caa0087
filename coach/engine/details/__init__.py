"""Structured facts in a message, such as telephone numbers, street addresses and codes."""

from coach.engine.details.detail import Detail
from coach.engine.details.finding import find_details

__all__ = ["Detail", "find_details"]
