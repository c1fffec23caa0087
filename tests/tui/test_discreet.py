"""What was typed on a screen is gone with it."""

from __future__ import annotations

import gc

from textual.strip import Strip

from coach.tui.widgets.draft_editor import DraftEditor
from tests.tui.conftest import AppMaker, running, settled

WORD = "dromedary"


async def test_lines_drawn_on_a_screen_are_let_go_when_it_is_left(make_app: AppMaker) -> None:
    app = make_app()
    async with running(app) as pilot:
        app.router.check_draft()
        await settled(pilot)
        app.screen.query_one(DraftEditor).load_text(f"ur so ugly {WORD}")
        await settled(pilot)
        assert any("better words" in line for line in drawn_with(WORD))
        app.router.go_home()
        await settled(pilot)
        assert not drawn_with(WORD)


def drawn_with(word: str) -> list[str]:
    """The lines with a word that anything holds."""
    gc.collect()
    return [each.text for each in gc.get_objects() if type(each) is Strip and word in each.text]
