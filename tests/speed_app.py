"""How fast the app feels, as ratios in one run: `python -m tests.speed_app`.

First paint and help are beside a bare Textual app and a bare import of spaCy; each is the fastest of a few. A key is
timed from its press until marks for the words as they stand were drawn, with the real checker, and beside a key in a bare
text area; the first key of both does not count, for it makes what all later ones use. Modules are compiled first, as they are where Coach is installed: a checkout that may not keep them compiles
all of them at each start, which the bare app does not.
"""

from __future__ import annotations

import asyncio
import compileall
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

import coach.tui  # says how often Textual draws, before Textual is imported

# isort: split
from rich.console import RenderableType
from textual import events
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widgets import TextArea

from coach.cli.app import load_check
from coach.course import read_course
from coach.family import FamilyFile
from coach.models import Family
from coach.tui.app import CoachApp
from coach.tui.screens.check import CheckScreen
from coach.tui.widgets.draft_box import DraftBox

ROUNDS = 5
DRAFT = ("hey are you coming later? ur so ugly in that pic lol. we meet at 14 maple street after school and " * 3)[:280]
KEYS = "hello you " * 6
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("hello")
    def on_mount(self):
        self.call_after_refresh(self.exit)
Bare().run(headless=True)
"""
OURS = """
from coach.cli import app
from coach.tui.app import CoachApp
class Painted(CoachApp):
    def {when}(self):
        self.exit()
Painted(lambda: app._read(()), app.family_file, app.load_check).run(headless=True)
"""
"""The app as `coach` starts it, ended when its first words are painted (`begin`) or home is (`get_ready`)."""


def main() -> None:
    """Print the three figures."""
    with tempfile.TemporaryDirectory() as folder:
        FamilyFile(Path(folder) / "family.json").save(Family(was_asked=True))
        os.environ["COACH_FAMILY"] = folder
        codes = (BARE, OURS.format(when="begin"), OURS.format(when="get_ready"))
        bare, first, home = seconds(*(("-c", code) for code in codes))
    print(f"first paint     {1000 * first:6.0f} ms, {first / bare:.2f} times a bare app's {1000 * bare:.0f} ms")
    print(f"lessons shown   {1000 * home:6.0f} ms, {home / bare:.2f} times")
    spacy, told = seconds(("-c", "import spacy"), ("-m", "coach", "--help"))
    print(f"coach --help    {1000 * told:6.0f} ms, {told / spacy:.2f} times {1000 * spacy:.0f} ms of `import spacy`")
    waits, keys = asyncio.run(type_a_draft())
    bare_keys = asyncio.run(type_in_bare_area())
    for name, value in (("median", median), ("95th percentile", _percentile_95)):
        ours, theirs = value(keys), value(bare_keys)
        print(
            f"key to marks    {1000 * ours:6.1f} ms at the {name}, {ours / theirs:.1f} times a bare {1000 * theirs:.1f} ms"
        )
    print(f"longest wait of a key while the checker loads: {1000 * max(waits, default=0):.0f} ms")


def _percentile_95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def seconds(*calls: tuple[str, ...]) -> list[float]:
    """The fastest of a few runs of Python for each call, turn by turn, so that a busy minute slows all of them."""
    compileall.compile_dir(str(Path(coach.tui.__file__).parents[1]), quiet=1)
    turns = [[_seconds(call) for call in calls] for _ in range(ROUNDS)]
    return [min(times) for times in zip(*turns, strict=True)]


def _seconds(arguments: tuple[str, ...]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


async def type_a_draft() -> tuple[list[float], list[float]]:
    """How long keys wait while the checker loads, then how long each takes until its marks are drawn."""
    with tempfile.TemporaryDirectory() as folder:
        file = FamilyFile(Path(folder) / "family.json")
        file.save(Family(was_asked=True))
        app = TimedApp(read_course(), file, load_check)
        async with app.run_test(size=(80, 24)) as pilot:
            app.router.check_draft()
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, CheckScreen)
            waits = []
            while not app.checker.is_ready:
                waits.append(await _key_taken_in(screen.box))
            await asyncio.sleep(1)
            return waits, [await _key_to_marks(app, screen.box, key) for key in KEYS][1:]


class BareArea(App[None]):
    """A text area and nothing else; notes when it was drawn last."""

    drawn = 0.0

    def compose(self) -> ComposeResult:
        """Show the draft."""
        yield TextArea(DRAFT)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        self.drawn = time.perf_counter()


async def type_in_bare_area() -> list[float]:
    """How long each key takes until it is drawn by Textual's own text area."""
    app, times = BareArea(), list[float]()
    async with app.run_test(size=(80, 24)) as pilot:
        area = app.query_one(TextArea)
        for key in KEYS:
            area.load_text(DRAFT)
            area.move_cursor(area.document.end)
            await pilot.pause(0.1)
            start = time.perf_counter()
            area.insert(key)
            await asyncio.sleep(0.1)
            times.append(app.drawn - start)
    return times[1:]


class TimedApp(CoachApp):
    """Notes when it was drawn last."""

    drawn = 0.0

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        self.drawn = time.perf_counter()


async def _key_taken_in(box: DraftBox) -> float:
    before, start = box.editor.written, time.perf_counter()
    box.editor.post_message(events.Key("x", "x"))
    while box.editor.written == before:
        await asyncio.sleep(0)
    waited = time.perf_counter() - start
    await asyncio.sleep(0.02)
    return waited


async def _key_to_marks(app: TimedApp, box: DraftBox, key: str) -> float:
    """From a key at the end of the draft until what was found is drawn, without the pause for typing to rest."""
    box.editor.load_text(DRAFT)
    while box.flag_list.report is None or box.flag_list.report.message != box.message():
        await asyncio.sleep(0.02)
    await asyncio.sleep(0.2)
    box.editor.move_cursor(box.editor.document.end)
    await asyncio.sleep(0.05)
    start = time.perf_counter()
    box.editor.insert(key)
    message = box.message()
    report = await box._checker.ask(lambda check: check(message))
    counsel = await box._checker.ask(lambda check: check.counsel(report)) if report else None
    assert report is not None
    assert counsel is not None
    box._show(report, counsel)
    shown = time.perf_counter()
    await asyncio.sleep(0.1)
    return max(app.drawn, shown) - start


if __name__ == "__main__":
    main()
