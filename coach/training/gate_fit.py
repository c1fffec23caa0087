"""Trains the gate: a quick guess at how sure the encoder is about a window."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from coach.engine.reader.embedding import Embedding
from coach.engine.reader.gate import FILTERS, REACH, WIDTH, ReaderGate
from coach.models import Direction
from coach.training.examples import WindowExample
from coach.training.row import Kind

KEPT = 0.97
"""The share of what the encoder finds that the gate lets in, on windows that it was not trained on."""
MARGIN = 1.0
"""How far below its threshold a logit may be that the gate half lets in."""
MOST_CALM = 40_000
"""Calm windows beside those that the encoder learned from; they are what the gate is there to hold back."""
_PASSES, _BATCH, _RATE, _DECAY, _DROP = 10, 128, 0.003, 1e-4, 0.2
_FIFTH = 5


class _Network(nn.Module):
    """The gate as a torch module; it starts with the strongest directions of the encoder's pieces."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        _, _, directions = torch.pca_lowrank(table, q=WIDTH + 8)
        started = table @ directions[:, :WIDTH]
        self.pieces = nn.Parameter(started / started.std() * 0.5)
        self.filters = nn.Parameter(torch.randn(REACH, WIDTH, FILTERS) * (REACH * WIDTH) ** -0.5)
        self.bias = nn.Parameter(torch.zeros(FILTERS))
        self.drop, self.out = nn.Dropout(_DROP), nn.Linear(FILTERS, 1)

    def forward(self, numbers: Tensor, mask: Tensor) -> Tensor:
        """Return a logit for each window."""
        meaning = nn.functional.embedding(numbers, self.pieces) * mask[..., None]
        padded = nn.functional.pad(meaning, (0, 0, REACH - 1, REACH - 1))
        places = numbers.shape[1] + REACH - 1
        # nn.Conv1d and indexing would give gradients that differ from run to run.
        seen = sum(padded[:, at : at + places] @ self.filters[at] for at in range(REACH)) + self.bias
        logits: Tensor = self.out(self.drop(torch.relu(seen).amax(1)))[:, 0]
        return logits


def open_gate(pieces: int) -> ReaderGate:
    """Return a gate for so many pieces that lets everything in."""
    shape, least = (REACH, WIDTH, FILTERS), np.array(-np.inf, np.float32)
    small, filters = np.zeros((pieces, WIDTH), np.int8), np.zeros(shape, np.float32)
    return ReaderGate(small, np.ones((), np.float32), filters, np.zeros(FILTERS, np.float32), filters[0, 0], least)


def calm_both_ways(seed: int, examples: Sequence[WindowExample]) -> list[WindowExample]:
    """Return a sample of calm windows, each as written and as received: chats are read both ways."""
    calm = [one for one in examples if one.row.kind is Kind.CALM]
    chance = random.Random(seed)  # noqa: S311  # a sample, no secret
    sample = chance.sample(calm, min(MOST_CALM, len(calm)))
    return [replace(one, row=replace(one.row, direction=way)) for one in sample for way in Direction]


def fit_gate(
    seed: int, embedding: Embedding, examples: Sequence[WindowExample], sure: NDArray[np.float32]
) -> ReaderGate:
    """Train a gate.

    Args:
        seed: for the order of the examples.
        embedding: the encoder's pieces.
        examples: windows of every sort.
        sure: how far each one's surest answer that counts lies above its threshold.
    """
    torch.manual_seed(seed)
    spelled = [embedding.spelled(one.words, one.row.direction)[0] for one in examples]
    # A fifth of the messages, not of the windows: those of one message are alike.
    tried = np.array([_is_tried(one) for one in examples], bool)
    network = _Network(torch.from_numpy(embedding.table()))
    learned = np.flatnonzero(~tried)
    _learn(network, [spelled[int(at)] for at in learned], sure[learned])
    gate = _gate(network)
    reached = sorted(gate.sum(spelled[int(at)]) for at in np.flatnonzero(tried & (sure > 0)))
    least = reached[int(len(reached) * (1 - KEPT))] if reached else -np.inf
    return replace(gate, least=np.array(least, np.float32))


def _is_tried(one: WindowExample) -> bool:
    return sum(one.row.text.encode()) % _FIFTH == 0


def _learn(network: _Network, spelled: Sequence[Sequence[int]], sure: NDArray[np.float32]) -> None:
    """Learn to say of each window how likely the encoder is sure, softly."""
    wanted = torch.from_numpy(1 / (1 + np.exp(-np.clip(sure + MARGIN, -9, 9))).astype(np.float32))
    order = np.argsort([len(one) for one in spelled], kind="stable")
    batches = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=_PASSES * len(batches))
    network.train()
    for _ in range(_PASSES):
        for at in torch.randperm(len(batches)).tolist():
            logits = network(*_padded([spelled[int(one)] for one in batches[at]]))
            loss = nn.functional.binary_cross_entropy_with_logits(logits, wanted[batches[at]])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    network.eval()


def _padded(spelled: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor]:
    longest = max(map(len, spelled))
    numbers, mask = torch.zeros(len(spelled), longest, dtype=torch.long), torch.zeros(len(spelled), longest)
    for at, one in enumerate(spelled):
        numbers[at, : len(one)], mask[at, : len(one)] = torch.tensor(one), 1
    return numbers, mask


def _gate(network: _Network) -> ReaderGate:
    pieces = network.pieces.detach().numpy()
    scale = max(float(np.abs(pieces).max()), 1e-9) / 127
    return ReaderGate(
        np.round(pieces / scale).astype(np.int8),
        np.array(scale, np.float32),
        network.filters.detach().numpy(),
        network.bias.detach().numpy(),
        network.out.weight.detach().numpy()[0],
        np.array(-np.inf, np.float32),
    )
