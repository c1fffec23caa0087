"""Frames of pandas, as Spark's mapInPandas hands them over, and of polars; skipped where these are not installed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import coach
from coach.models import FLAG_KEYS
from coach.scale.frames import Manner, check_frame, check_frames, check_records
from tests.own import write_hair

pandas = pytest.importorskip("pandas")

TEXTS = ["ur so ugly", "hi", "ring me on 07700 900123 😀", None]


def test_a_frame_gets_count_weight_and_flags_beside_its_own_columns() -> None:
    given = pandas.DataFrame({"who": list("abcd"), "said": TEXTS}, index=[5, 6, 7, 8])
    checked = check_frame(given, "said", audience="public")
    assert list(checked.columns) == ["who", "said", "coach_count", "coach_weight", "coach_flags"]
    assert list(checked.index) == [5, 6, 7, 8]
    assert list(checked["coach_count"]) == [1, 0, 1, 0]
    assert list(checked["coach_weight"]) == ["stop", "", "stop", ""]
    for text, flags in zip(TEXTS, checked["coach_flags"], strict=True):
        expected = coach.check(text or "", audience="public").flags
        assert [(flag["start"], flag["end"], flag["rule"]) for flag in json.loads(flags)] == [
            (flag.start, flag.end, flag.rule) for flag in expected
        ]
    assert list(given.columns) == ["who", "said"]


def test_an_empty_frame_has_the_types_of_a_full_one() -> None:
    full = check_frame(pandas.DataFrame({"text": TEXTS}))
    assert list(check_frame(full.iloc[:0]).dtypes) == list(full.dtypes)


def test_a_polars_frame_gets_the_same_columns() -> None:
    polars = pytest.importorskip("polars")
    given = polars.DataFrame({"who": list("abcd"), "text": TEXTS})
    checked = check_frame(given, audience="public")
    expected = check_frame(pandas.DataFrame({"who": list("abcd"), "text": TEXTS}), audience="public")
    assert checked.columns == list(expected.columns)
    assert [checked[name].to_list() for name in checked.columns[2:]] == [
        list(expected[name]) for name in expected.columns[2:]
    ]
    assert check_frame(given.head(0)).schema == checked.schema


def test_frames_come_one_by_one_as_map_in_pandas_wants_them() -> None:
    frames = iter([pandas.DataFrame({"text": ["ur so ugly"]}), pandas.DataFrame({"text": ["hi"]})])
    assert [list(frame["coach_count"]) for frame in check_frames(frames, second_reader=False)] == [[1], [0]]


def test_own_rules_are_used_as_in_check(tmp_path: Path) -> None:
    given = pandas.DataFrame({"text": ["ur hair looks like a nest"]})
    (checked,) = check_frames(iter([given]), second_reader=False, rules=write_hair(tmp_path))
    assert "unkind/hair/mop" in checked["coach_flags"][0]


def test_records_say_direction_and_audience_themselves() -> None:
    record = {"id": 7, "text": "dont tell ur mum", "direction": "received"}
    text, answer = check_records(["dont tell ur mum", record], Manner())
    assert (text["id"], answer["id"], [flag["concern"] for flag in answer["flags"]]) == ("", "7", ["red-flag"])
    assert tuple(answer["flags"][0]) == FLAG_KEYS
