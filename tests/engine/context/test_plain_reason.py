"""A plain reason in the same sentence explains a grave phrase; anything grave in the line, or another sentence, does not."""

from __future__ import annotations

import pytest

from coach.models import Audience, Direction, Weight
from tests.conftest import Check

EXPLAINED = {
    "away, at the dentist": "my friend said she wont be here tomorrow, shes at the dentist",
    "a goodbye of somebody who moves": "leo says goodbye to everyone hes moving to spain",
    "a goodbye before a flight": "my cousin said goodbye to everyone, her flight is at 6",
    "the writer's own goodbye": "bye everyone im off to france see you in september",
    "given away, moving house": "she gave me all her stuff and said she wont need it, shes moving house",
    "a knife for the cake": "max said hes bringing a knife tmrw to cut the cake",
    "hungry": "i feel empty lets get pizza",
    "an enemy in a game": "i hate him, that zombie boss got me again",
    "a grown-up knows": "mum knows, tell mum im at ur house",
    "hidden in a game": "im hiding in the cupboard, leo is still looking for me",
    "a pet that is stuck": "my hamster is stuck in the tube again",
    "a platform of an outing": "on the platform for the steam train, so much soot",
    "a plant gives up": "even my cactus has given up on life",
    "a burnt dish": "burnt the rice again, i am a disgrace 😂",
    "one subject": "no hope for me in chemistry lol",
    "hate and love in one breath": "omg i hate you i love you",
    "hate of a glad one": "u got us tickets?? no way i hate you im screaming i love you",
}
MEANT = {
    "no reason": "my friend said she wont be here tomorrow",
    "a reason of another phrase": "my friend said she wants to die, shes at the dentist now",
    "crying beside it": "my friend said she wont be here tomorrow, shes at camp and she was crying",
    "her things beside it, in another sentence": "she said goodbye to everyone, shes at the dentist. she gave me her stuff",
    "a reason in another sentence": "i wont be here much longer. we are going to france",
    "a knife to hurt somebody": "max said hes bringing a knife tmrw to cut the cake and stab leo",
    "empty inside": "i feel so empty inside lol lets get pizza",
    "not hungry": "i feel empty and i dont want pizza",
    "a boss and somebody real": "i hate him, leo stole the boss loot",
    "mum knows nothing": "mum knows nothing, tell mum im at ur house",
    "hidden in fear": "im hiding in the cupboard hes still looking for me and shouting",
    "a pet beside the writer": "im stuck at the station with my dog",
    "alone on a platform": "im on the platform alone after the steam train",
    "the writer gives up": "my cactus has given up on life and so have i",
    "a burnt dish and an angry father": "i burnt the rice and dad went mad, i am a disgrace",
    "no hope at all": "no hope for me in maths or in life",
    "hate and a new love": "i hate you, i love my real friends",
    "hate with a reason": "i hate you i used to love you you ruined my birthday thanks",
}
GAMES = {
    "asking for a gift": "can i have free robux pls",
    "doubting a gift": "i never get free robux its all scams",
    "anybody in a base": "is anyone home in the blue base",
    "a school of stories": "whats ur school in the game, slytherin?",
    "the view of a player": "turn ur camera round, boss is behind u",
    "fetched in a helicopter": "ill pick u up in the helicopter, get on the roof",
    "owed inside a game": "u owe me 3 carrots mate",
}
EARNEST = {
    "asking, and offering a link": "can i have free robux? u can too at this link",
    "offering a gift": "u want free robux? just ask me",
    "anybody in a room": "is anyone home with u in the blue house",
    "a real school": "whats ur school irl, mine is not slytherin",
    "a camera on a room": "turn ur camera round so i can see ur room, boss is behind u",
    "fetched from school": "ill pick u up from school in the helicopter lol",
    "owed a picture": "u owe me 3 pics and 3 carrots",
}
DONE_IN_GAMES = {
    "the last of a team": "everyone on my team left its just me",
    "a spot kept quiet": "i wont tell them where the flag is",
    "advice that worked": "did what u said and the piston works now!!",
    "a team that is cross": "sorry for dying so much lol dont be mad",
    "a swap of blocks": "deal, 4 emeralds for the saddle",
}
DONE = {
    "the last at home": "everyone left its just me at home",
    "a secret": "i wont tell them where the flag is or about us",
    "done as ordered": "did what u said and deleted it, the piston works now",
    "afraid of somebody": "sorry for dying so much dont be mad ill send it",
    "a swap for a picture": "deal, 4 emeralds for the pic",
}


@pytest.mark.parametrize("kind", EXPLAINED)
def test_a_plain_reason_explains_it(kind: str, check_text: Check) -> None:
    assert not check_text(EXPLAINED[kind], audience=Audience.FRIEND).flags


@pytest.mark.parametrize("kind", MEANT)
def test_what_is_meant_is_heard_all_the_same(kind: str, check_text: Check) -> None:
    assert check_text(MEANT[kind], audience=Audience.FRIEND).flags


@pytest.mark.parametrize("kind", GAMES)
def test_what_strangers_say_of_their_game_is_calm(kind: str, check_text: Check) -> None:
    assert not check_text(GAMES[kind], direction=Direction.RECEIVED, audience=Audience.STRANGER).flags


@pytest.mark.parametrize("kind", EARNEST)
def test_what_strangers_mean_is_a_stop_all_the_same(kind: str, check_text: Check) -> None:
    report = check_text(EARNEST[kind], direction=Direction.RECEIVED, audience=Audience.STRANGER)
    assert Weight.STOP in {flag.weight for flag in report.flags}


@pytest.mark.parametrize("kind", DONE_IN_GAMES)
def test_what_is_done_in_a_game_goes_along_with_nothing(kind: str, check_text: Check) -> None:
    assert not check_text(DONE_IN_GAMES[kind], audience=Audience.STRANGER).flags


@pytest.mark.parametrize("kind", DONE)
def test_what_is_done_for_a_stranger_counts_beside_a_game(kind: str, check_text: Check) -> None:
    assert check_text(DONE[kind], audience=Audience.STRANGER).flags


PICTURES_OF_MORE = (
    "ill send u a pic of me and my hamster",
    "ill send u a pic of my hamster then one of me",
    "ill send u a pic of my hamster in my room",
    "i can send u a pic of my dog outside our house",
    "ill send u a pic of my cat dont tell anyone",
)


def test_a_picture_of_a_pet_alone_weighs_little(check_text: Check) -> None:
    report = check_text("ill send u a pic of my hamster", audience=Audience.STRANGER)
    assert [flag.weight for flag in report.flags] == [Weight.NOTICE]


@pytest.mark.parametrize("text", PICTURES_OF_MORE)
def test_a_picture_of_more_than_a_pet_is_a_stop(text: str, check_text: Check) -> None:
    report = check_text(text, audience=Audience.STRANGER)
    assert Weight.STOP in {flag.weight for flag in report.flags}
