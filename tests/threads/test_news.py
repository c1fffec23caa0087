"""Cruel answers to what a friend shares, by the kind of news and the kind of answer."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.models import Role
from coach.models.category import CATEGORY_IDS
from coach.models.thread import Between
from coach.threads.news import answer_kinds
from tests.threads.test_conversation import conversation

CRUEL = [
    ("i passed my grade 3 piano", "who asked"),
    ("i got 68 in the maths test, proper happy", "took u long enough"),
    ("tom said he likes my drawing", "dont flatter urself"),
    ("im getting an ipad for my birthday", "must be nice"),
    ("ms khan said my story was the best", "she says that to everyone lol"),
    ("my mum and dad are splitting up", "and?"),
    ("my rabbit died this morning", "its a rabbit"),
    ("my rabbit died this morning", "k"),
    ("my dogs really poorly", "ur point?"),
    ("nobody came to my party", "wonder why"),
    ("i think i failed spelling again", "shocker"),
    ("i didnt get in the team", "cry abt it"),
    ("im so nervous for the audition tmrw", "nobody was gonna pick u anyway"),
    ("i cant stop crying about my nan", "here we go again"),
    ("do u like my new hair", "did u lose a bet"),
    ("i made u a bracelet", "i dont wear rubbish"),
    ("im having a party on sat, want to come?", "with u? lol"),
    ("wanna walk home together", "id rather get the bus"),
    ("sorry i dropped the ball at the end", "cost us the game. well done"),
    ("omg sorry i forgot the poster", "u had one job"),
    ("we might have to move away", "dont let the door hit u"),
]
DRY = [
    ("i passed my grade 3 piano", "k nice one"),
    ("i got my first goal today!!!!", "about time haha, well done"),
    ("i finally did a backflip", "prove it"),
    ("i think maya likes me", "took u long enough to notice"),
    ("look at my new profile pic", "k"),
    ("do u like my new hair", "its alright yeah"),
    ("do i look ok in this?", "yeah"),
    ("my rabbit died this morning", "oh no. thats rubbish"),
    ("my mum and dad are splitting up", "wait what. u ok?"),
    ("i broke my arm at trampoline", "again??"),
    ("i think i failed spelling again", "same lol"),
    ("im scared of the dentist tmrw", "its only 5 mins"),
    ("im having a party on sat, want to come?", "cant, football"),
    ("lets be roomies on the trip", "only if u dont snore"),
    ("sorry i was late to practice", "np"),
    ("sorry i dropped the ball at the end", "its fine happens"),
    ("were moving to scotland in june", "wait seriously??"),
    ("im player of the match", "deserved"),
    ("i built a new base in minecraft", "who asked"),
    ("i finally got to level 30", "took u long enough"),
    ("who has the charger", "who asked"),
    ("whats for lunch", "and?"),
]


def unkind(nlp: Language, said: list[tuple[str, str]], me: str = "Mia", between: Between | None = None) -> list[Role]:
    """The roles of unkind flags of the last turn."""
    _, read = conversation(nlp, said, me, between)
    return [flag.role for flag in read[-1].flags if flag.concern == "unkind"]


@pytest.mark.parametrize(("news", "answer"), CRUEL)
def test_a_cruel_answer_to_news_is_unkind_whoever_gives_it(nlp: Language, news: str, answer: str) -> None:
    assert unkind(nlp, [("Mia", news), ("Ana", answer)]) == [Role.TARGET]
    assert unkind(nlp, [("Ana", news), ("Mia", answer)]) == [Role.WRITER]


@pytest.mark.parametrize(("news", "answer"), DRY)
def test_a_dry_answer_and_one_to_no_news_are_silent(nlp: Language, news: str, answer: str) -> None:
    for child, other in (("Mia", "Ana"), ("Ana", "Mia")):
        _, read = conversation(nlp, [(child, news), (other, answer)])
        assert not [flag for flag in read[-1].flags if flag.rule.endswith("/answer")]


def test_only_the_turn_right_before_is_answered_by_somebody_else(nlp: Language) -> None:
    news = ("Ana", "i passed my grade 3 piano")
    assert unkind(nlp, [news, ("Leo", "whos got the maths"), ("Mia", "must be nice")]) == []
    assert unkind(nlp, [("Mia", "hi"), news, ("Ana", "so happy"), ("Leo", "must be nice")]) == [Role.WITNESS]


def test_parents_strangers_and_the_sender_answer_no_news(nlp: Language) -> None:
    news = "im getting an ipad for my birthday"
    assert unkind(nlp, [("Mia", news), ("Mum", "must be nice")]) == []
    assert unkind(nlp, [("Mia", news), ("Rexo", "must be nice")], between=Between.ONLINE) == []
    assert unkind(nlp, [("Mia", "hi"), ("Ana", news), ("Ana", "must be nice")]) == []


def test_every_kind_of_answer_has_a_category_and_news_that_it_follows() -> None:
    kinds = {"good", "bad", "grave", "worry", "shares", "invites", "slip", "leaves"}
    for kind in answer_kinds():
        assert kind.category in CATEGORY_IDS
        assert kind.to
        assert kind.to <= kinds
