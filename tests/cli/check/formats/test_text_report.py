"""The text report: phrase underlined in its line, wide characters and long lines included."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coach.cli.check.formats.text_report import TextReport
from coach.cli.check.inputs.entries import InputMessage, Origin
from coach.cli.terminal import one_line
from coach.models import Message
from coach.visible import cells, clipped, visible
from tests.conftest import Check


def lines(check_text: Check, text: str, width: int = 80, *, colour: bool = False, **message: str) -> list[str]:
    return list(TextReport(colour, width).lines(check_text(text, **message)))


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
    assert "\u2026 word word word word ur so ugly word word word word \u2026" in " ".join(" ".join(report).split())


def test_reason_of_a_category_stands_once(check_text: Check) -> None:
    report = lines(check_text, "ur so ugly. ur so ugly")
    assert sum("For the grown-up" in line for line in report) == 1


def test_care_comes_first_and_thanks_once(check_text: Check) -> None:
    report = lines(check_text, "ur so ugly. i hate myself")
    assert underlined(report) == ["i hate myself", "ur so ugly. i hate myself"]
    assert sum("I'm glad you wrote it down." in line for line in report) == 1


def test_colour_only_where_asked(check_text: Check) -> None:
    assert not any("\x1b" in line for line in lines(check_text, "ur so ugly"))
    assert any("\x1b[1;4;" in line for line in lines(check_text, "ur so ugly", colour=True))


def test_visible_shows_controls_as_replacement_characters() -> None:
    assert visible("a\x1b]8;;x\x07\u202e\u2066\x9b\ud800\nb\t") == "a\ufffd]8;;x" + "\ufffd" * 5 + "\nb\t"
    assert one_line("a\nb\tc\r") == "a b c\ufffd"
    assert cells("日e\u0301\u200b") == 3


def test_a_text_is_clipped_between_words() -> None:
    assert clipped("one two three", 13) == "one two three"
    assert clipped("one two three", 12) == "one two\u2026"
    assert clipped("one two three", 8) == "one two\u2026"
    assert clipped("unbreakable", 5) == "unbr\u2026"


def test_a_report_says_its_line_and_a_message_where_it_stands(check_text: Check) -> None:
    report = lines(check_text, "hi\nur so ugly\n\ni hate myself")
    assert "  !! pause: unkind, looks (line 2)" in report
    assert any("care" in line and line.endswith("(line 4)") for line in report)
    assert not any("(line" in line for line in lines(check_text, "ur so ugly"))


@pytest.mark.parametrize(
    ("origin", "name", "told"),
    [
        (Origin(1), "1", ""),
        (Origin(1, "draft.txt"), "1", "draft.txt:"),
        (Origin(3, "", "lines"), "3", "line 3:"),
        (Origin(3, "a.jsonl", "jsonl"), "x\x1b", "a.jsonl, line 3, id x\ufffd:"),
        (Origin(3, "a.parquet", "parquet"), "3", "a.parquet, row 3:"),
    ],
)
def test_a_message_of_many_is_named_before_its_report(origin: Origin, name: str, told: str, check_text: Check) -> None:
    entry = InputMessage(name, Message(text="hi"), origin)
    written = "".join(TextReport(colour=False, width=80).body(entry, check_text("hi")))
    assert written == f"{told}\nNothing to look at again.\n".removeprefix("\n")


def test_a_long_line_is_shown_in_time_in_proportion_to_its_flags(check_text: Check) -> None:
    text = "ur so ugly " * 4_000
    report = check_text(text)
    with_flags = TextReport(colour=False, width=80)
    assert sum(len(line) for line in with_flags.lines(report)) < 400 * len(report.flags)
    assert max(map(len, with_flags.lines(report))) <= 80
