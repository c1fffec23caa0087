"""What a draft asks, plans or complains of stays whole when what hurts beside it goes."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.counsel.best_rewrite import best_rewrite

WHOEVER = (
    ("whoever messed up the set is an actual idiot, we start at 6", "whoever messed up the set, please be careful next time"),
    ("whoever keeps leaving the balls out in the rain is a moron. coach is cross", "whoever keeps leaving the balls out in the rain, can you stop that?"),
    ("whoever took my blue lunchbox is a rat, mum says i have to pay", "whoever has my blue lunchbox, can you give it back? mum says i have to pay"),
    ("whoever left the gate open is a total muppet and now the rabbit is gone", "whoever left the gate open, please be careful next time. now the rabbit is gone"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "start"), WHOEVER)
def test_whoever_did_something_is_asked_and_not_insulted(nlp: Language, text: str, start: str) -> None:
    assert best_rewrite(nlp, "group", text).startswith(start)


COMPLAINTS = (
    ("you ALWAYS ruin everything, i waited at the swings for ages and you never even came", "i waited at the swings for ages and you never even came"),
    ("you are the meanest sister in the world. you said you would plait my hair and you went to the mall with Lola", "you said you would plait my hair and you went to the mall with Lola"),
    ("ur such a snake. i told u that stuff about my dad and u went and told Mia", "i told u that stuff about my dad and u went and told Mia"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "rewrite"), COMPLAINTS)
def test_what_came_of_a_promise_stays_with_the_promise(nlp: Language, text: str, rewrite: str) -> None:
    assert best_rewrite(nlp, "friend", text) == rewrite


REQUESTS = (
    ("omg get out of my room and stop touching my stuff you little freak", "can you get out of my room and stop touching my stuff please?"),
    ("lads will ye shut up for one minute, what time is the bus saturday", "what time is the bus saturday"),
    ("stop moaning ur such a baby, practice is only half an hour. are you in or not", "practice is only half an hour. are you in or not"),
    ("stop being such a drama queen, match is only moved to Sunday. Tell me if you are in or I will ask Kabir", "match is only moved to Sunday. Tell me if you are in"),
    ("no we are NOT doing ur stupid idea, we voted 5 to 2 for the bake sale so get over it", "no we are NOT doing ur idea, we voted 5 to 2 for the bake sale"),
    ("give me my hoodie back thief or ill tell everyone what u said", "can u give me my hoodie back pls?"),
    ("you absolute clown, this group is for the assignment", "this group is for the assignment"),
    ("stay out of my bag you little thief, its my gum", "can you stay out of my bag please? its my gum"),
    ("why you so blur one, the deadline is tmr 5pm, send me your part can", "the deadline is tmr 5pm, can you send me your part please?"),
    ("if u dont let me be player one im telling everyone u still sleep with a teddy", "can u let me be player one pls?"),
    ("get a life and stop replying to me, i only asked what paint he used", "stop replying to me, i only asked what paint he used"),
    ("no one is using ur rubbish playlist, miss said we can have the radio", "miss said we can have the radio"),
    ("Kofi your presentation was trash and you made us late, miss said we have to redo slide 4", "Kofi miss said we have to redo slide 4"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "rewrite"), REQUESTS)
def test_a_request_is_left_whole_and_kind(nlp: Language, text: str, rewrite: str) -> None:
    assert best_rewrite(nlp, "group", text) == rewrite


STINGS = (
    ("Callum ur so slow its actually painful, send ur slide by 6", "painful"),
    ("who told you that you can dance?? pls stop torturing us 😂🙏", "torturing"),
    ("ur such a snake. like who even does that. i want my charger back", "who even"),
    ("ew who painted this, looks like a toddler did it. anyway the paint goes back to room 12", "painted"),
    ("ur just a teachers pet and everybody in our row thinks so", "thinks so"),
    ("Dont put him in our relay, he runs like a fridge", "relay"),
    ("love how you just wear anything!! i could never, id care too much what people thought x", "could never"),
    ("u said ur life is over cause of one bad grade? then end it already, stop posting", "life"),
    ("you little rat i know it was u who told ms p about the gum", "was u"),
    ("if you tell teacher im going to get my brother to batter you", "I was upset"),
)


@pytest.mark.parametrize(("text", "sting"), STINGS)
def test_what_only_adds_to_an_insult_goes_with_it(nlp: Language, text: str, sting: str) -> None:
    assert sting not in best_rewrite(nlp, "group", text)


FOUND = (
    ("public", "LOST our cat Biscuit, ginger with one white paw, if u see him bring him to 8 Fennel Way or ring my mum 07700 900142", "LOST our cat Biscuit, ginger with one white paw, if u see him, comment here"),
    ("group", "just ping me on 07700 900552 when the drop goes live", "message me here when the drop goes live"),
    ("public", "new uniform day. starting year 7 at Wattle Ridge College, im in 7C with Mr Dunmore", "starting at my new school"),
    ("group", "seen a brown dog, if anyone knows the owner tell them to ring 07700 900188", "seen a brown dog, message me here"),
    ("group", "ok so the sleepover is at 41 Heath Drive, bring a pillow", "the sleepover is at mine, bring a pillow"),
    ("group", "me and my sister are on our own till mum gets back at 9, someone come online im so bored", "someone come online im so bored"),
    ("public", "starting at Brookfield High on monday, so nervous", "starting at my new school"),
    ("public", "if anyone knows whose kitten it is call my dad on 07700 900345", ""),
    ("public", "last one is my little sister Aoife Brannigan (4) on her first day in Scoil Chnoc Rua", ""),
    ("group", "Ms Achterberg's homeroom, portable 3. come find me", ""),
    ("group", "i'll be on the bench, every tuesday after choir at half four you can find me there", ""),
    ("friend", "post it to unit 6/118 Pelican Parade, Corrigal Bay", ""),
    ("friend", "eh the art club login is 4b_artclub and the password is Noodle!82, dont anyhow post ok", ""),
)  # fmt: skip


@pytest.mark.parametrize(("audience", "text", "rewrite"), FOUND)
def test_beside_a_detail_only_what_means_something_without_it_stays(
    nlp: Language, audience: str, text: str, rewrite: str
) -> None:
    assert best_rewrite(nlp, audience, text) == rewrite
