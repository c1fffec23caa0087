"""The drill of a grown-up's first words, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.course import judge_first_words
from coach.helplines import help_with
from coach.locale import N_, _
from coach.models import Message, Tell
from coach.plain.console import Console

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach.counsel import CheckWithCounsel

AGAIN = N_("Look again.")
OWN = N_("Grown-up: say it in your own words, then type them. Enter goes on.")
WOULD = N_("Child: would you go on telling? Type 1 for yes. Enter for not yet.")
GOES_ON = N_("Then you two have the hardest part behind you.")
TRY_AGAIN = N_("Child: say what was missing. Then the grown-up tries again.")


def drill(console: Console, tell: Tell, load: Callable[[], CheckWithCounsel], country: str = "") -> None:
    """Let the child say its line and the grown-up answer, first by choosing and then in words of their own."""
    console.say(_("Child, say this as if it were true: {says}").format(says=tell.says))
    for number, way in enumerate(tell.ways, 1):
        console.say(f"{number}. {way.text}", "  ")
    question = _("Grown-up, what do you say first? Type a number. Enter goes on.")
    while (chosen := console.choose(question, len(tell.ways))) is not None:
        way = tell.ways[chosen]
        console.say(way.answer if way.is_best else f"{_(AGAIN)} {way.answer}")
    if _in_own_words(console, tell, load, country) and tell.swap:
        console.say(_("Swap: {swap}").format(swap=tell.swap))
        console.ask(_("Enter goes on."))


def _in_own_words(console: Console, tell: Tell, load: Callable[[], CheckWithCounsel], country: str) -> bool:
    """Ask for words until the child would go on telling; False if the grown-up stops before."""
    while line := console.ask(_(OWN)):
        judged = judge_first_words(tell, line, load())
        console.say(judged.words if judged.is_yours else f"{_(AGAIN)} {judged.words}")
        if judged.is_yours:
            if console.choose(_(WOULD), 1) == 0:
                console.say(_(GOES_ON))
                return True
            console.say(_(TRY_AGAIN))
        for helping in help_with(load()(Message(text=line)), country):
            console.say(str(helping), "    ")
    return False
