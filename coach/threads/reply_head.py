"""What a reply means because of the turn before it: one linear layer over the second reader's views.

`coach/training/reply_head.py` fits it to the pairs of this folder. It looks at the turn before, the reply, and both as
one text. It hears short, sideways answers that no phrase foresees, "green one, 2 past the postbox".
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from coach.errors import CoachError
from coach.stages.layer import ViewLayer

if TYPE_CHECKING:
    from numpy.typing import NDArray

REPLY_HEAD_PATH = Path(__file__).with_name("reply_head.json")
_ENDS = (".", "!", "?")


@dataclass(frozen=True, eq=False)
class ReplyHead:
    """The layer, and how sure it must be."""

    concerns: tuple[str, ...]
    layer: ViewLayer
    """Answers by concern, of the three views."""
    least: NDArray[np.float64]
    """By concern, the logit from which on it speaks."""

    def sure(self, views: NDArray[np.float32]) -> Mapping[str, float]:
        """Return the concerns that a reply surely is, each with how far it is above the least logit."""
        above = self.layer.logits(views) - self.least
        return {name: float(by) for name, by in zip(self.concerns, above, strict=True) if by > 0}


def as_one(received: str, reply: str) -> str:
    """Return a turn and its reply as one text, with an end of a sentence between."""
    before = received.rstrip()
    return f"{before} {reply}" if before.endswith(_ENDS) else f"{before}. {reply}"


@cache
def read_reply_head(path: Path = REPLY_HEAD_PATH) -> ReplyHead:
    """Read the layer.

    Raises:
        CoachError: the file is missing or damaged.
    """
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return ReplyHead(tuple(held["concerns"]), ViewLayer.of_dict(held), np.array(held["least"], dtype=np.float64))
    except (OSError, ValueError, KeyError) as error:
        raise CoachError(f"{path}: cannot read what replies mean\n    fix: install Coach again") from error
