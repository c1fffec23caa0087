"""No sentence stands in a report twice, whatever the message says."""

from __future__ import annotations

from collections import Counter
from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.course.wording import sentences
from coach.engine import check
from coach.engine.verdict.turns import Pool, take_turns
from coach.models import Direction, Message, Report
from tests.conftest import Check
from tests.shipped import shipped_catalog, shipped_nlp

EXAMPLES = [example.text for rule in shipped_catalog().rules for example in rule.examples.flags]


def told(report: Report) -> Counter[str]:
    said = Counter[str]()
    for flag in report.flags:
        said.update([*sentences(flag.why), *sentences(flag.note), *chain(*map(sentences, flag.steps))])
    return said


@given(texts=st.lists(st.sampled_from(EXAMPLES), max_size=12), direction=st.sampled_from(Direction))
@settings(max_examples=150)
def test_no_report_says_a_sentence_twice(texts: list[str], direction: Direction) -> None:
    report = check(shipped_nlp(), Message(text="\n".join(texts), direction=direction))
    assert [words for words, times in told(report).items() if times > 1] == []


def test_the_same_insult_five_times_is_counted(check_text: Check) -> None:
    report = check_text("\n".join(["ur so ugly"] * 5))
    whys = [flag.why for flag in report.flags]
    assert len(set(whys)) == len(whys) == 5
    assert whys[4] == "This is number 5 of this kind: a remark about looks."
    assert [bool(flag.note) for flag in report.flags] == [True, False, False, False, False]


def test_each_step_is_given_once() -> None:
    category = shipped_catalog().categories["unkind/looks"]
    pool = Pool(category, ("x", "y"), "note", ("a", "b"))
    other = Pool(category, ("x", "y"), "other note", ("b", "c"))
    said = list(take_turns([pool, other]))
    assert [one.steps for one in said] == [("a", "b"), ("c",)]
    assert [one.note for one in said] == ["note", "other note"]
