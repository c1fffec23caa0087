"""Reads a task list as options to choose from."""

from __future__ import annotations

from urllib.parse import unquote

from markdown_it.tree import SyntaxTreeNode

from coach.course.prose import Prose, box_of, line_of, without_box
from coach.models import Option

MIN_OPTIONS, MAX_OPTIONS = 2, 6
_RIGHT = {" ": False, "x": True, "X": True}


class Options:
    """Reads one task list."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._fault = prose.source.fault

    def read(self, node: SyntaxTreeNode) -> list[Option]:
        """Read every option of the list; keep faulty ones, so that the steps they lead to count as reachable."""
        options = [self._option(item) for item in node.children]
        line = line_of(node)
        if len(options) < MIN_OPTIONS:
            self._fault(line, "there is only one option", "write at least two")
        if len(options) > MAX_OPTIONS:
            self._fault(line, f"{len(options)} options: at most {MAX_OPTIONS} allowed", "remove some")
        if not any(option.right for option in options):
            self._fault(line, "no option is marked as right", "write `[x]` before the right ones")
        return options

    def _option(self, item: SyntaxTreeNode) -> Option:
        box, line = box_of(item), line_of(item)
        mark = box["mark"] if box else ""
        if mark not in _RIGHT:
            self._fault(line, "an option without `[ ]` or `[x]`", "put `[x]` before right options, `[ ]` before others")
        return Option(
            text=self._text(item),
            right=_RIGHT.get(mark, False),
            answer=self._answer(item),
            goes_to=self._goes_to(item),
            line=line,
        )

    def _text(self, item: SyntaxTreeNode) -> str:
        first = item.children[0] if item.children else None
        text = ""
        if first is not None and first.type == "paragraph":
            text = without_box(self._prose.plain(first.children[0], link=True))
        if not text:
            self._fault(line_of(item), "an option without words", "write the answer after the box")
        return text

    def _goes_to(self, item: SyntaxTreeNode) -> str | None:
        inlines = item.children[0].children if item.children else []
        pieces = inlines[0].children if inlines and inlines[0].type == "inline" else []
        links = [piece for piece in pieces if piece.type == "link"]
        if not links:
            return None
        href = unquote(str(links[0].attrs.get("href", "")))
        before = "".join(piece.content for piece in pieces[: pieces.index(links[0])])
        if len(pieces) > 2 or without_box(before).strip() or pieces[-1] is not links[0]:
            self._fault(line_of(item), "a link in the middle of an option", "make the whole option one link")
        if not href.startswith("#"):
            self._fault(line_of(item), "a link out of the lesson", "link to a heading: `[words](#heading)`")
            return None
        return href[1:]

    def _answer(self, item: SyntaxTreeNode) -> str:
        quotes = [child for child in item.children[1:] if child.type == "blockquote"]
        for other in item.children[1:]:
            if other not in quotes[:1]:
                self._fault(line_of(other), "an option has one line and one quote", "move the rest into its quote")
        answer = self._prose.text_of(quotes[0].children) if quotes else ""
        if not answer:
            fix = "write `  > Coach's response` below it, indented by two spaces"
            self._fault(line_of(item), "an option without an answer", fix)
        return answer
