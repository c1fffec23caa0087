"""Rewrites are whole messages that Coach finds nothing in, and keep what the child wanted."""

from __future__ import annotations

from random import Random

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check, check_all
from coach.models import GAP, AgeGroup, Audience, Direction, Message, Report, Rewrite
from tests.counsel.__main__ import problems
from tests.shipped import shipped_catalog

BEST = (
    ("group", "ur such a copycat stop copying my drawings", "can you stop copying my drawings please?"),
    ("group", "lol ravi u suck u never pass, not playing with u, our team", "ravi can u pass more?"),
    ("group", "pass the ball for once u useless muppet", "can u pass the ball pls?"),
    ("stranger", "pass the ball for once u useless muppet", "pass the ball for once"),
    ("friend", "give me back my rubber you stinky thief", "can you give me back my rubber please?"),
    ("group", "rehearsal is at 4 not 5 you absolute donut", "rehearsal is at 4 not 5"),
    ("friend", "you broke my lego you meany", "you broke my lego"),
    ("group", "the new kid is so gormless. bring the glue tomorrow pls", "can you bring the glue tomorrow pls?"),
    ("friend", "u idiot, bring my skates pls xx", "can u bring my skates pls? xx"),
    ("public", "put him down you heartless idiot and read about puppies", "put him down and read about puppies"),
    ("group", "my brother is the dumbest person alive", "im annoyed with my brother"),
    ("public", "first day at Riverside Academy!!", "first day at school!!"),
    ("public", "i play football for Riverside Academy", "i play football for my school"),
    ("group", "My name is Amelia Rose Thornbury", "My name is Amelia"),
    ("stranger", "we live next to Tesco in Ballyroan", "i dont share where i live"),
    ("stranger", "nice build! im ten and live in leeds", "nice build!"),
    ("public", "Got my phone back!! text me 07700 900142", "Got my phone back!! Comment here"),
    ("public", "my fish learned to jump, ring me on 07700 900311", "my fish learned to jump, comment here"),
    ("friend", "party at 9 Heron Mews, bring your speakers", "party at mine, bring your speakers"),
    ("group", "whoever has the tent, bring it to mine 9 Heron Mews", "whoever has the tent, bring it to mine"),
    ("friend", "u smell. i meant the bin. see u at 3", "see u at 3"),
    ("friend", "ur a rat for telling miss. i mean the sheet lol. whos bringing cake at 4", "whos bringing cake at 4"),
    ("group", "ur so thick. im going with Imran and we need your felt tips", "im going with Imran and we need your felt tips"),
    ("group", "cool story, did u want a medal. anyway can u send me the slides", "can u send me the slides"),
    ("group", "whoever has the glue can u drop it off at 2. ur so thick", "whoever has the glue can u drop it off at 2."),
    ("group", "home alone til 9 who wants to play cards", "who wants to play cards"),
    ("friend", "my tablet pin is 3391 water my garden pls", "water my garden pls"),
    ("stranger", "we moved to 9 Heron Mews, how old are you", "i dont share where i live"),
    ("stranger", "ur rubbish at parkour just follow the blue arrows", "just follow the blue arrows"),
    ("group", "ur so dumb the meeting is in room 12", "the meeting is in room 12"),
    ("group", "ur painting is hideous af, anyway who is bringing glue", "who is bringing glue"),
    ("friend", "its not fair, ur a cheat, give me my counters back or else", "its not fair, can you give me my counters back please?"),
    ("friend", "shut up about minecraft", "can we talk about something other than minecraft?"),
    ("friend", "im not your friend anymore", "im upset with you right now"),
    ("group", "you cant play with us", "we want to be on our own this time. another time?"),
    ("friend", "home alone till 6 im so bored", "im so bored"),
    ("group", "Rehearsal moved to mine: 9 Heron Mews, behind the shop. Bring pens", "Rehearsal moved to mine. Bring pens"),
    ("group", "the worksheet is page 9, ur brain is made of jelly. send pics when done", "the worksheet is page 9. send pics when done"),
    ("group", "send the slides tonight or im telling mr webb, ur such a slug", "can you send the slides tonight please?"),
    ("group", "he looks like a wet mop in that hat, the stall is open after lunch with cakes", "the stall is open after lunch with cakes"),
    ("group", "Picnic is on! Bring a rug and two euro for ice. Everyone in our form can come except Tilly obviously, nobody likes her.", "Picnic is on! Bring a rug and two euro for ice. Everyone in our form can come."),
    ("public", "giving away guppies, six left, all healthy. dont ask if ur broke like that tramp in the chat", "giving away guppies, six left, all healthy."),
    ("public", "does glue come off velvet?? im home alone till 6. its the green sofa", "does glue come off velvet?? its the green sofa"),
    ("stranger", "get off my farm noob, u absolute muppet, theres loads of grass by the lake", "get off my farm, theres loads of grass by the lake"),
    ("public", "this song is catchy but u sing like a broken tap. what chords is it", "this song is catchy. what chords is it"),
    ("group", "netball is 4 not 5. heres Ayas number, 07700 900218", "netball is 4 not 5."),
    ("public", "Whoever wrote this: my brother cried. You are a pathetic loser who has never made a thing. Please delete it.", "Whoever wrote this: my brother cried. Please delete it."),
    ("friend", "The tablet pin is 3391, gran says you can borrow it for the train", "Gran says you can borrow the tablet for the train"),
    ("group", "for the lan party its 9 Heron Mews. bring a mouse", "for the lan party, ask me and i'll tell you where. bring a mouse"),
    ("group", "look at my festival tickets!! who else is going", "im going to the festival!! who else is going"),
    ("friend", "If you don't watch the match with me on Friday we are not friends any more. Dad makes nachos", "I'd really like you to watch the match with me on Friday. Dad makes nachos"),
    ("group", "can someone log in to my class account and print page 9 for me, password is Gherkin12", "can someone print page 9 for me"),
    ("public", "its the 9th not the 6th, kys", "its the 9th not the 6th"),
    ("group", "heads up training is thurs. tell me if Ruby's ok, her dad lost his job", "heads up training is thurs. tell me if Ruby's ok"),
)  # fmt: skip


