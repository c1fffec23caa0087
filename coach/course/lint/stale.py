"""Finds stale steps of a translation: those whose original has changed since, and those not translated yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from coach.course.fingerprint import fingerprints
from coach.course.folders import lesson_called
from coach.course.lesson_file import LessonFile
from coach.course.lint.untouched import untouched
from coach.course.reader import MAX_LESSON
from coach.errors import AuthorError, Fault
from coach.models import Lesson, Step
from coach.source import Source, open_source

_CHANGED = "update the translation, then replace `{old}` with `{new}` in `version`"
_GONE = "remove the step from the translation, and `{old}` from `version`"
_NEW = "translate it, then add `{new}` to `version`"


class Translation:
    """One translation and its original."""

    def __init__(self, source: Source, lesson: Lesson) -> None:
        self._source = source
        self._lesson = lesson

    def faults(self) -> Iterator[Fault]:
        """Report each step of the original that was changed, added or removed since, and what is still as it was."""
        path = lesson_called(self._lesson.original, self._source.path.parent)
        if path is None:
            fix = "use a name from `coach lessons list`, or one from this folder"
            yield self._fault("original", f"unknown lesson `{self._lesson.original}`", fix)
            return
        try:
            source = open_source(path, MAX_LESSON)
            original = LessonFile(source).read()
        except AuthorError:
            yield self._fault("original", f"{path.name} has faults", "fix the original first")
            return
        yield from self._changes(original.steps, fingerprints(source, original))
        yield from untouched(self._source, self._lesson, original)

    def _changes(self, steps: Sequence[Step], now: Sequence[str]) -> Iterator[Fault]:
        then = self._lesson.version
        for kind, a, b, c, d in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            for at in range(max(b - a, d - c)):
                old = then[a + at] if a + at < b else ""
                new = now[c + at] if c + at < d else ""
                heading = steps[c + at].heading if new else ""
                yield self._change(a + at, old, new, heading)

    def _change(self, at: int, old: str, new: str, heading: str) -> Fault:
        if old and new:
            problem, fix = f"`{heading}` has changed in the original", _CHANGED.format(old=old, new=new)
        elif old:
            problem, fix = f"step {at + 1} was removed from the original", _GONE.format(old=old)
        else:
            return self._fault("version", f"`{heading}` is new in the original", _NEW.format(new=new))
        if at < len(self._lesson.steps):
            line = self._lesson.steps[at].line
            return Fault(self._source.path, line, 1, problem, fix, self._source.lines[line - 1])
        return self._fault("version", problem, fix)

    def _fault(self, key: str, problem: str, fix: str) -> Fault:
        line = self._source.line_of(f"{key}:")
        return Fault(self._source.path, line, 1, problem, fix, self._source.lines[line - 1])
