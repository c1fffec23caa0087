"""Invisible characters hide no address and no number; flags stay on the characters as given."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.text.hidden import without_hidden
from coach.models import Message


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("mail jo\u200b.marsh@exam\u200bple.org ok", "jo\u200b.marsh@exam\u200bple.org"),
        ("mail jo.marsh@exam\u00adple.org", "jo.marsh@exam\u00adple.org"),
        ("call 0\u00ad7700 900\u2060123 now", "0\u00ad7700 900\u2060123"),
    ],
)
def test_a_flag_covers_the_characters_as_given(nlp: Language, text: str, phrase: str) -> None:
    flags = check(nlp, Message(text=text)).flags
    assert [flag.phrase for flag in flags] == [phrase]
    assert text[flags[0].start : flags[0].end] == phrase


@pytest.mark.parametrize(
    "text", ["plain", "caf\u00e9", "u\u200bgly", "\u200bstart", "end\u200b", "\U0001f468\u200d\U0001f469"]
)
def test_nothing_else_is_taken_out(text: str) -> None:
    assert without_hidden(text) is None
