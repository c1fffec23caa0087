"""E-mail addresses, also spelled out: "lushlowri at example dot com"."""

from __future__ import annotations

import re

from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, always, where
from coach.engine.details.wording import words

_WRITTEN = Expression(
    r"(?<![\w.+%-])[\w.+%-]{1,64}[ \t]?@[ \t]?(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}(?![\w@])", re.IGNORECASE
)
_AT = r"(?:[ \t]{1,2}[(\[]?at[)\]]?[ \t]{1,2}|[ \t]{0,2}[(\[{<](?:at|@)[)\]}>][ \t]{0,2}|[ \t]@[ \t])"
_DOT = r"(?:[ \t]{1,2}[(\[]?dot[)\]]?[ \t]{1,2}|[ \t]{0,2}[(\[{<](?:dot|\.)[)\]}>][ \t]{0,2}|\.)"
_SAID = Expression(
    rf"(?<![\w.])(?P<box>[\w.+-]{{2,40}}(?:[ \t]dot[ \t][\w+-]{{1,40}}){{0,2}}){_AT}"
    rf"[\w-]{{2,40}}(?:{_DOT}[\w-]{{2,20}}){{0,2}}{_DOT}"
    r"(?:com|org|net|edu|co|uk|ie|in|au|nz|ca|sg|ng|za|me|example)\b",
    re.IGNORECASE,
)
_SAID_DOT = Expression(r"@| dot |[\[({<](?:dot|at|\.)[\])}>]", re.IGNORECASE)
"""Without this, `claim at example.com` is a place and not an address to write to."""
_NO_BOX = words(
    """
    look looking looks go going find me us it her him them you out up down back order shop here there
    meet stuff things sign available now page site website online live see check all one was is are be
    get got buy sold visit read post posted more join free this that someone somebody people
    """
)
_OFFICES = words(
    """
    info support help contact office admin sales press team hello noreply no-reply enquiries reception
    privacy safety
    """
)


def _is_persons(found: re.Match[str], text: str) -> bool:
    """Return whether it is an address and not an office's: `jo @ example.com` is, `thanks @example.band` is not."""
    written = found[0]
    is_joined = (" @" in written) == ("@ " in written)
    return is_joined and written.partition("@")[0].strip().lower() not in _OFFICES


def _is_box(found: re.Match[str], text: str) -> bool:
    return found["box"].lower() not in _NO_BOX | _OFFICES


MAIL = (
    Seeker(_WRITTEN, where(_is_persons, always("contact", "email"))),
    Seeker(_SAID, where(_is_box, always("contact", "email")), beside=_SAID_DOT),
)
"""Finds people's e-mail addresses."""
