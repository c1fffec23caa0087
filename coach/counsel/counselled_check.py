"""Check messages and give counsel on them: what the app, plain lessons and the command line load."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from coach.counsel.counsellor import Counsellor
from coach.engine import check, check_all
from coach.models import AgeGroup, Counsel, Message, Report

if TYPE_CHECKING:
    from spacy.language import Language


class CheckWithCounsel(Protocol):
    """Checks a message when called, and gives counsel on a report."""

    def __call__(self, message: Message, /) -> Report:
        """Return the report on a message."""

    def counsel(self, report: Report, age: AgeGroup | None = None, /) -> Counsel:
        """Return counsel on a report, in the words for an age group."""


class CounselledCheck:
    """Checks messages with one pipeline, and gives counsel on their reports with the same one."""

    def __init__(self, nlp: Language, trouble: str = "", off: str = "") -> None:
        self.nlp = nlp
        """The pipeline."""
        self.trouble = trouble
        """What the family should know about it, such as own rules that could not be used."""
        self.off = off
        """What the family switched off, as a sentence."""
        self.check_all = partial(check_all, nlp)
        """Checks many messages."""
        self.counsel = Counsellor(nlp).on
        """Gives counsel on a report."""

    def __call__(self, message: Message, /) -> Report:
        """Return the report on a message."""
        return check(self.nlp, message)


def pipeline_of(check: CheckWithCounsel) -> Language:
    """Return the pipeline that a check uses.

    Raises:
        TypeError: it uses none.
    """
    if isinstance(check, CounselledCheck):
        return check.nlp
    raise TypeError(f"{type(check).__name__} uses no pipeline")


def off_in_check(check: CheckWithCounsel) -> str:
    """Return what the family switched off in a check, as a sentence; empty if nothing."""
    return check.off if isinstance(check, CounselledCheck) else ""
