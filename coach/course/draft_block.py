"""Reads a `draft` block: a message to rewrite."""

from __future__ import annotations

from collections.abc import Mapping

from coach.course.blocks import Block
from coach.course.wording import has_words
from coach.models import Audience, RewriteTask

_KEYS = {"start": True, "audience": False, "keep": False, "hint": True, "solution": True}


def read_draft(block: Block) -> RewriteTask | None:
    """Read a `draft` block; missing keys are left empty, and None means there is nothing to judge."""
    found = block.source.key_values(block.line + 1, block.lines, _KEYS)
    audience = _audience(block, found.get("audience") or Audience.GROUP)
    keep = tuple(word.strip() for word in found.get("keep", "").split(",") if word.strip())
    start, hint, solution = (found.get(key, "") for key, needed in _KEYS.items() if needed)
    if not (start or solution):
        return None
    _check_keep(block, keep, {key: text for key, text in (("start", start), ("solution", solution)) if text})
    if hint and solution and has_words(hint, solution.rstrip(".!? ")):
        block.fault_at(
            "hint", "the hint gives the solution away", "say how to find the words, not the words themselves"
        )
    return RewriteTask(start=start, audience=audience, keep=keep, hint=hint, solution=solution, line=block.line)


def _audience(block: Block, name: str) -> Audience:
    if name in set(Audience):
        return Audience(name)
    block.fault_at("audience", f"unknown audience `{name}`", f"use one of: {', '.join(Audience)}")
    return Audience.GROUP


def _check_keep(block: Block, keep: tuple[str, ...], texts: Mapping[str, str]) -> None:
    for key, text in texts.items():
        for word in keep:
            if not has_words(text, word):
                block.fault_at(key, f"`{word}` from `keep` is missing in `{key}`", "use the same word in both")