NO_TAUNT = (
    ("friend", "ha ha ur dad lost his job ur gona be homles"),
    ("friend", "lol ur parents are getting divorced u will have to pick one"),
    ("group", "haha u forgot ur lines u donkey"),
    ("group", "imagine thinking the earth is flat u moron"),
    ("stranger", "i dont mean to be mean but maybe art isnt your thing"),
    ("group", "The tablet pin is 3391, dont give it to noah hes a rat"),
    ("public", "help my dog is lost near canal street, she is brown, call 07700 900 555"),
)  # fmt: skip
WHOLE_SENTENCES = (
    ("group", "ok who took my calculator, bet it was omar, thief", "ok who took my calculator"),
    ("group", "poll: who is the ugliest in 6B? i say beth. also who has the science notes", "who has the science notes"),
    ("group", "i think we should let mei choose the song this time, jake ur taste is garbage", "i think we should let mei choose the song this time"),
    ("group", "guys the trip money is due friday and liam u better pay cos ur mum is always broke", "guys the trip money is due friday"),
    ("group", "hey team, training starts at 6 not 5:30. reece u absolute muppet tell ur dad", "hey team, training starts at 6 not 5:30. reece, tell ur dad"),
    ("friend", "im sad u moved tables, but sitting next to kayla? ew she stinks", "im sad u moved tables"),
    ("friend", "can i borrow ur protractor, i lost mine even tho ur a swot", "can i borrow ur protractor, i lost mine"),
    ("friend", "give me back my charger or ill tell everyone u wet the bed", "can u give me back my charger pls?"),
    ("group", "theo stop eating crisps near the mic its gross, u pig", "theo can u stop eating crisps near the mic pls?"),
    ("friend", "i got picked for the county team and u didnt haha cry about it. want to come watch?", "i got picked for the county team. want to come watch?"),
    ("group", "Any tips for the turn? ur so bad at it lol", "Any tips for the turn?"),
    ("friend", "thanks for the pencil case but ur handwriting looks like a spider threw up", "thanks for the pencil case"),
    ("friend", "sorry about earlier, but u were being a total brat and u know it", "sorry about earlier"),
    ("group", "shut up all of u im trying to read the rules miss sent", "im trying to read the rules miss sent"),
    ("friend", "i saved u a seat but then u sat with mia u backstabber, can we talk at lunch?", "i saved u a seat but then u sat with mia, can we talk at lunch?"),
    ("friend", "that joke u made about my teeth hurt, ur a horrible person", "that joke u made about my teeth hurt"),
    ("friend", "im not inviting u cos ur boring. but can u lend me ur sleeping bag", "can u lend me ur sleeping bag"),
)  # fmt: skip


