"""E-mail addresses, also said: "lushlowri at example dot com"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engine.details.detail import Detail, detail_at
from coach.engine.details.wording import words

_WRITTEN = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}[ \t]?@[ \t]?(?:[\w-]{1,63}\.){1,4}[a-z]{2,24}(?![\w@])", re.IGNORECASE
)
_AT, _DOT = r"[ \t]{1,2}[(\[]?at[)\]]?[ \t]{1,2}", r"(?:[ \t]{1,2}[(\[]?dot[)\]]?[ \t]{1,2}|\.)"
_SAID = re.compile(
    rf"(?<![\w.])(?P<box>[\w.+-]{{2,40}}(?:[ \t]dot[ \t][\w+-]{{1,40}}){{0,2}}){_AT}"
    rf"[\w-]{{2,40}}(?:{_DOT}[\w-]{{2,20}}){{0,2}}{_DOT}"
    r"(?:com|org|net|edu|co|uk|ie|in|au|nz|ca|sg|ng|za|me|example)\b",
    re.IGNORECASE,
)
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


def find_mail(text: str) -> Iterator[Detail]:
    """Every e-mail address of a person; those of an office are passed over."""
    for found in _WRITTEN.finditer(text):
        if found[0].partition("@")[0].strip().lower() not in _OFFICES and _is_joined(found[0]):
            yield detail_at(found, "contact", "email")
    for found in _SAID.finditer(text):
        if found["box"].lower() not in _NO_BOX | _OFFICES:
            yield detail_at(found, "contact", "email")


def _is_joined(written: str) -> bool:
    """`jo @ example.com` and `jo@example.com`, but not `thanks @example.band`."""
    return (" @" in written) == ("@ " in written)
