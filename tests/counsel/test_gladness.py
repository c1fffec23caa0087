"""News, praise, sales and greetings stay beside what hurts or says too much; jeers at whoever was insulted go."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Message

NEWS = (
    ("public", "new kitten alert 🐱 her names Mochi! we live at 4 Moss Close come say hi", "new kitten alert 🐱 her names Mochi!"),
    ("public", "just finished my model castle, 900 bricks!! my number is 07700 900412 if u want to see it", "just finished my model castle, 900 bricks!!"),
    ("public", "made banana bread today and it actually worked 🍌 mum and dad are at work til 6 so i had the kitchen to myself", "made banana bread today and it actually worked 🍌"),
    ("public", "my tooth finally fell out lol 🦷 im 9 and my dentist is Bright Smiles on Market Street", "my tooth finally fell out lol 🦷"),
    ("public", "i got a new bike for my birthday 🚲 its red with gears. i live at 4 Moss Close", "i got a new bike for my birthday 🚲 its red with gears."),
    ("public", "Hiking day 2 ⛰️ so muddy haha. were in the blue tent at Crag End campsite pitch 9 right now", "Hiking day 2 ⛰️ so muddy haha."),
    ("group", "hi everyone im back from Spain!! i got u all sweets, not u Lewis ur fat enough", "hi everyone im back from Spain!!"),
    ("group", "good luck everyone for tomorrow 🍀 except Hugo hes useless", "good luck everyone for tomorrow 🍀"),
    ("group", "y'all the rabbit had BABIES 🐰 Darla's kid is too dumb to be allowed to hold one", "y'all the rabbit had BABIES 🐰"),
    ("group", "our dog had surgery today and shes ok!! 🐶 except Maya didnt even ask, selfish cow", "our dog had surgery today and shes ok!!"),
    ("friend", "did u get tickets for the match? my uncle got us 4 🎉 shame ur dad cant afford any", "did u get tickets for the match? my uncle got us 4 🎉"),
)  # fmt: skip
PRAISED = (
    ("friend", "thx for sticking up for me at lunch. that boy is such a creep, i hope he gets run over", "thx for sticking up for me at lunch."),
    ("friend", "r u bringing the dog? i love him sm. leave ur annoying sister at home tho shes a leech", "r u bringing the dog? i love him sm."),
    ("public", "this video saved my science project thank u so much!! the guy at 2:10 is so ugly i had to skip", "this video saved my science project thank u so much!!"),
    ("public", "happy new year everyone 🎆 we live at 4 Moss Close, come over", "happy new year everyone 🎆"),
    ("stranger", "i drew ur character. my address is 40 Cobb Lane, i can post it", "i drew ur character."),
    ("stranger", "haha ur parrot skin is so funny 🦜 i go to Holmwood Primary", "haha ur parrot skin is so funny 🦜"),
    ("stranger", "i found the secret level!! my name is Karen Whitlock", "i found the secret level!!"),
    ("stranger", "sorry cant trade rn my tea is ready. i live in Hull", "sorry cant trade rn my tea is ready."),
    ("friend", "ur new puppy is adorable 🥺 shame about its owner lol ur face is a crime", "ur new puppy is adorable 🥺"),
    ("friend", "i loved ur cake, ur sister looks like a troll tho. can i have the recipe", "i loved ur cake. can i have the recipe"),
    ("friend", "ur cat is so cute but u cant even train it cos ur too thick, bring it round on sunday", "ur cat is so cute, can u bring it round on sunday pls?"),
    ("friend", "ur story was so funny in class. way funnier than Owens, hes got a brain like a potato", "ur story was so funny in class."),
    ("friend", "ur mum makes the best pancakes. ur brother is a creep tho", "ur mum makes the best pancakes."),
    ("public", "loved the bit with the dog 😂 but ur voice is like nails on a chalkboard", "loved the bit with the dog 😂"),
    ("public", "this song got me through the week 💕 but the drummer looks like a thumb", "this song got me through the week 💕"),
    ("public", "love this film but the boy with the goofy teeth ruins it", "love this film"),
    ("public", "cool trick but u look like a gremlin in that hat", "cool trick"),
    ("stranger", "that was the best raid ever!! im 10 and i live in Derby. u were so good at healing", "that was the best raid ever!! u were so good at healing"),
    ("stranger", "hi! i like your drawing of the fox. my name is Ella Forsyth and i go to Marton Juniors", "hi! i like your drawing of the fox."),
    ("stranger", "gg nice build!! im Ella Forsyth and im 9. how did u do the roof", "gg nice build!!"),
    ("stranger", "Thanks for helping us in the raid 🙌 my bday is 3 june, see u at the next event", "Thanks for helping us in the raid 🙌"),
)  # fmt: skip
FOR_SALE = (
    ("public", "selling my old bike, blue, 20 inch wheels, brakes are good. 25 quid. ring 07700 900155", "selling my old bike, blue, 20 inch wheels, brakes are good. 25 quid."),
    ("public", "selling my scooter $20, works fine just scratched up. call 07700 900155", "selling my scooter $20, works fine just scratched up."),
    ("public", "giving away 4 kittens 🐱 two ginger two black, they eat dry food now. come to 19 Ashdown Road after 5", "giving away 4 kittens 🐱 two ginger two black, they eat dry food now."),
    ("public", "for sale: two board games, chess and ludo, 5 each. pick up from 33 Dale Road", "for sale: two board games, chess and ludo, 5 each."),
    ("public", "who wants to swap football cards? I've got 20 shinies. email me at kit.cards@example.com", "who wants to swap football cards? I've got 20 shinies."),
)  # fmt: skip
JEERS = (
    ("group", "hockeys cancelled cos of the snow. Don't cry about it Max ya big baby", "hockeys cancelled cos of the snow."),
    ("group", "We won the quiz!!! no thanks to Ben who thinks Paris is in Spain, what an idiot", "We won the quiz!!!"),
    ("group", "great match today team!! Owen that own goal tho 😂 blind or what u donut", "great match today team!!"),
    ("friend", "u borrowed my skateboard 3 weeks ago. i need it. u thieving rat i bet ur dad taught u", "u borrowed my skateboard 3 weeks ago. i need it."),
    ("friend", "u didnt come to my show. i looked for u the whole time. some friend u are. pathetic", "u didnt come to my show. i looked for u the whole time."),
    ("friend", "u broke my pen u idiot. go tell ur mummy", "u broke my pen"),
    ("friend", "can u bring my book back. u idiot. need a tissue?", "can u bring my book back."),
    ("group", "rehearsal is at 3. Lucy try not to sing flat for once you tone deaf idiot", "rehearsal is at 3."),
    ("public", "wow a real backflip!! shame bout the ugly leotard and chunky legs", "wow a real backflip!!"),
)  # fmt: skip
NO_JEER = (
    ("friend", "u idiot, dont forget my book", "dont forget my book"),
    ("group", "u muppet, the paint is wet so dont touch it", "the paint is wet so dont touch it"),
)
NOT_LEFT_OUT = (("group", "My dad can take four. Not Tahlia, she gets sick. we live at 4 Moss Close", "Tahlia"),)
BORDERS = (
    ("group", "who has fed the cat today?? it was Harvey's turn and hes too brain dead to remember", "who has fed the cat today?? it was Harvey's turn"),
    ("group", "the cage needs cleaning and its Joels turn but hes too lazy to get off his bum", "the cage needs cleaning and its Joels turn"),
    ("group", "can we do the play on thursday instead, Ravi is too dumb to learn his lines by wed", "can we do the play on thursday instead"),
    ("group", "he swims like a brick 🧱 next relay can we practise the changeovers please. u lot are useless", "next relay can we practise the changeovers please."),
    ("group", "cricket at 5?? need two bowlers, not butterfingers Rohit", "cricket at 5?? need two bowlers"),
    ("group", "can someone explain question 4? i dont get it and Ollie is too stupid to ask", "can someone explain question 4? i dont get it"),
    ("friend", "u promised u wouldnt tell anyone and now the whole bus knows. i hate u", "u promised u wouldnt tell anyone and now the whole bus knows. im really angry with u"),
    ("group", "nobody else did any work so i stayed up til 10 doing it, u stupid lumps. we present at 11", "nobody else did any work so i stayed up til 10 doing it. we present at 11"),
    ("group", "that maths test was brutal. i got 61. what did u get? prob 6 knowing u thicko", "that maths test was brutal. i got 61. what did u get?"),
    ("friend", "ur brownies were like eating a brick 😭 whats the recipe tho my nan wants to try it", "whats the recipe tho my nan wants to try it"),
    ("public", "That goal was offside. The linesman, blind old fool, was looking at his shoes", "That goal was offside."),
    ("public", "Please fix the slides in our park, they have been broken since June. The council are fat lazy pigs", "Please fix the slides in our park, they have been broken since June."),
    ("public", "This recipe is wrong you need less salt. Learn to cook you clueless clown", "This recipe is wrong you need less salt."),
    ("friend", "my game password is custard4419 can u log in and feed my pets while im at scouts pls", "can u feed my pets while im at scouts pls"),
    ("group", "Has anybody got Amina's bag? she left it on the coach. also her number is 07700 900318 haha", "Has anybody got Amina's bag? she left it on the coach."),
)  # fmt: skip
WHOEVER = (
    ("public", "whoever left rubbish all over the ramp ur disgusting scum and i hope u fall on ur face", "whoever left rubbish all over the ramp, pls dont do that"),
    ("group", "Whoever keeps leaving the door open the guinea pigs are freezing!! ur all thick as bricks", "Whoever keeps leaving the door open, can you stop that? the guinea pigs are freezing!!"),
    ("group", "lads whoever has my helmet, and cian i know its u ya scaldy rat, leave it back in my bag", "lads whoever has my helmet, leave it back in my bag"),
)  # fmt: skip
NOTHING = (
    ("friend", "nice try but ur trash"),
    ("friend", "ur singing was amazing lol my ears are bleeding ur so bad"),
    ("public", "get a life u cringe little kid and delete ur channel"),
    ("public", "so good at losing u loser"),
    ("stranger", "wanna swap pets? i go to Oakfield Primary"),
)


def _best(nlp: Language, audience: str, text: str) -> str:
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))
    assert counsel.flags
    return counsel.rewrites[0].text if counsel.rewrites else ""


@pytest.mark.parametrize(("audience", "before", "after"), [*NEWS, *PRAISED, *FOR_SALE])
def test_what_is_glad_or_offered_stays(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _best(nlp, audience, before).startswith(after)


@pytest.mark.parametrize(("audience", "before", "after"), [*JEERS, *NO_JEER])
def test_a_jeer_goes_with_the_insult_and_a_request_stays(nlp: Language, audience: str, before: str, after: str) -> None:
    said = _best(nlp, audience, before)
    assert said.startswith(after)
    assert len(said) <= len(after) + len(" xx")


@pytest.mark.parametrize(("audience", "text", "name"), NOT_LEFT_OUT)
def test_nobody_is_left_out_by_name_beside_a_detail(nlp: Language, audience: str, text: str, name: str) -> None:
    said = _best(nlp, audience, text)
    assert said
    assert name not in said


def test_no_stranger_is_praised_for_pictures(nlp: Language) -> None:
    assert "pics" not in _best(nlp, "stranger", "ur pics are so cute! i go to Oakfield Primary")


def test_whoever_says_not_i_leaves_nobody_out(nlp: Language) -> None:
    text = "The girl on the left is my little sister, Noémie Dufayard. She found the fossil, not I."
    assert "not I" in _best(nlp, "friend", text)


@pytest.mark.parametrize(("audience", "before", "after"), [*BORDERS, *WHOEVER])
def test_what_stays_is_whole(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _best(nlp, audience, before) == after


@pytest.mark.parametrize(("audience", "text"), NOTHING)
def test_praise_in_jest_and_trades_with_strangers_do_not_stay(nlp: Language, audience: str, text: str) -> None:
    assert not _best(nlp, audience, text)


def test_a_friend_hears_where_the_holiday_goes_and_not_when(nlp: Language) -> None:
    said = _best(nlp, "friend", "we're going to spain on friday for 2 weeks, whats ur fav ice cream")
    assert said == "we're going to spain, whats ur fav ice cream"
