from __future__ import annotations

from pathlib import Path

import pytest

from coach.course.lint import lint_paths
from coach.course.lint.lesson_lint import LessonLint
from coach.source import read_source
from tests.course.writing import HEAD, check, lesson_of, write
from tests.shipped_course import shipped_course

DRAFT = """\
## Here

```draft
start: ur ugly
hint: Look.
solution: I like it.
wants: says-something-kind
passes:
- this is so cool
- i love this one
- nice colours on it
fails:
- this is green
- ew no
- lol nice one
```
"""
OPTIONS = "- [ ] Say yes\n  > No.\n- [x] Say no\n  > Good.\n"


def found(folder: Path, body: str) -> list[tuple[int, int, str]]:
    lesson = lesson_of(folder, body)
    faults = LessonLint(read_source(folder / "03-some.md"), check).faults(lesson)
    return [(fault.line, fault.column, fault.problem) for fault in faults]


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("ur ugly", "ur nice", (10, 8, "Coach flags nothing in `start`")),
        ("ur ugly", "im alone", (10, 8, "Coach flags nothing in `start`")),
        (
            "I like it",
            "I like ugly",
            (
                12,
                11,
                'the solution must pass, but is judged still-flagged: Look at "ugly" again. Looks are hard to change.',
            ),
        ),
        (
            "I like it",
            "I like it alone",
            (12, 11, "the solution must pass, but is judged still-flagged: Thank you for saying it."),
        ),
        (
            "I like it",
            "It is here",
            (12, 11, "the solution must pass, but is judged lost-the-point: Add one true thing that is kind."),
        ),
        ("wants: says-something-kind\n", "", (18, 3, "this answer must fail, but Coach sees nothing in it")),
        (
            "- i love this one",
            "- i see this one",
            (16, 3, "this answer must pass, but is judged lost-the-point: Add one true thing that is kind."),
        ),
        ("- ew no", "- so cool, well done", (20, 3, "this answer must fail, but Coach sees nothing in it")),
        ("- ew no\n", "", (9, 1, "number of answers in `fails` is 2: at least 3 needed")),
        ("- i love this one\n", "", (9, 1, "number of answers in `passes` is 2: at least 3 needed")),
    ],
)
def test_a_practice_that_does_not_work(tmp_path: Path, old: str, new: str, problem: tuple[int, int, str]) -> None:
    faults = found(tmp_path, DRAFT.replace(old, new))
    assert problem in faults
    assert {fault[2] for fault in faults} <= {problem[2], "`wants` is missing"}


def test_a_draft_says_what_it_wants(tmp_path: Path) -> None:
    assert (9, 1, "`wants` is missing") in found(tmp_path, DRAFT.replace("wants: says-something-kind\n", ""))


def test_a_sound_lesson_has_no_faults(tmp_path: Path) -> None:
    assert found(tmp_path, f"{DRAFT}\n## There\n\n{words(20)}.\n\n{OPTIONS}") == []


@pytest.mark.parametrize(
    ("reader", "most"), [("", 20), ("> [!CHILD]\n> ", 20), ("> [!PARENT]\n> ", 25), ("> [!TALK]\n> ", 25)]
)
def test_a_sentence_too_long_for_its_reader(tmp_path: Path, reader: str, most: int) -> None:
    line, column = (9, 1) if not reader else (10, 3)
    assert found(tmp_path, f"## Here\n\n{reader}{words(most)}. {words(most)}!\n") == []
    problem = f"a sentence of {most + 1} words: at most {most} allowed"
    assert found(tmp_path, f"## Here\n\n{reader}{words(most + 1)}.\n") == [(line, column, problem)]


def test_a_long_sentence_is_named_on_its_own_line(tmp_path: Path) -> None:
    body = f"## Here\n\nShort.\nAlso short. This one {words(20)}.\n"
    assert found(tmp_path, body) == [(10, 13, "a sentence of 22 words: at most 20 allowed")]


