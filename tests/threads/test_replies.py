"""A reply is judged with the turn before it in view."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from coach.counsel import CounselledCheck
from coach.engine import Adviser
from coach.errors import AuthorError
from coach.models import AgeGroup, Audience, Message, Role
from coach.models.thread import Between
from coach.threads.answering import ReplyCheck
from coach.threads.replies import GivenAway, gives_away
from coach.threads.replies_file import question_phrases, questions_path, reply_words
from tests.shipped import shipped_catalog
from tests.threads.reading import rows


def judged(nlp: Language, row: dict[str, Any]) -> tuple[GivenAway, ...]:
    return gives_away(nlp, row["asked"], row["reply"], Between(row["between"]))


@pytest.mark.parametrize("row", rows("replies"), ids=lambda row: f"{row['between']}: {row['asked']} {row['reply']}")
def test_an_answer_gives_away_what_was_asked_or_nothing(nlp: Language, row: dict[str, Any]) -> None:
    found = {one.category for one in judged(nlp, row)}
    assert found & set(row["gives"]) if row["gives"] else not found


@pytest.mark.parametrize(
    ("asked", "reply", "words", "question"),
    [
        ("hi! what school?", "um oakfield lol", "oakfield", "what school"),
        ("u home alone?", "yeah till 6", "till 6", "u home alone"),
        ("whats ur snap", "its maisie.x9 x", "maisie.x9", "whats ur snap"),
        ("r u alone", "ya til dinner", "til dinner", "r u alone"),
        ("are you by yourself?", "in my room", "in my room", "are you by yourself"),
        ("who r u with", "no1 just up in my bedroom", "just up in my bedroom", "who r u with"),
    ],
)
def test_the_words_of_both_turns_are_shown(nlp: Language, asked: str, reply: str, words: str, question: str) -> None:
    (one,) = gives_away(nlp, asked, reply, Between.ONLINE)
    assert words in reply[one.start : one.end]
    assert asked[one.asked_start : one.asked_end] in question or question in asked[one.asked_start : one.asked_end]


def test_two_facts_are_two(nlp: Language) -> None:
    found = gives_away(nlp, "asl?", "12 f manchester", Between.ONLINE)
    assert {one.category for one in found} == {"oversharing/address", "oversharing/age-birthday"}


@pytest.mark.parametrize("asked", ["", "😂", "how was the match?", "a" * 3000])
def test_without_a_question_nothing_is_given_away(nlp: Language, asked: str) -> None:
    assert gives_away(nlp, asked, "oakfield", Between.ONLINE) == ()


@pytest.mark.parametrize("reply", ["", " ", "?", "😂", "...", "lol"])
def test_an_empty_reply_gives_nothing_away(nlp: Language, reply: str) -> None:
    assert gives_away(nlp, "what school?", reply, Between.ONLINE) == ()


def test_manners_are_not_asked_for_where_a_stranger_asked_for_a_picture(nlp: Language) -> None:
    asked = ReplyCheck(CounselledCheck(nlp), nlp, "send me a pic of u", Between.ONLINE)
    rude = Message(text="shut up u loser", audience=Audience.STRANGER)
    assert not asked(rude).flags
    assert ReplyCheck(CounselledCheck(nlp), nlp, "gg well played", Between.ONLINE)(rude).flags
    assert asked(rude.model_copy(update={"audience": Audience.FRIEND})).flags


@pytest.mark.parametrize("asked", ["what lvl r u", "which rank are you on now?", "lvl?", "what level is ur cat"])
@pytest.mark.parametrize("reply", ["14 nearly 15", "im 12 going on 13", "only 9 almost 10 lol"])
def test_a_level_is_no_age(nlp: Language, asked: str, reply: str) -> None:
    draft, check = Message(text=reply, audience=Audience.STRANGER), CounselledCheck(nlp)
    assert check(draft).flags
    assert not ReplyCheck(check, nlp, asked, Between.ONLINE)(draft).flags


@pytest.mark.parametrize(
    ("asked", "reply"),
    [
        ("what lvl r u", "lvl 40 and im 11"),
        ("what lvl r u", "lvl 9 n im 12 nearly 13"),
        ("what lvl r u and how old are you", "14 nearly 15"),
        ("how old r u", "14 nearly 15"),
        ("cool level", "14 nearly 15"),
    ],
)
def test_an_age_beside_a_level_stays_an_age(nlp: Language, asked: str, reply: str) -> None:
    found = ReplyCheck(CounselledCheck(nlp), nlp, asked, Between.ONLINE)(
        Message(text=reply, audience=Audience.STRANGER)
    )
    assert any(flag.category == "oversharing/age-birthday" for flag in found.flags)


@pytest.mark.parametrize("between", Between)
def test_a_password_matters_with_everybody_and_a_school_does_not(nlp: Language, between: Between) -> None:
    assert gives_away(nlp, "whats your snap password", "pinkpony99", between)
    is_known = between in {Between.FAMILY, Between.FRIENDS}
    assert bool(gives_away(nlp, "what school?", "oakfield", between)) is not is_known


def test_the_advice_of_every_kind_can_be_looked_up(nlp: Language) -> None:
    adviser = Adviser(nlp)
    for kind in reply_words().kind:
        advice = adviser.advice(f"{kind.category}/answer", Role.WRITER, Audience.STRANGER, AgeGroup.YOUNGER)
        own = shipped_catalog().categories[kind.category]
        assert advice == own.advice(Role.WRITER, Audience.STRANGER, AgeGroup.YOUNGER)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("bare = 5", 'bare = "5 words"', "`bare`"),
        ('id = "school"', 'idd = "school"', "unknown key `idd`"),
        ('"candles"', '"candles ("', "missing"),
        ('"{what-is} {your}', '"{what-iss} {your}', "unknown word set"),
    ],
)
def test_a_fault_in_the_file_is_named(tmp_path: Path, old: str, new: str, problem: str) -> None:
    path = tmp_path / "questions.toml"
    path.write_text(questions_path().read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(AuthorError) as error:
        question_phrases(path)
    assert any(problem in str(fault) and fault.fix and fault.line for fault in error.value.faults)
