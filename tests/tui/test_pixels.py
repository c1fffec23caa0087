"""Pictures are shown by the best that a terminal says it can: asked for real, at the other end of a terminal."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from coach.tui.app import CoachApp
from coach.tui.pixels import Means, means_of
from tests.tui.conftest import AppMaker, running, screen_text, settled

LAB = """
from coach.course import Course
from coach.family import FamilyFile, family_path
from coach.tui.app import CoachApp
class Lab(CoachApp):
    def get_ready(self):
        self.router.picture_lab()
Lab(Course(()), FamilyFile(family_path()), lambda family: None).run()
"""
ANSWERS: dict[str, Callable[[bytes], bytes]] = {
    "sixel": lambda asked: b"\x1b[?62;4c" if b"\x1b[c" in asked else b"",
    "kitty": lambda asked: (
        b"\x1b[?62c" if b"\x1b[c" in asked else b"\x1b_Gi=%s;OK\x1b\\" % _number(asked) if b"a=q" in asked else b""
    ),
    "neither": lambda asked: b"\x1b[?62c" if b"\x1b[c" in asked else b"",
}
"""What a terminal of each kind says to what it is asked."""
SIGNS = {"sixel": rb"\x1bP[0-9;]*q", "kitty": "\U0010eeee".encode(), "neither": "\u2580".encode()}
"""What begins a picture of each kind."""


def _number(asked: bytes) -> bytes:
    found = re.search(rb"i=(\d+)", asked)
    return found[1] if found else b"1"


def shown_to(kind: str, patience: float = 300) -> bytes:
    """All that the app writes to such a terminal until a picture is there, or too late."""
    import pty  # noqa: PLC0415 - not on every system
    from termios import tcsetwinsize  # noqa: PLC0415

    ours, theirs = pty.openpty()
    tcsetwinsize(theirs, (24, 80))
    environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-c", LAB], env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as app:
        os.close(theirs)
        written, until = b"", time.monotonic() + patience
        while not re.search(SIGNS[kind], written) and time.monotonic() < until and app.poll() is None:
            if select.select([ours], [], [], 0.1)[0]:
                told = os.read(ours, 65536)
                written += told
                os.write(ours, ANSWERS[kind](told))
        app.kill()
    os.close(ours)
    return written


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
@pytest.mark.parametrize("kind", SIGNS)
def test_a_picture_is_drawn_as_the_terminal_can(kind: str) -> None:
    written = shown_to(kind)
    assert {other for other, sign in SIGNS.items() if re.search(sign, written)} == {kind}


async def test_without_colour_a_post_is_a_card_of_letters(make_app: AppMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    async with running(app, (60, 20)) as pilot:
        assert means_of(app) is Means.LETTERS
        app.router.picture_lab()
        await settled(pilot)
        assert "| Robo fan " in screen_text(app)
        assert "\u2580" not in screen_text(app)
        await pilot.click("#fix")
        app.router.own_screenshot()
        await settled(pilot)
        assert isinstance(app, CoachApp)
