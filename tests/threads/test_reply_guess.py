"""What a reply to somebody known only online gives away by no listed words."""

from __future__ import annotations

import pytest

from coach.counsel import CounselledCheck
from coach.models import Audience, FlagSource, Message, Weight
from coach.models.thread import Between, Turn
from coach.threads import Conversation
from coach.threads.answering import ReplyCheck
from coach.threads.replies import says_no
from tests.shipped import both_readers

SIDEWAYS = [
    (
        "leaderboard wont take nicknames, needs the first AND the last",
        "tunde adeyinka-cole, with the line in the middle",
    ),
    ("so do you get a lift back from swimming or what", "nah walk, thursdays, half 5ish thru the park"),
]
"""None of these is a pair that the layer was fitted to."""


@pytest.mark.parametrize(("asked", "reply"), SIDEWAYS)
def test_a_sideways_answer_to_a_stranger_is_looked_at(asked: str, reply: str) -> None:
    nlp = both_readers()
    draft = Message(text=reply, audience=Audience.STRANGER)
    (flag,) = ReplyCheck(CounselledCheck(nlp), nlp, asked, Between.ONLINE)(draft).flags
    assert flag.source is FlagSource.SECOND_READER
    assert flag.weight.rank <= Weight.PAUSE.rank
    assert (flag.start, flag.end) == (0, len(reply))


@pytest.mark.parametrize(("asked", "reply"), SIDEWAYS)
def test_the_same_answer_to_a_friend_is_not(asked: str, reply: str) -> None:
    nlp = both_readers()
    draft = Message(text=reply, audience=Audience.FRIEND)
    assert not ReplyCheck(CounselledCheck(nlp), nlp, asked, Between.FRIENDS)(draft).flags


@pytest.mark.parametrize(("asked", "reply"), SIDEWAYS)
def test_a_chat_hears_it_too(asked: str, reply: str) -> None:
    nlp = both_readers()
    turns = [Turn("Sam", asked), Turn("Kim", reply)]
    read = list(Conversation(nlp, lambda: iter(turns), "Kim", Between.ONLINE).read())
    assert [flag.source for flag in read[-1].flags] == [FlagSource.SECOND_READER]


@pytest.mark.parametrize("reply", ["gg", "ok", "", "😂"])
def test_a_harmless_turn_is_answered_in_silence(reply: str) -> None:
    nlp = both_readers()
    draft = Message(text=reply, audience=Audience.STRANGER)
    assert not ReplyCheck(CounselledCheck(nlp), nlp, "what level are you on", Between.ONLINE)(draft).flags


@pytest.mark.parametrize("reply", ["true, no", "nah im good", "no thx i dont share that", "not for me", "hard pass"])
@pytest.mark.parametrize("asked", ["can u turn ur cam on", "wanna go to a private chat", "dont tell ur mum ok?"])
def test_a_refusal_is_never_guessed_to_go_along(asked: str, reply: str) -> None:
    nlp = both_readers()
    turns = [Turn("Sam", asked), Turn("Kim", reply)]
    read = list(Conversation(nlp, lambda: iter(turns), "Kim", Between.ONLINE).read())
    assert not [flag for flag in read[-1].flags if flag.category.startswith("going-along")]


@pytest.mark.parametrize(
    ("reply", "is_no"),
    [("nah im good", True), ("no thx i dont share that", True), ("no but ok", False), ("ok no one will know", False)],
)
def test_a_no_that_is_taken_back_is_none(reply: str, *, is_no: bool) -> None:
    assert says_no(both_readers(), reply) is is_no