@pytest.mark.parametrize(("options", "most"), [("", 18), (OPTIONS, 10)])
def test_a_step_too_tall_for_a_screen(tmp_path: Path, options: str, most: int) -> None:
    fits = "".join(f"This is the line with the number {number}.\n\n" for number in range(most))
    assert found(tmp_path, f"## Here\n\n{fits}{options}") == []
    too_tall = [(7, 1, f"the step has {most + 1} lines of 70 characters: at most {most} allowed")]
    assert found(tmp_path, f"## Here\n\n{fits}One more.\n\n{options}") == too_tall
    assert found(tmp_path, f"## Here\n\n{fits}```picture\n+-+\n```\n\n{options}") == too_tall


def test_long_lines_are_counted_as_they_wrap(tmp_path: Path) -> None:
    line = "Some words with a stop after them all. " * 4
    assert found(tmp_path, "## Here\n\n" + f"{line.strip()}\n\n" * 6) == []
    assert len(found(tmp_path, "## Here\n\n" + f"{line.strip()}\n\n" * 7)) == 1


def test_options_and_answers_too_long(tmp_path: Path) -> None:
    body = "## Here\n\n" + OPTIONS.replace("Say yes", "y" * 67).replace("Good.", "g" * 201)
    assert found(tmp_path, body) == [
        (9, 7, "an option of 67 characters: at most 66 allowed"),
        (12, 5, "an answer of 201 characters: at most 200 allowed"),
    ]


def test_words_that_are_too_hard_for_a_child(tmp_path: Path) -> None:
    easy = "We sit by the fire and talk of the day. It was fun, and we all laughed a lot at the cat."
    hard = "Unfamiliar individuals occasionally misrepresent themselves."
    assert found(tmp_path, f"## Here\n\n> [!CHILD]\n> {easy}\n") == []
    ((line, column, problem),) = found(tmp_path, f"## Here\n\n> [!CHILD]\n> {easy}\n> {hard}\n")
    assert (line, column) == (11, 3)
    assert problem.startswith("reading grade ")
    assert found(tmp_path, f"## Here\n\n> [!CHILD]\n> {hard}\n") == []


def test_one_far_too_hard_sentence_among_easy_ones(tmp_path: Path) -> None:
    easy = "We sit by the fire. It was fun, and the cat ran off. We all saw it go. Then we all ate a lot. " * 2
    hard = "A considerate conversation necessarily involves listening to everybody else attentively."
    ((line, column, problem),) = found(tmp_path, f"## Here\n\n> [!PARENT]\n> {easy}\n> {hard}\n")
    assert (line, column) == (11, 3)
    assert "a sentence of reading grade" in problem


@pytest.mark.parametrize(
    ("body", "longest", "problem"),
    [
        ("```sort\ninto: A, {}\n- one -> A: a.\n- two -> A: b.\n- six -> {}: c.\n```\n", 14, "a box"),
        ("```sort\ninto: A, B\n- {} -> A: a.\n- two -> A: b.\n- six -> B: c.\n```\n", 50, "a thing to sort"),
        ("```sort\ninto: A, B\n- one -> A: {}\n- two -> A: b.\n- six -> B: c.\n```\n", 160, "an answer"),
        ("```show\non: a phone\n- {}\n- Two.\n```\n", 66, "a thing to do"),
        ("```promise\nchild: {}\nparent: I do.\n```\n", 140, "a promise"),
    ],
)
def test_words_too_long_for_their_place(tmp_path: Path, body: str, longest: int, problem: str) -> None:
    def problems(count: int) -> list[str]:
        return [each[2] for each in found(tmp_path, f"## Here\n\n{body.replace('{}', 'x' * count)}")]

    assert problems(longest) == []
    assert f"{problem} of {longest + 1} characters: at most {longest} allowed" in problems(longest + 1)


def test_wide_characters_take_two_places(tmp_path: Path) -> None:
    body = "## Here\n\n```show\non: a phone\n- {}\n- Two.\n```\n"
    assert found(tmp_path, body.format("\u732b" * 33)) == []
    assert found(tmp_path, body.format("\u732b" * 34)) == [
        (11, 3, "a thing to do of 68 characters: at most 66 allowed")
    ]


