"""Where children and parents find somebody to talk to, country by country."""

from coach.helplines.reader import Helpline, read_helplines

__all__ = ["Helpline", "read_helplines"]
