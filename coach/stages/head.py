"""What the second reader's view of a turn says about each stage: one linear layer over its answers.

`coach/training/stage_head.py` fits it to the threads of this folder. The sum of a few turns is the number of different
stages that they are likely to show; above `alarm` it is one. The reader understands what no phrase foresees, so
with it far more climbs are noticed than by words alone.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from coach.errors import CoachError
from coach.stages.layer import ViewLayer

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEAD_PATH = Path(__file__).with_name("head.json")


@dataclass(frozen=True, eq=False)
class StageHead:
    """The layer, and from which sum on a conversation is an alarm."""

    stages: tuple[str, ...]
    layer: ViewLayer
    """Answers by stage."""
    alarm: float
    """The sum from which on a conversation is an alarm, if the others are known only online or nobody said."""
    alarm_known: float
    """The same, if family or friends write."""
    support: float
    """The sum without which phrases alone are none: long ordinary chats share their words with those that climb."""

    def shares(self, view: NDArray[np.float32]) -> dict[str, float]:
        """Return how likely a turn shows each stage, from 0 to 1."""
        likely = 1 / (1 + np.exp(-self.layer.logits(view)))
        return dict(zip(self.stages, map(float, likely), strict=True))


LATEST = 6
"""How many turns of a sender are summed: over all of a long chat, small doubts would add up to an alarm."""


class StageSum:
    """How many different stages the latest turns of a sender are likely to show."""

    def __init__(self) -> None:
        self._latest = deque[Mapping[str, float]](maxlen=LATEST)

    def add(self, shares: Mapping[str, float]) -> float:
        """Add a turn, and return the sum."""
        self._latest.append(shares)
        return sum(1 - prod(1 - each[stage] for each in self._latest) for stage in shares)


def read_head(path: Path = HEAD_PATH) -> StageHead:
    """Read the layer.

    Raises:
        CoachError: the file is missing or damaged.
    """
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        layer = ViewLayer.of_dict(held)
        return StageHead(tuple(held["stages"]), layer, held["alarm"], held["alarm_known"], held["support"])
    except (OSError, ValueError, KeyError) as error:
        raise CoachError(f"{path}: cannot read what stages look like\n    fix: install Coach again") from error
