"""A conversation as one JSON object, turn by turn as it is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

from coach.cli.terminal import escaped
from coach.threads import Conversation, ReadTurn
from coach.threads.opened import OpenedChat


class JsonChat:
    """Writes `{"turns": [...], "read", "unread", "not_english", "stages", ...}`."""

    def __init__(self, opened: OpenedChat) -> None:
        self._opened = opened
        self._not_english: list[dict[str, object]] = []
        """Turns in a language that Coach does not read."""

    def write(self, conversation: Conversation, out: IO[str]) -> None:
        """Read the conversation and write the object; every turn is in it, flagged or not."""
        between = '{"turns": [\n'
        for one in conversation.looked_at():
            if language := conversation.facts[one.turn.chat].other.of(one.turn.text):
                self._not_english.append({"turn": one.number, "language": language})
            out.write(f"{between}  {_dumped(_turn_values(one))}")
            between = ",\n"
        out.write("\n]")
        for key, value in self._further(conversation):
            out.write(f",\n{json.dumps(key)}: {_dumped(value)}")
        out.write("}\n")

    def _further(self, conversation: Conversation) -> Iterator[tuple[str, object]]:
        yield "read", self._opened.counts["turns"]
        yield "unread", [{"line": one.line, "why": one.why} for one in self._opened.unread]
        yield "not_english", self._not_english
        climbs = list(conversation.watch.climbs())
        steps = sorted((step for climb in climbs for step in climb.steps), key=lambda step: step.turn)
        yield "stages", [{"stage": one.stage.id, "turn": one.turn, "phrase": one.phrase} for one in steps]
        alarms = [climb for climb in climbs if climb.alarm is not None]
        yield "alarms", [{"chat": one.chat, "sender": one.sender, "turn": one.alarm} for one in alarms]
        groups = conversation.watch.groups(conversation.facts.values())
        yield "groups", [{"hit_by": one.hit_by, "joined": one.joined, "stood_up": one.stood_up} for one in groups]
        answers = conversation.watch.answered()
        yield "answered", [{"turn": one.to, "words": one.words, "answer": one.turn} for one in answers]
        hurting = conversation.watch.hurting()
        yield "hurting", [{"sender": name, "turn": since.first, "turns": since.turns} for name, since in hurting]
        yield (
            "chats",
            [
                {"chat": facts.name, "people": list(facts.turns), "read_as": facts.audience(conversation.between).value}
                for facts in conversation.facts.values()
            ],
        )


def _turn_values(one: ReadTurn) -> dict[str, object]:
    turn = one.turn
    values: dict[str, object] = {
        "turn": one.number,
        "sender": turn.sender,
        "time": turn.time.isoformat() if turn.time else None,
        "mine": one.is_mine,
        "text": turn.text,
        "flags": [flag.to_dict() for flag in one.flags],
    }
    given = {"chat": turn.chat, "media": turn.media, "edited": turn.is_edited, "deleted": turn.is_deleted}
    return values | {key: value for key, value in given.items() if value}


def _dumped(value: object) -> str:
    return escaped(json.dumps(value, ensure_ascii=False))
