"""The app in a browser, on this computer."""

from coach.browser.names import is_here
from coach.browser.server import CoachServer

__all__ = ["CoachServer", "is_here"]
