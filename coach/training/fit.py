"""Trains the encoder on examples: all questions, categories and tags at once."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields

import torch
from torch import Tensor, nn

from coach.engine.reader.embedding import Embedding
from coach.engine.reader.model import CATEGORIES, QUESTIONS, TAGS
from coach.training.embedding import rounded
from coach.training.examples import MARKED, WindowExample
from coach.training.network import Network
from coach.training.row import Kind
from coach.training.settings import TrainingSettings

_POOL = 40
"""Batches whose examples are sorted by length together, so that little is padding."""
_TRIED = 3
"""How many times its sample is tried of a calm file, to find the hardest."""
_AT_ONCE = 128
"""Examples that are read together to see how hard they are."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples as tensors; a weight of 0 leaves an answer out."""

    numbers: Tensor
    mask: Tensor
    questions: Tensor
    question_weights: Tensor
    categories: Tensor
    category_weights: Tensor
    tags: Tensor
    tag_weights: Tensor

    def on(self, device: str) -> Batch:
        """Return the same batch on a device."""
        return Batch(*(getattr(self, one.name).to(device) for one in fields(self)))


class Batches:
    """Makes tensors of examples."""

    def __init__(self, settings: TrainingSettings, embedding: Embedding) -> None:
        self._settings, self._embedding = settings, embedding

    def of(self, examples: Sequence[WindowExample]) -> Batch:
        """Return a batch; the answers are smoothed as the settings say."""
        spelled = [self._embedding.spelled(one.words, one.row.direction) for one in examples]
        count, length = len(examples), max(len(numbers) for numbers, _ in spelled)
        batch = Batch(
            torch.zeros(count, length, dtype=torch.long),
            torch.zeros(count, length),
            *(torch.zeros(count, len(QUESTIONS)) for _ in range(2)),
            *(torch.zeros(count, len(CATEGORIES)) for _ in range(2)),
            *(torch.zeros(count, length, len(TAGS)) for _ in range(2)),
        )
        for at, (one, (numbers, words)) in enumerate(zip(examples, spelled, strict=True)):
            batch.numbers[at, : len(numbers)], batch.mask[at, : len(numbers)] = torch.tensor(numbers), 1
            self._ask(batch, at, one)
            if one.row.kind in MARKED:
                _name(batch, at, one)
                _tag(batch, at, one, words)
        return batch

    def _ask(self, batch: Batch, at: int, one: WindowExample) -> None:
        """Answer the questions that an example teaches."""
        smooth = self._settings.smoothing
        for number, (name, concern) in enumerate(QUESTIONS.items()):
            batch.questions[at, number] = 1 - smooth if concern in one.concerns else smooth
            if concern in one.row.teaches:
                batch.question_weights[at, number] = self._settings.counts[name][one.row.kind]


def _name(batch: Batch, at: int, one: WindowExample) -> None:
    """Say which categories of its concerns an example is of."""
    for number, name in enumerate(CATEGORIES):
        if name.partition("/")[0] in one.concerns:
            batch.categories[at, number], batch.category_weights[at, number] = name in one.categories, 1


def _tag(batch: Batch, at: int, one: WindowExample, words: Sequence[int]) -> None:
    """Say which pieces belong to a marked phrase; `words` are the words that they are part of."""
    for number, concern in enumerate(TAGS):
        if concern in one.row.teaches:
            for place, word in enumerate(words):
                if word >= 0:
                    batch.tag_weights[at, place, number] = 1
                    batch.tags[at, place, number] = one.marked[word].startswith(concern)


