"""The looks: every theme can be read, what has the focus is the only solid thing, and no colour is alone."""

from __future__ import annotations

import re

import pytest
from textual.color import Color
from textual.theme import Theme

from coach.models import Comfort
from coach.tui.dressed import LOOK
from coach.tui.preferences import THEME_NAMES, theme_of
from coach.tui.themes import OWN, ROLES

AA = 4.5
"""The contrast that WCAG asks of text."""
TEXT_ROLES = tuple(role for role in ROLES if role not in {"ink", "line"})
VARIABLE = re.compile(r"\$([\w-]+)")


def light(colour: Color) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized)
    return sum(part * weight for part, weight in zip(parts, (0.2126, 0.7152, 0.0722), strict=True))


def contrast(one: Color, other: Color) -> float:
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def colours_of(theme: Theme) -> dict[str, str]:
    return {**theme.to_color_system().generate(), **theme.variables}


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_every_role_can_be_read_on_every_surface(theme: Theme) -> None:
    colours = colours_of(theme)
    for ground in ("background", "surface", "panel"):
        low = [role for role in TEXT_ROLES if contrast(Color.parse(colours[role]), Color.parse(colours[ground])) < AA]
        assert low == [], ground


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_what_has_the_focus_differs_from_all_else_in_grey_too(theme: Theme) -> None:
    colours = colours_of(theme)
    solid, ink = Color.parse(colours["primary"]), Color.parse(colours["ink"])
    assert contrast(solid, ink) > AA
    for ground in ("background", "surface", "panel"):
        assert contrast(solid, Color.parse(colours[ground])) > 3, ground


def test_themes_can_be_chosen_and_old_names_lead_to_them() -> None:
    assert set(THEME_NAMES) == {theme.name for theme in OWN}
    assert theme_of(Comfort(theme="textual-light")) == "coach-light"
    assert theme_of(Comfort(theme="textual-dark")) == theme_of(Comfort()) == "coach-dark"


def test_looks_use_colours_by_their_role_only() -> None:
    rules = LOOK.read_text(encoding="utf-8").partition("*/")[2]
    known = set(colours_of(OWN[0]))
    assert set(VARIABLE.findall(rules)) <= known
    assert "#" not in re.sub(r"#[a-z]+\b(?=[^;]*\{)", "", rules)
