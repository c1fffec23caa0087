"""`coach rules score`: the tables, what was missed, calm messages, and calls that cannot be answered."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from spacy.language import Language

from coach.cli import run
from coach.cli.rules import score
from coach.corpus.score.tally import CheckAll
from coach.engine import check_all
from coach.models import Catalog
from tests.proof.test_plugin import RULE

VOICE = """---
voice: mine
about: three messages
---

## draft
- [ur so ugly](looks)
- [my cat sat on the qwerty](exclusion) today
- omg u loser
"""


@pytest.fixture(autouse=True)
def one_engine(monkeypatch: pytest.MonkeyPatch, nlp: Language, catalog: Catalog) -> None:
    """The shipped rules are compiled once for all tests."""
    compiled = score.checker

    def checker(given: Catalog) -> CheckAll:
        return partial(check_all, nlp) if given == catalog else compiled(given)

    monkeypatch.setattr(score, "checker", checker)


@pytest.fixture
def voice(tmp_path: Path) -> str:
    path = tmp_path / "mine.md"
    path.write_text(VOICE, encoding="utf-8")
    return str(path)


def rows(out: str) -> dict[str, list[str]]:
    return {line.split()[0]: line.split()[1:] for line in out.splitlines() if line}


def test_the_table_goes_as_deep_as_asked(voice: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = {}
    for depth in ("concern", "category", "rule"):
        assert run(["rules", "score", voice, "--by", depth]) == 0
        found[depth] = capsys.readouterr().out
    assert rows(found["concern"])["unkind"] == ["0.500", "0.500", "0.500", "1", "1", "1"]
    assert rows(found["category"])["looks"] == ["1.000", "1.000", "1.000", "1", "0", "0"]
    assert "looks" not in found["concern"]
    assert len(found["rule"].splitlines()) == len(found["category"].splitlines()) + 2
    assert max(map(len, found["rule"].splitlines())) <= 80


def test_misses_name_voice_line_and_phrase(voice: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "score", voice, "--misses"]) == 0
    out = capsys.readouterr().out
    missed, _, alarms = out.partition("Flagged and not marked: 1")
    assert "mine:8: [my cat sat on the qwerty] today" in missed
    assert "mine:9:" in alarms
    assert "loser]" in alarms


def test_no_message_of_a_closed_voice_is_listed(voice: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(voice)
    path.write_text(path.read_text(encoding="utf-8").replace("voice:", "closed: yes\nvoice:"), encoding="utf-8")
    saved = str(path.with_name("saved.json"))
    assert run(["rules", "score", voice, "--save", saved]) == 0
    assert run(["rules", "score", voice, "--misses", "--against", saved]) == 0
    out = capsys.readouterr().out
    assert "Flagged and not marked: 1, 1 of them in closed voices" in out
    assert "loser" not in out
    assert "mine:" not in out


def test_calm_messages_are_counted_and_a_broken_line_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calm = tmp_path / "calm.jsonl"
    calm.write_bytes(b'{"text": "u loser"}\n{"txt": 1}\n\n{"text": "hello there"}\n\xff\n[]\n')
    assert run(["rules", "score", "--calm", str(calm), "--misses"]) == 2
    out, err = capsys.readouterr()
    assert [line.split(":")[2] for line in err.splitlines() if line.startswith("coach:")] == ["2", "5", "6"]
    assert rows(out)["unkind"] == ["1", "500.00"]
    assert "[u loser]" in out
    assert "2 messages" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nobody"], "uk-school"),
        (["--calm", "no-such-file.jsonl"], "no-such-file.jsonl"),
        (["no-such-voice.md"], "no-such-voice.md"),
    ],
)
def test_what_is_not_there_is_named(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "score", *arguments]) in {1, 2}
    assert told in capsys.readouterr().err


def test_a_score_is_saved_and_compared(voice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved = tmp_path / "score.json"
    assert run(["rules", "score", voice, "--save", str(saved)]) == 0
    Path(voice).write_text(VOICE.replace("u loser", "ok bye"), encoding="utf-8")
    assert run(["rules", "score", voice, "--against", str(saved)]) == 0
    out = capsys.readouterr().out
    assert "No longer flagged: 1 (0 marked so, 1 not)" in out
    assert "- unkind, not marked: omg u loser (mine)" in out
    assert rows(out.partition("Changed since")[2])["unkind"][-1] == "-1"


def test_a_saved_score_is_replaced_by_force_alone(voice: str, tmp_path: Path) -> None:
    saved = tmp_path / "score.json"
    saved.write_bytes(b"mine")
    assert run(["rules", "score", voice, "--save", str(saved)]) == 2
    assert saved.read_bytes() == b"mine"
    assert run(["rules", "score", voice, "--save", str(saved), "--force"]) == 0
    assert saved.read_bytes().startswith(b"{")


def test_other_rules_can_be_scored(voice: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rules/unkind/looks/fence.toml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE, encoding="utf-8")
    assert run(["rules", "score", voice, "--rules", str(tmp_path / "rules"), "--own-rules-only"]) == 0
    assert rows(capsys.readouterr().out)["unkind"] == ["1.000", "0.000", "0.000", "0", "0", "2"]
