"""A button with another label is as wide as that."""

from __future__ import annotations

import re
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button

import coach.tui
from coach.tui.relabel import relabel
from coach.tui.widgets.walk_step import ANSWER, IF_ANSWERED
from tests.tui.conftest import screen_text

SAME_WIDTH = {"check", "picture_lab", "tell_box", "rewrite_box", "report_box", "show_box", "pick_box", "doors_box"}
SAME_WIDTH |= {"received_box", "choice_box", "decide_box", "relabel"}
"""Modules that only put another sign before the same words."""


class TwoButtons(App[None]):
    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Button(IF_ANSWERED, id="answer", compact=True)
            yield Button("We are done", compact=True)


async def test_a_longer_label_is_not_cut_off() -> None:
    app = TwoButtons()
    async with app.run_test() as pilot:
        relabel(app.query_one("#answer", Button), ANSWER)
        await pilot.pause()
        assert f"{ANSWER} " in screen_text(app)
        assert "We are done" in screen_text(app)


def test_no_label_changes_its_words_without_its_width() -> None:
    paths = sorted(Path(coach.tui.__file__).parent.rglob("*.py"))
    plain = {path.stem for path in paths if re.search(r"\.label = ", path.read_text(encoding="utf-8"))}
    assert plain <= SAME_WIDTH
