"""The app in a browser, on this computer."""

from coach.browser.server import CoachServer

__all__ = ["CoachServer"]
