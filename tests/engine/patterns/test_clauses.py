"""Where a clause begins inside a message: a short insult stays one behind a plan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.patterns.clauses import Clauses
from coach.models import Concern, Message

PLANS = (
    "ok see u at 3 but {}",
    "ok see u at 3 {}",
    "see u tomorrow {}",
    "see u at 3 btw {}",
    "see u at 3 ps {}",
    "see u at 3 😂 {}",
    "training is at 5 so {}",
    "im bringing snacks at 5 and {}",
    "{} anyway see u sat",
    "{} see u at 3",
    "{} and see u at 3",
)
STINGS = ("u smell", "leo smells", "ur annoying", "Zofia is fat", "hate u", "just die", "learn to spell")
CALM = (
    "the dress is expensive but ugly",
    "come in and sit down",
    "jake and mia smell of chlorine after swimming",
    "see u at 3 and bring a towel",
    "we saw seals at 3 but not the walrus",
    "me and mia so broke til friday lol",
    "get 3 rats and a snake from the pet shop",
    "see u at 3 sit by the door",
)


def _unkind(nlp: Language, text: str) -> Iterator[str]:
    return (flag.rule for flag in check(nlp, Message(text=text)).flags if flag.concern is Concern.UNKIND)


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("sting", STINGS)
def test_a_short_insult_stays_flagged_beside_a_plan(nlp: Language, sting: str, plan: str) -> None:
    assert any(_unkind(nlp, plan.format(sting)))


@pytest.mark.parametrize("name", ["muppet", "snitch", "loser"])
def test_a_name_behind_a_time_is_somebody_called_so(nlp: Language, name: str) -> None:
    assert any(_unkind(nlp, f"ok see u at 3 {name}"))


@pytest.mark.parametrize("text", CALM)
def test_words_that_go_on_with_a_clause_start_none(nlp: Language, text: str) -> None:
    assert list(_unkind(nlp, text)) == []


@pytest.mark.parametrize(
    ("words", "opening"),
    [
        (["fun", "but", "you"], [True, False, True, False]),
        (["fish", "and", "learn"], [True, False, False, False]),
        (["3", "and", "learn"], [True, False, True, False]),
        (["at", "3", "you"], [True, False, True, False]),
        (["1", "you"], [True, False, False]),
        (["fun", "btw", "fish"], [True, False, True, False]),
    ],
)
def test_clauses_open_behind_a_joint_a_parting_or_a_plan(words: list[str], opening: list[bool]) -> None:
    clauses = Clauses(
        words,
        frozenset(),
        frozenset(),
        openers=frozenset({"you"}),
        joints=frozenset({"but", "and"}),
        partings=frozenset({"btw"}),
        linking=frozenset({"and"}),
        fresh=frozenset({"learn"}),
    )
    assert [clauses.opens_at(at) for at in range(len(words) + 1)] == opening