def test_a_hint_with_most_words_of_the_solution(tmp_path: Path) -> None:
    body = DRAFT.replace("I like it.", "I really like your colours today.")
    told = body.replace("Look.", "Write that you really like the colours of today.")
    assert found(tmp_path, body) == []
    assert found(tmp_path, told) == [(11, 7, "the hint gives the solution away")]


def test_another_language_is_not_measured_as_english(tmp_path: Path) -> None:
    head = HEAD.replace("minutes: 12", "minutes: 12\nlanguage: de")
    body = DRAFT.replace("ur ugly", "du bist doof") + "\n## Und\n\n> [!CHILD]\n> " + "Verantwortungsbewusstsein " * 20
    path = write(tmp_path, body, head=head)
    linted = lint_paths([path], check)
    assert linted.left_out == (path,)
    assert linted.grades == ()
    assert {fault.problem for fault in linted.faults} == {
        "only one thing to practise: at least 2 needed",
        "nothing to talk about",
        "no promise",
    }


MISSING = {
    "no promise",
    "nothing to talk about",
    "nothing to practise: at least 2 needed",
    "only one thing to practise: at least 2 needed",
}


def test_a_lesson_without_its_parts(tmp_path: Path) -> None:
    path = write(tmp_path, "## Here\n\nText.\n")
    assert [fault.problem for fault in lint_paths([path], check).faults] == [
        "no promise",
        "nothing to practise: at least 2 needed",
        "nothing to talk about",
    ]
    whole = f"{DRAFT}\n## There\n\n{OPTIONS}\n> [!TALK]\n> Why?\n\n## We\n\n```promise\nchild: I.\nparent: I.\n```\n"
    assert lint_paths([write(tmp_path, whole)], check).faults == ()


BROKEN = """\
---
title: Broken
goal:
minutes: soon
color: red
---

## One

<b>Bold</b>

> [!KID]
> Who reads this?

- [x] [Go](#nowhere)
- [ ] Stay
  > Fine.

## One

```draft
start: ur nice
hint:
solution: u are ugly
```

## Talk

```chat
with: Fox
who: alien
# hello
Fox: hi
```

## Mixed\u202e

```quiz
```

[link]: http://x
"""


def test_a_dozen_faults_are_found_at_once_each_with_its_place_and_fix(tmp_path: Path) -> None:
    faults = lint_paths([write(tmp_path, BROKEN, head="")], check).faults
    assert all(fault.fix for fault in faults)
    assert [(fault.line, fault.column, fault.problem) for fault in faults if fault.line] == [
        (3, 1, "`goal` is empty"),
        (4, 1, "`minutes` is not a whole number"),
        (5, 1, "unknown key `color`"),
        (10, 1, "raw HTML"),
        (10, 8, "raw HTML"),
        (12, 1, "unknown reader `[!KID]`"),
        (15, 1, "an option without an answer"),
        (15, 12, "unknown heading `#nowhere`"),
        (19, 4, "duplicate heading: also on line 8"),
        (21, 1, "`wants` is missing"),
        (21, 1, "number of answers in `fails` is 0: at least 3 needed"),
        (21, 1, "number of answers in `passes` is 0: at least 3 needed"),
        (22, 8, "Coach flags nothing in `start`"),
        (23, 1, "`hint` is empty"),
        (
            24,
            11,
            'the solution must pass, but is judged still-flagged: Look at "ugly" again. Looks are hard to change.',
        ),
        (31, 1, "unknown partner `alien`"),
        (32, 1, "a dead end"),
        (36, 9, "invisible control character"),
        (38, 1, "unknown block `quiz`"),
        (41, 1, "link definitions are not shown to anybody"),
    ]


