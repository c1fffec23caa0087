"""Word sets that are looked up word by word may be written with choices: these are written out."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.rules.toml_source import read_toml
from coach.rules.word_sets import MAX_ENTRIES, WordSets


def sets_of(tmp_path: Path, entry: str) -> WordSets:
    path = tmp_path / "words.toml"
    path.write_text(f'day = ["today", "first thing"]\nphrases = ["{entry}"]\n', encoding="utf-8")
    sets = WordSets()
    sets.add(read_toml(path))
    sets.resolve()
    assert not sets.faults
    return sets


@pytest.mark.parametrize(
    ("entry", "in_full"),
    [
        ("drop dead", {"drop dead"}),
        (
            "due {day} (now|at once)?",
            {f"due {day}{end}" for day in ("today", "first thing") for end in ("", " now", " at once")},
        ),
        (
            "(a|the) (big (dog|cat)|hen)",
            {f"{first} {last}" for first in ("a", "the") for last in ("big dog", "big cat", "hen")},
        ),
        ("so+ good", set()),
        (" ".join(["(a|b)?"] * 12) + " c", set()),
    ],
)
def test_choices_are_written_out_where_asked(tmp_path: Path, entry: str, in_full: set[str]) -> None:
    sets = sets_of(tmp_path, entry)
    assert sets.plain_entries(in_full={"phrases"})["phrases"] == in_full
    assert sets.plain_entries()["phrases"] == ({entry} if entry == "drop dead" else set())


def test_as_many_as_a_set_may_have_are_written_out(tmp_path: Path) -> None:
    fits, too_many = (" ".join(["(a|b|c)?"] * count) + " d" for count in (5, 6))
    assert len(sets_of(tmp_path, fits).plain_entries(in_full={"phrases"})["phrases"]) <= MAX_ENTRIES
    assert not sets_of(tmp_path, too_many).plain_entries(in_full={"phrases"})["phrases"]


def test_an_entry_of_too_many_phrases_is_a_fault_where_it_is_written_out(tmp_path: Path) -> None:
    sets = sets_of(tmp_path, " ".join(["(a|b|c)?"] * 6) + " d")
    sets.check_written_out({"other"})
    assert not sets.faults
    sets.check_written_out({"phrases"})
    (fault,) = sets.faults
    assert "`phrases` is written out, and this entry stands for 4,096 phrases: at most 2,000 allowed" in str(fault)
    assert "split it into entries with fewer choices" in str(fault)
