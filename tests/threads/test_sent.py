"""What is said about a turn that was sent: easy to read, without blame, and about what to do now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.course.wording import sentences, word_count
from coach.errors import AuthorError
from coach.models import AgeGroup, Audience, Concern
from coach.models.report import QUIET
from coach.rules.never_say import bans
from coach.threads.sent import FRIENDS, SentAdvice, after_sending, all_sent, sent_path
from tests.rules.test_texts import BLAME_AND_FEAR, CATEGORIES, CHILD_GRADE, LONGEST, PARENT_GRADE, grade

TOO_LATE = re.compile(
    r"\b(?:don't|do not|never) (?:send|post|write|share) (?:it|this|that)\b|"
    r"\bleave \w+(?: \w+)? out\b|\b(?:before|until) (?:you|it) (?:send|goes)|\brewrite\b|\binstead\b|"
    r"\bwhy did you\b|\bshould(?: not|n't)? have\b",
    re.IGNORECASE,
)
"""What helps only before a turn is sent, or blames."""
NAMES = tuple(all_sent())


def given(name: str) -> Iterator[SentAdvice]:
    """All that is said about a concern or a category, to each age group."""
    yield from (all_sent()[name].given(age, is_unsafe=unsafe) for age in (None, *AgeGroup) for unsafe in (False, True))
    yield all_sent()[name].given(how=FRIENDS)


@pytest.mark.parametrize("concern", Concern)
def test_every_concern_and_category_has_words(concern: Concern) -> None:
    assert concern in all_sent()
    for category in (one.id for one in CATEGORIES if one.concern is concern):
        assert after_sending(category).steps
        assert after_sending(category, AgeGroup.YOUNGER).why


@pytest.mark.parametrize("name", NAMES)
def test_a_child_can_read_it(name: str) -> None:
    for one in given(name):
        said = (one.why, *one.steps)
        assert max(word_count(sentence) for text in said for sentence in sentences(text)) <= LONGEST, said
        assert grade(" ".join(said)) <= CHILD_GRADE, said


@pytest.mark.parametrize("name", NAMES)
def test_a_grown_up_can_read_the_note(name: str) -> None:
    note = all_sent()[name].note
    assert grade(note) <= PARENT_GRADE
    assert name == QUIET or ("Ask: " in note and "Say: " in note)


@pytest.mark.parametrize("name", NAMES)
def test_it_neither_blames_nor_comes_too_late(name: str) -> None:
    for one in given(name):
        for text in (one.why, one.note, *one.steps):
            assert not TOO_LATE.search(text), text
            assert not BLAME_AND_FEAR.search(text), text


@pytest.mark.parametrize("name", NAMES)
def test_it_says_nothing_that_coach_never_says(name: str) -> None:
    concern = Concern(name.partition("/")[0])
    for one in given(name):
        said = [("why", one.why), ("note", one.note), *(("steps", step) for step in one.steps)]
        for ban in bans():
            if concern in ban.concerns and Audience.STRANGER in ban.audiences:
                refused = [text for part, text in said if part in ban.parts and ban.refuses(text, part)]
                assert refused == [], ban.problem


def test_what_matters_most_is_named() -> None:
    def steps(category: str) -> str:
        return " ".join(after_sending(category).steps).lower()

    assert "change it" in steps("oversharing/password")
    assert "takes it down" in steps("going-along/sends-picture")
    assert "don't go" in steps("going-along/meets")
    assert "block" in steps("oversharing/school")
    assert "sorry" in steps("unkind/looks")
    assert "not your fault" in after_sending("going-along/sends-picture").why
    assert after_sending("care/hurting").help_lines


def test_whoever_is_not_safe_at_home_is_sent_to_help_outside() -> None:
    for category in ("oversharing/home-alone", "going-along/tells-alone"):
        for how in ("", "near"):
            said = after_sending(category, is_unsafe=True, how=how)
            assert "outside the home" in said.steps[0]
            assert "help line" in said.steps[2]
            assert "not your fault" in said.why


def test_nobody_is_alone_where_a_grown_up_is_only_busy() -> None:
    assert "front door" in " ".join(after_sending("going-along/tells-alone").steps)
    assert "front door" not in " ".join(after_sending("going-along/tells-alone", how="near").steps)


def test_the_younger_get_their_own_words() -> None:
    assert after_sending("oversharing/password", AgeGroup.YOUNGER) != after_sending("oversharing/password")
    assert after_sending("oversharing/password", AgeGroup.OLDER) == after_sending("oversharing/password")


@pytest.mark.parametrize(
    ("old", "new", "problem", "line"),
    [
        ("[unkind]", "[unkinds]", "unknown concern or category `unkinds`", "[unkinds]"),
        ("[care]", '["care/nothing"]', "nothing is said about `care`", ""),
        (
            'steps = ["Tell somebody you trust how it is."',
            'step = ["Tell somebody you trust how it is."',
            "`step` of `care`",
            "step = ",
        ),
        ('why = "It is out,', 'why = 5 # "It is out,', "`why` of `unkind`", "why = 5"),
    ],
)
def test_a_fault_names_its_line(tmp_path: Path, old: str, new: str, problem: str, line: str) -> None:
    path = tmp_path / "sent.toml"
    path.write_text(sent_path().read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(AuthorError) as error:
        all_sent(path)
    fault = next(one for one in error.value.faults if problem in one.problem)
    assert fault.quote.startswith(line)
    assert fault.fix
