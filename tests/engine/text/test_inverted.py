"""An insult before its subject is read behind it; every character keeps its place."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.text.inverted import in_order
from coach.models import Message


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("so dumb, thats what tariq is", "tariq is so dumb"),
        ("well ugly thats what the kid who sits by the window is", "the kid who sits by the window is well ugly"),
        ("if anyones thick its mia", "mia is thick"),
        ("lol dead boring, mrs lee is \U0001f602", "lol mrs lee is dead boring \U0001f602"),
        ("a snitch is what you are", "you are a snitch"),
        ("so rude, thats what @kai.noodlez is", "@kai.noodlez is so rude"),
    ],
)
def test_it_is_read_in_order(text: str, read: str) -> None:
    found = in_order(text)
    assert found is not None
    assert " ".join(found[0].split()) == read
    assert len(found[0]) == len(text)


@pytest.mark.parametrize("text", ["so annoying, idk where u r", "idk who mia is", "that is what it is", "mia is thick"])
def test_anything_else_stays_as_it_is(text: str) -> None:
    assert in_order(text) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("so dumb, thats what tariq is", "so dumb, thats what tariq is"),
        ("lol dead boring, mrs lee is \U0001f602", "dead boring, mrs lee is"),
        (
            "too broke for real airpods, thats what @kai.noodlez is",
            "too broke for real airpods, thats what @kai.noodlez is",
        ),
        ("if anyones thick its mia", "if anyones thick its mia"),
    ],
)
def test_the_phrase_is_shown_as_written(nlp: Language, text: str, phrase: str) -> None:
    assert [flag.phrase for flag in check(nlp, Message(text=text)).flags] == [phrase]


@pytest.mark.parametrize(
    "text",
    [
        "so kind, thats what tariq is",
        "so dumb, thats what i am",
        "so dumb, thats what the printer is",
        "she said so dumb, thats what mia is",
        "not dumb, thats what mia is",
        "if anyones thick its me",
        "so annoying, the wifi is",
        "so annoying, idk where u r",
    ],
)
def test_a_calm_inversion_stays_silent(nlp: Language, text: str) -> None:
    assert not check(nlp, Message(text=text)).flags
