"""`coach rules audiences`: the table of weights, and the reasons."""

from __future__ import annotations

import pytest

from coach.cli import run
from coach.models import Audience
from tests.shipped import shipped_catalog


def test_the_table_has_every_category_and_fits_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "audiences"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 80
    for category in shipped_catalog().categories.values():
        (row,) = (line for line in lines if line.startswith(f"  {category.name} "))
        assert row.split()[2::2] == [category.weight_before(audience).value for audience in Audience]


def test_reasons_are_given_for_a_category(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert run(["rules", "audiences", "rumour", "oversharing/school"]) == 0
    out = capsys.readouterr().out
    for name in ("unkind/rumour", "oversharing/school"):
        for audience in Audience:
            assert shipped_catalog().categories[name].audience[audience].reason in out


def test_an_unknown_category_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "audiences", "rumor"]) == 2
    assert "'rumor'" in capsys.readouterr().err
