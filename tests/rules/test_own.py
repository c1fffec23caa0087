"""Own rules are read beside Coach's: they add, and replace words, never weights."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.cli.rules.lint import lint_folder
from coach.errors import AuthorError, InputError
from coach.models import Audience, Catalog, Weight
from coach.rules import own
from coach.rules.catalog import read_added_catalog
from coach.rules.own import MAX_FOLDERS, OwnFolder, added_together, beside, lighter_weights, read_own_folders
from tests.own import HAIR, category, write, write_hair


@pytest.fixture(scope="module")
def hair(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return read_added_catalog(write_hair(tmp_path_factory.mktemp("hair")))


def test_a_category_of_ones_own_comes_with_its_texts_and_nothing_of_coach(hair: Catalog) -> None:
    assert [*hair.categories] == ["unkind/hair"]
    assert [rule.id for rule in hair.rules] == ["unkind/hair/mop"]
    assert (hair.words, hair.spelling, hair.policy) == ({}, {}, {})


def test_a_name_that_is_taken_gets_a_number_and_both_rules_count(hair: Catalog) -> None:
    both = added_together([hair, hair], ["unkind/hair/mop"])
    assert [rule.id for rule in both.rules] == ["unkind/hair/mop-2", "unkind/hair/mop-3"]


def test_a_text_is_replaced_and_its_weight_is_not_lowered(catalog: Catalog, hair: Catalog) -> None:
    shipped = catalog.categories["unkind/looks"]
    lighter = {one: each.model_copy(update={"weight": Weight.NOTICE}) for one, each in shipped.audience.items()}
    mine = shipped.model_copy(update={"title": "Mine", "audience": lighter})
    found = beside(catalog, hair.model_copy(update={"categories": {mine.id: mine}})).categories[mine.id]
    assert found.title == "Mine"
    assert all(found.weight_before(one) is shipped.weight_before(one) for one in Audience)


@pytest.mark.parametrize(
    ("name", "problem", "fix"),
    [
        ("unkind/lookz/mop.toml", "unknown category `unkind/lookz`", "a category of your own needs the file"),
        ("unkind/Big Hair/mop.toml", "invalid category name `Big Hair`", "use up to 24 lower-case letters"),
        ("rude/hair/mop.toml", "unknown concern `rude`", "use one of: unkind"),
    ],
)
def test_a_category_of_ones_own_needs_a_text_a_name_and_a_concern(
    tmp_path: Path, name: str, problem: str, fix: str
) -> None:
    write(tmp_path / name, HAIR)
    if "Big" in name:
        write(tmp_path / "unkind/Big Hair/category.toml", category("x"))
    with pytest.raises(AuthorError) as caught:
        read_added_catalog(tmp_path)
    assert {fault.problem for fault in caught.value.faults} == {problem}
    assert fix in caught.value.faults[0].fix


def test_a_pack_replaces_no_text_and_nobody_gives_advice_that_is_unsafe(tmp_path: Path) -> None:
    write_hair(tmp_path)
    write(tmp_path / "unkind/looks/category.toml", category("Mine").replace("Leave it out.", "Meet them at school."))
    with pytest.raises(AuthorError) as caught:
        read_own_folders([OwnFolder(tmp_path, may_replace=False)], ())
    told = str(caught.value)
    assert "`unkind/looks` is a category of Coach: a pack only adds" in told


def test_lint_names_a_weight_below_coachs(tmp_path: Path) -> None:
    write_hair(tmp_path)
    write(tmp_path / "unkind/looks/category.toml", category("Mine", "notice"))
    faults = list(lighter_weights(read_added_catalog(tmp_path), tmp_path))
    assert {fault.problem.partition(":")[0] for fault in faults} == {f"`notice` for {one}" for one in Audience}
    assert all(fault.quote == 'weight = "notice"' for fault in faults)


def test_lint_names_a_lesson_that_nobody_has(tmp_path: Path) -> None:
    write_hair(tmp_path)
    named = category("Hair").replace('lesson = "mean-words"', 'lesson = "mean-word"')
    write(tmp_path / "unkind/hair/category.toml", named)
    (fault,) = lint_folder(tmp_path, [tmp_path], examples=False).faults
    assert (fault.line, fault.problem, fault.fix) == (2, "unknown lesson `mean-word`", "use mean-words")
    write(tmp_path / "lessons/01-mean-word.md", "")
    assert not lint_folder(tmp_path, [tmp_path], examples=False).faults


def test_folders_that_are_too_slow_together_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [OwnFolder(write_hair(tmp_path / name)) for name in ("one", "two")]
    monkeypatch.setattr(own, "MAX_WAYS_IN_ALL", 1)
    assert read_own_folders(folders[:1], ()).rules
    with pytest.raises(InputError, match="too slow"):
        read_own_folders(folders, ())


def test_too_many_folders_are_refused() -> None:
    with pytest.raises(InputError, match="at most"):
        read_own_folders([OwnFolder(Path(str(number))) for number in range(MAX_FOLDERS + 1)], ())
