"""Whom an insult is about: parts of groups, so called friends, and names that look like typos."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.models import Concern, Message


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("half the hockey team is so thick", "half the hockey team is so thick"),
        ("my so called mate is thick", "my so called mate is thick"),
        ("also Bogna is thick", "Bogna is thick"),
        ("lol Tebogn is thick", "Tebogn is thick"),
        ("even my nan knows kacey is thick", "kacey is thick"),
        ("honestly my cousin Ruan is thick", "my cousin Ruan is thick"),
        ("okay but that new kid lachie is thick", "that new kid lachie is thick"),
        ("okay but mangojuice_04 is thick", "mangojuice_04 is thick"),
        ("ngl the whole drumline is thick", "the whole drumline is thick"),
        ("honestly this one over here is thick", "this one over here is thick"),
        ("ngl miss from art is thick", "miss from art is thick"),
        ("ngl mateo is pathetic x1000 i swear", "mateo is pathetic"),
        ("ngl mateo is hot garbage times a million", "mateo is hot garbage"),
        ("ngl the under 12s are thick", "the under 12s are thick"),
        ("ngl hannah b is thick", "hannah b is thick"),
        ("ngl tyler and them are thick", "tyler and them are thick"),
        ("ngl you in the corner are thick", "you in the corner are thick"),
        ("ngl grade 8 is thick", "grade 8 is thick"),
        ("the person who wrote this is thick", "the person who wrote this is thick"),
        ("whoever writes these polls is thick", "whoever writes these polls is thick"),
        ("my brother says kai is thick and hes right", "kai is thick"),
    ],
)
def test_the_subject_is_found(nlp: Language, text: str, phrase: str) -> None:
    flags = check(nlp, Message(text=text)).of(Concern.UNKIND)
    assert [flag.phrase for flag in flags] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "half the soup is thick",
        "i miss from art the thick paper",
        "snake_case is so dumb to read",
        "the year 9 girls are faster than a train",
        "my cousin Ruan is kind",
        "my so called mate is kind",
        "even my nan knows kacey is kind",
        "also Homewrok is so dumb",
        "whoever said you are thick is wrong",
        "my brother says kai is thick and i said hes not",
    ],
)
def test_nobody_is_hit(nlp: Language, text: str) -> None:
    assert not check(nlp, Message(text=text)).of(Concern.UNKIND)
