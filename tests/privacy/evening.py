"""A whole evening of a family with Coach, in one process: the app from its first start, then the command line.

`main` prints as JSON what the process wrote and which ways out of the computer it tried. The words typed hold a mark
by which they are found wherever they get to.
"""

from __future__ import annotations

import asyncio
import io
import json
import resource
import sys
from functools import cache
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Button, Input

import coach
from coach.cli import run
from coach.cli.app import load_check
from coach.course import read_course
from coach.family import FamilyFile, family_path
from coach.tui.app import CoachApp
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.done import DoneScreen
from coach.tui.screens.own_screenshot import OwnScreenshotScreen
from coach.tui.widgets.draft_box import DraftBox
from coach.tui.widgets.draft_editor import DraftEditor
from coach.tui.widgets.duel_box import DuelBox
from coach.tui.widgets.rewrite_box import RewriteBox
from tests.privacy import watch
from tests.tui.conftest import screen_text, settled, until

DRAFT, RECEIVED, REWRITTEN, POST = "dromedary ur so ugly", "rhinoceros dont tell ur mum", "flamingo", "armadillo"
PRIVATE, OTHER_PRIVATE, NICKNAME = "Oakapi Hedgerow", "Thornquagga", "Lemurkin"
PROMISE = "We promise porcupine"
NEVER_KEPT = ("dromedary", "rhinoceros", "flamingo", "armadillo")
"""Of drafts, received messages, rewrites and posts."""
KEPT_BY_FAMILY = ("Oakapi", "Thornquagga", "Lemurkin", "porcupine")
"""What the family asked Coach to keep."""
OWN_SCREENSHOT = "own.png"
"""The picture that the family brings along."""
EXPORTED = ("post.png", "covered.png", "page.md", "page.html", "page.pdf", "page-of-shell.md")
"""What the family saves, in the folder in which Coach was started."""


def main() -> None:
    """Live through the evening and print what was seen of it."""
    asyncio.run(in_the_app())
    told = at_the_shell()
    core = resource.getrlimit(resource.RLIMIT_CORE)
    seen = {"refused": watch.refused, "written": sorted(watch.written), "told": told, "core": core}
    print(json.dumps(seen))  # noqa: T201


async def in_the_app() -> None:
    """From the first start to the agreement."""
    app = CoachApp(read_course(), FamilyFile(family_path()), load_check)
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        await _sit_down(pilot)
        await _check(pilot, app)
        await _keep_a_private_word(pilot, app)
        await _do_a_lesson(pilot, app)
        await _have_a_night(pilot, app)
        await _draw_a_post(pilot, app)
        await _cover_a_screenshot(pilot, app)
        await _agree(pilot, app)
        await _look_around(pilot, app)


async def _sit_down(pilot: Pilot[None]) -> None:
    await pilot.press("f4")
    await settled(pilot)
    pilot.app.screen.query_one(Input).value = NICKNAME
    for key in ("enter", "down", "enter", "enter"):
        await pilot.press(key)
        await settled(pilot)
    assert NICKNAME in screen_text(pilot.app)


async def _check(pilot: Pilot[None], app: CoachApp) -> None:
    app.router.check_draft()
    await settled(pilot)
    screen = app.screen
    assert isinstance(screen, CheckScreen)
    await pilot.press(*DRAFT)
    await until(pilot, lambda: bool(screen.box.flag_list.report and screen.box.flag_list.report.flags))
    screen.action_done()
    await until(pilot, lambda: isinstance(app.screen, DoneScreen))
    await pilot.press("escape")
    await settled(pilot)
    screen.query_one("#direction-received", Button).press()
    screen.box.editor.load_text(RECEIVED)
    await until(pilot, lambda: "mum" in str(screen.box.flag_list.report))
    await settled(pilot)


async def _keep_a_private_word(pilot: Pilot[None], app: CoachApp) -> None:
    app.router.own_words()
    await settled(pilot)
    app.screen.query_one(Input).value = PRIVATE
    await pilot.press("enter")
    await settled(pilot)
    app.router.check_draft()
    await settled(pilot)
    box = app.screen.query_one(DraftBox)
    box.editor.load_text(f"dromedary {PRIVATE}")
    await until(pilot, lambda: "Hedgerow" in str(box.flag_list.report))


