"""A folder may have a lexicon and frames; each fault names the place, the problem and the fix."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from coach.engine import Explainer, build, check
from coach.errors import AuthorError
from coach.models import Message
from coach.proof.check import check_examples
from coach.rules import read_catalog, read_own_catalog
from tests.rules.test_catalog import CATEGORY, WORDS, write

LEXICON = """\
category = "unkind/looks"

[[words]]
form = "adjective"
entries = ["gronky", "plain gronky"]

[[words]]
form = "noun"
of = ["person"]
entries = ["gronk"]
"""
FRAME = """\
summary = "Somebody is said to be gronky"
patterns = ["is so? {adjective}", "is a {noun}"]
subject = { of = ["person"] }

[examples]
flags = [
  "[mia is gronky](looks)",
  "[tariq is so gronky](looks)",
  "[she is gronky](looks) lol",
  "[the new girl is a gronk](looks)",
  "[he is a gronk](looks)",
]
silent = ["the door is gronky", "i am gronky", "mia is kind", "mia is not gronky", "gronky"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "unkind/looks/category.toml", CATEGORY)
    write(tmp_path / "words/all.toml", WORDS)
    write(tmp_path / "lexicon/gronk.toml", LEXICON)
    write(tmp_path / "frames/said.toml", FRAME)
    return tmp_path


def test_a_frame_makes_a_rule_of_each_category_that_has_words_for_it(folder: Path) -> None:
    (rule,) = read_catalog(folder).rules
    assert (rule.id, rule.file) == ("unkind/looks/said", "frames/said.toml")
    assert [phrase.source for phrase in rule.patterns] == ["is so? {adjective}", "is a {noun}"]


def test_words_of_another_category_make_another_rule(folder: Path) -> None:
    write(folder / "lexicon/skill.toml", LEXICON.replace("looks", "ability").replace("gronk", "blonk"))
    write(folder / "unkind/ability/category.toml", CATEGORY)
    assert [rule.id for rule in read_catalog(folder).rules] == ["unkind/ability/said", "unkind/looks/said"]


def test_a_fault_of_a_frame_is_named_once_however_many_categories_it_has(folder: Path) -> None:
    write(folder / "lexicon/skill.toml", LEXICON.replace("looks", "ability").replace("gronk", "blonk"))
    write(folder / "unkind/ability/category.toml", CATEGORY)
    write(folder / "frames/said.toml", FRAME.replace("is so?", "{unheard-of}"))
    with pytest.raises(AuthorError) as caught:
        read_catalog(folder)
    assert [fault.problem for fault in caught.value.faults] == ["unknown word set `unheard-of`"]


def test_own_words_join_the_frames_of_coach(tmp_path: Path) -> None:
    write(tmp_path / "lexicon/gronk.toml", LEXICON)
    nlp = build(read_own_catalog(tmp_path))
    assert [flag.category for flag in check(nlp, Message(text="why is Zofia so gronky")).flags] == ["unkind/looks"]
    assert not check(nlp, Message(text="why is the kettle so gronky")).flags


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "problem", "fix"),
    [
        ("lexicon/gronk.toml", '"adjective"', '"adverbial"', 4, "`form`: Input should be", "write a value"),
        ("lexicon/gronk.toml", '["person"]', '["pet"]', 9, "person", "kin"),
        ("lexicon/gronk.toml", "unkind/looks", "unkind/hats", 1, "unknown category `unkind/hats`", "unkind/looks"),
        ("lexicon/gronk.toml", "category =", "topic = 1\ncategory =", 1, "unknown key `topic`", "category, words"),
        ("lexicon/gronk.toml", '"plain gronky"', '"gronky"', 5, "duplicate entry `gronky`", "remove one"),
        ("lexicon/gronk.toml", '"plain gronky"', '"(gronky"', 5, "( is never closed", "close it"),
        ("frames/said.toml", "{noun}", "gronk", 2, "this frame has no slot", "{adjective}"),
        ("frames/said.toml", "{adjective}", "{adjectiv}", 2, "no slot", "{adjective}"),
        ("frames/said.toml", '["person"] }', '["pet"] }', 3, "person", "kin"),
        ("frames/said.toml", "subject =", 'strength = ["mild"]\nsubject =', 3, "unknown value `mild`", "strong"),
        ("frames/said.toml", "subject =", "edits = []\nsubject =", 3, "unknown key `edits`", "subject, strength"),
        ("frames/said.toml", "[he is a gronk](looks)", "[he is a gronk](ability)", 11, "no rule of the marked", "mark"),
    ],
)
def test_a_fault_names_place_problem_and_fix(
    folder: Path, file: str, old: str, new: str, line: int, problem: str, fix: str
) -> None:
    path = folder / file
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(AuthorError) as caught:
        read_catalog(folder)
    faults = [str(fault) for fault in caught.value.faults]
    assert any(f"{file}:{line}:" in one and problem in one and fix in one.partition("fix: ")[2] for one in faults), (
        faults
    )


def test_a_lexicon_without_words_is_refused(folder: Path) -> None:
    write(folder / "lexicon/gronk.toml", 'category = "unkind/looks"\n')
    with pytest.raises(AuthorError, match=r"no `\[\[words\]\]` table"):
        read_catalog(folder)


def test_an_example_of_a_frame_that_fails_is_shown_in_the_file_of_the_frame(folder: Path) -> None:
    write(folder / "frames/said.toml", FRAME.replace("[he is a gronk]", "[he is a dronk]"))
    with pytest.raises(AuthorError) as caught:
        check_examples(Explainer(read_own_catalog(folder)), folder)
    assert [(fault.path.name, fault.line) for fault in caught.value.faults] == [("said.toml", 11)]


def test_a_lexicon_of_too_many_words_is_a_fault_of_the_frame(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = ",\n".join(f'"gronk{at}y"' for at in range(400))
    write(folder / "lexicon/more.toml", LEXICON.replace('"gronky", "plain gronky"', entries))
    monkeypatch.setattr("coach.rules.word_sets.MAX_PLACES_IN_ALL", 300)
    with pytest.raises(AuthorError, match="too many places"):
        read_catalog(folder)


def test_a_subject_that_must_be_a_name_is_one(folder: Path) -> None:
    honky = FRAME.replace('{adjective}", "is a {noun}', "honky").replace('["person"] }', '["person"], named = true }')
    write(folder / "unkind/looks/honky.toml", honky)
    nlp = build(read_own_catalog(folder))
    assert check(nlp, Message(text="mia is honky")).flags
    assert not check(nlp, Message(text="the new girl is honky")).flags


def test_a_subject_that_opens_lets_nothing_come_before_its_lead(folder: Path) -> None:
    frame = FRAME.replace("is so? {adjective}", "being so? {adjective}").replace("is a {noun}", "being a {noun}")
    frame = frame.replace('["person"] }', '["person"], lead = ["not"], opens = true, bare = true }')
    write(folder / "frames/said.toml", frame)
    nlp = build(read_own_catalog(folder))
    assert check(nlp, Message(text="not mia being so gronky")).flags
    assert not check(nlp, Message(text="it is not mia being so gronky")).flags


def test_somebody_put_beside_the_writer_is_no_family(nlp: Language) -> None:
    """A word that stings is let pass of one's own sister, never of a lab partner."""
    assert check(nlp, Message(text="my lab partner is so annoying")).flags
    assert not check(nlp, Message(text="my sister is so annoying")).flags
