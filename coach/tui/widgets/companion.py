"""A small figure that keeps the family company. Reads `companion.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Static

from coach.locale import N_, _
from coach.models import Comfort
from coach.tui.family_app import FamilyApp, family_in
from coach.tui.messages import Deed
from coach.tui.preferences import NOBODY, companion_of

BLINK = 0.6
"""Seconds until the figure blinks, once; it keeps still otherwise."""
SHUT = 0.15
"""Seconds for which its eyes are shut then."""
CALM, QUIET = "calm", "quiet"
COMPANY = N_("Choose who keeps you company")
"""Offered once, after the first lesson."""


class Figure(NamedTuple):
    """One figure: rows of letters, and the colour of each letter."""

    name: str
    label: str
    colours: Mapping[str, str]
    rows: tuple[str, ...]

    def in_mood(self, mood: Mapping[str, str]) -> tuple[str, ...]:
        """Return the rows with those of a mood on top."""
        return tuple(_over(mood.get(str(number), ""), row) for number, row in enumerate(self.rows))


class Reaction(NamedTuple):
    """What a companion does when the two did something."""

    mood: str
    said: str


class Companions(NamedTuple):
    """All figures, moods and reactions."""

    figures: Mapping[str, Figure]
    moods: Mapping[str, Mapping[str, str]]
    reactions: Mapping[Deed, Reaction]


@cache
def companions() -> Companions:
    """Read the figures that Coach ships."""
    read = tomllib.loads(Path(__file__).with_name("companion.toml").read_text(encoding="utf-8"))
    figures = (Figure(each["name"], each["label"], each["colours"], tuple(each["rows"])) for each in read["figures"])
    return Companions(
        {figure.name: figure for figure in figures},
        read["moods"],
        {Deed(name): Reaction(**each) for name, each in read["deeds"].items()},
    )


def drawn(figure: Figure, mood: str) -> Content:
    """Draw a figure in half blocks, two rows of dots to a line."""
    rows = figure.in_mood(companions().moods[mood])
    lines = zip_longest(rows[::2], rows[1::2], fillvalue="")
    return Content("\n").join(Content.assemble(*_cells(figure.colours, *pair)) for pair in lines)


def _cells(colours: Mapping[str, str], upper: str, lower: str) -> Iterator[tuple[str, str]]:
    """Yield each cell of a line with its style."""
    for above, below in zip_longest(upper, lower, fillvalue="."):
        top, bottom = colours.get(above, ""), colours.get(below, "")
        if top == bottom:
            yield ("\u2588", top) if top else (" ", "")
        elif not top:
            yield "\u2584", bottom
        else:
            yield "\u2580", f"{top} on {bottom}" if bottom else top


def _over(upper: str, lower: str) -> str:
    return "".join(
        above if above not in {".", ""} else below for above, below in zip_longest(upper, lower, fillvalue="")
    )


class Companion(Static):
    """The family's figure in the mood of what they did last; it is absent where the window is small."""

    DEFAULT_CSS = """
    Companion { width: 12; height: 5; }
    Companion.nobody { display: none; }
    .-narrow Companion, .-short Companion { display: none; }
    """

    class Pressed(Message):
        """Posted when the figure was clicked, to choose another one."""

    def __init__(self, deed: Deed | None = None, lines: int | None = None) -> None:
        """Show the reaction to `deed`, or to what was done last; of the figure the first `lines`, or all of it."""
        super().__init__(markup=False)
        self._deed = deed
        self._lines = lines

    def on_mount(self) -> None:
        """Draw it."""
        self.show()

    def on_click(self, event: events.Click) -> None:
        """Ask for another figure."""
        event.stop()
        self.post_message(self.Pressed())

    def show(self) -> None:
        """Draw the figure that the family chose, and blink once where things may move."""
        comfort = self._comfort
        name = companion_of(comfort)
        self.set_class(name == NOBODY, "nobody")
        if name == NOBODY:
            return
        self.tooltip = f"{_(self._reaction.said)} {_('(Press to choose another companion.)')}"
        self._draw(self._reaction.mood)
        if comfort.moves and self._reaction.mood == CALM:
            self.set_timer(BLINK, self._blink)

    @property
    def _reaction(self) -> Reaction:
        last = self.app.last_deed if isinstance(self.app, FamilyApp) else Deed.NOTHING
        return companions().reactions[self._deed or last]

    @property
    def _comfort(self) -> Comfort:
        family = family_in(self.app)
        return family.comfort

    def _blink(self) -> None:
        self._draw(QUIET)
        self.set_timer(SHUT, lambda: self._draw(self._reaction.mood))

    def _draw(self, mood: str) -> None:
        figure = companions().figures.get(companion_of(self._comfort))
        if figure:
            self.update(Content("\n").join(drawn(figure, mood).split("\n")[: self._lines]))


class CompanionLine(Static):
    """What the companion says, in one line."""

    DEFAULT_CSS = """
    CompanionLine { height: 5; width: 1fr; padding: 2 2 0 2; color: $text-muted; }
    CompanionLine.nobody { display: none; }
    .-narrow CompanionLine, .-short CompanionLine { display: none; }
    """

    def __init__(self, deed: Deed) -> None:
        super().__init__(_(companions().reactions[deed].said), markup=False)

    def on_mount(self) -> None:
        """Begin as the family likes it."""
        self.show()

    def show(self) -> None:
        """Stay away if the family wants no companion."""
        family = family_in(self.app)
        self.set_class(companion_of(family.comfort) == NOBODY, "nobody")


class CompanyButton(Button):
    """Offers to choose a companion, until the family chose one or nobody."""

    def __init__(self) -> None:
        super().__init__(_(COMPANY), id="companion", compact=True)

    def on_mount(self) -> None:
        """Begin as the family likes it."""
        self.show()

    def show(self) -> None:
        """Stay away once somebody was chosen, or nobody."""
        family = family_in(self.app)
        self.display = not family.comfort.companion
