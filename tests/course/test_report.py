"""Where to report: which apps a step offers, how old facts are named, and what a family reads."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from coach.apps import all_apps
from coach.course import read_lesson
from coach.errors import AuthorError
from coach.models import AppHelp, Reporting, StepKind
from coach.models.dated import TERM
from tests.course.writing import faults_in, lesson_of, write

OWN = """\
[[app]]
name = "Birdhouse"
words = ["birdhouse"]
report = "press the bell"
block = "shut the door"
source = "its help page"
dated = "2026-02"
checked = 2026-11-29
"""


def block(text: str) -> str:
    return f"## Here\n\n```report\n{text}```\n"


def report_of(folder: Path, text: str = "") -> Reporting:
    step = lesson_of(folder, block(text)).steps[0]
    assert step.kind is StepKind.REPORT
    assert step.report is not None
    return step.report


def test_a_step_offers_the_apps_that_it_names_or_all(tmp_path: Path) -> None:
    assert report_of(tmp_path).apps == all_apps()
    named = report_of(tmp_path, "apps: roblox, WhatsApp\nabout: pictures\n")
    assert ([app.name for app in named.apps], named.has_pictures) == (["Roblox", "WhatsApp"], True)


def test_an_author_adds_apps_beside_the_lesson(tmp_path: Path) -> None:
    (tmp_path / "apps.toml").write_text(OWN, encoding="utf-8")
    assert [app.name for app in report_of(tmp_path, "apps: Birdhouse\n").apps] == ["Birdhouse"]
    assert report_of(tmp_path).apps[-1].name == "Birdhouse"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("apps: Birdhouse\n", 10, "unknown app `Birdhouse`"),
        ("about: words\n", 10, "unknown matter `words`"),
        ("app: Roblox\n", 10, "unknown key `app`"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    assert (line, 1, problem) in faults_in(write(tmp_path, block(text)))


def test_a_fault_in_the_authors_apps_is_named(tmp_path: Path) -> None:
    (tmp_path / "apps.toml").write_text(OWN.replace("2026-02", "soon"), encoding="utf-8")
    path = write(tmp_path, block(""))

    with pytest.raises(AuthorError) as caught:
        read_lesson(path)
    assert [(fault.path.name, fault.line) for fault in caught.value.faults] == [("apps.toml", 7)]


APP = AppHelp(
    name="Birdhouse",
    words=("birdhouse",),
    report="press the bell",
    block="shut the door",
    source="its help page",
    dated="2026-02",
    checked=date(2026, 11, 29),
)


def test_facts_name_their_source_and_say_when_they_are_old() -> None:
    new, old = date(2026, 2, 28) + TERM, date(2026, 2, 28) + TERM + timedelta(days=1)
    assert list(APP.lines(new)) == [
        "Report: press the bell.",
        "Block: shut the door.",
        "From: its help page, February 2026. Check it in your own app.",
    ]
    assert "February 2026. That is more than a year ago." in list(APP.lines(old))[2]


def test_an_undated_page_is_as_old_as_its_reading() -> None:
    app = APP.model_copy(update={"dated": "undated"})
    assert app.origin(app.checked + TERM) == "From: its help page, undated, read in November 2026."
    assert app.is_old(app.checked + TERM + timedelta(days=1))
    assert APP.model_copy(update={"dated": "2024"}).as_of == date(2024, 12, 31)


def test_every_app_of_coach_says_report_before_block_and_fits_a_screen() -> None:
    for app in all_apps():
        first, second, *_ = app.lines(app.checked)
        assert (first[:8], second[:7]) == ("Report: ", "Block: ")
        assert "same place" not in app.report
        assert "Check it in your own app." in " ".join(app.lines(app.checked))
