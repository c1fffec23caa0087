"""Passwords, PINs and codes, each next to its word: "password is tacocat77", "gate code is 0852"."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from coach.engine.details.detail import Detail
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, always, where
from coach.engine.details.wording import END, QUOTE, is_made_up, ordinary

_ONLY = r"(?:[ \t](?:just|now|still|rly|really|actually)\b)?"
_IS = rf"(?:{QUOTE}s\b|[ \t](?:is|are|its|it['’]s)\b)?{_ONLY}[ \t]?[:=]?[ \t]{{0,2}}[\"“‘']?"
_FIRMLY_IS = rf"(?:[ \t]?[:=]|(?:{QUOTE}s|[ \t](?:is|its|it['’]s))\b[ \t]?:?){_ONLY}[ \t]{{0,2}}[\"“‘']?"
_FOR = r"(?:[ \t](?:on|for|to|of|at|in|they|we|he|she|u|you)(?:[ \t][\w'’]{1,12}){1,4}?|[ \t](?:here|rn|now))?"
_PASSWORD = (
    r"(?:pa?ss?w(?:[oau0]{1,2}r?d|e?rd|rod)s?|pass?[ \t\-]w(?:[oau0]{1,2}r?d|e?rd)s?|passo(?:w?rd)s?|pasphrase|"
    r"pass ?phrase|pass?w|pword|pwd?)"
)
"""As children spell it too: `pasword`, `pass wrd`, `passwerd`, `passowrd`."""
_GOES_ON = (
    r"(?=[ \t](?:(?:and|n|\+)[ \t](?:my|the|user)|lol|ok|okay|btw|dont[ \t]tell|x{1,3}|if[ \t](?:u|you)|"
    r"so[ \t](?:u|you)[ \t]can)\b)"
)
_VALUE = r"(?P<value>(?=[^\s,;\"“”()]{0,38}[\d!#@$%&*_+=~^|\\<>])[^\s,;\"“”()]{4,40})"
_AFTER_PASSWORD = Expression(rf"\b{_PASSWORD}{_FOR}{_IS}{_VALUE}", re.IGNORECASE)
_WORD_AFTER = Expression(rf"\b{_PASSWORD}{_FOR}{_FIRMLY_IS}(?P<value>[a-z]{{4,24}})(?:{END}|{_GOES_ON})", re.IGNORECASE)
_AFTER_PASS = Expression(
    rf"\b(?:pass|wi-?fi(?:[ \t](?:code|key|pass))?|login|log ?in){_FOR}{_IS}{_VALUE}", re.IGNORECASE
)
_BEFORE_PASSWORD = Expression(
    rf"(?<!\S){_VALUE}[ \t]is[ \t](?:my|our|the|mums|dads)[ \t](?:[\w'’]{{1,12}}[ \t])?(?:{_PASSWORD}|pin)\b",
    re.IGNORECASE,
)
_PAIR = Expression(
    r"\b(?:log[ -]?ins?|account|user|classroom)\b[^\n.!?]{0,30}?[ \t:](?P<value>[\w.@-]{3,30} ?/ ?[^\s,/]{5,30})",
    re.IGNORECASE,
)

_PLACE = (
    r"(?:phone|tablet|ipad|laptop|bank|alarm|gate|door|entry|locker|lock|safe|keypad|garage|building|house|"
    r"security|backup|access|unlock|estate|front|back|sim|burglar|bike|shed)"
)
_KEY = (
    rf"(?:{_PLACE}[ \t](?:pass|pin|code|combo|combi|combination|padlock)s?|pass?[ \t]?codes?|pins?|combo|"
    r"padlock|keypad|otp)"
)
_DIGITS = r"(?P<value>\d(?:[ \t]?[\-–.]?[ \t]?\d){2,9})(?![\w%:/])"
_CODE = Expression(rf"\b{_KEY}(?:[ \t](?:number|num|no))?{_FOR}{_IS}{_DIGITS}", re.IGNORECASE)
_BARE_CODE = Expression(rf"\b(?:code|alarm){_FOR}{_FIRMLY_IS}{_DIGITS}", re.IGNORECASE)
_ARRIVED = Expression(
    r"\b(?:otp|texted me|text (?:came )?say(?:s|ing))\b[^\n.!?\d]{0,25}(?P<value>\d{3}[ \-]\d{3}|\d{4,8})\b",
    re.IGNORECASE,
)

_GAMES = Expression(
    r"\b(?:kahoot|blooket|quizizz|lobby|join|room|server|realm|party|promo|discount|creator|referral|cheat|error|"
    r"colou?r|zip|post|area|dress|morse|hex|source|map|island|friend|gift|qr|game|bobby|bowling|rolling|trading|"
    r"match|invite|custom|sort|student|class|dial|country)\b[ \t]?(?:\w{1,10}[ \t])?$|\b(?:kahoot|blooket|quizizz|"
    r"fortnite|map code|among us|escape (?:map|room)|obby|dungeon|(?:this|that) (?:level|map|chapter|boss)|"
    r"on level \d+|in (?:the|this|that) (?:game|level))\b",
    re.IGNORECASE,
)
_ADVICE = Expression(
    r"(?:\b(?:never|do not|don['’]?t|dnt|shouldn['’]?t|avoid|stop)[ \t](?:ever[ \t])?(?:use|using|make|making|pick|"
    r"choose|set|have|having|put|type)\b[^\n]{0,20}|\bif[ \t](?:ur|your|the|a|any|someones?|their|"
    r"anyones)[ \t](?:\w{1,12}[ \t])?|\b(?:people|ppl|imagine|joke|instead of|most common|worst)\b[^\n]{0,20})$",
    re.IGNORECASE,
)
_UNITS = Expression(
    r"\d+(?:st|nd|rd|th|g|ghz|mb|mbps|gb|kbps|ms|bars?|am|pm|mins?|hrs?|hours?|x|k|m|p|%|yrs?|d|secs?|times|"
    r"letters|digits|chars?|characters|v\d|/\d+|-?star)?",
    re.IGNORECASE,
)
_LINK = Expression(r"//\S{0,200}$")
"""A link that has not ended yet."""
_SITE = Expression(r"//|\.(?:com|org|net|example|io|gg|co|uk)\b", re.IGNORECASE)
_SHORTEST = 5
_SYMBOLS = frozenset("!#@$%&*_+=~^|\\<>")


def _password(fits: Callable[[str], bool], found: re.Match[str], text: str) -> Detail | None:
    """Return the password in a match, unless it is in advice or a link."""
    value = found["value"].rstrip(".!?:…'’”")
    if not fits(value) or _ADVICE.search(_before(found, text)) or _LINK.search(text, 0, found.start()):
        return None
    start = found.start("value")
    return Detail(start, start + len(value), "oversharing/password", "password")


def _before(found: re.Match[str], text: str) -> str:
    """Return the words before a find in the same sentence."""
    return re.split(r"[.!?\n]", text[max(found.start() - 40, 0) : found.start()])[-1]


def _is_secret(value: str) -> bool:
    """Return whether it cannot be an ordinary word: letters mixed with digits or signs."""
    if len(value) < _SHORTEST or _UNITS.fullmatch(value) or value.lower() in ordinary("texting") or _SITE.search(value):
        return False
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    return letters and (digits or not _SYMBOLS.isdisjoint(value[:-1]))


def _is_secret_or_digits(value: str) -> bool:
    return _is_secret(value) or re.fullmatch(r"\d{4,12}", value) is not None


def _is_plain(value: str) -> bool:
    """Return whether an ordinary word after "password is" is the password rather than a comment on it."""
    word = value.lower()
    return word not in ordinary("not-a-password") and not word.endswith(("ly", "ing", "ed", "able"))


def _is_code(found: re.Match[str], text: str) -> bool:
    before, value = _before(found, text), found["value"]
    if _ADVICE.search(before) or _GAMES.search(before) or _GAMES.search(text[found.start() : found.end()]):
        return False
    return not (found[0].lower().startswith("alarm") and _is_time(value))


def _is_time(value: str) -> bool:
    """Return whether it is a time: `0730`, but not `2580`."""
    return re.fullmatch(r"(?:[01]?\d|2[0-3]) ?[0-5]\d", value) is not None


SECRETS = (
    Seeker(_AFTER_PASSWORD, partial(_password, _is_secret_or_digits), unless=(is_made_up,)),
    Seeker(_WORD_AFTER, partial(_password, _is_plain), unless=(is_made_up,)),
    Seeker(_AFTER_PASS, partial(_password, _is_secret), unless=(is_made_up,)),
    Seeker(_BEFORE_PASSWORD, partial(_password, _is_secret_or_digits), unless=(is_made_up,)),
    Seeker(_PAIR, partial(_password, _is_secret), unless=(is_made_up,)),
    *(
        Seeker(one, where(_is_code, always("password", "code", "value")), unless=(is_made_up,))
        for one in (_CODE, _BARE_CODE, _ARRIVED)
    ),
)
"""Finds passwords and codes, except in a story or advice."""
