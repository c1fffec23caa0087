"""What an agreement says as a page: names, promises of both sides, the day to look at it again, on which paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from coach.locale import N_, _, date_in_words
from coach.models import Agreement, Family

TITLE = N_("Our agreement")
GROWN_UP, OTHER = N_("Grown-up"), N_("What the grown-up promises")
CHILD = N_("Child")
BLANK = "______________"
"""Where a name is written by hand."""
LETTER_COUNTRIES = frozenset("US CA MX PH CL CO CR DO GT HN NI PA PR SV VE".split())
"""Where paper is US Letter."""


class Paper(StrEnum):
    """The paper of a printed page."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class Sheet:
    """An agreement as it is printed."""

    agreement: Agreement
    names: tuple[str, ...] = ()
    """The nicknames of the children; empty if the family gave none."""
    paper: Paper = Paper.A4

    @property
    def between(self) -> str:
        """Who agrees; the grown-up's name is written by hand."""
        return _("between {children} and {grown_up}").format(children=", ".join(self.names) or BLANK, grown_up=BLANK)

    @property
    def sides(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each side's heading and promises."""
        one = _("What {child} promises").format(child=self.names[0] if self.names else _("the child"))
        yield _("What the children promise") if self.names[1:] else one, self.agreement.child
        yield _(OTHER), self.agreement.grown_up

    @property
    def signers(self) -> tuple[str, ...]:
        """Who signs."""
        return (*(self.names or (_(CHILD),)), _(GROWN_UP))

    @property
    def again(self) -> str:
        """When it is looked at again; empty if no day was set."""
        day = self.agreement.look_again
        return _("We look at it again on {day}.").format(day=date_in_words(day)) if day else ""


def sheet_of(agreement: Agreement, family: Family, paper: Paper) -> Sheet:
    """Make the sheet of a family."""
    return Sheet(agreement, tuple(member.nickname for member in family.members), paper)


def paper_in(country: str) -> Paper:
    """Return the usual paper of a country, by its two letters."""
    return Paper.LETTER if country in LETTER_COUNTRIES else Paper.A4
