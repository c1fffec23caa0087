"""The threads that prove the stages: whole invented conversations, some that must climb and some that must not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from spacy.language import Language

from coach.engine import check_all
from coach.models import Audience, Direction, Flag, Message
from coach.models.thread import Between
from coach.stages import StageReader, Staircase, climb, stages_path

Thread = dict[str, Any]


def threads(name: str) -> list[Thread]:
    """Read the threads of one file, such as `climb`, whose stages are marked, or `short-climb`."""
    path = stages_path() / "threads" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def between_of(thread: Thread) -> Between | None:
    return None if thread["between"] == "unknown" else Between(thread["between"])


def staircase_of(nlp: Language, reader: StageReader, thread: Thread) -> Staircase:
    """Read the turns of the others by flags and by words, and climb."""
    between = between_of(thread)
    turns = [(at, turn) for at, turn in enumerate(thread["turns"]) if turn["sender"] != thread["me"]]
    signs = [
        (at, turn["sender"], sign)
        for (at, turn), flags in zip(turns, _flags(nlp, turns, between), strict=True)
        for sign in reader.signs(turn["text"], flags)
    ]
    known = [(at, turn["sender"], sign) for at, turn in turns for sign in reader.known(turn["text"])]
    return climb(signs, known, between, reader.stages)


def _flags(nlp: Language, turns: list[tuple[int, Thread]], between: Between | None) -> Iterator[tuple[Flag, ...]]:
    audience = Audience.FRIEND if between in {Between.FAMILY, Between.FRIENDS} else Audience.STRANGER
    for turn, report in check_all(
        nlp,
        [(turn, Message(text=turn["text"], direction=Direction.RECEIVED, audience=audience)) for _, turn in turns],
    ):
        assert turn["text"] == report.message.text
        yield report.flags
