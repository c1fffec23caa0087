"""Spaces at the wrong place hide no phrase, and right ones stay."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.spacy_parts import respell_in
from coach.engine.text.borders import Borders
from coach.models import Message


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("go homeno body wants you", "homeno body wants you"),
        ("no body likes you", "no body likes you"),
        ("nobo dy likes you", "nobo dy likes you"),
        ("youa re ugly", "youa re ugly"),
        ("you are stu pid", "you are stu pid"),
        ("fuck off, tariqs dum blol", "tariqs dum blol"),
        ("go an dkys", "go an dkys"),
        ("i fee lempty.", "i fee lempty"),
        ("only ur mates would be tha tbroke", "only ur mates would be tha tbroke"),
        ("yous o ugly", "yous o ugly"),
    ],
)
def test_a_flag_covers_whole_words_as_written(nlp: Language, text: str, phrase: str) -> None:
    assert phrase in {flag.phrase for flag in check(nlp, Message(text=text)).flags}


@pytest.mark.parametrize(
    "text",
    [
        "some thing is on",
        "your house",
        "tariq is here",
        "a deload week",
        "plan b",
        "u r so",
        "shu shu",
        "my self",
        "go  home",
        "",
    ],
)
def test_real_words_keep_their_spaces(nlp: Language, text: str) -> None:
    moved = Borders(respell_in(nlp).speller.known).moved(text)
    assert (moved is not None) is (text == "my self")
