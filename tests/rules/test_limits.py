"""Rules that would make reading slow are refused before an engine is made of them, and shipped rules are far from that."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.engine import check
from coach.engine.patterns.nfa import NetMaker
from coach.engine.patterns.ways import Ways
from coach.engine.pipeline import build
from coach.errors import AuthorError
from coach.models import Message, Phrase
from coach.models.phrase import ANY_WORD, GAP_WORD
from coach.rules import read_own_catalog
from coach.rules.cost import Cost
from coach.rules.limits import MAX_WAYS, MAX_WAYS_IN_ALL, MAX_WORK
from coach.rules.phrases import PhraseError, read_phrase
from tests.rules.test_catalog import RULE, write
from tests.shipped import shipped_catalog

FEW_SECONDS = 60.0
"""What one of these may take on a busy machine; before there were limits each took minutes."""
EXAMPLES = """\
[examples]
flags = ["[zog zog](looks)", "a [zog zog](looks)", "b [zog zog](looks)", "c [zog zog](looks)", "d [zog zog](looks)"]
silent = ["a", "b", "c", "d", "e"]
"""


def rule_of(*patterns: str) -> str:
    lines = "".join(f'  "{pattern}",\n' for pattern in patterns)
    return f'summary = "Zogs"\npatterns = [\n{lines}]\n{EXAMPLES}'


def told(folder: Path) -> str:
    with pytest.raises(AuthorError) as caught:
        read_own_catalog(folder)
    return str(caught.value)


def real_ways(phrase: Phrase) -> int:
    return sum(map(len, NetMaker(str.split).net([("a", phrase)]).edges))


MEMORY = 20_000_000
"""Bytes that measuring a few of the heaviest phrases may take."""
NAMES = [f"{one}{two}" for one in "abcdefgh" for two in ascii_lowercase]
WAYS_OF_AN_OPTION = 3
"""From its first word, to its second and its third."""


def options_of(count: int) -> str:
    return "|".join(f"w{n} x{n} z{n}" for n in range(count))


HEAVY = {
    "optional words": "zog " + "a? " * 1_250 + "zog",
    "choices in choices": "zog " + "((a|b c)? (d|e f)?)? " * 150 + "zog",
    "gaps": "zog " + "... " * 90 + "zog",
    "repeated choices": "zog " + "(a|b c|d)+ " * 30 + "(((a|b)? (c|d e)?)+ f?)+ " * 80 + "zog",
    "repeats of what may be missing": "zog ((" + "a? " * 250 + ")+ b?)+ zog",
    "nested to the limit": "zog " + "(a? (b? (c? (d? (e? (f? (g? h?)?)?)?)?)?)?)? " * 40 + "zog",
    "written words of several": "zog " + "(a-1)? b-1? " * 120 + "zog",
}


@pytest.mark.parametrize("kind", HEAVY)
def test_a_phrase_that_is_too_much_is_refused_with_its_place_before_it_is_compiled(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "unkind/looks/zog.toml"
    write(path, rule_of("zog zog", HEAVY[kind]))
    begun = time.process_time()
    problem = told(tmp_path)
    assert time.process_time() - begun < FEW_SECONDS
    assert problem.startswith(f"{path}:4:4: ")
    assert f"at most {MAX_WAYS:,}" in problem
    assert "fix: use fewer `?`, `+` and `...` in a row" in problem


SHARED = {
    "options in a choice that repeats": "zog ({options})+ zog",
    "a choice after optional words": "zog a? b? c? d? e? f? g? h? ({options}) zog",
    "choices after optional choices": "zog (a|b c)? (b|c d)? (c|d e)? (d|e f)? (e|f g)? (f|g h)? ({options})? zog",
}


@pytest.mark.parametrize("kind", SHARED)
def test_the_beginning_of_a_choice_is_shared_by_all_that_may_come_before_it(kind: str) -> None:
    ways = [real_ways(read_phrase(SHARED[kind].format(options=options_of(count)), {})) for count in (100, 200)]
    cost = [Cost().add(read_phrase(SHARED[kind].format(options=options_of(count)), {})) for count in (100, 200)]
    assert ways[1] - ways[0] <= 100 * WAYS_OF_AN_OPTION
    assert cost[1] - cost[0] <= 100 * WAYS_OF_AN_OPTION


def test_a_word_that_may_come_twice_before_a_choice_triggers_it_once() -> None:
    cost = Cost()
    cost.add(read_phrase(f"zog a? (a|b)? (a|c d)? ({options_of(100)})", {}))
    work = cost.work()
    assert 100 < work["a"] < 120
    assert work["d"] < 110
    assert work["z0"] < 10


def test_fifty_patterns_of_many_gaps_are_each_refused(tmp_path: Path) -> None:
    write(tmp_path / "unkind/looks/zog.toml", rule_of(*(f"zog {'... ' * 90}w{n}" for n in range(50))))
    assert told(tmp_path).count("ways through this phrase") >= 20


def test_heavy_word_sets_count_wherever_a_phrase_names_them(tmp_path: Path) -> None:
    write(tmp_path / "words/a.toml", f'heavy = ["{"a? " * 60}b"]\nheavier = ["{"{heavy}? " * 5}c", "d"]\n')
    path = tmp_path / "unkind/looks/zog.toml"
    write(path, rule_of("zog {heavier} zog"))
    read_own_catalog(tmp_path)
    write(path, rule_of("zog {heavier}? {heavier}? {heavier}? zog"))
    assert "ways through this phrase" in told(tmp_path)


def test_phrases_that_are_too_much_together_are_refused_at_the_heaviest(tmp_path: Path) -> None:
    for number in range(20):
        write(tmp_path / f"unkind/looks/zog-{number}.toml", rule_of(f"zog {'a? ' * 190}w{number}"))
    path = tmp_path / "unkind/looks/heaviest.toml"
    write(path, rule_of("zog zog", "zog " + "a? " * 200 + "x"))
    problem = told(tmp_path)
    assert problem.startswith(f"{path}:4:4: `a` triggers ")
    assert f"at most {MAX_WORK:,}" in problem


def test_a_spelling_that_stands_for_many_words_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "unkind/looks/teeth.toml", RULE)
    write(tmp_path / "spelling/a.toml", f'"{"a " * 900}" = ["x"]\n')
    assert "a spelling of 900 words" in told(tmp_path)


def test_the_same_large_set_many_times_is_compared_quickly(tmp_path: Path) -> None:
    entries = ", ".join(f'"w{n}"' for n in range(1_900)).replace(", ", ",\n")
    write(tmp_path / "words/a.toml", f"large = [\n{entries}\n]\n")
    write(tmp_path / "unkind/looks/zog.toml", rule_of(*(f"zog {'{large} ' * 400}w{n}" for n in range(30))))
    begun = time.process_time()
    read_own_catalog(tmp_path)
    assert time.process_time() - begun < FEW_SECONDS


def test_many_choices_in_a_row_are_measured_in_little_memory() -> None:
    sets = {name: read_phrase(f"({'|'.join(f'a{name}{n} b{name}{n}' for n in range(11))})", {}) for name in NAMES}
    options = {name: phrase.pieces[0].options for name, phrase in sets.items()}
    cost = Cost()
    tracemalloc.start()
    for number in range(6):
        cost.add(read_phrase(f"zog{number} {' '.join(f'{{{name}}}?' for name in NAMES)} zog", options))
    cost.work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEMORY


def test_shipped_rules_are_far_from_the_limits() -> None:
    catalog = shipped_catalog()
    cost = Cost(catalog.spelling)
    heaviest = max(cost.add(phrase) for rule in catalog.rules for phrase in rule.patterns)
    assert heaviest < MAX_WAYS / 2.5
    assert cost.ways < MAX_WAYS_IN_ALL / 3
    assert max(cost.work().values()) < MAX_WORK / 2


WORDS = st.sampled_from(["a", "b", "c", ANY_WORD, GAP_WORD, "d-e"])
PHRASES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(" ".join),
        st.lists(inner, min_size=1, max_size=4).map(lambda options: f"({'|'.join(options)})"),
        st.tuples(inner, st.sampled_from("?+")).map(lambda pair: f"({pair[0]}){pair[1]}"),
    ),
    max_leaves=25,
)


@settings(max_examples=settings().max_examples)
@given(PHRASES, st.integers(1, 12))
def test_the_model_counts_about_the_ways_that_the_engine_makes(text: str, times: int) -> None:
    try:
        phrase = read_phrase(f"zog {f'({text}) ' * times}zog", {})
    except PhraseError:
        return
    assert real_ways(phrase) <= 2 * Cost().add(phrase) + 5


AT_THE_LIMIT = {
    "one heavy phrase": (["zog " + "a? " * 215 + "zog"], "zog " + "a " * 30 + "zog "),
    "many ends": ([f"zog {'a? ' * n}zog" for n in range(200, 211)], "zog " + "a " * 30),
    "gaps": ([f"zog {'... ' * 70}zog{n}" for n in range(11)] + ["zog " + "... " * 70 + "a"], "zog a a "),
}


@pytest.mark.parametrize("kind", AT_THE_LIMIT)
def test_a_folder_at_the_limit_is_answered_within_seconds_in_work_that_grows_with_the_message(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    patterns, unit = AT_THE_LIMIT[kind]
    write(tmp_path / "unkind/looks/zog.toml", rule_of("zog zog", *patterns))
    nlp = build(read_own_catalog(tmp_path))
    asked, onward = [0], Ways.onward

    def counted(ways: Ways, state: int, symbol: str) -> object:
        asked[0] += 1
        return onward(ways, state, symbol)

    monkeypatch.setattr(Ways, "onward", counted)
    work, begun = list[int](), time.process_time()
    for length in (500, 1_000, 2_000):
        asked[0] = 0
        assert check(nlp, Message(text=(unit * length)[:length])).flags
        work.append(asked[0])
    assert time.process_time() - begun < FEW_SECONDS
    assert work[2] <= 3 * work[1]
