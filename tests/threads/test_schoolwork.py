"""A picture of homework is none of the child; a bare request for one is."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.models import Weight
from coach.models.thread import Between
from coach.threads import Conversation
from tests.threads.reading import pasted


def weights(nlp: Language, chat: str) -> set[Weight]:
    """Return the weights of the last turn of a chat with people of whom the family is not sure."""
    turns = pasted(chat)
    return {flag.weight for flag in list(Conversation(nlp, lambda: turns, "bee", Between.UNSURE).read())[-1].flags}


@pytest.mark.parametrize(
    "chat",
    [
        "bee: did ye do the maths\nOisin: nah send pics",
        "bee: has anyone got the worksheet\nOisin: no lol send a pic",
        "bee: did u do the spellings\nOisin: forgot send me a pic pls",
        "bee: hi\nOisin: send us a pic of ur hamster",
    ],
)
def test_homework_and_pets_are_a_notice_at_most(nlp: Language, chat: str) -> None:
    assert weights(nlp, chat) <= {Weight.NOTICE}


@pytest.mark.parametrize(
    "chat",
    [
        "bee: hi\nOisin: send pics",
        "Oisin: did u do ur homework\nbee: ya\nOisin: good girl now send pics for me",
        "bee: did ye do the maths\nOisin: nah send a pic of u",
        "Oisin: send a pic\nbee: did ye do the maths\nOisin: nah send pics",
        "bee: im doing my maths\nOisin: send pics",
    ],
)
def test_any_other_picture_keeps_its_stop(nlp: Language, chat: str) -> None:
    assert Weight.STOP in weights(nlp, chat)


def test_a_yes_to_homework_goes_along_with_nothing(nlp: Language) -> None:
    assert not weights(nlp, "bee: did ye do the maths\nOisin: nah send pics\nbee: ok il do it now")
    assert weights(nlp, "Oisin: send pics\nbee: ok il do it now")
