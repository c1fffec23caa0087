"""Reads one step of a lesson."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from coach.course.blocks import Block, age_in
from coach.course.chat_block import read_chat
from coach.course.decide_block import read_decide
from coach.course.doors_file import read_doors_block
from coach.course.draft_block import read_draft
from coach.course.duel_block import read_duel
from coach.course.options import MIN_OPTIONS, Options
from coach.course.prose import Prose, is_task_list, line_of
from coach.course.received_block import read_received
from coach.course.report_block import read_report
from coach.course.sort_block import read_sort
from coach.course.tell_block import read_tell
from coach.models import AgeGroup, Choice, Option, Passage, Reader, Step

_NOTE = re.compile(r"\[!(?P<kind>[^\] \n]*)(?: (?P<age>[^\]\n]*))?\][ \t]*(?P<rest>[^\n]*)")
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
    "tell": ("tell", read_tell),
    "report": ("report", read_report),
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
    """Reads everything below one heading, for both age groups."""

    prose: Prose
    heading: str
    line: int
    passages: list[Passage] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    _parts: dict[AgeGroup, dict[str, Any]] = field(default_factory=lambda: {age: {} for age in AgeGroup})
    _practices: Counter[AgeGroup] = field(default_factory=Counter)

    @property
    def slug(self) -> str:
        """The link target of this step."""
        return slug_of(self.heading)

    @property
    def parts(self) -> Mapping[str, Any]:
        """The content of its blocks for younger children, by field of `Step`."""
        return self._parts[AgeGroup.YOUNGER]

    @property
    def practices(self) -> int:
        """How many practices a child of either age group meets here."""
        return max(self._practices.values(), default=0)

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
        if len(self.prose.source.faults) == faults:
            self._check_ages()

    def step(self, age: AgeGroup = AgeGroup.YOUNGER) -> Step:
        """Build the step for one age group."""
        choice = Choice(options=tuple(self.options)) if len(self.options) >= MIN_OPTIONS else None
        return Step(
            heading=self.heading,
            slug=self.slug,
            passages=tuple(passage for passage in self.passages if passage.age in {None, age}),
            choice=choice,
            line=self.line,
            **self._parts[age],
        )

    def _check_ages(self) -> None:
        """Record an age group that has nothing to read here, or nothing to do while the other one has."""
        empty = [age for age in AgeGroup if self._is_empty(self.step(age))]
        if empty:
            what = "the step is empty" if len(empty) > 1 else f"the step is empty for ages {empty[0]}"
            self._fault(self.line, what, "write something below the heading, or delete it")
        elif lacking := [age for age in AgeGroup if self._practices[age] < self.practices]:
            problem = f"nothing to do for ages {lacking[0]}, unlike the other ages"
            self._fault(
                self.line, problem, f"add a block such as `sort {lacking[0]}`, or leave out the age of the other"
            )

    def _is_empty(self, step: Step) -> bool:
        return not (step.passages or self.practices or step.picture)

    def _fault(self, line: int, problem: str, fix: str) -> None:
        self.prose.source.fault(line, problem, fix)

    def _add_passage(self, reader: Reader, text: str, line: int, age: AgeGroup | None = None) -> None:
        if text:
            self.passages.append(Passage(reader=reader, text=text, line=line, age=age))

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

    def _count_practice(self, node: SyntaxTreeNode, age: AgeGroup | None = None) -> None:
        self._practices.update([age] if age else AgeGroup)
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
            self._read_note_text(node, note)

    def _read_note_text(self, node: SyntaxTreeNode, note: re.Match[str]) -> None:
        text = self.prose.text_of(node.children).removeprefix(note[0].strip()).strip()
        if not text:
            self._fault(line_of(node), "the quote is empty", "write the text to read, or delete it")
        age = age_in(self.prose.source, line_of(node), note["age"] or "")
        self._add_passage(_NOTE_KINDS[note["kind"]], text, line_of(node) + 1, age)

    def _read_block(self, node: SyntaxTreeNode) -> None:
        block = Block(self.prose.source, node)
        if block.kind == "picture":
            if any("picture" in self._parts[age] for age in _ages_of(block)):
                self._fault(block.line, "a second picture in one step", "keep one, or start a new step")
            self._keep(block, "picture", block.picture())
        elif block.kind in _PRACTICES:
            if block.kind == "promise" and block.age:
                self._fault(block.line, "a promise for one age", "write one promise for all children")
            self._count_practice(node, block.age)
            name, read = _PRACTICES[block.kind]
            self._keep(block, name, read(block))
        else:
            self._fault(block.line, f"unknown block `{block.kind}`", f"use one of: {', '.join(BLOCKS)}")

    def _keep(self, block: Block, name: str, content: object) -> None:
        for age in _ages_of(block):
            self._parts[age][name] = content


def _ages_of(block: Block) -> Iterable[AgeGroup]:
    return [block.age] if block.age else AgeGroup


def _is_prose(node: SyntaxTreeNode) -> bool:
    return node.type == "paragraph" or (node.type == "bullet_list" and not is_task_list(node))
