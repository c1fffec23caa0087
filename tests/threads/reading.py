"""Reads the tables of these tests: replies, and small groups."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from coach.models import Concern, Flag, FlagSource, Role, Weight
from coach.models.thread import Turn
from coach.threads.group_turns import GroupTurn

_FOLDER = Path(__file__).parent
_OTHERS = frozenset({"he", "she", "they", "hes", "shes", "is"})


@cache
def rows(name: str) -> tuple[dict[str, Any], ...]:
    """The rows of a table."""
    lines = (_FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def flag(category: str, phrase: str, role: Role = Role.TARGET) -> Flag:
    """A flag on a whole turn."""
    return Flag(
        start=0,
        end=len(phrase),
        phrase=phrase,
        concern=Concern(category.partition("/")[0]),
        category=category,
        rule=f"{category}/some-rule",
        source=FlagSource.RULE,
        weight=Weight.PAUSE,
        why="",
        note="",
        instead=(),
        lesson="",
        role=role,
    )


def unkind(text: str) -> Flag:
    """An unkind flag on a whole turn, about somebody else where it says so."""
    return flag("unkind/looks", text, Role.TARGET if _OTHERS.isdisjoint(text.split()) else Role.WITNESS)


def turns_of(row: dict[str, Any]) -> tuple[GroupTurn, ...]:
    """The turns of a small group."""
    return tuple(
        GroupTurn(turn["sender"], turn["text"], (unkind(turn["text"]),) if turn["unkind"] else ())
        for turn in row["turns"]
    )


def pasted(chat: str) -> list[Turn]:
    """The turns of a chat, a line each: `Mia: hi`."""
    parts = (line.partition(": ") for line in chat.strip().splitlines())
    return [Turn(sender, text) for sender, _, text in parts]
