"""Which language Coach speaks, and what happens where a catalog is missing or broken."""

from __future__ import annotations

import struct
from datetime import date, datetime
from pathlib import Path

import pytest

from coach import locale
from coach.cli.app import PLAIN_NEXT_TIME
from coach.locale import (
    VARIABLE,
    _,
    date_in_words,
    language_for,
    languages,
    ngettext,
    speaking,
    spoken,
    time_in_words,
    trouble_with_language,
)

LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def nothing_asked(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Neither a variable nor a locale names a language."""
    for name in (VARIABLE, *LOCALES):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize(
    ("asked", "setting", "lesson", "computer", "language"),
    [
        ("", "", "", {}, "en"),
        ("", "", "", {"LANG": "de_DE.UTF-8"}, "de"),
        ("", "", "", {"LANG": "de_AT@euro", "LC_MESSAGES": ""}, "de"),
        ("", "", "", {"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ("", "", "", {"LANG": "fr_FR.UTF-8"}, "en"),
        ("", "", "de", {"LANG": "en_GB.UTF-8"}, "de"),
        ("", "", "en", {"LANG": "de_DE.UTF-8"}, "en"),
        ("", "", "fr", {"LANG": "de_DE.UTF-8"}, "de"),
        ("", "en", "de", {"LANG": "de_DE.UTF-8"}, "en"),
        ("", "de", "en", {}, "de"),
        ("de", "en", "en", {}, "de"),
        ("DE-at", "", "", {}, "de"),
        ("klingon", "de", "de", {"LANG": "de_DE.UTF-8"}, "en"),
        ("../de", "", "", {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_who_asks_goes_before_who_is_only_looked_at(
    nothing_asked: pytest.MonkeyPatch, asked: str, setting: str, lesson: str, computer: dict[str, str], language: str
) -> None:
    for name, value in {VARIABLE: asked, **computer}.items():
        nothing_asked.setenv(name, value)
    assert language_for(setting, lesson) == language


def test_an_unknown_language_is_named_with_those_that_are_known(nothing_asked: pytest.MonkeyPatch) -> None:
    assert trouble_with_language() == trouble_with_language("de") == ""
    assert "the language xx in your settings" in trouble_with_language("xx")
    nothing_asked.setenv(VARIABLE, "klingon")
    assert f"{VARIABLE}=klingon" in trouble_with_language()
    assert "en (English), de (Deutsch)" in trouble_with_language()


@pytest.mark.parametrize("content", [b"", b"no catalog", struct.pack("<7I", 0x950412DE, 0, 9, 28, 900, 0, 0)])
def test_a_broken_catalog_is_english_with_a_word_about_it(
    content: bytes, nothing_asked: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put(tmp_path, "de", content)
    nothing_asked.setattr(locale, "FOLDER", tmp_path)
    assert languages() == {"en": "English"}
    assert language_for("de") == "en"
    assert "It knows en (English)." in trouble_with_language("de")
    with speaking("de"):
        assert (spoken(), _("Help")) == ("en", "Help")


def test_another_folder_is_another_language(nothing_asked: pytest.MonkeyPatch, tmp_path: Path) -> None:
    head = {"": "Content-Type: text/plain; charset=utf-8\n"}
    put(tmp_path, "eo", compiled({**head, "English": "Esperanto", "Help": "Helpo"}))
    put(tmp_path, "pt_BR", compiled(head))
    nothing_asked.setattr(locale, "FOLDER", tmp_path)
    nothing_asked.setenv("LANG", "eo.UTF-8")
    assert languages() == {"en": "English", "eo": "Esperanto", "pt_BR": "English"}
    assert [locale.known_tag(tag) for tag in ("pt-BR", "pt_BR.UTF-8", "pt_PT", "pt")] == ["pt_BR", "pt_BR", "", ""]
    with speaking(language_for()):
        assert [_("Help"), _("Quit"), _("")] == ["Helpo", "Quit", ""]


def test_numbers_and_dates_are_those_of_the_language() -> None:
    day = datetime(2027, 3, 5, 14, 30)  # noqa: DTZ001 - as a chat has it
    with speaking("de"):
        assert date_in_words(date(2027, 3, 5)) == "5. M\u00e4rz 2027"
        assert time_in_words(day) == "Fr, 5. M\u00e4rz 2027, 14:30"
        assert [ngettext("1 message", "{count:,} messages", count) for count in (1, 2)] == [
            "1 Nachricht",
            "{count:,} Nachrichten",
        ]
    assert date_in_words(date(2027, 3, 5)) == f"{day.day} {day:%B %Y}"
    assert time_in_words(day) == f"{day:%a} {day.day} {day:%b %Y, %H:%M}"
    assert _(PLAIN_NEXT_TIME) == PLAIN_NEXT_TIME


def put(folder: Path, language: str, content: bytes) -> None:
    path = folder / language / "LC_MESSAGES" / "coach.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)


def compiled(messages: dict[str, str]) -> bytes:
    """A catalog as `msgfmt` writes it."""
    pairs = sorted((key.encode(), words.encode()) for key, words in messages.items())
    at = 28 + 16 * len(pairs)
    tables: list[bytes] = []
    texts = b""
    for part in (0, 1):
        table = b""
        for pair in pairs:
            table += struct.pack("<2I", len(pair[part]), at + len(texts))
            texts += pair[part] + b"\0"
        tables.append(table)
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, at)
    return head + b"".join(tables) + texts
