"""What reading alone does not show: whether the practice works, can be read by a child, and fits a screen."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from coach.course.folders import lesson_files
from coach.course.judge import Check
from coach.course.reader import no_lesson_in, read_all
from coach.course.wording import sentences, word_count
from coach.errors import AuthorError, Fault
from coach.models import Concern, Lesson, Message, Passage, Reader, Rewrite, Step
from coach.source import read_source

MAX_WORDS: Mapping[Reader, int] = {Reader.CHILD: 15, Reader.BOTH: 15, Reader.TALK: 25, Reader.PARENT: 25}
"""The longest sentence of a passage, by who reads it."""
WIDTH = 70
MAX_LINES = 18
MAX_LINES_WITH_OPTIONS = 10
MAX_OPTION = 66
MAX_ANSWER = 200


def lint_lesson(lesson: Lesson, path: Path, check: Check) -> tuple[Fault, ...]:
    """Everything wrong in a lesson that could be read."""
    return tuple(_Lint(path, check).faults(lesson))


def lint_paths(paths: Iterable[Path], check: Check) -> tuple[Fault, ...]:
    """Everything wrong in lesson files, or in folders of them, in order."""
    files = {path: lesson_files(path) if path.is_dir() else [path] for path in paths}
    empty = [no_lesson_in(folder) for folder, found in files.items() if not found]
    lessons, faults = read_all(dict.fromkeys(chain.from_iterable(files.values())))
    linted = (fault for path, lesson in lessons.items() for fault in lint_lesson(lesson, path, check))
    return tuple(sorted((*empty, *faults, *linted)))


class _Lint:
    """Finds the faults of one lesson."""

    def __init__(self, path: Path, check: Check) -> None:
        self._path = path
        self._check = check
        try:
            self._lines = read_source(path).lines
        except AuthorError:
            self._lines = []

    def faults(self, lesson: Lesson) -> Iterator[Fault]:
        for step in lesson.steps:
            for passage in step.passages:
                yield from self._long_sentences(passage)
            yield from self._too_tall(step)
            yield from self._long_options(step)
            if step.rewrite:
                yield from self._rewrite(step.rewrite)

    def _fault(self, first: int, text: str, problem: str, mend: str) -> Fault:
        """A fault at `text`, which stands on line `first` or below."""
        opening = " ".join(text.split()[:3])
        for number, line in enumerate(self._lines[first - 1 :], first):
            if opening in line:
                return Fault(self._path, number, line.index(opening) + 1, problem, mend, line)
        return Fault(self._path, first, 1, problem, mend, text)

    def _long_sentences(self, passage: Passage) -> Iterator[Fault]:
        limit = MAX_WORDS[passage.reader]
        for sentence in sentences(passage.text):
            if (count := word_count(sentence)) > limit:
                problem = f"a sentence of {count} words"
                yield self._fault(passage.line, sentence, problem, f"keep to {limit} words, or make two sentences")

    def _too_tall(self, step: Step) -> Iterator[Fault]:
        lines = [line for passage in step.passages for line in passage.text.split("\n")]
        count = sum(len(textwrap.wrap(line, WIDTH)) for line in lines)
        limit = MAX_LINES_WITH_OPTIONS if step.choice else MAX_LINES
        if count > limit:
            mend = f"keep to {limit} lines of {WIDTH} characters, or make two steps"
            yield self._fault(step.line, "## ", f"the step has {count} lines to read", mend)

    def _long_options(self, step: Step) -> Iterator[Fault]:
        for option in step.choice.options if step.choice else ():
            if len(option.text) > MAX_OPTION:
                problem = f"an option of {len(option.text)} characters"
                yield self._fault(option.line, option.text, problem, f"keep to {MAX_OPTION}")
            if len(option.answer) > MAX_ANSWER:
                problem = f"an answer of {len(option.answer)} characters"
                yield self._fault(option.line, option.answer, problem, f"keep to {MAX_ANSWER}")

    def _rewrite(self, rewrite: Rewrite) -> Iterator[Fault]:
        start = self._check(Message(text=rewrite.start, audience=rewrite.audience))
        if all(flag.concern is Concern.CARE for flag in start.flags):
            mend = "begin with words that Coach flags, or add a rule for these"
            yield self._fault(rewrite.line, rewrite.start, "nothing in `start` is flagged", mend)
        solution = self._check(Message(text=rewrite.solution, audience=rewrite.audience))
        for flag in solution.flags[:1]:
            problem = f'"{flag.phrase}" in `solution` is flagged: {flag.category}'
            yield self._fault(rewrite.line, rewrite.solution, problem, "say it in words that pass")
