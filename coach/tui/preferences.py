"""What a family can set, and the next value of each. Needs no Textual."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from coach.locale import N_, VARIABLE, _, languages
from coach.runtime import can_read

if TYPE_CHECKING:
    from coach.models import Comfort, Family

THEME_NAMES = {
    "coach-dark": N_("dark"),
    "coach-light": N_("light"),
    "coach-contrast": N_("high contrast"),
    "coach-safe": N_("colour-blind friendly"),
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


PHRASES_ONLY, PHRASES_AND_GUESS = N_("less: only phrases it knows"), N_("more, and is wrong more often")
"""What finds words: rules alone, or the trained reader too."""
NOBODY = "nobody"
COMPANIONS = {
    "fox": N_("Fig the fox"),
    "owl": N_("Olive the owl"),
    "cat": N_("Mo the cat"),
    "robot": N_("Dot the robot"),
    NOBODY: N_("nobody"),
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


def _language_name(tag: str) -> str:
    if decided := os.environ.get(VARIABLE, ""):
        return _("{language}, set by {variable}").format(language=decided, variable=VARIABLE)
    return languages().get(tag, tag) or _("as on this computer")


def _next_language(tag: str) -> str:
    tags = ["", *languages()]
    return tags[(tags.index(tag) + 1) % len(tags)] if tag in tags else ""


def _country_name(chosen: str) -> str:
    from coach.helplines import home_country, name_of_country

    country = home_country(chosen)
    if chosen or not country:
        return name_of_country(chosen) if chosen else _("not chosen yet")
    return _("{country}, as on this computer").format(country=name_of_country(country))


def _as_it_is(family: Family) -> Family:
    return family


PREFERENCES: Mapping[str, Preference] = {
    "country": Preference(
        N_("Where you live, for help"),
        lambda family: _country_name(family.country),
        _as_it_is,  # it is chosen in a list
    ),
    "theme": Preference(
        N_("Colours"),
        lambda family: _(THEME_NAMES[theme_of(family.comfort)]),
        lambda family: _comfort(family, theme=_next_theme(family.comfort)),
    ),
    "roomy": Preference(
        N_("Spacing"),
        lambda family: _("roomy") if family.comfort.is_roomy else _("compact"),
        lambda family: _comfort(family, is_roomy=not family.comfort.is_roomy),
    ),
    "moves": Preference(
        N_("Chats and companions move"),
        lambda family: _("yes") if family.comfort.moves else _("no"),
        lambda family: _comfort(family, moves=not family.comfort.moves),
    ),
    "reader": Preference(
        N_("How much Coach notices"),
        lambda family: _(PHRASES_ONLY if family.rules_only or not can_read() else PHRASES_AND_GUESS),
        lambda family: family.model_copy(update={"rules_only": not family.rules_only}),
    ),
    "companion": Preference(
        N_("Who keeps you company"),
        lambda family: _(COMPANIONS[companion_of(family.comfort)]),
        lambda family: with_companion(family, _next_companion(family.comfort)),
    ),
    "own": Preference(
        N_("Word lists that you added"),
        lambda family: _("used beside Coach's, if there are any") if family.own_rules else _("left out"),
        lambda family: family.model_copy(update={"own_rules": not family.own_rules}),
    ),
    "language": Preference(
        N_("Language"),
        lambda family: _language_name(family.comfort.language),
        lambda family: _comfort(family, language=_next_language(family.comfort.language)),
    ),
    "copies": Preference(
        N_("Copying to other programs"),
        lambda family: _("yes") if family.comfort.copies else _("no"),
        lambda family: _comfort(family, copies=not family.comfort.copies),
    ),
}
