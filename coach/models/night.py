"""A family night: ten minutes, once a week."""

from __future__ import annotations

from coach.models.case import Case
from coach.models.family import AS_WORDED, PromiseWords
from coach.models.lesson import Lesson

NIGHT = "family night"
"""The name of every night; the space keeps it apart from the names of lessons and cases."""


class Night(Lesson):
    """The last promise, this week's case, a duel and a new promise, put together for one evening."""

    case: Case | None = None
    """This week's case, whose steps are among those of the night; None if it is done or there is none."""
    promises: str = ""
    """The name of the lesson whose promise is offered; empty if there is none."""
    own: PromiseWords = AS_WORDED
    """The family's own words of that promise, if they made it before in such."""
    has_promised: bool = False
    """Whether that promise was made in this night."""

    @property
    def promised_as(self) -> str:
        """The name of the lesson whose promise it offers."""
        return self.promises
