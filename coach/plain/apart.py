"""What the two do apart, line by line: on one screen nothing can be hidden, so both decide in their heads first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from coach.course import NO_RULES, NOBODY_WINS, compare, flags_in, judge_harm, reasons_of, said_of_unread
from coach.helplines import help_with, home_country
from coach.locale import N_, _
from coach.models import Decide, Duel, Family, Flag, Message, Received, Step
from coach.plain.console import Console, number_in
from coach.plain.practices import GOES_TO

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel

APART = N_("Each of you, choose in your head. Say it out loud on three.")
TOGETHER = N_("Which lines feel wrong? Choose together.")
NOTHING = N_("Coach marks nothing here. That happens: Coach reads words, and you know the people.")
WROTE_ALONE = N_("{who} wrote, so there is nothing to pick. Read it out loud: what do you two like in it?")
PICK = N_("Read them out loud. Each of you, say which line of the other one says it best, and why.")
MARKED = {
    (True, False): N_("{number}. You marked: {text}"),
    (False, True): N_("{number}. Coach marked: {text}"),
    (True, True): N_("{number}. You and Coach marked: {text}"),
    (False, False): N_("{number}. Nobody marked: {text}"),
}
"""Who marked a line, by whether the two and Coach did."""
MOST = 3
"""The most answers of each in a duel."""


def practise(console: Console, step: Step, load: Callable[[], CheckWithCounsel], family: Family) -> None:
    """Play whatever the two do apart in this step."""
    if step.received:
        mark(console, step.received, load(), family)
    if step.decide:
        decide(console, step.decide)
    if step.duel:
        duel(console, step.duel, load(), family)


def mark(console: Console, received: Received, check: CheckWithCounsel, family: Family) -> None:
    """Show a thread, ask which lines feel wrong, and compare with Coach."""
    for number, line in enumerate(received.lines, 1):
        if line.when:
            console.say(f"{line.when}:", "  ")
        console.say(f"{number}. {_(line.speaker) if line.is_mine else line.speaker}: {line.text}", "  ")
    console.say(_(APART) if received.is_apart else _(TOGETHER))
    chosen = _numbers(console, _("Type the numbers, such as 1 3. Enter compares with Coach."), len(received.lines))
    found = compare(received, check, family.age)
    for number, one in enumerate(found, 1):
        who = (number in chosen, bool(one.flags))
        if any(who) or one.reasons:
            console.say(_(MARKED[who]).format(number=number, text=one.said.text), "  ")
        if one.flags:
            console.say(_("Coach marks {phrases}.").format(phrases=_phrases(one.flags)), "    ")
        for reason in one.reasons:
            console.say(reason, "    ")
    if not any(one.flags for one in found):
        console.say(_(NOTHING) if received.is_judged else _(NO_RULES))
    console.ask(_("Press Enter to go on."))


def decide(console: Console, decide: Decide) -> None:
    """Ask both what they would do, then say what Coach says about each way."""
    for number, way in enumerate(decide.ways, 1):
        console.say(f"{number}. {way.text}", "  ")
    console.say(_(APART))
    while True:
        chosen = _numbers(console, _("Type both numbers, such as 1 3. Enter goes on."), len(decide.ways))
        if not chosen:
            return
        for number in sorted(chosen):
            console.say(f"{number}. {decide.ways[number - 1].answer}", "  ")


def duel(console: Console, duel: Duel, check: CheckWithCounsel, family: Family) -> None:
    """Let both write, say where Coach sees harm, and let each pick the other's best."""
    console.say(_(NOBODY_WINS))
    console.say(_(GOES_TO[duel.audience]))
    if duel.start:
        console.say(_("It says: {start}").format(start=duel.start))
        console.say(_marked(duel, check, family), "  ")
    console.say(_("Both write, one after the other. Whoever waits looks away."))
    wrote = []
    for who in (_("Child"), _("Grown-up")):
        for number in range(MOST):
            line = console.ask(_("{who}: type a line. Enter without words is enough.").format(who=who))
            if not line:
                break
            if not number:
                wrote.append(who)
            for words in _harm(duel, line, check, family):
                console.say(words, "  ")
    console.ask(" ".join([*_after_duel(wrote), _("Enter goes on.")]))


def _after_duel(wrote: list[str]) -> Iterator[str]:
    """Say what to do with the lines, by who wrote any."""
    if len(wrote) == 1:
        yield _(WROTE_ALONE).format(who=wrote[0])
    elif wrote:
        yield _(PICK)


def _marked(duel: Duel, check: CheckWithCounsel, family: Family) -> str:
    """Say what Coach marks in the draft of a duel."""
    if not duel.is_judged:
        return _(NO_RULES)
    flags = flags_in(Message(text=duel.start, audience=duel.audience), check, family.age)
    return (
        f"{_('Coach marks {phrases}.').format(phrases=_phrases(flags))} {' '.join(reasons_of(flags))}"
        if flags
        else _(NOTHING)
    )


def _harm(duel: Duel, line: str, check: CheckWithCounsel, family: Family) -> Iterator[str]:
    """Say where Coach sees harm, and who can help, or that it cannot read the line; nothing if it sees no harm."""
    judged = judge_harm(duel, line, check)
    if judged.is_yours:
        yield from filter(None, [said_of_unread(duel, judged)])
        return
    yield judged.words
    message = Message(text=line, audience=duel.audience)
    yield from map(str, help_with(check(message), home_country(family.country)))


def _phrases(flags: tuple[Flag, ...]) -> str:
    """Quote what is marked; a quiet flag is not quoted."""
    seen = (f'"{" ".join(flag.phrase.split())}"' for flag in flags if not flag.is_quiet)
    return _(" and ").join(seen) or _("something")


def _numbers(console: Console, question: str, count: int) -> frozenset[int]:
    """Ask for numbers from 1; an empty line gives none."""
    while True:
        parts = console.ask(question).replace(",", " ").split()
        numbers = [number_in(part) for part in parts]
        if all(number and number <= count for number in numbers):
            return frozenset(number for number in numbers if number)
        console.say(_("Type numbers from 1 to {count}.").format(count=count))
