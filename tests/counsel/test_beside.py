"""What is asked, told or enjoyed beside an insult or a detail stays, and no scrap of what went."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Message

ASKED = (
    ("public", "love ur sewing channel! but ur hair looks like a dead rat, what thread do u use for denim", "love ur sewing channel! what thread do u use for denim"),
    ("friend", "did u get number 4 on the maths sheet, also ur brother looks like a frog in that pic", "did u get number 4 on the maths sheet"),
    ("public", "ur a hopeless teacher and ur voice is like a wet cat. can u do that level slower pls", "can u do that level slower pls"),
    ("public", "nice cupcakes. why is ur kitchen so dirty, were u raised in a bin? how long did u cook them for", "nice cupcakes. how long did u cook them for"),
    ("group", "pls vote for the green team!! other captain is a fat liar", "pls vote for the green team!!"),
    ("friend", "leo wets himself in pe, dont tell him i said. are u coming to the next concert?", "are u coming to the next concert?"),
    ("group", "movie night vote: shark film or the space one? milo doesnt get a vote hes a baby", "movie night vote: shark film or the space one?"),
    ("group", "max 6 for bowling so i cant ask all. rosa ur out, ur a moaning cow. the rest of u tell me by friday", "max 6 for bowling so i cant ask all. the rest of u tell me by friday"),
    ("friend", "save me a seat at lunch or ill tell everyone about ur diary, i get nervous on my own", "can you save me a seat at lunch please? i get nervous on my own"),
    ("stranger", "revive quicker next time noob ur useless, we were so close", "revive quicker next time, we were so close"),
    ("group", "the paint is under the sink, wash the brushes after u slobs", "the paint is under the sink, wash the brushes after"),
)  # fmt: skip
TOLD = (
    ("friend", "soz cant play till 7 got the dentist, dont start without me u dumbo", "soz cant play till 7 got the dentist, dont start without me"),
    ("friend", "u said u would feed my fish and u never did. i hate u", "u said u would feed my fish and u never did. im really angry with u"),
    ("group", "eid mubarak everyone 🌙 except sana, hope u get zero sweets u rat", "eid mubarak everyone 🌙"),
    ("group", "happy new year all 🎆 apart from jade, shes a snake", "happy new year all 🎆"),
    ("public", "we planted 30 trees and now my legs are jelly. u look like a thumb", "we planted 30 trees and now my legs are jelly."),
)  # fmt: skip
ENJOYED = (
    ("public", "First trophy ever!!! 🏆 im there every mon n wed 4 to 5, Elmhurst Road pool lane 2, come and watch", "First trophy ever!!!"),
    ("public", "Finally got my kitten!!! Her name is Pickle and she already ate my slipper. We live at 8 Plover Lane, come see her", "Finally got my kitten!!! Her name is Pickle and she already ate my slipper."),
    ("public", "Day 5 of learning chess ♟️ im 11 and i go to Larkfield Primary if anyone there wants a game", "Day 5 of learning chess ♟️"),
    ("public", "new roller skates came 🛼😍 heres my address for the giveaway: 3 Finch Way", "new roller skates came 🛼😍"),
    ("public", "just baked 24 cupcakes!!! mum and dad out till 9 so the kitchens all mine", "just baked 24 cupcakes!!!"),
    ("public", "FINALLY hit level 50 🎉 add me on snap luka_x99 im 12", "FINALLY hit level 50 🎉"),
    ("friend", "happy birthday!! 🎈 my mums card is 4929 1234 5678 9012 exp 04/27 buy urself something", "happy birthday!!"),
    ("public", "passed grade 5 piano!!! my teacher lives at 22 Mill Close", "passed grade 5 piano!!!"),
    ("friend", "Guess what, were off to Rome on the 4th for two whole weeks!! Nobody will be at ours so can you water my beans? Key is under the pot", "Can you water my beans?"),
)  # fmt: skip
NO_SCRAP = (
    ("public", "how do u stop the paint peeling? also u look like a potato 👍", "how do u stop the paint peeling?"),
    ("friend", "nina likes omar she told me in the tent and i pinky swore 🤭 what time is choir", "what time is choir"),
    ("group", "Pool party at ours sat!! 27 Plover Crescent, send this to anyone u want, bring towels", "Pool party at ours sat!! bring towels"),
    ("public", "Shoutout to us for winning the quiz 🎉 take that Larkfield, bunch of dumb losers", "Shoutout to us for winning the quiz 🎉"),
    ("group", "the cupboard code is 4199, can someone grab mine out pls im at the dentist", "can someone grab mine out pls"),
)  # fmt: skip
NOTHING = (
    ("group", "merry christmas all apart from jade, shes a snake"),
    ("group", "how long did u spend on that outfit? u look like a bin bag"),
    ("group", "vote kyle for ugliest in the team! he looks like a rat"),
    ("friend", "the rest of u tell on him, hes a snitch"),
    ("friend", "help me cheat in the test or ill tell everyone ur secret"),
    ("friend", "save me a seat alone behind the shed or ill tell everyone what u did"),
    ("friend", "invite me to ur house and give me 20 quid or ill post ur pics"),
    ("public", "what soap do u use for that face? u look like a pizza"),
    ("friend", "cant play with u anymore ur too ugly"),
    ("group", "cant do maths to save ur life u donkey"),
    ("public", "Day 4 of our trip to Crete 🏖️ the house at 5 Elm Road is empty till the 20th"),
    ("public", "just moved to 14 Beech Lane!!! 🏡 come say hi"),
    ("public", "just landed in Malaga ✈️ house is empty till the 12th lol"),
    ("public", "24 kids came to my party!!! at 7 Oak Drive omg"),
)


def _best(nlp: Language, audience: str, text: str) -> str | None:
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))
    assert counsel.flags
    return counsel.rewrites[0].text if counsel.rewrites else None


@pytest.mark.parametrize(("audience", "before", "after"), [*ASKED, *TOLD, *ENJOYED])
def test_what_has_nothing_to_do_with_the_mark_stays(nlp: Language, audience: str, before: str, after: str) -> None:
    best = _best(nlp, audience, before)
    assert best is not None
    assert best.startswith(after)


@pytest.mark.parametrize(("audience", "before", "after"), NO_SCRAP)
def test_no_scrap_of_what_went_is_left(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _best(nlp, audience, before) == after


@pytest.mark.parametrize(("audience", "text"), NOTHING)
def test_what_goes_on_hurting_or_showing_where_is_not_kept(nlp: Language, audience: str, text: str) -> None:
    assert _best(nlp, audience, text) is None