class Fit:
    """One training: the network and the meaning of its word pieces are changed in place."""

    def __init__(self, settings: TrainingSettings, network: Network, embedding: Embedding) -> None:
        self._settings, self._network, self._embedding = settings, network, embedding
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        self._batches = Batches(settings, embedding)
        network.to(self._device)
        self._table = nn.Parameter(torch.from_numpy(embedding.table()).to(self._device))
        self._places = torch.from_numpy(embedding.places).to(self._device)

    def run(self, examples: Sequence[WindowExample], step: Callable[[float], None] = lambda _: None) -> Embedding:
        """Train, on a GPU where there is one; return the pieces with the meaning that they have now.

        The same settings and examples give the same network on one machine; others differ by rounding.

        Args:
            examples: what to learn from.
            step: called with the share that is done.
        """
        settings = self._settings
        torch.manual_seed(settings.seed)
        epochs = settings.epochs
        total = epochs * len(_shuffled(settings, chosen(settings, examples), 0))
        optimizer = torch.optim.AdamW(self._groups(), lr=settings.rate, fused=True)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, settings.rate, total_steps=total, pct_start=0.1)
        done = 0
        for epoch in range(epochs):
            hardness = self._hardness(examples, epoch) if epoch else None
            for some in _shuffled(settings, chosen(settings, examples, epoch, hardness), epoch):
                optimizer.zero_grad()
                self._loss(some).backward()
                nn.utils.clip_grad_norm_([*self._network.parameters(), self._table], 1.0)
                optimizer.step()
                if done < total - 1:
                    schedule.step()
                done += 1
                step(min(done / total, 1.0))
        self._network.to("cpu").eval()
        return rounded(self._embedding, self._table.detach().cpu().numpy())

    def _groups(self) -> list[dict[str, object]]:
        """Return parameters with and without weight decay."""
        decayed = [one for one in self._network.parameters() if one.ndim > 1]
        others = [*(one for one in self._network.parameters() if one.ndim <= 1), self._table]
        return [{"params": decayed, "weight_decay": self._settings.decay}, {"params": others, "weight_decay": 0.0}]

    def _answers(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        embedded = nn.functional.embedding(batch.numbers, self._table) + self._places[: batch.numbers.shape[1]]
        with torch.autocast(self._device, dtype=torch.bfloat16):
            questions, categories, _, tags = self._network(embedded, batch.mask)
        return questions.float(), categories.float(), tags.float()

    def _loss(self, examples: Sequence[WindowExample]) -> Tensor:
        self._network.train()
        batch = self._batches.of(examples).on(self._device)
        questions, categories, tags = self._answers(batch)
        return (
            _share(questions, batch.questions, batch.question_weights)
            + self._settings.category_share * _share(categories, batch.categories, batch.category_weights)
            + self._settings.tag_share * _share(tags, batch.tags, batch.tag_weights)
        )

    def _hardness(self, examples: Sequence[WindowExample], epoch: int) -> Mapping[int, float]:
        """Return how much the network wrongly believes so far of some calm examples, by the number of the example.

        Reading all of them would take as long as an epoch: `_TRIED` times the sample of each file is enough.
        """
        self._network.eval()
        chance = random.Random(self._settings.seed + epoch)  # noqa: S311  # a sample, no secret
        calm = list[int]()
        for source, some in _by_file(self._settings, examples).items():
            if examples[some[0]].row.kind is Kind.CALM:
                most = self._settings.samples.get(source, len(some)) * _TRIED
                calm += some if most >= len(some) else chance.sample(some, most)
        asked = sorted(calm, key=lambda at: len(examples[at].words))
        found = dict[int, float]()
        with torch.no_grad():
            for begin in range(0, len(asked), _AT_ONCE):
                some = asked[begin : begin + _AT_ONCE]
                batch = self._batches.of([examples[at] for at in some]).on(self._device)
                believed = self._answers(batch)[0].masked_fill(batch.question_weights == 0, -torch.inf).amax(1)
                found.update(zip(some, believed.tolist(), strict=True))
        return found


def _share(logits: Tensor, wanted: Tensor, weights: Tensor) -> Tensor:
    each = nn.functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none")
    return (each * weights).sum() / weights.sum().clamp(min=1)


def chosen(
    settings: TrainingSettings,
    examples: Sequence[WindowExample],
    epoch: int = 0,
    hardness: Mapping[int, float] | None = None,
) -> list[WindowExample]:
    """Return every example of the voices, and a sample of the other files as large as the settings say.

    Args:
        settings: how many of each file.
        examples: to choose from.
        epoch: each takes another sample.
        hardness: how hard some calm examples are, by number; a share of the sample are the hardest, without the very
            hardest: these are rarely calm.
    """
    chance = random.Random(settings.seed + epoch)  # noqa: S311  # a sample, no secret
    found = list[int]()
    for source, some in _by_file(settings, examples).items():
        most = min(settings.samples.get(source, len(some)), len(some))
        hard = list[int]()
        tried = [at for at in some if at in hardness] if hardness else []
        if hardness and tried:
            ranked = sorted(tried, key=lambda at: -hardness[at])
            spared = int(len(ranked) * settings.spared)
            hard = ranked[spared : spared + int(most * settings.hard)]
        left = sorted(set(some) - set(hard))
        found += hard + chance.sample(left, min(most - len(hard), len(left)))
    chance.shuffle(found)
    return [examples[at] for at in found]


def _by_file(settings: TrainingSettings, examples: Sequence[WindowExample]) -> Mapping[str, list[int]]:
    """Return the numbers of the examples that are not too long, by voice or file, in order of name."""
    found = dict[str, list[int]]()
    for at, one in enumerate(examples):
        if len(one.words) <= settings.longest:
            found.setdefault(one.row.source, []).append(at)
    return dict(sorted(found.items()))


def _shuffled(settings: TrainingSettings, asked: Sequence[WindowExample], epoch: int) -> list[list[WindowExample]]:
    """Return an epoch in batches of similar length, in the order of chance."""
    chance = random.Random(settings.seed + epoch)  # noqa: S311  # an order, no secret
    pooled = settings.batch * _POOL
    batches = list[list[WindowExample]]()
    for at in range(0, len(asked), pooled):
        pool = sorted(asked[at : at + pooled], key=lambda one: len(one.words))
        batches += [pool[begin : begin + settings.batch] for begin in range(0, len(pool), settings.batch)]
    chance.shuffle(batches)
    return batches
