"""`coach agreement`: shown and saved, or told how to make one."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.cli import run
from coach.family import FamilyFile, family_path, keep_agreement
from coach.models import Agreement
from tests.cli.running import coach


def test_without_an_agreement_it_says_how_to_make_one() -> None:
    status, out, err = coach("agreement", "show")
    assert (status, out) == (2, "")
    assert "choose Our agreement" in err


def test_it_is_shown_and_saved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    agreement = Agreement(child=("I ask \U0001f642.",), grown_up=("I listen.",))
    FamilyFile(family_path()).update(lambda family: keep_agreement(family, agreement))
    assert run(["agreement", "show"]) == 0
    assert "  - I listen." in capsys.readouterr().out
    path = tmp_path / "page.pdf"
    assert run(["agreement", "export", str(path), "--paper", "letter"]) == 0
    assert b"/MediaBox [0 0 612.00 792.00]" in path.read_bytes()
    assert capsys.readouterr().err == ""
    assert run(["agreement", "export", str(path)]) == 2
