"""Checks frames of pandas or polars, one call per frame; Dask and Spark call this in their workers.

Each process loads the rules once, with its first frame. Neither library is imported here: the caller has done so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from coach.models import AnyAudience, AnyDirection, Audience, Direction, Message, Report

if TYPE_CHECKING:
    from coach import OwnRules
    from coach.corpus.score.tally import CheckAll
    from coach.rules.own import OwnFolder

Frame = TypeVar("Frame")
"""A DataFrame of pandas or of polars."""
COUNT, WEIGHT, FLAGS = "coach_count", "coach_weight", "coach_flags"
"""The added columns: the number of flags, the heaviest weight or an empty string, and the flags as a JSON list."""

_ONE_AT_A_TIME = Lock()
"""Pipelines are not thread-safe, and some workers have several threads."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Options for checking; pickled to the workers, so it contains no private words of a family."""

    direction: str = "draft"
    """The default for messages that do not specify one."""
    audience: str = "group"
    second_reader: bool = True
    rules: tuple[str | Path | OwnFolder, ...] = ()
    """Folders of own rules, which every worker must have at the same place, or installed packs by name."""

    def message(self, text: str, direction: str | None = None, audience: str | None = None) -> Message:
        """Build a message, with the defaults from here.

        Raises:
            ValueError: the direction or the audience is unknown.
        """
        return Message(
            text=text, direction=Direction(direction or self.direction), audience=Audience(audience or self.audience)
        )

    def reports(self, messages: Iterable[Message]) -> list[Report]:
        """Check these messages, in order."""
        with _ONE_AT_A_TIME:
            return [
                report for _, report in _loaded(second_reader=self.second_reader, rules=self.rules)(enumerate(messages))
            ]


def check_frame(  # noqa: PLR0913  # as `coach.check` takes them
    frame: Frame,
    text: str = "text",
    *,
    direction: AnyDirection = "draft",
    audience: AnyAudience = "group",
    second_reader: bool = True,
    rules: OwnRules = (),
) -> Frame:
    """Add the columns `coach_count`, `coach_weight` and `coach_flags` to a frame of pandas or polars.

    Args:
        frame: one message per row; a row without text gets no flags.
        text: the name of the text column.
        direction: `draft` or `received`.
        audience: `public`, `group`, `friend` or `stranger`.
        second_reader: whether to run the trained second reader too.
        rules: folders of own rules, used beside Coach's; every worker reads them at the same place.

    Raises:
        TypeError: `rules` is not a folder or a name.
        InputError: `rules` names no folder.
        AuthorError: an own rule is invalid.
    """
    from coach.own_rules import each_named

    manner = Manner(direction, audience, second_reader, each_named(rules))
    given: Any = frame
    texts = [one if isinstance(one, str) else "" for one in given[text]]
    reports = manner.reports(manner.message(one) for one in texts) if texts else []
    columns: dict[str, list[Any]] = {
        COUNT: [len(report.flags) for report in reports],
        WEIGHT: [report.weight.value if report.weight else "" for report in reports],
        FLAGS: [json.dumps([flag.to_dict() for flag in report.flags], ensure_ascii=False) for report in reports],
    }
    added: Frame = _with_columns(given, columns)
    return added


def _with_columns(frame: Any, columns: Mapping[str, list[Any]]) -> Any:  # noqa: ANN401  # pandas or polars
    if hasattr(frame, "assign"):
        return frame.assign(**columns).astype({COUNT: "int64", WEIGHT: "string", FLAGS: "string"})
    added = type(frame)(dict(columns), schema={COUNT: int, WEIGHT: str, FLAGS: str})
    return frame.with_columns(added.get_columns())


def check_frames(frames: Iterable[Frame], text: str = "text", **manner: Any) -> Iterator[Frame]:  # noqa: ANN401
    """Apply `check_frame` to each frame, with the signature that Spark's `mapInPandas` expects."""
    for frame in frames:
        yield check_frame(frame, text, **manner)


def check_records(records: Iterable[str | Mapping[str, Any]], manner: Manner) -> list[dict[str, Any]]:
    """Check texts or `{"id", "text", "direction"?, "audience"?}` and return reports in the published format.

    Numbers as ids become strings.
    """
    read = [{"id": "", "text": record} if isinstance(record, str) else dict(record) for record in records]
    messages = (manner.message(one["text"], one.get("direction"), one.get("audience")) for one in read)
    reports = manner.reports(messages)
    return [report.to_dict(one.get("id", "")) for one, report in zip(read, reports, strict=True)]


@cache
def _loaded(*, second_reader: bool, rules: tuple[str | Path | OwnFolder, ...]) -> CheckAll:
    """Load the check function, once per process and set of own rules."""
    from coach import load_check_all

    return load_check_all(second_reader=second_reader, rules=rules)
