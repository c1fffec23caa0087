"""A family's agreement: collected from promises, edited, added to the family; nothing here reads or writes files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import ValidationError

from coach.errors import FamilyError
from coach.locale import _, date_in_words, day_named
from coach.models import AS_WORDED, Agreement, Family, Promise, PromiseWords
from coach.models.family import MAX_PROMISE, MAX_PROMISES
from coach.visible import visible


def gather(promises: Iterable[Promise]) -> Agreement:
    """Build an agreement from promises made in lessons; drop those beyond the limit."""
    promises = list(promises)
    child = dict.fromkeys(promise.child for promise in promises)
    grown_up = dict.fromkeys(promise.parent for promise in promises)
    return Agreement(child=tuple(child)[:MAX_PROMISES], grown_up=tuple(grown_up)[:MAX_PROMISES])


def agreement_of(child: str, grown_up: str, look_again: str) -> Agreement:
    """Build an agreement from typed text: one promise per line, and a date such as 31 January 2027 or nothing.

    Raises:
        FamilyError: there are too many promises, one is too long, or the date is invalid.
    """
    day = day_named(look_again)
    if day is None and look_again.strip():
        example = date_in_words(date(2027, 1, 31))
        raise FamilyError(_("invalid date\n    fix: write day, month and year, such as {day}").format(day=example))
    try:
        return Agreement(child=_lines(child), grown_up=_lines(grown_up), look_again=day)
    except ValidationError:
        words = _(
            "too much text: at most {most} promises on each side, each of at most {longest} characters\n"
            "    fix: write fewer or shorter promises"
        )
        raise FamilyError(words.format(most=MAX_PROMISES, longest=MAX_PROMISE)) from None


def agree(family: Family, made: Iterable[Promise], promise: Promise, own: PromiseWords = AS_WORDED) -> Family:
    """Write a promise into the agreement, as the newest one; `own` words begin an agreement.

    Args:
        family: the family.
        made: what the child promised in lessons before.
        promise: the new promise, as its lesson words it.
        own: the family's own words of it, as far as they do not take those of the lesson.
    """
    if not own and family.agreement is None:
        return family
    agreement = family.agreement or gather(made)
    return keep_agreement(family, with_promise(agreement, own.child or promise.child, own.parent or promise.parent))


def with_promise(agreement: Agreement, child: str, grown_up: str) -> Agreement:
    """Return the agreement with one promise as the newest on each side, as far as there is room for a new one."""
    sides = zip(agreement.sides, (child, grown_up), strict=True)
    child_side, grown_up_side = (_with_line(side, visible(line).strip()[:MAX_PROMISE]) for side, line in sides)
    return agreement.model_copy(update={"child": child_side, "grown_up": grown_up_side})


def _with_line(side: tuple[str, ...], line: str) -> tuple[str, ...]:
    others = tuple(each for each in side if each != line)
    return (*others, line) if line and len(others) < MAX_PROMISES else side


def without_promise(agreement: Agreement, promise: Promise) -> Agreement:
    """Return the agreement without the promise of a lesson, as the lesson words it."""
    child = tuple(each for each in agreement.child if each != promise.child)
    grown_up = tuple(each for each in agreement.grown_up if each != promise.parent)
    return agreement.model_copy(update={"child": child, "grown_up": grown_up})


def keep_agreement(family: Family, agreement: Agreement) -> Family:
    """Return the family with this agreement."""
    return family.model_copy(update={"agreement": agreement})


def _lines(text: str) -> tuple[str, ...]:
    lines = (visible(line).strip().removeprefix("-").strip() for line in text.split("\n"))
    return tuple(line for line in lines if line)
