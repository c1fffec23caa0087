"""What Coach says to a report: rewrites of a draft.

Importing a package makes it an attribute of its parent, here in the place of the function `coach.counsel`; so the
package can be called like that function.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Literal

import coach
from coach.counsel.counselled_check import CheckWithCounsel, CounselledCheck, off_in_check, pipeline_of
from coach.counsel.counsellor import Counsellor

if TYPE_CHECKING:
    from coach import OwnRules
    from coach.models import AgeGroup, Counsel, Report

__all__ = ["CheckWithCounsel", "CounselledCheck", "Counsellor", "off_in_check", "pipeline_of"]


_counsel = coach.counsel
"""The function, before this package takes its place."""


class _CallablePackage(ModuleType):
    def __call__(
        self, report: Report, age: AgeGroup | Literal["8-10", "11-14"] | None = None, *, rules: OwnRules = ()
    ) -> Counsel:
        """Give counsel on a report, as the function of this name does."""
        return _counsel(report, age, rules=rules)


sys.modules[__name__].__class__ = _CallablePackage
