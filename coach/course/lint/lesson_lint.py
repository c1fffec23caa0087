"""Lints one lesson whose syntax is valid."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from coach.course.judge import Check
from coach.course.lint.answers import problems_of
from coach.course.lint.reading import Text, texts_of, too_hard, too_long
from coach.course.lint.rhythm import short_runs
from coach.course.lint.snippets import Snippet, head_of, practice_of
from coach.course.wording import has_words, words_of
from coach.errors import Fault
from coach.models import AgeGroup, Concern, Lesson, Message, RewriteTask, Step, StepKind
from coach.source import Source
from coach.visible import cells, visible

WIDTH = 70
MAX_LINES = 18
MAX_LINES_WITH_BOX = 10
_WITHOUT_BOX = {StepKind.READ, StepKind.TALK, StepKind.PICTURE, StepKind.SHOW, StepKind.PROMISE}
"""Steps that need no room on the screen for options or a text box."""
GIVEN_AWAY = 0.75
"""A hint gives the solution away if it contains this share of the words that are new in the solution."""
_FEWEST_NEW = 3
_LONG_WORD = 4


class LessonLint:
    """Finds the faults of one lesson."""

    def __init__(self, source: Source, check: Check) -> None:
        self._source = source
        self._check = check

    def faults(self, lesson: Lesson) -> Iterator[Fault]:
        """Find what is wrong with the texts and practices of its steps."""
        for snippet in head_of(lesson):
            yield from self._too_wide(snippet)
        known: set[Text | RewriteTask | None] = {None}
        for age, steps in ((AgeGroup.YOUNGER, lesson.steps), (AgeGroup.OLDER, lesson.older)):
            for step in steps:
                if age is AgeGroup.OLDER and step in lesson.steps:
                    continue
                yield from self._too_tall(step)
                for snippet in practice_of(step):
                    yield from self._too_wide(snippet)
                if lesson.is_english:
                    yield from self._english(step, age, known)

    def _english(self, step: Step, age: AgeGroup, known: set[Text | RewriteTask | None]) -> Iterator[Fault]:
        """Check what no younger child reads too, as that has passed already, with lower limits."""
        new = {*texts_of(step), step.rewrite} - known
        known |= new
        for one in new:
            if isinstance(one, RewriteTask):
                yield from self._rewrite(one)
                yield from self._hint(one)
            elif one:
                for found in (*too_long(one, age), *too_hard(one, age), *short_runs(one)):
                    yield self._fault(*found)

    def _fault(self, first: int, text: str, problem: str, fix: str) -> Fault:
        """Build a fault at `text`, which is on line `first` or below."""
        opening = " ".join(text.split()[:3])
        for number, line in enumerate(self._source.lines[first - 1 :], first):
            if opening in line:
                return Fault(self._source.path, number, line.index(opening) + 1, problem, fix, visible(line))
        return Fault(self._source.path, first, 1, problem, fix, visible(text))

    def _too_wide(self, snippet: Snippet) -> Iterator[Fault]:
        if (wide := cells(snippet.text)) > snippet.longest:
            yield self._fault(
                snippet.line,
                snippet.text,
                f"{snippet.what} of {wide} characters: at most {snippet.longest} allowed",
                "make it shorter",
            )

    def _too_tall(self, step: Step) -> Iterator[Fault]:
        lines = [line for passage in step.passages for line in passage.text.split("\n")]
        count = sum(len(textwrap.wrap(line, WIDTH)) for line in lines)
        count += len(step.picture.lines) if step.picture else 0
        limit = MAX_LINES if step.kind in _WITHOUT_BOX else MAX_LINES_WITH_BOX
        if count > limit:
            problem = f"the step has {count} lines of {WIDTH} characters: at most {limit} allowed"
            yield self._fault(step.line, "## ", problem, "make it shorter, or split it into two steps")

    def _rewrite(self, rewrite: RewriteTask) -> Iterator[Fault]:
        for start in filter(None, rewrite.starts):
            report = self._check(Message(text=start, audience=rewrite.audience))
            if all(flag.concern is Concern.CARE for flag in report.flags):
                fix = "use words that Coach flags, or write a `duel`, which needs no `start`"
                yield self._fault(rewrite.line, start, "Coach flags nothing in `start`", fix)
        for found in problems_of(rewrite, self._check):
            yield self._fault(*found)

    def _hint(self, rewrite: RewriteTask) -> Iterator[Fault]:
        if has_words(rewrite.hint, rewrite.solution.rstrip(".!? ")):
            return  # the reader has already reported it
        given = f"{' '.join(rewrite.starts)} {' '.join(rewrite.keep)}"
        new = {word.lower() for word in words_of(rewrite.solution) if len(word) >= _LONG_WORD}
        new = {word for word in new if not has_words(given, word)}
        given_away = {word for word in new if has_words(rewrite.hint, word)}
        if len(new) >= _FEWEST_NEW and len(given_away) >= GIVEN_AWAY * len(new):
            fix = "say how to find the words, not the words themselves"
            yield self._fault(rewrite.line, rewrite.hint, "the hint gives the solution away", fix)
