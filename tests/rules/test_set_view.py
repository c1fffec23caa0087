"""What word sets are for, and which hold a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.rules.set_view import SetView, read_set_views


@pytest.fixture(scope="module")
def views() -> dict[str, SetView]:
    return {one.name: one for one in read_set_views()}


def test_every_set_of_coach_says_in_a_sentence_what_it_is_for(views: dict[str, SetView]) -> None:
    assert [one.name for one in views.values() if len(one.about) < 3 or not one.about.endswith(".")] == []


@pytest.mark.parametrize(
    ("words", "holding"),
    [
        ("mum", {"mum", "parent"}),
        ("my little sister", {"my-kin"}),
        ("sick of being me", {"over-and-gone"}),
        ("hitting", {"beat-verb"}),
        ("hospital", {"sick-place"}),
        ("xyzzy", set()),
    ],
)
def test_a_word_is_found_in_sets_by_all_their_ways(words: str, holding: set[str], views: dict[str, SetView]) -> None:
    found = {name for name, one in views.items() if one.holds(words.split())}
    assert holding <= found
    assert holding or not found


def test_sets_of_an_own_folder_come_with_their_comment(tmp_path: Path) -> None:
    (tmp_path / "words").mkdir()
    (tmp_path / "words/mine.toml").write_text('# Hats,\n# of any kind.\nhats = ["cap", "{mum} hat"]\nbare = ["x"]\n')
    own = {one.name: one for one in read_set_views(tmp_path) if one.file == "mine.toml"}
    assert (own["hats"].about, own["bare"].about) == ("Hats, of any kind.", "")
    assert own["hats"].holds(["mom", "hat"])
    assert not own["hats"].holds(["hat"])
    assert own["hats"].mentions(["hat"])
