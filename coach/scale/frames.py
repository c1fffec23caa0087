"""Checks pandas frames, one call a frame; what Dask and Spark call in their workers.

Each process reads the rules once, at its first frame. pandas itself is not imported here: a frame brings it along.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from coach.models import Audience, Direction, Flag, Message, Report

if TYPE_CHECKING:
    from pandas import DataFrame

    from coach.corpus.score.tally import CheckAll

FLAG_KEYS = (
    "start", "end", "phrase", "concern", "category", "rule", "source", "weight", "why", "instead", "lesson",
)  # fmt: skip
"""What is told of each flag, in this order."""
COUNT, WEIGHT, FLAGS = "coach_count", "coach_weight", "coach_flags"
"""The columns that a frame gets: how many flags, the heaviest weight or nothing, and the flags as a JSON list."""

_ONE_AT_A_TIME = Lock()
"""A pipeline reads one message at a time, and some workers have several threads."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How messages are read; pickled to the workers, so it holds no family's private words."""

    direction: str = "draft"
    """For messages that do not say."""
    audience: str = "group"
    second_reader: bool = True

    def message(self, text: str, direction: str | None = None, audience: str | None = None) -> Message:
        """A message, with what it says itself or else with what is said here.

        Raises:
            ValueError: a direction or an audience is none that Coach knows.
        """
        return Message(
            text=text, direction=Direction(direction or self.direction), audience=Audience(audience or self.audience)
        )

    def reports(self, messages: Iterable[Message]) -> list[Report]:
        """The reports on these messages, in order."""
        with _ONE_AT_A_TIME:
            return [report for _, report in _loaded(second_reader=self.second_reader)(enumerate(messages))]


def check_frame(
    frame: DataFrame,
    text: str = "text",
    *,
    direction: str = "draft",
    audience: str = "group",
    second_reader: bool = True,
) -> DataFrame:
    """The same frame with `coach_count`, `coach_weight` and `coach_flags` beside its columns.

    Args:
        frame: the messages, one a row; a row without a text has no flags.
        text: the column that holds the text.
        direction: `draft` or `received`.
        audience: `public`, `group`, `friend` or `stranger`.
        second_reader: whether the trained second reader looks too.
    """
    manner = Manner(direction, audience, second_reader)
    texts = [one if isinstance(one, str) else "" for one in frame[text]]
    reports = manner.reports(manner.message(one) for one in texts) if texts else []
    columns = {
        COUNT: [len(report.flags) for report in reports],
        WEIGHT: [report.weight.value if report.weight else "" for report in reports],
        FLAGS: [json.dumps([flag_values(flag) for flag in report.flags], ensure_ascii=False) for report in reports],
    }
    return frame.assign(**columns).astype({COUNT: "int64", WEIGHT: "string", FLAGS: "string"})


def check_frames(frames: Iterable[DataFrame], text: str = "text", **manner: Any) -> Iterator[DataFrame]:  # noqa: ANN401
    """`check_frame` for each frame of many, in the form that Spark's `mapInPandas` calls."""
    for frame in frames:
        yield check_frame(frame, text, **manner)


def check_records(records: Iterable[str | Mapping[str, str]], manner: Manner) -> list[dict[str, Any]]:
    """The documented answer to each text, or to each `{"id", "text", "direction"?, "audience"?}`."""
    read = [{"id": "", "text": record} if isinstance(record, str) else dict(record) for record in records]
    messages = (manner.message(one["text"], one.get("direction"), one.get("audience")) for one in read)
    reports = manner.reports(messages)
    return [
        {"id": one.get("id", ""), "flags": [flag_values(flag) for flag in report.flags]}
        for one, report in zip(read, reports, strict=True)
    ]


def flag_values(flag: Flag) -> dict[str, Any]:
    """What a program gets of a flag, as plain values."""
    values = flag.model_dump(mode="json")
    return {key: values[key] for key in FLAG_KEYS}


@cache
def _loaded(*, second_reader: bool) -> CheckAll:
    """The way to check messages, made once a process."""
    from coach import load_check_all

    return load_check_all(second_reader=second_reader)
