"""Whom a phrase is about and how it is said decide whether it is flagged; rules have no exceptions for this."""

from __future__ import annotations

import pytest

from coach.models import Concern
from tests.conftest import Check

FLAGGED = [
    "ur dumb sister can have it",
    "ur so dumb phone me",
    "u suck at uno but i love u",
    "jk ur such a loser",
    "sorry but ur so ugly",
    "you should just go die",
    "what a joke ur such a loser",
    "can anyone tell him hes so fat",
    "did anyone see that he looks so fat",
    "ur such a loser",
    "you are so stupid",
    "he is such a loser",
    "jayden is such a loser",
    "shut up loser",
    "nice one loser",
    "this loser again",
    "i think ur such a loser",
    "not only are you late, ur such a loser",
    "no offense but ur so ugly",
    "everyone says ur so ugly",
    "i just want to say ur so ugly",
    "tell her to shut up",
    "shut up you are so annoying ok?",
    "i said shut up",
    "that new girl in maths is so ugly",
    "you are such an idiot that i am leaving",
    "i am the brother of the dopiest idiot",
    "cant believe ur such a loser",
    "i cant believe what a snake mia is",
    "cannot believe everyone in 6b is so ugly",
]
SILENT = {
    "of what they own": ["your dumb alarm woke the whole street", "turn off ur stupid printer"],
    "negated": [
        "you're not stupid",
        "ur not a loser",
        "i dont think ur stupid",
        "he isnt a loser",
        "you are never ugly",
    ],
    "quoted": ['he wrote "ur so ugly"', "the sign said “you are stupid”", "there is 'ur ugly' written on his pic"],
    "reported below a line to the reader": ["hi you\nhe said ur ugly", "see you\nsomeone wrote ur ugly on my pic"],
    "reported": ["he called me a loser", "she said ur ugly", "they keep calling him stupid", "the poster says loser"],
    "objected": [
        "dont call her ugly",
        "stop saying hes a loser",
        "its mean to call him a loser",
        "never tell her shes ugly",
    ],
    "asked about": ["how do you spell idiot", "what does loser mean"],
    "a thing": [
        "this printer is such a loser",
        "the game is so stupid",
        "my phone is stupid",
        "homework is so dumb",
    ],
    "oneself": [
        "what an idiot i am",
        "eejit that i am, i wore my slippers out",
        "i am the dopiest loser in my row",
        "im such a loser",
        "i am so stupid lol",
        "does anyone else feel so fat in pe kit",
        "does anybody ever feel so ugly",
        "i feel like such an idiot",
        "im a bit of a loser",
        "call me a loser but i like maths",
    ],
    "play": ["we are gonna crush you at uno", "im gonna destroy you at mario kart"],
    "thought by nobody": ["nobody thinks ur a loser we waited", "i dont think you are a loser"],
    "apology": ["my bad for saying ur so ugly", "i feel awful that i told you to shut up"],
    "regretted": [
        "I said ur drawing was rubbish and felt bad all night",
        "i shouldnt of said ur drawing was rubbish",
        "srry for telling u to shut up in front of everyone",
    ],
    "mentioned": [
        "he got grounded for saying shut up to gran",
        "miss says if we say shut up we lose golden time",
        "words like loser stay with people",
        "sir said we shouldnt tell people to shut up",
    ],
    "amazement": ["shut up!! you got in???", "shut UP no way", "gtfo!! you made first team??"],
    "things by name": ["parallel parking can go away forever", "shut up printer", "the new fc menu is dead ugly"],
    "reported to us": ["somebody keeps texting me kys", "i got told to kys"],
    "told of oneself": ["i should just go die"],
    "nobody": ["nobody is a loser here"],
    "half of another name": ["ur such a snake lover", "mia is a clown fish owner", "ur such a charity shop fan"],
}


@pytest.mark.parametrize("text", FLAGGED)
def test_aimed_and_plain_is_flagged(check_text: Check, text: str) -> None:
    assert check_text(text).of(Concern.UNKIND)


@pytest.mark.parametrize(("how", "text"), [(how, text) for how, texts in SILENT.items() for text in texts])
def test_otherwise_it_is_silent(check_text: Check, how: str, text: str) -> None:
    assert [flag.phrase for flag in check_text(text).of(Concern.UNKIND)] == [], how


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("u suck at tennis but i love u", "notice"),
        ("u suck at tennis", "pause"),
        ("ur so annoying lmaooo love u tho", "notice"),
        ("ur such an idiot, love u really x", "notice"),
        ("ur so annoying but i love u", "notice"),
        ("ur so annoying love u", "pause"),
        ("ur so ugly lol love u tho", "pause"),
        ("u are so ugly but i love u", "pause"),
        ("u suck at spelling but i love u", "pause"),
        ("u suck at tennis. i love u", "pause"),
    ],
)
def test_affection_softens_teasing_and_skill_at_a_game_but_never_looks(
    check_text: Check, text: str, weight: str
) -> None:
    assert {flag.weight.value for flag in check_text(text).of(Concern.UNKIND)} == {weight}
