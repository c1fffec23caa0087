"""A child's no stays a no, and a request keeps its force; whoever was insulted is not turned away beside it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Counsel, Message

SAID_NO = (
    ("friend", "no im not coming to ur sleepover. last time was boring and ur house is tiny", "no im not coming to ur sleepover."),
    ("friend", "no im not sending u my homework u lazy pig", "no im not sending u my homework"),
    ("friend", "nah im not lending u my charger again, last time u snapped it u absolute ape", "nah im not lending u my charger again"),
    ("stranger", "no i dont want to be in ur clan ur all weird. stop inviting me", "no i dont want to be in ur clan. stop inviting me"),
    ("friend", "i dont want to swap seats with u because u chew like a cow. just leave it how it is", "i dont want to swap seats with u. just leave it how it is"),
    ("friend", "i said NO i dont wanna go out with ur friend hes got teeth like a horse. stop asking me", "i said NO i dont wanna go out with ur friend. can you stop asking me please?"),
)  # fmt: skip
TURNS_AWAY = (
    ("group", "im not going with dave hes a freak. bus is at 9", "bus is at 9"),
    ("group", "i wont share my answers with ben he is thick. test is on friday", "test is on friday"),
    ("group", "can we play tag at lunch and not with ella she runs like a penguin", "can we play tag at lunch"),
    ("group", "the project is due on Thursday. And pls nobody put Tanvi in my team, she is so thick", "the project is due on Thursday."),
    ("group", "lads the money for the jersey is due friday. dont be a scab like last time, your family is so poor but we're not carrying ye again", "lads the money for the jersey is due friday."),
)  # fmt: skip
ASKED = (
    ("group", "turn ur mic off dylan we can all hear u breathing like a pig", "turn ur mic off dylan"),
    ("friend", "Finn I can hear your trash music through the wall. Turn it down, I have an exam tomorrow", "Finn, turn it down, I have an exam tomorrow"),
    ("public", "the way you sing makes my ears bleed lol. what song is it in the background", "what song is it in the background"),
    ("friend", "stop kicking my chair in maths ur so annoying and ur feet stink", "can you stop kicking my chair in maths please?"),
    ("friend", "Can you not sing in the shower at 6am please. You sound like a strangled seagull and I have a test", "Can you not sing in the shower at 6am please. I have a test"),
    ("friend", "you broke my castle i hate you. build it again", "you broke my castle, im really angry with you. build it again"),
    ("friend", "learn ur lines for once u clown. rehearsal is at 4", "can u learn ur lines pls? rehearsal is at 4"),
    ("stranger", "gg that was close, ur aim is trash tho. same map again?", "gg that was close. same map again?"),
)  # fmt: skip
LEFT_OUT = (
    ("friend", "your not my best friend any more because you played with maisie at lunch and maisie smells", "i felt left out when you played with maisie at lunch"),
)  # fmt: skip
FOR_FUN = (
    ("friend", "i hate you i love you im screaming you got us tickets"),
    ("friend", "lol i hate u so much thank you"),
)  # fmt: skip


def _counsel(nlp: Language, audience: str, text: str) -> Counsel:
    return Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))


@pytest.mark.parametrize(("audience", "before", "after"), [*SAID_NO, *TURNS_AWAY, *ASKED, *LEFT_OUT])
def test_what_was_refused_or_asked_stays(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "text"), FOR_FUN)
def test_no_anger_is_put_in_the_mouth_of_somebody_who_is_glad(nlp: Language, audience: str, text: str) -> None:
    assert not any("angry" in one.text for one in _counsel(nlp, audience, text).rewrites)


def test_a_question_does_not_run_on_into_the_next_sentence(nlp: Language) -> None:
    assert not _counsel(nlp, "friend", "ur rubish at obbys evry one thinks so").rewrites


def test_help_is_not_offered_beside_a_request(nlp: Language) -> None:
    assert _counsel(nlp, "friend", "u never pass. ur so bad at this game").rewrites[0].text == "can u pass more?"
