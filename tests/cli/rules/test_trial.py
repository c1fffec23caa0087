"""`coach rules try`, and rules of one's own with `--rules`."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.cli import run
from tests.proof.test_plugin import RULE


def test_a_message_is_tried_with_rules_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "unkind/looks/fence.toml"
    path.parent.mkdir(parents=True)
    path.write_text(RULE, encoding="utf-8")
    assert run(["rules", "try", "ur", "teeth look like a fence loser", "--rules", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "> flagged, weight pause" in out
    assert '"loser"' not in out


def test_a_folder_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "try", "hi", "--rules", "no-such-folder"]) == 2
    assert "no-such-folder is no folder" in capsys.readouterr().err
