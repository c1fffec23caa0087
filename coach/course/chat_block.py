"""Reads a `chat` block: a branching chat."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coach.course.blocks import Block
from coach.course.spread import spread, turned
from coach.models import Bubble, Chat, Partner, Place, Reply

_KEYS = {"with": True, "who": True}
_PLACE = re.compile(r"# *(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)")
_REPLY = re.compile(r"- (?P<text>.+?)\s+->\s+(?P<goes>[a-z0-9]+(?:-[a-z0-9]+)*)")
_BUBBLE = re.compile(r"(?P<speaker>[^\s:=#-][^:]{0,19}): +(?P<text>.+)")
_TEACHES = re.compile(r"= +(?P<text>.+)")
_FIX = "write `# place`, `Name: words`, `- reply -> place` or `= what this ending teaches`"
MAX_BUBBLES = 5
MAX_NAMED = 20
"""The most places that a fix lists."""
MIN_REPLIES, MAX_REPLIES = 2, 4


def read_chat(block: Block) -> Chat | None:
    """Read a `chat` block; None if it is too broken to play."""
    found = block.keys_above(_KEYS)
    partner = found.get("who", "")
    if partner and partner not in set(Partner):
        number = next(n for n, line in block.numbered() if line.startswith("who:"))
        block.source.fault(number, f"unknown partner `{partner}`", f"use one of: {', '.join(Partner)}")
    places = _Places(block).read()
    if places:
        _check_ways(block, places)
    if not (found.get("with") and partner in set(Partner) and places):
        return None
    return Chat(name=found["with"], partner=Partner(partner), places=places, line=block.line)


@dataclass
class _Open:
    """A place while it is read."""

    name: str
    line: int
    bubbles: list[Bubble] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    teaches: list[str] = field(default_factory=list)

    def place(self) -> Place:
        return Place(
            name=self.name,
            bubbles=tuple(self.bubbles),
            replies=tuple(self.replies),
            teaches=" ".join(self.teaches),
            line=self.line,
        )


class _Places:
    """Reads the places of one chat."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._fault = block.source.fault
        self._places: list[_Open] = []

    def read(self) -> tuple[Place, ...]:
        for number, line in self._block.numbered():
            if line.split(":")[0] not in _KEYS:
                self._read_line(number, line)
        if not self._places:
            self._fault(self._block.line, "the chat has no places", "start it with `# hello`")
        first: dict[str, _Open] = {}
        for place in self._places:
            self._check(place, first.setdefault(place.name, place))
        return tuple(place.place() for place in self._places)

    def _read_line(self, number: int, line: str) -> None:
        if found := _PLACE.fullmatch(line):
            self._places.append(_Open(found["name"], number))
        elif not self._places:
            self._fault(number, "a line before the first place", "write `# hello` above it")
        elif found := _REPLY.fullmatch(line):
            self._places[-1].replies.append(Reply(text=found["text"], goes_to=found["goes"], line=number))
        elif found := _TEACHES.fullmatch(line):
            self._places[-1].teaches.append(found["text"])
        elif found := _BUBBLE.fullmatch(line):
            bubble = Bubble(speaker=found["speaker"].strip(), text=found["text"], line=number)
            self._places[-1].bubbles.append(bubble)
        else:
            self._fault(number, "not a line of a chat", _FIX)

    def _check(self, place: _Open, first: _Open) -> None:
        if first is not place:
            self._fault(place.line, f"duplicate place name: also on line {first.line}", "rename one of the two", 3)
        if place.replies and place.teaches:
            self._fault(place.line, "both replies and an ending", "remove either the replies or the `=` line")
        elif not place.replies and not place.teaches:
            self._fault(place.line, "a dead end", "add replies, or `= what this ending teaches`")
        elif place.replies and not MIN_REPLIES <= len(place.replies) <= MAX_REPLIES:
            problem = f"number of replies is {len(place.replies)}: {MIN_REPLIES} to {MAX_REPLIES} allowed"
            self._fault(place.line, problem, "add or remove replies")
        if len(place.bubbles) > MAX_BUBBLES:
            problem = f"{len(place.bubbles)} messages in one place: at most {MAX_BUBBLES} allowed"
            self._fault(place.line, problem, "remove some, or add a place")


def _check_ways(block: Block, places: tuple[Place, ...]) -> None:
    """Record replies to missing places, unreachable places, and places from which no ending can be reached."""
    names = {place.name for place in places}
    lost = [reply for place in places for reply in place.replies if reply.goes_to not in names]
    known = ", ".join(sorted(names)[:MAX_NAMED])
    for reply in lost:
        column = block.source.lines[reply.line - 1].rindex("->") + 4
        block.source.fault(reply.line, f"unknown place `{reply.goes_to}`", f"use one of: {known}", column)
    if lost:
        return
    onward = {place.name: {reply.goes_to for reply in place.replies} for place in places}
    reached = spread({places[0].name}, onward)
    leading_out = spread({place.name for place in places if place.is_end}, turned(onward))
    for place in places:
        if place.name not in reached:
            block.source.fault(place.line, "unreachable place", "add a reply that leads here, or remove the place", 3)
        elif place.name not in leading_out:
            block.source.fault(place.line, "the chat never ends from here", "let one reply lead to an ending", 3)
