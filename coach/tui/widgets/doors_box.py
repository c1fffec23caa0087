"""Who can message whom: switch the settings of an app, and see who comes through its doors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.models import Doors, DoorSetting, Visitor, Whose
from coach.tui.safe_text import shown
from coach.tui.widgets.practice_box import CHOSEN, OFF, ON, OTHER, PracticeBox
from coach.tui.widgets.step_memory import StepMemory

OPEN, HALF, SHUT = N_("\u2713 may write first"), N_("\u21a9 may only answer you"), N_("\u2717 stays out")
"""What a visitor may do, as a sign and words."""
ANSWERED_NOT = N_("\u2713 may write first, but not answer")
SEES = N_("\u25c9 may not write, but sees what you post")
CHANGED = N_("\u25c2 changed")
"""Behind a visitor for whom the switch that was flipped last made a difference."""
UNCHANGED = N_("No door here changed.")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""One letter per door and visitor."""
ROOM_FOR_HOUSE = 30
"""Lines a window needs before the house is drawn."""
_DRAWN = {
    "open": ("+----+", "|    |", "|    |"),
    "half": ("+----+", "|/   |", "|/ . |"),
    "seen": ("+----+", "| () |", "|   o|"),
    "shut": ("+----+", "|####|", "|###o|"),
}
"""Doors, three lines each."""


