"""Selects help lines by country, and by what was found in a message."""

from __future__ import annotations

import locale
import os
import re
import sys
from collections.abc import Iterable, Mapping
from itertools import islice

from coach.helplines.of_packs import pack_lines
from coach.helplines.reader import ANYWHERE, EU, HelpKind, Helpline, read_helplines
from coach.locale import N_
from coach.models import Audience, Concern, Flag, Report, Role
from coach.models.category import FRIEND_IN_DANGER

_EU_COUNTRIES = frozenset("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split())
_COUNTRY = re.compile(r"[a-z]{2,3}_([A-Z]{2})(?![A-Za-z])")
"""A locale with a country: `en_GB.UTF-8`."""
OUTSIDE = N_("Somebody to talk to, outside the home too:")
"""The heading above the lines."""
ANY_EMERGENCY = N_("In danger, call the emergency number where you are, such as 112, 911 or 999.")
"""Said first where the country is unknown."""
MOST_SHOWN = 3
"""The most lines shown with a report; nobody reads a wall of numbers."""

_TALK = (HelpKind.CHILD, HelpKind.DIRECTORY)
_DANGER = (HelpKind.CHILD, HelpKind.CRISIS, HelpKind.EMERGENCY, HelpKind.DIRECTORY)
_NEAR = (HelpKind.EMERGENCY, HelpKind.CHILD, HelpKind.REPORT, HelpKind.DIRECTORY)
"""Somebody may be outside: the number to call now comes first."""
_REPORT = (HelpKind.CHILD, HelpKind.REPORT, HelpKind.DIRECTORY)
_PICTURE = (HelpKind.CHILD, HelpKind.TAKEDOWN, HelpKind.REPORT, HelpKind.DIRECTORY)
_LEFT_OUT = ("few-friends", "left-out", "left-over", "shut-out")
"""Rules of a friend who was left out: no crisis, so no emergency number."""
_FITTING: Mapping[str, tuple[HelpKind, ...]] = {
    "care/hurting": _DANGER,
    "care/hurting/cried-today": _TALK,
    "care/friend-hurting": _DANGER,
    **dict.fromkeys((f"care/friend-hurting/own-{name}" for name in _LEFT_OUT), _TALK),
    "care/unsafe": _DANGER,
    "care/eating": _TALK,
    "care/bullied": _TALK,
    FRIEND_IN_DANGER: _DANGER,
    "care/worried/weapon-at-school": _DANGER,
    "care/worried/stopped-eating": _TALK,
    "care/worried/plainly-sad": _TALK,
    "unkind/self-harm": _DANGER,
    "red-flag/blackmail": _PICTURE,
    "red-flag/blackmail/out-of-love": _REPORT,
    "red-flag/asks-photo/private-pictures": _REPORT,
    "red-flag/meet/near-you": _NEAR,
    "red-flag/meet/waits-outside": _NEAR,
    "going-along/sends-picture": _PICTURE,
    "going-along/sends-picture/of-a-pet-or-thing": (),
}
"""The kinds of lines for a category or a rule, most important first; most of `worried` needs warmth, not numbers."""
_AMONG_FRIENDS = frozenset(
    f"going-along/hides/{name}" for name in ("behind-their-backs", "cover-for-me", "with-their-card")
)
"""Rules of what friends hide from their families together, which nobody has to be reported for."""
_FRIENDS = frozenset({Audience.FRIEND, Audience.GROUP})


def home_country(chosen: str = "") -> str:
    """Return the country to look for lines in: the one the family chose, or else the one in the computer's locale.

    Returns:
        An ISO 3166 code of two letters, or an empty string if the country is unknown.
    """
    if chosen:
        return chosen
    named = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    # On other systems, Python reports the locale `C.UTF-8` as American.
    named += [locale.getlocale()[0] or ""] if sys.platform == "win32" else []
    found = (_COUNTRY.match(one) for one in named)
    return next((one[1] for one in found if one), "")


def lines_near(country: str) -> tuple[Helpline, ...]:
    """List the lines of a country by kind, then those of the European Union, those for any country, those of packs."""
    known = read_helplines()
    own = [line for line in known if line.country == country and country]
    if country in _EU_COUNTRIES:
        kinds = {line.kind for line in own}
        own += [line for line in known if line.country == EU and line.kind not in kinds]
    own.sort(key=lambda line: list(HelpKind).index(line.kind))
    added = (line for line in pack_lines() if line.country in {country, ANYWHERE})
    return (*own, *(line for line in known if line.country == ANYWHERE), *added)


def talk_near(country: str) -> tuple[Helpline, ...]:
    """Select the few lines for a friend who is not all right, and for whoever worries about one."""
    return _of_kinds(_DANGER, country)


def takedown_near(country: str) -> tuple[Helpline, ...]:
    """List who takes a private picture down, near first and each once, then whom to report a threat to."""
    near = lines_near(country)
    found = {line.name: line for line in reversed(near) if line.kind is HelpKind.TAKEDOWN}
    reports = [line for line in near if line.kind is HelpKind.REPORT and line.name not in found]
    return (*reversed(found.values()), *reports[:1])


def help_with(report: Report, country: str) -> tuple[Helpline, ...]:
    """Select the few lines to show with a report; none if nobody is hurt, pressured or deceived.

    Args:
        report: the report.
        country: the country, as returned by `home_country`.
    """
    known = report.message.audience in _FRIENDS
    return _near((flag for flag in report.flags if not (known and flag.rule in _AMONG_FRIENDS)), (), country)


def is_danger(report: Report) -> bool:
    """Return whether an emergency number belongs to a report: somebody may hurt themselves, or is not safe."""
    return any(HelpKind.EMERGENCY in _kinds(flag) for flag in report.flags)


def help_with_chat(flags: Iterable[Flag], country: str, *, is_alarm: bool) -> tuple[Helpline, ...]:
    """Select the few lines to show with a whole chat.

    Args:
        flags: what was found in its turns.
        country: the country, as returned by `home_country`.
        is_alarm: whether somebody in it goes step by step where a child should not be led.
    """
    return _near(flags, _REPORT if is_alarm else (), country)


def _near(flags: Iterable[Flag], first: Iterable[HelpKind], country: str) -> tuple[Helpline, ...]:
    return _of_kinds(dict.fromkeys((*first, *(kind for flag in flags for kind in _kinds(flag)))), country)


def _of_kinds(kinds: Iterable[HelpKind], country: str) -> tuple[Helpline, ...]:
    near, added = lines_near(country), pack_lines()
    found = list[Helpline]()
    for kind in kinds:
        shown = {(line.name, line.reach) for line in found}
        own = (line for line in near if line.kind is kind and line not in added)
        found.extend(islice((line for line in own if (line.name, line.reach) not in shown), 1))
    of_pack = [line for line in near if line in added and line.kind in kinds]
    return (*_shown(found), *of_pack[:1])


def _kinds(flag: Flag) -> tuple[HelpKind, ...]:
    if flag.concern is Concern.GOING_ALONG:
        return _FITTING.get(flag.rule, _FITTING.get(flag.category, _REPORT))
    if flag.concern is Concern.UNKIND and flag.role is Role.WRITER:
        return ()
    return _FITTING.get(flag.rule) or _FITTING.get(flag.category, ())


def _shown(lines: Iterable[Helpline]) -> list[Helpline]:
    """Keep the first few, the directory last, so that there is always a way to reach somebody outside the home."""
    lines = list(lines)
    others = [line for line in lines if line.kind is not HelpKind.DIRECTORY]
    directory = [line for line in lines if line.kind is HelpKind.DIRECTORY]
    return [*others[:MOST_SHOWN], *directory[:1]] if len(others) < MOST_SHOWN else others[:MOST_SHOWN]
