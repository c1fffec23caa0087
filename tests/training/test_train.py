"""Training on a tiny corpus, from an encoder that knows nothing; skipped where torch is not installed."""

from __future__ import annotations

import json
import string
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from coach.errors import InputError
from coach.models import Concern, Direction, MarkedMessage, Message, Voice, parse_marks

pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("safetensors")

import torch
from spacy.util import load_config, load_model_from_config

from coach.engine import build, check
from coach.engine.patterns.compiled import Compiled
from coach.engine.reader import read_weights, write_weights
from coach.engine.reader.embedding import PLACES, WIDTH
from coach.training import public_rows
from coach.training.network import LAYERS, Network, Start, read_start
from coach.training.public_rows import PUBLIC_FILES
from coach.training.row import CALIBRATION, HELD_OUT
from coach.training.session import Session
from coach.training.settings import SETTINGS_PATH, TrainingSettings, read_settings
from coach.training.thresholds import teach
from coach.training.train import Trainer, is_learnable, make_examples, read_rows
from tests.shipped import few_compiled

UNKIND = [
    "[u stink](looks)",
    "[what a melt](name-calling)",
    "[no one asked](dismissal)",
    "hi there",
    "see you at lunch",
]
RED = ["[dont tell ur mum](secrecy)", "[send a pic](asks-photo)", "what page was it", "tea is ready"]


@pytest.fixture(scope="module", autouse=True)
def no_labels() -> Iterator[None]:
    """Leave the labels of public comments out: their texts are not here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(public_rows, "_labels", lambda: ())
        yield


@pytest.fixture(scope="module")
def rules() -> Compiled:
    return few_compiled()


@pytest.fixture(scope="module")
def start() -> Start:
    """An encoder of the right shape that has learned nothing."""
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", ",", "received", "you", "stink", "lunch"]
    pieces += [edge + letter for edge in ("", "##") for letter in string.ascii_lowercase + string.digits]
    torch.manual_seed(1)
    names = {"embeddings.word_embeddings": len(pieces), "embeddings.position_embeddings": PLACES}
    weights = {f"{name}.weight": torch.randn(count, WIDTH) * 0.05 for name, count in names.items()}
    weights["embeddings.token_type_embeddings.weight"] = torch.randn(2, WIDTH) * 0.05
    network = Network()
    weights |= {f"embeddings.LayerNorm.{name}": value for name, value in network.first.state_dict().items()}
    for at in range(LAYERS):
        old, layer = f"encoder.layer.{at}", network.layers[at].state_dict()
        for kind in ("weight", "bias"):
            thirds = layer[f"asked.{kind}"].chunk(3)
            for name, third in zip(("query", "key", "value"), thirds, strict=True):
                weights[f"{old}.attention.self.{name}.{kind}"] = third.clone()
            for new, name in (
                ("mixed", "attention.output.dense"),
                ("after", "attention.output.LayerNorm"),
                ("wide", "intermediate.dense"),
                ("narrow", "output.dense"),
                ("last", "output.LayerNorm"),
            ):
                weights[f"{old}.{name}.{kind}"] = layer[f"{new}.{kind}"]
    return Start(tuple(pieces), weights)


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
    for name, lines in (files | {name: [] for name in PUBLIC_FILES}).items():
        (made / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return made


def voice(name: str) -> Voice:
    said = [(Direction.DRAFT, line) for line in UNKIND] + [(Direction.RECEIVED, line) for line in RED]
    marked = [(direction, parse_marks(line)) for direction, line in said]
    messages = tuple(
        MarkedMessage(text=one.text, marks=one.marks, direction=direction, line=1) for direction, one in marked
    )
    return Voice(name=name, about="nobody", messages=messages)


@pytest.fixture(scope="module")
def settings() -> TrainingSettings:
    return read_settings().model_copy(update={"epochs": 1, "pieces": 60})


@pytest.fixture(scope="module")
def trainer(rules: Compiled, start: Start, settings: TrainingSettings, folder: Path) -> Trainer:
    voices = [voice("a"), voice("b"), voice("c")]
    examples = make_examples(rules, start, read_rows(voices, folder), lambda: None)
    return Trainer(settings, rules, start, examples)


def test_same_rows_give_the_same_model(trainer: Trainer, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_weights(tmp_path / f"{name}.npz", trainer.train())
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


def test_held_out_rows_are_not_learned_from(trainer: Trainer) -> None:
    parts = {one.row.part for one in trainer.examples if is_learnable(one.row)}
    assert parts.isdisjoint({HELD_OUT, CALIBRATION})
    assert -1 in parts


def test_leaving_a_voice_out_leaves_its_words_out(trainer: Trainer) -> None:
    whole, without = trainer.train(), trainer.train({"a"})
    assert whole.graph != without.graph


def test_kept_networks_are_not_trained_again(trainer: Trainer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session(trainer, [voice("a")], [], tmp_path, tmp_path)
    once = session.write_model(tmp_path, lambda _: None).read_bytes()
    monkeypatch.setattr(Trainer, "train_network", None)
    assert session.write_model(tmp_path, lambda _: None).read_bytes() == once


def test_pipeline_reads_with_what_it_was_taught_last(rules: Compiled) -> None:
    learned, message = read_weights(), Message(text="nobody even wants u in the group chat anymore")
    nlp = build(rules, weights=learned)
    nlp.select_pipes(disable=["coach_phrases", "coach_details"])
    teach(nlp, replace(learned, thresholds=np.full_like(learned.thresholds, np.inf)))
    assert not check(nlp, message).flags
    teach(nlp, learned)
    assert check(nlp, message).flags


def test_other_weights_than_those_published_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"other")
    (tmp_path / "tokenizer.json").write_text('{"model": {"vocab": {"a": 0}}}', encoding="utf-8")
    with pytest.raises(InputError, match="SHA-256"):
        read_start(tmp_path)
    with pytest.raises(InputError, match="cannot read the encoder"):
        read_start(tmp_path / "nowhere")


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
        ("smoothing = 0.02\n", ""),
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
