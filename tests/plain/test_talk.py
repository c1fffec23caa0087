"""A chat line by line: days, who writes, answers in own words, and somebody to talk to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.course.test_chat_block import CHAT
from tests.course.writing import check, lesson_of
from tests.plain.driver import walked


def test_an_answer_in_own_words_is_judged_and_sent_by_both(tmp_path: Path) -> None:
    lines = ["3", "ur ugly", "", "3", "hm no", "", "hm no", "1", "1", ""]
    out, left = walked(lesson_of(tmp_path, CHAT), lines, tmp_path / "family.json", check)
    assert left == ""
    said = " ".join(out.split())
    for words in (
        "Fox is somebody you only know online. Monday: Fox: cool castle Friday: Fox: what school r u at?",
        "3. Write your own answer",
        'Look again. Look at "ugly" again.',
        "Grown-up: is that fine with you?",
        "You: hm no Good. You saw 1 of 2 ways",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("partner", "words"),
    [
        ("ai", "Fox is a chatbot. That is a program, and nobody is there."),
        ("hurting", "Fox is a friend who is not all right."),
    ],
)
def test_who_writes_is_said(tmp_path: Path, partner: str, words: str) -> None:
    lesson = lesson_of(tmp_path, CHAT.replace("stranger", partner))
    out, _ = walked(lesson, ["2", ""], tmp_path / "family.json", check)
    assert words in " ".join(out.split())
    assert ("Somebody to talk to, outside the home too:" in out) is (partner == "hurting")
