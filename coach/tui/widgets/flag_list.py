"""The list of what is flagged: the phrase, the reason, better words, and a note for the grown-up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from coach.models import Concern, Flag
from coach.tui.shown import clean, on_one_line
from coach.tui.signs import CARE, WEIGHTS

THANKS = "Thank you for writing this. You are not in trouble."
PEOPLE_TO_CALL = "F1 shows people you can call."
NOTHING = "Nothing to look at again."


class Card(NamedTuple):
    """One flag as it is shown; empty words were said before."""

    kind: str
    sign: str
    phrase: str
    why: str
    instead: tuple[str, ...]
    note: str


class FlagList(VerticalGroup):
    """What is flagged, `care` first; a reason that was given is not given twice."""

    DEFAULT_CSS = """
    FlagList {
        & > Static { height: auto; }
        & > .words { padding: 0 1; color: $text-muted; }
        & > .thanks { padding: 0 1; text-style: bold; color: $text; }
        & > .card { padding: 0 1; margin-bottom: 1; border-left: outer $accent; }
        & > .card.-pause { border-left: outer $warning; }
        & > .card.-stop { border-left: outer $error; }
        & > .card.-care { border-left: outer $success; }
    }
    """

    words: reactive[str] = reactive("", recompose=True)
    """What to say when there is nothing to list."""
    cards: reactive[tuple[Card, ...]] = reactive((), recompose=True)
    """What is listed."""

    def compose(self) -> ComposeResult:
        """Thanks where somebody may be hurting, and a card for every flag."""
        if any(card.kind == "care" for card in self.cards):
            yield Static(THANKS, classes="thanks")
        for card in self.cards:
            yield Static(_content(card), classes=f"card -{card.kind}")
        if not self.cards and self.words:
            yield Static(self.words, classes="words", markup=False)

    def show_flags(self, flags: tuple[Flag, ...]) -> None:
        """List these."""
        self.words = NOTHING
        self.cards = tuple(_cards(flags))

    def show_words(self, words: str) -> None:
        """List nothing, and say why."""
        self.words = words
        self.cards = ()


def _cards(flags: tuple[Flag, ...]) -> Iterator[Card]:
    said: set[str] = set()
    for flag in sorted(flags, key=lambda flag: (flag.concern is not Concern.CARE, flag.start)):
        care = flag.concern is Concern.CARE
        new = [words for words in (flag.why, *flag.instead, flag.note) if words not in said]
        said.update(new)
        yield Card(
            kind="care" if care else flag.weight.value,
            sign=CARE if care else WEIGHTS[flag.weight],
            phrase=on_one_line(clean(flag.phrase)),
            why=flag.why if flag.why in new else "",
            instead=tuple(words for words in flag.instead if words in new),
            note=flag.note if flag.note in new else "",
        )


def _content(card: Card) -> Content:
    lines = [Content.assemble((card.sign, "bold"), "  ", (f'"{card.phrase}"', "bold underline"))]
    if card.why:
        lines.append(Content(clean(card.why)))
    for at, words in enumerate(card.instead):
        lines.append(Content.assemble(("or: " if at else "Try: ", "bold"), clean(words)))
    if card.kind == "care" and card.why:
        lines.append(Content(PEOPLE_TO_CALL))
    if card.note:
        lines.append(Content.assemble(("For the grown-up: ", "bold"), clean(card.note)).stylize("$text-muted"))
    return Content("\n").join(lines)
