"""The text report: phrase underlined in its line, wide characters and long lines included."""

from __future__ import annotations

from itertools import pairwise

from coach.cli.check_text import ReportText
from coach.cli.screen import one_line
from coach.visible import cells, visible
from tests.conftest import Check


def lines(check_text: Check, text: str, width: int = 80, *, colour: bool = False, **message: str) -> list[str]:
    return list(ReportText(colour, width).lines(check_text(text, **message)))


def underlined(report: list[str]) -> list[str]:
    """What stands above each underline."""
    found = []
    for above, below in pairwise(report):
        if set(below.strip()) == {"^"}:
            start = next(n for n in range(len(above)) if cells(above[:n]) == len(below) - len(below.lstrip()))
            found.append(above[start:])
    return found


def test_underline_stands_below_the_phrase(check_text: Check) -> None:
    (shown,) = underlined(lines(check_text, "日本 😀 ur so ugly"))
    assert shown == "ur so ugly"


def test_only_the_line_of_the_phrase_is_shown_and_cut_to_the_width(check_text: Check) -> None:
    report = lines(check_text, "first\n" + "word " * 60 + "ur so ugly" + " word" * 60 + "\nlast", 60)
    (shown,) = underlined(report)
    assert shown.startswith("ur so ugly")
    assert max(map(cells, report)) <= 60
    assert not any("first" in line for line in report)


def test_reason_of_a_category_stands_once(check_text: Check) -> None:
    report = lines(check_text, "ur so ugly. ur so ugly")
    assert sum("For the grown-up" in line for line in report) == 1


def test_care_comes_first_and_thanks_once(check_text: Check) -> None:
    report = lines(check_text, "ur so ugly. i hate myself")
    assert underlined(report) == ["i hate myself", "ur so ugly. i hate myself"]
    assert sum("Thank you" in line for line in report) == 1


def test_colour_only_where_asked(check_text: Check) -> None:
    assert not any("\x1b" in line for line in lines(check_text, "ur so ugly"))
    assert any("\x1b[1;4;" in line for line in lines(check_text, "ur so ugly", colour=True))


def test_visible_shows_controls_as_replacement_characters() -> None:
    assert visible("a\x1b]8;;x\x07\u202e\u2066\x9b\ud800\nb\t") == "a\ufffd]8;;x" + "\ufffd" * 5 + "\nb\t"
    assert one_line("a\nb\tc\r") == "a b c\ufffd"
    assert cells("日e\u0301\u200b") == 3
