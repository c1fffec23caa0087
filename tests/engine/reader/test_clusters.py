"""Words of like meaning share a kind."""

from __future__ import annotations

import numpy as np
import pytest

from coach.engine.reader import KINDS_PATH
from coach.engine.reader.clusters import KINDS, kind_runs, read_kinds, run_places


def numbers(*words: str | None) -> list[list[int]]:
    """Kinds alone, kinds side by side, kind and word, word and kind, three kinds."""
    count = len(words)
    ends = np.cumsum([count + 2, count + 1, count + 1, count + 1])
    return [part.tolist() for part in np.split(kind_runs(words, 17), ends)]


def test_every_word_has_one_kind_and_is_plain() -> None:
    words = KINDS_PATH.read_text(encoding="utf-8").split()
    assert len(words) == len(set(words)) == len(read_kinds())
    assert all(word.isascii() and word.isalpha() and word == word.lower() for word in words)


@pytest.mark.parametrize(("one", "other"), [("mum", "mother"), ("awful", "terrible"), ("tuesday", "thursday")])
def test_words_of_like_meaning_share_a_kind(one: str, other: str) -> None:
    assert read_kinds()[one] == read_kinds()[other] != read_kinds()["banana"]


def test_what_is_seen_of_a_kind_does_not_depend_on_the_word() -> None:
    kinds, _, beside, before, runs = numbers("so", "awful", None)
    same, _, other_beside, other_before, other_runs = numbers("so", "terrible", None)
    assert (kinds, runs) == (same, other_runs)
    assert (beside, before) != (other_beside, other_before)


def test_words_without_a_kind_are_told_apart() -> None:
    assert numbers("zorbly")[0] != numbers("quiffen")[0]


def test_runs_cover_the_words_that_they_are_about() -> None:
    starts, ends = run_places(2, KINDS)
    covered = list(zip(starts.tolist(), ends.tolist(), strict=True))
    pairs = [(0, 1), (0, 2), (1, 2)]
    assert covered == [(0, 0), (0, 1), (1, 2), (2, 2), *pairs, *pairs, *pairs, (0, 2), (0, 2)]
    assert len(covered) == len(kind_runs(["we", "go"], 17))


def test_numbers_are_the_same_on_every_machine() -> None:
    assert numbers("zorbly")[0] == [81006, 99822, 81006]


def test_numbers_have_so_many_bits() -> None:
    assert kind_runs(["we", "zorbly", None, "go"], 5).max() < 32
