from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.course import judge_choice, read_lesson
from coach.course.lint import lint_paths
from coach.errors import AuthorError
from coach.models import Lesson, StepKind
from tests.course.writing import HEAD, check

PIECES = [
    "---", "title: T", "minutes: 3", "## Here", "## There", "# Big", "Under\n===", "***", "Text *of* it", "  ",
    "> [!CHILD]", "> [!PARENT]\n> Words", "> words", ">", "> > deep", "- bullet", "-", "  - deep", "1. one",
    "- [ ] No\n  > So.", "- [x] [Yes](#there)\n  > So.", "- [x]", "- []", "- [ ] [a](http://x.org)", "  > So.",
    "```draft", "start: ur ugly", "hint: h", "solution: s", "keep: a,b", "audience: all", "```", "~~~", "```picture",
    "```promise", "child: c", "parent: p", "[here]: #here", "[here]", "![i](j)", "<div>", "a <b> c", "<!--", "&amp;",
    "```sort", "into: A, B", "- song -> A, B: Fine.", "- a -> C: No", "```chat", "with: Fox", "who: stranger", "# hello",
    "Fox: hi", "- bye -> hello", "= The end.", "# end", "- go -> end", "```show", "on: a phone", "- Open it.", "```doors",
    "apps: no-such, ../x", "language: de", "original: strangers", "version: 000000",
    "&#xD800;", "\\", "    code", "`", "[", "](", "\t", "\r", "\u2028", "\u200d", "😀",
]  # fmt: skip

lines = st.one_of(st.sampled_from(PIECES), st.text(max_size=12))
bodies = st.lists(lines, max_size=25).map("\n".join)


def read(content: bytes) -> Lesson | None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "01-any.md"
        path.write_bytes(content)
        linted = lint_paths([path], check)
        try:
            lesson = read_lesson(path)
        except AuthorError as error:
            faults = set(error.faults)
        else:
            return lesson
    assert faults <= set(linted.faults)
    return None


@given(text=bodies)
@settings(max_examples=150)
def test_any_markdown_gives_a_lesson_or_its_faults(text: str) -> None:
    read(text.encode())


@given(text=bodies)
@settings(max_examples=250)
def test_any_steps_give_a_lesson_that_can_be_walked_or_their_faults(text: str) -> None:
    lesson = read(f"{HEAD}## First\n\n{text}\n".encode())
    for step in lesson.steps if lesson else ():
        assert step.passages or step.kind not in {StepKind.READ, StepKind.TALK}
        if step.choice:
            assert judge_choice(step.choice, frozenset({0})).words


@given(content=st.binary(max_size=60))
@settings(max_examples=50)
def test_any_bytes_give_a_lesson_or_their_faults(content: bytes) -> None:
    read(content)
