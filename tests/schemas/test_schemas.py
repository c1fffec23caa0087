"""The published schemas: made of the models, and true of every file that Coach ships."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from coach.course import lessons_path
from coach.course.case_file import _KEYS as CASE_KEYS
from coach.course.folders import case_files, lesson_files
from coach.course.front_matter import _KEYS as LESSON_KEYS
from coach.packs.template import template_files
from coach.rules import rules_path
from coach.rules.places import CATEGORY_FILE
from coach.rules.rule_file import RuleFile
from coach.schemas import NAMES, REPORT, REPORTS, read_schema
from coach.schemas.making import make_schema
from coach.schemas.registry import MODELS
from tests.cli.running import coach
from tests.conftest import Check


@cache
def validator(name: str) -> Callable[[object], object]:
    """A function that raises for what a schema refuses."""
    compiled: Callable[[object], object] = fastjsonschema.compile(json.loads(read_schema(name)), use_default=False)
    return compiled


def refuses(name: str, value: object) -> str:
    try:
        validator(name)(value)
    except fastjsonschema.JsonSchemaException as error:
        return str(error.message)
    return ""


def toml(path: Path) -> Any:  # noqa: ANN401
    """A TOML file as an editor sees it, and as the guide to lessons says: dates are texts."""
    return json.loads(json.dumps(tomllib.loads(path.read_text(encoding="utf-8")), default=str))


def head(path: Path) -> dict[str, object]:
    """Front matter as an editor sees it: numbers are numbers."""
    lines = path.read_text(encoding="utf-8").split("---\n")[1].splitlines()
    pairs = (line.partition(": ")[::2] for line in lines)
    return {key: int(value) if value.isdigit() else value for key, value in pairs}


def shipped() -> Iterator[tuple[str, Path]]:
    for path in sorted(rules_path().glob("*/*/*.toml")):
        yield ("category" if path.name == CATEGORY_FILE else "rule"), path
    yield from (("doors", path) for path in (lessons_path() / "doors").glob("*.toml"))
    yield from (("lesson", path) for path in lesson_files(lessons_path()))
    yield from (("case", path) for path in case_files(lessons_path()))


def test_every_shipped_file_is_as_its_schema_says() -> None:
    kinds = set[str]()
    for name, path in shipped():
        kinds.add(name)
        assert refuses(name, head(path) if path.suffix == ".md" else toml(path)) == "", path
    assert kinds == {*NAMES} - {REPORT, REPORTS, "pack"}


def test_a_new_pack_is_as_its_schema_says() -> None:
    written = next(text for path, text in template_files("school-dares").items() if path.endswith("pack.toml"))
    assert refuses("pack", tomllib.loads(written.decode())) == ""


@pytest.mark.parametrize("name", MODELS)
def test_the_shipped_schema_is_that_of_the_model(name: str) -> None:
    assert json.loads(read_schema(name)) == make_schema(name), "fix: python -m coach.schemas"


def test_schemas_have_the_keys_that_the_readers_take() -> None:
    assert set(NAMES) == {*MODELS, REPORT, REPORTS}
    assert make_schema("rule")["properties"].keys() == set(RuleFile.keys)
    for name, keys in (("lesson", LESSON_KEYS), ("case", CASE_KEYS)):
        made = make_schema(name)
        assert made["properties"].keys() == set(keys)
        assert set(made["required"]) == {key for key, needed in keys.items() if needed}


def test_whole_documents_are_as_their_schema_says(check_text: Check) -> None:
    reports = [check_text(text).to_dict(text) for text in ("hi", "ur so ugly")]
    assert refuses("reports", reports) == refuses("reports", []) == ""
    assert refuses("reports", reports[0])
    assert refuses("reports", [{"id": 1, "flags": []}])


RULE: dict[str, Any] = {"summary": "x", "patterns": ["a"], "examples": {"flags": ["a"] * 5, "silent": ["b"] * 5}}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rule", {**RULE, "sumary": "x"}),
        ("rule", {**RULE, "patterns": []}),
        ("rule", {**RULE, "aims": ["yu"]}),
        ("rule", {**RULE, "examples": {"flags": ["a"], "silent": ["b"] * 5}}),
        ("rule", {**RULE, "subject": {"side": "left"}}),
        ("category", {"title": "x", "id": "unkind/looks"}),
        ("lesson", {"title": "x", "goal": "y", "minutes": "ten"}),
        ("lesson", {"title": "x", "goal": "y", "minutes": 10, "minuts": 3}),
        ("case", {"title": "x", "goal": "y", "for": "7-9", "lesson": "strangers"}),
        ("doors", {"app": "x" * 17}),
    ],
)
def test_a_slip_is_seen_in_the_editor(name: str, value: object) -> None:
    assert refuses("rule", RULE) == ""
    assert refuses(name, value)


@pytest.mark.parametrize("name", NAMES)
def test_the_command_prints_each(name: str) -> None:
    status, out, err = coach("schema", name)
    assert (status, err) == (0, "")
    assert json.loads(out)["$id"] == f"urn:coach:{name}:1"
