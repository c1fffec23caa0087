"""A word spelt by ear is read as the one that it sounds like; words, names and short forms stay as they are."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.spacy_parts import respell_in
from coach.engine.text.ears import Ears, sounds_of
from coach.engine.text.first_names import first_names
from coach.models import Audience, Direction, Message
from tests.benchmarks.timing import seconds

EARS = Ears(
    ["voice", "face", "scared", "others", "offers", "camera", "photo", "naughty", "bitch", "beach"], {}, ["bitch"]
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("voys", "voice"),
        ("fays", "face"),
        ("skerd", "scared"),
        ("camra", "camera"),
        ("fowto", "photo"),
        ("norty", "naughty"),
        ("uvvers", "others"),
        ("uthers", "others"),
        ("offerz", "offers"),
    ],
)
def test_a_word_sounds_like_the_one_that_is_meant(written: str, meant: str) -> None:
    assert EARS.heard(written)[:1] == [meant]


@pytest.mark.parametrize("written", ["vce", "f", "fa", "cmr", "foot", "voodoo", "fa1ce", "scrd", "камера", ""])
def test_what_sounds_different_or_has_no_vowel_is_not_heard(written: str) -> None:
    assert EARS.heard(written) == []


def test_nobody_writes_th_for_f() -> None:
    assert Ears(["thinks"], {}, []).heard("finks") == ["thinks"]
    assert Ears(["feel"], {}, []).heard("theel") == []


def test_a_spelling_that_is_listed_teaches_others_like_it() -> None:
    assert Ears(["laugh", "larf"], {"larf": "laugh"}, []).heard("larff") == ["laugh"]


def test_every_word_has_a_sound() -> None:
    for word in ("a", "hmm", "rhythm", "queue", "knight", "lol"):
        sounds = sounds_of(word)
        assert sounds
        assert all(len(sound.vowels) == len(sound.consonants) + 1 for sound in sounds)


def test_no_first_name_is_spelt_by_ear(nlp: Language) -> None:
    speller = respell_in(nlp).speller
    assert speller._heard("gardin", "gardin", [""]) == "garden"
    for name in first_names():
        assert not speller._heard(name, name, [""]), name
        assert not speller._heard(f"{name}s", f"{name}s", [""]), name


@pytest.mark.parametrize("written", ["Voys", "Kayd", "zofias", "tbh", "lmao", "thk", "brb"])
def test_names_and_short_forms_stay(nlp: Language, written: str) -> None:
    assert respell_in(nlp).speller.plain(written) in {written.lower(), "to be honest", "be right back"}


@pytest.mark.parametrize(
    ("text", "direction", "audience", "category"),
    [
        ("send me a fowto of yor fays", "received", "stranger", "red-flag"),
        ("im skerd to go home", "draft", "friend", "care"),
        ("u smel like a toylit", "draft", "friend", "unkind"),
        ("ur not aloud in ar gang", "draft", "friend", "unkind"),
        ("wer orl laffing at yor hare", "draft", "friend", "unkind"),
        ("wer do yoo liv", "received", "stranger", "red-flag"),
        ("wi dont wont yoo heer", "draft", "friend", "unkind"),
        ("im at home on my oan til 6", "draft", "group", "oversharing"),
    ],
)
def test_a_child_who_spells_by_ear_is_understood(
    nlp: Language, text: str, direction: Direction, audience: Audience, category: str
) -> None:
    flags = check(nlp, Message(text=text, direction=Direction(direction), audience=Audience(audience))).flags
    assert category in {flag.concern for flag in flags}


def test_a_long_message_of_unknown_words_is_heard_fast(nlp: Language) -> None:
    speller = respell_in(nlp).speller
    speller.plain("voys")
    words = [f"{a}{b}{c}{a}k" for a in "bdfgklmnp" for b in "aeiou" for c in "rstvwz"]
    assert seconds(lambda: [speller._ears.heard(word) for word in words]) < 1
