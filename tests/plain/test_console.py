"""Lines out are wrapped and safe; lines in end the session when they end."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from coach.course import Course
from coach.family import FamilyFile
from coach.helplines import lines_near
from coach.models import AgeGroup, Counsel, Edit, Family, Lesson, Message, Report, Rewrite, RewriteKind
from coach.plain import Console, Left, PlainSession
from coach.plain.console import HELP, LONGEST, WentBack
from coach.plain.practices import tell
from tests.course.samples import every_kind
from tests.course.writing import check
from tests.uncounselled import Uncounselled


class Counselling:
    """Puts other words in the place of `ugly`."""

    def __call__(self, message: Message, /) -> Report:
        return check(message)

    def counsel(self, report: Report, _: AgeGroup | None = None, /) -> Counsel:
        text = report.message.text
        ways = (
            Rewrite(
                text=text.replace("ugly", words),
                kind=RewriteKind.SAY,
                edits=(Edit(start=text.index("ugly"), end=text.index("ugly") + 4, text=words),),
            )
            for words in ("fun", "___")
            if "ugly" in text
        )
        return Counsel(rewrites=tuple(ways))


def console(*lines: str) -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(io.StringIO("".join(f"{line}\n" for line in lines)), out, 40), out


def test_lines_are_wrapped_and_hidden_characters_shown() -> None:
    shell, out = console()
    shell.say("\x1b]52;c;aGk=\x07 " + "word " * 30, "  ")
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= 40
    assert "\x1b" not in out.getvalue()


def test_the_end_of_the_input_leaves() -> None:
    shell, _ = console()
    with pytest.raises(Left):
        shell.ask("What?")


def test_a_line_that_is_too_long_is_passed_over_and_asked_for_again() -> None:
    shell, out = console("a" * (3 * LONGEST), "b" * LONGEST, "hi")
    assert shell.ask("What?") == "hi"
    assert out.getvalue().count("too long for me") == 2
    endless = Console(io.StringIO("a" * (LONGEST + 1)), io.StringIO(), 40)
    with pytest.raises(Left):
        endless.ask("What?")


@pytest.mark.parametrize(("line", "raised"), [("q", Left), ("Q", Left), (" b ", WentBack)])
def test_letters_leave_and_go_back(line: str, raised: type[Exception]) -> None:
    shell, _ = console(line)
    with pytest.raises(raised):
        shell.ask("What?")


def test_help_is_shown_and_the_question_asked_again() -> None:
    shell, out = console("?", "yes")
    assert shell.ask("What?") == "yes"
    assert " ".join(out.getvalue().split()) == f"What? {HELP} What?"


def test_an_interrupt_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> str:
        raise KeyboardInterrupt

    lines = io.StringIO()
    monkeypatch.setattr(lines, "readline", interrupt, raising=False)
    with pytest.raises(Left):
        Console(lines, io.StringIO()).ask("What?")


def test_a_draft_that_was_read_in_pieces_is_said_to_be_long(tmp_path: Path) -> None:
    lesson: Lesson = every_kind(tmp_path)
    shell, out = console("2", "hi", "q")
    PlainSession(
        Course((lesson,)),
        FamilyFile(tmp_path / "family.json"),
        lambda _: Uncounselled(lambda message: Report(message=message, pieces=3)),
        shell,
    ).choose()
    assert "A long message: 2 characters, read in 3 pieces." in " ".join(out.getvalue().split())


def test_a_lesson_or_a_draft_is_chosen_by_number(tmp_path: Path) -> None:
    lesson: Lesson = every_kind(tmp_path)
    shell, out = console("7", "2", "ur ugly", "2", "hi", "1", "b", "q")
    course = Course((lesson,), unread_packs=("school-dares",))
    PlainSession(course, FamilyFile(tmp_path / "family.json"), lambda _: Counselling(), shell).choose()
    text = " ".join(out.getvalue().split())
    assert text.count("The pack school-dares was not read") == 1
    assert "Type a number from 1 to 5" in text
    assert 'Look at "ugly". Looks are hard to change. - Breathe out. You could send: ur fun Or: ur ___' in text
    assert "Nothing to look at again." in text
    assert text.count("Step 1 of 10") == 2
    assert text.endswith("Bye!")


def test_the_last_entry_of_the_menu_names_people_who_help(tmp_path: Path) -> None:
    shell, out = console("5", "", "q")
    file = FamilyFile(tmp_path / "family.json")
    file.save(Family(country="IE"))
    PlainSession(Course((every_kind(tmp_path),)), file, lambda _: Counselling(), shell).choose()
    text = " ".join(out.getvalue().split())
    assert "5. People who help Type a number" in text
    for words in ("It is not your fault.", *(line.name for line in lines_near("IE")), "7. Ask again tomorrow."):
        assert words in text


def test_where_nothing_can_stay_that_is_said() -> None:
    shell, out = console()
    report = check(Message(text="ugly"))
    tell(shell, report, Counsel(nothing="Wait\x1b, or say what you need: ___"))
    assert out.getvalue().endswith("  Wait\ufffd, or say what you need: ___\n")


def test_whoever_may_be_hurting_is_given_steps_but_no_rewrite() -> None:
    shell, out = console()
    tell(shell, check(Message(text="alone")), Counsel(comfort="That hurts\x1b."))
    assert "- Breathe out." in out.getvalue()
    assert "You could send" not in out.getvalue()


def test_what_cannot_be_kept_is_said_once(tmp_path: Path) -> None:
    lesson = every_kind(tmp_path)
    blocked = tmp_path / "file"
    blocked.write_text("here is no folder", encoding="utf-8")
    shell, out = console("", "2", "", "q")
    PlainSession(
        Course((lesson,)), FamilyFile(blocked / "family.json", patience=0.1), lambda _: Uncounselled(check), shell
    ).walk(lesson)
    assert " ".join(out.getvalue().split()).count("cannot be saved today") == 1
