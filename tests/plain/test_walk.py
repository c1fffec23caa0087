"""Every lesson, every option and every way of a talk, walked to the end line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from coach.course import read_lesson
from coach.engine import check as engine_check
from coach.family import FamilyFile, join
from coach.locale import VARIABLE
from coach.models import AgeBand, AgeGroup, Audience, Family, Lesson
from coach.plain.session import BYE
from tests.course.samples import every_kind
from tests.course.writing import check, write
from tests.plain.driver import lines_of, walked, ways
from tests.shipped_course import shipped_course

SHIPPED = (*shipped_course().lessons, *shipped_course().cases)
TRACKS = {
    f"{lesson.name}-{age}": lesson.for_age(age) for lesson in SHIPPED for age in (AgeGroup if lesson.older else [None])
}
"""Every lesson, for each age group if they differ."""


@pytest.mark.parametrize("lesson", TRACKS.values(), ids=TRACKS)
def test_every_way_through_a_lesson_of_the_course_ends(lesson: Lesson, tmp_path: Path) -> None:
    for at, way in enumerate(ways(lesson)):
        out, left = walked(lesson, lines_of(way), tmp_path / str(at) / "family.json", check)
        assert left == ""
        assert "You did it, together!" in out
        for step, option in way:
            assert f": {step.heading}\n" in out
            if step.choice:
                assert " ".join(step.choice.options[option].answer.split()) in " ".join(out.split())


@pytest.mark.parametrize("lesson", TRACKS.values(), ids=TRACKS)
def test_the_drafts_of_a_lesson_are_unsolved_at_first_and_solved_at_last(
    lesson: Lesson, tmp_path: Path, nlp: Language
) -> None:
    way = max(ways(lesson), key=lambda way: sum(bool(step.rewrite) for step, _ in way))
    out, _ = walked(lesson, lines_of(way), tmp_path / "family.json", lambda message: engine_check(nlp, message))
    drafts = [step.rewrite for step, _ in way if step.rewrite]
    assert out.count("Look at ") >= len(drafts)
    assert out.count("Look again. These are still the first words.") == len(drafts)
    assert out.count("Coach sees nothing here. Now you two decide.") == 2 * len(drafts)
    to_strangers = sum(draft.audience is Audience.STRANGER for draft in drafts)
    assert out.count("Grown-up: is that fine with you?") == 2 * to_strangers
    assert out.count("Grown-up: would you be glad to get it?") == 2 * (len(drafts) - to_strangers)
    assert out.count("You both said yes.") == len(drafts)
    family = FamilyFile(tmp_path / "family.json").read()
    assert family.progress[lesson.name].finished


def test_words_that_coach_sees_nothing_in_are_the_familys_to_judge(lesson: Lesson, tmp_path: Path) -> None:
    there = ["", "2", "", "1 3", ""]
    no = walked(lesson, [*there, "I like this pic a lot", ""], tmp_path / "no.json", check)[0]
    assert "Child: would you send this? Type 1 for yes. Enter tries again." in no
    assert "Grown-up: would you" not in no
    assert "You both said yes." not in no
    yes = walked(lesson, [*there, "I like this pic a lot", "1", "1"], tmp_path / "yes.json", check)[0]
    assert "You both said yes." in yes
    assert "Step 5 of 10" in yes


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return every_kind(tmp_path)


def test_every_kind_of_step_is_walked_in_every_way(lesson: Lesson, tmp_path: Path) -> None:
    for at, way in enumerate(ways(lesson)):
        out, left = walked(lesson, lines_of(way), tmp_path / str(at) / "family.json", check)
        assert left == ""
        assert "You did it, together!" in out
        assert "You saw 2 of 2 ways this can end." in out
        assert "Somebody you do not know: may write first." in out
        assert "+--[/p]--+" in out


def test_a_walk_can_end_at_every_line(lesson: Lesson, tmp_path: Path) -> None:
    lines = lines_of(next(ways(lesson)))
    for count in range(len(lines)):
        out, _ = walked(lesson, lines[:count], tmp_path / str(count) / "family.json", check)
        assert out.rstrip().endswith(BYE)


@pytest.mark.parametrize("silly", ["99", "0", "-1", "x", "1 2 3 4", "\x1b[2J", "٣", "1" * 5000, "?"])
def test_silly_answers_are_asked_again(lesson: Lesson, tmp_path: Path, silly: str) -> None:
    lines = [line for wanted in lines_of(next(ways(lesson))) for line in (silly, wanted)]
    out, _ = walked(lesson, lines, tmp_path / "family.json", check)
    assert "\x1b" not in out


def test_going_back_shows_the_step_before(lesson: Lesson, tmp_path: Path) -> None:
    out, _ = walked(lesson, ["", "b", "", "2", "", "b", "q"], tmp_path / "family.json", check)
    headings = [line.partition(": ")[2] for line in out.splitlines() if line.startswith("Step ")]
    assert headings == ["A read [b]", "A choice", "A read [b]", "A choice", "More than one", "A choice"]


def test_a_family_goes_on_where_it_left(lesson: Lesson, tmp_path: Path) -> None:
    file = tmp_path / "family.json"
    walked(lesson, ["", "2", "", "q"], file, check)
    out, _ = walked(lesson, ["", "q"], file, check)
    assert "You were at step 3 of 10." in out
    assert "Step 3 of 10: More than one" in out
    again, _ = walked(lesson, ["1", "q"], file, check)
    assert "Step 1 of 10" in again


@pytest.mark.parametrize(
    ("band", "words"), [(None, "Small."), (AgeBand.EIGHT, "Small."), (AgeBand.TEN, "Small."), (AgeBand.TWELVE, "Big.")]
)
def test_a_child_reads_the_words_for_its_age(band: AgeBand | None, words: str, tmp_path: Path) -> None:
    path = write(tmp_path, "## Here\n\n> [!CHILD 8-10]\n> Small.\n\n> [!CHILD 11-14]\n> Big.\n")
    if band:
        FamilyFile(tmp_path / "family.json").save(join(Family(), "Bean", band))
    out, _ = walked(read_lesson(path), [""], tmp_path / "family.json", check)
    assert [line.strip() for line in out.splitlines() if line.strip() in {"Small.", "Big."}] == [words]


def test_an_unknown_language_is_english_with_a_word_about_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "klingon")
    out, left = walked(SHIPPED[0], ["q"], tmp_path / "family.json", check)
    assert left == ""
    assert out.startswith("Coach cannot speak COACH_LANGUAGE=klingon, so it speaks English.")
    assert "About" in out