BESIDE_STOP = (
    ("friend", "Give my lamp back Noor or I'm telling everyone you wet yourself. I need it tonight.", "Can you give my lamp back Noor please? I need it tonight."),
    ("friend", "I queued forty minutes for the ice rink, dude. Honestly nobody would care if you vanished.", "I queued forty minutes for the ice rink, dude."),
    ("group", "Choir is 4 sharp. If you're late again Ben I swear I will make your life hell.", "Choir is 4 sharp."),
    ("friend", "if u tell sir about the vase we're done, i mean it. it was an accident n im scared", "can we talk before u tell sir about the vase? it was an accident n im scared"),
    ("stranger", "u scammed me u absolute clown, i gave u the ice owl and u left. i hope ur account burns. give it back", "u scammed me, i gave u the ice owl and u left. give it back"),
    ("friend", "Why'd you post that pic of me without asking?? Take it down or I'll leak every voice note you sent. Not even joking", "Why'd you post that pic of me without asking?? Can you take it down please?"),
)  # fmt: skip
NOT_BESIDE_STOP = (
    ("group", "bring ur lunch money at the gate tomorrow or ill smash ur face"),
    ("friend", "send me ur answers or ill tell everyone u cried"),
    ("group", "meet behind the gym at 3 and ill smash ur face. bring ur mates"),
)
WHOLE = (
    ("friend", "You said I could be the captain and then you picked Lewis. You are a fat liar. It was my turn.", "You said I could be the captain and then you picked Lewis. It was my turn."),
    ("group", "we fly to Crete on Fri and back the next Sun, whole family. Can someone hold the class fund till then?", "Can someone hold the class fund?"),
    ("group", "Mr Tan's number is 07700 900412. Somebody call and ask if the test is really tmr, I havent studied", "Does anyone know if the test is really tmr, I havent studied"),
    ("group", "Whoever keeps drawing on our lockers: grow a brain. We lose lunch passes", "Whoever keeps drawing on our lockers, can you stop that? We lose lunch passes"),
    ("friend", "I dont want to be your partner for the volcano, you smell of fish. Can I swap with Ana?", "I'd like a different partner for the volcano. Can I swap with Ana?"),
    ("group", "Seriously Nadia nobody cares about your horse. Can we talk about the camping list", "Nadia, can we talk about the camping list"),
    ("friend", "ur hair looks like a mop today \U0001f602 are u still coming round on saturday", "are u still coming round on saturday"),
    ("friend", "Feed Biscuit at 5 pls, two scoops. Back door key is under the blue pot", "Feed Biscuit at 5 pls, two scoops. I'll ask at home how you can get in"),
    ("friend", "bro just jump off the pier, even my sister did it. only cowards wear a vest. we're all going sat at 2, bring sandwiches", "we're all going sat at 2, bring sandwiches"),
)  # fmt: skip
FINDING = (
    ("public", "guess where i am!! the food court at Prairie Gate Mall, table by the pretzels"),
    ("stranger", "hi im in class 5 at Mwangaza Hill Primary in Nakuru. do you want to trade pets??"),
    ("public", "its my 11th birthday on saturday!! party at Jungle Jim's in Guelph at 1, come. can i have a scooter"),
    ("public", "omg im sat behind you at the Odeon in Derby right now, red hoodie. this film is so good"),
    ("public", "My name is Amelia Rose Thornbury and i love drawing dragons. what pens are best"),
    (
        "public",
        "First gig with my band at The Lemon Tree on saturday 7pm, come see us!! we wrote all 5 songs ourselves",
    ),
)
LEFT_OVER = (
    ("friend", "Are your people that poor?? I need it for the trip"),
    ("friend", "can u log in for me n do my streak? the password is mango!mango3. camp has no phones"),
    ("public", "You're not even from here. Nobody in town talks like that, freak."),
    ("group", "Rafiq's mum's messages came up on his screen, she owes the bank like 9 grand. Screenshot coming"),
    ("group", "Can we NOT make Gurpreet goalie, he can't see the ball with that thing on his head"),
)


