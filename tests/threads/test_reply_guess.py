"""What a reply to somebody known only online gives away by no listed words."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import CounselledCheck
from coach.models import Audience, FlagSource, Message, Weight
from coach.models.thread import Between, Turn
from coach.threads import Conversation
from coach.threads.answering import ReplyCheck

SIDEWAYS = [
    (
        "is your window the one facing the mrt? u said u hear trains",
        "yah 11th floor, the one w the pokemon curtains lol",
    ),
    ("u got a main or is this ur secret one", "secret one's @notoluwaseun.fr, thats where i am actually funny"),
]


@pytest.mark.parametrize(("asked", "reply"), SIDEWAYS)
def test_a_sideways_answer_to_a_stranger_is_looked_at(nlp: Language, asked: str, reply: str) -> None:
    draft = Message(text=reply, audience=Audience.STRANGER)
    (flag,) = ReplyCheck(CounselledCheck(nlp), nlp, asked, Between.ONLINE)(draft).flags
    assert flag.source is FlagSource.SECOND_READER
    assert flag.weight.rank <= Weight.PAUSE.rank
    assert (flag.start, flag.end) == (0, len(reply))


@pytest.mark.parametrize(("asked", "reply"), SIDEWAYS)
def test_the_same_answer_to_a_friend_is_not(nlp: Language, asked: str, reply: str) -> None:
    draft = Message(text=reply, audience=Audience.FRIEND)
    assert not ReplyCheck(CounselledCheck(nlp), nlp, asked, Between.FRIENDS)(draft).flags


@pytest.mark.parametrize(("asked", "reply"), SIDEWAYS)
def test_a_chat_hears_it_too(nlp: Language, asked: str, reply: str) -> None:
    turns = [Turn("Sam", asked), Turn("Kim", reply)]
    read = list(Conversation(nlp, lambda: iter(turns), "Kim", Between.ONLINE).read())
    assert [flag.source for flag in read[-1].flags] == [FlagSource.SECOND_READER]


@pytest.mark.parametrize("reply", ["gg", "ok", "", "😂"])
def test_a_harmless_turn_is_answered_in_silence(nlp: Language, reply: str) -> None:
    draft = Message(text=reply, audience=Audience.STRANGER)
    assert not ReplyCheck(CounselledCheck(nlp), nlp, "what level are you on", Between.ONLINE)(draft).flags
