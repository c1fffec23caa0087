"""The authors' guide shows a rule that is sound, and says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coach.cli import run
from coach.models import DEFAULT_AIMS, Aim, Audience, Catalog, Concern, Role, Setting, accepted_settings
from coach.rules import read_catalog, rules_path
from coach.rules.never_say import unsafe_advice

GUIDE = (rules_path() / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The guide's rule in the file that the guide names."""
    (name,) = re.findall(r"`my-rules/(\S+\.toml)`", GUIDE)
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)[0], encoding="utf-8")
    return tmp_path


def test_the_rule_of_the_guide_lints_clean_and_its_examples_hold(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rules", "lint", str(folder), "--examples"]) == 0
    assert capsys.readouterr().out == "1 rule: all is well. 10 examples: hold.\n"


@pytest.mark.parametrize("names", [Aim, Setting, Audience], ids=lambda kind: str(kind.__name__))
def test_every_aim_setting_and_audience_is_explained(names: type[Aim] | type[Setting] | type[Audience]) -> None:
    assert [name for name in names if f"`{name}`" not in GUIDE] == []


@pytest.mark.parametrize("concern", Concern)
def test_the_defaults_of_a_concern_are_those_of_the_guide(catalog: Catalog, concern: Concern) -> None:
    (row,) = re.findall(rf"^\| `{concern}` \| (.+) \| (.+) \|$", GUIDE, re.MULTILINE)
    assert DEFAULT_AIMS[concern] == (set(Aim) if row[0] == "anybody" else set(row[0].split(", ")))
    told = set(re.findall(r"[a-z]+", row[1].partition(":")[0]))
    assert told == accepted_settings(catalog.policy, concern)


def test_the_advice_of_the_guide_is_sound(tmp_path: Path) -> None:
    (advice,) = (block for block in re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL) if "[writer]" in block)
    weights = "".join(f'[audience.{one}]\nweight = "stop"\nreason = "Because."\n' for one in Audience)
    path = tmp_path / "oversharing" / "address" / "category.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f'title = "T"\nlesson = ""\nsource = "S"\n{weights}{advice}', encoding="utf-8")
    catalog = read_catalog(tmp_path)
    assert catalog.categories["oversharing/address"].advice(Role.WRITER, Audience.FRIEND).steps == (
        "Ask your grown-up to send it to the right parent.",
    )
    assert list(unsafe_advice(catalog, tmp_path)) == []


@pytest.mark.parametrize("concern", Concern)
def test_the_roles_of_a_concern_are_those_of_the_guide(catalog: Catalog, concern: Concern) -> None:
    table = GUIDE.partition("| concern | roles |")[2].partition("\n\n")[0]
    (row,) = re.findall(rf"^\|.*`{concern}`.*\| (.+) \|$", table, re.MULTILINE)
    told = row.partition(" (")[0].split(", ")
    usual = [category for category in catalog.categories.values() if category.id != "care/friend-hurting"]
    assert {category.roles for category in usual if category.concern is concern} == {tuple(map(Role, told))}


def test_named_commands_and_sets_exist(catalog: Catalog) -> None:
    for action in set(re.findall(r"coach rules ([a-z]+)", GUIDE)):
        with pytest.raises(SystemExit) as left:
            run(["rules", action, "--help"])
        assert left.value.code == 0
    assert {"people", "things", "negations", "very", "your", "you-are"} <= catalog.words.keys()
