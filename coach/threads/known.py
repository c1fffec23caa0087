"""What somebody known only online knows about the child, listed from the flags of the child's own turns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coach.locale import N_, _
from coach.models import Audience, Flag
from coach.threads.answering import how_answered
from coach.threads.chat_walk import ChatWalk, MarkedTurn

KNOWN = N_("What they know about you now:")
WHAT_NOW = N_("None of this is your fault. Go through the list: what can you two change, and who else should know?")
SAID: Mapping[str, str] = {
    "oversharing/full-name": N_("your name"),
    "oversharing/age-birthday": N_("how old you are, or your birthday"),
    "oversharing/address": N_("where you live"),
    "oversharing/school": N_("your school"),
    "oversharing/contact": N_("how to call you or write to you"),
    "oversharing/account": N_("your name in another app"),
    "oversharing/location-now": N_("where you were when you wrote it"),
    "oversharing/routine": N_("where you are at a certain time"),
    "oversharing/home-alone": N_("when no grown-up is with you"),
    "going-along/tells-alone": N_("when no grown-up is with you"),
    "oversharing/holiday": N_("when your family is away"),
    "oversharing/money": N_("something about your family's money"),
    "oversharing/password": N_("a password or a code: change it today"),
    "oversharing/photo": N_("what a picture shows"),
    "going-along/sends-picture": N_("how you look, if you sent a picture"),
    "oversharing/someone-elses": N_("something about somebody else"),
}
"""What the child's words of a category tell, to be read behind `KNOWN`; of other categories they tell nothing."""


def known_of(walk: ChatWalk) -> Iterator[str]:
    """Yield a heading, what the other knows, each once and in the order of the list, and what to do; or nothing."""
    given = {
        flag.category for mark in walk.marks if _is_to_stranger(walk, mark) for flag in mark.one.flags if _tells(flag)
    }
    said = dict.fromkeys(_(words) for category, words in SAID.items() if category in given)
    if said:
        yield _(KNOWN)
        yield from (f"\u2022 {words}" for words in said)
        yield _(WHAT_NOW)


def _is_to_stranger(walk: ChatWalk, mark: MarkedTurn) -> bool:
    """Return whether the child wrote it to somebody known only online, or to whom an alarm is about."""
    is_online = mark.one.report.message.audience is Audience.STRANGER
    has_alarm = any(climb.chat == mark.one.turn.chat and not climb.is_mine for climb in walk.alarms)
    return mark.one.is_mine and (is_online or has_alarm)


def _tells(flag: Flag) -> bool:
    """Return whether the other knows it by these words: not by a promise, nor where a grown-up was near."""
    return not how_answered(flag)
