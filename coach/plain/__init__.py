"""The lessons line by line, through standard input and output: for screen readers, pipes and tests.

It never redraws anything, moves the cursor, relies on colour or waits for a timer.
"""

from coach.plain.console import Console, Left
from coach.plain.session import PlainSession

__all__ = ["Console", "Left", "PlainSession"]
