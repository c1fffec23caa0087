"""The drill of first words in the app: chosen, typed, and answered by the child."""

from __future__ import annotations

from pathlib import Path

from coach.tui.widgets.tell_box import GOES_ON, TRY_AGAIN, TellBox
from tests.course.test_tell import TELL
from tests.course.writing import lesson_of
from tests.tui.conftest import AppMaker, press, running, screen_text, settled


async def test_the_grown_up_practises_and_the_child_has_the_last_word(make_app: AppMaker, tmp_path: Path) -> None:
    text = TELL.replace("I sent", "I [/] sent").replace("Now it can", "Now [b] it can")
    async with running(make_app("some", (lesson_of(tmp_path, text),)), (60, 20)) as pilot:
        box = pilot.app.screen.query_one(TellBox)
        assert "I [/] sent" in screen_text(pilot.app)
        await pilot.press("1")
        await settled(pilot)
        assert "Your child hears: I am the problem." in screen_text(pilot.app)
        assert not box.query_one("#own").display
        await pilot.press("2")
        await settled(pilot)
        assert "Now [b] it can breathe." in screen_text(pilot.app)
        box.editor.focus()
        await pilot.press(*"why did you", "enter")
        await settled(pilot)
        assert 'Look at "why did you" again.' in " ".join(screen_text(pilot.app).split())
        assert not box.query_one(".would").display
        for key, words in (("tab", TRY_AGAIN), ("", GOES_ON)):
            box.editor.load_text("im glad you told me, we will sort it out")
            box.editor.focus()
            await pilot.press("enter")
            await settled(pilot)
            assert pilot.app.focused is box.query_one("#yes")
            await pilot.press(*([key] if key else []), "enter")
            await settled(pilot)
            assert words in " ".join(screen_text(pilot.app).split())
        assert "Swap: The grown-up tells something awkward." in screen_text(pilot.app)
        await press(pilot, "f4", "f3")
        box = pilot.app.screen.query_one(TellBox)
        assert box.editor.written == "im glad you told me, we will sort it out"
        assert box.query_one("#own").display
