"""One lesson file while it is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.front_matter import front_matter_plugin

from coach.course.prose import Prose, line_of
from coach.course.step_source import StepSource
from coach.course.ways import check_ways
from coach.models import Lesson
from coach.source import Source

FILE_NAME = re.compile(r"(?P<number>[0-9]{2})-(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
"""How a lesson is called: `02-strangers.md`."""
_KEYS = {"title": True, "goal": True, "minutes": True}
_MINUTES = re.compile(r"[1-9][0-9]{0,2}")


class LessonFile:
    """Reads one lesson and notes in its source whatever is wrong."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._prose = Prose(source)

    def read(self) -> Lesson:
        """The lesson.

        Raises:
            AuthorError: anything is wrong.
        """
        nodes = self._parse()
        number, name = self._number_and_name()
        found = self._front_matter(nodes)
        steps = self._steps([node for node in nodes if node.type != "front_matter"])
        check_ways(self.source, steps)
        self.source.raise_faults()
        return Lesson(
            name=name,
            number=number,
            title=found["title"],
            goal=found["goal"],
            minutes=int(found["minutes"]),
            steps=tuple(step.step() for step in steps),
        )

    def _parse(self) -> list[SyntaxTreeNode]:
        env: dict[str, Any] = {}
        markdown = MarkdownIt("commonmark").use(front_matter_plugin)
        nodes = SyntaxTreeNode(markdown.parse(self.source.text, env)).children
        for reference in [*env.get("references", {}).values(), *env.get("duplicate_refs", ())]:
            mend = "write links as `[words](#heading)`"
            self.source.fault(reference["map"][0] + 1, "a link definition, which nobody would see", mend)
        return nodes

    def _number_and_name(self) -> tuple[int, str]:
        found = FILE_NAME.fullmatch(self.source.path.name)
        if found is None:
            self.source.fault(0, "this is not how a lesson is called", "call it like `07-short-name.md`")
            return 0, ""
        return int(found["number"]), found["name"]

    def _front_matter(self, nodes: Sequence[SyntaxTreeNode]) -> dict[str, str]:
        if not nodes or nodes[0].type != "front_matter" or nodes[0].map is None:
            mend = f"begin with `---`, {', '.join(_KEYS)} and `---`"
            self.source.fault(1, "the front matter is missing or has no end", mend)
            return {}
        lines = self.source.lines[1 : nodes[0].map[1] - 1]
        found = self.source.key_values(2, lines, _KEYS)
        minutes = found.get("minutes")
        if minutes and not _MINUTES.fullmatch(minutes):
            line = next(n for n, line in enumerate(lines, 2) if line.startswith("minutes:"))
            self.source.fault(line, "`minutes` is no whole number", "write a number such as `12`")
        return found

    def _steps(self, nodes: Sequence[SyntaxTreeNode]) -> list[StepSource]:
        starts = [at for at, node in enumerate(nodes) if _starts_step(node)]
        if not starts:
            self.source.fault(0, "there is no step", "begin each step with `## Heading`")
        for node in nodes[: starts[0] if starts else 0][:1]:
            self._refuse_early(node)
        return [
            self._step(nodes[start], nodes[start + 1 : end])
            for start, end in zip(starts, [*starts[1:], len(nodes)], strict=False)
        ]

    def _refuse_early(self, node: SyntaxTreeNode) -> None:
        if node.type == "heading":
            self._prose.refuse(node)
        else:
            self.source.fault(line_of(node), "text before the first heading", "move it below a `## Heading`")

    def _step(self, heading: SyntaxTreeNode, nodes: Sequence[SyntaxTreeNode]) -> StepSource:
        step = StepSource(self._prose, self._prose.plain(heading.children[0]), line_of(heading))
        step.read(nodes)
        return step


def _starts_step(node: SyntaxTreeNode) -> bool:
    """Whether this is a `## Heading`, and not a line with dashes under it."""
    return node.type == "heading" and node.tag == "h2" and node.markup == "##"
