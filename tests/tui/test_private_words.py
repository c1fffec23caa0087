"""Our own words: the grown-up keeps, shows and removes what strangers should not learn."""

from __future__ import annotations

import pytest
from textual.widgets import Button, Input, OptionList

from coach.counsel import CheckWithCounsel
from coach.family import FamilyFile
from coach.models import Family, PrivateWord
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.private_words import PrivateWordsScreen
from tests.tui.conftest import AppMaker, check, has_help_and_quit, running, screen_text, settled, until


async def test_a_word_is_kept_masked_shown_and_removed(make_app: AppMaker, family_file: FamilyFile) -> None:
    app = make_app()
    async with running(app) as pilot:
        app.router.own_words()
        await settled(pilot)
        await pilot.press(*"Ada Quill", "enter")
        await settled(pilot)
        assert "A** Q****" in screen_text(app)
        assert "Ada Quill" not in screen_text(app)
        assert app.screen.query_one(Input).value == ""
        assert [word.words for word in family_file.read().private_words] == ["Ada Quill"]
        await pilot.click("#reveal")
        await settled(pilot)
        assert "Ada Quill" in screen_text(app)
        app.screen.query_one(OptionList).highlighted = 0
        await pilot.click("#remove")
        await settled(pilot)
        assert "No words yet." in screen_text(app)
        assert family_file.read().private_words == ()


async def test_new_words_reach_the_checker_without_a_restart(make_app: AppMaker) -> None:
    loaded: list[tuple[PrivateWord, ...]] = []

    def load(family: Family) -> CheckWithCounsel:
        loaded.append(family.private_words)
        return check

    app = make_app(load_check=load)
    async with running(app) as pilot:
        app.router.own_words()
        await settled(pilot)
        await pilot.press(*"Ada Quill", "enter")
        await settled(pilot)
    assert [len(words) for words in loaded] == [0, 1]


@pytest.mark.parametrize("typed", ["x", "[/]", "[b]"])
async def test_what_cannot_be_kept_is_said_and_stays_in_the_box(make_app: AppMaker, typed: str) -> None:
    app = make_app()
    async with running(app) as pilot:
        app.router.own_words()
        await settled(pilot)
        app.screen.query_one(Input).value = typed
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, PrivateWordsScreen)
        assert app.screen.query_one(Input).value == typed
        assert app.family.private_words == ()


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_all_of_it_fits_and_home_is_near(make_app: AppMaker, size: tuple[int, int]) -> None:
    app = make_app()
    async with running(app, size) as pilot:
        app.router.own_words()
        await settled(pilot)
        for button in app.screen.query(Button):
            assert app.screen.region.contains_region(button.region)
        for words in ("Keep it", "Show the words", "Home"):
            assert words in screen_text(app)
        await until(pilot, lambda: has_help_and_quit(app))
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_home_leads_to_our_own_words(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        choices = app.screen.query_one(OptionList)
        choices.highlighted = choices.get_option_index("words")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, PrivateWordsScreen)
