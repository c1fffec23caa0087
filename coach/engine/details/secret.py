"""Passwords, PINs and codes, each beside its word: "password is tacocat77", "gate code is 0852"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engine.details.detail import Detail, detail_at
from coach.engine.details.wording import END, QUOTE, unless_made_up, words

_ONLY = r"(?:[ \t](?:just|now|still|rly|really|actually)\b)?"
_IS = rf"(?:{QUOTE}s\b|[ \t](?:is|are|its|it['’]s)\b)?{_ONLY}[ \t]?[:=]?[ \t]{{0,2}}[\"“‘']?"
_FIRMLY_IS = rf"(?:[ \t]?[:=]|(?:{QUOTE}s|[ \t](?:is|its|it['’]s))\b[ \t]?:?){_ONLY}[ \t]{{0,2}}[\"“‘']?"
_FOR = r"(?:[ \t](?:on|for|to|of|at|in|they|we|he|she|u|you)(?:[ \t][\w'’]{1,12}){1,4}?|[ \t](?:here|rn|now))?"
_PASSWORD = r"(?:pass[ \t]?words?|pass ?phrase|passwrd|pwd?)"
_VALUE = r"(?P<value>(?=[^\s,;\"“”()]{0,38}[\d!#@$%&*_+=~^|\\<>])[^\s,;\"“”()]{4,40})"
_AFTER_PASSWORD = re.compile(rf"\b{_PASSWORD}{_FOR}{_IS}{_VALUE}", re.IGNORECASE)
_WORD_AFTER = re.compile(rf"\b{_PASSWORD}{_FOR}{_FIRMLY_IS}(?P<value>[a-z]{{4,24}}){END}", re.IGNORECASE)
_AFTER_PASS = re.compile(rf"\b(?:pass|wi-?fi|login|log ?in){_FOR}{_IS}{_VALUE}", re.IGNORECASE)
_BEFORE_PASSWORD = re.compile(
    rf"(?<!\S){_VALUE}[ \t]is[ \t](?:my|our|the|mums|dads)[ \t](?:[\w'’]{{1,12}}[ \t])?(?:{_PASSWORD}|pin)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\b(?:log[ -]?ins?|account|user|classroom)\b[^\n.!?]{0,30}?[ \t:](?P<value>[\w.@-]{3,30} ?/ ?[^\s,/]{5,30})",
    re.IGNORECASE,
)

_PLACE = (
    r"(?:phone|tablet|ipad|laptop|bank|alarm|gate|door|entry|locker|lock|safe|keypad|garage|building|house|"
    r"security|backup|access|unlock|estate|front|back|sim|burglar|bike|shed)"
)
_KEY = (
    rf"(?:{_PLACE}[ \t](?:pass|pin|code|combo|combi|combination|padlock)s?|passcodes?|pass codes?|pins?|combo|"
    r"padlock|keypad|otp)"
)
_DIGITS = r"(?P<value>\d(?:[ \t]?[\-–.]?[ \t]?\d){2,9})(?![\w%:/])"
_CODE = re.compile(rf"\b{_KEY}(?:[ \t](?:number|num|no))?{_FOR}{_IS}{_DIGITS}", re.IGNORECASE)
_BARE_CODE = re.compile(rf"\b(?:code|alarm){_FOR}{_FIRMLY_IS}{_DIGITS}", re.IGNORECASE)
_ARRIVED = re.compile(
    r"\b(?:otp|texted me|text (?:came )?say(?:s|ing))\b[^\n.!?\d]{0,25}(?P<value>\d{3}[ \-]\d{3}|\d{4,8})\b",
    re.IGNORECASE,
)

_GAMES = re.compile(
    r"\b(?:kahoot|blooket|quizizz|lobby|join|room|server|realm|party|promo|discount|creator|referral|cheat|error|"
    r"colou?r|zip|post|area|dress|morse|hex|source|map|island|friend|gift|qr|game|bobby|bowling|rolling|trading|"
    r"match|invite|custom|sort|student|class|dial|country)\b[ \t]?(?:\w{1,10}[ \t])?$|\b(?:kahoot|blooket|quizizz|"
    r"fortnite|map code|among us)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"(?:\b(?:never|do not|don['’]?t|dnt|shouldn['’]?t|avoid|stop)[ \t](?:ever[ \t])?(?:use|using|make|making|pick|"
    r"choose|set|have|having|put|type)\b[^\n]{0,20}|\bif[ \t](?:ur|your|the|a|any|someones?|their|"
    r"anyones)[ \t](?:\w{1,12}[ \t])?|\b(?:people|ppl|imagine|joke|instead of|most common|worst)\b[^\n]{0,20})$",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"\d+(?:st|nd|rd|th|g|ghz|mb|mbps|gb|kbps|ms|bars?|am|pm|mins?|hrs?|hours?|x|k|m|p|%|yrs?|d|secs?|times|"
    r"letters|digits|chars?|characters|v\d|/\d+|-?star)?",
    re.IGNORECASE,
)
_LINK = re.compile(r"//\S{0,200}$")
"""A link that is not yet at its end."""
_SITE = re.compile(r"//|\.(?:com|org|net|example|io|gg|co|uk)\b", re.IGNORECASE)
_SHORTEST = 5
_TEXTING = words("2moro 2morrow 2nite 2night 4ever 4eva str8 gr8er h8rs l8er m8s b4hand")
_SYMBOLS = frozenset("!#@$%&*_+=~^|\\<>")
_NO_VALUE = words(
    """
    secret private strong weak long short hard easy safe good great bad wrong right correct incorrect
    invalid gone lost forgotten changed same different this that these those what who there here
    something someone anything everything nothing never always hidden saved written broken stupid dumb
    annoying cool funny important required needed expired temporary random simple complicated fine okay
    mine yours ours theirs personal confidential classified super very really still also probably maybe
    just like with from into about working fixed resetting reset case sensitive none known unknown
    impossible terrible awful perfect better best worse worst enough longer shorter stronger weaker
    obvious silly weird crazy insane mental trash rubbish missing blocked locked hacked leaked stolen
    down slow fast back again today tomorrow later soon they them your password passwords staying mums
    dads only trusted compulsory tricky boring pathetic genius legendary iconic hilarious unbreakable
    unhackable uncrackable guessable unguessable top hard-to-guess between elsewhere somewhere under
    taped
    """
)


def find_secret(text: str) -> Iterator[Detail]:
    """Every password and code, unless it is spoken of in a story or as advice."""
    return unless_made_up(text, _secrets(text))


def _secrets(text: str) -> Iterator[Detail]:
    for pattern, fits in _PASSWORDS:
        for found in pattern.finditer(text):
            value = found["value"].rstrip(".!?:…'’”")
            if fits(value) and not (_ADVICE.search(_before(found, text)) or _LINK.search(text, 0, found.start())):
                start = found.start("value")
                yield Detail(start, start + len(value), "oversharing/password", "password")
    for pattern in (_CODE, _BARE_CODE, _ARRIVED):
        for found in pattern.finditer(text):
            if _is_code(found, text):
                yield detail_at(found, "password", "code", "value")


def _before(found: re.Match[str], text: str) -> str:
    """The words of the same sentence before a find."""
    return re.split(r"[.!?\n]", text[max(found.start() - 40, 0) : found.start()])[-1]


def _is_secret(value: str) -> bool:
    """Whether no ordinary word looks like this: letters with digits or signs among them."""
    if len(value) < _SHORTEST or _UNITS.fullmatch(value) or value.lower() in _TEXTING or _SITE.search(value):
        return False
    letters, digits = any(map(str.isalpha, value)), any(map(str.isdigit, value))
    return letters and (digits or not _SYMBOLS.isdisjoint(value[:-1]))


def _is_secret_or_digits(value: str) -> bool:
    return _is_secret(value) or re.fullmatch(r"\d{4,12}", value) is not None


def _is_plain(value: str) -> bool:
    """Whether an ordinary word after "password is" is the password and says nothing about it."""
    word = value.lower()
    return word not in _NO_VALUE and not word.endswith(("ly", "ing", "ed", "able"))


_PASSWORDS = (
    (_AFTER_PASSWORD, _is_secret_or_digits),
    (_WORD_AFTER, _is_plain),
    (_AFTER_PASS, _is_secret),
    (_BEFORE_PASSWORD, _is_secret_or_digits),
    (_PAIR, _is_secret),
)
"""Where a password may stand, and what it has to look like there."""


def _is_code(found: re.Match[str], text: str) -> bool:
    before, value = _before(found, text), found["value"]
    if _ADVICE.search(before) or _GAMES.search(before) or _GAMES.search(text[found.start() : found.end()]):
        return False
    return not (found[0].lower().startswith("alarm") and _is_time(value))


def _is_time(value: str) -> bool:
    """`0730`, but not `2580`."""
    return re.fullmatch(r"(?:[01]?\d|2[0-3]) ?[0-5]\d", value) is not None
