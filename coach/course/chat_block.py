"""A `chat` block: a talk that branches."""

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
_MEND = "write `# place`, `Name: words`, `- reply -> place` or `= what this way teaches`"
MAX_BUBBLES = 5
MAX_NAMED = 20
"""How many places a fix names."""
MIN_REPLIES, MAX_REPLIES = 2, 4


def read_chat(block: Block) -> Chat | None:
    """What a `chat` block holds, or None where it cannot be told."""
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
            self._fault(self._block.line, "the chat has no place", "begin it with `# hello`")
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
            self._fault(number, "this line is no part of a chat", _MEND)

    def _check(self, place: _Open, first: _Open) -> None:
        if first is not place:
            self._fault(place.line, f"this place stands on line {first.line} too", "call one of the two differently", 3)
        if place.replies and place.teaches:
            self._fault(place.line, "a place with replies that is also an end", "take out the `=` line or the replies")
        elif not place.replies and not place.teaches:
            self._fault(place.line, "a dead end", "add replies, or `= what this way teaches`")
        elif place.replies and not MIN_REPLIES <= len(place.replies) <= MAX_REPLIES:
            self._fault(place.line, f"{len(place.replies)} replies", f"write {MIN_REPLIES} to {MAX_REPLIES}")
        if len(place.bubbles) > MAX_BUBBLES:
            self._fault(place.line, f"{len(place.bubbles)} messages at once", f"keep to {MAX_BUBBLES}, or add a place")


def _check_ways(block: Block, places: tuple[Place, ...]) -> None:
    """Note replies that lead nowhere, and places that no way leads to or out of."""
    names = {place.name for place in places}
    lost = [reply for place in places for reply in place.replies if reply.goes_to not in names]
    known = ", ".join(sorted(names)[:MAX_NAMED])
    for reply in lost:
        column = block.source.lines[reply.line - 1].rindex("->") + 4
        block.source.fault(reply.line, f"no place is called `{reply.goes_to}`", f"use: {known}", column)
    if lost:
        return
    onward = {place.name: {reply.goes_to for reply in place.replies} for place in places}
    reached = spread({places[0].name}, onward)
    leading_out = spread({place.name for place in places if place.is_end}, turned(onward))
    for place in places:
        if place.name not in reached:
            block.source.fault(place.line, "no way leads to this place", "let a reply lead to it, or take it out", 3)
        elif place.name not in leading_out:
            block.source.fault(place.line, "from here the chat never ends", "let one reply lead to an end", 3)
