"""The agreement of a family: gathered from promises, changed, and kept; nothing here reads or writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import ValidationError

from coach.errors import FamilyError
from coach.models import Agreement, Family, Promise
from coach.models.family import MAX_PROMISE, MAX_PROMISES
from coach.visible import visible


def gather(promises: Iterable[Promise]) -> Agreement:
    """An agreement of promises that were made in lessons; what does not fit any more is left out."""
    promises = list(promises)
    child = dict.fromkeys(promise.child for promise in promises)
    grown_up = dict.fromkeys(promise.parent for promise in promises)
    return Agreement(child=tuple(child)[:MAX_PROMISES], grown_up=tuple(grown_up)[:MAX_PROMISES])


def agreement_of(child: str, grown_up: str, look_again: str) -> Agreement:
    """An agreement from what was typed: a promise a line, and a day such as 2027-01-31 or nothing.

    Raises:
        FamilyError: there are too many promises, one is too long, or the day is none.
    """
    try:
        day = date.fromisoformat(look_again.strip()) if look_again.strip() else None
    except ValueError:
        raise FamilyError("this is no day\n    fix: write year, month and day, such as 2027-01-31") from None
    try:
        return Agreement(child=_lines(child), grown_up=_lines(grown_up), look_again=day)
    except ValidationError:
        fix = f"write at most {MAX_PROMISES} promises, each of at most {MAX_PROMISE} characters"
        raise FamilyError(f"this is too much to keep\n    fix: {fix}") from None


def keep_agreement(family: Family, agreement: Agreement) -> Family:
    """A family that keeps this agreement."""
    return family.model_copy(update={"agreement": agreement})


def _lines(text: str) -> tuple[str, ...]:
    lines = (visible(line).strip().removeprefix("-").strip() for line in text.split("\n"))
    return tuple(line for line in lines if line)
