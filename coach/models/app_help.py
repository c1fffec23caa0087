"""Where to report and block in one app, as somebody's page described it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from coach.locale import N_, _
from coach.models.base import Model
from coach.models.dated import Dated

CHECK_IT = N_("Check it in your own app.")


class AppFact(Dated):
    """What happens after a report, from a page of its own."""

    says: str = Field(min_length=1, max_length=120)


class AppHelp(Dated):
    """Where to block and report in one app."""

    name: str = Field(min_length=1, max_length=20)
    words: tuple[str, ...] = Field(min_length=1)
    """How children write its name, in plain spelling."""
    block: str = Field(min_length=1, max_length=80)
    report: str = Field(min_length=1, max_length=80)
    after: AppFact | None = None
    """What happens after a report, or before one can be made."""

    def __str__(self) -> str:
        """Write both ways as one line for a family."""
        words = _("{app}: to report, {report}. To block, {block}.")
        return f"{words.format(app=self.name, report=self.report, block=self.block)} {_(CHECK_IT)}"

    def lines(self, day: date) -> Iterator[str]:
        """Say both ways line by line, the report first, with sources and their age on `day`."""
        yield _("Report: {report}.").format(report=self.report)
        yield _("Block: {block}.").format(block=self.block)
        yield f"{self.origin(day)} {_(CHECK_IT)}"
        if self.after:
            yield f"{self.after.says} {self.after.origin(day)}"


class Reporting(Model):
    """Apps to choose from: where to report and block in them, and who takes a picture down."""

    apps: tuple[AppHelp, ...] = Field(min_length=1)
    has_pictures: bool = False
    """Whether it is about a private picture, so that services which take one down are shown too."""
    line: int
