"""Words that children write for others of the same sound are read as those, only where they make no sense themselves."""

from __future__ import annotations

import tomllib

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.spacy_parts import respell_in
from coach.engine.text.english import english_words, is_english
from coach.engine.text.first_names import first_names
from coach.engine.text.sounds import SoundsLike, sounds
from coach.models import Audience, Direction, Message
from coach.rules import rules_path


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("il cum to the park", "il come to the park"),
        ("can we meat at 4", "can we meet at 4"),
        ("no were u liv", "know where u live"),
        ("Were do u liv?", "where do u live?"),
        ("on hill rode", "on hill road"),
        ("hope u fall of ur bike", "hope u fall off ur bike"),
        ("i hat u", "i hate u"),
        ("u wont sum robux", "u want some robux"),
        ("keep it quite", "keep it quiet"),
        ("im ate years old", "im eight years old"),
    ],
)
def test_the_neighbours_tell_which_word_is_meant(nlp: Language, text: str, meant: str) -> None:
    found = SoundsLike(respell_in(nlp).speller.plain).of(text)
    assert found
    assert found[0] == meant


@pytest.mark.parametrize(
    "text",
    [
        "we had meat at the park",
        "we rode a horse",
        "my hat is red",
        "i wont go",
        "no, you go first",
        "were you at school",
        "they are home",
        "at the top of the hill",
        "two hours, our team won",
        "we are going to dye my hair",
        "the meat, you know",
        "",
        " ",
        "cum",
    ],
)
def test_words_that_make_sense_stay(nlp: Language, text: str) -> None:
    assert SoundsLike(respell_in(nlp).speller.plain).of(text) is None


def test_a_flag_is_located_where_the_words_are_written(nlp: Language) -> None:
    text = "(ok) il meat u at the park, by the blu gate!"
    (flag,) = check(nlp, Message(text=text, audience="stranger")).flags
    assert flag.phrase == "il meat u at the park"
    assert text[flag.start : flag.end] == flag.phrase


def test_each_sound_is_a_word_of_its_own_and_means_another(nlp: Language) -> None:
    """Others belong into the spelling table, where they are read so anywhere."""
    speller = respell_in(nlp).speller
    for written, meanings in sounds().items():
        assert is_english(written) or written in first_names() or written in speller.known or len(written) <= 3, written
        for sound in meanings:
            assert written != sound.means
            assert sound.behind or sound.before, f"{written} is read as another word anywhere"


def test_no_english_word_or_name_is_respelled_as_heard() -> None:
    path = rules_path() / "spelling" / "by-ear.toml"
    heard = {word for words in tomllib.loads(path.read_text(encoding="utf-8")).values() for word in words}
    assert len(heard) >= 80
    assert not heard & english_words()
    assert not heard & first_names()


@pytest.mark.parametrize(
    ("text", "direction", "audience", "category"),
    [
        ("ok il cum to the park at 4", Direction.DRAFT, Audience.STRANGER, "going-along/meets"),
        ("il be ther at 4", Direction.DRAFT, Audience.STRANGER, "going-along/meets"),
        ("ok il cum to ur house", Direction.DRAFT, Audience.STRANGER, "going-along/meets"),
        ("can u cum out to play at the swings", Direction.RECEIVED, Audience.STRANGER, "red-flag/meet"),
        ("wear do u go to skool", Direction.RECEIVED, Audience.STRANGER, "red-flag/asks-personal"),
        ("send me a pitcher of ur face", Direction.RECEIVED, Audience.STRANGER, "red-flag/asks-photo"),
        ("i will by u a skin", Direction.RECEIVED, Audience.STRANGER, "red-flag/gift"),
        ("i hat myself", Direction.DRAFT, Audience.FRIEND, "care/hurting"),
        ("il brake ur fase", Direction.DRAFT, Audience.FRIEND, "unkind/threat"),
    ],
)
def test_young_spelling_hides_nothing(
    nlp: Language, text: str, direction: Direction, audience: Audience, category: str
) -> None:
    message = Message(text=text, direction=direction, audience=audience)
    assert category in {flag.category for flag in check(nlp, message).flags}


@pytest.mark.parametrize("game", ["mincraft", "robloks", "fortnit", "rowblocks", "minecraft"])
def test_a_misspelt_game_is_a_game(nlp: Language, game: str) -> None:
    assert not check(nlp, Message(text=f"im gona kil u in {game} haha", audience="friend")).flags