def test_a_file_of_doors_is_looked_at_too(tmp_path: Path) -> None:
    (tmp_path / "doors").mkdir()
    path = tmp_path / "doors" / "app.toml"
    path.write_text("app = 3\n", encoding="utf-8")
    assert {fault.path for fault in lint_paths([path], check).faults} == {path}
    write(tmp_path, "## Here\n\nText.\n")
    assert path in {fault.path for fault in lint_paths([tmp_path], check).faults}


def test_faults_of_reading_and_of_linting_come_together(tmp_path: Path) -> None:
    write(tmp_path, "## Empty\n", "01-a.md")
    write(tmp_path, DRAFT.replace("ugly", "nice"), "02-b.md")
    (tmp_path / "bare").mkdir()
    linted = lint_paths([tmp_path, tmp_path / "02-b.md", tmp_path / "bare", tmp_path / "03-gone.md"], check)
    assert [(fault.path.name, fault.line) for fault in linted.faults if fault.problem not in MISSING] == [
        ("01-a.md", 7),
        ("02-b.md", 10),
        ("03-gone.md", 0),
        ("bare", 0),
    ]


CHOPPED = "The cat sat. It was red. We saw it. It ran off."
PARTS = f"{DRAFT}\n## There\n\n{OPTIONS}\n> [!TALK]\n> Why?\n\n## We\n\n```promise\nchild: I.\nparent: I.\n```\n"


@pytest.mark.parametrize("reader", ["", "> [!CHILD]\n> ", "> [!PARENT]\n> "])
def test_more_than_three_short_sentences_in_a_row(tmp_path: Path, reader: str) -> None:
    three = CHOPPED.rpartition(" It ran")[0]
    assert found(tmp_path, f"## Here\n\n{reader}{three}\n") == []
    assert found(tmp_path, f"## Here\n\n{reader}{three} Then it looked at all of us. {three}\n") == []
    ((*_, problem),) = found(tmp_path, f"## Here\n\n{reader}{CHOPPED}\n")
    assert problem == "4 sentences of up to 5 words in a row: at most 3 allowed"


def of_rhythm(folder: Path, count: int, marker: str = "") -> set[str]:
    """The faults of a lesson with twelve sentences of `count` words each."""
    sentence = f"{' '.join(['so'] * count)}."
    body = f"{PARTS}\n## Last\n\n> [!CHILD{marker}]\n> {' '.join([sentence] * 60)}\n\n> [!CHILD]\n> Go.\n"
    problems = {fault.problem for fault in lint_paths([write(folder, body)], check).faults}
    return {problem for problem in problems if "on average" in problem}


@pytest.mark.parametrize(
    ("count", "ages"), [(4, {"8-10", "11-14"}), (7, {"11-14"}), (9, set()), (13, {"8-10"}), (16, {"8-10", "11-14"})]
)
def test_sentences_too_short_or_too_long_on_average(tmp_path: Path, count: int, ages: set[str]) -> None:
    problems = of_rhythm(tmp_path, count)
    assert {age for age in ("8-10", "11-14") if any(f"for ages {age}" in problem for problem in problems)} == ages


def test_each_age_group_has_its_own_average(tmp_path: Path) -> None:
    (problem,) = of_rhythm(tmp_path, 16, " 11-14")
    assert problem.endswith("words a sentence on average for ages 11-14: 7 to 14 allowed")


def test_bullets_options_and_messages_are_as_short_as_people_write_them(tmp_path: Path) -> None:
    body = (
        "## Here\n\n> [!CHILD]\n> What do you see in it?\n>\n> - a cat\n> - a hat\n> - a mat\n> - a rat\n\n" + OPTIONS
    )
    assert found(tmp_path, body) == []


def test_words_for_older_children_may_be_harder(tmp_path: Path) -> None:
    harder = "We were sitting by the fire, and all of us had to laugh at a message that somebody had sent."
    text = f"> {harder} {harder}\n"
    assert found(tmp_path, f"## Here\n\nRead.\n\n> [!CHILD 11-14]\n{text}") == []
    ((*_, problem),) = found(tmp_path, f"## Here\n\nRead.\n\n> [!CHILD 8-10]\n{text}")
    assert "at most 5 allowed" in problem


