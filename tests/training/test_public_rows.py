"""The labels of public comments are complete, and are joined with texts that Coach doesn't ship."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.errors import InputError
from coach.models import Concern
from coach.training import public_rows
from coach.training.corpus_rows import CONCERN_OF
from coach.training.row import HELD_OUT, part_of

LABELS = [
    json.loads(line)
    for line in Path(public_rows.__file__).with_name("public-labels.jsonl").read_text(encoding="utf-8").splitlines()
]


def write(folder: Path, **texts: str) -> Path:
    rows = [json.dumps({"id": name, "text": text}) for name, text in texts.items()]
    (folder / "real_goemotions.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (folder / "real_convabuse.jsonl").write_text("", encoding="utf-8")
    return folder


def label(monkeypatch: pytest.MonkeyPatch, *readings: list[list[object]]) -> None:
    only = {"id": "one", "readings": readings, "borderline": False, "random": True}
    monkeypatch.setattr(public_rows, "_labels", lambda: (only,))


def test_every_label_has_its_place_in_order_and_a_category_of_the_guide() -> None:
    assert len({one["id"] for one in LABELS}) == len(LABELS) >= 1
    for one in LABELS:
        for marks in one["readings"]:
            assert marks == sorted(marks)
            assert all(0 <= start < end and category in CONCERN_OF for start, end, category in marks), one["id"]


def test_two_readers_and_a_fifth_held_out() -> None:
    twice = [one for one in LABELS if len(one["readings"]) == 2]
    held_out = [one for one in LABELS if part_of(one["id"]) == HELD_OUT]
    assert len(twice) == 500
    assert 0.17 < len(held_out) / len(LABELS) < 0.23


def test_only_places_are_stored() -> None:
    assert {key for one in LABELS for key in one} == {"id", "readings", "borderline", "apart", "random"}


def test_what_both_readers_mark_counts_and_what_one_marks_is_disputed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    label(monkeypatch, [[0, 3, "looks"], [5, 9, "hurting"]], [[0, 9, "ability"]])
    (comment,) = public_rows.public_comments(write(tmp_path, one="ugly text"))
    assert comment.concerns == {Concern.UNKIND}
    assert comment.disputed == {Concern.CARE}
    (row,) = public_rows.public_rows(tmp_path)
    assert row.teaches == {Concern.UNKIND, Concern.OVERSHARING}
    assert row.text == "ugly text"


def test_a_missing_comment_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    label(monkeypatch, [])
    with pytest.raises(InputError, match=r"comment one is missing\n    fix: download"):
        list(public_rows.public_comments(write(tmp_path, other="text")))
