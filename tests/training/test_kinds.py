"""Kinds of words, from a sentence model that is small and knows nothing."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from coach.errors import InputError

pytest.importorskip("sklearn")

from coach.training.kinds import make_kinds

WIDE, INNER = 24, 8
PIECES = [
    "[CLS]",
    "[SEP]",
    "##ing",
    "a",
    "2nd",
    "naïve",
    *(first + last for first in "bcdfgh" for last in ("at", "og")),
]
LAYER = {
    "attention.self.query": (WIDE, WIDE),
    "attention.self.key": (WIDE, WIDE),
    "attention.self.value": (WIDE, WIDE),
    "attention.output.dense": (WIDE, WIDE),
    "intermediate.dense": (INNER, WIDE),
    "output.dense": (WIDE, INNER),
}


def shapes() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(PIECES), WIDE),
        "embeddings.position_embeddings.weight": (9, WIDE),
        "embeddings.token_type_embeddings.weight": (2, WIDE),
    }
    norms = ["embeddings.LayerNorm"]
    for layer in range(6):
        start = f"encoder.layer.{layer}."
        norms += [f"{start}attention.output.LayerNorm", f"{start}output.LayerNorm"]
        for name, shape in LAYER.items():
            found |= {f"{start}{name}.weight": shape, f"{start}{name}.bias": shape[:1]}
    return found | {f"{norm}.{part}": (WIDE,) for norm in norms for part in ("weight", "bias")}


@pytest.fixture
def model(tmp_path: Path) -> Path:
    random, said, content = np.random.default_rng(1), {}, b""
    for name, shape in shapes().items():
        part = random.normal(scale=0.1, size=shape).astype(np.float32).tobytes()
        said[name] = {"dtype": "F32", "shape": shape, "data_offsets": (len(content), len(content) + len(part))}
        content += part
    head = json.dumps(said).encode()
    (tmp_path / "model.safetensors").write_bytes(len(head).to_bytes(8, "little") + head + content)
    (tmp_path / "vocab.txt").write_text("\n".join(PIECES), encoding="utf-8")
    return tmp_path


def test_same_model_gives_the_same_kinds(model: Path) -> None:
    assert make_kinds(model, 4) == make_kinds(model, 4)


def test_every_whole_plain_word_has_one_kind(model: Path) -> None:
    lines = make_kinds(model, 4).splitlines()
    assert len(lines) == 4
    assert sorted(word for line in lines for word in line.split()) == sorted(PIECES[6:])


@pytest.mark.parametrize("content", [b"", b"\x09\0\0\0\0\0\0\0no json", None])
def test_folder_without_the_model_is_named(model: Path, content: bytes | None) -> None:
    if content is None:
        (model / "vocab.txt").unlink()
    else:
        (model / "model.safetensors").write_bytes(content)
    with pytest.raises(InputError, match="all-MiniLM-L6-v2"):
        make_kinds(model, 4)
