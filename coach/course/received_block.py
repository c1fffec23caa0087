"""Reads a `received` block: a message that came, or a short thread, and what Coach marks in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from coach.course.blocks import Block
from coach.course.categories import categories_in
from coach.course.draft_block import audience_in
from coach.models import Audience, Received, ReceivedLine

_KEYS = {"audience": True, "marking": False}
_MARKING = ("together", "apart")
_WHEN = re.compile(r"# +(?P<text>\S.*)")
_MARKS = re.compile(r"! +(?P<text>\S.*)")
_REASON = re.compile(r"\? +(?P<text>\S.*)")
_LINE = re.compile(r"(?P<speaker>[^\s:!?#-][^:]{0,19}): +(?P<text>\S.*)")
_FIX = "write `Name: words`, and below it `! category` for what Coach marks or `? why one may stop here`"
MAX_LINES = 8
"""The most lines of a thread; each is chosen by one key."""


def read_received(block: Block) -> Received | None:
    """Read a `received` block; None if nothing came."""
    found = block.keys_above(_KEYS)
    marking = found.get("marking") or _MARKING[0]
    if marking not in _MARKING:
        block.fault_at("marking", f"unknown way of marking `{marking}`", f"use one of: {', '.join(_MARKING)}")
    lines = _Thread(block).read()
    if not 1 <= len(lines) <= MAX_LINES:
        block.source.fault(block.line, f"number of lines is {len(lines)}: 1 to {MAX_LINES} allowed", _FIX)
        return None
    audience = audience_in(block, found.get("audience") or Audience.GROUP)
    return Received(audience=audience, is_apart=marking == "apart", lines=lines, line=block.line)


@dataclass
class _Thread:
    """The lines of one thread while they are read."""

    block: Block
    when: str = ""
    lines: list[dict[str, Any]] = field(default_factory=list)

    def read(self) -> tuple[ReceivedLine, ...]:
        for number, line in self.block.numbered():
            if line.split(":")[0] not in _KEYS:
                self._read_line(number, line)
        return tuple(ReceivedLine(**line) for line in self.lines)

    def _read_line(self, number: int, line: str) -> None:
        if found := _WHEN.fullmatch(line):
            self.when = found["text"]
        elif found := _LINE.fullmatch(line):
            self.lines.append({**found.groupdict(), "when": self.when, "line": number})
            self.when = ""
        elif not self.lines:
            self.block.source.fault(number, "not a line of a thread", _FIX)
        elif found := _MARKS.fullmatch(line):
            self.lines[-1]["categories"] = categories_in(self.block.source, number, found["text"])
        elif found := _REASON.fullmatch(line):
            self.lines[-1]["reason"] = found["text"]
        else:
            self.block.source.fault(number, "not a line of a thread", _FIX)
