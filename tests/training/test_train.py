"""Training on a tiny corpus."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from coach.errors import InputError
from coach.models import Catalog, Concern, Direction, MarkedMessage, Message, Voice, parse_marks

pytest.importorskip("sklearn")

from spacy.util import load_config, load_model_from_config

from coach.engine import build, check
from coach.engine.reader import read_weights, write_weights
from coach.training.fairness import fairness_groups
from coach.training.fit import learnable
from coach.training.row import CALIBRATION, HELD_OUT
from coach.training.settings import SETTINGS_PATH, read_settings
from coach.training.thresholds import teach
from coach.training.train import Trainer, make_table, read_rows
from tests.shipped import few_catalog

UNKIND = [
    "[u stink](looks)",
    "[what a melt](name-calling)",
    "[no one asked](dismissal)",
    "hi there",
    "see you at lunch",
]
RED = ["[dont tell ur mum](secrecy)", "[send a pic](asks-photo)", "what page was it", "tea is ready"]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return few_catalog()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("open")
    calm: list[dict[str, object]] = [{"id": str(at), "text": f"see you at {at} then"} for at in range(40)]
    toxic = [
        {"id": str(at), "text": f"you rotten fool {at}", "toxic": at % 2 == 0, "spans": [[0, 3]]} for at in range(20)
    ]
    pairs: list[dict[str, object]] = [
        {"id": str(at), "unkind": f"shut it {at}", "neutral": [f"please be quiet {at}"]} for at in range(20)
    ]
    files: dict[str, list[dict[str, object]]] = {"surge_toxicity": toxic, "toxic_spans": toxic, "paradetox": pairs}
    files |= dict.fromkeys(("calm_sms", "calm_persona_chat", "calm_goemotions", "wnut17"), calm)
    for name, lines in files.items():
        (made / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return made


def voice(name: str) -> Voice:
    said = [(Direction.DRAFT, line) for line in UNKIND] + [(Direction.RECEIVED, line) for line in RED]
    marked = [(direction, parse_marks(line)) for direction, line in said]
    messages = tuple(
        MarkedMessage(text=one.text, marks=one.marks, direction=direction, line=1) for direction, one in marked
    )
    return Voice(name=name, about="nobody", messages=messages)


def test_same_rows_give_the_same_model(catalog: Catalog, folder: Path, tmp_path: Path) -> None:
    table = make_table(catalog, read_rows([voice("a"), voice("b"), voice("c")], folder))
    for name in ("one", "two"):
        write_weights(tmp_path / f"{name}.npz", Trainer(read_settings(), catalog, table).train())
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_held_out_rows_are_not_learned_from(catalog: Catalog, folder: Path) -> None:
    table = make_table(catalog, read_rows([voice("a")], folder))
    parts = {row.part for row, known in zip(table.rows, learnable(table), strict=True) if known}
    assert parts.isdisjoint({HELD_OUT, CALIBRATION})
    assert -1 in parts


def test_leaving_a_voice_out_leaves_its_words_out(catalog: Catalog, folder: Path) -> None:
    table = make_table(catalog, read_rows([voice("a"), voice("b"), voice("c")], folder))
    trainer = Trainer(read_settings(), catalog, table)
    whole, without = trainer.train(), trainer.train({"a"})
    assert not np.array_equal(whole.question.small, without.question.small)


def test_pipeline_reads_with_what_it_was_taught_last(catalog: Catalog) -> None:
    learned, message = read_weights(), Message(text="nobody even wants u in the group chat anymore")
    nlp = build(catalog, weights=learned)
    nlp.select_pipes(disable=["coach_phrases", "coach_details"])
    teach(nlp, replace(learned, thresholds=np.full_like(learned.thresholds, np.inf)))
    assert not check(nlp, message).flags
    teach(nlp, learned)
    assert check(nlp, message).flags


def test_rows_say_yes_only_to_what_is_marked(folder: Path) -> None:
    rows = read_rows([voice("a")], folder)
    assert [row.concerns for row in rows if row.source == "a"][5] == {Concern.RED_FLAG}
    assert all(not row.concerns for row in rows if row.source.startswith("calm"))


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="calm_sms"):
        read_rows([], tmp_path)


def test_settings_are_a_config_that_makes_the_pipeline() -> None:
    nlp = load_model_from_config(load_config(SETTINGS_PATH), auto_fill=True)
    assert nlp.pipe_names == ["coach_respell", "coach_reader"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("seed = 20", "seed = -1"),
        ("beta = 0.5\n", ""),
        ("[training.counts.rude]", "[training.counts.loud]"),
        ("calm_sms = 3.0", "calm_smses = 3.0"),
        ("[training]", "[training"),
    ],
)
def test_settings_that_are_wrong_are_named(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "my.cfg"
    path.write_text(SETTINGS_PATH.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError, match=r"my\.cfg"):
        read_settings(path)


def test_fairness_groups_have_each_word_in_each_frame() -> None:
    identity, *others = fairness_groups()
    assert len(set(identity.messages)) == len(identity.messages) == len(identity.words)
    assert all(word in message for word, message in zip(identity.words, identity.messages, strict=True))
    assert all(group.messages and not group.words for group in others)
