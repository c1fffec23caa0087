"""Fits `coach/stages/head.json` to the threads of `coach/stages/threads`: `python -m coach.training.stage_head`.

Needs no more than Coach itself, takes a minute, and gives the same numbers twice. Run it whenever the second reader was
trained anew, because the layer reads its answers.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

import coach
from coach.engine.viewer import VIEWED, Viewer
from coach.models import Audience, Direction, Message
from coach.stages import read_stages
from coach.stages.head import HEAD_PATH, StageSum
from coach.stages.layer import ViewLayer
from coach.training.layer_fit import Rows, fit_layer, squashed
from coach.writing import SHARED, write_whole

THREADS = HEAD_PATH.parent / "threads"
_FOLDS = 5
_TOGETHER = 3
"""How many ordinary threads are as long as one that climbs."""
_DECAY = 0.01
"""Of 1, .1, .03, .01, .003 and .001 the one with which most climbs that were left out are noticed."""
_ALARMED = 0.06
"""The share of ordinary chats of that length that may be an alarm while fitting; with family and friends half of it."""
_SUPPORT = 0.8
"""The share of an alarm that phrases need beside them; above it nearly all climbs that were left out stay noticed."""


@dataclass(frozen=True, eq=False)
class ThreadRows:
    """The turns of others in one thread."""

    views: Rows
    shown: Rows
    """By turn, 1 for each stage that it shows."""
    is_known: bool
    """Whether family or friends write."""

    @property
    def climbs(self) -> bool:
        """Whether any stage is marked in it."""
        return bool(self.shown.any())


def shares_of(layer: ViewLayer, views: Rows) -> Rows:
    """Return how likely each turn shows each stage."""
    return squashed(layer.logits(views))


def sum_of(layer: ViewLayer, rows: ThreadRows) -> float:
    """Return how many different stages the turns of a thread show at most, a few turns at a time."""
    total = StageSum()
    return max(total.add(dict(enumerate(share))) for share in shares_of(layer, rows.views))  # type: ignore[arg-type]


def main() -> None:
    """Fit, write, and print how many climbing threads are noticed by layers that were not fitted to them."""
    stages = tuple(stage.id for stage in read_stages().stages)
    threads = list(read_threads(coach.load(), stages, sorted(THREADS.glob("*.jsonl"))))
    threads = [*(one for one in threads if one.climbs), *_joined([one for one in threads if not one.climbs])]
    sums = _sums(threads)
    calm = [total for total, one in zip(sums, threads, strict=True) if not one.climbs]
    known = [total for total, one in zip(sums, threads, strict=True) if not one.climbs and one.is_known]
    alarm = float(np.quantile(calm, 1 - _ALARMED))
    alarm_known = max(alarm, float(np.quantile(known, 1 - _ALARMED / 2)))
    layer = fit(threads)
    content = {
        "stages": stages,
        "views": VIEWED,
        "alarm": round(alarm, 3),
        "alarm_known": round(alarm_known, 3),
        "support": round(_SUPPORT * alarm, 3),
        **layer.to_dict(),
    }
    write_whole(HEAD_PATH, (json.dumps(content) + "\n").encode(), SHARED)
    climbing = [total for total, one in zip(sums, threads, strict=True) if one.climbs]
    noticed = sum(total > alarm for total in climbing)
    sys.stdout.write(f"{noticed} of {len(climbing)} climbing threads are noticed above {alarm:.2f}\n")


def read_threads(nlp: Language, stages: Sequence[str], paths: Sequence[Path]) -> Iterator[ThreadRows]:
    """Yield the threads of files, as the second reader views them."""
    viewer = Viewer(nlp)
    for thread in chain.from_iterable(map(_marked_threads, paths)):
        views, shown = list[Rows](), list[list[bool]]()
        for at, turn in enumerate(thread["turns"]):
            asked = Message(text=turn["text"], direction=Direction.RECEIVED, audience=Audience.STRANGER)
            view = viewer.view(asked) if turn["sender"] != thread["me"] else None
            if view is not None:
                views.append(view.astype(np.float64))
                marked = {sign["stage"] for sign in thread.get("stages", ()) if sign["turn"] == at}
                shown.append([stage in marked for stage in stages])
        if views:
            is_known = thread["between"] in {"family", "friends"}
            yield ThreadRows(np.array(views), np.array(shown, dtype=np.float64), is_known)


def _marked_threads(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the threads of a file; one that climbs without saying where teaches nothing."""
    for line in path.read_text(encoding="utf-8").splitlines():
        thread = json.loads(line)
        if thread.get("stages") or "climb" not in path.stem:
            yield thread


def fit(threads: Sequence[ThreadRows]) -> ViewLayer:
    """Fit one logistic regression for each stage."""
    views, shown = np.concatenate([one.views for one in threads]), np.concatenate([one.shown for one in threads])
    return fit_layer(views, shown, _DECAY)


def _joined(calm: Sequence[ThreadRows]) -> Iterator[ThreadRows]:
    """Join ordinary threads to chats as long as those that climb: length alone must not tell them apart."""
    for is_known in (True, False):
        alike = [one for one in calm if one.is_known == is_known]
        for at in range(0, len(alike) - _TOGETHER + 1, _TOGETHER):
            few = alike[at : at + _TOGETHER]
            views, shown = (np.concatenate(each) for each in ([x.views for x in few], [x.shown for x in few]))
            yield ThreadRows(views, shown, is_known)


def _sums(threads: Sequence[ThreadRows]) -> list[float]:
    """Return the sum of each thread by a layer that was fitted without its tenth."""
    layers = [fit([one for number, one in enumerate(threads) if number % _FOLDS != fold]) for fold in range(_FOLDS)]
    return [sum_of(layers[at % _FOLDS], one) for at, one in enumerate(threads)]


if __name__ == "__main__":
    main()
