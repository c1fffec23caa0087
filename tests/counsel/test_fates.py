"""What becomes of each clause: whole clauses go or stay, and what is left is worth sending."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Concern, Counsel, Message

CUT_AT_A_BORDER = (
    ("group", "bring the ball before the others come u lazy slug", "can u bring the ball before the others come pls?"),
    ("group", "tell me when the others leave u muppet", "tell me when the others leave"),
    ("friend", "finish the poster before lunch go away loser", "can you finish the poster before lunch please? i need some time on my own right now"),
    ("group", "take the poster down before the others see the spelling mistake u donkey", "can u take the poster down before the others see the spelling mistake pls?"),
    ("group", "we always play bedwars cos max is a baby and cries if we dont", "we always play bedwars"),
)  # fmt: skip
NO_STUMP = (
    ("group", "leo is a wimp and wont jump"),
    ("group", "mia is a snob and would never share"),
    ("public", "cringe. delete this before more ppl see ur face"),
    ("public", "so cringe. take it down so nobody has to see ur outfit"),
    ("public", "yikes take it down. delete that dance before the boys see ur legs"),
    ("friend", "tie it up before priya see ur hair u ugly donkey"),
)
NO_PARTING = (
    ("friend", "u deleted my minecraft house!! took me 3 weeks u jerk im never playing with u again", "u deleted my minecraft house!! took me 3 weeks"),
    ("friend", "u broke my pen u idiot im never lending u anything ever again", "u broke my pen"),
    ("friend", "u ate my lunch u pig i hope ur happy now", "u ate my lunch"),
    ("friend", "ill never trust u again, u lost my pen u donkey", "i need time to trust u again, u lost my pen"),
    ("friend", "i cant find my book anymore u donkey did u take it", "i cant find my book anymore, did u take it"),
)  # fmt: skip
OF_THE_HOME = (
    (
        "group",
        "our alarm code is 4471 so u can get in when u feed the cat",
        "i'll ask at home how u can get in to feed the cat",
    ),
    ("friend", "front door code is 5521 if ur early", "ring the bell when you get here"),
    (
        "group",
        "the code for our front door is 4471 just let urselves in on sat",
        "ring the bell when you get here on sat",
    ),
    ("group", "the key is under the plant pot so just let urself in", "ring the bell when you get here"),
    ("group", "bike lock combo is 5512 if u need my bike", "ask me for the bike lock combo if u need my bike"),
)
CALLED = (
    ("group", "theo u NEVER pass ur such a ball hog, we were all free", ["theo can u pass more? we were all free"]),
    ("group", "loser go away, whos on tonight", ["whos on tonight"]),
    ("group", "finn u spoiled the ending u absolute moron, i hadnt even watched it yet", ["finn im upset that u spoiled the ending, i hadnt even watched it yet", "finn u spoiled the ending, i hadnt even watched it yet"]),
    ("group", "our wifi code is Tiger8842 if u wanna use it", ["ask me for the wifi if u wanna use it"]),
)  # fmt: skip
FACTS = (
    ("friend", "ur late AGAIN, i waited 20 mins in the rain. ur actually useless", "you were late again, i waited 20 mins in the rain."),
    ("friend", "u broke my gel pen and didnt even say sorry u selfish idiot", "u broke my gel pen and didnt even say sorry"),
    ("friend", "u said u would call and never did u liar", "u said u would call and never did"),
    ("group", "party at mine on sat!! 14 willow close, starts at 2, bring ur swimmers", "party at mine on sat!! starts at 2, bring ur swimmers"),
    ("group", "sleepover at 4 rose court, starts at 6, bring popcorn", "sleepover at mine, starts at 6, bring popcorn"),
)  # fmt: skip
SOMETHING_LEFT = (
    ("group", "new phone!! my number is 07700 900318 save it", "new phone!! ask me for my number"),
    ("public", "just started year 7 at st marys high im so nervous lol", "just started at my new school, im so nervous lol"),
    ("group", "just started year 7 at st marys high im so nervous lol", "just started year 7 at my new school, im so nervous lol"),
    ("public", "hi im jacob turner and im 10 and i love pokemon", "hi i love pokemon"),
    ("friend", "home alone again til 8 so bored", "so bored right now"),
    ("group", "dads away til sunday so can someone help with the maths", "can someone help with the maths"),
    ("public", "won the match 3-1!! i play for hillside juniors u11 every sunday 10am at king george field", "won the match 3-1!!"),
    ("group", "great now we have to redo the poster cos ur brain doesnt work ben", "great now we have to redo the poster"),
    ("friend", "ur such a copycat u got the same bag as me. get ur own personality", "u got the same bag as me."),
)  # fmt: skip
NOTHING_LEFT = (
    ("public", "hi im mia okafor im 9"),
    ("public", "i live at 9 heron mews from 3-4 pm"),
    ("public", "my mum is out and im home alone til 8"),
    ("friend", "alarm code is 4471 dont tell anyone"),
)
HURTING = (
    ("friend", "u laughed at me when i fell off the beam. ur a horrible friend"),
    ("friend", "u hid my shoes in pe and it wasnt funny. ur a bully and everyone hates u"),
    ("friend", "u called me a loser first so whatever ur the biggest loser in year 5"),
    ("group", "thanks for leaving me out of the sleepover guys, ur all fake and i hope it was rubbish"),
    ("group", "thanks for leaving me out again, ur all snakes"),
    ("group", "amir u left me out of the team again u snake"),
    ("group", "you lot threw my lunch in the bin, ur all so pathetic"),
    ("friend", "u left me out and i want to die. ur a bully"),
    ("friend", "my dad hits me and u laughed at me, ur a loser"),
    ("friend", "u kick me every day and i hate my life, ur a bully"),
    ("group", "everyone laughs at me when i read, u lot are losers"),
    ("friend", "she kicked me and you laughed, ur a loser"),
    ("stranger", "u called me a loser, ur the loser"),
    ("public", "u hid my shoes in pe, ur a bully"),
)


def _counsel(nlp: Language, audience: str, text: str) -> Counsel:
    return Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))


@pytest.mark.parametrize(("audience", "before", "after"), CUT_AT_A_BORDER)
def test_a_cut_goes_to_the_end_of_a_clause(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "text"), NO_STUMP)
def test_the_beginning_of_a_sting_is_not_offered(nlp: Language, audience: str, text: str) -> None:
    counsel = _counsel(nlp, audience, text)
    assert counsel.flags
    assert not counsel.rewrites


@pytest.mark.parametrize(("audience", "text"), HURTING)
def test_whoever_hurts_or_tells_of_others_gets_no_better_words(nlp: Language, audience: str, text: str) -> None:
    counsel = _counsel(nlp, audience, text)
    assert Concern.CARE in {flag.concern for flag in counsel.flags}
    assert not counsel.rewrites
    assert not counsel.nothing


@pytest.mark.parametrize(("audience", "before", "after"), [*FACTS, *SOMETHING_LEFT])
def test_what_is_true_and_harmless_stays(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "text"), NOTHING_LEFT)
def test_what_finds_the_child_does_not_stay(nlp: Language, audience: str, text: str) -> None:
    counsel = _counsel(nlp, audience, text)
    assert counsel.flags
    assert not counsel.rewrites


@pytest.mark.parametrize(("audience", "before", "after"), CALLED)
def test_the_name_called_stays_and_no_offer_says_less_than_one_before(
    nlp: Language, audience: str, before: str, after: list[str]
) -> None:
    assert [one.text for one in _counsel(nlp, audience, before).rewrites] == after


@pytest.mark.parametrize(("audience", "before", "after"), NO_PARTING)
def test_no_friendship_ends_in_better_words(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "before", "after"), OF_THE_HOME)
def test_nobody_asks_a_child_for_the_code_of_a_house(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


def test_no_time_of_a_party_stays_in_public(nlp: Language) -> None:
    text = "party at mine on sat!! 14 willow close, starts at 2, bring ur swimmers"
    assert not _counsel(nlp, "public", text).rewrites