OPEN = (
    ("public", "our flat is 22 Station Road. the side gate never locks so the cat gets out. my song is up!!", "my song is up!!"),
    ("public", "dad is away till sunday so its just me. finished my book report at last", "finished my book report at last"),
    ("stranger", "i just beat level 90!!! i live in tampa its so hot here", "i just beat level 90!!!"),
    ("stranger", "we got the same skin!! im in 5b at Hillside Primary. whats ur level", "we got the same skin!!"),
    ("stranger", "my birthday is july 9 and my name is Anna Kowalska. i like ur drawings", "i like ur drawings"),
    ("public", "lost my dog pls help!! brown spaniel. call my mum 07700 900888", "lost my dog pls help!! brown spaniel."),
    ("public", "made it to 500 subs thank u all!! my email is skye@example.com", "made it to 500 subs thank u all!!"),
)  # fmt: skip
NOT_OPEN = (
    ("stranger", "my number is 07700 900123 what are u doing"),
    ("public", "heres a pic of my bus pass, look at the state of my fringe"),
    ("public", "running the same route every morning at 6:30, then i shower at the pool"),
    ("public", "finally got my first bank card 4929 1234 5678 9012 look at the design"),
    ("public", "the mailman is holding our packages cuz we're gone the 5th to the 15th"),
    ("public", "im home alone tonite who wants to chat"),
    ("public", "new brother!!! his name is jonah. we live at 44 mill road come and see him"),
)
STINGS = (
    ("group", "kick ben off the team he cant even catch. we need someone who can catch"),
    ("group", "can we not invite callum hes so cringe and he smells of dog"),
    ("friend", "your drawing is trash lol, pick an easy one"),
    ("group", "zoe is a thief, dont lend zoe anything"),
    ("friend", "ur english is so bad just use translate"),
    ("friend", "ur hair looks like a mop. phone still got buttons ah?"),
    ("friend", "I've still got the video of you crying on the climbing wall. Be a shame if the whole year saw it"),
    ("friend", "absolute bot lol u landed at the boat and died to the storm"),
    ("friend", "your shoes are from the charity shop i saw the sticker"),
)
KIND = (
    ("friend", "ur so slow we lost the relay because of u", "can u be a bit quicker pls? we lost the relay"),
    ("friend", "ur essay was so bad i fell asleep. but ur intro was good", "ur intro was good"),
    ("friend", "wow nice of u to show up 2 hours late u selfish cow, my cake was already gone", "my cake was already gone"),
    ("friend", "youre so dramatic, stop crying. do u want my notes", "do u want my notes"),
    ("friend", "ur so thick, u cant borrow my switch", "u cant borrow my switch"),
    ("friend", "u look like ur nan. send me the pics tho", "can u send me the pics pls?"),
    ("friend", "you cheat, you are pathetic. we can play again on sunday if you want", "we can play again on sunday if you want"),
    ("friend", "you are a meanie and you never let me be the teacher", "can you let me be the teacher more?"),
    ("friend", "u ruined my birthday by going to hers", "im upset about my birthday"),
    ("friend", "stop copying everything i do u little parasite", "can u stop copying everything i do pls?"),
    ("friend", "u r so selfish, u never share ur skins with me and i gave u like ten", "can u share ur skins with me more? and i gave u like ten"),
    ("group", "u guys are idiots, the venue changed, its the sports hall not the gym!!", "the venue changed, its the sports hall not the gym!!"),
    ("group", "Guys pls dont laugh at Wei, his accent is funny but whatever. Who can print the posters", "Guys, who can print the posters"),
)  # fmt: skip
TORN = (
    ("friend", "they let somebody who cant even spell science into science club"),
    ("group", "to get in my tablet its 1234 backwards"),
    ("friend", "u got that coat off a dead guy didnt u"),
    ("group", "our street is 9 Heron Mews, ask for me mammy"),
    ("group", "swimming is tuesdays 5pm at the club pool, wait near the slide"),
    ("friend", "never choose her, people from that side are all backward"),
)
AROUND = (
    ("group", "selling my switch, its at 9 Heron Mews or call me 0171 2345678", "selling my switch, ask me and i'll tell you where, message me here"),
    ("friend", "call me on 0161 496 0123 when u get there. and dont forget the cake", "ask me for my number when we meet. dont forget the cake"),
    ("group", "we r at the lake from the 5th till the 9th, no adults til sunday. who has a kayak", "who has a kayak"),
    ("group", "guys leos mum lost her job and they cant pay rent. also maths is cancelled", "guys, maths is cancelled"),
)  # fmt: skip