async def _do_a_lesson(pilot: Pilot[None], app: CoachApp) -> None:
    app.router.open_lesson(next(one.name for one in app.router.lessons.values() for step in one.steps if step.rewrite))
    await settled(pilot)
    while not app.screen.query(RewriteBox):
        app.screen.query_one("#next", Button).press()
        await settled(pilot)
    box = app.screen.query_one(RewriteBox)
    box.draft.editor.load_text(f"{REWRITTEN} {DRAFT}")
    box.judge()
    await settled(pilot)
    for _ in range(3):
        app.screen.query_one("#next", Button).press()
        await settled(pilot)


async def _have_a_night(pilot: Pilot[None], app: CoachApp) -> None:
    app.router.family_night()
    await settled(pilot)
    while not app.screen.query(DuelBox):
        app.screen.query_one("#next", Button).press()
        await settled(pilot)
    box = app.screen.query_one(DuelBox)
    for text in (f"{REWRITTEN} {DRAFT}", REWRITTEN):
        box.editor.load_text(text)
        box.query_one("#go", Button).press()
        await settled(pilot)


async def _draw_a_post(pilot: Pilot[None], app: CoachApp) -> None:
    app.router.picture_lab()
    await settled(pilot)
    app.screen.query_one("#words", Input).value = POST
    app.screen.query_one("#path", Input).value = str(Path("post.png").absolute())
    for button in ("#fix", "#save"):
        app.screen.query_one(button, Button).press()
        await settled(pilot)


async def _cover_a_screenshot(pilot: Pilot[None], app: CoachApp) -> None:
    app.router.own_screenshot()
    await settled(pilot)
    assert isinstance(app.screen, OwnScreenshotScreen)
    app.screen.query_one("#path", Input).value = str(Path(OWN_SCREENSHOT).absolute())
    app.screen.query_one("#new", Input).value = str(Path("covered.png").absolute())
    for button in ("#open", "#cover", "#save"):
        app.screen.query_one(button, Button).press()
        await settled(pilot)


async def _agree(pilot: Pilot[None], app: CoachApp) -> None:
    app.router.our_agreement()
    await settled(pilot)
    for editor in app.screen.query(DraftEditor):
        editor.load_text(PROMISE)
    for name in ("page.md", "page.html", "page.pdf"):
        app.screen.query_one("#path", Input).value = str(Path(name).absolute())
        app.screen.query_one("#save", Button).press()
        await settled(pilot)


async def _look_around(pilot: Pilot[None], app: CoachApp) -> None:
    for show in (
        app.action_help,
        app.action_help,
        app.action_care,
        app.action_care,
        app.router.settings,
        app.router.go_home,
    ):
        show()
        await settled(pilot)


def at_the_shell() -> str:
    """Commands, one after the other; gives all they said."""
    before, out = (sys.stdin, sys.stdout), io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    sys.stdout = out
    vars(coach)["load"] = cache(coach.load)  # once for all commands: it takes seconds
    try:
        for command, lines in COMMANDS:
            sys.stdin = io.TextIOWrapper(io.BytesIO(lines.encode()), encoding="utf-8")
            status = run(command)
            assert status in {0, 1}, (command, status)
    finally:
        sys.stdin, sys.stdout = before
    out.seek(0)
    return out.read()


COMMANDS: tuple[tuple[list[str], str], ...] = (
    (["family", "add", "town"], OTHER_PRIVATE),
    (["check", *DRAFT.split()], ""),
    (["check", "--received", "--format", "json"], RECEIVED),
    (["check", "--input", "jsonl", "--format", "jsonl"], json.dumps({"id": "1", "text": f"{DRAFT} {PRIVATE}"})),
    (["family", "show"], ""),
    (["--plain"], f"3\n\n\n{REWRITTEN}\n1\n\nq\n"),
    (["lesson", "mean-words", "--plain"], f"1\n\n1\n\n{DRAFT}\n{REWRITTEN}\n\n\nq\n"),
    (["agreement", "show"], ""),
    (["agreement", "export", "page-of-shell.md"], ""),
    (["lessons", "list"], ""),
)
"""Commands, and what is typed into each."""
