"""What is true, kind or asked for stays of a draft that hurts or says too much; plans to hurt get other words."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Counsel, Message

STRESSED = (
    ("friend", "i hate u so much", "im really angry with u"),
    ("friend", "i hate u forever", "im really angry with u"),
    ("friend", "i hate u anyway", "im really angry with u"),
    ("friend", "i hate u rn", "im really angry with u right now"),
    ("friend", "i cant stand u anymore", "im really angry with u"),
    ("friend", "i hate u sm for telling my mum", "im really angry with u for telling my mum"),
    ("group", "i hate you all so much, you ate my birthday cake", "im really angry with you all, you ate my birthday cake"),
    ("friend", "i hate her so much rn", "im really angry with her"),
    ("friend", "u never pass to me ever u ball hog", "can u pass to me more?"),
    ("friend", "u never text me anymore ur a fake friend", "can u text me more?"),
    ("friend", "u ruined my birthday so much lol", "im upset about my birthday"),
    ("friend", "ur trash at drawing always", "do you want help with drawing?"),
    ("friend", "i will never trust u again ever u rat", "i need time to trust u again"),
    ("friend", "u cheated at chess ur so pathetic", "i dont think u played fair at chess"),
)  # fmt: skip
COMPLAINTS = (
    ("group", "omar u griefed my farm, it took me ages. ur a dirty loser and ur banned", "omar u griefed my farm, it took me ages."),
    ("friend", "u blew up my base, i spent all week on it. u are a pathetic baby", "u blew up my base, i spent all week on it."),
    ("friend", "my tower fell and u laughed?? ur such a horrible person", "my tower fell and u laughed??"),
    ("stranger", "u scammed me out of my owl u stupid kid i hope ur account gets hacked", "u scammed me out of my owl"),
    ("friend", "my sister is such a cow she told dad about my phone", "my sister told dad about my phone"),
    ("group", "miss reed is such a witch she gave us double homework", "miss reed gave us double homework"),
    ("friend", "i hate u more than anything u let my hamster out", "im really angry with u, u let my hamster out"),
    ("group", "lily stop bossing every1 around ur not the teacher nobody even likes ur ideas", "lily can you stop bossing every1 around please?"),
)  # fmt: skip
WARM = (
    (
        "friend",
        "happy bday!! ur finally 9 but u still act like ur 2 n everyone laughs at u",
        "happy bday!! ur finally 9",
    ),
    ("friend", "cant wait for ur sleepover!! just dont invite ruby shes a weirdo", "cant wait for ur sleepover!!"),
)
CLAIMED = (
    ("friend", "if u dont give me my cards back ill show everyone that pic of u crying", "can u give me my cards back pls?"),
    ("friend", "ill smash ur face in if u touch my scooter again", "pls dont touch my scooter"),
    ("friend", "if u call me shorty again ill punch u", "pls dont call me shorty"),
    ("group", "ben give me my pen back or im gonna kill u", "ben can u give me my pen back pls?"),
)  # fmt: skip
GLAD = (
    ("public", "just got my new tie for st brendans high school", "just got my new tie for school"),
    ("public", "look at my judo certificate!! it says my name on it", "i got my judo certificate!!"),
    ("public", "i walk home on my own down hill road at half 3 every day so boring", "walking is so boring"),
    ("public", "on the bus to oakfield academy rn its so packed", "the bus is so packed"),
    ("stranger", "u can email me at noor.k@example.com", "i only chat here"),
    ("stranger", "mail me the mod file at noor.k@example.com", "i dont give out my email online"),
)
PLANS = (
    ("group", "guys lets all ignore theo tmrw"),
    ("friend", "lets tell amy the sleepover is cancelled n do it without her"),
    ("group", "lets hide ravis shoes and watch him cry"),
    ("friend", "im gonna put glue on his chair tmrw, dont tell him"),
)
NO_PLANS = (
    ("public", "ratio + nobody asked + ur fat"),
    ("friend", "im gonna kill u at lunch"),
)
SCORN = (
    ("group", "haha u still watch that?? what r u 4"),
    ("public", "ur singing hurt my ears pls never post again"),
    ("friend", "fine i dont need u anyway ive got better friends"),
)


def _counsel(nlp: Language, audience: str, text: str) -> Counsel:
    return Counsellor(nlp).on(check(nlp, Message(text=text, audience=Audience(audience))))


@pytest.mark.parametrize(("audience", "before", "after"), STRESSED)
def test_what_only_stressed_goes_from_an_i_sentence(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "before", "after"), [*COMPLAINTS, *WARM, *CLAIMED, *GLAD])
def test_what_is_true_kind_or_claimed_stays(nlp: Language, audience: str, before: str, after: str) -> None:
    assert _counsel(nlp, audience, before).rewrites[0].text == after


@pytest.mark.parametrize(("audience", "text"), PLANS)
def test_whoever_plans_to_hurt_is_asked_to_leave_it(nlp: Language, audience: str, text: str) -> None:
    counsel = _counsel(nlp, audience, text)
    assert not counsel.rewrites
    assert "plan" in counsel.nothing


@pytest.mark.parametrize(("audience", "text"), NO_PLANS)
def test_an_insult_or_a_threat_is_no_plan(nlp: Language, audience: str, text: str) -> None:
    assert "plan" not in _counsel(nlp, audience, text).nothing


@pytest.mark.parametrize(("audience", "text"), SCORN)
def test_scorn_without_a_mark_goes_too(nlp: Language, audience: str, text: str) -> None:
    counsel = _counsel(nlp, audience, text)
    assert counsel.flags
    assert not counsel.rewrites
