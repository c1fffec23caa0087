from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.course import judge_choice, lint_lesson, read_lesson
from coach.errors import AuthorError
from coach.models import Lesson
from tests.course.writing import HEAD, check

PIECES = [
    "---", "title: T", "minutes: 3", "## Here", "## There", "# Big", "Under\n===", "***", "Text *of* it", "  ",
    "> [!CHILD]", "> [!PARENT]\n> Words", "> words", ">", "> > deep", "- bullet", "-", "  - deep", "1. one",
    "- [ ] No\n  > So.", "- [x] [Yes](#there)\n  > So.", "- [x]", "- []", "- [ ] [a](http://x.org)", "  > So.",
    "```draft", "start: ur ugly", "hint: h", "solution: s", "keep: a,b", "audience: all", "```", "~~~", "```picture",
    "```promise", "child: c", "parent: p", "[here]: #here", "[here]", "![i](j)", "<div>", "a <b> c", "<!--", "&amp;",
    "&#xD800;", "\\", "    code", "`", "[", "](", "\t", "\u2028", "\u200d", "😀",
]  # fmt: skip

lines = st.one_of(st.sampled_from(PIECES), st.text(max_size=12))
bodies = st.lists(lines, max_size=25).map("\n".join)


def read(content: bytes) -> Lesson | None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "01-any.md"
        path.write_bytes(content)
        try:
            lesson = read_lesson(path)
        except AuthorError:
            return None
        lint_lesson(lesson, path, check)
        return lesson


@given(text=bodies)
@settings(max_examples=150, deadline=None, database=None)
def test_any_markdown_gives_a_lesson_or_its_faults(text: str) -> None:
    read(text.encode())


@given(text=bodies)
@settings(max_examples=250, deadline=None, database=None)
def test_any_steps_give_a_lesson_that_can_be_walked_or_their_faults(text: str) -> None:
    lesson = read(f"{HEAD}## First\n\n{text}\n".encode())
    for step in lesson.steps if lesson else ():
        assert step.passages or step.choice or step.rewrite or step.picture or step.promise
        if step.choice:
            assert judge_choice(step.choice, frozenset({0})).words


@given(content=st.binary(max_size=60))
@settings(max_examples=50, deadline=None, database=None)
def test_any_bytes_give_a_lesson_or_their_faults(content: bytes) -> None:
    read(content)
