"""A request, a question or a plan stays when an insult in, before or behind it goes."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.counsel.best_rewrite import best_rewrite

WITHIN = (
    ("tell your ugly brother to give me my bike back", "can you ask your brother to give me my bike back please?"),
    ("tell your fat sister to lose weight", ""),
    ("move ur fat bum so we can see the board", "can you please move so we can see the board"),
    ("move your fat head i cant see the screen", "can you move please? i cant see the screen"),
    ("get ur lazy butt to practice by 6", "can you come to practice by 6 please?"),
)


@pytest.mark.parametrize(("text", "rewrite"), WITHIN)
def test_a_request_with_an_insult_inside_is_asked_without_it(nlp: Language, text: str, rewrite: str) -> None:
    assert best_rewrite(nlp, "friend", text) == rewrite


NAMED = (
    ("friend", "i know u took my pencil case. u little thief, im gonna batter u. just give it back", "can u give my pencil case back pls?"),
    ("friend", "ok so u borrowed my hoodie 3 weeks ago. ur such a selfish pig. bring it tmrw", "ok so u borrowed my hoodie 3 weeks ago. can u bring it tmrw pls?"),
)  # fmt: skip


@pytest.mark.parametrize(("audience", "text", "rewrite"), NAMED)
def test_what_is_asked_back_has_its_name(nlp: Language, audience: str, text: str, rewrite: str) -> None:
    assert best_rewrite(nlp, audience, text) == rewrite


APART = (
    ("public", "your accent is so cringe. btw what mic you are using? sound is good", "what mic you are using? sound is good"),
    ("public", "you look like a broken washing machine 😂😂 Which song is it please", "which song is it please"),
    ("group", "your poster is so ugly. it needs to be on A3 by Thursday", "your poster needs to be on A3 by Thursday"),
    ("group", "go home ollie you cry baby. the rest of you meet at the frame at 11", "please meet at the frame at 11"),
    ("stranger", "we lost cos of u, u braindead bot. next time stay on the point", "next time stay on the point"),
    ("group", "his papa cant pay, so embarrassing. Rest of you please bring 1200 rupees by Wednesday", "please bring 1200 rupees by Wednesday"),
    ("group", "who put Tobi for goalkeeper, the boy is useless. Practice is 4pm Thursday", "practice is 4pm Thursday"),
    ("friend", "You said you'd pay me back the $20 by Friday and it's been two weeks. Your family is so poor. I need it for the trip", "you said you'd pay me back the $20 by friday and it's been two weeks. i need it for the trip"),
    ("group", "ur the dumbest person in this grade. Send ur 3 slides tonight pls so Sipho can put the pictures in", "send ur 3 slides tonight pls so sipho can put the pictures in"),
    ("friend", "You ALWAYS cheat, your a liar. I'm not playing with you til you say sorry", "can you say sorry please?"),
)  # fmt: skip


@pytest.mark.parametrize(("audience", "text", "rewrite"), APART)
def test_a_question_or_plan_beside_an_insult_stays(nlp: Language, audience: str, text: str, rewrite: str) -> None:
    assert best_rewrite(nlp, audience, text).lower() == rewrite.lower()


STINGS = (
    ("group", "Go away Oscar this chat isnt for babies", "babies"),
    ("group", "Haha Priya got 12 percent what a dumbo. Corrections are due Monday", "Priya"),
    ("friend", "let me copy ur maths you absolute loser", "copy"),
    ("friend", "if u dont give me ur dessert money ur not my friend anymore", "money"),
    ("group", "Zain you are a waste of space, you had one job. Print 20 copies by tomorrow", "one job"),
)


@pytest.mark.parametrize(("audience", "text", "sting"), STINGS)
def test_a_sting_or_a_demand_goes_with_the_insult(nlp: Language, audience: str, text: str, sting: str) -> None:
    assert sting not in best_rewrite(nlp, audience, text)


def test_the_name_of_an_account_goes_with_its_password(nlp: Language) -> None:
    text = "the netflix is footiedad and the password is Tottenham61 just dont log out. start with ep 3 its so good"
    assert best_rewrite(nlp, "friend", text) == "start with ep 3 its so good"


def test_a_plan_for_all_is_not_said_to_whoever_was_insulted(nlp: Language) -> None:
    text = "Marcus ur a useless captain. Training is moved to the astro"
    assert best_rewrite(nlp, "group", text) == "Training is moved to the astro"
    assert best_rewrite(nlp, "group", "Marcus ur a useless captain. Bring the cones on Monday").startswith("Marcus")
