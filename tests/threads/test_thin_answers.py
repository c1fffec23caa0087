"""An answer of a few words shows no more than its words and the question do."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.chats.reading import ChatReading
from coach.models import Concern
from coach.models.thread import Between
from coach.threads.chat_walk import ChatWalk, FamilyAnswers, walk_through
from coach.threads.known import known_of
from coach.threads.opened import OpenedChat
from coach.threads.replies import gives_away


def walked(nlp: Language, chat: str, between: Between = Between.ONLINE) -> ChatWalk:
    """Walk through a pasted chat."""
    return walk_through(nlp, OpenedChat.pasted(chat), ChatReading(), FamilyAnswers("bee", between))


@pytest.mark.parametrize("reply", ["ok wait", "k", "one sec", "gimme a sec", "hold on", "ok brb", "kk 1 min"])
@pytest.mark.parametrize("asked", ["send me a pic of ur face", "lets talk on snap instead"])
def test_a_stall_may_be_a_yes_and_is_no_fact(nlp: Language, asked: str, reply: str) -> None:
    (one,) = gives_away(nlp, asked, reply, Between.ONLINE)
    assert one.how == "maybe"


@pytest.mark.parametrize("reply", ["yes", "ok sending it", "sure one sec", "yeah wait", "ok ill do it"])
def test_a_yes_is_a_yes(nlp: Language, reply: str) -> None:
    assert all(one.how != "maybe" for one in gives_away(nlp, "send me a pic of ur face", reply, Between.ONLINE))


def test_a_stall_is_said_to_be_none_of_a_picture(nlp: Language) -> None:
    walk = walked(nlp, "Rex: send me a pic of ur face\nbee: ok wait")
    (mark,) = (mark for mark in walk.marks if mark.one.is_mine)
    (flag,) = mark.one.flags
    assert flag.concern is Concern.GOING_ALONG
    assert flag.why.startswith("Nothing here shows that you sent a picture")
    assert mark.said_of_own == "own-maybe"
    assert list(known_of(walk)) == []


@pytest.mark.parametrize(
    "chat",
    [
        "Rex: have u got whatsapp on ur tablet\nbee: only my brothers phone",
        "Rex: r u on snap\nbee: not allowed til im 13",
        "Rex: do u have insta\nbee: only mum has it",
        "Rex: msg when ur back\nbee: back hop on",
        "Rex: when r u back\nbee: back now",
    ],
)
def test_what_no_words_show_is_not_known(nlp: Language, chat: str) -> None:
    assert list(known_of(walked(nlp, chat))) == []


@pytest.mark.parametrize(
    ("chat", "known"),
    [
        ("Rex: do u have insta\nbee: yeah its bee.x2", "your name in another app"),
        ("Rex: when are u back from spain\nbee: back on the 14th", "when your family is away"),
    ],
)
def test_what_words_show_is(nlp: Language, chat: str, known: str) -> None:
    assert any(known in line for line in known_of(walked(nlp, chat)))
