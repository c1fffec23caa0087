"""The practices, line by line: each repeats until it is done or skipped with an empty line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import cycle
from typing import TYPE_CHECKING

from coach.course import Check, branch_of, judge_choice, judge_rewrite, judge_sort
from coach.helplines import OUTSIDE, help_with
from coach.locale import N_, _
from coach.models import (
    Audience,
    Choice,
    Concern,
    Counsel,
    Doors,
    Flag,
    Message,
    Pause,
    Reader,
    Report,
    RewriteTask,
    Show,
    Sort,
    Visitor,
    Whose,
    gravest_first,
)
from coach.plain.console import Console, number_in

if TYPE_CHECKING:
    from coach.counsel import CheckWithCounsel

MOST_REWRITES = 3
"""Most ways to send a draft that are said."""
RIGHT, AGAIN = N_("This fits."), N_("Look again.")
DECIDE = (N_("Child: would you send this?"), N_("Grown-up: would you be glad to get it?"))
TO_STRANGER = (DECIDE[0], N_("Grown-up: is that fine with you?"))
"""Where a stranger reads it: whether a no is nice to get does not matter."""
BOTH = N_("You both said yes.")
ASK = N_("Type it in your own words. h gives a hint, then one way. Enter goes on.")
ASK_ANOTHER = N_("Type it in your own words. h gives a hint, then one way, d another draft. Enter goes on.")
GOES_TO: Mapping[Audience, str] = {
    Audience.PUBLIC: N_("Everybody can read this."),
    Audience.GROUP: N_("This goes to a group."),
    Audience.FRIEND: N_("This goes to a friend."),
    Audience.STRANGER: N_("This goes to somebody you only know online."),
}

SPEAKERS = {
    Reader.BOTH: N_("Read together:"),
    Reader.CHILD: N_("Child reads:"),
    Reader.PARENT: N_("Grown-up reads:"),
    Reader.TALK: N_("Talk together:"),
}
"""How each reader is announced."""


def choose(console: Console, choice: Choice) -> str | None:
    """Ask for an option and return where it leads, if anywhere."""
    say_numbered(console, [option.text for option in choice.options])
    leads = any(option.goes_to for option in choice.options)
    ask = _("More than one is right. Type the numbers, such as 1 3.") if choice.several else _("Type a number.")
    chosen: frozenset[int] = frozenset()
    while True:
        line = console.ask(f"{ask} {_('Enter goes on.')}" if chosen or not leads else ask)
        if not line and (chosen or not leads):
            return branch_of(choice, chosen)
        numbers = [number_in(part) for part in line.replace(",", " ").split()]
        found = frozenset(number - 1 for number in numbers if number and number <= len(choice.options))
        if len(found) != len(set(numbers)) or not found or (len(found) > 1 and not choice.several):
            console.say(_("Type a number from 1 to {count}.").format(count=len(choice.options)))
            continue
        chosen = found
        verdict = judge_choice(choice, chosen)
        opening = _(RIGHT) if verdict.passed else "" if choice.several else _(AGAIN)
        console.say(f"{opening} {verdict.words}".lstrip())


def rewrite(console: Console, draft: RewriteTask, counselled: CheckWithCounsel, country: str = "") -> None:
    """Ask for better words until Coach sees nothing in them and both say yes."""
    check: Check = lru_cache(maxsize=1)(counselled)  # The verdict and the help lines both check the same text.
    console.say(_(GOES_TO[draft.audience]))
    _say_start(console, draft, draft.start, counselled)
    if draft.keep:
        console.say(_("Keep in it: {words}.").format(words=", ".join(draft.keep)))
    helps = iter(
        (
            _("A hint: {hint}").format(hint=draft.hint),
            _("One way to say it: {solution}").format(solution=draft.solution),
        )
    )
    starts = cycle((*draft.others, draft.start))
    while line := console.ask(_(ASK_ANOTHER) if draft.others else _(ASK)):
        if line.lower() == "h":
            console.say(next(helps, _("One way to say it: {solution}").format(solution=draft.solution)))
            continue
        if line.lower() == "d" and draft.others:
            _say_start(console, draft, next(starts), counselled)
            continue
        judged = judge_rewrite(draft, line, check)
        console.say(judged.words if judged.is_yours else f"{_(AGAIN)} {judged.words}")
        if judged.is_yours and both_say_yes(console, draft.audience):
            console.say(_(BOTH))
            return
        for helping in help_with(check(Message(text=line, audience=draft.audience)), country):
            console.say(str(helping), "    ")


def _say_start(console: Console, draft: RewriteTask, start: str, counselled: CheckWithCounsel) -> None:
    console.say(_("It says: {start}").format(start=start))
    if draft.is_judged:
        report = counselled(Message(text=start, audience=draft.audience))
        for flag in counselled.counsel(report).flags or report.flags:
            _point_at(console, flag)


def both_say_yes(console: Console, audience: Audience) -> bool:
    """Ask the child and the grown-up about words for `audience`; a no goes back to the words."""
    asked = TO_STRANGER if audience is Audience.STRANGER else DECIDE
    return all(console.choose(f"{_(question)} {_('Type 1 for yes. Enter tries again.')}", 1) == 0 for question in asked)


def tell(console: Console, report: Report, counsel: Counsel, country: str = "") -> None:
    """Print what Coach found in a message, phrase by phrase, ways to send it instead, and who can help."""
    if counsel.comfort:
        console.say(counsel.comfort, "  ")
    if counsel.comes_first:
        console.say(_("First: {first}").format(first=counsel.first), "  ")
    for flag in gravest_first(counsel.flags or report.flags):
        _point_at(console, flag)
        for step in flag.steps:
            console.say(f"- {step}", "    ")
    if counsel.nothing:
        console.say(counsel.nothing, "  ")
    for number, way in enumerate(counsel.rewrites[:MOST_REWRITES]):
        console.say(f"{_('Or') if number else _('You could send')}: {' '.join(way.text.split())}", "  ")
    lines = help_with(report, country)
    if lines:
        console.say(_(OUTSIDE), "  ")
    for line in lines:
        console.say(str(line), "    ")


def _point_at(console: Console, flag: Flag) -> None:
    phrase = " ".join(flag.phrase.split())
    console.say(
        flag.why
        if flag.concern is Concern.CARE
        else _('Look at "{phrase}". {why}').format(phrase=phrase, why=flag.why),
        "  ",
    )


def sort(console: Console, things: Sort) -> None:
    """Ask where each item belongs."""
    boxes = ", ".join(f"{number} {box}" for number, box in enumerate(things.boxes, 1))
    for number, item in enumerate(things.items, 1):
        console.say(_("{number} of {count}: {text}").format(number=number, count=len(things.items), text=item.text))
        while (
            box := console.choose(_("Where does it go? {boxes}. Enter goes on.").format(boxes=boxes), len(things.boxes))
        ) is not None:
            verdict = judge_sort(things, item, things.boxes[box])
            console.say(f"{_(RIGHT)} {verdict.words}" if verdict.passed else verdict.words)
            if verdict.passed:
                break


def open_doors(console: Console, apps: tuple[Doors, ...]) -> None:
    """For each app, switch its settings and list who gets through."""
    for doors in apps:
        settings = doors.first_settings
        console.say(_("{app}, {era}. From: {source}.").format(app=doors.app, era=doors.era, source=doors.source))
        while True:
            _visitors(console, doors.at_door(settings))
            if not doors.settings:
                break
            for number, setting in enumerate(doors.settings, 1):
                whose = "" if setting.whose is Whose.YOURS else _(" (their setting)")
                console.say(
                    f"{number}. {setting.label}{whose}: {_('on') if settings[setting.name] else _('off')}", "  "
                )
            turned = console.choose(_("Type a number to switch that setting. Enter goes on."), len(doors.settings))
            if turned is None:
                break
            name = doors.settings[turned].name
            settings[name] = not settings[name]
        day = date.today()  # noqa: DTZ011 - the family's own day
        for text in (*doors.facts, doors.reminder(day)):
            console.say(text)


def _visitors(console: Console, visitors: tuple[Visitor, ...]) -> None:
    for visitor in visitors:
        console.say(f"{visitor.label}: {may(visitor)}. {visitor.sent} {visitor.why}", "  ")


def may(visitor: Visitor) -> str:
    """Describe in words what a visitor may do."""
    if visitor.starts:
        return _("may write first") if visitor.answers else _("may write first, but not answer")
    if visitor.answers:
        return _("may only answer you")
    return _("may not write, but sees what you post") if visitor.sees else _("stays out")


def count(console: Console, pause: Pause) -> None:
    """Ask both to count out loud; the numbers are here to count along."""
    console.say("  ".join(map(str, range(1, pause.count + 1))), "  ")
    console.ask(_("Count out loud together, slowly. Press Enter when you are ready."))


def tick(console: Console, show: Show) -> None:
    """Go through a checklist, waiting at each item."""
    console.say(_("On {phone}:").format(phone=show.phone))
    for number, item in enumerate(show.items, 1):
        console.say(f"{number}. {item}", "  ")
        console.ask(_("Press Enter when it is done."))


def say_numbered(console: Console, texts: list[str]) -> None:
    """List texts with their numbers."""
    for number, text in enumerate(texts, 1):
        console.say(f"{number}. {text}", "  ")