WITHOUT_THE_REST_OF_IT = (
    ("friend", "you stink at chess lol. my little cousin beats me faster. do you want to practise at lunch", "do you want to practise at lunch"),
    ("group", "harry ur a useless captain. step down. training is moved to the astro btw", "training is moved to the astro btw"),
    ("group", "Amir did zero work on the slides like always because hes a lazy lump. can someone add the pictures before 5", "Can someone add the pictures before 5"),
    ("group", "a captain who cries when we lose lol, jamie ur pathetic. kit is red on saturday, dont forget shin pads", "kit is red on saturday, dont forget shin pads"),
    ("group", "Can everyone vote for the film by 6. And Grace don't pick anything, your taste is rubbish", "Can everyone vote for the film by 6."),
    ("stranger", "leave our guild scrub nobody asked for ur opinion. we raid the castle at 8 server time", "we raid the castle at 8 server time"),
    ("friend", "what is wrong with your face today \U0001f602 didn't you sleep? anyway did you finish question 6", "did you finish question 6"),
    ("friend", "stop crying u big baby. honestly. I only borrowed the pen and I'll bring it back after maths", "I only borrowed the pen and I'll bring it back after maths"),
    ("friend", "You are such a slob. an absolute pigsty. The film starts at seven. Sorry not sorry", "The film starts at seven."),
    ("group", "Omar you need a shower. The whole coach noticed you \U0001f922 Anyway kickoff is at ten", "Kickoff is at ten"),
    ("friend", "Okay so me and Lola decided you can't be in our band because you're too slow. The fair is on the 4th", "Can you be a bit quicker please? The fair is on the 4th"),
    ("group", "The paint is wet so don't touch it. Ines your half looks like a toddler did it so I put card over", "The paint is wet so don't touch it."),
)  # fmt: skip
PLANS_KEPT = (
    ("friend", "shed code is 4417 if u get there before me. bring the paddles", "ask me for the shed code if u get there before me. bring the paddles"),
    ("group", "locker combo is 24-8-31 can someone grab my gym kit im at the dentist till third period", "ask me for the locker combo. can someone grab my gym kit"),
    ("group", "Zoe's number is 07700 900461, someone ask her if she has the scripts. We need four copies for tomorrow", "Someone ask Zoe if she has the scripts. We need four copies for tomorrow"),
    ("friend", "Mum's pin is 4471, can you get two ice creams when you go past the shop. I want mint", "Can you get two ice creams when you go past the shop. I want mint"),
    ("friend", "my roblox pass is Melon_12 so u can do my daily chest while im at camp. dont touch my boat", "u can do my daily chest while im at camp. dont touch my boat"),
    ("group", "Nia is so fat she'll break the float lol. Parade lines up by the library at ten, wear green", "Parade lines up by the library at ten, wear green"),
    ("group", "who's coming to auditions? i am. beth shouldnt bother shes so fat lol. its in the hall straight after lunch", "who's coming to auditions? i am. its in the hall straight after lunch"),
    ("public", "cry about it lol. they said the update comes on the 14th and the bug is fixed", "they said the update comes on the 14th and the bug is fixed"),
    ("public", "Day 3 of learning to juggle! We live at 5 Beech Row and the neighbours can see me lol. I can do four catches now", "Day 3 of learning to juggle! I can do four catches now"),
    ("stranger", "We go to Spain from friday to the 14th so I can't play. Water my crops for me please, the pumpkins are nearly ready", "I can't play. Water my crops for me please, the pumpkins are nearly ready"),
)  # fmt: skip
NOT_FOR_ANYBODY = (
    ("stranger", "im at Westgate library till 5. did our side win the last one"),
    ("stranger", "who wants to swap football cards? I've got 20 shinies. email me at kit.cards@example.com"),
    ("stranger", "selling my skates, ring me on 07700 900311"),
)


def _counsel(nlp: Language, text: str, audience: str) -> tuple[Report, tuple[Rewrite, ...], str]:
    report = check(nlp, Message(text=text, audience=Audience(audience)))
    counsel = Counsellor(nlp).on(report)
    return report, counsel.rewrites, counsel.nothing


@pytest.mark.parametrize(("audience", "before", "after"), BEST)
def test_the_best_rewrite_keeps_what_was_wanted(nlp: Language, audience: str, before: str, after: str) -> None:
    _, rewrites, _ = _counsel(nlp, before, audience)
    assert rewrites[0].text == after


@pytest.mark.parametrize(("audience", "before", "after"), BESIDE_STOP)
def test_calm_sentences_stay_beside_a_threat(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, before, audience)[1][0].text == after


@pytest.mark.parametrize(("audience", "text"), NOT_BESIDE_STOP)
def test_a_demand_beside_a_threat_goes(nlp: Language, audience: str, text: str) -> None:
    report, rewrites, _ = _counsel(nlp, text, audience)
    assert report.flags
    assert not rewrites


@pytest.mark.parametrize(("audience", "before", "after"), WHOLE)
def test_what_stays_is_whole_and_keeps_its_topic(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, before, audience)[1][0].text == after


@pytest.mark.parametrize(("audience", "text"), FINDING)
def test_no_rewrite_for_strangers_shows_a_name_a_place_or_when(nlp: Language, audience: str, text: str) -> None:
    said = " ".join(one.text for one in _counsel(nlp, text, audience)[1]).lower()
    found = ("where i am", "nakuru", "jungle", "guelph", "at 1", "saturday", "derby", "odeon", "amelia", "lemon", "7pm")
    assert [each for each in found if each in said] == []


@pytest.mark.parametrize(("audience", "before", "after"), OPEN)
def test_what_is_sure_to_be_harmless_stays_for_people_nobody_knows(
    nlp: Language, audience: str, before: str, after: str
) -> None:
    assert _counsel(nlp, before, audience)[1][0].text == after


