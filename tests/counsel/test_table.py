"""The reviewed table shows rewrites as they are: whoever changes one draws the table anew and reads the difference."""

from __future__ import annotations

import json

from spacy.language import Language

from coach.counsel import Counsellor
from coach.engine import check
from coach.models import Audience, Message
from tests.counsel.__main__ import TABLE

ROWS = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]


def test_the_table_is_up_to_date(nlp: Language) -> None:
    """`python -m tests.counsel table` draws it."""
    counsellor = Counsellor(nlp)
    for row in ROWS:
        report = check(nlp, Message(text=row["text"], audience=Audience(row["audience"])))
        assert counsellor.on(report).rewrites[0].text == row["rewrite"], row["text"]


def test_the_table_has_every_audience_and_both_marks() -> None:
    assert len(ROWS) >= 600
    assert {row["audience"] for row in ROWS} == set(Audience)
    assert {True, False} <= {row["good"] for row in ROWS}
