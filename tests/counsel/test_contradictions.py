"""Reasons fit what was written; `python -m tests.counsel proof` reads them for every example of every rule."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from spacy.language import Language

import coach.threads
from coach.counsel import Counsellor
from coach.engine import Adviser, check
from coach.models import Audience, Direction, Message, Weight
from tests.counsel.contradictions import CALM, misfits
from tests.shipped import shipped_catalog

FITTING = (
    ("draft", "group", "hes a 4 at best, ella is peng"),
    ("draft", "group", "shes mid, her sister is peng tho"),
    ("draft", "public", "ur clothes are so ugly"),
    ("draft", "friend", "ur breath stinks"),
    ("draft", "friend", "ur drawing is trash"),
    ("draft", "group", "come to the flat above the chip shop, mum is at work till 7"),
    ("draft", "friend", "give me that card or ill tell everyone ur secret"),
    ("received", "stranger", "ur parents dont get the gaming thing, i do"),
    ("received", "stranger", "ill give u 20 quid for some pics"),
    ("received", "stranger", "ur so grown up for your age"),
)


@pytest.mark.parametrize(("direction", "audience", "text"), FITTING)
def test_reasons_fit_what_was_written(nlp: Language, direction: str, audience: str, text: str) -> None:
    message = Message(text=text, direction=Direction(direction), audience=Audience(audience))
    report = check(nlp, message)
    assert report.flags
    assert not list(misfits(Adviser(nlp), report, Counsellor(nlp).on(report)))


def test_a_place_above_a_shop_is_named(nlp: Language) -> None:
    text = "come to the flat above the chip shop, mum is at work till 7"
    report = check(nlp, Message(text=text, audience=Audience.GROUP))
    assert {flag.category for flag in report.flags} == {"oversharing/address", "oversharing/home-alone"}


def test_a_misfit_is_found(nlp: Language) -> None:
    report = check(nlp, Message(text="ur clothes are so ugly", audience=Audience.PUBLIC))
    counsel = Counsellor(nlp).on(report)
    wrong = counsel.flags[0].model_copy(update={"why": "They can't change their looks before tomorrow."})
    found = misfits(Adviser(nlp), report, counsel.model_copy(update={"flags": (wrong,)}))
    assert list(found) == ["clothes are no body"]


def test_nothing_calms_about_what_a_stranger_has_been_sent() -> None:
    sent = tomllib.loads((Path(coach.threads.__file__).parent / "sent.toml").read_text(encoding="utf-8"))
    categories = shipped_catalog().categories.values()
    stops = [one.id for one in categories if one.weight_before(Audience.STRANGER) is Weight.STOP]
    said = [str(sent[name]) for name in stops if name in sent]
    assert said
    assert not [words for words in said if CALM.search(words)]
