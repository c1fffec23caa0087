"""The lessons line by line, through standard input and output: for screen readers, pipes and tests.

Nothing is drawn twice, no cursor is moved, no colour is needed, and nothing waits for a clock.
"""

from coach.plain.console import Console, Left
from coach.plain.session import PlainSession

__all__ = ["Console", "Left", "PlainSession"]
