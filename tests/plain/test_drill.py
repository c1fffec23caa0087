"""The drill of first words, line by line."""

from __future__ import annotations

from pathlib import Path

from coach.plain.drill import GOES_ON, TRY_AGAIN
from tests.course.test_tell import TELL
from tests.course.writing import check, lesson_of
from tests.plain.driver import walked


def test_the_child_has_the_last_word(tmp_path: Path) -> None:
    lesson = lesson_of(tmp_path, TELL)
    glad = "glad you told me, i am here"
    lines = ["9", "1", "2", "", "why did you", "im glad you told me, we are alone in this", glad, "", glad, "1", ""]
    out, left = walked(lesson, lines, tmp_path / "family.json", check)
    assert left == ""
    said = " ".join(out.split())
    for words in (
        "Child, say this as if it were true: I sent somebody a picture, and now they want more.",
        "Look again. Your child hears: I am the problem.",
        "Now it can breathe.",
        'Look again. Look at "why did you" again.',
        "Look again. Thank you for saying it.",
        "Now ask the child: would you go on telling?",
        TRY_AGAIN,
        GOES_ON,
        "Swap: The grown-up tells something awkward.",
        "You did it, together!",
    ):
        assert words in said


def test_whoever_stops_before_is_not_asked_to_swap(tmp_path: Path) -> None:
    out, left = walked(lesson_of(tmp_path, TELL), ["2", "", ""], tmp_path / "family.json", check)
    assert left == ""
    assert "Swap" not in out
