"""First and last names that start with a known first name or are next to a word that introduces somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from coach.engine.details.detail import Detail
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import unsilenced
from coach.engine.details.signs import Groups
from coach.engine.details.wording import QUOTE, is_made_up, ordinary
from coach.engine.text.bounded_cache import BoundedCache
from coach.engine.text.first_names import first_names

_KIN = (
    rf"my[ \t](?:(?:lil|little|big|best|baby|older|younger|elder|twin|step|half|own|good|new|old)[ \t-]?){{0,2}}"
    rf"(?:besties?|bf+|gf|friend|bro|brother|sister|sis|cousin|cuz|twin|girl|mate|homie|girlfriend|boyfriend|partner|"
    rf"classmate|teammate|neighbou?r|buddy|pal|desk ?mate|(?:lab|table|project|reading|desk|dance|"
    rf"doubles) partner)(?:{QUOTE}s[ \t]name)?(?:[ \t]is|{QUOTE}s)?"
)
_STRONG = Expression(
    rf"(?:\b(?:me[ \t](?:and|n|&)|real name\?[ \t]?its|name reveal[^.!?\n:]{{0,30}}|welcome|{_KIN}|"
    rf"player of the week[^.!?\n]{{0,15}}|(?:sign|signing|register|put|write|enter)\w*[ \t](?:me|us|it|my \w+)[ \t]"
    rf"(?:up|down|in)?!{{0,3}}(?:[ \t]for[ \t]\w+[ \t]\w+)?(?:[ \t]as)?|sign(?:ed|ing)?[ \t](?:it|this|my \w+)[ \t]as|"
    rf"(?:trophy|certificate|form|register|badge|name ?tag|team sheet)[^.!?\n]{{0,20}} (?:put|write|say)s?|"
    rf"ask for me[^.!?\n]{{0,20}}|full government is|name is finally[^.?\n]{{0,20}}|name on (?:it|the \w+) is|"
    rf"yours (?:sincerely|faithfully|truly)|(?:kind |best )?regards|sincerely|lots of love|love from)"
    rf"[ \t,:;!?\"“]{{1,4}})$",
    re.IGNORECASE,
)
_WEAK = Expression(
    rf"(?:\b(?:i{QUOTE}m|i am|it{QUOTE}s|it is|it{QUOTE}s literally|it{QUOTE}s (?:really )?me|really me|this is|"
    rf"that{QUOTE}s|that is|he{QUOTE}s|she{QUOTE}s|called|named|vote(?: for)?|shout ?out(?: to)?|as|says|"
    rf"name(?:{QUOTE}s| is)|dear|known as|"
    rf"(?:made|drawn|painted|edited|designed) by|best friends? (?:is|are|:)|friends are|sit (?:by|behind|beside)|"
    rf"google|search(?: up| for)?|look up|put|write|spelled me|spelt me|under|meet|between me and|"
    rf"(?:next to|friends|besties|here|paired|partnered|sharing|stuck|hanging out|going|playing|"
    rf"stay\w*) (?:with|w)|next to)"
    rf"[ \t,:\"“]{{1,3}})$",
    re.IGNORECASE,
)
_SIGNED = Expression(
    r"(?:\bfrom|(?:[,.!\n]|^)[ ]?love,?|\bthanks,?|\bcheers,?|\bx{1,3}|~)[ \t\n]{1,2}$|\n$", re.IGNORECASE
)
_HYPHEN = Expression(r"[A-Z][\w'’]{2,20}-[A-Z]\w{2,20}$")
_SOUGHT = Expression(r"\b(?:vote(?: for)?|google|search(?: up| for)?|look up)[ \t]{1,3}$", re.IGNORECASE)
_AFTER = Expression(
    r"[ \t]{0,2}(?:\((?:that['’]?s )?me\)|[,]?[ \t]?(?:here|is (?:me|in my|my|our)|"
    r"in my (?:class|form|year|set|team)|"
    r"(?:and|n|&) (?:me|i)\b|from (?:my|our) (?:class|form|year|school|team|street)|sits (?:next|behind|beside)|"
    r"(?:that['’]?s|thats) (?:me|my|how)|(?:with|w) (?:one|two|a|no) \w{1,2}\b|but (?:do not|don['’]?t) laugh|"
    r"on (?:the|my) (?:certificate|passport|form|badge|roster|trophy|list|register|programme|back)|"
    r"(?:from|in) (?:year|yr|grade|class|form|room|\d{1,2}[a-z]?\b)|(?:house|party|birthday|bday|sleepover|locker|"
    r"bedroom)\b|"
    r"\(?(?:1[0-7]|[5-9])\)?(?=[,.)]|$)|(?:year|yr|grade|class|form|age|aged) \d|\d\w? at))",
    re.IGNORECASE,
)
_OWN = Expression(r"\b(?:i|im|i['’]m|me|my|mine|we|our|us|hes my|shes my)\b", re.IGNORECASE)
_TITLE = Expression(
    r"\b(?:mr|mrs|ms|miss|mx|sir|dr|uncle|aunt|auntie|king|queen|saint|st|president|coach)\.?[ \t]$", re.IGNORECASE
)
_WORD = Expression(r"[^\W\d_][\w'’\-]*")
_SURNAME = r"[^\W\d_][^\W\d_'’\-]{1,20}(?:['’\-][^\W\d_]{1,20}){0,2}"
_SMALL = r"(?:(?:bin|binti|bint|de|da|van|von|der|al|el|ibn|la|le|ní|ó|mac)[ \t])?"
_CAPITALS = Expression(rf"(?:[ \t]{_SMALL}(?-i:[A-Z\u00c0-\u00de]){_SURNAME}){{1,3}}", re.IGNORECASE)
_LOWER = Expression(rf"[ \t]{_SMALL}(?P<last>{_SURNAME})(?![\w'’])", re.IGNORECASE)
_CAPITAL = Expression(r"(?<!\S)[A-Z\u00c0-\u00de][^\W\d_]{2}")
_INTRODUCED = Expression(
    "|".join(one.pattern for one in (_STRONG, _WEAK, _SOUGHT, _SIGNED, _HYPHEN, _AFTER)), re.IGNORECASE
)
"""Everything that may introduce somebody; used only for its signs, never for a search."""
_NEAR = 150
"""Characters around a name in which the writer must be mentioned."""
_SHORTEST = 4
"""Fewest letters of a last name in small letters."""


@cache
def famous_names() -> frozenset[str]:
    """Load first and last names of stars, authors and fictional heroes, each as `first.last`."""
    return frozenset(files("coach.engine.details").joinpath("famous_names.txt").read_text(encoding="utf-8").split())


CAPITAL = "capital"
"""Sign for a capitalised word, except the shortest."""
FIRST_NAME = "first name"
"""Sign for a first name; one that is also an ordinary word needs a capital."""


def holds_first_name(chunk: str) -> bool:
    """Return whether a chunk between two spaces has the sign `FIRST_NAME`."""
    found = (word[0] for word in _WORD.finditer(chunk))
    return any(_is_known(word) and (word[0].isupper() or not _is_ordinary(word)) for word in found)


def holds_capital(chunk: str) -> bool:
    """Return whether a chunk between two spaces has the sign `CAPITAL`."""
    return _CAPITAL.search(chunk) is not None


class KnownNames:
    """Looks for first and last names next to a word that introduces a child."""

    expressions = (_STRONG, _INTRODUCED)

    def needs(self, signs: Mapping[str, Groups]) -> Groups:
        """Require an introducing word, and a known first name or a word that needs none."""
        strong, introduced = (signs.get(one.key, ()) for one in self.expressions)
        return [[FIRST_NAME, CAPITAL], *([FIRST_NAME, *group] for group in strong), *introduced]

    def find(self, text: str) -> list[Detail]:
        """Return every such name in a text that is not made up."""
        return unsilenced(list(_names(text)), text, (is_made_up,))


def _names(text: str) -> Iterator[Detail]:
    shouting, done = text.isupper(), 0
    for first in _WORD.finditer(text):
        if not _BEGINS[first[0]] or first.start() < done:
            continue
        known, capital = _is_known(first[0]), first[0][0].isupper() and not shouting
        if not (known or capital):
            continue
        end = _end_in_capitals(first, text) if capital else _end_in_small(first, text)
        if end is not None and _is_introduced(text, first.start(), end, known=known):
            done = end
            yield Detail(first.start(), end, "oversharing/full-name", "first-and-last-name")


def _may_begin(word: str) -> bool:
    """Return whether a name may start with this word."""
    return word[0].isupper() or (not _is_ordinary(word) and _is_known(word))


_BEGINS = BoundedCache(_may_begin)


def _is_known(word: str) -> bool:
    return word.lower().split("-")[0] in first_names()


def _is_ordinary(word: str) -> bool:
    """Return whether a first name is also an ordinary word or another name."""
    return word.lower() in ordinary("ordinary-names")


def _end_in_capitals(first: re.Match[str], text: str) -> int | None:
    last = _CAPITALS.match(text, first.end())
    if last is None or not _is_nobody_known(f"{first[0]}{last[0]}") or first[0].lower() in ordinary("not-a-name"):
        return None
    return last.end() if ordinary("not-a-name").isdisjoint(last[0].lower().split()) else None


def _end_in_small(first: re.Match[str], text: str) -> int | None:
    """Return where a name in small letters ends, also behind a second first name: `grace ellen whitlock`."""
    last = _LOWER.match(text, first.end())
    if last is None or _is_ordinary(first[0]) or not _is_nobody_known(f"{first[0]}{last[0]}"):
        return None
    if last["last"].lower() in first_names() and (third := _LOWER.match(text, last.end())):
        last = third
    return last.end() if may_be_last(last["last"]) else None


def may_be_last(last: str) -> bool:
    """Return whether a word in small letters may be a last name."""
    word = re.sub("['’]", "", last.lower())
    plain = any(word in words for words in (ordinary("not-a-surname"), ordinary("not-a-name"), first_names()))
    return not plain and not word.endswith(("ing", "ed", "ly", "ies")) and len(word) >= _SHORTEST


def _is_nobody_known(name: str) -> bool:
    """Return whether a name is not that of a star, author or hero."""
    parts = re.sub(r"['’]s$", "", name.lower()).split()
    return f"{parts[0]}.{parts[1]}" not in famous_names()


def _is_signed(text: str, start: int, end: int) -> bool:
    """Return whether a name closes a message like a signature."""
    return not text[end:].strip(" .!x\n") and _SIGNED.search(text[max(start - 12, 0) : start]) is not None


def _is_introduced(text: str, start: int, end: int, *, known: bool) -> bool:
    """Return whether the words around a name say whose it is; one not `known` needs clearer words."""
    before = text[max(start - 60, 0) : start]
    if _TITLE.search(before):
        return False
    if _STRONG.search(before):
        return True
    if known and _SOUGHT.search(before):
        return True
    near = _OWN.search(text, max(start - _NEAR, 0), end + _NEAR) is not None and _WEAK.search(before) is not None
    told = _AFTER.match(text, end) or _is_signed(text, start, end) or _HYPHEN.search(text, start, end)
    return known and (near or bool(told))
