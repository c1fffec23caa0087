"""Turns in a language that Coach does not read are counted, and English is never taken for one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from coach import languages
from coach.engine.text.english import is_english
from coach.languages import OtherLanguages, language_of_one, other_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("schick mir ein foto von dir", "German"),
        ("bist du allein zuhause", "German"),
        ("danke", "German"),
        ("tu es seul chez toi ?", "French"),
        ("hola que tal", "Spanish"),
        ("je kunt het toch niet", "Dutch"),
        ("\u0643\u0645 \u0639\u0645\u0631\u0643", "Arabic letters"),
        ("\u043f\u0440\u0438\u0432\u0435\u0442", "Cyrillic letters"),
        ("\u4f60\u5728\u5bb6\u5417", "Chinese"),
    ],
)
def test_a_language_is_known_by_its_letters_or_small_words(text: str, language: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\U0001f602\U0001f602",
        "i want to show my mum",
        "met ben at the war museum, he was die hard",
        "ok lah can meet at mrt",
        "mi fraid a mi uncle when him come",
        "uno reverse card, hasta la vista",
        "\U0001d559\U0001d556\U0001d55d\U0001d55d\U0001d560 \U0001d557\U0001d563\U0001d55a\U0001d556\U0001d55f\U0001d555",
        "https://example.com/ich-und-du-und-wir",
        "nein nein nein lol u and me",
    ],
)
def test_english_is_not_taken_for_another_language(text: str) -> None:
    assert not other_language(text)


def test_a_message_that_stands_alone_needs_more_than_a_word() -> None:
    assert [language_of_one(text) for text in ("danke", "hola amigo", "eres muy feo", "\u0441\u0443\u043a\u0430")] == [
        "", "", "Spanish", "Cyrillic letters",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("halt maul", "German"),
        ("Arschloch!!", "German"),
        ("ta gueule", "French"),
        ("callate", "Spanish"),
        ("c\u00e1llate ya", "Spanish"),
        ("stai zitta", "Italian"),
        ("rot op", "Dutch"),
        ("zamknij si\u0119", "Polish"),
        ("siktir git", "Turkish"),
        ("nein danke", ""),
        ("que pasa", ""),
        ("halt who goes", ""),
        ("gueule", ""),
        ("shut up", ""),
    ],
)
def test_a_few_unkind_words_show_a_language_by_themselves(text: str, language: str) -> None:
    assert language_of_one(text) == language


def test_no_such_word_is_english() -> None:
    small = tomllib.loads(Path(languages.__file__).with_name("languages.toml").read_text(encoding="utf-8"))
    single = {word for one in small.values() for word in one["short"] if word.isalpha()}
    assert not {word for word in single if is_english(word)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("du bist so h\u00e4sslich lol", "German"),
        ("er ist so fett", "German"),
        ("eres tan feo lol", "Spanish"),
        ("nadie te quiere", "Spanish"),
        ("tu es moche lol", "French"),
        ("t'es trop nul", "French"),
        ("jeste\u015b g\u0142upi lol", "Polish"),
        ("sen \u00e7ok aptals\u0131n lol", "Turkish"),
        ("sei cosi brutta", "Italian"),
        ("je bent zo lelijk", "Dutch"),
        ("du is so cool", ""),
        ("die hard is on", ""),
        ("si no idea lol", ""),
        ("he said du bist and i laughed", ""),
        ("sen is my name", ""),
    ],
)
def test_few_words_are_enough_where_they_cannot_be_english(text: str, language: str) -> None:
    assert language_of_one(text) == language


def test_short_turns_count_where_others_are_sure_and_a_word_here_and_there_does_not() -> None:
    said = ("wie alt bist du", "wieso", "sag das niemand", "ok", "bin 11 und du", "ne will nich", "danke", "lol")
    chat = OtherLanguages()
    for text in said:
        chat.add(text)
    assert chat.turns == {"German": 6}
    assert [text for text in said if not chat.of(text)] == ["ok", "lol"]
    few = OtherLanguages()
    for text in ("danke", "hola", "thanks for coming"):
        few.add(text)
    assert not few.turns
