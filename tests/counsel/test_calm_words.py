"""What helps nobody to find a child stays in a rewrite, and what does goes: amounts, pages, plans and tips."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Counsel, Message

AMOUNTS = (
    ("public", "I baked 48 buns for the animal shelter and sold EVERY one!! i live at 112 Quail Lane", "I baked 48 buns for the animal shelter and sold EVERY one!!"),
    ("public", "I made 30 bracelets for the donkey sanctuary and sold 24!! my house is 5 Fern Close", "I made 30 bracelets for the donkey sanctuary and sold 24!!"),
    ("public", "we raised 410 dollars for the library and i read 52 books, my full name is Oona Farrelly and i go to Ashgrove Elementary", "we raised 410 dollars for the library and i read 52 books"),
    ("stranger", "i put powered rails every 8 blocks uphill and every 32 on the flat. im Oskar Lindgren btw", "i put powered rails every 8 blocks uphill and every 32 on the flat."),
    ("public", "Passed my swimming test!! I'm at Lido Road pool every sunday at 9", "Passed my swimming test!!"),
    ("public", "leaving for Crete tomorrow for two weeks. drop me book recs for the flight, i like dragons", "drop me book recs for the flight, i like dragons"),
)  # fmt: skip
PLANS = (
    ("group", "cant do the call soz, im on my own til like 11. has anyone done the french vocab its pages 40 to 41", "cant do the call soz. has anyone done the french vocab its pages 40 to 41"),
    ("group", "im home alone till 7, mum works late. the homework is page 12 and questions 3 to 6, its due wednesday", "the homework is page 12 and questions 3 to 6, its due wednesday"),
    ("group", "im on my own till 6. pizza is $10 and the match is on saturday", "pizza is $10 and the match is on saturday"),
    ("group", "ok so for the sleepover on friday u need a sleeping bag, a torch and $10 for pizza. 61 Bottlebrush Crescent. ur such a baby hamish", "ok so for the sleepover on friday u need a sleeping bag, a torch and $10 for pizza."),
    ("group", "shut up nobody asked. vote by friday? blue or green", "vote by friday? blue or green"),
    ("friend", "ur so dumb lol. its question 7 on page 31, u carry the 2", "its question 7 on page 31, u carry the 2"),
)  # fmt: skip
TIPS = (
    ("stranger", "haha u guessed right im 10, 11 on the 14th of march. u have to press jump twice then slide thats how u get the coin", "u have to press jump twice then slide thats how u get the coin"),
    ("stranger", "im 11 btw. to beat the spider u need 4 fire arrows and u hit the legs first", "to beat the spider u need 4 fire arrows and u hit the legs first"),
    ("stranger", "i live in Bristol lol. u put the hopper under the chest then 8 rails then a lamp", "u put the hopper under the chest then 8 rails then a lamp"),
    ("stranger", "Thank you!! I only use colored pencils. I'm Kiara Desrosiers", "Thank you!! I only use colored pencils."),
)  # fmt: skip
HELPS_TO_FIND = (
    ("stranger", "im 12. you need to get here before 5"),
    ("stranger", "im 10. you put the lamp on the left of my house"),
    ("stranger", "im 10 and you?"),
    ("stranger", "im Tom Marsh, 11. thats how you find me"),
    ("public", "I sold 24 cakes at the church hall on saturday, we live at 4 Mill Lane"),
    ("public", "walked every 2 weeks with grandad past the mill. i live at 7 Oak Lane"),
    ("public", "my address is 9 Lark Road. drop it at the door"),
    ("group", "mum is away till friday, homework is due friday"),
    ("group", "home alone till 9. grandad is back on friday"),
)


def _counsel(nlp: Language, audience: str, text: str) -> Counsel:
    return Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))


@pytest.mark.parametrize(("audience", "before", "after"), [*AMOUNTS, *PLANS, *TIPS])
def test_what_helps_nobody_to_find_a_child_stays(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "text"), HELPS_TO_FIND)
def test_a_place_a_time_or_a_question_back_does_not_stay(nlp: Language, audience: str, text: str) -> None:
    counsel = _counsel(nlp, audience, text)
    assert counsel.flags
    kept = " ".join(one.text for one in counsel.rewrites)
    assert all(word not in kept for word in ("here", "house", "you", "hall", "mill", "door", "friday"))
