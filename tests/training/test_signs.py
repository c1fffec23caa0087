"""The signs of the details' expressions are none that an expression can do without."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import coach
from coach.engine.details.finding import SEEKERS
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.signs import DIGIT, EDGE, fold, kept_signs, prefilter_by_signs
from coach.engine.patterns.prefilter import things_in
from coach.training.signs import signs_of

EXPRESSIONS = {one.key: one for seeker in SEEKERS for one in seeker.expressions}
_PRIVATE = re.compile(r"re\._|sre_|_parser\.parse")
ANY_CASE = {"s": "sSſ", "i": "iIİı", "k": "kKK"}


def holds(groups: list[list[str]], text: str) -> bool:
    return bool(prefilter_by_signs([groups]).possible(text.split(" ")))


@pytest.mark.parametrize(
    ("pattern", "groups"),
    [
        (r"\bmy name\b", [["\bname\b"], ["\bmy\b"]]),
        (r"(?:a code|b pin)s?\b", [["\bcode\b", "\bcodes\b", "\bpin\b", "\bpins\b"], ["a\b", "b\b"]]),
        (r"wi-?fi", [["wi-fi", "wifi"]]),
        (r"[5-7]th", [["5th", "6th", "7th"]]),
        (r"(?<!\w)@\w+", [["@"]]),
        (r"pin[ \t]?\d{4}", [[DIGIT], ["pin"]]),
        (r"(?:born[ \t])?\w+", []),
        (r"a(?:b|\w+)c", [["a"], ["c"]]),
        (r"(?=.*x)y", [["x"], ["y"]]),
        (r"\bhi(?!\w)", [["\bhi\b"]]),
        (r"bf+", [["bf"]]),
    ],
)
def test_signs_are_what_no_match_can_do_without(pattern: str, groups: list[list[str]]) -> None:
    found = signs_of(pattern, re.IGNORECASE)
    assert found[:1] == groups[:1]
    assert sorted(found) == sorted(groups)


def test_only_training_uses_the_private_parser_of_re() -> None:
    package = Path(coach.__file__).parent
    private = {
        str(path.relative_to(package)) for path in package.rglob("*.py") if _PRIVATE.search(path.read_text("utf-8"))
    }
    assert private == {"training/signs.py"}
    code = "import sys, coach; coach.check('my name is bo li'); print([one for one in sys.modules if 'coach.training' in one])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


def test_signs_are_the_same_in_every_process() -> None:
    code = "from coach.training.signs import signs_of; print(signs_of(r'(?:my |our |)(?:b-?day|birthday|dob)s?', 2))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in "123"
    }
    assert len(told) == 1


def test_the_kept_signs_are_those_of_the_expressions() -> None:
    worked_out = {key: signs_of(one.pattern, one.flags) for key, one in EXPRESSIONS.items()}
    assert kept_signs() == worked_out, "fix: python -m coach.training.signs"


@pytest.mark.parametrize("key", EXPRESSIONS)
def test_whatever_fits_an_expression_has_its_signs(key: str) -> None:
    one, groups = EXPRESSIONS[key], [list(group) for group in kept_signs()[key]]

    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(one.pattern, one.flags)), st.sampled_from("sik"), st.integers(0, 3))
    def check(text: str, letter: str, at: int) -> None:
        for written in (text, text.upper(), re.sub(letter, lambda _: ANY_CASE[letter][at % 3], text)):
            if one.search(written):
                assert holds(groups, written)

    check()


def test_letters_that_expressions_take_for_each_other_fold_to_one() -> None:
    letters = {letter for groups in kept_signs().values() for group in groups for sign in group for letter in sign}
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(fold(everything)) == len(everything)
    for letter in letters - {EDGE}:
        alike = re.findall(re.escape(letter), everything, re.IGNORECASE)
        assert {fold(one) for one in alike} == {letter}


def test_an_expression_without_kept_signs_is_looked_for_everywhere() -> None:
    assert holds([], "")
    assert Expression("some new one").key not in kept_signs()


@pytest.mark.parametrize(
    ("sign", "text", "held"),
    [
        ("\bim\b", "hi im 9", True),
        ("\bim\b", "hi i'm 9", False),
        ("\bim\b", "Tim, limes", False),
        ("\bim\b", "say:IM.", True),
        ("im", "Tim", True),
        ("\bim", "aim", False),
        ("im\b", "ime", False),
        (DIGIT, "no ٣", True),
        (DIGIT, "no", False),
        ("ſ", "s", False),
        ("x", "a" * 200 + "x" + "a" * 200, True),
    ],
)
def test_a_sign_is_found_at_the_edges_that_it_asks_for(sign: str, text: str, held: bool) -> None:
    assert holds([[sign]], text) is held


def test_all_groups_are_needed_and_each_thing_has_its_own() -> None:
    prefilter = prefilter_by_signs([[["a"], ["b", "c"]], [], [["c"]], [["d"], ["a"]]])
    possible = {
        text: list(things_in(prefilter.possible(text.split()))) for text in ("a", "a b", "c", "a c", "d", "d a c")
    }
    assert possible == {"a": [1], "a b": [0, 1], "c": [1, 2], "a c": [0, 1, 2], "d": [1], "d a c": [0, 1, 2, 3]}
