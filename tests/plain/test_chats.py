"""A chat, looked at together line by line: read, walked through, answered and left."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from spacy.language import Language

from coach.counsel import CounselledCheck
from coach.course import Course
from coach.family import FamilyFile
from coach.models import Lesson
from coach.plain import Console, PlainSession
from coach.plain.chats import ChatSession
from coach.plain.console import Left, WentBack
from tests.course.samples import every_kind
from tests.small_chats import ASKED, HARMLESS, LONG, PRESSED, QUIET, TEASED, UNCLEAR


def looked(nlp: Language, *lines: str, off: str = "") -> str:
    """What was said, on one line, until the lines end or the chat does."""
    out = io.StringIO()
    console = Console(io.StringIO("".join(f"{line}\n" for line in lines)), out)
    try:
        ChatSession(console, CounselledCheck(nlp, off=off), "GB", None).look()
    except Left:
        out.write("LEFT")
    except WentBack:
        out.write("WENT BACK")
    return " ".join(out.getvalue().split())


def test_a_chat_is_walked_from_mark_to_mark(nlp: Language) -> None:
    said = looked(nlp, "", "p", PRESSED, ".", "2", "3", "", "", "a", "", "")
    assert "A chat is private." in said
    assert "6 messages read from 2 people." in said
    assert "Where it turned, with Pixelfox:" in said
    assert "Mark 1 of 3." in said
    assert "Childline" in said
    assert said.count("a practises") == 1, "a question alone is practised, never a secret or a picture"
    assert said.endswith("When you leave, it is gone from here."), "only a file stays"


def test_the_end_repeats_the_plan_after_an_alarm_and_else_asks_what_was_new(nlp: Language) -> None:
    end = looked(nlp, "", "p", PRESSED, ".", "2", "3", "", "", "", "").rpartition("Enter goes on")[2]
    for words in ("Don't answer Pixelfox any more.", "block Pixelfox", "Tell one more grown-up", "Childline"):
        assert words in end
    assert "what will you do now" not in end
    calm = looked(nlp, "", "p", TEASED, ".", "2", "3", "", "", "")
    assert "what will you do now" in calm
    assert "This is your plan" not in calm


def test_an_answer_is_practised(nlp: Language) -> None:
    said = looked(nlp, "", "p", TEASED, ".", "2", "3", "a", "u loser", "lets build a new one", "", "", "", "")
    assert 'Look at "u loser".' in said
    assert said.count("Nothing to look at again.") == 1


def test_a_personal_question_is_practised_and_own_words_say_why_they_are_marked(nlp: Language) -> None:
    said = looked(nlp, "", "p", ASKED, ".", "2", "3", "", "a", "im 10", "", "", "", "", "")
    assert "You don't have to answer this." in said
    assert 'Look at "im 10".' in said
    assert "Mark 2 of 3. Max: hi nice build" in said
    assert "look at the question before it" in said
    assert said.count("a practises") == 2, "asked once more after the answer; a secret is not practised"


def test_what_cannot_be_read_is_said_and_asked_again(
    nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a longer name would be wrapped
    said = looked(nlp, "", "none.txt", "p", "hello", ".")
    assert "none.txt: No such file" in said
    assert "pasted text: not a chat that Coach knows" in said
    assert said.count("fix:") == 2
    assert said.endswith("LEFT")


def test_what_the_family_switched_off_is_said(nlp: Language) -> None:
    note = "Switched off by your family: unkind/looks."
    assert f"from 2 people. {note}" in looked(nlp, "", "p", PRESSED, ".", "2", "3", "q", off=note)


def test_a_file_is_read_too(nlp: Language, tmp_path: Path) -> None:
    file = tmp_path / "chat.txt"
    file.write_text(HARMLESS, encoding="utf-8")
    said = looked(nlp, "", str(file), "", "")
    assert "You were not sure who the child is" in said
    assert "Nothing to look at again. Coach doesn't keep this chat" in said
    assert said.endswith("The file stays where you saved it.")


def test_the_order_of_unclear_dates_is_asked(nlp: Language) -> None:
    said = looked(nlp, "", "p", UNCLEAR, ".", "2", "1", "2")
    assert "What comes first in this chat?" in said
    assert "2 messages read" in said


def test_a_quiet_flag_is_not_quoted_and_not_answered(nlp: Language) -> None:
    said = looked(nlp, "", "p", QUIET, ".", "1", "2", "a", "", "")
    shown = said.partition("2 messages read")[2]
    assert "Mark 1 of 1." in shown
    assert "hits me" not in shown
    assert "Look at message" not in shown
    assert "What would you answer?" not in shown
    assert "Childline" in shown


@pytest.mark.parametrize("lines", [("b",), ("", "p", PRESSED, ".", "2", "3", "b")])
def test_there_is_a_way_back(nlp: Language, lines: tuple[str, ...]) -> None:
    assert looked(nlp, *lines).endswith("WENT BACK")


def test_b_goes_back_by_one_mark(nlp: Language) -> None:
    said = looked(nlp, "", "p", PRESSED, ".", "2", "3", "", "b", "", "", "b", "", "", "")
    assert said.count("This is your plan now:") == 3, "first, once more by b, and at the end"
    assert said.count("Mark 1 of 3.") == 3
    assert said.count("Mark 2 of 3.") == 2


def test_it_is_chosen_by_number(nlp: Language, tmp_path: Path) -> None:
    lesson: Lesson = every_kind(tmp_path)
    out = io.StringIO()
    console = Console(io.StringIO("3\nb\nq\n"), out)
    session = PlainSession(Course((lesson,)), FamilyFile(tmp_path / "f.json"), lambda _: CounselledCheck(nlp), console)
    session.choose()
    assert "3. Look at a chat together" in out.getvalue()
    assert "A chat is private." in out.getvalue()


def test_a_long_chat_goes_to_the_end_at_once_and_says_the_same_advice_once(nlp: Language) -> None:
    said = looked(nlp, "", "p", LONG, ".", "2", "2", "", "", "e")
    assert said.index("If you do one thing today, do this:") < said.index("Marks 1 to 5 of 8. ")
    assert "the same goes for it" in said
    assert "e goes to the end." in said
    assert said.endswith("When you leave, it is gone from here.")
    assert "Mark 1 of 3." not in looked(nlp, "", "p", PRESSED, ".", "2", "3", "e"), "the plan may be enough"
    short = looked(nlp, "", "p", PRESSED, ".", "2", "3", "", "", "")
    assert "e goes to the end" not in short.partition("Mark 1 of 3.")[2]
