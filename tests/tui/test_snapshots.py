"""The main states of the app as they stand on the screen, and that nothing on them is cut.

A snapshot is text: lines of the screen at both sizes, then what is underlined. `COACH_SNAPSHOTS=write pytest
tests/tui/test_snapshots.py` writes them anew; look at the difference before you keep it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Button, Static

from coach.family import FamilyFile
from tests.tui.conftest import AppMaker, running, screen_text
from tests.tui.states import STATES, same_everywhere, steady

FOLDER = Path(__file__).with_name("snapshots")
SIZES = ((80, 24), (120, 40))
WRITES = os.environ.get("COACH_SNAPSHOTS") == "write"


@pytest.fixture(autouse=True)
def anywhere() -> Iterator[None]:
    """What is the same on every machine."""
    with same_everywhere():
        yield


def snapshot(app: App[None]) -> str:
    """What stands on the screen, and which words are underlined."""
    size, strips = app.size, app.screen._compositor.render_strips()
    lines = [f"|{line}" for line in screen_text(app).splitlines()]
    marks = [
        f"{number}: {words}" for number, strip in enumerate(strips[: size.height], 1) for words in underlined(strip)
    ]
    return "\n".join([f"{size.width}x{size.height}", *lines, *(["underlined:", *marks] if marks else []), ""])


def underlined(strip: Strip) -> Iterator[str]:
    """The underlined words of a line, whatever colours they have."""
    for is_underlined, segments in groupby(strip, lambda segment: bool(segment.style and segment.style.underline)):
        words = "".join(segment.text for segment in segments).strip()
        if is_underlined and words:
            yield words


@dataclass(frozen=True)
class Look:
    """What was seen of a state at one size."""

    snapshot: str
    footer: str
    cut: tuple[str, ...]


SEEN: dict[tuple[str, tuple[int, int]], Look] = {}
"""Each state is gone to once a run, and looked at by both tests."""


async def look(name: str, size: tuple[int, int], make_app: AppMaker, family_file: FamilyFile) -> Look:
    if (name, size) not in SEEN:
        state = STATES[name]
        family_file.save(state.family)
        async with running(make_app(), size) as pilot:
            await state.go(pilot)
            await steady(pilot)
            footer = screen_text(pilot.app).splitlines()[-1]
            SEEN[name, size] = Look(snapshot(pilot.app), footer, tuple(cut(pilot.app)))
    return SEEN[name, size]


def compare(name: str, found: str) -> None:
    """Fail where the screen differs from its snapshot; write it where that was asked for."""
    file = FOLDER / f"{name}.txt"
    if WRITES:
        FOLDER.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    known = file.read_text(encoding="utf-8") if file.exists() else ""
    changes = unified_diff(known.splitlines(), found.splitlines(), "snapshot", "screen", lineterm="")
    if known != found:
        pytest.fail(f"{name} looks different (COACH_SNAPSHOTS=write keeps it so)\n" + "\n".join(changes), pytrace=False)


@pytest.mark.parametrize("name", STATES)
async def test_the_screen_looks_as_it_did(name: str, make_app: AppMaker, family_file: FamilyFile) -> None:
    looks = [await look(name, size, make_app, family_file) for size in SIZES]
    compare(name, "\n".join(each.snapshot for each in looks))


async def test_a_window_that_is_too_small_is_told_so(make_app: AppMaker) -> None:
    async with running(make_app(), (40, 15)) as pilot:
        compare("too-small", snapshot(pilot.app))


def test_there_are_few_snapshots_and_each_has_a_state() -> None:
    kept = {file.stem for file in FOLDER.iterdir()}
    assert kept == {*STATES, "too-small"}
    assert len(kept) <= 25


def cut(app: App[None]) -> Iterator[str]:
    """What is shown on the screen, but not whole, although nothing scrolls there."""
    for widget in app.screen.walk_children(Widget):
        if widget.display and all(
            isinstance(each, Widget) and each.display for each in widget.ancestors_with_self[:-1]
        ):
            yield from (f"{widget.css_path_nodes[-1]}: {fault}" for fault in _faults(widget))


def longest(text: str) -> int:
    """The columns of the longest line."""
    return max(map(cell_len, text.splitlines()), default=0)


def _faults(widget: Widget) -> Iterator[str]:
    if isinstance(widget, Button) and longest(str(widget.label)) > widget.content_size.width:
        yield f"{widget.label} has {widget.content_size.width} columns"
    if any(parent.allow_vertical_scroll for parent in widget.ancestors if isinstance(parent, Widget)):
        return
    if not widget.screen.region.contains_region(widget.region):
        yield f"stands at {widget.region}, outside the screen"
    if isinstance(widget, Static) and widget.content_size.width:
        needed = widget.get_content_height(widget.container_size, widget.screen.size, widget.content_size.width)
        if needed > widget.content_size.height:
            yield f"{str(widget.visual)[:60]!r} needs {needed} lines, and has {widget.content_size.height}"


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
@pytest.mark.parametrize("name", STATES)
async def test_nothing_is_cut_and_help_and_quit_stay(
    name: str, size: tuple[int, int], make_app: AppMaker, family_file: FamilyFile
) -> None:
    seen = await look(name, size, make_app, family_file)
    assert seen.cut == ()
    assert "Help" in seen.footer
    assert "Quit" in seen.footer
