"""One lesson file while it is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.front_matter import front_matter_plugin

from coach.course.folders import FILE_NAME
from coach.course.front_matter import NEEDED, FrontMatter
from coach.course.prose import Prose, line_of
from coach.course.step_source import StepSource
from coach.course.ways import check_ways
from coach.errors import AuthorError
from coach.models import Lesson
from coach.source import Source


class LessonFile:
    """Reads one lesson and notes in its source whatever is wrong."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.steps: list[StepSource] = []
        """Its steps as they were read, faulty ones too."""
        self._prose = Prose(source)

    def read(self) -> Lesson:
        """The lesson.

        Raises:
            AuthorError: anything is wrong.
        """
        lesson = self.read_as_far()
        if lesson is None or self.source.faults:
            raise AuthorError(self.source.faults)
        return lesson

    def read_as_far(self) -> Lesson | None:
        """What can be read of the lesson, whatever is wrong with the rest; None where there is no step."""
        nodes = self._parse()
        number, name = self._number_and_name()
        head = self._front_matter(nodes)
        self.steps = self._steps([node for node in nodes if node.type != "front_matter"])
        check_ways(self.source, self.steps)
        if not self.steps:
            return None
        told = tuple(step.step() for step in self.steps)
        return Lesson(name=name, number=number, **head.values(), steps=told)

    def _parse(self) -> list[SyntaxTreeNode]:
        env: dict[str, Any] = {}
        markdown = MarkdownIt("commonmark").use(front_matter_plugin)
        nodes = SyntaxTreeNode(markdown.parse(self.source.text, env)).children
        for reference in [*env.get("references", {}).values(), *env.get("duplicate_refs", ())]:
            fix = "write links as `[words](#heading)`"
            self.source.fault(reference["map"][0] + 1, "a link definition, which nobody would see", fix)
        return nodes

    def _number_and_name(self) -> tuple[int, str]:
        found = FILE_NAME.fullmatch(self.source.path.name)
        if found is None:
            self.source.fault(0, "this is not how a lesson is called", "call it like `07-short-name.md`")
            return 0, ""
        return int(found["number"]), found["name"]

    def _front_matter(self, nodes: Sequence[SyntaxTreeNode]) -> FrontMatter:
        if not nodes or nodes[0].type != "front_matter" or nodes[0].map is None:
            fix = f"begin with `---`, {', '.join(NEEDED)} and `---`"
            self.source.fault(1, "the front matter is missing or has no end", fix)
            return FrontMatter(self.source, [])
        head = FrontMatter(self.source, self.source.lines[1 : nodes[0].map[1] - 1])
        head.check()
        return head

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
