"""Rules that are kept ready are those that Coach ships today, or they are made anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from coach import own_rules
from coach import rules_cache as at_hand
from coach.engine import compile_rules
from coach.engine.patterns.compiled import Compiled
from coach.engine.patterns.serialize import dump_compiled
from coach.models import Catalog
from coach.rules.own import OwnFolder
from coach.rules_cache import rules_at_hand

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and rights as POSIX has them")


@pytest.fixture(scope="module")
def made(catalog: Catalog) -> Compiled:
    """A few of the rules: all of them would take seconds each time that they are written."""
    return compile_rules(catalog.model_copy(update={"rules": catalog.rules[:5]}))


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch, made: Compiled) -> list[str]:
    """An entry for each time that rules are made; they are those made before."""
    counted = list[str]()

    def make(_: object) -> Compiled:
        counted.append("made")
        return made

    monkeypatch.setattr(at_hand, "compile_rules", make)
    monkeypatch.setattr(at_hand, "read_catalog", lambda: None)
    return counted


@pytest.fixture
def kept(tmp_path: Path, times: list[str]) -> Path:
    path = tmp_path / "cache" / "rules.jsonl"
    rules_at_hand(path)
    times.clear()
    return path


def test_what_is_kept_is_read_again_and_is_its_owners_only(kept: Path, times: list[str], made: Compiled) -> None:
    assert dump_compiled(rules_at_hand(kept)) == dump_compiled(made)
    assert not times
    assert kept.stat().st_mode & 0o077 == 0


def test_rules_made_anew_are_read_back_so_that_nothing_of_their_making_is_held(
    tmp_path: Path, times: list[str], made: Compiled
) -> None:
    rules = rules_at_hand(tmp_path / "cache" / "rules.jsonl")
    assert times == ["made"]
    assert dump_compiled(rules) == dump_compiled(made)
    inside = [rules, rules.terms, rules.lexicon]
    assert not {id(one) for one in inside} & {id(one) for one in (made, made.terms, made.lexicon)}


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def change_a_letter(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"stupid", b"lovely"))


def keep_a_sum_of_something_else(path: Path) -> None:
    path.write_bytes(b"0" * 64 + path.read_bytes()[64:])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def put_a_link_in_its_place(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))


def let_others_write_it(path: Path) -> None:
    path.chmod(0o666)


def delete(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(
    "spoil",
    [
        cut_short,
        change_a_letter,
        keep_a_sum_of_something_else,
        empty,
        put_a_link_in_its_place,
        let_others_write_it,
        delete,
    ],
)
def test_what_is_not_whole_or_not_ours_alone_is_made_anew_and_kept(
    kept: Path, times: list[str], made: Compiled, spoil: Callable[[Path], None]
) -> None:
    spoil(kept)
    assert dump_compiled(rules_at_hand(kept)) == dump_compiled(made)
    rules_at_hand(kept)
    assert times == ["made"]


def test_a_rule_that_changes_makes_them_anew(
    kept: Path, times: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "coach" / "rules"
    (folder / "unkind" / "looks").mkdir(parents=True)
    (folder / "unkind" / "looks" / "teeth.toml").write_text("one")
    monkeypatch.setattr(at_hand, "rules_path", lambda: folder)
    for content in ("one", "two", "two"):
        (folder / "unkind" / "looks" / "teeth.toml").write_text(content)
        rules_at_hand(kept)
    (folder / "unkind" / "looks" / "ears.toml").write_text("three")
    rules_at_hand(kept)
    assert times == ["made"] * 3


def test_the_desktop_build_ships_rules_that_are_used_only_if_they_fit(
    tmp_path: Path, kept: Path, times: list[str], made: Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped, home = tmp_path / "built/rules.jsonl", tmp_path / "home/rules.jsonl"
    shipped.parent.mkdir()
    shipped.write_bytes(kept.read_bytes())
    shipped.chmod(0o644)  # as it is unpacked, and it may belong to the administrator
    monkeypatch.setattr(at_hand, "SHIPPED", shipped)
    monkeypatch.setattr(at_hand, "kept_path", lambda: home)
    monkeypatch.setattr("coach.own_file._is_own", lambda _: False)
    assert dump_compiled(rules_at_hand()) == dump_compiled(made)
    assert (times, home.exists()) == ([], False)
    change_a_letter(shipped)
    rules_at_hand()
    assert (times, home.exists()) == (["made"], True)


def test_no_installed_coach_and_no_checkout_has_rules_beside_the_code() -> None:
    assert not at_hand.SHIPPED.exists()


def test_a_place_that_cannot_be_written_to_costs_time_alone(tmp_path: Path, times: list[str], made: Compiled) -> None:
    (tmp_path / "no-folder").write_text("")
    rules = rules_at_hand(tmp_path / "no-folder" / "rules.jsonl")
    assert dump_compiled(rules) == dump_compiled(made)
    assert times == ["made"]


def test_own_rules_are_compiled_once_until_one_changes(
    tmp_path: Path, made: Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = list[str]()

    def make(*_: object) -> Compiled:
        times.append("made")
        return made

    monkeypatch.setattr(own_rules, "_compiled_own", make)
    monkeypatch.setattr(own_rules, "joined", lambda _, own: own)
    rule = tmp_path / "own/unkind/hair/mop.toml"
    rule.parent.mkdir(parents=True)
    for content in ("one", "one", "two", "three", "four", "five"):
        rule.write_text(content)
        own_rules.with_own_rules(made, [OwnFolder(tmp_path / "own")], tmp_path / "cache")
    assert len(times) == 5
    assert len(list((tmp_path / "cache").iterdir())) == own_rules.MOST_KEPT
    own_rules.forget_compiled(tmp_path / "cache")
    assert not list((tmp_path / "cache").iterdir())
