"""`coach check --rules`, COACH_RULES, and what a family switched off, as a report says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach import own_rules
from coach.cli import run
from coach.models import Catalog
from coach.rules.own import beside
from tests.own import write_hair
from tests.shipped import shipped_compiled

NEST = "ur hair looks like a nest"


@pytest.fixture(autouse=True)
def shipped(monkeypatch: pytest.MonkeyPatch, catalog: Catalog) -> None:
    monkeypatch.setattr(own_rules, "rules_at_hand", shipped_compiled)
    monkeypatch.setattr("coach.rules.read_own_catalog", lambda folder: catalog if folder is None else None)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = run([*arguments])
    return (status, *capsys.readouterr())


def test_own_rules_are_used_beside_coachs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = str(write_hair(tmp_path))
    status, out, err = said(capsys, "check", "--rules-only", "--rules", own, f"{NEST}. ur so ugly")
    assert (status, err) == (1, "")
    assert "!! pause: unkind, hair" in out
    assert "!! pause: unkind, looks" in out
    monkeypatch.setenv("COACH_RULES", own)
    status, out, _ = said(capsys, "check", "--own-rules-only", f"{NEST}. ur so ugly")
    assert (status, "unkind, hair" in out, "looks" in out.replace("hair looks", "")) == (1, True, False)


def test_own_rules_alone_never_sound_calm(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = ("--rules", str(write_hair(tmp_path)), "--own-rules-only")
    status, out, _ = said(capsys, "check", *own, "kill yourself")
    last = "1 message read, 0 flagged by your own rules. Coach's were not asked.\n"
    assert (status, out) == (0, f"Your own rules find nothing. Coach's were not asked.\n\n{last}")
    _, out, err = said(capsys, "check", *own, "--format", "jsonl", "kill yourself")
    assert err == "coach: only your own rules were used: a message without flags is not calm\n"
    _, out, _ = said(capsys, "check", *own, "--format", "html", "kill yourself")
    assert "0 flagged by your own rules. Coach's were not asked." in out.replace("&#x27;", "'")
    assert "something to look at" not in out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--rules", "nowhere"), "--rules: nowhere is not a folder"),
        (("--own-rules-only",), "--own-rules-only needs your own rules"),
    ],
)
def test_wrong_folders_are_refused(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], problem: str
) -> None:
    status, out, err = said(capsys, "check", *arguments, "hi")
    assert (status, out) == (2, "")
    assert err.startswith(f"coach: {problem}")


def test_own_rules_with_faults_are_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (write_hair(tmp_path) / "unkind/hair/mop.toml").write_text("odd = 1\n", encoding="utf-8")
    status, out, err = said(capsys, "check", "--rules", str(tmp_path), "hi")
    assert (status, out) == (2, "")
    assert "own rules cannot be used: 4 to fix" in err


def test_what_a_family_switched_off_is_silent_and_in_the_last_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "rules", "off", "unkind/looks")[:2] == (
        0,
        "Off: unkind/looks. `coach rules on unkind/looks` switches it on again.\n",
    )
    status, out, _ = said(capsys, "check", "--rules-only", "ur so ugly")
    assert (status, out.splitlines()[-1]) == (0, "Switched off by your family: unkind/looks.")
    assert said(capsys, "check", "--rules-only", "--no-family", "ur so ugly")[0] == 1
    assert "coach: Switched off by your family" in said(capsys, "check", "--rules-only", "--format", "json", "hi")[2]
    assert said(capsys, "rules", "off")[1] == "category: unkind/looks\n"
    assert "Switched off by your family: unkind/looks." in said(capsys, "family", "show")[1]
    assert said(capsys, "rules", "on", "unkind/looks")[:2] == (0, "On: unkind/looks.\n")
    assert said(capsys, "check", "--rules-only", "ur so ugly")[0] == 1


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("care/hurting", "care/hurting cannot be switched off"),
        ("unkind/threat", "unkind/threat cannot be switched off"),
        ("red-flag/gift/free-skins", "red-flag/gift/free-skins cannot be switched off"),
        ("zzz/zz", "no category or rule 'zzz/zz'"),
        ("unkind/lookz", "no category or rule 'unkind/lookz'\n    fix: did you mean unkind/looks?"),
        ("you", "'you' is in phrases of"),
        ("red-flag", "red-flag cannot be switched off"),
        ("threat", "threat cannot be switched off"),
        ("looks", "'looks' is the name of a category\n    fix: write unkind/looks;"),
        ("unkind", "'unkind' is the name of a concern\n    fix: write one of its categories, such as unkind/"),
    ],
)
def test_some_things_are_never_off(capsys: pytest.CaptureFixture[str], name: str, problem: str) -> None:
    status, out, err = said(capsys, "rules", "off", name)
    assert (status, out) == (2, "")
    assert problem in err


def test_a_word_that_a_category_is_named_after_can_be_off(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "rules", "off", "--words", "looks")[0] == 0
    assert said(capsys, "rules", "off")[1] == 'words: "looks"\n'


def test_a_catalog_with_own_rules_keeps_all_of_coachs(catalog: Catalog) -> None:
    assert beside(catalog, catalog.model_copy(update={"rules": ()})) == catalog
