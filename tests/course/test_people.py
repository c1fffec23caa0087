"""Nobody in a lesson has a name of the family."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from spacy.language import Language

from coach.course import Course, about_others, judge_rewrite, night_of
from coach.course.people import people
from coach.engine import check
from coach.engine.text.first_names import first_names
from coach.models import AgeBand, Family, Lesson, Member, Message, PrivateKind, PrivateWord, Report
from tests.course.test_night import DAY
from tests.shipped_course import shipped_course

COURSE = shipped_course()
ALL = (*COURSE.lessons, *COURSE.cases)
NO_PERSON = frozenset({"mark", "april", "june", "milton"})
"""First names that are words, and here nothing else."""
NAME = re.compile(r"(?<![\w@-])[A-Z][a-z]+(?![\w-])")


def of(*names: str) -> Family:
    return Family(members=tuple(Member(nickname=name, age=AgeBand.EIGHT) for name in names), playing=names[0])


def texts(lesson: Lesson) -> str:
    return lesson.model_dump_json()


@pytest.mark.parametrize("lesson", ALL, ids=lambda lesson: lesson.name)
def test_a_name_of_the_family_is_nobodys_in_any_lesson(lesson: Lesson) -> None:
    said = {name for name in people() if re.search(rf"(?<![\w@-]){name}(?![\w-])", texts(lesson))}
    for name in sorted(said):
        other = about_others(lesson, of(name))
        shown = texts(other)
        left = re.findall(rf'"(?!slug)\w+":"[^"]*(?<![\w@-])(?i:{name})(?![\w-])[^"]*"', shown)
        assert not left, (name, left[:3])
        assert [step.slug for step in other.steps] == [step.slug for step in lesson.steps], "progress stays"
        assert (other.name, type(other)) == (lesson.name, type(lesson))
        assert len(other.steps) == len(lesson.steps)


def test_a_lesson_without_such_a_name_stays_as_it_is() -> None:
    assert all(about_others(lesson, of("Wilhelmina")) is lesson for lesson in ALL)
    assert all(about_others(lesson, Family()) is lesson for lesson in ALL)


def test_several_names_get_other_ones_each_and_none_of_the_family() -> None:
    lesson = next(one for one in COURSE.lessons if one.name == "mean-words")
    shown = texts(about_others(lesson, of("Max", "noor", "Ravi", "Zoe")))
    assert not re.search(r"(?<![\w-])(?i:max|noor|ravi|zoe)(?![\w-])", shown.replace("max-and-the-cat", ""))
    assert {"Finn", "Ida"} <= set(NAME.findall(shown))


def test_a_name_among_the_private_words_counts_too() -> None:
    family = Family(private_words=(PrivateWord(kind=PrivateKind.NAME, words="Omar Potter"),))
    lesson = next(one for one in COURSE.lessons if one.name == "edited-screenshots")
    assert "Omar" not in texts(about_others(lesson, family))


def test_a_night_has_a_case_about_others_and_the_familys_own_words_as_they_are() -> None:
    case = next(one for one in COURSE.cases if one.name == "sam-asleep")
    own = {
        "promises": ("strangers",),
        "made": {"strangers": {"day": DAY - timedelta(days=7), "own": "Sam asks first."}},
    }
    family = Family.model_validate({"members": of("Sam").members, "playing": "Sam", "tracks": {"Sam": own}})
    night = night_of(Course(COURSE.lessons, cases=(case,)), family, DAY)
    assert night.case is not None
    assert night.case.title == "Ravi asleep"
    assert "Sam asks first." in texts(night)
    assert about_others(night, family) is night


def answers(lesson: Lesson) -> Iterator[tuple[str, str, bool]]:
    """The answers of the steps with a draft, and whether each is good."""
    for step in lesson.steps:
        if step.rewrite:
            yield from ((step.slug, one.text, True) for one in step.rewrite.passes)
            yield from ((step.slug, one.text, False) for one in step.rewrite.fails)


@pytest.mark.parametrize("name", ["mean-words", "talk-with", "edited-screenshots", "group-chats", "it-happens-to-me"])
def test_drafts_with_other_names_are_judged_alike(nlp: Language, name: str) -> None:
    def checked(message: Message) -> Report:
        return check(nlp, message)

    lesson = about_others(next(one for one in COURSE.lessons if one.name == name), of(*sorted(people())[:8]))
    lesson = about_others(lesson, of("Max", "Noor", "Omar", "Nia", "Tam", "Milo", "Sam"))
    tasks = {step.slug: step.rewrite for step in lesson.steps if step.rewrite}
    found = list(answers(lesson))
    assert found
    for slug, text, is_good in found:
        assert judge_rewrite(tasks[slug], text, checked).is_yours is is_good, text


def test_everybody_who_plays_in_a_lesson_can_get_another_name() -> None:
    known = {name.casefold() for name in people()}
    missing = {
        word
        for lesson in ALL
        for word in NAME.findall(texts(lesson).replace("\\n", " "))
        if word.casefold() in first_names() and word.casefold() not in known | NO_PERSON
    }
    assert not missing
