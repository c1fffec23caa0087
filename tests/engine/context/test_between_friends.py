"""Between friends: mild names and taunts are softened, and whoever stands up for somebody names a price."""

from __future__ import annotations

import pytest

from coach.models import Concern, Weight
from tests.conftest import Check

MILD = (
    "u absolute donut",
    "ya numpty",
    "you muppet lol",
    "oi you massive plonker",
    "nerd :)",
    "ur such a nerd",
    "you guys are muppets",
    "u little gremlin",
    "ya big softie",
    "that was my pen nugget",
    "skill issue",
    "gg ez get good",
    "git gud",
    "hurry up slowpoke",
    "its ur turn on the obby hurry up slowpoke",
    "u scaredy cat",
    "noob",
)
WORSE = (
    "you fat donut",
    "u stupid muppet",
    "shut up you muppet",
    "everyone thinks ur a muppet",
    "mia is a donut",
    "hes such a donut",
    "what a muppet",
    "u idiot",
    "u pig",
    "u loser",
    "ur a donut and nobody likes u",
    "gg ez trash",
    "nah im good poopface",
    "me n ella made a list of who smells u r on it lol",
    "no way u smell like a creeper poo",
    "every1 is coming to my party exept u and ur weird dog face",
)


@pytest.mark.parametrize("audience", ["friend", "group"])
@pytest.mark.parametrize("text", MILD)
def test_a_mild_tease_is_a_notice_among_those_who_know_each_other(check_text: Check, text: str, audience: str) -> None:
    assert {flag.weight for flag in check_text(text, audience=audience).flags} == {Weight.NOTICE}


@pytest.mark.parametrize("text", MILD)
def test_to_everybody_else_it_weighs_what_the_category_says(check_text: Check, text: str) -> None:
    assert check_text(text, audience="public").weight is Weight.STOP
    assert check_text(text, audience="stranger").weight is Weight.PAUSE


@pytest.mark.parametrize("audience", ["friend", "group"])
@pytest.mark.parametrize("text", WORSE)
def test_one_word_more_that_hurts_keeps_its_weight(check_text: Check, text: str, audience: str) -> None:
    report = check_text(text, audience=audience)
    assert report.weight is not None
    assert report.weight.rank >= Weight.PAUSE.rank


@pytest.mark.parametrize("mild", MILD)
@pytest.mark.parametrize("hurting", ["u loser", "ur so ugly", "kys", "nobody likes you"])
def test_a_mild_tease_beside_it_makes_nothing_lighter(check_text: Check, mild: str, hurting: str) -> None:
    for joint in (" ", ", ", "\n"):
        alone, both = check_text(hurting, audience="friend"), check_text(f"{mild}{joint}{hurting}", audience="friend")
        assert alone.weight is not None
        assert both.weight is not None
        assert both.weight.rank >= alone.weight.rank, joint


STANDS_UP = (
    "say sorry to harriet or ur not coming",
    "say sorry to her or ur out of the band",
    "apologise to mia or we're not friends",
    "apologise to mia or u cant sit with us",
    "im not talking to u until u say sorry to maddy",
    "ur out of the group until u say sorry to him",
    "ur not invited til u apologise to sam",
    "be nice to ella or dont come to mine",
    "stop being mean to her or u cant sit with us",
    "if ur mean to her ur not my friend",
    "dont talk to him like that",
    "leave him alone",
    "stop being mean to her thats not ok",
)
DOES_NOT = {
    "for oneself": ["say sorry to me or ur not coming", "stop being mean to me or ur not my friend"],
    "against it": ["if u say sorry to her ur not my friend", "be nice to her and ur not my friend"],
    "without a word for it": ["say sorry or ur not coming", "sit here or ur not my friend"],
    "a name beside it": ["stop being mean to her u loser", "say sorry to her u ugly cow"],
}
THREATS = (
    "say sorry to her or ill smash ur face in",
    "say sorry to her or ill post ur pic",
    "be nice to her or i tell everyone u sleep with a teddy",
    "kys say sorry to her or go",
)


@pytest.mark.parametrize("text", STANDS_UP)
def test_who_stands_up_for_somebody_is_not_corrected(check_text: Check, text: str) -> None:
    assert not check_text(text, audience="friend").of(Concern.UNKIND)


@pytest.mark.parametrize(("how", "text"), [(how, text) for how, texts in DOES_NOT.items() for text in texts])
def test_what_only_looks_like_it_is_flagged(check_text: Check, how: str, text: str) -> None:
    assert check_text(text, audience="friend").of(Concern.UNKIND), how


@pytest.mark.parametrize("text", THREATS)
def test_a_threat_for_somebody_stays_a_threat(check_text: Check, text: str) -> None:
    assert check_text(text, audience="friend").weight is Weight.STOP
