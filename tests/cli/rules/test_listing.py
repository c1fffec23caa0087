"""`coach rules list`, `show`, `words` and `lint`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from coach.cli import run
from coach.models import Rule
from coach.rules import lexicon_view
from coach.rules.lexicon_view import LexiconView, read_lexicon_view
from tests.proof.test_plugin import RULE
from tests.shipped import shipped_catalog


def rules(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["rules", *arguments]) == 0
    return capsys.readouterr().out


@pytest.fixture(autouse=True)
def lexicon_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped lexicon is read once a run: that takes seconds."""
    monkeypatch.setattr(lexicon_view, "read_lexicon_view", shipped_view)


@cache
def shipped_view(folder: Path | None) -> LexiconView:
    """What `coach rules lexicon` reads where no folder is named, made from the rules that tests share."""
    assert folder is None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexicon_view, "read_own_catalog", lambda _: shipped_catalog())
        return read_lexicon_view()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "unkind/looks/fence.toml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE, encoding="utf-8")
    return tmp_path


def test_all_rules_are_listed_under_their_categories(capsys: pytest.CaptureFixture[str]) -> None:
    lines = rules(capsys, "list").splitlines()
    assert [line.partition(":")[0] for line in lines if line[:1].strip()] == sorted(shipped_catalog().categories)
    names = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
    assert names == [rule.id.rpartition("/")[2] for rule in shipped_catalog().rules]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    "arguments",
    [["--concern", "red-flag", "--category", "meet"], ["--category", "red-flag/meet"], ["--category", "meet"]],
)
def test_the_list_can_be_cut_to_a_category(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = rules(capsys, "list", *arguments)
    assert [line.partition(":")[0] for line in out.splitlines() if line[:1].strip()] == ["red-flag/meet"]


def test_a_rule_is_shown_with_all_that_is_known_about_it(capsys: pytest.CaptureFixture[str], own: Path) -> None:
    out = rules(capsys, "show", "fence", "--rules", str(own))
    for told in (
        "unkind/looks/fence: A remark about teeth",
        "{your} teeth look like {a}? fence",
        "Word sets (`coach rules words NAME` shows one): a, your",
        "omg [your teeth look like a fence](looks)",
        "public: stop.",
        "Aims: somebody, you",
    ):
        assert told in out


@pytest.mark.parametrize("rule", shipped_catalog().rules[::50], ids=lambda rule: rule.id)
def test_shipped_rules_can_be_shown(rule: Rule, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules(capsys, "show", rule.id).startswith(f"{rule.id}:")


def test_word_sets_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert " mum," in rules(capsys, "words")
    assert rules(capsys, "words", "{mum}").startswith("mum: mum, mom,")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["list", "--concern", "xyz"], "choose one of: unkind"),
        (["list", "--category", "lookz"], "looks"),
        (
            ["list", "--concern", "care", "--category", "looks"],
            "bullied, eating, friend-hurting, hurting, unsafe, worried",
        ),
        (["show", "no/such/rule"], "coach rules list"),
        (["words", "zzzzzz"], "coach rules words"),
        (["lexicon", "kind"], "calm words are not in it"),
        (["lint", "no-such-folder"], "no such file or folder"),
    ],
)
def test_a_name_that_is_not_there_is_refused_with_a_fix(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rules", *arguments]) == 2
    assert told in capsys.readouterr().err


def test_an_own_folder_lints_clean_with_its_examples(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules(capsys, "lint", str(own)) == "1 rule: all is well. 10 examples: not tried; --examples tries them.\n"
    assert rules(capsys, "lint", str(own), "--examples") == "1 rule: all is well. 10 examples: hold.\n"


def test_faults_are_told_with_place_caret_and_fix(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own / "unkind/looks/fence.toml"
    path.write_text(RULE.replace("{your}", "{yor}").replace('"nice fence", ', ""), encoding="utf-8")
    assert run(["rules", "lint", str(own)]) == 1
    first, line, caret, fix, *_, last = capsys.readouterr().out.splitlines()
    assert first == f"{path}:2:14: unknown word set `yor`"
    assert line[caret.index("^") :].startswith("{yor}")
    assert fix.startswith("    fix: write {your}")
    assert last == "2 to fix"


def test_an_example_that_does_not_hold_is_told_with_its_place(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own / "unkind/looks/fence.toml"
    broken = RULE.replace("my teeth hurt", "yo your teeth look like a fence").replace("{a}? fence", "{a} fence")
    path.write_text(broken, encoding="utf-8")
    assert run(["rules", "lint", str(own)]) == 0
    assert run(["rules", "lint", str(own), "--examples"]) == 1
    out = capsys.readouterr().out
    assert f"{path}:7:4: not flagged as unkind/looks where it is marked\n" in out
    assert f'{path}:11:12: "your teeth look like a fence" is flagged by unkind/looks/fence\n' in out
    assert out.endswith("2 to fix\n")


def test_the_lexicon_says_what_it_knows_of_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    told = rules(capsys, "lexicon", "minging")
    assert "minging: adjective, about looks, strong" in told
    assert "category: unkind/looks" in told
    assert "said-to-be" in told
    assert "mia is so minging" in told


def test_the_lexicon_lists_its_topics(capsys: pytest.CaptureFixture[str]) -> None:
    told = rules(capsys, "lexicon")
    assert all(f"  {topic} " in told for topic in ("looks", "money", "smell", "character"))


def test_a_slur_is_never_printed_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    known = shipped_catalog().words
    for word in sorted(known["slur"] | known["slur-name"])[:3]:
        told = rules(capsys, "lexicon", word)
        assert word not in told
        assert "a slur" in told
