"""Converts a lesson's Markdown to plain text; markup that a terminal cannot show is a fault."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from markdown_it.tree import SyntaxTreeNode

from coach.source import Source

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]+);")
_SPACES = re.compile(r"[ \t]+")
_BOX = re.compile(r"\[(?P<mark>[^\[\]]?)\](?!\()\s*")

_REFUSED_BLOCKS = {
    "heading": ("a heading of another level", "write every heading as `## Heading`"),
    "html_block": ("raw HTML", "write it in plain Markdown"),
    "ordered_list": ("a numbered list", "write bullets with `-`"),
    "code_block": ("a block indented by four spaces", "remove the spaces, or use a `picture` block"),
    "hr": ("a horizontal rule", "delete it; headings separate the steps"),
    "bullet_list": ("a list that is not allowed here", "write one plain list, not inside another"),
    "blockquote": ("a quote inside something else", "start it at the beginning of the line"),
    "fence": ("a block inside something else", "start it at the beginning of the line"),
}
_REFUSED_INLINE = {
    "html_inline": ("raw HTML", "write it in plain Markdown", ""),
    "image": ("an image", "describe it in words, or draw it in a `picture` block", "!["),
    "link": ("a link outside an option", "write the words without the link", ""),
}


def line_of(node: SyntaxTreeNode) -> int:
    """Return the first line of `node`, from 1."""
    return node.map[0] + 1 if node.map else 1


def box_of(item: SyntaxTreeNode) -> re.Match[str] | None:
    """Match the box `[ ]` or `[x]` at the start of a list item; the group `mark` is the character inside."""
    first = item.children[0] if item.children else None
    if first is None or first.type != "paragraph":
        return None
    return _BOX.match(first.children[0].content)


def without_box(text: str) -> str:
    """Remove the box from the text of an option."""
    return _BOX.sub("", text, count=1) if _BOX.match(text) else text


def is_task_list(node: SyntaxTreeNode) -> bool:
    """Return whether `node` is a list of options rather than of plain bullets."""
    return node.type == "bullet_list" and any(box_of(item) for item in node.children)


class Prose:
    """Converts parsed Markdown to plain text and records unsupported markup in the source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._lines = source.lines

    def text_of(self, nodes: Sequence[SyntaxTreeNode]) -> str:
        """Convert paragraphs and plain bullets, separated by empty lines."""
        return "\n\n".join(filter(None, map(self._block, nodes)))

    def plain(self, inline: SyntaxTreeNode, *, link: bool = False) -> str:
        """Convert `inline` to text; a soft line break becomes a space.

        Args:
            inline: the content of a paragraph or a heading.
            link: whether links are allowed here; their words are kept.
        """
        first = line_of(inline)
        for number, line in enumerate(inline.content.split("\n"), first):
            for found in _ENTITY.finditer(line):
                if html.unescape(found[0]) != found[0]:
                    self._fault_at(number, found[0], f"HTML entity `{found[0]}`", "write the character itself")
        return _SPACES.sub(" ", _InlineText(self, first, link=link).of(inline)).strip()

    def refuse(self, node: SyntaxTreeNode) -> None:
        """Record that `node` is not allowed where it is."""
        known = _REFUSED_BLOCKS.get(node.type, (f"a {node.type} is not allowed here", "write a paragraph"))
        self.source.fault(line_of(node), *known)

    def refuse_inline(self, node: SyntaxTreeNode, line: int) -> None:
        """Record that `node` is not allowed in the text of `line`."""
        problem, fix, needle = _REFUSED_INLINE.get(node.type, ("unknown markup", "write plain text", ""))
        words = node.children[0].content if node.children else ""
        self._fault_at(line, needle or node.content or f"[{words}", problem, fix)

    def _fault_at(self, line: int, needle: str, problem: str, fix: str) -> None:
        column = self._lines[line - 1].find(needle) if line <= len(self._lines) else 0
        self.source.fault(line, problem, fix, max(column, 0) + 1)

    def _block(self, node: SyntaxTreeNode) -> str:
        if node.type == "paragraph":
            return self.plain(node.children[0])
        if is_task_list(node):
            self.source.fault(line_of(node), "options inside a quote", "move them out of the quote")
        elif node.type == "bullet_list":
            return "\n".join(filter(None, map(self._bullet, node.children)))
        else:
            self.refuse(node)
        return ""

    def _bullet(self, item: SyntaxTreeNode) -> str:
        if not item.children:
            self.source.fault(line_of(item), "an empty bullet", "write it, or delete it")
        for extra in item.children[1:]:
            self.refuse(extra)
        text = self._block(item.children[0]) if item.children else ""
        return f"• {text}" if text else ""


class _InlineText:
    """Converts one inline node to text, keeping track of the current line."""

    def __init__(self, prose: Prose, line: int, *, link: bool) -> None:
        self._prose = prose
        self._line = line
        self._link = link

    def of(self, node: SyntaxTreeNode) -> str:
        return "".join(map(self._piece, node.children))

    def _piece(self, node: SyntaxTreeNode) -> str:
        if node.type in {"softbreak", "hardbreak"}:
            self._line += 1
            return " " if node.type == "softbreak" else "\n"
        if node.type in {"text", "code_inline"}:
            return node.content
        self._line += node.content.count("\n")
        if node.type not in {"em", "strong"} and not (self._link and node.type == "link"):
            self._prose.refuse_inline(node, self._line)
        return self.of(node) if node.type != "image" else ""
