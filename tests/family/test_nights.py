"""The days of family nights, and the certificate at the end of the course."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from coach.errors import InputError
from coach.family import had_night, is_night_had, promise_again, save_certificate
from coach.family.certificate_page import html
from coach.models import Family
from coach.models.certificate import Certificate
from coach.models.family import MAX_NIGHTS

SUNDAY = date(2027, 1, 3)
CERTIFICATE = Certificate(child="Żółw <b>", grown_up="", lessons=18, day=SUNDAY)


def test_a_week_has_one_night_however_often_the_family_sits_down() -> None:
    family = had_night(had_night(Family(), SUNDAY), SUNDAY - timedelta(days=6))
    assert family.nights == (SUNDAY,)
    assert is_night_had(family, SUNDAY)
    assert not is_night_had(family, SUNDAY + timedelta(days=1))
    assert had_night(family, SUNDAY + timedelta(days=50)).nights == (SUNDAY, SUNDAY + timedelta(days=50))


def test_the_newest_nights_are_kept() -> None:
    family = Family(nights=tuple(SUNDAY + timedelta(weeks=week) for week in range(MAX_NIGHTS)))
    last = SUNDAY + timedelta(weeks=MAX_NIGHTS)
    assert had_night(family, last).nights == (*family.nights[1:], last)


def test_a_promise_made_again_is_the_newest() -> None:
    assert promise_again(Family(promises=("one", "two")), "one").promises == ("two", "one")


def test_the_certificate_has_the_names_as_typed(tmp_path: Path) -> None:
    page = html(CERTIFICATE)
    assert "Żółw &lt;b&gt; and a grown-up" in page
    assert "18 lessons" in page
    assert "03 January 2027" in page
    save_certificate(CERTIFICATE.model_copy(update={"child": "Robo", "grown_up": "Ada"}), tmp_path / "it.pdf")
    assert (tmp_path / "it.pdf").read_bytes().startswith(b"%PDF-")
    assert save_certificate(CERTIFICATE, tmp_path / "it.html") == ""


def test_no_file_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "it.html").write_text("mine", encoding="utf-8")
    for name in ("it.html", "it.docx"):
        with pytest.raises(InputError, match="fix: "):
            save_certificate(CERTIFICATE, tmp_path / name)
    assert (tmp_path / "it.html").read_text(encoding="utf-8") == "mine"