@pytest.mark.parametrize(("audience", "text"), NOT_OPEN)
def test_what_is_not_sure_to_be_harmless_goes_to_nobody(nlp: Language, audience: str, text: str) -> None:
    report, rewrites, nothing = _counsel(nlp, text, audience)
    assert report.flags
    assert not rewrites
    assert nothing != "Keep what you want to ask or say, and leave out what is marked."


@pytest.mark.parametrize(("audience", "text"), STINGS)
def test_a_sting_beside_an_insult_that_no_rule_knows_goes_too(nlp: Language, audience: str, text: str) -> None:
    report, rewrites, _ = _counsel(nlp, text, audience)
    assert report.flags
    assert not rewrites


@pytest.mark.parametrize(("audience", "before", "after"), KIND)
def test_what_stays_beside_an_insult_is_kind_and_whole(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, before, audience)[1][0].text == after


@pytest.mark.parametrize(("audience", "text"), TORN)
def test_no_piece_of_a_sentence_is_sent(nlp: Language, audience: str, text: str) -> None:
    report, rewrites, _ = _counsel(nlp, text, audience)
    assert report.flags
    assert not rewrites


@pytest.mark.parametrize(("audience", "before", "after"), AROUND)
def test_what_goes_with_a_detail_goes_and_the_rest_stays(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, before, audience)[1][0].text == after


@pytest.mark.parametrize(("audience", "before", "after"), WITHOUT_THE_REST_OF_IT)
def test_the_rest_of_a_put_down_goes_with_the_insult(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, before, audience)[1][0].text == after


@pytest.mark.parametrize(("audience", "before", "after"), PLANS_KEPT)
def test_calm_plans_requests_and_topics_stay(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, before, audience)[1][0].text == after


@pytest.mark.parametrize(("audience", "text"), NOT_FOR_ANYBODY)
def test_no_question_to_a_stranger_and_no_trade_stays_beside_a_detail(nlp: Language, audience: str, text: str) -> None:
    report, rewrites, _ = _counsel(nlp, text, audience)
    assert report.flags
    assert not rewrites


@pytest.mark.parametrize(
    "text",
    [
        "bea remember ur maths test u got 4 out of 20 lol ur so dumb",
        "bea remember ur maths test ur so dumb",
        "remember that time u cried, ur such a baby",
        "ur so dumb, think about ur maths test",
    ],
)
def test_what_only_brings_up_a_taunt_is_nothing_to_keep(nlp: Language, text: str) -> None:
    _, rewrites, nothing = _counsel(nlp, text, "group")
    assert rewrites == ()
    assert nothing.startswith("Without the mean part, not much is left.")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("remember ur helmet u idiot", "remember ur helmet"),
        ("remember ur pe kit tomorrow ur so dumb", "remember ur pe kit tomorrow"),
        ("remember to bring ur kit ur so dumb", "remember to bring ur kit"),
        ("remember we play at 5 u idiot", "remember we play at 5"),
    ],
)
def test_a_reminder_of_what_is_still_to_come_stays(nlp: Language, text: str, kept: str) -> None:
    assert kept in [each.text for each in _counsel(nlp, text, "group")[1]]


def test_a_stranger_with_a_password_is_only_refused(nlp: Language) -> None:
    text = "my password is Rocket55, just collect my daily coins and don't sell the dragon"
    assert [one.text for one in _counsel(nlp, text, "stranger")[1]] == ["i don't share passwords"]


def test_a_stranger_gets_praise_of_a_game_but_nothing_that_is_not_sure_to_be_harmless(nlp: Language) -> None:
    text = "ur castle is cool!! i go to oakfield primary, whats ur level?"
    assert [one.text for one in _counsel(nlp, text, "stranger")[1]] == ["ur castle is cool!!"]
    _, rewrites, nothing = _counsel(nlp, "ur pics are cool!! i go to oakfield primary, whats ur level?", "stranger")
    assert not rewrites
    assert nothing == "Better not send this one. Show it to your grown-up."


@pytest.mark.parametrize(("audience", "text"), LEFT_OVER)
def test_where_only_a_remnant_or_a_sting_is_left_there_is_no_rewrite(nlp: Language, audience: str, text: str) -> None:
    report, rewrites, _ = _counsel(nlp, text, audience)
    assert report.flags
    assert not rewrites


@pytest.mark.parametrize(("audience", "text"), NO_TAUNT)
def test_no_rewrite_goes_on_at_somebody_or_keeps_a_scrap(nlp: Language, audience: str, text: str) -> None:
    report, rewrites, _ = _counsel(nlp, text, audience)
    assert report.flags
    assert not rewrites


@pytest.mark.parametrize(("audience", "text", "best"), WHOLE_SENTENCES)
def test_names_guesses_and_loose_ends_go_with_what_they_belong_to(
    nlp: Language, audience: str, text: str, best: str
) -> None:
    _, rewrites, _ = _counsel(nlp, text, audience)
    assert rewrites[0].text == best


