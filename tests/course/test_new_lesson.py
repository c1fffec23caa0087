"""A new lesson lints clean; a translation knows when its original changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from coach.counsel import CounselledCheck
from coach.course import new_lesson, new_translation, read_lesson
from coach.course.lint import lint_paths
from coach.errors import InputError
from tests.course.writing import check as few_words
from tests.shipped_course import shipped_course

SHIPPED = shipped_course().lessons


def test_a_new_lesson_lints_clean(nlp: Language, tmp_path: Path) -> None:
    path = new_lesson("Good [night], *group* chat: ok?", tmp_path)
    assert path.name == "01-good-night-group-chat-ok.md"
    assert read_lesson(path).title == "Good [night], *group* chat: ok?"
    assert lint_paths([path], CounselledCheck(nlp)).faults == ()


def test_the_next_free_number_is_taken(tmp_path: Path) -> None:
    assert new_lesson("One", tmp_path, 7).name == "07-one.md"
    assert new_lesson("Two", tmp_path).name == "08-two.md"


@pytest.mark.parametrize(("title", "number"), [("???", None), ("One", None), ("Two", 1), ("Two", 100), ("Two", -1)])
def test_no_file_is_written_over_and_no_name_is_made_up(tmp_path: Path, title: str, number: int | None) -> None:
    first = new_lesson("One", tmp_path)
    before = first.read_bytes()
    with pytest.raises(InputError, match="fix: "):
        new_lesson(title, tmp_path, number)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [before]


@pytest.mark.parametrize("name", [f"{SHIPPED[0].number:02}-{SHIPPED[0].name}", SHIPPED[0].name])
def test_a_translation_begins_fresh(tmp_path: Path, name: str) -> None:
    path = new_translation("Fremde", tmp_path, name, "de")
    lesson = read_lesson(path)
    assert (lesson.title, lesson.language, lesson.original) == ("Fremde", "de", SHIPPED[0].name)
    assert lesson.steps[-1].heading == SHIPPED[0].steps[-1].heading
    left = [fault for fault in lint_paths([path], few_words).faults if "still as in" not in fault.problem]
    assert left == []


@pytest.mark.parametrize(("name", "language"), [("no-such", "de"), ("strangers", "german!")])
def test_what_cannot_be_translated_is_said(tmp_path: Path, name: str, language: str) -> None:
    with pytest.raises(InputError, match="fix: "):
        new_translation("Fremde", tmp_path, name, language)


@pytest.fixture
def translated(tmp_path: Path) -> tuple[Path, Path]:
    """An original with five steps, and its translation."""
    original = new_lesson("First words", tmp_path)
    return original, new_translation("Erste Worte", tmp_path, "first-words", "de")


STILL = "still as in the original: "


def linted(path: Path) -> list[tuple[int, str]]:
    return [(fault.line, fault.problem) for fault in lint_paths([path], few_words).faults]


def stale(path: Path) -> list[tuple[int, str]]:
    return [(line, problem) for line, problem in linted(path) if not problem.startswith(STILL)]


def untouched(path: Path) -> list[tuple[int, str]]:
    return [(line, problem.removeprefix(STILL)) for line, problem in linted(path) if problem.startswith(STILL)]


def test_every_step_that_is_still_english_is_named(translated: tuple[Path, Path]) -> None:
    _, translation = translated
    lines = translation.read_text().split("\n")
    found = untouched(translation)
    assert found[0] == (3, "`You can say in one sentence what you tw\u2026`")
    assert found[1] == (lines.index("## Sit together") + 1, "`Sit together`, and 5 more in this step")
    assert len(found) == 1 + sum(line.startswith("## ") for line in lines)


def test_a_step_that_is_translated_in_part_is_named_once(translated: tuple[Path, Path]) -> None:
    _, translation = translated
    before = untouched(translation)
    text = translation.read_text()
    for english, german in (
        ("Sit together", "Setzt euch"),
        ("Sit side by side, so that you can both see.", "Setzt euch nebeneinander, damit ihr beide etwas seht."),
        (
            'Ask: "What was so funny about it?" Say: "Tell me more."',
            'Frag: "Was war daran lustig?" Sag: "Erz\u00e4hl mehr."',
        ),
    ):
        assert english in text
        text = text.replace(english, german)
    translation.write_text(text, encoding="utf-8")
    (line, problem) = untouched(translation)[1]
    assert problem == "`What made you laugh online?`, and 1 more in this step"
    assert text.split("\n")[line - 1].startswith("> What made you laugh online?")
    assert len(untouched(translation)) == len(before)


def test_a_variant_of_the_same_language_may_keep_its_words(tmp_path: Path) -> None:
    new_lesson("First words", tmp_path)
    assert untouched(new_translation("American words", tmp_path, "first-words", "en-US")) == []


def test_a_changed_step_is_named_where_it_is_translated(translated: tuple[Path, Path]) -> None:
    original, translation = translated
    original.write_text(original.read_text().replace("made you laugh", "made you smile"), encoding="utf-8")
    line = translation.read_text().split("\n").index("## Sit together") + 1
    assert stale(translation) == [(line, "`Sit together` has changed in the original")]


def test_spaces_and_the_front_matter_make_nothing_stale(translated: tuple[Path, Path]) -> None:
    original, translation = translated
    text = original.read_text().replace("minutes: 10", "minutes: 11").replace("\n\n", "  \n\n")
    original.write_text(text, encoding="utf-8")
    assert stale(translation) == []


def test_new_and_lost_steps_are_named(translated: tuple[Path, Path]) -> None:
    original, translation = translated
    text = original.read_text()
    original.write_text(f"{text}\n## One more\n\nText.\n", encoding="utf-8")
    assert stale(translation) == [(7, "`One more` is new in the original")]
    without = text.replace(text[text.index("## What do you think") : text.index("## Our promise")], "")
    original.write_text(without, encoding="utf-8")
    line = translation.read_text().split("\n").index("## What do you think") + 1
    assert stale(translation) == [(line, "step 5 was removed from the original")]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("original: 01-first-words", "original: no-such", "unknown lesson `no-such`"),
        ("original: 01-first-words\n", "", "`version` without an `original`"),
        ("language: de\n", "", "a translation without a `language`"),
        ("language: de", "language: german language", "invalid language tag"),
        ("version: ", "version: xyz ", "invalid fingerprint `xyz`"),
    ],
)
def test_the_keys_of_a_translation(translated: tuple[Path, Path], old: str, new: str, problem: str) -> None:
    _, translation = translated
    translation.write_text(translation.read_text().replace(old, new, 1), encoding="utf-8")
    assert problem in [each[1] for each in stale(translation)]
