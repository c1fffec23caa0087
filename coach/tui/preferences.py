"""What a family can set, and the next value of each. Needs no Textual."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from coach.runtime import can_read

if TYPE_CHECKING:
    from coach.models import Comfort, Family

THEME_NAMES = {
    "coach-dark": "dark",
    "coach-light": "light",
    "coach-contrast": "high contrast",
    "coach-safe": "colour-blind friendly",
}
"""Every theme a family can choose, with the name shown for it."""
FIRST_THEME = "coach-dark"
RENAMED = {"textual-light": "coach-light"}
"""Themes that families chose before Coach had its own, by their old names."""


class Preference(NamedTuple):
    """One line of the settings."""

    label: str
    value: Callable[[Family], str]
    """The current value, in words."""
    turn: Callable[[Family], Family]
    """The family with the next value."""


def theme_of(comfort: Comfort) -> str:
    """The chosen theme, or the first if there is no such theme."""
    theme = RENAMED.get(comfort.theme, comfort.theme)
    return theme if theme in THEME_NAMES else FIRST_THEME


def _comfort(family: Family, **update: object) -> Family:
    return family.model_copy(update={"comfort": family.comfort.model_copy(update=update)})


def _next_theme(comfort: Comfort) -> str:
    names = list(THEME_NAMES)
    return names[(names.index(theme_of(comfort)) + 1) % len(names)]


NOBODY = "nobody"
COMPANIONS = {
    "fox": "Fig the fox",
    "owl": "Olive the owl",
    "cat": "Mo the cat",
    "robot": "Dot the robot",
    NOBODY: NOBODY,
}
"""Every companion a family can choose, with its name; the first one is there until they choose."""


def companion_of(comfort: Comfort) -> str:
    """The chosen companion, or the first if there is no such figure."""
    return comfort.companion if comfort.companion in COMPANIONS else next(iter(COMPANIONS))


def with_companion(family: Family, name: str) -> Family:
    """The family with another companion."""
    return _comfort(family, companion=name)


def _next_companion(comfort: Comfort) -> str:
    names = list(COMPANIONS)
    return names[(names.index(companion_of(comfort)) + 1) % len(names)]


PREFERENCES: Mapping[str, Preference] = {
    "theme": Preference(
        "Colours",
        lambda family: THEME_NAMES[theme_of(family.comfort)],
        lambda family: _comfort(family, theme=_next_theme(family.comfort)),
    ),
    "roomy": Preference(
        "Spacing",
        lambda family: "roomy" if family.comfort.is_roomy else "compact",
        lambda family: _comfort(family, is_roomy=not family.comfort.is_roomy),
    ),
    "moves": Preference(
        "Chats and companions move",
        lambda family: "yes" if family.comfort.moves else "no",
        lambda family: _comfort(family, moves=not family.comfort.moves),
    ),
    "reader": Preference(
        "Who checks drafts",
        lambda family: "rules only" if family.rules_only or not can_read() else "rules and second reader",
        lambda family: family.model_copy(update={"rules_only": not family.rules_only}),
    ),
    "companion": Preference(
        "Who keeps you company",
        lambda family: COMPANIONS[companion_of(family.comfort)],
        lambda family: with_companion(family, _next_companion(family.comfort)),
    ),
    "own": Preference(
        "Own rules and packs",
        lambda family: "used beside Coach's, if there are any" if family.own_rules else "left out",
        lambda family: family.model_copy(update={"own_rules": not family.own_rules}),
    ),
    "copies": Preference(
        "Copying to other apps",
        lambda family: "yes" if family.comfort.copies else "no",
        lambda family: _comfort(family, copies=not family.comfort.copies),
    ),
}
