"""Hours of use in minutes: `python -m tests.soak [ACTIONS]`.

A family opens lessons and cases and walks them, writes drafts, looks at chats, has its family night, draws posts, changes
settings and windows, and presses keys that lead nowhere, in an order that dice give. An action is one thing done and drawn. At an action every ten seconds, eight hours are 2,880 actions.

It prints what the process has after every block of actions, with home shown, and fails where that grows beyond a bound.
The first quarter does not count: everything is used for the first time. Before, each thing is done once, and a message
for each rule is checked, for what a rule needs is made when a message first calls for it. And bounded caches that hours
would fill are filled to the last entry: those of Textual and Rich in `CACHES`, and the windows that the second reader
remembers. Others still grow as long as there are new words: what is known of a word, up to 50,000 of them.

Two bounds, for two reasons why memory grows. Pieces (live blocks of Python's memory) tell what is held: whatever is held
for good, a screen or a word, makes them climb. Megabytes are what the system gave: they hardly fall, for memory once
taken is kept to be used again, so they climb to the most that was ever needed at once, by a few MB in eight hours.

Nobody sleeps: a test waits after each key until the process was idle for 20 ms, and typing rests before it is checked.
Here the messages of a key are worked off and the next one comes; only after a whole action a frame is drawn.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import linear_regression
from typing import Any, NamedTuple
from unittest.mock import patch

from rich.style import Style as RichStyle
from textual import events
from textual.css.scalar import Scalar, Unit
from textual.geometry import Offset, Region, Size, Spacing
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Button, Input

from coach.cli.app import load_check
from coach.counsel import CheckWithCounsel
from coach.course import Check, read_course
from coach.engine.reader import weights_at_hand
from coach.engine.reader.encoder import MOST_REMEMBERED, encoder_of
from coach.family import FamilyFile
from coach.models import Direction, Family, Message
from coach.models.category import directions_of
from coach.tui.app import CoachApp
from coach.tui.screens.check import CheckScreen
from coach.tui.screens.home import HomeScreen
from coach.tui.screens.unkept import StayScreen, UnkeptScreen
from coach.tui.widgets.chat_steps import TalkStep
from coach.tui.widgets.draft_box import DraftBox
from tests.shipped import shipped_catalog
from tests.small_chats import HARMLESS, PRESSED, QUIET, TEASED
from tests.tui.conftest import press, settled, until

PIECES_BOUND = 25.0
"""Live blocks for each action, at most: some 2 MB for each 1,000 actions. A screen has 5,000 to 20,000."""
MEGABYTES_BOUND = 10.0
"""MB from the end of the first quarter to the end, at most, in 2,880 actions."""
BLOCKS = 20
KEYS = ("tab", "shift+tab", "enter", "escape", "up", "down", "pagedown", "f3", "f4", "f5", "f6", "f8", "space", "x")
WORDS = "hey ur so ugly come to 14 maple street i hate myself nice goal see you there dont tell ur mum lol".split()


class Block(NamedTuple):
    """What the process has after so many actions."""

    actions: int
    megabytes: float
    pieces: int


CACHES: Any = (
    *(Region.grow, Region.shrink, Region.union, Region.intersection, Region.translate, Region.contains_region),
    *(Region.overlaps, Region.__contains__, Scalar.resolve, RichStyle._add, Strip.blank),
)
"""Caches of 1,024 or 4,096 entries that hours of use fill; found by what grew at rest from 200 to 600 actions."""
TURNS = 10
"""How often all that waits is let run after a key: a message that leads to another one takes a turn for each."""
FRAME = 1 / 60
"""Seconds in which what an action changed is drawn."""

Act = Callable[[Pilot[None], CoachApp, random.Random], Awaitable[None]]


def main() -> None:
    """Run and print."""
    numbers = [int(each) for each in sys.argv[1:] if each.isdecimal()]
    begun = time.monotonic()
    memory = asyncio.run(soak(numbers[0] if numbers else 3_000, load_check, tell, fill_all))
    held, grown = growth(memory), memory[-1].megabytes - counted(memory)[0].megabytes
    print(f"{held:+.1f} pieces for each action, bound {PIECES_BOUND}; {grown:+.1f} MB, bound {MEGABYTES_BOUND}")
    print(f"{time.monotonic() - begun:.0f} seconds")
    sys.exit(held > PIECES_BOUND or grown > MEGABYTES_BOUND)


def tell(block: Block) -> None:
    """Print the memory after a block at once: a run takes long."""
    print(f"{block.actions:6} actions  {block.megabytes:7.1f} MB  {block.pieces:9,} pieces", flush=True)


def counted(memory: Sequence[Block]) -> Sequence[Block]:
    """The blocks from the end of the first quarter on."""
    return memory[len(memory) // 4 - 1 :]


def growth(memory: Sequence[Block]) -> float:
    """Pieces for each action after the first quarter, by the line that fits best."""
    later = counted(memory)
    return linear_regression([block.actions for block in later], [block.pieces for block in later]).slope


async def soak(
    actions: int,
    load: Callable[[Family], CheckWithCounsel],
    told: Callable[[Block], object] = lambda _: None,
    fill: Callable[[], object] = lambda: None,
) -> list[Block]:
    """Do so many things; gives the memory after each block of them, which `told` hears at once.

    `fill` is called once everything was done once, before anything counts.
    """
    dice, memory = random.Random(1), list[Block]()
    with tempfile.TemporaryDirectory() as place, patch.dict(os.environ, HOME=place, USERPROFILE=place), sleepless():
        file = FamilyFile(Path(place) / "family.json")
        file.save(Family(was_asked=True))
        app = CoachApp(read_course(), file, load)
        async with app.run_test(size=(100, 40)) as pilot:
            await settled(pilot)
            await until(pilot, lambda: app.checker.is_ready, tries=10_000)
            assert await app.checker.ask(call_every_rule)
            await do_everything_once(pilot, app, dice)
            await asyncio.to_thread(fill)
            for number in range(1, actions + 1):
                await dice.choice(ACTS)(pilot, app, dice)
                await settled(pilot)
                await asyncio.sleep(FRAME)
                if number % max(actions // BLOCKS, 1) == 0:
                    app.router.go_home()
                    await settled(pilot)
                    memory.append(Block(number, megabytes(), sys.getallocatedblocks()))
                    told(memory[-1])
    return memory


@contextmanager
def sleepless() -> Iterator[None]:
    """Leave out what waits for the clock alone."""
    with ExitStack() as stack:
        for place in ("textual.pilot.wait_for_idle", "textual.app.wait_for_idle"):
            stack.enter_context(patch(place, worked_off))
        for place in ("draft_box", "chat_box"):
            stack.enter_context(patch(f"coach.tui.widgets.{place}.PAUSE", 0))
        stack.enter_context(patch("coach.tui.screens.agreement.PAUSE", 0))
        yield


async def worked_off(*_: float) -> None:
    """Let everything run that can run now."""
    for _turn in range(TURNS):
        await asyncio.sleep(0)


async def do_everything_once(pilot: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    """Do each thing, so that nothing is loaded for the first time while it is counted."""
    for act in dict.fromkeys(ACTS):
        await act(pilot, app, dice)
        await settled(pilot)
    for visited in visits(app):
        visited()
        await settled(pilot)
    await save_certificate(pilot, app)


def call_every_rule(check: Check) -> int:
    """Check an example of every rule that has one; gives how many rules there are."""
    rules = shipped_catalog().rules
    for rule in rules:
        for direction in directions_of(rule.category):
            for example in rule.examples.flags[:1]:
                check(Message(text=example.text, direction=direction))
    return len(rules)


def fill_all() -> None:
    """Fill the bounded caches of others and what the second reader remembers."""
    fill_caches()
    fill_reader()


def fill_caches() -> None:
    """Fill what Textual and Rich remember of places, sizes and styles, 30,000 answers in all.

    The numbers are small ones, which Python has already: what is put in takes no more than what screens later put there.
    """
    whole, window = Region(64, 64, 128, 128), Size(100, 40)
    for number in range(4096):
        x, y = divmod(number, 64)
        room, part = Spacing(x, y, 0, 1), Region(x, y, 1, 1)
        whole.grow(room), whole.shrink(room), whole.union(part), whole.intersection(part)
        whole.translate(Offset(x, y)), whole.contains_region(part), whole.overlaps(part)
        whole.__contains__((x, y))
        Scalar(1.0, Unit.CELLS, Unit.WIDTH).resolve(Size(x, y), window)
        RichStyle(bold=True) + RichStyle(color=f"color({x})", bgcolor=f"color({y})")
        Strip.blank(x, RichStyle(color=f"color({y})"))
    counts = [cache.cache_info() for cache in CACHES]
    assert all(count.currsize == count.maxsize for count in counts), counts


def fill_reader() -> int:
    """Fill what the second reader remembers of windows: 4,096 words, each read alone; gives how many it remembers."""
    weights = weights_at_hand()
    assert weights, "the soak needs the second reader"
    encoder = encoder_of(weights)
    for number in range(MOST_REMEMBERED):
        encoder.read(weights.embedding.spelled([f"{number:x}"], Direction.DRAFT))
    remembered = encoder._remembered.cache_info().currsize
    assert remembered == MOST_REMEMBERED
    return remembered


def megabytes() -> float:
    """The memory that this process has now, without what waits to be thrown away."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


