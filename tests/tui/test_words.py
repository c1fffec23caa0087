"""Every word of Coach's own on the screen is a message: a catalog that puts brackets around each shows the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import NullTranslations

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets._footer import FooterKey

from coach import locale
from coach.course import lessons_path, read_lesson
from coach.locale import VARIABLE, _, languages, speak, speaking
from coach.models import Lesson
from coach.models.base import Model
from coach.tui.preferences import COMPANIONS, PREFERENCES
from coach.tui.screens.check import DIRECTIONS
from coach.tui.screens.lesson import LessonScreen
from coach.tui.screens.private_words import KINDS
from coach.tui.screens.settings import LABEL
from coach.tui.widgets.home_lists import ACTIONS, WIDTH
from tests.tui.conftest import LESSONS, AppMaker, press, running, screen_text, settled
from tests.tui.states import app_of

GERMAN = read_lesson(lessons_path() / "de" / "09-bitte-danke-und-wie-jemand-aussieht.md")
MARKED = re.compile(r"\u27e6[^\u27e6\u27e7]*\u27e7")
WORD = re.compile(r"[^\W\d_]{2,}")
NO_MESSAGES = {"Coach", "PRACTICE", "en", "set", "by", "COACH_LANGUAGE"}


class Bracketed(NullTranslations):
    """Every message in brackets."""

    def gettext(self, message: str) -> str:
        return f"\u27e6{message}\u27e7"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture(autouse=True)
def speaks_english_again() -> Iterator[None]:
    yield
    speak("en")


def authored(value: object) -> Iterator[str]:
    """Every text in a lesson."""
    if isinstance(value, str):
        yield from value.split("\n")
    elif isinstance(value, Model):
        yield from (text for _name, inner in value for text in authored(inner))
    elif isinstance(value, tuple):
        yield from (text for inner in value for text in authored(inner))


def said(app: App[None]) -> Iterator[str]:
    """What the widgets on the screen say."""
    for widget in app.screen.walk_children(Widget):
        yield str(widget.border_title or "")
        if isinstance(widget, FooterKey):
            yield widget.description
        elif isinstance(widget, Button):
            yield str(widget.label)
        elif isinstance(widget, Input):
            yield widget.placeholder
        elif isinstance(widget, OptionList):
            yield from (str(option.prompt) for option in widget.options)
        elif isinstance(widget, Static):
            yield str(widget.visual)


def unmarked(app: App[None], known: tuple[str, ...]) -> list[str]:
    """Words on the screen that are in no brackets and that no author wrote."""
    found = []
    for text in said(app):
        left = text
        for words in known:
            left = left.replace(words, " ")
        while MARKED.search(left):
            left = MARKED.sub(" ", left)
        found += [word for word in WORD.findall(left) if word not in NO_MESSAGES]
    return found


async def test_no_word_of_coach_is_left_out(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locale, "read_catalog", lambda _language: Bracketed())
    monkeypatch.setenv(VARIABLE, "xx")
    known = tuple(sorted({*authored(GERMAN), *(lesson.title for lesson in LESSONS)} - {""}, key=len, reverse=True))
    async with running(make_app(lessons=(*LESSONS[:3], GERMAN)), (80, 40)) as pilot:
        app, router = pilot.app, app_of(pilot).router
        assert unmarked(app, known) == []
        for act in (router.settings, router.check_draft, router.own_words, router.our_agreement, router.who_is_here):
            act()
            await settled(pilot)
            assert unmarked(app, known) == [], act
        router.help()
        await settled(pilot)
        assert unmarked(app, known) == []
        await walk(pilot, GERMAN, known)


async def walk(pilot: Pilot[None], lesson: Lesson, known: tuple[str, ...]) -> None:
    """Go through a lesson to its last page, and press a key in each step."""
    app_of(pilot).router.open_lesson(lesson.name)
    await settled(pilot)
    for step in lesson.steps:
        screen = pilot.app.screen
        assert isinstance(screen, LessonScreen)
        screen.go_to(step)
        await settled(pilot)
        await press(pilot, "enter" if step.rewrite else "1")
        assert unmarked(pilot.app, known) == [], step.heading
    await press(pilot, "f4")
    assert unmarked(pilot.app, known) == []


@pytest.mark.parametrize("language", languages())
def test_words_in_columns_fit(language: str) -> None:
    with speaking(language):
        labels = {f"{_(preference.label)}:": LABEL - 1 for preference in PREFERENCES.values()}
        menu = {f"  {_(words)} {_(key)}": WIDTH for words, key in ACTIONS.values()}
        kinds = {_(name): 13 for name, _kind in KINDS}
        figures = {f"1  {_(name)}": 16 for name in COMPANIONS.values()}
        directions = {_(words): 15 for words, _direction in DIRECTIONS}
    fitting = {**labels, **menu, **kinds, **figures, **directions}
    assert [words for words, most in fitting.items() if cell_len(words) > most] == []


@pytest.mark.parametrize("variable", ["LANG", "LC_ALL"])
async def test_a_german_lesson_is_german_and_home_is_not(
    variable: str, make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "en_GB.UTF-8")
    async with running(make_app(GERMAN.name, (*LESSONS[:3], GERMAN))) as pilot:
        assert "Schritt 1 von 10" in screen_text(pilot.app)
        assert "Weiter  ^q Beenden  f1 Hilfe" in screen_text(pilot.app)
        await press(pilot, "escape")
        await settled(pilot)
        text = screen_text(pilot.app)
        assert "Today" in text
        assert "Coach is ready." in text
        assert "Heute" not in text


async def test_the_settings_change_the_language_of_every_screen(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setenv("LC_ALL", "C")
    async with running(make_app()) as pilot:
        app = app_of(pilot)
        app.router.settings()
        await settled(pilot)
        for words in ("Language:                     English", "Sprache:                      Deutsch"):
            app.service.turn("language")
            await settled(pilot)
            assert words in screen_text(app)
        await press(pilot, "escape")
        assert "Heute" in screen_text(app)
        assert app.family.comfort.language == "de"
