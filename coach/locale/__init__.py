"""Coach's own words in the language of the family: each folder here with a catalog is a language.

Messages are English in the code, and English is what is shown where a catalog lacks one. `_` looks a message up where
it is shown; `N_` only marks one where it is defined, because constants are read before the language is chosen.
"""

from __future__ import annotations

import locale
import os
import re
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

VARIABLE = "COACH_LANGUAGE"
"""The environment variable that names the language, above all else."""
ENGLISH = "en"
FOLDER = Path(__file__).parent
_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(?:[-_](?P<country>[A-Za-z]{2}))?(?![A-Za-z])")
"""A tag such as `de` or `pt-BR`, or a locale such as `de_DE.UTF-8`."""


class _Spoken:
    """The language of the words that are shown now."""

    def __init__(self) -> None:
        self.language = ENGLISH
        self.catalog = NullTranslations()


_spoken = _Spoken()


def _(message: str) -> str:
    """Return a message in the language that is spoken; its placeholders are still in it."""
    return _spoken.catalog.gettext(message) if message else ""


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Mark a message that is looked up later, and return it as it is."""
    return message


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message for this number, in the language that is spoken."""
    return _spoken.catalog.ngettext(one, many, count)


def spoken() -> str:
    """Return the tag of the language that is spoken."""
    return _spoken.language


def html_language() -> str:
    """Return the language that is spoken as web pages name it: `pt-BR`."""
    return spoken().replace("_", "-")


def speak(language: str) -> None:
    """Speak a language from now on; one without a catalog that can be read is English."""
    catalog = read_catalog(language)
    _spoken.language = ENGLISH if catalog is None else language
    _spoken.catalog = NullTranslations() if catalog is None else catalog


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while."""
    before = spoken()
    speak(language)
    try:
        yield
    finally:
        speak(before)


def read_catalog(language: str) -> NullTranslations | None:
    """Return the catalog of a language; None if there is none, or it cannot be read."""
    if language == ENGLISH:
        return NullTranslations()
    try:
        with _catalog_path(language).open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, struct.error):
        return None


def languages() -> dict[str, str]:
    """Return the tags of the languages that Coach speaks, English first, each with its own name for itself."""
    found = sorted(path.name for path in FOLDER.iterdir() if _catalog_path(path.name).is_file())
    catalogs = {tag: read_catalog(tag) for tag in (ENGLISH, *found)}
    # Translators: the name of your language in your language, such as Deutsch.
    return {tag: catalog.gettext(N_("English")) for tag, catalog in catalogs.items() if catalog is not None}


def language_for(setting: str = "", lesson: str = "") -> str:
    """Return the tag of the language to speak.

    What somebody asked for comes first: `COACH_LANGUAGE`, then the setting. Nobody asked for the others: the language
    of the lesson that is shown, and that of the computer.

    Args:
        setting: the language in the family's settings; empty if they chose none.
        lesson: the language of the lesson that is shown; empty if there is none.
    """
    for asked in (os.environ.get(VARIABLE, ""), setting):
        if asked:
            return known_tag(asked) or ENGLISH
    return known_tag(lesson) or known_tag(_of_computer()) or ENGLISH


def trouble_with_language(setting: str = "") -> str:
    """Say that the language which was asked for is unknown, or its catalog broken; empty if all is well."""
    variable = os.environ.get(VARIABLE, "")
    asked = variable or setting
    if not asked or known_tag(asked):
        return ""
    known = ", ".join(f"{tag} ({name})" for tag, name in languages().items())
    whose = f"{VARIABLE}={asked}" if variable else f"the language {asked} in your settings"
    return f"Coach cannot speak {whose}, so it speaks English. It knows {known}."


def known_tag(written: str) -> str:
    """Return the tag of a language that Coach speaks, as its folder has it; empty if it does not. `de-AT` is `de`."""
    tag = _TAG.match(written)
    if tag is None:
        return ""
    language = tag["language"].lower()
    wanted = (f"{language}_{tag['country'].upper()}", language) if tag["country"] else (language,)
    return next((each for each in wanted if each == ENGLISH or read_catalog(each) is not None), "")


def _of_computer() -> str:
    """Return the computer's locale: the first of the variables for messages that is set."""
    named = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    of_windows = (locale.getlocale()[0] or "") if sys.platform == "win32" else ""
    return next(filter(None, named), of_windows)


def _catalog_path(language: str) -> Path:
    return FOLDER / language / "LC_MESSAGES" / "coach.mo"


MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip

SHORT_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"),
    N_("Nov"), N_("Dec"),
)  # fmt: skip
WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def date_in_words(day: date) -> str:
    """Write a day as `5 March 2027`."""
    return _("{day} {month} {year}").format(day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def day_named(words: str) -> date | None:
    """Read a day as `date_in_words` writes it, in any case, or as 2027-03-05; None if it is neither."""
    with suppress(ValueError):
        return date.fromisoformat(words.strip())
    found = re.fullmatch(r"(\d{1,2})\W+([^\W\d_]+)\W+(\d{4})", words.strip())
    months = {name.casefold(): number for number, month in enumerate(MONTHS, 1) for name in (month, _(month))}
    with suppress(ValueError, KeyError):
        return date(int(found[3]), months[found[2].casefold()], int(found[1])) if found else None
    return None


def time_in_words(time: datetime) -> str:
    """Write a day and a time as `Fri 5 Mar 2027, 14:30`."""
    month = _(SHORT_MONTHS[time.month - 1])
    return _("{weekday} {day} {month} {year}, {clock}").format(
        weekday=_(WEEKDAYS[time.weekday()]), day=time.day, month=month, year=time.year, clock=f"{time:%H:%M}"
    )


def month_in_words(day: date) -> str:
    """Write the month of a day as `March 2027`."""
    return _("{month} {year}").format(month=_(MONTHS[day.month - 1]), year=day.year)
