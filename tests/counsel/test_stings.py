"""Nothing that stings without a mark is offered as a rewrite, and no child is asked to keep it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Counsel, Message

WITHOUT_THE_STING = (
    ("friend", "bro why u so slow at everything, court at 5 sharp bring the ball and try not to embarrass me this time", "court at 5 sharp bring the ball"),
    ("group", "ew im not sitting next to leo on the coach he's sweaty and gross can someone swap i need the window", "can someone swap i need the window"),
    ("group", "Sir says kits in by monday and we can bring whatever we like. Just not what keely wore last time, we all needed eye bleach 😂 Oh and bring spare socks", "Sir says kits in by monday and we can bring whatever we like. Oh and bring spare socks"),
    ("public", "Selling my old skates £15, good wheels. ring 07700 900318. no cheapskates i know what u lot are like", "Selling my old skates £15, good wheels."),
    ("friend", "so choir got moved to tues not mon im telling u now bc last time u cried like a toddler when u forgot ur folder", "so choir got moved to tues not mon"),
    ("friend", "Dear Poppy, you are a two faced toad and I would like my gel pen back.", "Dear Poppy I would like my gel pen back."),
    ("stranger", "selling 3 legendaries 500 coins each, u broke?? then dont waste my time peasant", "selling 3 legendaries 500 coins each"),
    ("stranger", "u suck, are u 8 or what. the castle is cool tho", "the castle is cool tho"),
    ("public", "i got my green belt today!!!! i do it at 12 Ferrybank Road", "i got my green belt today!!!!"),
    ("friend", "Thanks for the lovely card 😊 ur handwriting is trash lol", "Thanks for the lovely card 😊"),
    ("friend", "sorry i missed ur texts was at my uncles place. ur such a stalker. im free after 5", "sorry i missed ur texts was at my uncles place. im free after 5"),
    ("public", "this slime tutorial worked so well thank youuu!! whoever made the one in the comments should prob quit cooking", "this slime tutorial worked so well thank youuu!!"),
    ("stranger", "im 13 but everyone says i look older", "i dont share my age online"),
    ("stranger", "im 13 but people say im hot", "i dont share my age online"),
    ("public", "im 13 and i built a castle", "i built a castle"),
)  # fmt: skip
NOTHING = (
    ("group", "bro ur so washed literally carried u last 3 games u owe me a skin"),
    ("stranger", "uninstall. worst teammate i ever had n i play with my hamster"),
    ("friend", "guess who anya likes.... LIAM 😭😭 she made me swear on my cat not to say"),
    ("public", "come n watch me in the show im a bush 🌳 im in year 5 at Marlfield Primary School"),
    ("group", "mia is a babyyy mia is a babyyyy wah wah"),
    ("friend", "I asked everyone and they all said the same thing. You're hard work. We'd all have more fun if you found somebody else to sit with."),
    ("stranger", "no friends irl is it, ur such a loser"),
)  # fmt: skip


def _counsel(nlp: Language, audience: str, text: str) -> Counsel:
    return Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))


@pytest.mark.parametrize(("audience", "before", "after"), WITHOUT_THE_STING)
def test_what_is_worth_keeping_stays_without_the_sting(nlp: Language, audience: str, before: str, after: str) -> None:
    assert [one.text for one in _counsel(nlp, audience, before).rewrites] == [after]


def test_a_request_to_all_stays_before_an_emoji_and_who_is_left_out(nlp: Language) -> None:
    counsel = _counsel(nlp, "group", "sleepover at mine fri!! bring ur pillows 🏊 not u finn ur banned u little freak")
    assert "bring ur pillows" in counsel.rewrites[0].text


def test_who_is_sent_outside_is_offered_no_piece_of_it(nlp: Language) -> None:
    assert not _counsel(nlp, "group", "get a life lol. go outside. touch some grass or something").rewrites


@pytest.mark.parametrize(("audience", "text"), NOTHING)
def test_where_only_a_sting_is_left_nothing_is_offered_or_to_be_kept(nlp: Language, audience: str, text: str) -> None:
    counsel = _counsel(nlp, audience, text)
    assert not counsel.rewrites
    assert counsel.nothing
    assert not counsel.nothing.startswith("Keep")


@pytest.mark.parametrize(
    ("audience", "text"),
    [
        ("public", "im 13 but everyone says i look older"),
        ("group", "my insta pw is maya2013! somebody log in and keep my streak"),
        ("public", "my school is larkhill high and the chippy is the best we r always there fridays"),
    ],
)
def test_what_only_serves_the_detail_that_went_is_not_offered(nlp: Language, audience: str, text: str) -> None:
    for rewrite in _counsel(nlp, audience, text).rewrites:
        assert not {"look", "streak", "fridays"} & set(rewrite.text.split())
