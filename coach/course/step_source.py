"""Reads one step of a lesson."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from coach.course.blocks import Block
from coach.course.chat_block import read_chat
from coach.course.decide_block import read_decide
from coach.course.doors_file import read_doors_block
from coach.course.draft_block import read_draft
from coach.course.duel_block import read_duel
from coach.course.options import MIN_OPTIONS, Options
from coach.course.prose import Prose, is_task_list, line_of
from coach.course.received_block import read_received
from coach.course.sort_block import read_sort
from coach.models import Choice, Option, Passage, Reader, Step

_NOTE = re.compile(r"\[!(?P<kind>[^\]\n]*)\][ \t]*(?P<rest>[^\n]*)")
_NOTE_KINDS = {"CHILD": Reader.CHILD, "PARENT": Reader.PARENT, "TALK": Reader.TALK}
_PRACTICES: Mapping[str, tuple[str, Callable[[Block], Any]]] = {
    "draft": ("rewrite", read_draft),
    "sort": ("sort", read_sort),
    "chat": ("chat", read_chat),
    "doors": ("doors", read_doors_block),
    "show": ("show", Block.show),
    "received": ("received", read_received),
    "decide": ("decide", read_decide),
    "duel": ("duel", read_duel),
    "promise": ("promise", Block.promise),
}
"""The practice blocks: the field of `Step` that each one fills, and its reader."""
BLOCKS = ("picture", *_PRACTICES)
"""Every word allowed after an opening fence."""
_PUNCTUATION = re.compile(r"[^\w\- ]")


def slug_of(heading: str) -> str:
    """Return the link target of `heading`: lower case, hyphens for spaces, no punctuation."""
    return _PUNCTUATION.sub("", heading.lower()).strip().replace(" ", "-")


@dataclass
class StepSource:
    """Reads everything below one heading."""

    prose: Prose
    heading: str
    line: int
    passages: list[Passage] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    parts: dict[str, Any] = field(default_factory=dict)
    """The content of its blocks, by field of `Step`."""
    practices: int = 0

    @property
    def slug(self) -> str:
        """The link target of this step."""
        return slug_of(self.heading)

    def read(self, nodes: Sequence[SyntaxTreeNode]) -> None:
        """Read everything below the heading."""
        faults = len(self.prose.source.faults)
        for is_prose, group in groupby(nodes, _is_prose):
            if is_prose:
                found = list(group)
                self._add_passage(Reader.BOTH, self.prose.text_of(found), line_of(found[0]))
            else:
                for node in group:
                    self._read_other(node)
        if not (self.passages or self.practices or "picture" in self.parts or len(self.prose.source.faults) > faults):
            self._fault(self.line, "the step is empty", "write something below the heading, or delete it")

    def step(self) -> Step:
        """Build the step."""
        choice = Choice(options=tuple(self.options)) if len(self.options) >= MIN_OPTIONS else None
        return Step(
            heading=self.heading,
            slug=self.slug,
            passages=tuple(self.passages),
            choice=choice,
            line=self.line,
            **self.parts,
        )

    def _fault(self, line: int, problem: str, fix: str) -> None:
        self.prose.source.fault(line, problem, fix)

    def _add_passage(self, reader: Reader, text: str, line: int) -> None:
        if text:
            self.passages.append(Passage(reader=reader, text=text, line=line))

    def _read_other(self, node: SyntaxTreeNode) -> None:
        readers: dict[str, Callable[[SyntaxTreeNode], None]] = {
            "bullet_list": self._read_options,
            "blockquote": self._read_note,
            "fence": self._read_block,
        }
        readers.get(node.type, self.prose.refuse)(node)

    def _read_options(self, node: SyntaxTreeNode) -> None:
        self._count_practice(node)
        self.options.extend(Options(self.prose).read(node))

    def _count_practice(self, node: SyntaxTreeNode) -> None:
        self.practices += 1
        if self.practices > 1:
            problem = "a second practice in one step"
            self._fault(line_of(node), problem, "write a heading above it, so that it gets its own step")

    def _read_note(self, node: SyntaxTreeNode) -> None:
        first = node.children[0] if node.children else None
        note = _NOTE.match(first.children[0].content) if first and first.type == "paragraph" else None
        if note is None:
            fix = "start it with `> [!CHILD]`, or indent it by two spaces if it answers an option"
            self._fault(line_of(node), "a quote that does not say who reads it", fix)
        elif note["kind"] not in _NOTE_KINDS:
            self._fault(line_of(node), f"unknown reader `[!{note['kind']}]`", "use [!CHILD], [!PARENT] or [!TALK]")
        elif note["rest"]:
            self._fault(line_of(node), "words after the reader", f"put only `> [!{note['kind']}]` on this line")
        else:
            self._read_note_text(node, note[0], _NOTE_KINDS[note["kind"]])

    def _read_note_text(self, node: SyntaxTreeNode, marker: str, reader: Reader) -> None:
        text = self.prose.text_of(node.children).removeprefix(marker.strip()).strip()
        if not text:
            self._fault(line_of(node), "the quote is empty", "write the text to read, or delete it")
        self._add_passage(reader, text, line_of(node) + 1)

    def _read_block(self, node: SyntaxTreeNode) -> None:
        block = Block(self.prose.source, node)
        if block.kind == "picture":
            if "picture" in self.parts:
                self._fault(block.line, "a second picture in one step", "keep one, or start a new step")
            self.parts["picture"] = block.picture()
        elif block.kind in _PRACTICES:
            self._count_practice(node)
            name, read = _PRACTICES[block.kind]
            self.parts[name] = read(block)
        else:
            self._fault(block.line, f"unknown block `{block.kind}`", f"use one of: {', '.join(BLOCKS)}")


def _is_prose(node: SyntaxTreeNode) -> bool:
    return node.type == "paragraph" or (node.type == "bullet_list" and not is_task_list(node))
