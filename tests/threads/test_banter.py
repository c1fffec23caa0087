"""Two friends who tease each other both ways get a calm question, and nobody else does."""

import pytest
from spacy.language import Language

from coach.models import Weight
from coach.models.thread import Between
from coach.threads import ReadTurn
from tests.threads.test_conversation import conversation

BOTH = (
    ("Max", "u were so bad at that lol idiot"),
    ("Mia", "haha says u loser"),
    ("Max", "love u really"),
    ("Mia", "love u too hahaha"),
)


def teased(read: list[ReadTurn]) -> list[tuple[Weight, str]]:
    return [
        (flag.weight, " ".join(flag.steps)) for one in read for flag in one.flags if flag.category != "unkind/looks"
    ]


def test_teasing_both_ways_is_a_notice_with_a_question(nlp: Language) -> None:
    found = teased(conversation(nlp, BOTH)[1])
    assert {weight for weight, _ in found} == {Weight.NOTICE}
    assert len(found) >= 2
    assert "report" not in " ".join(steps for _, steps in found)


@pytest.mark.parametrize(
    ("said", "between"),
    [
        ((*BOTH, ("Mia", "stop it thats not funny")), None),
        ((*BOTH[:1], ("Mia", "haha ok"), ("Max", "ur such a loser lol love u"), ("Mia", "lol love u too")), None),
        ((("Max", "ur so ugly"), *BOTH), None),
        (BOTH, Between.ONLINE),
        ((*BOTH, ("Tom", "hi")), None),
    ],
    ids=["refused", "one-sided", "after-looks", "online", "group"],
)
def test_anything_else_weighs_as_before(
    nlp: Language, said: tuple[tuple[str, str], ...], between: Between | None
) -> None:
    assert any(weight is not Weight.NOTICE for weight, _ in teased(conversation(nlp, said, between=between)[1]))


def test_the_whole_says_what_was_looked_for_only_where_nothing_heavier_was_found(nlp: Language) -> None:
    assert conversation(nlp, BOTH)[0].is_banter
    assert not conversation(nlp, (*BOTH, ("Max", "ur so ugly")))[0].is_banter
    assert not conversation(nlp, BOTH, between=Between.ONLINE)[0].is_banter


ONCE = (("Jas", "i didnt steel it u lent it me u idiot"), ("Mia", "hahaha no i didnt"), ("Jas", "see u at practice"))


def test_a_friends_one_teasing_that_was_laughed_at_keeps_its_weight_and_gets_calm_words(nlp: Language) -> None:
    ((weight, steps),) = teased(conversation(nlp, ONCE, between=Between.FRIENDS)[1])
    assert weight is Weight.PAUSE
    assert "report" not in steps
    assert "not fun for me" in steps


@pytest.mark.parametrize(
    ("said", "between"),
    [
        ((ONCE[0], ("Mia", "give it back"), ONCE[2]), Between.FRIENDS),
        ((*ONCE, ("Mia", "stop it thats not funny")), Between.FRIENDS),
        (ONCE, Between.ONLINE),
        ((*ONCE, ("Tom", "hi")), Between.FRIENDS),
        ((("Jas", "ur so ugly"), ONCE[1]), Between.FRIENDS),
        ((("Jas", "ur so ugly"), *ONCE), Between.FRIENDS),
    ],
)
def test_laughter_softens_nothing_else(
    nlp: Language, said: tuple[tuple[str, str], ...], between: Between | None
) -> None:
    found = teased(conversation(nlp, said, between=between)[1])
    assert not any("not fun for me" in steps for _, steps in found)


def test_laughter_softens_the_first_teasing_of_a_friend_alone(nlp: Language) -> None:
    again = (("Jas", "move u donut"), ("Mia", "lol"), ("Jas", "u absolute muppet"), ("Mia", "lol ok"))
    found = teased(conversation(nlp, again, between=Between.FRIENDS)[1])
    assert ["not fun for me" in steps for _, steps in found] == [True, False]
