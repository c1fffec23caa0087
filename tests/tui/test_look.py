"""Looks and comfort: every theme can be read, the focus is seen on every screen, help fits the place, notices wait."""

from __future__ import annotations

import re
import tomllib
from types import SimpleNamespace

import pytest
from textual.color import Color
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from coach.family import FamilyFile
from coach.models import Comfort, Family
from coach.tui.dressed import LOOK
from coach.tui.here import HERE, words_here
from coach.tui.notices import LEAST
from coach.tui.preferences import THEME_NAMES, theme_of
from coach.tui.screens.help import HelpScreen
from coach.tui.screens.settings import SettingsScreen
from coach.tui.themes import OWN, ROLES
from tests.tui.conftest import AppMaker, running, settled
from tests.tui.states import steady
from tests.tui.test_every_screen import SCREENS, open_screen

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


async def test_what_has_the_focus_is_seen_on_every_screen(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        for name in SCREENS:
            screen = await open_screen(pilot, name)
            await steady(pilot)
            focused = screen.focused
            assert focused is not None, name
            with_focus = look_of(focused)
            screen.set_focus(None)
            await steady(pilot)
            assert look_of(focused) != with_focus, f"{name}: {focused}"


def look_of(widget: Widget) -> list[Strip]:
    """What is drawn where the widget is, colours and all."""
    region = widget.region
    strips = widget.screen._compositor.render_strips()
    return [strip.crop(region.x, region.right) for strip in strips[region.y : region.bottom]]


async def test_notices_wait_until_they_were_read_and_somebody_is_here(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr("coach.tui.notices.time", SimpleNamespace(monotonic=lambda: now))
    app = make_app()
    async with running(app) as pilot:
        app.tell("five words that must wait")
        await pilot.press("down")
        assert len(app._notifications) == 1
        now += LEAST
        await pilot.pause()
        assert len(app._notifications) == 1
        await pilot.press("down")
        assert len(app._notifications) == 0


async def test_copying_can_be_switched_off(make_app: AppMaker, family_file: FamilyFile) -> None:
    family_file.save(Family(was_asked=True, comfort=Comfort(copies=False)))
    app = make_app()
    async with running(app):
        app.copy_to_clipboard("some words")
        assert app.clipboard == ""
        app.service.turn("copies")
        app.copy_to_clipboard("some words")
        assert app.clipboard == "some words"


async def test_settings_are_one_key_away_and_lead_to_plain_mode(make_app: AppMaker) -> None:
    app = make_app("strangers")
    async with running(app) as pilot:
        await pilot.press("f6")
        await settled(pilot)
        assert isinstance(app.screen, SettingsScreen)
        await pilot.click("#plain")
        await settled(pilot)
        await pilot.press("tab", "enter")
        await settled(pilot)
    assert app.wants_plain


async def test_help_begins_with_where_the_family_is(make_app: AppMaker) -> None:
    words = tomllib.loads(HERE.read_text(encoding="utf-8"))
    app = make_app()
    async with running(app) as pilot:
        for name in SCREENS:
            screen = await open_screen(pilot, name)
            if not isinstance(screen, HelpScreen):
                assert next(words_here(screen), "") in words["screens"].values(), name
        app.router.check_draft()
        await settled(pilot)
        assert list(words_here(app.screen)) == [words["screens"]["CheckScreen"], words["widgets"]["DraftEditor"]]
