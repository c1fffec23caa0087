"""Reads the places of a chat: messages, days, replies, answers in own words, and endings."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from coach.course.blocks import Block
from coach.models import Bubble, OwnReply, Place, Reply, SampleAnswer

KEYS = {"with": True, "who": True, "never": False}
_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PLACE = re.compile(rf"# *(?P<name>{_NAME})")
_FIX = "write `# place`, `@ Monday`, `Name: words`, `- reply -> place`, `? -> place` or `= what this ending teaches`"
_OWN_FIX = "write `? -> place` above it, and `+ answer` or `! answer` for answers that must pass or must not"
MAX_BUBBLES = 5
MIN_REPLIES, MAX_REPLIES = 2, 4


def read_places(block: Block) -> tuple[Place, ...]:
    """Read the places of a chat, and record what is wrong in each."""
    return _Places(block).read()


@dataclass
class _Open:
    """A place while it is read."""

    name: str
    line: int
    when: str = ""
    bubbles: list[Bubble] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    own: dict[str, Any] = field(default_factory=dict)
    teaches: list[str] = field(default_factory=list)

    def place(self) -> Place:
        return Place(
            name=self.name,
            bubbles=tuple(self.bubbles),
            replies=tuple(self.replies),
            own=OwnReply(**self.own) if self.own else None,
            teaches=" ".join(self.teaches),
            line=self.line,
        )

    def add_day(self, _: int, found: re.Match[str]) -> bool:
        self.when = found["text"]
        return True

    def add_reply(self, number: int, found: re.Match[str]) -> bool:
        self.replies.append(Reply(text=found["text"], goes_to=found["goes"], line=number))
        return True

    def add_own(self, number: int, found: re.Match[str]) -> bool:
        is_first = not self.own
        self.own = self.own or {"goes_to": found["goes"], "passes": (), "fails": (), "line": number}
        return is_first

    def add_sample(self, number: int, found: re.Match[str]) -> bool:
        if not self.own:
            return False
        self.own["passes" if found["mark"] == "+" else "fails"] += (SampleAnswer(text=found["text"], line=number),)
        return True

    def add_ending(self, _: int, found: re.Match[str]) -> bool:
        self.teaches.append(found["text"])
        return True

    def add_bubble(self, number: int, found: re.Match[str]) -> bool:
        self.bubbles.append(Bubble(speaker=found["speaker"].strip(), text=found["text"], when=self.when, line=number))
        self.when = ""
        return True


_LINES: Mapping[re.Pattern[str], Callable[[_Open, int, re.Match[str]], bool]] = {
    re.compile(r"@ +(?P<text>\S.*)"): _Open.add_day,
    re.compile(rf"- (?P<text>.+?)\s+->\s+(?P<goes>{_NAME})"): _Open.add_reply,
    re.compile(rf"\?\s+->\s+(?P<goes>{_NAME})"): _Open.add_own,
    re.compile(r"(?P<mark>[+!]) +(?P<text>\S.*)"): _Open.add_sample,
    re.compile(r"= +(?P<text>.+)"): _Open.add_ending,
    re.compile(r"(?P<speaker>[^\s:=#@?+!-][^:]{0,19}): +(?P<text>.+)"): _Open.add_bubble,
}
"""The lines of a place, and what adds each; False if it cannot be there."""


class _Places:
    """Reads the places of one chat."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._fault = block.source.fault
        self._places: list[_Open] = []

    def read(self) -> tuple[Place, ...]:
        for number, line in self._block.numbered():
            if line.split(":")[0] not in KEYS:
                self._read_line(number, line)
        if not self._places:
            self._fault(self._block.line, "the chat has no places", "start it with `# hello`")
        first: dict[str, _Open] = {}
        for place in self._places:
            self._check_end(place, first.setdefault(place.name, place))
            self._check_size(place)
        return tuple(place.place() for place in self._places)

    def _read_line(self, number: int, line: str) -> None:
        if found := _PLACE.fullmatch(line):
            self._places.append(_Open(found["name"], number))
        elif not self._places:
            self._fault(number, "a line before the first place", "write `# hello` above it")
        else:
            hits = ((match, add) for form, add in _LINES.items() if (match := form.fullmatch(line)))
            match, add = next(hits, (None, None))
            if match is None or add is None:
                self._fault(number, "not a line of a chat", _FIX)
            elif not add(self._places[-1], number, match):
                self._fault(number, "an answer in own words that is not expected here", _OWN_FIX)

    def _check_end(self, place: _Open, first: _Open) -> None:
        if first is not place:
            self._fault(place.line, f"duplicate place name: also on line {first.line}", "rename one of the two", 3)
        if (place.replies or place.own) and place.teaches:
            self._fault(place.line, "both replies and an ending", "remove either the replies or the `=` line")
        elif not (place.replies or place.own or place.teaches):
            self._fault(place.line, "a dead end", "add replies, or `= what this ending teaches`")
        elif place.own and not place.place().asked:
            self._fault(place.own["line"], "nothing to answer here", "add a message by somebody else above it")
        if place.when:
            self._fault(place.line, f"nothing happens on `{place.when}`", "add a message below the day")

    def _check_size(self, place: _Open) -> None:
        fewest = MIN_REPLIES - 1 if place.own else MIN_REPLIES
        if (place.replies or place.own) and not fewest <= len(place.replies) <= MAX_REPLIES:
            problem = f"number of replies is {len(place.replies)}: {fewest} to {MAX_REPLIES} allowed"
            self._fault(place.line, problem, "add or remove replies")
        if len(place.bubbles) > MAX_BUBBLES:
            problem = f"{len(place.bubbles)} messages in one place: at most {MAX_BUBBLES} allowed"
            self._fault(place.line, problem, "remove some, or add a place")