class DoorsBox(PracticeBox):
    """The apps; the settings and visitors of the one shown; where to look today."""

    DEFAULT_CSS = """
    DoorsBox .apps { layout: grid; grid-size: 2; grid-rows: auto; margin-bottom: 1; }
    DoorsBox .app { height: auto; padding: 0 1; color: $text-muted; }
    DoorsBox .house { height: auto; }
    DoorsBox .settings { height: auto; margin: 1 0; }
    DoorsBox .drawn { height: auto; margin-bottom: 1; }
    DoorsBox .visitor { height: auto; padding: 0 1; }
    DoorsBox .visitor.open { border-left: outer $warning; }
    DoorsBox .visitor.half { border-left: dashed $primary; }
    DoorsBox .visitor.seen { border-left: dashed $warning; }
    DoorsBox .visitor.shut { border-left: outer $success; }
    DoorsBox .today { height: auto; padding: 0 1; margin-top: 1; }
    DoorsBox .today.changed { margin: 0 0 1 0; }
    """

    def __init__(self, apps: Sequence[Doors], switches: Sequence[Mapping[str, bool]] = ()) -> None:
        """Show apps; `switches` are their settings as they were left here before."""
        super().__init__()
        self._apps = apps
        self._at = 0
        self._settings = [dict(each) for each in switches or [doors.first_settings for doors in apps]]
        self._before: frozenset[str] = frozenset()
        """What was said of the visitors before the last switch; empty if none was flipped in this app."""

    @property
    def doors(self) -> Doors:
        """The app shown now."""
        return self._apps[self._at]

    @property
    def memory(self) -> StepMemory:
        """How the switches are."""
        return StepMemory(switches=tuple(dict(each) for each in self._settings))

    def compose(self) -> ComposeResult:
        """The apps, if there are several, and the house of the first."""
        if len(self._apps) > 1:
            with Horizontal(classes="row apps"):
                for number in range(len(self._apps)):
                    yield Button(self._app_label(number), id=f"app-{number}", compact=True)
        with Vertical(classes="house"):
            yield from self._house()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Show another app, or flip a switch."""
        event.stop()
        what, _dash, number = str(event.button.id).partition("-")
        if what == "app":
            self._at, self._before = int(number), frozenset()
            for at in range(len(self._apps)):
                self.query_one(f"#app-{at}", Button).label = self._app_label(at)
            self.call_later(self._draw, f"app-{number}")
        else:
            self.choose(int(number))

    def choose(self, number: int) -> None:
        """Flip the switch at `number`."""
        if number < len(self.doors.settings):
            settings, name = self._settings[self._at], self.doors.settings[number].name
            self._before = frozenset(map(_said, self.doors.at_door(settings)))
            settings[name] = not settings[name]
            self.call_later(self._draw, f"setting-{number}")

    async def _draw(self, focused: str) -> None:
        async with self.batch():
            house = self.query_one(".house")
            await house.remove_children()
            await house.mount_all(self._house())
        self.query_one(f"#{focused}").focus(scroll_visible=False)
        self.call_after_refresh(self._show_change if self._before else self._show_app)

    def _show_app(self) -> None:
        """Scroll to the app that was chosen."""
        self.query_one(".apps").scroll_visible(top=True, animate=False, immediate=True)

    def _show_change(self) -> None:
        """Scroll to the visitors for whom something changed, with the switches above them if there is room."""
        settings, changed = self.query_one(".settings"), list(self.query(".changed"))
        if not all(map(_is_seen, (settings, *changed))):
            settings.scroll_visible(top=True, animate=False, immediate=True)
            changed[0].scroll_visible(animate=False, immediate=True)

    def _app_label(self, number: int) -> Content:
        doors = self._apps[number]
        twice = sum(other.app == doors.app for other in self._apps) > 1
        name = f"{doors.app} {doors.era}" if twice else doors.app
        return shown(f"{CHOSEN if number == self._at else OTHER} {name}")

    def _house(self) -> Iterator[Widget]:
        doors, settings = self.doors, self._settings[self._at]
        source = _("{app}, {era}. From: {source}.").format(app=doors.app, era=doors.era, source=doors.source)
        yield Static(shown(source), markup=False, classes="app")
        with_settings = Vertical(*self._switches(), classes="settings")
        with_settings.display = bool(doors.settings)
        yield with_settings
        visitors = doors.at_door(settings)
        if self._before == frozenset(map(_said, visitors)):
            yield Static(_(UNCHANGED), markup=False, classes="changed today")
        if self.app.size.height >= ROOM_FOR_HOUSE:
            yield Static(shown("\n".join(house_lines(visitors))), markup=False, classes="drawn")
        for letter, visitor in zip(LETTERS, visitors, strict=False):
            yield self._visitor(letter, visitor)
        day = date.today()  # noqa: DTZ011 - the family's own day
        for text in (*doors.facts, doors.reminder(day)):
            yield Static(shown(text), markup=False, classes="today")

    def _visitor(self, letter: str, visitor: Visitor) -> Static:
        """What one visitor may do, and whether that changed just now."""
        door, how = door_of(visitor)
        is_changed = bool(self._before) and _said(visitor) not in self._before
        line = shown(f"{letter}  {visitor.label}: ", "bold") + shown(door)
        line += shown(f" {_(CHANGED)}", "bold") if is_changed else ""
        line += shown(f"\n{visitor.sent} {visitor.why}")
        return Static(line, markup=False, classes=f"visitor {how}{' changed' if is_changed else ''}")

    def _switches(self) -> Iterator[Button]:
        for number, setting in enumerate(self.doors.settings):
            on = self._settings[self._at][setting.name]
            yield Button(_switch_label(number, setting, on=on), id=f"setting-{number}", compact=True)


def door_of(visitor: Visitor) -> tuple[str, str]:
    """What a visitor may do in words, and the look of the door."""
    if visitor.starts:
        return (_(OPEN) if visitor.answers else _(ANSWERED_NOT)), "open"
    if visitor.answers:
        return _(HALF), "half"
    return (_(SEES), "seen") if visitor.sees else (_(SHUT), "shut")


def house_lines(visitors: Sequence[Visitor]) -> Iterator[str]:
    """Draw a house with one door per visitor: open, ajar, with a window, or shut (#)."""
    drawn = (_DRAWN[door_of(visitor)[1]] for visitor in visitors)
    doors = [(f"+-{letter}--+", *below) for letter, (_, *below) in zip(LETTERS, drawn, strict=False)]
    width = 7 * len(doors) + 1
    yield f"  {'_' * width}"
    yield f" /{' ' * width}\\"
    for line in range(3):
        yield f" |{' '.join(['', *(door[line] for door in doors), ''])}|"


def _said(visitor: Visitor) -> str:
    """All that is said of a visitor."""
    return f"{visitor.label}: {door_of(visitor)[0]}\n{visitor.sent} {visitor.why}"


def _is_seen(widget: Widget) -> bool:
    """Whether all of a widget is on the screen."""
    return widget.region.intersection(widget.screen.find_widget(widget).clip) == widget.region


def _switch_label(number: int, setting: DoorSetting, *, on: bool) -> Content:
    whose = "" if setting.whose is Whose.YOURS else _(" (theirs to switch)")
    return shown(f"{ON if on else OFF} {number + 1}  {setting.label}: {_('on') if on else _('off')}{whose}")
