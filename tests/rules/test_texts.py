"""What Coach says: short, easy to read, without blame or fear, for every category and every audience."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

import pytest

from coach.course.wording import sentences, word_count
from coach.models import Advice, AgeGroup, Audience, Category, Role
from coach.models.report import QUIET
from tests.shipped import shipped_catalog

CATALOG = shipped_catalog()
CATEGORIES = tuple(CATALOG.categories.values())
CHILD_GRADE, PARENT_GRADE = 4.0, 7.0
LONGEST = 12
"""Words in a sentence that a child reads."""
BLAME_AND_FEAR = re.compile(
    r"\b(bad (?:boy|girl|child|person|kid)|shame on|ashamed|you are (?:mean|bad|wrong)|your fault(?<!not your fault)|"
    r"you should|you must|you'd better|danger|dangerous|kidnap\w*|dead|die|predators?|criminals?|terrible|horrible|"
    r"stupid|naughty|disgusting)\b",
    re.IGNORECASE,
)


def advice(category: Category) -> Iterator[Advice]:
    """All that a category says, as it is given to each role, audience and age group."""
    for role in category.roles:
        for audience in Audience:
            for rule in ("", *category.ruled):
                yield from (category.advice(role, audience, age, rule) for age in (None, *AgeGroup))


def notes(category: Category) -> Iterator[str]:
    yield from (one.note for one in advice(category))


def for_children(category: Category) -> Iterator[str]:
    yield from dict.fromkeys(
        text for one in advice(category) for text in (*one.why, *one.steps, *filter(None, [one.comfort]))
    )


def syllables(word: str) -> int:
    """How many syllables a word has, by its groups of vowels; a last silent e does not count."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouysxz]es$", word.lower()) is not None
    return max(groups - (silent and groups > 1), 1)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade (Kincaid 1975): 0.39 words a sentence and 11.8 syllables a word, less 15.59."""
    words = re.findall(r"[A-Za-z]+(?:['’][A-Za-z]+)?", text)
    parts = list(sentences(text)) or [text]
    return 0.39 * len(words) / len(parts) + 11.8 * sum(map(syllables, words)) / max(len(words), 1) - 15.59


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda category: category.id)
def test_a_child_can_read_it(category: Category) -> None:
    for text in for_children(category):
        assert max(map(word_count, sentences(text))) <= LONGEST, text
    for one in advice(category):
        assert grade(" ".join((*one.why, *one.steps))) <= CHILD_GRADE, one
    assert grade(" ".join(for_children(category))) <= CHILD_GRADE


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda category: category.id)
def test_a_parent_can_read_the_note(category: Category) -> None:
    for note in notes(category):
        assert grade(note) <= PARENT_GRADE, note
        # Of the one whom the child fears nothing is asked: they may sit beside it.
        assert category.id == QUIET or ("Ask: " in note and "Say: " in note)


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda category: category.id)
def test_it_neither_blames_nor_frightens(category: Category) -> None:
    for text in for_children(category):
        assert not BLAME_AND_FEAR.search(text), text


def test_every_child_whom_a_message_is_about_is_comforted_first() -> None:
    targets = [category for category in CATEGORIES if Role.TARGET in category.roles]
    assert len(targets) > 20
    assert [category.id for category in targets if not (category.target and category.target.comfort)] == []


def test_no_reason_stands_for_two_categories() -> None:
    told = [{sentence for one in advice(each) for why in one.why for sentence in sentences(why)} for each in CATEGORIES]
    whys = list(chain(*told))
    assert [why for why in set(whys) if whys.count(why) > 1] == []


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda category: category.id)
def test_every_audience_has_a_reason_of_its_own(category: Category) -> None:
    reasons = [category.audience[audience].reason for audience in Audience]
    assert len(set(reasons)) == len(reasons)
    assert grade(" ".join(reasons)) <= PARENT_GRADE + 2, reasons


def test_weights_follow_the_audience() -> None:
    for category in CATEGORIES:
        weights = {audience: category.weight_before(audience).rank for audience in Audience}
        if category.concern == "oversharing":
            assert weights[Audience.FRIEND] <= weights[Audience.GROUP] <= weights[Audience.PUBLIC]
            assert weights[Audience.FRIEND] <= weights[Audience.STRANGER]
        if category.concern == "red-flag":
            assert weights[Audience.FRIEND] <= weights[Audience.STRANGER]
    for id_ in ("unkind/self-harm", "unkind/threat", "oversharing/password", "red-flag/blackmail"):
        assert {CATALOG.categories[id_].weight_before(audience) for audience in Audience} == {"stop"}


def test_the_measure_of_reading_tells_easy_from_hard() -> None:
    assert grade("The cat sat. It is a good cat.") < 1
    assert grade("Unauthorised disclosure of identifying information facilitates subsequent victimisation.") > 12


def test_what_two_categories_advise_is_worded_the_same_so_that_a_report_says_it_once() -> None:
    advices = [one for category in CATEGORIES for one in advice(category)]
    for texts in ({step for one in advices for step in one.steps}, {one.note for one in advices}):
        told = [sentence for text in texts for sentence in sentences(text)]
        assert [sentence for sentence in set(told) if told.count(sentence) > 1] == []


def test_at_least_ten_categories_speak_differently_to_younger_and_older_children() -> None:
    aged = {
        category.id
        for category in CATEGORIES
        for role in category.roles
        if category.advice(role, Audience.GROUP, AgeGroup.YOUNGER)
        != category.advice(role, Audience.GROUP, AgeGroup.OLDER)
    }
    assert len(aged) >= 10
    hard = {"unkind/self-harm", "red-flag/flattery", "red-flag/blackmail", "oversharing/photo", "oversharing/money"}
    assert hard <= aged


@pytest.mark.parametrize("audience", Audience)
def test_a_friend_who_is_not_out_is_asked_before_anybody_is_told(audience: Audience) -> None:
    category = CATALOG.categories["care/friend-hurting"]
    general = category.advice(Role.WITNESS, audience, None, "care/friend-hurting/own-hopeless")
    quiet = category.advice(Role.WITNESS, audience, None, "care/friend-hurting/own-not-out-yet")
    assert general.steps[0] == "Tell a grown-up today, even if they said don't."
    assert set(quiet.steps).isdisjoint(general.steps)
    assert any("ask your friend first" in step.lower() or "don't pass it on" in step.lower() for step in quiet.steps)


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda category: category.id)
def test_a_stranger_who_frightens_is_never_answered(category: Category) -> None:
    if category.concern == "red-flag":
        for age in (None, *AgeGroup):
            one = category.advice(Role.TARGET, Audience.STRANGER, age)
            assert one.steps[:2] == ("Don't answer.", "Show it to a grown-up you trust.")


def test_whoever_is_advised_to_write_no_answer_is_so_in_a_field() -> None:
    """The steps are words; the app asks the field."""
    for category in CATEGORIES:
        for role in category.roles:
            given = [category.advice(role, audience) for audience in Audience]
            says_so = any(step.startswith("Don't answer") for one in given for step in one.steps)
            assert category.needs_no_answer(role) is says_so, (category.id, role)
