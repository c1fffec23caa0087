"""Help that is asked for somebody stays without their story; a laugh at somebody by name does not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.counsel.templates import sentences
from coach.engine import check
from coach.models import Audience, Counsel, Message

HELP = (
    ("group", "Maya's not in because her parents are splitting up. Could someone send her the chem worksheet so she doesn't get behind", "Maya's not in. Could someone send her the chem worksheet so she doesn't get behind"),
    ("friend", "Between us, Miss Doyle told my mam that Sinéad might have to repeat the year. Would you be up for a study group with her on Wednesdays?", "Would you be up for a study group with Sinéad on Wednesdays?"),
    ("friend", "Zara has an eating disorder, her mum told mine. can you sit with her at lunch so shes not alone", "Can you sit with Zara at lunch so shes not alone"),
    ("friend", "Mollys brother is in hospital cos he tried to hurt himself. shall we make her a card", "Shall we make Molly a card"),
)  # fmt: skip
LAUGHED_AT = (
    ("group", "Plan for sports day: relay at 10, hats on. Okay mostly blame Kofi, arms like spaghetti and twice as slow 😂 Also his dad is in prison so go easy", "Plan for sports day: relay at 10, hats on."),
    ("group", "bring 3 pens. mostly Dylan, two left feet 😂 my address is 9 Elm Road", "bring 3 pens."),
)  # fmt: skip
GLAD = (
    ("group", "happy birthday Mia 😂 my address is 9 Elm Road", "happy birthday Mia 😂"),
    ("group", "I fell over Mia haha. my address is 9 Elm Road, bring 3 pens", "I fell over Mia haha. bring 3 pens"),
)


def _counsel(nlp: Language, audience: str, text: str) -> Counsel:
    return Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))


@pytest.mark.parametrize(("audience", "before", "after"), [*HELP, *LAUGHED_AT, *GLAD])
def test_help_stays_and_a_sting_goes(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


def test_whoever_only_tells_a_secret_hears_of_no_mean_part(nlp: Language) -> None:
    counsel = _counsel(nlp, "group", "her parents are splitting up")
    assert {flag.category for flag in counsel.flags} == {"oversharing/someone-elses", "unkind/rumour"}
    assert counsel.nothing == sentences("nothing")["oversharing"]
