"""A family that asks for plain mode in the app goes on line by line, in the same terminal."""

from __future__ import annotations

import pytest

from coach.cli import app
from coach.course import Course
from coach.tui.app import CoachApp


@pytest.mark.parametrize("wants_plain", [True, False])
def test_the_app_hands_over_to_plain_mode_if_that_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, wants_plain: bool
) -> None:
    walked: list[tuple[Course, str | None]] = []
    course = Course(())

    def run_to_the_end(opened: CoachApp) -> int:
        opened.wants_plain = wants_plain
        return 0

    def run_plain(read: Course, name: str | None) -> int:
        walked.append((read, name))
        return 0

    monkeypatch.setattr("coach.cli.lifecycle.run_to_the_end", run_to_the_end)
    monkeypatch.setattr(app, "_run_plain", run_plain)
    assert app._run_app(lambda: course) == 0
    assert walked == ([(course, None)] if wants_plain else [])
    assert (app.PLAIN_NEXT_TIME in capsys.readouterr().out) is wants_plain
