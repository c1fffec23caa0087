"""The app in a browser, on this computer."""

from coach.browser.server import CoachServer, is_here

__all__ = ["CoachServer", "is_here"]
