"""Every rule proves itself: what its examples mark is flagged by it, and its near misses stay silent."""

from __future__ import annotations

import pytest
from spacy.language import Language

from coach.engine import check
from coach.engine.reading import reading_of
from coach.models import Catalog, Concern, Direction, Flag, Mark, MarkedText, Message, Rule
from coach.rules import read_catalog

RULES = read_catalog().rules
FLAGS = [pytest.param(rule, text, id=text.text) for rule in RULES for text in rule.examples.flags]
SILENT = [pytest.param(rule, text, id=text) for rule in RULES for text in rule.examples.silent]


def message(rule: Rule, text: str) -> Message:
    direction = Direction.RECEIVED if rule.concern is Concern.RED_FLAG else Direction.DRAFT
    return Message(text=text, direction=direction)


def overlaps(flag: Flag, mark: Mark) -> bool:
    return flag.start < mark.end and mark.start < flag.end


@pytest.mark.parametrize(("rule", "example"), FLAGS)
def test_marked_phrase_is_flagged(nlp: Language, rule: Rule, example: MarkedText) -> None:
    report = check(nlp, message(rule, example.text))
    named = {f"{flag.category}" for flag in report.flags for mark in example.marks if overlaps(flag, mark)}
    assert rule.category in named


@pytest.mark.parametrize(("rule", "example"), FLAGS)
def test_rule_itself_speaks(nlp: Language, rule: Rule, example: MarkedText) -> None:
    """Whichever rule wins where several fit, this one fits too."""
    doc = nlp.make_doc(example.text)
    doc._.coach_direction = message(rule, example.text).direction.value
    for _, pipe in nlp.pipeline[:-1]:
        doc = pipe(doc)
    fitting = [candidate for candidate in reading_of(doc).candidates if candidate.rule == rule.id]
    assert [True for found in fitting if found.aim in rule.aims and found.setting in rule.settings]


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_near_miss_stays_silent(nlp: Language, rule: Rule, text: str) -> None:
    report = check(nlp, message(rule, text))
    assert [flag.phrase for flag in report.of(rule.concern)] == []


def test_every_category_has_a_rule(catalog: Catalog) -> None:
    assert {rule.category for rule in catalog.rules} == set(catalog.categories)
    assert len(catalog.categories) == 38
