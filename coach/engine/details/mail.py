"""E-mail addresses, also spelled out: "lushlowri at example dot com"."""

from __future__ import annotations

import re

from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, always, where
from coach.engine.details.wording import ordinary

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


def _is_persons(found: re.Match[str], text: str) -> bool:
    """Return whether it is an address and not an office's: `jo @ example.com` is, `thanks @example.band` is not."""
    written = found[0]
    is_joined = (" @" in written) == ("@ " in written)
    return is_joined and written.partition("@")[0].strip().lower() not in ordinary("offices")


def _is_box(found: re.Match[str], text: str) -> bool:
    return found["box"].lower() not in ordinary("not-a-mailbox") | ordinary("offices")


MAIL = (
    Seeker(_WRITTEN, where(_is_persons, always("contact", "email"))),
    Seeker(_SAID, where(_is_box, always("contact", "email")), beside=_SAID_DOT),
)
"""Finds people's e-mail addresses."""