def test_an_answer_that_skips_a_practice(tmp_path: Path) -> None:
    choice = "- [ ] [Say yes](#there)\n  > No.\n- [x] [Say no](#end)\n  > Good.\n"
    body = f"## Here\n\n{choice}\n## There\n\n{OPTIONS}\n## End\n\nText.\n"

    def skipping(text: str) -> list[tuple[int, int, str]]:
        faults = lint_paths([write(tmp_path, text)], check).faults
        return [(each.line, each.column, each.problem) for each in faults if "skips" in each.problem]

    assert skipping(body) == [(11, 16, "a right answer that skips what there is to do in `There`")]
    swapped = body.replace("- [ ]", "- [?]").replace("- [x]", "- [ ]").replace("- [?]", "- [x]")
    assert skipping(swapped) == [(11, 16, "an answer that skips what there is to do in `There`")]
    assert skipping(body.replace("(#end)", "(#there)").replace("Text.", "Text, too.")) == []
    assert skipping(body.replace(OPTIONS, "Just some text.\n")) == []


def tones(folder: Path, body: str) -> set[str]:
    problems = {fault.problem for fault in lint_paths([write(folder, body)], check).faults}
    return {
        problem for problem in problems if "average length" in problem or "begin with" in problem or "asked" in problem
    }


VARIED = (
    "We all sat down at the fire to talk. Then it rained. What would you have done with a wet dog and no roof? "
    "The dog was not asked. A cat would have known better than to come along. "
)


def test_a_lesson_of_one_tone(tmp_path: Path) -> None:
    def body(prose: str) -> str:
        return f"## Here\n\n> [!CHILD]\n> {prose}\n"

    assert tones(tmp_path, body(VARIED * 3)) == set()
    assert tones(tmp_path, body("It is fun to be at sea. " * 3)) == set()
    assert tones(tmp_path, body("It is fun to be at sea. " * 12)) == {
        "sentences differ by only 0% from their average length: at least 25% needed",
        "12 of 12 sentences begin with `it`: at most 33% allowed",
        "the child is asked nothing",
    }


def test_three_practices_of_one_kind(tmp_path: Path) -> None:
    def kinds(*blocks: str) -> set[str]:
        body = "".join(f"## Step {number}\n\n{block}\n" for number, block in enumerate(blocks))
        return {fault.problem for fault in lint_paths([write(tmp_path, body)], check).faults if "kind" in fault.problem}

    show = "```show\non: a phone\n- One.\n- Two.\n```\n"
    assert kinds(OPTIONS, OPTIONS) == set()
    assert kinds(OPTIONS, OPTIONS, show) == set()
    assert kinds(OPTIONS, OPTIONS, OPTIONS) == {"all 3 practices are of one kind: choose"}


@pytest.mark.parametrize(
    ("second", "problems"),
    [("In", set()), ("Out", {"box that is right for all things to sort: `Out`"})],
)
def test_a_box_that_is_right_for_everything(tmp_path: Path, second: str, problems: set[str]) -> None:
    body = f"## Here\n\n```sort\ninto: In, Out\n- a cat -> In, Out: Cats choose.\n- a cow -> {second}: Grass.\n- a dog -> Out: Woof.\n```\n"
    faults = lint_paths([write(tmp_path, body)], check).faults
    assert {fault.problem for fault in faults if "all things" in fault.problem} == problems


def test_nothing_that_coach_ships_is_sorted_with_one_box_or_by_ticking_every_option() -> None:
    course = shipped_course()
    steps = [step for one in (*course.lessons, *course.cases) for step in (*one.steps, *one.older)]
    sorts = [step.sort for step in steps if step.sort]
    assert len(sorts) > 10
    for sort in sorts:
        for box in sort.boxes:
            assert not all(box in item.boxes or sort.is_more_careful(item, box) for item in sort.items), sort
    for options in (step.choice.options for step in steps if step.choice):
        assert not all(option.right for option in options), options
