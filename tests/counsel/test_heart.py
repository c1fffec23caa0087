"""What a draft was sent for stays in its rewrite: a duty, a mistake, a debt, a friend stood up for, a plain notice."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Counsel, Message

BESIDE_A_NAME = (
    ("friend", "its your turn to walk the dog so come downstairs you lazy slob", "its your turn to walk the dog so come downstairs"),
    ("friend", "Mum says its your night for the dishes so get down here you lazy pig", "Mum says its your night for the dishes so get down here"),
    ("group", "you were supposed to print the map you absolute donkey and the bus leaves at 9", "you were supposed to print the map and the bus leaves at 9"),
    ("group", "Zara you muppet it was your job to bring the tape and we still need to finish the set", "Zara, it was your job to bring the tape and we still need to finish the set"),
    ("public", "your answer to question 4 is wrong you utter muppet, it should be 12", "your answer to question 4 is wrong, it should be 12"),
    ("public", "Your review of the film is wrong, the brother dies in the first one, do your research you absolute walnut", "Your review of the film is wrong, the brother dies in the first one"),
    ("friend", "you owe me £4 from the trip you stingy rat", "you owe me £4 from the trip"),
    ("friend", "stop ringing me at 6am sicko nobody likes u that much. my baby sister wakes up", "stop ringing me at 6am. my baby sister wakes up"),
    ("group", "I carried the whole set and my back hurts and you lot are pathetic", "I carried the whole set and my back hurts"),
)  # fmt: skip
COMPARED = (
    ("friend", "ur turn to feed the class guinea pigs n if u forget again like the dimwit u are they'll starve", "ur turn to feed the class guinea pigs n if u forget again, they'll starve"),
    ("friend", "dont forget the key again like the idiot you are", "dont forget the key again"),
    ("friend", "it was your job to water the tomatoes n if u forget again like the moron u are they'll die", "it was your job to water the tomatoes n if u forget again, they'll die"),
)  # fmt: skip
STOOD_UP_FOR = (
    ("friend", "he wasnt lying. ur the liar you absolute snake. leave him alone", "he wasnt lying. leave him alone"),
    ("friend", "My cousin has a stammer and he wasn't being rude. You're the rude one, you absolute snake. Leave him alone", "My cousin has a stammer and he wasn't being rude. Leave him alone"),
)  # fmt: skip
NEITHER_DANGLING_NOR_NAMELESS = (
    ("group", "ur so dumb. mr khan says we can bring phones so", "mr khan says we can bring phones"),
    ("friend", "ur such a pig, i told u so", "i told u so"),
    ("public", "we go to Lanzarote on sat for ten days cant WAIT. what books should i bring, i like dragon ones", "what books should i bring, i like dragon ones"),
    ("public", "my dad earns 3000 a month so i think we could. is a hamster hard to look after", "is a hamster hard to look after"),
    ("friend", "that photo of me crying isnt funny delete it. delete it or ill show everyone ur diary", "that photo of me crying isnt funny. can you delete it please?"),
    ("friend", "Amara you owe me 500 naira since last week, or your papa cannot afford it? Bring it tomorrow abeg", "Amara you owe me 500 naira since last week. Can you bring it tomorrow abeg?"),
    ("friend", "pass me the charger abeg you fool", "can you pass me the charger abeg?"),
    ("friend", "i was waiting outside ages n u never came, ur the worst friend anyones ever had n i hope everyone finds out", "i was waiting outside ages n u never came"),
)  # fmt: skip
NOTICES = (
    ("public", "Free kittens!! 3 ginger 1 grey, come to 27 Larkfield Rise after 4, they're so soft", "Free kittens!! 3 ginger 1 grey, they're so soft"),
    ("public", "Puppies need homes!! 2 black 3 golden, come to 9 Heron Mews on sat, they're so playful", "Puppies need homes!! 2 black 3 golden, they're so playful"),
    ("public", "How do I get better at freestyle? I swim at Kingsmere pool every monday at 6 and i'm always slowest", "How do I get better at freestyle? I'm always slowest"),
    ("public", "Got our train tickets to the con, heres a pic of my ticket. who else is cosplaying", "Got our train tickets to the con. who else is cosplaying"),
)  # fmt: skip
NOTHING = (
    ("friend", "its your turn to cry you lazy pig"),
    ("group", "you are meant to be good at this you useless lump"),
    ("friend", "you owe me a skin you stingy rat"),
    ("friend", "your nose is wrong you freak"),
    ("group", "he is not nice you idiot"),
    ("group", "he is not weird like you, you idiot"),
    ("group", "you were supposed to drown you muppet"),
    ("friend", "you were supposed to know how to read you muppet"),
    ("public", "got my ticket to Leeds on sat, heres a pic of my ticket. who else is going"),
)


def _counsel(nlp: Language, audience: str, text: str) -> Counsel:
    return Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))


@pytest.mark.parametrize(("audience", "before", "after"), [*BESIDE_A_NAME, *COMPARED])
def test_only_the_insult_goes_from_what_asks_or_tells(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "before", "after"), STOOD_UP_FOR)
def test_who_is_stood_up_for_stays(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "before", "after"), NEITHER_DANGLING_NOR_NAMELESS)
def test_a_rewrite_leans_on_nothing_that_went(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "before", "after"), NOTICES)
def test_harmless_facts_of_a_notice_stay(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "text"), NOTHING)
def test_what_only_looks_like_a_duty_or_a_notice_is_not_offered(nlp: Language, audience: str, text: str) -> None:
    assert not _counsel(nlp, audience, text).rewrites