@pytest.mark.parametrize("text", ["ur so ugly lol", "you are stupid and so is your cat"])
def test_where_nothing_can_stay_coach_says_so(nlp: Language, text: str) -> None:
    _, rewrites, nothing = _counsel(nlp, text, "friend")
    assert not rewrites
    assert nothing.startswith("All of these words hurt.")


@pytest.mark.parametrize("text", ["u absolute donut", "ya numpty", "ur so weird jk", "skill issue"])
def test_of_a_light_tease_coach_asks_whether_they_would_laugh_too(nlp: Language, text: str) -> None:
    _, rewrites, nothing = _counsel(nlp, text, "friend")
    assert not rewrites
    assert "Would they laugh too?" in nothing
    assert _counsel(nlp, text, "public")[2] != nothing


@pytest.mark.parametrize("text", ["i want to die, u idiot", "i cant do this anymore and ur all so mean"])
def test_a_hurting_draft_is_never_rewritten(nlp: Language, text: str) -> None:
    report, rewrites, nothing = _counsel(nlp, text, "friend")
    assert report.flags
    assert not rewrites
    assert not nothing


def test_words_to_begin_with_are_the_end_of_what_is_said_where_nothing_can_stay(nlp: Language) -> None:
    report = check(nlp, Message(text="ur so stupid", audience=Audience.FRIEND))
    counsel = Counsellor(nlp).on(report)
    assert counsel.starter
    assert not counsel.rewrites
    assert counsel.nothing.endswith(counsel.starter.text)
    assert counsel.starter.gaps
    assert [(edit.start, edit.end) for edit in counsel.starter.edits] == [(0, 12)]


def test_received_and_calm_messages_get_no_rewrite(nlp: Language) -> None:
    received = check(nlp, Message(text="ur so ugly stop talking", direction=Direction.RECEIVED))
    calm = check(nlp, Message(text="see you at practice"))
    assert received.flags
    assert not Counsellor(nlp).on(received).rewrites
    assert not Counsellor(nlp).on(calm).nothing


def _sample() -> list[tuple[str, Audience]]:
    examples = [one.text for rule in shipped_catalog().rules for one in rule.examples.flags]
    dice = Random(1)
    return [(text, dice.choice(list(Audience))) for text in dice.sample(examples, 600)]


def test_rewrites_of_rules_examples_are_whole_and_calm(nlp: Language) -> None:
    """A sample; `python -m tests.counsel` reads all of them, with every audience."""
    seen = 0
    for text, audience in _sample():
        report, rewrites, _ = _counsel(nlp, text, audience.value)
        for rewrite in rewrites:
            seen += 1
            assert list(problems(report, rewrite)) == [], (text, rewrite.text)
    assert seen > 12


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("ur so bad at fifa", "?"),
        ("ur a loser", "I was cross because ___."),
    ],
)
def test_where_nothing_can_stay_other_words_are_offered(nlp: Language, text: str, starts: str) -> None:
    _, rewrites, nothing = _counsel(nlp, text, "friend")
    assert (rewrites[0].text if rewrites else nothing).endswith(starts)


@pytest.mark.parametrize(
    "text",
    [
        "ratio + ur dad left",
        "touch grass tubby",
        "u smel lik wee and ur teef are yelow",
        "shes such a loser",
        "ur such a loser hahahaha",
        "ur painting is hideous",
    ],
)
def test_no_gap_is_offered_where_no_opener_makes_sense(nlp: Language, text: str) -> None:
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience.FRIEND)))
    assert counsel.nothing.endswith("Do you want to ask for something? Then write just that.")
    assert GAP not in counsel.nothing
    assert counsel.starter is None


def test_words_fit_the_age(nlp: Language) -> None:
    report = check(nlp, Message(text="kys"))
    whys = {age: Counsellor(nlp).on(report, age).flags[0].why for age in (None, *AgeGroup)}
    assert whys[None] == report.flags[0].why
    assert whys[AgeGroup.YOUNGER] != whys[AgeGroup.OLDER]


def test_a_parent_is_asked_whether_the_child_agrees(nlp: Language) -> None:
    post = "so proud of my daughter, first day at Riverside Academy"
    asked = Counsellor(nlp).on(check(nlp, Message(text=post, audience=Audience.PUBLIC))).first
    child = (
        Counsellor(nlp).on(check(nlp, Message(text="first day at Riverside Academy", audience=Audience.PUBLIC))).first
    )
    assert asked.startswith("Ask your child")
    assert not child


