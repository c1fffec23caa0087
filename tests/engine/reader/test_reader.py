"""The shipped model, and how softly it speaks."""

from __future__ import annotations

import hashlib
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

from coach.engine import build, check
from coach.engine.reader import (
    MODEL_PATH,
    RULE,
    checksum_path,
    pack_weights,
    read_weights,
    unpack_weights,
    write_weights,
)
from coach.engine.reader.phrase import best_phrase
from coach.engine.verdict.manner import LOUD
from coach.errors import CoachError
from coach.models import Audience, Catalog, Concern, Direction, Flag, FlagSource, Message, Weight
from coach.runtime import MISSING
from coach.training.card import CARD, card_text
from coach.training.figures import read_figures
from tests.shipped import shipped_compiled

NOTICED = [
    ("draft", "nobody even wants u in the group chat anymore"),
    ("draft", "i cry every night and nobody notices"),
    ("draft", "we are at the pool until 5 then home on our own"),
    ("received", "which street do u live on"),
]


@pytest.fixture(scope="module")
def both() -> Language:
    return build(shipped_compiled(), weights=read_weights())


@pytest.fixture(scope="module")
def alone() -> Language:
    nlp = build(shipped_compiled(), weights=read_weights())
    nlp.select_pipes(disable=["coach_phrases", "coach_details"])
    return nlp


def flags(nlp: Language, direction: str, text: str) -> tuple[Flag, ...]:
    return check(nlp, Message(text=text, direction=Direction(direction))).flags


def test_model_is_small_and_needs_no_pickle() -> None:
    assert MODEL_PATH.stat().st_size <= 16_000_000
    with np.load(MODEL_PATH, allow_pickle=False) as held:
        assert all(held[name].dtype != object for name in held.files)


def test_card_tells_the_figures_of_the_shipped_model() -> None:
    figures = read_figures(MODEL_PATH.parent)
    assert figures.model == hashlib.sha256(MODEL_PATH.read_bytes()).hexdigest()
    assert (MODEL_PATH.parent / CARD).read_text(encoding="utf-8") == card_text(figures)


@pytest.mark.parametrize(("direction", "text"), NOTICED)
def test_reader_alone_speaks_softly_with_the_words_of_the_category(
    alone: Language, catalog: Catalog, direction: str, text: str
) -> None:
    (flag,) = flags(alone, direction, text)
    category = catalog.categories[flag.category]
    assert flag.source is FlagSource.SECOND_READER
    assert flag.rule == f"{flag.category}/{RULE}"
    assert flag.why in category.advice(flag.role, Audience.GROUP).why
    assert flag.lesson == category.lesson
    assert flag.category in LOUD or flag.weight is not Weight.STOP


@pytest.mark.parametrize("text", ["ur so ugly", "you are such a loser", "my number is 07700 900123"])
def test_where_a_rule_speaks_the_reader_does_not(both: Language, nlp: Language, text: str) -> None:
    ruled = flags(nlp, "draft", text)
    assert ruled
    assert flags(both, "draft", text) == ruled


@pytest.mark.parametrize(
    "text",
    [
        "you're not stupid",
        "this printer is so stupid",
        "dont call her ugly",
        "im such a potato at maths lol",
        "happy birthday!! hope u have the best day",
        "can u send me the maths homework pls",
        "",
        "...",
        "\u200b",
    ],
)
def test_reader_keeps_silent(both: Language, text: str) -> None:
    assert flags(both, "draft", text) == ()


def test_phrase_never_crosses_a_break_and_never_ends_in_a_loose_word() -> None:
    words = ["so", "you", "smell", None, "and", "stink"]
    assert best_phrase(words, np.array([-9.0, 1.0, 2.0, 5.0, 0.1, -2.0])) == (1, 3)
    assert best_phrase(words, np.array([9.0, 9.0, 9.0, 9.0, -9.0, -9.0])) == (1, 3)


@pytest.mark.parametrize("text", [text for _, text in NOTICED[:3]])
@pytest.mark.parametrize("calm", ["hi all, see you on monday.", "The match starts at six! Bring a coat."])
def test_no_calm_sentence_around_it_silences_the_reader(alone: Language, text: str, calm: str) -> None:
    found = {flag.concern for flag in flags(alone, "draft", text)}
    for longer in (f"{calm} {text}", f"{text}. {calm}", f"{calm} {text}. {calm}", f"{calm} " * 20 + text):
        assert found <= {flag.concern for flag in flags(alone, "draft", longer)}, longer


def test_two_sentences_together_speak_where_neither_does_alone(alone: Language) -> None:
    whole = flags(alone, "draft", "everyone is invited on saturday. well, not you")
    assert {flag.concern for flag in whole} <= {Concern.UNKIND}


def test_weights_are_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    write_weights(tmp_path / "model.npz", read_weights())
    assert (tmp_path / "model.npz").read_bytes() == MODEL_PATH.read_bytes()


def test_model_without_or_against_its_checksum_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    path.write_bytes(b"PK")
    with pytest.raises(CoachError, match=r"model\.npz: cannot read"):
        read_weights(path)
    checksum_path(path).write_text(hashlib.sha256(b"other").hexdigest(), encoding="ascii")
    with pytest.raises(CoachError, match=r"model\.npz: .* damaged"):
        read_weights(path)


@pytest.mark.parametrize("packed", [b"PK", b"", pack_weights(read_weights())[:-1000]])
def test_broken_model_is_named(packed: bytes) -> None:
    with pytest.raises(CoachError, match=r"model\.npz"):
        unpack_weights(packed, "model.npz")


def lets_in(direction: str, text: str) -> bool:
    weights = read_weights()
    return weights.gate.lets_in(weights.embedding.spelled(text.split(), Direction(direction))[0])


@pytest.mark.parametrize(("direction", "text"), NOTICED)
def test_gate_lets_in_what_the_encoder_notices(direction: str, text: str) -> None:
    assert lets_in(direction, text)


def test_gate_passes_over_most_of_a_calm_day() -> None:
    calm = ["see you at training", "what page was the maths homework", "happy birthday nan", "can we have pasta"]
    assert sum(lets_in("draft", text) for text in calm) <= 1


def test_pipeline_is_pickled_with_its_reader(alone: Language) -> None:
    other = pickle.loads(pickle.dumps(alone))  # noqa: S301  # our own
    direction, text = NOTICED[0]
    assert flags(other, direction, text) == flags(alone, direction, text)


@pytest.mark.usefixtures("rules_ready")
def test_without_onnxruntime_the_rules_read_and_coach_says_so() -> None:
    blocked = "import sys; sys.modules['onnxruntime'] = None; "
    run = "from coach.__main__ import main; sys.exit(main())"
    asked = [sys.executable, "-c", blocked + run, "check", "--no-family", "ur so ugly"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert MISSING in done.stderr
    assert "ugly" in done.stdout
    assert done.returncode == 1
    asked[-1:] = ["--rules-only", "ur so ugly"]
    assert MISSING not in subprocess.run(asked, capture_output=True, text=True, check=False).stderr


@pytest.mark.parametrize("text", ["are u in the kitchen or upstairs", "whats behind ur house then"])
def test_with_strangers_it_may_be_less_sure_and_then_speaks_lightly(both: Language, text: str) -> None:
    message = Message(text=text, direction=Direction.RECEIVED, audience=Audience.STRANGER)
    assert [(flag.concern, flag.weight) for flag in check(both, message).flags] == [(Concern.RED_FLAG, Weight.NOTICE)]
    known = message.model_copy(update={"audience": Audience.FRIEND})
    assert not check(both, known).flags
