"""Finds steps of a translation that are still in the language of the original, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from coach.course.lint.snippets import practice_of
from coach.course.wording import sentences, word_count
from coach.errors import Fault
from coach.models import Lesson, Step
from coach.source import Source
from coach.visible import visible

FEWEST = 3
"""A text with fewer words may be the same in both languages: a name, an `ok`."""
FEWEST_IN_HEADING = 2
_SHOWN = 40
"""Characters of a text in a message."""
_NOT_SHOWN, _HEADING = {"a sample answer"}, "a heading"
_FIX = "translate it; names and numbers may stay"


def untouched(source: Source, lesson: Lesson, original: Lesson) -> Iterator[Fault]:
    """Report each step that has texts of the original, at the first of them, and an untouched goal."""
    if _language(lesson) == _language(original):
        return
    if lesson.goal == original.goal:
        yield _fault(source, source.line_of("goal:"), lesson.goal, 1)
    known = {_plain(text) for step in (*original.steps, *original.older) for text, _ in _texts(step)}
    for lines in _by_step(lesson, known):
        text, line = min(lines.items(), key=itemgetter(1))
        yield _fault(source, line, text, len(lines))


def _by_step(lesson: Lesson, known: set[str]) -> Iterator[dict[str, int]]:
    """Yield the texts of each step that are in the original too, for all ages together, each with its line."""
    found: dict[str, dict[str, int]] = {}
    for step in (*lesson.steps, *lesson.older):
        same = {text: line for text, line in _texts(step) if _plain(text) in known}
        found.setdefault(step.heading, {}).update(same)
    yield from filter(None, found.values())


def _texts(step: Step) -> Iterable[tuple[str, int]]:
    """List what a family sees of a step: sentences with enough words, each with its line or one above it."""
    found = [(text, passage.line, FEWEST) for passage in step.passages for text in passage.text.split("\n")]
    snippets = (snippet for snippet in practice_of(step) if snippet.what not in _NOT_SHOWN)
    found.extend((one.text, one.line, FEWEST_IN_HEADING if one.what == _HEADING else FEWEST) for one in snippets)
    if step.picture:
        found.extend((text, number, FEWEST) for number, text in enumerate(step.picture.lines, step.picture.line + 1))
    parts = [(part, line, fewest) for text, line, fewest in found for part in sentences(text)]
    return [(part, line) for part, line, fewest in parts if word_count(part) >= fewest]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _language(lesson: Lesson) -> str:
    return lesson.language.split("-")[0].lower()


def _fault(source: Source, line: int, text: str, count: int) -> Fault:
    shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}\u2026"
    more = f", and {count - 1} more in this step" if count > 1 else ""
    problem = f"still as in the original: `{visible(shown)}`{more}"
    return Fault(source.path, line, 1, problem, _FIX, visible(source.lines[line - 1]))
