"""Who is hit in a group and by how many, who joined in, who stood up; and who says that a joke was none."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

from coach.models import Role
from coach.threads.groups import HURTING, GroupTurn, HurtingSince, answered, hurting_since, is_group, read_group
from tests.threads.reading import flag, rows, turns_of, unkind


@pytest.mark.parametrize("row", rows("groups"), ids=lambda row: row["name"])
def test_a_small_group_is_read(nlp: Language, row: dict[str, Any]) -> None:
    group = read_group(nlp, turns_of(row))
    assert {whom: sorted(by) for whom, by in group.hit_by.items()} == row["hit"]
    assert sorted(group.joined) == row["joined"]
    assert sorted(group.stood_up) == row["stood_up"]


@pytest.mark.parametrize("row", [row for row in rows("groups") if row["answered"]], ids=lambda row: row["name"])
def test_an_answer_says_that_a_joke_was_none(nlp: Language, row: dict[str, Any]) -> None:
    turns = turns_of(row)
    found = {(one.turn, one.to): one.words for one in answered(nlp, turns)}
    for turn, to in row["answered"]:
        assert found[turn, to] in turns[turn].text


def test_nobody_answers_themselves_nor_three_turns_later(nlp: Language) -> None:
    own = [GroupTurn("ana", "ur so slow jk"), GroupTurn("ana", "not funny")]
    late = [GroupTurn("ana", "ur so slow jk"), *(GroupTurn("bo", text) for text in ("hi", "hm", "ok"))]
    assert list(answered(nlp, own)) == []
    assert [one.to for one in answered(nlp, [*late, GroupTurn("cy", "not funny")])] == [3]


def test_every_hit_is_kept_with_its_turn(nlp: Language) -> None:
    texts = [("ana", "hi"), ("bo", "ana ur ugly"), ("cy", "ana ur dumb"), ("bo", "ana ur a freak")]
    turns = [GroupTurn(who, text, (unkind(text),) if "ur" in text else ()) for who, text in texts]
    group = read_group(nlp, turns)
    assert group.hit_by == {"ana": {"bo": (1, 3), "cy": (2,)}}
    assert group.joined == {"cy": 2}


def test_three_senders_are_a_group() -> None:
    turns = [GroupTurn(sender, "hi") for sender in ("ana", "bo", "ana", "cy")]
    assert is_group(turns)
    assert not is_group(turns[:3])


def test_since_when_a_friend_hurts() -> None:
    hurts = flag(HURTING, "i cant go on", Role.WITNESS)
    turns = [GroupTurn("bo", "hi"), *[GroupTurn("ana", "i cant go on", (hurts,))] * 2, GroupTurn("bo", "no")]
    assert hurting_since(turns) == {"ana": HurtingSince(first=1, turns=2)}
    assert hurting_since([]) == {}
