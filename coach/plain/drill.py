"""The drill of a grown-up's first words, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.course import judge_first_words
from coach.helplines import help_with
from coach.models import Message, Tell
from coach.plain.console import Console

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.counsel import CheckWithCounsel

AGAIN = "Look again."
OWN = "Grown-up: say it in your own words, then type them. Enter goes on."
WOULD = "Child: would you go on telling? Type 1 for yes. Enter for not yet."
GOES_ON = "Then you two have the hardest part behind you."
TRY_AGAIN = "Child: say what was missing. Then the grown-up tries again."


def drill(console: Console, tell: Tell, load: Callable[[], CheckWithCounsel], country: str = "") -> None:
    """Let the child say its line and the grown-up answer, first by choosing and then in words of their own."""
    console.say(f"Child, say this as if it were true: {tell.says}")
    for number, way in enumerate(tell.ways, 1):
        console.say(f"{number}. {way.text}", "  ")
    question = "Grown-up, what do you say first? Type a number. Enter goes on."
    while (chosen := console.choose(question, len(tell.ways))) is not None:
        way = tell.ways[chosen]
        console.say(way.answer if way.is_best else f"{AGAIN} {way.answer}")
    if _in_own_words(console, tell, load, country) and tell.swap:
        console.say(f"Swap: {tell.swap}")
        console.ask("Enter goes on.")


def _in_own_words(console: Console, tell: Tell, load: Callable[[], CheckWithCounsel], country: str) -> bool:
    """Ask for words until the child would go on telling; False if the grown-up stops before."""
    while line := console.ask(OWN):
        judged = judge_first_words(tell, line, load())
        console.say(judged.words if judged.is_yours else f"{AGAIN} {judged.words}")
        if judged.is_yours:
            if console.choose(WOULD, 1) == 0:
                console.say(GOES_ON)
                return True
            console.say(TRY_AGAIN)
        for helping in help_with(load()(Message(text=line)), country):
            console.say(str(helping), "    ")
    return False
