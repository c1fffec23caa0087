"""A case: one message or short thread for five minutes, once a week."""

from __future__ import annotations

from coach.models.category import Concern
from coach.models.family import AgeGroup
from coach.models.lesson import Lesson

CASE_MINUTES = 5


class Case(Lesson):
    """One Markdown file of `cases`; its steps are those of a lesson."""

    age: AgeGroup | None = None
    """The age group it is for; None for all children."""
    practises: str
    """The name of the lesson that it practises."""
    category: str = ""
    """What Coach marks in it, such as `unkind/exclusion`; empty if Coach sees nothing, and the case says so."""

    @property
    def asks_all(self) -> bool:
        """True: it is so short that no question is left out."""
        return True

    @property
    def comes_back(self) -> bool:
        """True: in another week it is new again."""
        return True

    @property
    def concern(self) -> Concern | None:
        """The concern of its category."""
        return Concern(self.category.partition("/")[0]) if self.category else None

    def fits(self, age: AgeGroup | None) -> bool:
        """Return whether it is for an age group; a child of unknown age gets what younger children get."""
        return self.age in {None, age or AgeGroup.YOUNGER}
