"""Asking at home is praised, and who tells a child not to ask keeps a grown-up out."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.models.thread import Between
from coach.threads import Conversation
from coach.threads.ask_at_home import ask_at_home
from coach.threads.words import said_of_group
from tests.threads.reading import pasted


def read(nlp: Language, text: str, between: Between, me: str = "bee") -> Conversation:
    """Read a chat, a line a turn."""
    turns = pasted(text)
    chat = Conversation(nlp, lambda: turns, me, between)
    list(chat.read())
    return chat


def categories(nlp: Language, text: str, between: Between) -> set[str]:
    """Return what is found in the last turn of a chat."""
    turns = pasted(text)
    return {flag.category for flag in list(Conversation(nlp, lambda: turns, "bee", between).read())[-1].flags}


@pytest.mark.parametrize(
    "text",
    [
        "il ask dad",
        "ill ask my mum first",
        "gotta check with my mam",
        "lemme ask my mom",
        "need to tell my nan",
        "my mum says no pics",
    ],
)
def test_who_asks_at_home_is_heard(nlp: Language, text: str) -> None:
    assert ask_at_home(nlp).asks(text)


@pytest.mark.parametrize(
    "text", ["i wont tell my mum", "never ask my dad", "dont ask my dad for it", "my dad is at work", "ask josh", "no"]
)
def test_who_hides_it_or_says_nothing_of_it_is_not(nlp: Language, text: str) -> None:
    assert not ask_at_home(nlp).asks(text)


@pytest.mark.parametrize(
    ("asks", "said"),
    [
        ("il ask dad", "no dont ask him i thort we was best freinds"),
        ("i have to ask my mum", "nah dont tell her she'll say no"),
        ("let me ask dad", "u dont need to ask him ur old enough"),
        ("hm", "nah dont involve ur dad its between us"),
        ("hm", "dont ask ur mum about it"),
    ],
)
def test_a_stranger_who_says_not_to_ask_keeps_a_secret_and_leaves_nobody_out(
    nlp: Language, asks: str, said: str
) -> None:
    found = categories(nlp, f"Rex: send me a pic\nbee: {asks}\nRex: {said}", Between.ONLINE)
    assert "red-flag/secrecy" in found
    assert "unkind/exclusion" not in found


@pytest.mark.parametrize(
    "chat",
    [
        "Mia: sleepover friday?\nbee: il ask mum\nMia: dont ask her yet shes at work",
        "Mia: shall we ask josh what the homework is\nbee: i could\nMia: no dont ask him he never knows",
    ],
)
def test_a_friend_who_says_not_to_ask_for_an_answer_leaves_nobody_out(nlp: Language, chat: str) -> None:
    assert "unkind/exclusion" not in categories(nlp, chat, Between.FRIENDS)


def test_a_friend_who_says_not_to_ask_somebody_along_leaves_them_out(nlp: Language) -> None:
    chat = "Mia: cinema sat?\nbee: shall i ask dora\nMia: no dont ask her"
    assert "unkind/exclusion" in categories(nlp, chat, Between.FRIENDS)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("il ask dad", "You said that you would ask at home (message 2)."),
        ("no i dont want to", "You said no (message 2)."),
    ],
)
def test_the_safest_answers_are_praised(nlp: Language, answer: str, said: str) -> None:
    chat = read(nlp, f"Rex: send me a pic\nbee: {answer}", Between.ONLINE)
    assert any(line.startswith(said) for line in said_of_group(chat.watch, chat.facts.values()))


@pytest.mark.parametrize("answer", ["ok wait", "no i wont tell dad", "yes", "lol"])
def test_other_answers_are_not(nlp: Language, answer: str) -> None:
    chat = read(nlp, f"Rex: dont tell ur dad about this ok\nbee: {answer}", Between.ONLINE)
    assert chat.watch.safe_answers() == ((), ())