async def open_lesson(_: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    app.router.open_lesson(dice.choice(list(app.router.lessons)))


async def gone_to(pilot: Pilot[None], go: Callable[[], object], app: CoachApp, wanted: str | type[Widget]) -> None:
    """Go to a screen that has something, and leave words unkept if the app asks about them."""
    go()
    await settled(pilot)
    while app.router.is_asking:
        if isinstance(app.screen, UnkeptScreen | StayScreen):
            app.screen.query_one("#leave", Button).press()
        else:
            app.pop_screen()
        await settled(pilot)
        go()
        await settled(pilot)
    await until(pilot, lambda: bool(app.screen.query(wanted)))


async def go_on(_: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    buttons = [button for button in app.screen.query("#next, #back").results(Button) if not button.disabled]
    if buttons:
        dice.choice(buttons).press()


async def write(pilot: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    if not isinstance(app.screen, CheckScreen):
        await gone_to(pilot, app.router.check_draft, app, DraftBox)
    words = " ".join(dice.choice([*WORDS, f"{dice.randrange(36**6):x}"]) for _ in range(dice.randrange(1, 30)))
    app.screen.query_one(DraftBox).editor.load_text(words)


async def type_a_word(pilot: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    if app.screen.query(DraftBox):
        app.screen.query_one(DraftBox).editor.focus()
        await pilot.press(*dice.choice(WORDS), "space")


async def draw(pilot: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    await gone_to(pilot, app.router.picture_lab, app, "#words")
    app.screen.query_one("#words", Input).value = " ".join(dice.sample(WORDS, 5))
    app.screen.query_one("#fix", Button).press()


async def visit(_: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    dice.choice(visits(app))()


def visits(app: CoachApp) -> list[Callable[[], object]]:
    """The screens on which a family looks around."""
    return [
        app.router.our_agreement,
        app.router.own_words,
        app.router.settings,
        app.router.who_is_here,
        app.router.own_screenshot,
        app.router.family_night,
        app.router.certificate,
        app.router.choose_companion,
        app.router.welcome,
        app.router.go_home,
    ]


async def save_certificate(pilot: Pilot[None], app: CoachApp) -> None:
    """Save the certificate, as keys do at times: what makes pages is loaded then, and takes 20 MB."""
    await gone_to(pilot, app.router.certificate, app, "#save")
    app.screen.query_one("#save", Button).press()
    await settled(pilot)
    app.router.go_home()
    await settled(pilot)


async def look_at_a_chat(pilot: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    """Paste a chat, answer what is asked, and walk on."""
    await gone_to(pilot, app.router.look_at_chat, app, TalkStep)
    while app.screen.query(TalkStep):
        await press(pilot, "f4")
    app.post_message(events.Paste(dice.choice([HARMLESS, PRESSED, TEASED, QUIET])))
    await press(pilot, "f4", "enter", *["down", "enter"] * 3, "f4", "f4", "f5")
    app.router.go_home()
    await settled(pilot)
    if isinstance(app.screen, StayScreen):
        app.screen.query_one("#leave", Button).press()
        await settled(pilot)


async def press_keys(pilot: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    """Press keys as a child does that tries what happens; Enter at home would lead out of the app at times."""
    for _ in range(dice.randrange(1, 8)):
        key = dice.choice(KEYS)
        if not (key == "enter" and isinstance(app.screen, HomeScreen)):
            await press(pilot, key)


async def ask_for_help(pilot: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    show = dice.choice([app.action_help, app.action_care])
    show()
    await settled(pilot)
    show()


async def resize(pilot: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    del app
    await pilot.resize_terminal(*dice.choice([(1, 1), (80, 24), (120, 40), (60, 20)]))
    await settled(pilot)
    await pilot.resize_terminal(100, 40)


async def change(_: Pilot[None], app: CoachApp, dice: random.Random) -> None:
    del dice
    app.service.turn("roomy")


ACTS: tuple[Act, ...] = (
    *(open_lesson, *[go_on] * 4, *[write] * 4, *[type_a_word] * 3),
    *(draw, *[visit] * 2, *[look_at_a_chat] * 2, *[press_keys] * 4, ask_for_help, resize, change),
)
"""What a family does, as often as it is listed."""


if __name__ == "__main__":
    main()
