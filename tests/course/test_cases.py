"""Cases: their files, what lint proves, which one comes next, and those that Coach ships."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from spacy.language import Language

from coach.counsel import CounselledCheck
from coach.course import (
    Course,
    another_case,
    is_done,
    lessons_path,
    new_case,
    read_case,
    read_course,
    this_weeks_case,
    with_case,
)
from coach.course.folders import case_files
from coach.course.lint import lint_paths
from coach.errors import AuthorError, InputError
from coach.family import finish
from coach.models import AgeGroup, Case, Concern, Family, Progress, Reader, StepKind, Track
from coach.models.family import WeeksCase
from tests.course.writing import check as few_words
from tests.shipped_course import shipped_course

HEAD = "---\ntitle: A title\ngoal: A goal.\nfor: both\nlesson: mean-words\ncategory: unkind/looks\n---\n\n"
"""Eight lines; what follows begins on line 9."""
DECIDE = "```decide\n- Laugh -> He can count them.\n- Write -> He reads it.\n```\n"
RECEIVED = (
    "```received\naudience: group\nmarking: apart\nLeo: ur ugly\n! unkind/looks\nTim: lol\n? It takes a second.\n```\n"
)
DUEL = "```duel\naudience: friend\npasses:\n- i like it\n- see u tomorrow\nfails:\n- ur ugly\n- how ugly\n```\n"
WHOLE = f"## One\n\n{DECIDE}\n## Two\n\n{RECEIVED}\n## Three\n\n{DUEL}\n## Four\n\n> [!TALK]\n> Why?\n"
SHIPPED = shipped_course().cases


def written(folder: Path, body: str = WHOLE, head: str = HEAD, name: str = "a-case.md") -> Path:
    path = folder / "cases" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(head + body, encoding="utf-8")
    return path


def linted(path: Path) -> list[tuple[int, str]]:
    return [(fault.line, fault.problem) for fault in lint_paths([path], few_words).faults]


def test_a_case_is_read_with_its_head(tmp_path: Path) -> None:
    case = read_case(written(tmp_path))
    assert (case.name, case.practises, case.category, case.age) == ("a-case", "mean-words", "unkind/looks", None)
    assert case.concern is Concern.UNKIND
    assert [step.kind for step in case.steps] == [StepKind.DECIDE, StepKind.RECEIVED, StepKind.DUEL, StepKind.TALK]
    received = case.steps[1].received
    assert received is not None
    assert received.is_apart
    assert [(line.speaker, line.text, line.categories, line.reason) for line in received.lines] == [
        ("Leo", "ur ugly", ("unkind/looks",), ""),
        ("Tim", "lol", (), "It takes a second."),
    ]
    assert linted(written(tmp_path)) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("for: both", "for: 9", 4, "unknown age `9`"),
        ("for: both\n", "", 1, "`for` is missing"),
        ("category: unkind/looks", "category: unkind/moods", 6, "unknown category `unkind/moods`"),
        ("category: unkind/looks", "category: moods", 6, "unknown category `moods`"),
        ("goal: A goal.", "minutes: 5", 3, "unknown key `minutes`"),
        ("- Write -> He", "- Write: He", 13, "not a way"),
        ("- Write -> He reads it.\n", "", 11, "number of ways is 1: 2 to 5 allowed"),
        ("marking: apart", "marking: alone", 20, "unknown way of marking `alone`"),
        ("audience: group", "audience: all", 19, "unknown audience `all`"),
        ("audience: group\n", "", 18, "`audience` is missing"),
        ("! unkind/looks", "! unkind/mood", 22, "unknown category `unkind/mood`"),
        ("Tim: lol", "lol", 23, "not a line of a thread"),
        ("Leo: ur ugly\n", "", 21, "not a line of a thread"),
        ("audience: friend", "start: ur ugly", 30, "`start` without `marks`"),
        ("- see u tomorrow", "see u tomorrow", 33, "not a `key: value` line"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    text = HEAD + WHOLE
    assert old in text
    path = written(tmp_path, text.replace(old, new), head="")
    with pytest.raises(AuthorError) as caught:
        read_case(path)
    assert (line, problem) in [(fault.line, fault.problem) for fault in caught.value.faults]
    assert all(fault.fix for fault in caught.value.faults)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "ur ugly\n! unkind/looks\n",
            "ur ugly\n! unkind/looks\nAda: ugly\n",
            "Coach marks unkind/looks here, but the lesson says nothing",
        ),
        ("Tim: lol\n", "Tim: lol\n! unkind/looks\n", "Coach marks nothing here, but the lesson says unkind/looks"),
        ("Leo: ur ugly", "You: ur fine", "Coach marks nothing here, but the lesson says unkind/looks"),
        ("- i like it", "- i like ugly", 'this answer must pass, but: Look at "ugly" again. Looks are hard to change.'),
        ("- how ugly", "- how nice", "this answer must fail, but Coach sees no harm in it"),
        ("- how ugly\n", "", "number of answers in `fails` is 1: at least 2 needed"),
        (
            "audience: friend\n",
            "start: ur ugly\nmarks: unkind/ability\naudience: friend\n",
            "Coach marks unkind/looks in `start`, but the lesson says unkind/ability",
        ),
        ("lesson: mean-words", "lesson: mean-birds", "unknown lesson `mean-birds`"),
        ("category: unkind/looks", "category: unkind/ability", "nothing in the case is marked unkind/ability"),
        ("category: unkind/looks\n", "", "`category` is missing"),
        (DECIDE, "Read it.\n", None),
        (DECIDE, "> [!TALK]\n> Why?\n", "a question before the end"),
        (
            f"{DECIDE}",
            f"{DECIDE}\n" + "".join(f"## {n}\n\nRead.\n\n" for n in "ab"),
            "number of steps is 6: 3 to 5 allowed",
        ),
        ("> [!TALK]\n> Why?\n", "Bye.\n", "no closing question"),
        ("## Four\n\n", "", "the closing question shares its step"),
        (DUEL, "Read it.\n", "nothing to do about it"),
        (
            "audience: friend\n",
            "audience: friend\nnever: like\n",
            'this answer must pass, but: Look at "like" again. Try it without these words.',
        ),
    ],
)
def test_lint_finds_what_is_missing_or_marked_otherwise(
    tmp_path: Path, old: str, new: str, problem: str | None
) -> None:
    text = HEAD + WHOLE
    assert old in text
    found = [said for _, said in linted(written(tmp_path, text.replace(old, new, 1), head=""))]
    assert found == ([problem] if problem else [])


def test_lint_hears_the_rhythm_of_a_case(tmp_path: Path) -> None:
    chopped = "Go now. You can go. " * 2 + "This one has six words in it. "
    body = WHOLE.replace("> Why?\n", f"> Why?\n>\n> {chopped * 4}\n")
    found = [said for _, said in linted(written(tmp_path, body))]
    assert [said for said in found if "for ages" in said] == [
        "3.3 words a sentence on average for ages 11-14: 7 to 14 allowed",
        "3.3 words a sentence on average for ages 8-10: 6 to 11 allowed",
    ]
    only_older = HEAD.replace("for: both", "for: 11-14")
    found = [said for _, said in linted(written(tmp_path, body, head=only_older))]
    assert [said for said in found if "for ages" in said] == [
        "3.3 words a sentence on average for ages 11-14: 7 to 14 allowed"
    ]


def test_lint_hears_a_case_of_one_tone(tmp_path: Path) -> None:
    body = WHOLE.replace("Why?\n", f"Why?\n>\n> {'It is fun to be at sea. ' * 12}\n")
    assert "13 of 16 sentences begin with `it`: at most 33% allowed" in [
        said for _, said in linted(written(tmp_path, body))
    ]


def test_something_is_decided_apart_and_compared(tmp_path: Path) -> None:
    together = WHOLE.replace("marking: apart\n", "").replace(DECIDE, "Read it.\n")
    assert linted(written(tmp_path, together)) == [(0, "nothing to decide apart")]
    choice = "- [x] Tell\n  > Good, that helps.\n- [ ] Wait\n  > It is hard.\n"
    duels = f"## One\n\n{DECIDE}\n## Two\n\n{choice}\n## Three\n\n> [!TALK]\n> Why?\n"
    head = HEAD.replace("category: unkind/looks\n", "")
    assert linted(written(tmp_path, duels, head)) == [(0, "nothing to compare with Coach")]


def test_a_new_case_lints_clean_and_is_never_written_over(nlp: Language, tmp_path: Path) -> None:
    path = new_case("Late [laughs]", tmp_path)
    assert path == tmp_path / "cases" / "late-laughs.md"
    assert lint_paths([tmp_path], CounselledCheck(nlp)).faults == ()
    with pytest.raises(InputError, match="fix: choose another title"):
        new_case("Late laughs", tmp_path)


def test_own_cases_are_read_and_broken_ones_are_named(tmp_path: Path) -> None:
    written(tmp_path)
    broken = written(tmp_path, "", name="broken.md")
    taken = written(tmp_path, name="number-twelve.md")
    away = tmp_path / "away.md"
    away.write_text(HEAD + WHOLE, encoding="utf-8")
    own = tmp_path / "own"
    own.mkdir()
    (tmp_path / "cases").rename(own / "cases")
    (own / "cases" / "link.md").symlink_to(away)
    course = read_course([own])
    assert [case.name for case in course.cases if case.name in course.own] == ["a-case"]
    assert {path.name for path in course.broken} == {broken.name, taken.name, "link.md"}
    assert course.called("a-case") is not None


CASES = tuple(
    Case(**{**dict(SHIPPED[0]), "name": name, "practises": lesson, "age": age})
    for name, lesson, age in (
        ("one", "first", None),
        ("two", "first", None),
        ("older", "first", AgeGroup.OLDER),
        ("three", "second", AgeGroup.YOUNGER),
        ("four", "third", None),
    )
)


def names_in_order(track: Track, age: AgeGroup | None, count: int) -> list[str]:
    """Play as many cases as that, one after the other."""
    names = []
    for _ in range(count):
        case = this_weeks_case(CASES, track, age)
        assert case is not None
        names.append(case.name)
        others = {name: known for name, known in track.progress.items() if name != case.name}
        track = Track(progress={**others, case.name: Progress(step="", finished=True)})
    return names


def test_the_lesson_practised_the_longest_ago_comes_first() -> None:
    done = Progress(step="", finished=True)
    track = Track(progress={"second": done, "first": done})
    assert names_in_order(track, AgeGroup.YOUNGER, 6) == ["three", "one", "two", "four", "three", "one"]
    assert names_in_order(track, AgeGroup.OLDER, 4) == ["older", "one", "two", "four"]
    assert names_in_order(Track(), None, 3) == ["one", "three", "four"]


def test_a_case_that_was_begun_goes_on() -> None:
    track = Track(progress={"first": Progress(step="", finished=True), "four": Progress(step="eleven-laughs")})
    case = this_weeks_case(CASES, track, None)
    assert case is not None
    assert case.name == "four"
    assert this_weeks_case((), track, None) is None


SUNDAY = date(2027, 1, 3)


def test_a_week_has_one_case() -> None:
    done = Progress(step="", finished=True, day=SUNDAY)
    track = Track(progress={"first": Progress(step="", finished=True), "one": done})
    names = [
        case.name
        for days in (-6, 0, 1, 8)
        if (case := this_weeks_case(CASES, track, None, SUNDAY + timedelta(days=days)))
    ]
    assert names == ["one", "one", "two", "two"]
    assert is_done(track, "one", SUNDAY)
    assert not is_done(track, "one", SUNDAY + timedelta(days=1))
    again = Track(progress={"one": Progress(step="a", finished=True, day=SUNDAY)})
    assert is_done(again, "one", SUNDAY), "what was done stays done when it is opened again"


def test_another_case_is_offered_once_this_weeks_is_done() -> None:
    done, begun = Progress(step="", finished=True, day=SUNDAY), Progress(step="a")
    weeks = WeeksCase(name="one", day=SUNDAY)
    offered = [
        case.name if (case := another_case(CASES, Track(progress=progress, case=weeks), None, SUNDAY)) else ""
        for progress in (
            {},
            {"one": begun},
            {"one": done},
            {"one": done, "four": begun},
            {case.name: done for case in CASES},
        )
    ]
    assert offered == ["", "", "three", "four", ""]


def test_what_is_practised_in_a_week_changes_only_the_case_of_the_next() -> None:
    family = with_case(Family(), CASES, SUNDAY)
    practised = finish(finish(family, "third"), "second")
    assert family.track.case == with_case(practised, CASES, SUNDAY).track.case
    for track, name in ((Track(progress=practised.progress), "four"), (practised.track, "one")):
        case = this_weeks_case(CASES, track, None, SUNDAY)
        assert case is not None
        assert case.name == name
    following = this_weeks_case(CASES, practised.track, None, SUNDAY + timedelta(days=1))
    assert following is not None
    assert following.name == "four"


@pytest.mark.parametrize("path", case_files(lessons_path()), ids=lambda path: path.stem)
def test_the_shipped_cases_lint_clean(path: Path, nlp: Language) -> None:
    assert [str(fault) for fault in lint_paths([path], CounselledCheck(nlp)).faults] == []


def test_there_are_cases_for_half_a_year_in_both_tracks() -> None:
    assert len(SHIPPED) == len(case_files(lessons_path())) >= 26
    for age in AgeGroup:
        assert sum(case.fits(age) for case in SHIPPED) >= 13
        assert {case.practises for case in SHIPPED if case.fits(age)} <= {one.name for one in shipped_course().lessons}
    assert not {case.name for case in SHIPPED} & {one.name for one in shipped_course().lessons}


def test_no_two_cases_have_the_same_shape() -> None:
    shapes: dict[tuple[str, ...], str] = {}
    for case in SHIPPED:
        shape = tuple(
            f"{step.kind} {bool(step.received and step.received.is_apart)} {bool(step.duel and step.duel.start)} {bool(step.picture)}"
            for step in case.steps[:-1]
        )
        assert shapes.setdefault(shape, case.name) == case.name


def test_every_case_ends_with_a_question_and_says_no_number_twice() -> None:
    questions = [
        passage.text for case in SHIPPED for passage in case.steps[-1].passages if passage.reader is Reader.TALK
    ]
    assert len(set(questions)) == len(questions) == len(SHIPPED)
    assert all("?" in question or "Choose" in question or "Find" in question for question in questions)


def test_a_course_without_cases_is_a_course() -> None:
    assert Course(()).cases == ()
