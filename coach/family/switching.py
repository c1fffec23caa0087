"""Switches off rules, categories and words for one family; nothing here reads or writes files."""

from __future__ import annotations

from collections.abc import Sequence

from coach.errors import FamilyError
from coach.locale import _
from coach.models import Family, Off, OffKind
from coach.models.category import may_be_off
from coach.models.family import MAX_OFF, MAX_OFF_NAME

_NAMED = 3
"""A note names so many of what is off; more are counted."""
NEVER = "care, going-along, red-flag, threats and self-harm are always on: somebody may be in danger"


def off_named(name: str, *, is_rule: bool) -> Off:
    """Return what a name stands for: a category or rule by its id, anything without a slash as words.

    Raises:
        FamilyError: it is too long, or is never switched off.
    """
    name = " ".join(name.split())
    if not 0 < len(name) <= MAX_OFF_NAME:
        raise FamilyError(f"invalid name: 1 to {MAX_OFF_NAME} characters allowed\n    fix: write a few words")
    if "/" not in name:
        return Off(kind=OffKind.WORDS, name=name)
    if not may_be_off(name.rpartition("/")[0] if is_rule else name):
        raise FamilyError(f"{name} cannot be switched off\n    fix: leave it on; {NEVER}")
    return Off(kind=OffKind.RULE if is_rule else OffKind.CATEGORY, name=name)


def switch_off(family: Family, off: Off) -> Family:
    """Switch something off for a family, unless it is off.

    Raises:
        FamilyError: too much is off.
    """
    if off in family.off:
        return family
    if len(family.off) >= MAX_OFF:
        raise FamilyError(f"too much is off: at most {MAX_OFF} allowed\n    fix: switch something on first")
    return family.model_copy(update={"off": (*family.off, off)})


def switch_on(family: Family, name: str) -> Family:
    """Switch something on again, by its name.

    Raises:
        FamilyError: it is not off.
    """
    name = " ".join(name.split()).casefold()
    left = tuple(off for off in family.off if off.name.casefold() != name)
    if len(left) == len(family.off):
        raise FamilyError(f"{name} is not off\n    fix: `coach rules off` lists what is")
    return family.model_copy(update={"off": left})


def off_note(off: Sequence[Off]) -> str:
    """Say what is off, wherever silence could be taken for calm; empty if nothing is."""
    if not off:
        return ""
    named = ", ".join(map(str, off[:_NAMED]))
    more = _(" and {number} more").format(number=len(off) - _NAMED) if len(off) > _NAMED else ""
    return _("Switched off by your family: {names}.").format(names=f"{named}{more}")
