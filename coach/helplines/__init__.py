"""Help lines for children and parents, by country."""

from coach.helplines.nearby import OUTSIDE, help_with, home_country, lines_near
from coach.helplines.reader import HelpKind, Helpline, read_helplines

__all__ = ["OUTSIDE", "HelpKind", "Helpline", "help_with", "home_country", "lines_near", "read_helplines"]
