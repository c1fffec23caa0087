"""Fenced blocks of a lesson; reads the simple kinds: `picture`, `promise` and `show`."""

from __future__ import annotations

from markdown_it.tree import SyntaxTreeNode

from coach.course.prose import line_of
from coach.models import AgeGroup, Picture, Promise, Show
from coach.source import Source

_PROMISE_KEYS = {"child": True, "parent": True}
_SHOW_KEYS = {"on": True}
ITEM = "- "
"""The prefix of a list item."""
MAX_TICKS = 6
MAX_PICTURE_WIDTH = 60
MAX_PICTURE_LINES = 12


def age_in(source: Source, line: int, label: str) -> AgeGroup | None:
    """Read the age after a reader or the name of a block; an unknown one is a fault."""
    label = label.strip()
    if label in set(AgeGroup):
        return AgeGroup(label)
    if label:
        fix = f"write {' or '.join(AgeGroup)}, or leave it out for all children"
        source.fault(line, f"unknown age `{label}`", fix)
    return None


class Block:
    """One fenced block and its position in the file."""

    def __init__(self, source: Source, node: SyntaxTreeNode) -> None:
        self.source = source
        self.kind, _, age = node.info.strip().partition(" ")
        """The word after the opening fence."""
        self.line = line_of(node)
        self.age = age_in(source, self.line, age)
        """The age group it is for; None for all children."""
        self.lines = node.content.split("\n")[:-1]
        self._check_end(node)

    def promise(self) -> Promise | None:
        """Read a `promise` block; None if a key is missing."""
        found = self.source.key_values(self.line + 1, self.lines, _PROMISE_KEYS)
        if not all(map(found.get, _PROMISE_KEYS)):
            return None
        return Promise(child=found["child"], parent=found["parent"], line=self.line)

    def show(self) -> Show | None:
        """Read a `show` block; None if something is missing."""
        found = self.keys_above(_SHOW_KEYS)
        items = tuple(line[len(ITEM) :].strip() for _, line in self.numbered() if line.startswith(ITEM))
        for number, line in self.numbered():
            if not line.startswith((ITEM, "on:")):
                self.source.fault(number, "not a list item", "write `- what to do` on one line")
        if not 1 < len(items) <= MAX_TICKS or not all(items):
            problem = f"number of things to do is {len(items)}: 2 to {MAX_TICKS} allowed"
            self.source.fault(self.line, problem, "add or remove some")
            return None
        return Show(phone=found["on"], items=items, line=self.line) if found.get("on") else None

    def fault_at(self, key: str, problem: str, fix: str) -> None:
        """Record a fault at the line of `key`, or at the block if it has none."""
        found = (n for n, line in enumerate(self.lines, self.line + 1) if line.startswith(f"{key}:"))
        self.source.fault(next(found, self.line), problem, fix)

    def numbered(self) -> list[tuple[int, str]]:
        """List the lines that are not blank, each with its number in the file."""
        return [(number, line.rstrip()) for number, line in enumerate(self.lines, self.line + 1) if line.strip()]

    def keys_above(self, known: dict[str, bool]) -> dict[str, str]:
        """Read only the `key: value` lines whose key is in `known`."""
        above = [line if line.split(":")[0] in known else "" for line in self.lines]
        return self.source.key_values(self.line + 1, above, known)

    def picture(self) -> Picture:
        """Read a `picture` block."""
        if not any(line.strip() for line in self.lines):
            self.source.fault(self.line, "the picture is empty", "draw it with text characters, or delete the block")
        if len(self.lines) > MAX_PICTURE_LINES:
            problem = f"the picture has {len(self.lines)} lines: at most {MAX_PICTURE_LINES} allowed"
            self.source.fault(self.line, problem, "make it smaller")
        for number, line in enumerate(self.lines, self.line + 1):
            if len(line) > MAX_PICTURE_WIDTH:
                problem = f"the line has {len(line)} characters: at most {MAX_PICTURE_WIDTH} allowed"
                self.source.fault(number, problem, "make the picture narrower", MAX_PICTURE_WIDTH + 1)
        return Picture(lines=tuple(self.lines), line=self.line)

    def _check_end(self, node: SyntaxTreeNode) -> None:
        last = self.source.lines[node.map[1] - 1].strip() if node.map else ""
        if len(last) < len(node.markup) or last.strip(node.markup[0]):
            self.source.fault(self.line, "the block is not closed", f"end it with the line `{node.markup}`")