def test_one_thing_comes_first_for_received_messages(nlp: Language) -> None:
    report = check(
        nlp, Message(text="ur so ugly. send me a pic", direction=Direction.RECEIVED, audience=Audience.STRANGER)
    )
    assert Counsellor(nlp).on(report).first in {step for flag in report.flags for step in flag.steps}


def test_a_child_whom_a_message_is_about_is_comforted_before_anything_else(nlp: Language) -> None:
    counsellor = Counsellor(nlp)

    def said(text: str, direction: Direction = Direction.RECEIVED) -> str:
        return counsellor.on(check(nlp, Message(text=text, direction=direction))).comfort

    assert said("ur so ugly") == "That hurts to read. It would hurt anybody."
    assert said("dont answer u loser. kys") == "That is so hard to read. You are not alone with it."
    assert said("everyone hates mia, shes so ugly") == ""
    assert said("ur so ugly", Direction.DRAFT) == ""
    drawing = counsellor.on(check(nlp, Message(text="your drawing is so ugly", direction=Direction.RECEIVED)))
    assert [flag.category for flag in drawing.flags] == ["unkind/ability"]
    assert "what one person thinks" in drawing.flags[0].why
    assert "It isn't a fact." in drawing.flags[0].why


def test_counsel_amid_a_stream_leaves_nothing_behind(nlp: Language) -> None:
    """spaCy's memory zones must not be nested: the end of an inner one would end the outer one."""
    messages = ((at, Message(text=f"ravi{at} u suck u never pass", audience=Audience.GROUP)) for at in range(300))
    counsellor, before = Counsellor(nlp), len(nlp.vocab.strings)
    for _, report in check_all(nlp, messages):
        assert counsellor.on(report).rewrites
        assert nlp.vocab.in_memory_zone  # type: ignore[attr-defined]
    assert len(nlp.vocab.strings) - before < 10


@pytest.mark.parametrize(("audience", "before", "after"), BEST)
def test_the_stretches_of_a_rewrite_are_the_message_before_and_after(
    nlp: Language, audience: str, before: str, after: str
) -> None:
    _, rewrites, _ = _counsel(nlp, before, audience)
    stretches = list(rewrites[0].stretches(before))
    assert "".join(old for old, _ in stretches) == before
    assert "".join(new for _, new in stretches).strip() == after
    assert all(old or new for old, new in stretches)


def test_what_comes_first_is_said_once_and_never_beside_a_quiet_flag(nlp: Language) -> None:
    grooming = Message(
        text="ur so pretty, send me a pic and dont tell ur mum",
        direction=Direction.RECEIVED,
        audience=Audience.STRANGER,
    )
    assert Counsellor(nlp).on(check(nlp, grooming)).comes_first
    one = Message(text="send me a pic", direction=Direction.RECEIVED, audience=Audience.STRANGER)
    assert not Counsellor(nlp).on(check(nlp, one)).comes_first
    unsafe = Message(text="my dad hits me. i want to die", audience=Audience.FRIEND)
    report = check(nlp, unsafe)
    assert any(flag.is_quiet for flag in report.flags)
    assert not Counsellor(nlp).on(report).comes_first


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("come meet me behind the shop at 8, my number is 07700 900123", Audience.STRANGER),
        ("kys u loser 07700 900123", Audience.GROUP),
    ],
)
def test_what_is_not_to_be_sent_is_not_corrected_as_well(nlp: Language, text: str, audience: Audience) -> None:
    counsel = Counsellor(nlp).on(check(nlp, Message(text=text, audience=audience)))
    first = [flag.steps[0] for flag in counsel.flags if flag.steps]
    assert first
    assert all(step.startswith("Don't send it") for step in (*first, *filter(None, [counsel.first])))


def test_a_detail_beside_a_name_called_does_not_cost_the_request(nlp: Language) -> None:
    text = "omg maya ur such a cry baby, can i come to yours saturday? my number is 07700 900123"
    assert _counsel(nlp, text, "group")[1][0].text == "maya can i come to yours saturday? ask me for my number"


def test_where_something_is_worth_keeping_coach_does_not_say_that_nothing_is(nlp: Language) -> None:
    text = "he looks like a wet mop in that hat, cakes and juice are on table two"
    _, rewrites, nothing = _counsel(nlp, text, "group")
    assert not rewrites
    assert nothing == "Keep what you want to ask or say, and leave out what is marked."


@pytest.mark.parametrize("audience", ["public", "group"])
def test_no_rewrite_shows_a_house_without_a_grown_up(nlp: Language, audience: str) -> None:
    text = "hi im zuri im 9 i go to maple hil school my mums at werk come to my hous its 12 oak rode"
    said = " ".join(one.text for one in _counsel(nlp, text, audience)[1])
    assert not any(each in said for each in ("werk", "hous", "maple", "oak"))
