"""Where to report, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.course.test_report import block
from tests.course.writing import check, lesson_of
from tests.plain.driver import walked


def test_a_family_reads_about_the_apps_it_chooses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    lesson = lesson_of(tmp_path, block("apps: WhatsApp, Roblox\nabout: pictures\n"))
    out, left = walked(lesson, ["3", "2", "", ""], tmp_path / "family.json", check)
    assert left == ""
    said = " ".join(out.split())
    for words in (
        "never a private picture. Then report, and only then block.",
        "Roblox: Report: open the menu and tap the flag beside their name.",
        "From: en.help.roblox.com, undated, read in November 2026.",
        "Report Remove (Childline, IWF): childline.org.uk",
        "Take It Down (NCMEC): takeitdown.ncmec.org",
    ):
        assert words in said
    assert "tap the name at the top" not in said


def test_without_pictures_no_service_is_named(tmp_path: Path) -> None:
    out, left = walked(lesson_of(tmp_path, block("apps: Roblox\n")), [""], tmp_path / "family.json", check)
    assert left == ""
    assert "Take It Down" not in out
