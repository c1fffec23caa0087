"""Every fault of a lesson, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.course.writing import HEAD, faults_in, write

DRAFT = """\
## Here

```draft
start: ur ugly
hint: Say what you see.
solution: I like it.
```
"""
OPTIONS = """\
## Here

- [ ] Say yes
  > It could be anybody.
- [x] Say no
  > Good.
"""
PROMISE = "```promise\nchild: I ask.\nparent: I listen.\n```\n"


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("", [(1, 1, "the front matter is missing or not closed")]),
        ("---\ntitle: T\ngoal: G\n---\n", [(1, 1, "`minutes` is missing")]),
        (HEAD.replace("12", "about 12"), [(4, 1, "`minutes` is not a whole number")]),
        (HEAD.replace("12", "0"), [(4, 1, "`minutes` is not a whole number")]),
        (HEAD.replace("12", "١٢"), [(4, 1, "`minutes` is not a whole number")]),
        (HEAD.replace("goal", "goals"), [(1, 1, "`goal` is missing"), (3, 1, "unknown key `goals`")]),
        (
            HEAD.replace("goal: A goal.", "title: B"),
            [(1, 1, "`goal` is missing"), (3, 1, "duplicate key `title`")],
        ),
        (HEAD + "Early.\n\nStill early.\n\n", [(7, 1, "text before the first heading")]),
        (HEAD + "# Big\n\n", [(7, 1, "a heading of another level")]),
    ],
)
def test_of_what_stands_before_the_first_step(tmp_path: Path, head: str, found: list[tuple[int, int, str]]) -> None:
    assert faults_in(write(tmp_path, "## Here\n\nText.\n", head=head)) == found


@pytest.mark.parametrize(
    ("body", "line", "column", "problem"),
    [
        ("", 0, 1, "the lesson has no steps"),
        ("## Here\n", 7, 1, "the step is empty"),
        ("## Here\n\nText.\n\n## !\n\nText.\n", 11, 4, "a heading without words"),
        ("## Here\n\nText.\n\n## here!\n\nText.\n", 11, 4, "duplicate heading: also on line 7"),
        ("## Here\n\nText.\n\n### Deeper\n", 11, 1, "a heading of another level"),
        ("## Here\n\nText.\n\nUnderlined\n---\n", 11, 1, "a heading of another level"),
        ("## Here\n\nText.\n\n***\n", 11, 1, "a horizontal rule"),
        ("## Here\n\n<div>\n", 9, 1, "raw HTML"),
        ("## Here\n\nOne\nand <b>two.\n", 10, 5, "raw HTML"),
        ("## Here\n\n> [!CHILD]\n> A ![cat](cat.png).\n", 10, 5, "an image"),
        ("## Here\n\nSee [this](#here).\n", 9, 5, "a link outside an option"),
        ("## Here\n\nSee <https://example.com>.\n", 9, 1, "a link outside an option"),
        ("## Here [x](#here)\n\nText.\n", 7, 9, "a link outside an option"),
        ("## Here\n\nTom &amp; I\n", 9, 5, "HTML entity `&amp;`"),
        ("## Here\n\nText.\n\n[here]: #here\n", 11, 1, "link definitions are not shown to anybody"),
        ("## Here\n\n1. One\n", 9, 1, "a numbered list"),
        ("## Here\n\n    indented\n", 9, 1, "a block indented by four spaces"),
        ("## Here\n\n- One\n  - Two\n", 10, 1, "a list that is not allowed here"),
        ("## Here\n\n- One\n-\n", 10, 1, "an empty bullet"),
        ("## Here\n\n> Text.\n", 9, 1, "a quote that does not say who reads it"),
        ("## Here\n\n> [!NOTE]\n> Text.\n", 9, 1, "unknown reader `[!NOTE]`"),
        ("## Here\n\n> [!child]\n> Text.\n", 9, 1, "unknown reader `[!child]`"),
        ("## Here\n\n> [!CHILD] Text.\n", 9, 1, "words after the reader"),
        ("## Here\n\n> [!CHILD]\n", 9, 1, "the quote is empty"),
        ("## Here\n\n> [!CHILD]\n> > Text.\n>\n> Text.\n", 10, 1, "a quote inside something else"),
        ("## Here\n\n> [!CHILD]\n> Text.\n>\n> ```draft\n> ```\n", 12, 1, "a block inside something else"),
        ("## Here\n\n> [!CHILD]\n> Text.\n>\n> - [x] A\n", 12, 1, "options inside a quote"),
    ],
)
def test_of_steps_and_passages(tmp_path: Path, body: str, line: int, column: int, problem: str) -> None:
    assert faults_in(write(tmp_path, body)) == [(line, column, problem)]


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "problem"),
    [
        ("  > Good.\n", "", 11, 1, "an option without an answer"),
        ("  > Good.\n", "  > Good.\n\n  More.\n", 14, 1, "an option has one line and one quote"),
        ("- [x] Say no\n  > Good.\n", "", 9, 1, "there is only one option"),
        ("[x]", "[ ]", 9, 1, "no option is marked as right"),
        ("- [ ] Say yes", "- Say yes", 9, 1, "an option without `[ ]` or `[x]`"),
        ("- [ ] Say yes", "- [] Say yes", 9, 1, "an option without `[ ]` or `[x]`"),
        ("- [ ] Say yes", "- [ ]", 9, 1, "an option without words"),
        ("Say no", "[Say no](#her)", 11, 16, "unknown heading `#her`"),
        ("Say no", "[Say no](https://example.com)", 11, 1, "a link out of the lesson"),
        ("Say no", "Say [no](#here)", 11, 1, "a link in the middle of an option"),
        ("Say no", "[Say](#here) no", 11, 1, "a link in the middle of an option"),
        ("Good.", "Good, [see](#here).", 12, 11, "a link outside an option"),
        ("- [x] Say no", "- [x] Say <b>no", 11, 11, "raw HTML"),
    ],
)
def test_of_options(tmp_path: Path, old: str, new: str, line: int, column: int, problem: str) -> None:
    assert (line, column, problem) in faults_in(write(tmp_path, OPTIONS.replace(old, new)))


def test_of_too_many_options(tmp_path: Path) -> None:
    more = "".join(f"- [ ] Option {number}\n  > No.\n" for number in range(5))
    assert faults_in(write(tmp_path, OPTIONS + more)) == [(9, 1, "7 options: at most 6 allowed")]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("```draft", "```drft", [(9, 1, "unknown block `drft`")]),
        ("```draft", "```", [(9, 1, "unknown block ``")]),
        ("I like it.\n```\n", "I like it.\n", [(9, 1, "the block is not closed")]),
        ("hint: Say what you see.\n", "", [(9, 1, "`hint` is missing")]),
        ("hint: Say what you see.", "hint:", [(11, 1, "`hint` is empty")]),
        ("hint:", "tip:", [(9, 1, "`hint` is missing"), (11, 1, "unknown key `tip`")]),
        ("hint: Say", "Say", [(9, 1, "`hint` is missing"), (11, 1, "not a `key: value` line")]),
        ("hint:", "audience: everybody\nhint:", [(11, 1, "unknown audience `everybody`")]),
        ("hint:", "keep: like\nhint:", [(10, 1, "`like` from `keep` is missing in `start`")]),
        ("hint:", "keep: ugly\nhint:", [(13, 1, "`ugly` from `keep` is missing in `solution`")]),
        (
            "hint:",
            "keep: gl\nhint:",
            [
                (10, 1, "`gl` from `keep` is missing in `start`"),
                (13, 1, "`gl` from `keep` is missing in `solution`"),
            ],
        ),
        ("hint:", "wants: asks, nice\nhint:", [(11, 1, "unknown kind `nice`")]),
        ("hint:", "wants: thanks or asks-nicely\nhint:", [(11, 1, "unknown kind `asks-nicely`")]),
        ("hint:", "wants: puts-down\nhint:", [(11, 1, "unknown kind `puts-down`")]),
        ("hint:", "never: bogus, put-down\nhint:", [(11, 1, "unknown kind `put-down`")]),
        ("hint:", "words: none\nhint:", [(11, 1, "invalid number of words `none`")]),
        ("hint:", "words: 0\nhint:", [(11, 1, "invalid number of words `0`")]),
        ("hint:", "words: 13\nhint:", [(11, 1, "invalid number of words `13`")]),
        ("hint:", f"words: {'1' * 5000}\nhint:", [(11, 1, f"invalid number of words `{'1' * 5000}`")]),
        ("hint:", "- an answer\nhint:", [(11, 1, "not a `key: value` line")]),
        ("hint:", "passes: one\nhint:", [(11, 1, "not an answer in a list")]),
        ("hint:", "passes:\n- one\n-two\nhint:", [(13, 1, "not an answer in a list")]),
        ("hint:", "fails:\n-\n- two\nhint:", [(12, 1, "not an answer in a list")]),
        ("Say what you see.", "I like it.", [(11, 1, "the hint gives the solution away")]),
        ("Say what you see.", "Write: i  LIKE it, or so.", [(11, 1, "the hint gives the solution away")]),
        (
            "```draft",
            "```promise",
            [
                (9, 1, "`child` is missing"),
                (9, 1, "`parent` is missing"),
                (10, 1, "unknown key `start`"),
                (11, 1, "unknown key `hint`"),
                (12, 1, "unknown key `solution`"),
            ],
        ),
    ],
)
def test_of_drafts(tmp_path: Path, old: str, new: str, found: list[tuple[int, int, str]]) -> None:
    assert faults_in(write(tmp_path, DRAFT.replace(old, new))) == found


@pytest.mark.parametrize("second", ["- [x] A\n  > Yes.\n- [ ] B\n  > No.\n", PROMISE, DRAFT[9:]])
def test_of_a_second_practice(tmp_path: Path, second: str) -> None:
    found = faults_in(write(tmp_path, f"{DRAFT}\n{second}"))
    assert found == [(15, 1, "a second practice in one step")]


@pytest.mark.parametrize(
    ("lines", "line", "column", "problem"),
    [
        ("", 9, 1, "the picture is empty"),
        ("x" * 61 + "\n", 10, 61, "the line has 61 characters: at most 60 allowed"),
        ("x\n" * 13, 9, 1, "the picture has 13 lines: at most 12 allowed"),
        (":)\n```\n\n```picture\n:(\n", 13, 1, "a second picture in one step"),
    ],
)
def test_of_pictures(tmp_path: Path, lines: str, line: int, column: int, problem: str) -> None:
    body = f"## Here\n\n```picture\n{lines}```\n"
    assert faults_in(write(tmp_path, body)) == [(line, column, problem)]


@pytest.mark.parametrize("name", ["3-some.md", "03_some.md", "03-Some.md", "03-.md", "03-some.markdown"])
def test_of_the_files_name(tmp_path: Path, name: str) -> None:
    assert faults_in(write(tmp_path, "## Here\n\nText.\n", name)) == [(0, 1, "invalid lesson file name")]


def test_of_control_characters(tmp_path: Path) -> None:
    assert faults_in(write(tmp_path, "## Here\n\nRed \x1b[31m\n")) == [(9, 5, "invisible control character")]


def test_all_at_once(tmp_path: Path) -> None:
    body = "Early.\n\n## Here\n\n<br>\n\n## Here\n\n- [x] A\n\n```cat\n```\n"
    found = faults_in(write(tmp_path, body, "x.md", HEAD.replace("12", "x")))
    assert [line for line, _, _ in found] == [0, 4, 7, 11, 13, 15, 15, 17]
