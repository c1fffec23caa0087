"""Reads one lesson file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from coach.models import AgeGroup, Lesson, Step
from coach.models.base import Model
from coach.source import Source

_JUDGED = ("rewrite", "chat", "received", "duel", "tell")
"""The practices of a step in which Coach reads words."""


class LessonFile:
    """Reads one lesson and records faults in its source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.steps: list[StepSource] = []
        """The steps read so far, including faulty ones."""
        self._prose = Prose(source)

    def read(self) -> Lesson:
        """Read the lesson.

        Raises:
            AuthorError: the file is invalid.
        """
        lesson = self.read_as_far()
        if lesson is None or self.source.faults:
            raise AuthorError(self.source.faults)
        return lesson

    def read_as_far(self) -> Lesson | None:
        """Read as much of the lesson as possible despite its faults; None if it has no steps."""
        nodes = self._parse()
        number, name = self._number_and_name()
        head = self._front_matter(nodes)
        self.steps = self._steps([node for node in nodes if node.type != "front_matter"])
        check_ways(self.source, self.steps)
        if not self.steps:
            return None
        steps = tuple(step.step() for step in self.steps)
        older = tuple(step.step(AgeGroup.OLDER) for step in self.steps)
        tracks = {"steps": steps, "older": older if older != steps else ()}
        lesson = Lesson(name=name, number=number, **head.values(), **tracks)
        return (
            lesson if lesson.is_english else lesson.model_copy(update={key: _unjudged(tracks[key]) for key in tracks})
        )

    def _parse(self) -> list[SyntaxTreeNode]:
        env: dict[str, Any] = {}
        markdown = MarkdownIt("commonmark").use(front_matter_plugin)
        nodes = SyntaxTreeNode(markdown.parse(self.source.text, env)).children
        for reference in [*env.get("references", {}).values(), *env.get("duplicate_refs", ())]:
            fix = "write links as `[words](#heading)`"
            self.source.fault(reference["map"][0] + 1, "link definitions are not shown to anybody", fix)
        return nodes

    def _number_and_name(self) -> tuple[int, str]:
        found = FILE_NAME.fullmatch(self.source.path.name)
        if found is None:
            self.source.fault(0, "invalid lesson file name", "name it like `07-short-name.md`")
            return 0, ""
        return int(found["number"]), found["name"]

    def _front_matter(self, nodes: Sequence[SyntaxTreeNode]) -> FrontMatter:
        if not nodes or nodes[0].type != "front_matter" or nodes[0].map is None:
            fix = f"start the file with `---`, {', '.join(NEEDED)} and `---`"
            self.source.fault(1, "the front matter is missing or not closed", fix)
            return FrontMatter(self.source, [])
        head = FrontMatter(self.source, self.source.lines[1 : nodes[0].map[1] - 1])
        head.check()
        return head

    def _steps(self, nodes: Sequence[SyntaxTreeNode]) -> list[StepSource]:
        starts = [at for at, node in enumerate(nodes) if _starts_step(node)]
        if not starts:
            self.source.fault(0, "the lesson has no steps", "start each step with `## Heading`")
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
    """Return whether this is a `## Heading` rather than a line underlined with dashes."""
    return node.type == "heading" and node.tag == "h2" and node.markup == "##"


def _unjudged(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return steps whose answers are left to the family: Coach has no rules for their language."""
    return tuple(step.model_copy(update=_left_open(step)) for step in steps)


def _left_open(step: Step) -> dict[str, Model]:
    """Return every practice of a step that Coach would judge, as one that it does not."""
    judged = {name: getattr(step, name) for name in _JUDGED}
    return {name: one.model_copy(update={"is_judged": False}) for name, one in judged.items() if one}
