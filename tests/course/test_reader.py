from __future__ import annotations

from pathlib import Path

import pytest

from coach.course import lessons_path, read_lesson, read_lessons
from coach.errors import AuthorError
from coach.models import Audience, Option, Passage, Picture, Promise, Reader, RewriteTask, StepKind
from tests.course.writing import HEAD, lesson_of, write

STEP = "## Here\n\nText.\n"
WHOLE = """\
## A warm heading

Text outside any quote
is for *both*, [as it says].

- one
- **two**
  goes on

> [!CHILD]
> Short words
> for the child.
>
> Then more.

> [!PARENT]
> Ask this: what is `lol`?

## A choice, with friends

What do you do?

- [ ] Say yes
  > It could be *anybody*.
- [x] [Show a grown-up **first**](#a-rewrite)
  > Good.
  >
  > Two see more.

## A rewrite

```draft
start: ur drawing is trash: lol
audience: public
keep: drawing, Lol
hint: Say what you see.
solution: I like your drawing. LOL!
```

## A picture

```picture
+---+
|[x]|
```

## Talk

> [!TALK]
> What is fair?

## Our promise

```promise
child: I ask before I answer.
parent: I stay calm.
```
"""


def test_a_whole_lesson_is_read(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, WHOLE)
    assert (lesson.name, lesson.number) == ("some", 3)
    assert (lesson.title, lesson.goal, lesson.minutes) == ("A title", "A goal.", 12)
    assert [step.slug for step in lesson.steps] == [
        "a-warm-heading",
        "a-choice-with-friends",
        "a-rewrite",
        "a-picture",
        "talk",
        "our-promise",
    ]
    assert [step.kind for step in lesson.steps] == [
        StepKind.READ,
        StepKind.CHOOSE,
        StepKind.REWRITE,
        StepKind.PICTURE,
        StepKind.TALK,
        StepKind.PROMISE,
    ]


def test_passages_are_plain_text_with_their_readers(tmp_path: Path) -> None:
    passages = lesson_of(tmp_path, WHOLE).steps[0].passages
    both = "Text outside any quote is for both, [as it says].\n\n• one\n• two goes on"
    assert passages == (
        Passage(reader=Reader.BOTH, text=both, line=9),
        Passage(reader=Reader.CHILD, text="Short words for the child.\n\nThen more.", line=17),
        Passage(reader=Reader.PARENT, text="Ask this: what is lol?", line=23),
    )


def test_options_have_answers_and_ways(tmp_path: Path) -> None:
    step = lesson_of(tmp_path, WHOLE).steps[1]
    assert step.choice is not None
    assert not step.choice.several
    assert step.choice.options == (
        Option(text="Say yes", right=False, answer="It could be anybody.", line=29),
        Option(
            text="Show a grown-up first",
            right=True,
            answer="Good.\n\nTwo see more.",
            goes_to="a-rewrite",
            line=31,
        ),
    )


def test_blocks_are_read(tmp_path: Path) -> None:
    _, _, rewrite, picture, _, promise = lesson_of(tmp_path, WHOLE).steps
    assert rewrite.rewrite == RewriteTask(
        start="ur drawing is trash: lol",
        audience=Audience.PUBLIC,
        keep=("drawing", "Lol"),
        hint="Say what you see.",
        solution="I like your drawing. LOL!",
        line=38,
    )
    assert picture.picture == Picture(lines=("+---+", "|[x]|"), line=48)
    assert promise.promise == Promise(child="I ask before I answer.", parent="I stay calm.", line=60)


def test_a_picture_may_stand_beside_a_practice(tmp_path: Path) -> None:
    body = "## Here\n\n```picture\n:)\n```\n\n- [x] A\n  > Yes.\n- [x] B\n  > Yes.\n"
    step = lesson_of(tmp_path, body).steps[0]
    assert step.kind is StepKind.CHOOSE
    assert step.picture is not None


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("Mean words", "mean-words"),
        ("What's that? You *and* me!", "whats-that-you-and-me"),
        ("Über uns", "über-uns"),
        ("One-two 3", "one-two-3"),
    ],
)
def test_a_slug_is_the_heading_as_forges_write_it(tmp_path: Path, heading: str, slug: str) -> None:
    link = f"## First\n\n- [x] [Go](#{slug})\n  > Yes.\n- [ ] Stay\n  > No.\n\n"
    lesson = lesson_of(tmp_path, f"{link}## {heading}\n\nText.\n")
    assert lesson.steps[1].slug == slug
    assert lesson.steps[0].choice is not None
    assert lesson.steps[0].choice.options[0].goes_to == slug


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_and_a_byte_order_mark_do_not_matter(tmp_path: Path, end: str) -> None:
    path = tmp_path / "03-some.md"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + WHOLE).replace("\n", end).encode())
    assert read_lesson(path) == lesson_of(tmp_path, WHOLE)


def test_lessons_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("10-z.md", "02-b.md", "09-a.md", "README.md", ".02-b.md", "notes.txt"):
        write(tmp_path, STEP, name)
    assert [lesson.name for lesson in read_lessons(tmp_path)] == ["b", "a", "z"]


def test_all_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    write(tmp_path, STEP, "01-a.md")
    write(tmp_path, "## Empty\n", "01-b.md")
    write(tmp_path, STEP + "\n# Big\n\n<br>\n", "02-a.md")
    write(tmp_path, STEP, "mean-words.md")
    with pytest.raises(AuthorError) as caught:
        read_lessons(tmp_path)
    assert [(fault.path.name, fault.line, fault.problem) for fault in caught.value.faults] == [
        ("01-b.md", 0, "01-a.md has the same number 01"),
        ("01-b.md", 7, "the step is empty"),
        ("02-a.md", 0, "01-a.md has the same name `a`"),
        ("02-a.md", 11, "a heading of another level"),
        ("02-a.md", 13, "raw HTML"),
        ("mean-words.md", 0, "invalid lesson file name"),
    ]


@pytest.mark.parametrize("folder", [".", "not-there"])
def test_a_folder_without_lessons_is_a_fault(tmp_path: Path, folder: str) -> None:
    with pytest.raises(AuthorError, match="no lessons in this folder"):
        read_lessons(tmp_path / folder)


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(AuthorError, match="cannot read the file"):
        read_lesson(tmp_path / "01-gone.md")


def test_the_lessons_lie_beside_the_package() -> None:
    assert lessons_path().name == "lessons"
    assert lessons_path().is_dir()


def test_the_shipped_lessons_can_be_read() -> None:
    assert read_lessons(lessons_path())
