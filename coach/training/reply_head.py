"""Fits `coach/threads/reply_head.json` to pairs of turns: `python -m coach.training.reply_head`.

Needs no more than Coach itself, takes a minute or two, and gives the same numbers twice. Run it whenever the second
reader was trained anew, because the layer reads its answers. Ordinary threads of `coach/stages/threads` are cut in
three: one teaches, one sets how sure the layer must be, one is only for counting false alarms.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

import coach
from coach.engine import check
from coach.engine.viewer import Viewer
from coach.models import Audience, Concern, Message
from coach.models.thread import Between
from coach.stages.layer import ViewLayer
from coach.threads.replies import gives_away
from coach.threads.reply_guess import views_of
from coach.threads.reply_head import REPLY_HEAD_PATH
from coach.training.layer_fit import Rows, fit_layer
from coach.training.stage_head import THREADS
from coach.writing import SHARED, write_whole

PAIRS = REPLY_HEAD_PATH.parent / "pairs"
CONCERNS = (Concern.OVERSHARING, Concern.GOING_ALONG)
"""What it learns. Of unkind and hurting replies it hears too few where it must not call calm ones so."""
_DECAY = 0.003
_STRANGER = "stranger"
_NEWLY_FLAGGED = 1 / 600
"""The share of ordinary replies that each concern may be called wrongly."""


@dataclass(frozen=True, eq=False)
class PairRows:
    """Pairs of turns as the second reader views them."""

    views: Rows
    shown: Rows
    """By pair, 1 for each of `CONCERNS` that its reply is."""


def main() -> None:
    """Fit, write, and print what layers find in the pairs of a writer that they were not fitted to."""
    nlp = coach.load()
    viewer = Viewer(nlp)
    writers = [_rows(viewer, list(_pairs(path))) for path in sorted(PAIRS.glob("*.jsonl"))]
    calm = [_rows(viewer, list(_calm_pairs(nlp, third))) for third in range(3)]
    layer = fit([*writers, calm[0]])
    least = _least(layer.logits(calm[1].views))
    content = {"concerns": CONCERNS, "least": least.round(3).tolist(), **layer.to_dict()}
    write_whole(REPLY_HEAD_PATH, (json.dumps(content) + "\n").encode(), SHARED)
    alarms: NDArray[np.bool_] = np.any(layer.logits(calm[2].views) > least, axis=1)
    sys.stdout.write(f"{alarms.sum()} of {len(alarms)} ordinary replies are called something\n")
    for line in _left_out(writers, calm):
        sys.stdout.write(f"{line}\n")


def fit(several: Sequence[PairRows]) -> ViewLayer:
    """Fit one logistic regression for each concern."""
    views, shown = np.concatenate([one.views for one in several]), np.concatenate([one.shown for one in several])
    return fit_layer(views, shown, _DECAY)


def _left_out(writers: Sequence[PairRows], calm: Sequence[PairRows]) -> Iterator[str]:
    """Yield by concern how many pairs of writers are found by layers without that writer, and how many wrongly."""
    found: list[NDArray[np.bool_]] = []
    wanted: list[NDArray[np.bool_]] = []
    for writer in writers:
        layer = fit([*(one for one in writers if one is not writer), calm[0]])
        found.append(layer.logits(writer.views) > _least(layer.logits(calm[1].views)))
        wanted.append(writer.shown > 0)
    said, right = np.concatenate(found), np.concatenate(wanted)
    for at, concern in enumerate(CONCERNS):
        hits, wrong = (said[:, at] & right[:, at]).sum(), (said[:, at] & ~right.any(axis=1)).sum()
        yield f"{concern}: {hits} of {right[:, at].sum()} found, {wrong} wrongly"


def _least(calm: Rows) -> Rows:
    least: Rows = np.quantile(calm, 1 - _NEWLY_FLAGGED, axis=0, method="higher")
    return least


def _pairs(path: Path) -> Iterator[tuple[str, str, str | None]]:
    """Yield the pairs of a file that somebody known only online begins."""
    for line in path.read_text(encoding="utf-8").splitlines():
        pair: dict[str, Any] = json.loads(line)
        if pair["from"] == _STRANGER:
            yield pair["before"], pair["reply"], pair["concern"]


def _calm_pairs(nlp: Language, third: int) -> Iterator[tuple[str, str, None]]:
    """Yield the pairs of a third of the ordinary threads with somebody known only online that no rule flags."""
    for path in sorted(THREADS.glob("*calm*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines()[third::3]:
            thread = json.loads(line)
            pairs = pairwise(thread["turns"]) if thread["between"] == "online" else ()
            for one, reply in pairs:
                if one["sender"] != reply["sender"] == thread["me"] and _is_silent(nlp, one["text"], reply["text"]):
                    yield one["text"], reply["text"], None


def _is_silent(nlp: Language, received: str, reply: str) -> bool:
    """Return whether nothing else flags a reply: only there is the layer asked."""
    message = Message(text=reply, audience=Audience.STRANGER)
    return not (check(nlp, message).flags or gives_away(nlp, received, reply, Between.ONLINE))


def _rows(viewer: Viewer, pairs: Sequence[tuple[str, str, str | None]]) -> PairRows:
    views, shown = list[Rows](), list[list[bool]]()
    for received, reply, concern in pairs:
        view = views_of(viewer, received, reply) if received and reply else None
        if view is not None:
            views.append(view.astype(np.float64))
            shown.append([concern == one for one in CONCERNS])
    return PairRows(np.array(views), np.array(shown, dtype=np.float64))


if __name__ == "__main__":
    main()
