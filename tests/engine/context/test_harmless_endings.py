"""Grave words that go on harmlessly are silent; the same words alone, or going on otherwise, are not."""

from __future__ import annotations

import pytest

from coach.models import Audience, Direction
from tests.conftest import Check

SILENT = [
    "im scared of my dad jokes getting worse",
    "i locked myself in the bathroom by accident",
    "bruises on my knees from hockey",
    "im in the wardrobe, its hide n seek shhh",
    "we hid in the cupboard until grandad shouted found you",
    "the fish died, the one in animal crossing",
    "cant do this anymore, level 94 is impossible",
    "happy birthday grandad you old goat love u loads",
    "Dad im by the side gate next to the red car",
    "bring the slip or i cannot go on the trip",
    "did u walk or did she find the car keys",
    "anyone else listen to kys fm in the car",
    "im hopeless at this",
    "im hiding from my brother cos i ate his crisps",
    "locked myself in the bathroom so my sister cant borrow my straightener",
    "pls stop hitting me in mario kart",
    "mum pls get me from the library at 4",
    "aunt lerato we landed, waiting at carousel 5",
    "dont tell mia about the party its a surprise",
    "whoever keeps spamming stop",
    "open the window its boiling",
    "pls stop",
]
FLAGGED = [
    "im scared of my dad",
    "i locked myself in the bathroom so he cant get in",
    "bruises on my knees from his belt",
    "im in the wardrobe and he is shouting",
    "the fish died",
    "cant do this anymore",
    "i cannot go on like this",
    "you old goat",
    "love u mum, you stupid cow",
    "dad is at work im by the side gate next to the red car",
    "he says pay or he will hurt my mum",
    "kys",
    "im hopeless at this whole life thing",
    "im hopeless",
    "im hiding from my brother",
    "im hiding from my brother because i ate his crisps and hes going to beat me up",
    "im scared of my dad because i ate his crisps",
    "pls stop hitting me",
    "pls get me from dads hes drunk",
    "aunt jo said we are at gate 14",
    "dont tell mia about the party, she isnt invited",
    "whoever keeps calling ella names stop",
    "open the window u stink",
    "pls stop it hurts",
]


@pytest.mark.parametrize("text", SILENT)
def test_grave_words_that_go_on_harmlessly_are_silent(check_text: Check, text: str) -> None:
    assert not check_text(text, audience=Audience.FRIEND).flags


@pytest.mark.parametrize("text", FLAGGED)
def test_the_same_words_are_flagged_without_such_an_ending(check_text: Check, text: str) -> None:
    assert check_text(text, audience=Audience.FRIEND).flags


def test_a_surprise_that_parents_know_of_is_kept_among_friends_only(check_text: Check) -> None:
    text = "keep it a secret from Mia bc its her surprise cake, my mum and your mum know"
    assert not check_text(text, direction=Direction.RECEIVED, audience=Audience.FRIEND).flags
    assert check_text(text, direction=Direction.RECEIVED, audience=Audience.STRANGER).flags


def test_family_may_be_rough_and_warm_but_a_group_may_not(check_text: Check) -> None:
    text = "happy birthday grandad you old goat, love you loads"
    assert not check_text(text, audience=Audience.FRIEND).flags
    assert check_text(text, audience=Audience.GROUP).flags
    assert check_text("you old goat. love you loads, says grandad", audience=Audience.FRIEND).flags
