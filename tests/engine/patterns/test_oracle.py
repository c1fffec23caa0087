"""RE2 finds the same rules as the automaton; `python -m tests.oracle` compares them on the whole corpus."""

from __future__ import annotations

from random import Random

import pytest
from spacy.language import Language

from coach.models import Audience, Message

pytest.importorskip("re2", reason="there are no wheels of google-re2 for every system, such as musl")

from tests.oracle.agreement import compare, corpus_messages, example_messages
from tests.oracle.sets import Oracle
from tests.oracle.walks import walks
from tests.shipped import shipped_catalog, shipped_nlp

SEED = 16
SAMPLE = 150
EDGES = [
    "lol who asked bro x",
    "who asked you to come",
    "do not look at me, you never smell",
    "im just kidding love you",
    "ratio :sob: lol",
    "you have 3 or thirty 3rd chins",
]


@pytest.fixture(scope="module")
def oracle() -> Oracle:
    return Oracle(shipped_catalog(), shipped_nlp())


def test_re2_and_the_automaton_find_the_same_rules_and_all_of_them(nlp: Language, oracle: Oracle) -> None:
    """Reads an example of every rule, or walks through its phrases if it has none, and samples."""
    dice = Random(SEED)
    chosen = [*example_messages(1), *dice.sample(corpus_messages(), SAMPLE)]
    chosen += dice.sample(walks(shipped_catalog().rules, dice), SAMPLE)
    chosen += walks([rule for rule in shipped_catalog().rules if not rule.examples.flags], dice)
    chosen += [Message(text=text, audience=Audience.STRANGER) for text in EDGES]
    compared = list(compare(nlp, oracle, chosen))
    assert not [one for one in compared if one.automaton != one.re2]
    assert {name for one in compared for name in one.re2} == {rule.id for rule in shipped_catalog().rules}
