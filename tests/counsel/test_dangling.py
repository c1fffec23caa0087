"""What leaned on words that went goes with them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Counsel, Message

LEANING = (
    ("friend", "guess what kayleighs mum is having a baby i herd my mum on the phone. can you bring the good goggles on thursday", "can you bring the good goggles on thursday"),
    ("friend", "ok im bursting, Theo told me he's gay!!! are you doing drama club thurs?", "are you doing drama club thurs?"),
    ("friend", "the safe is behind the picture and the code is 1985, i can show you how it opens. wanna bring your cards on sunday", "wanna bring your cards on sunday"),
    ("public", "I finally landed a kickflip!!! Thank you to everyone who told me to keep going. And to Marissa Vance from gym who laughed: look in a mirror sometime, it'll humble you. I'm at Lowell Street skatepark every Saturday from 10", "I finally landed a kickflip!!! Thank you to everyone who told me to keep going."),
    ("group", "Bring runners not boots. Lads please not Darragh in goals, he is useless. Don't know why his da roars at us. Lifts from the church at 9", "Bring runners not boots. Lifts from the church at 9"),
    ("public", "this is traced, put credit. ur literally a fraud who cant draw, get a life", "this is traced, put credit."),
    ("group", "bring 3 pens. me and my cousin Jamie (6, green shorts, cant swim yet lol) are home alone till 9", "bring 3 pens."),
)  # fmt: skip
JOINED = (
    ("friend", "Why you so slow one? Tmr pass the baton to my right hand can or not", "Tmr can you pass the baton to my right hand please?"),
    ("friend", "Why you so blur one? Tmr bring my ez link card can or not", "Tmr can you bring my ez link card please?"),
    ("group", "LAN at mine starts 11. side gate code is 4471 and the wifi is Kookaburra_5G pw tastytoast88", "LAN at mine starts 11. Ask me for the side gate code and the wifi when you're here"),
    ("friend", "my roblox password is Biscuit2016! so u can feed my pets when im at dads ok?", "u can feed my pets on roblox when im at dads ok?"),
)  # fmt: skip
ONLY_WHAT_CAME_OF_IT = (
    ("friend", "moms card number starts 4000 i can read you all of it and then we BOTH get the dragon skin"),
    ("friend", "Do you know my daddy has like 400k cash inside the wardrobe, in one brown bag. I counted it myself"),
    ("group", "just found out why rhys goes out of class on tuesdays, he still wets the bed. keep it in here"),
    ("friend", "dads card number starts 5412, i know the rest of it. then we both get the skins"),
)  # fmt: skip


def _counsel(nlp: Language, audience: str, text: str) -> Counsel:
    return Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))


@pytest.mark.parametrize(("audience", "before", "after"), [*LEANING, *JOINED])
def test_no_clause_points_to_what_went(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "text"), ONLY_WHAT_CAME_OF_IT)
def test_what_came_of_a_detail_is_no_rewrite(nlp: Language, audience: str, text: str) -> None:
    counsel = _counsel(nlp, audience, text)
    assert not counsel.rewrites
    assert counsel.nothing
