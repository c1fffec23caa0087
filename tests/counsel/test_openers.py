"""Words to begin another draft with fit what was written."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Message

SCARED, WRONGED, PRESSED = "It's okay to be scared.", "I was upset when ___.", "It's okay if you don't want to."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("stop being such a scaredy cat its only a spider", SCARED),
        ("you are such a crybaby", "It's okay to be sad."),
        ("ur such a baby lol its just a slide", SCARED),
        ("dont be a chicken do the jump", SCARED),
        ("u made me cry and everyone saw", WRONGED),
        ("u have to come or ur not my friend", PRESSED),
        ("after everything i did for you u cant skip one class", PRESSED),
    ],
)
def test_an_opener_answers_what_was_said(nlp: Language, text: str, words: str) -> None:
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience.FRIEND)))
    assert counsel.nothing.endswith(words)


def test_nobody_is_comforted_who_does_not_read_it(nlp: Language) -> None:
    text = "leo is such a wimp he wont even go on the big slide"
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience.GROUP)))
    assert counsel.nothing
    assert SCARED not in counsel.nothing


def test_two_reproaches_in_a_row_are_two_clauses(nlp: Language) -> None:
    text = "i hate u u ruined my birthday"
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience.FRIEND)))
    assert [one.text for one in counsel.rewrites] == ["im upset about my birthday"]


@pytest.mark.parametrize("audience", [Audience.FRIEND, Audience.GROUP, Audience.PUBLIC])
@pytest.mark.parametrize(
    "text",
    [
        "give me 20 robux or ill tell everyone u wet the bed",
        "send me your skin or i tell everyone your secret",
        "wait till i see you after school ur dead",
        "im gonna beat you up tomorrow lol",
        "kys lol nobody likes u",
        "kill yourself you freak",
    ],
)
def test_whoever_threatens_hears_to_wait_and_who_helps_and_gets_no_feeling_in_their_mouth(
    nlp: Language, text: str, audience: Audience
) -> None:
    """A threat may be a joke, or be there to get something: nothing shows that its writer is angry."""
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=audience)))
    said = " ".join([counsel.nothing, *(line for flag in counsel.flags for line in (flag.why, *flag.steps)[:2])])
    assert "Wait, at least until tomorrow." in counsel.nothing
    assert "a grown-up you trust can help" in counsel.nothing
    assert counsel.starter is None
    assert not {"angry", "cross", "upset"} & set(said.lower().split()), said


def test_what_whoever_threatens_may_claim_is_still_asked_for(nlp: Language) -> None:
    text = "if you dont give me my charger back ill break your nose"
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience.FRIEND)))
    assert [one.text for one in counsel.rewrites] == ["can you give me my charger back please?"]
