"""Who has the keyboard in a step of a lesson."""

from __future__ import annotations

from collections.abc import Mapping

from coach.locale import N_, _
from coach.models import StepKind

_TYPES: Mapping[StepKind, str] = {
    StepKind.CHOOSE: N_("{child} types"),
    StepKind.REWRITE: N_("{child} types"),
    StepKind.SORT: N_("{child} types"),
    StepKind.CHAT: N_("{child} types"),
    StepKind.DOORS: N_("{child} types"),
    StepKind.DECIDE: N_("{child} types, then the grown-up"),
    StepKind.DUEL: N_("{child} types, then the grown-up"),
    StepKind.TELL: N_("the grown-up types"),
    StepKind.PROMISE: N_("you both type"),
}
"""Who has the keyboard, by kind of step."""


def who_types(kind: StepKind, child: str) -> str:
    """Say who has the keyboard in a step of this kind, empty where nobody needs it; `child` may have no name."""
    return _(_TYPES.get(kind, "")).format(child=child or _("the child"))


def beside_place(place: str, who: str, room: int, title: str) -> str:
    """Say where the family is and who types, in a line of its own where `room` columns break it behind the title."""
    line = f"{title}: {place}  \u2328 {who}"
    gap = "  " if len(line) <= room else "\n"
    return place + (f"{gap}\u2328 {who}" if who else "")
