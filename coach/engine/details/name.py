"""First and last names where somebody says that they are one: "my name is ...", "real name is ..."."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from coach.engine.details.detail import Detail, detail_at
from coach.engine.details.wording import END, QUOTE, is_made_up, words

_PART = r"[^\W\d_][^\W\d_'’\-]{0,20}(?:['’\-][^\W\d_]{1,20}){0,2}"
_CAPITAL = r"(?-i:[A-Z\u00c0-\u00de]\.|(?![a-z\u00df-\u00ff])[^\W\d_][^\W\d_'’\-]{1,20}(?:['’\-][^\W\d_]{1,20}){0,2})"
_SMALL = r"(?:bin|binti|bint|de|da|van|von|der|al|el|ibn|la|le|ní|ó|mac)"
_TELLS = (
    rf"(?:my|our)[ \t](?:full[ \t]|real[ \t]|actual[ \t]|irl[ \t]|full government[ \t]|"
    rf"government[ \t])?name(?:{QUOTE}s|[ \t]is|[ \t]?:)|(?:real|full|government|whole)[ \t]name(?:{QUOTE}s|"
    rf"[ \t]is|[ \t]?:|[ \t]reveal)|i{QUOTE}m[ \t]called|i[ \t]am[ \t]called|"
    r"my[ \t]bio:|first name"
)
_NEAR_KIN = (
    rf"my[ \t](?:lil[ \t]|little[ \t]|big[ \t]|best[ \t]|baby[ \t])?(?:best ?friend|bestie|friend|bro|brother|"
    rf"sister|sis|cousin|twin|girl|mate)(?:{QUOTE}s[ \t]name)?(?:[ \t]is|{QUOTE}s)?|(?:put|write|"
    rf"sign)(?:[ \t]me)?[ \t]?(?:up[ \t]|down[ \t])?(?:on[ \t]\w+(?:[ \t]\w+)?[ \t])?as|"
    r"ask for|love from|sincerely,|its me,|it['’]s me,|(?:girl|boy|kid|friend|baby)(?:[ \t]is|['’]?s)[ \t]called|"
    r"irl (?:im|i['’]m)"
)
_KIN = re.compile(
    rf"\b(?:{_NEAR_KIN})[ \t]{{1,2}}(?P<name>{_CAPITAL}(?:[ \t](?:{_SMALL}[ \t])?{_CAPITAL}){{1,3}})",
    re.IGNORECASE,
)
_HERE = re.compile(rf"(?:^|(?<=[.!?] ))(?P<name>{_CAPITAL}(?:[ \t]{_CAPITAL}){{1,2}})[ \t]here\b", re.IGNORECASE)
_CAPITALS = re.compile(
    rf"\b(?:{_TELLS})[^\w\n]{{1,4}}(?P<name>{_CAPITAL}(?:[ \t](?:{_SMALL}[ \t])?{_CAPITAL}){{1,3}})",
    re.IGNORECASE,
)
_LOWER = re.compile(
    rf"\b(?:{_TELLS})[ \t]{{1,2}}(?P<name>{_PART}[ \t]{_PART})(?:{END}|(?=[ \t](?:and|n|im|i['’]m|from|but|look|"
    rf"btw|lol)\b))",
    re.IGNORECASE,
)
_GREETED = re.compile(
    rf"(?:^|(?<=[.!?\n] )|\b(?:hi|hey|hello|hiya|everyone|sir|ma['’]am)[!,]{{0,3}}[ \t])(?:i{QUOTE}m|i am|this is|"
    rf"its|it['’]s)[ \t](?P<name>{_CAPITAL}(?:[ \t](?:{_SMALL}[ \t])?{_CAPITAL}){{1,3}})(?=[,.!]|[ \t](?:from|here|"
    rf"and|n|btw)\b|$)",
    re.IGNORECASE,
)
_NO_NAME = words(
    """
    and but or so not the a an in on at of for from with to is was are i im u you your my me we they he
    she it its that this what lol lmao haha btw pls please hi hey hello nice spelled spelt spelling
    pronounced like also just really actually too tho though because cuz cos bc if when who whos which
    where why how no yes yeah ok okay one two only already common boring weird long short funny cool
    ugly basic never always literally everywhere here there mud fake taken secret private none name
    names ur his her their our bro dude mate sir miss ma'am guys everyone everybody anyway now then
    after before team year grade class captain king queen prince princess mr mrs ms dr lord lady doctor
    coach uncle aunt auntie batman spiderman optimus slim inigo bond jeff shrek elsa mario luigi sonic
    darth bart homer peter harry ron hermione percy monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november december north
    south east west new old british irish scottish welsh english american canadian indian happy sorry
    muslim christian hindu jewish sikh catholic half going still done ready hungry tired bored free late
    sick hidden classified easy hard great perfect unique rare popular mentioned written printed sewn
    """
)

_KIN_WORD = r"(?:bro|brother|sis|sister|cousin|twin|mate|friend|bestie|best friend|bff)"
_CUE = re.compile(
    rf"(?:\b(?:i{QUOTE}?m|i am|we are|its|it{QUOTE}s|thats|that{QUOTE}s)"
    r"(?:[ \t](?:literally|really|actually|just|me))?|"
    r"\b(?:google|search(?: for)?|search up|look up|vote(?: for)?|welcome|put(?: down)?|write|sign(?:ed)?|call me|"
    r"called|name|names|named|says|reveal|register|u spel[lt]\w* me|spel[lt]\w* me|goes to+|me up|as)|"
    rf"\bshout ?out(?: to)?(?: my)?(?: lil| little| big| baby)?(?: {_KIN_WORD})?|"
    rf"\bme (?:and|n|&|with)|\bmy (?:lil |little |big |baby |best )?{_KIN_WORD}(?:{QUOTE}s)?|"
    r"\b(?:really|its|it's) me|\bat the (?:desk|gate|door)|\bup!+)"
    r"(?:[ \t]*[,:;!][ \t]*|[ \t]+)[\"\u201c]?$",
    re.IGNORECASE,
)
"""What stands right before a name that somebody gives."""
_AFTER_CUE = re.compile(
    r"[ \t]*(?:\(me\)|here\b|(?:is|thats|that's) (?:me|my name)\b|on the (?:certificate|card|list)\b)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_FAMILY_NAME_FROM = 5
"""A family name in small letters has so many letters at least; shorter words are seldom names."""
_SMALL_ENDS = re.compile(
    r"[ \t]*(?:$|[\n,.!?;:)\u201d\"]|[^\w\s]|(?:and|n|from|made|since|follow|vote|is|was|thats|here|on|in|for|with|the|"
    r"lol|btw|x)\b)",
    re.IGNORECASE,
)


@cache
def _first_names() -> frozenset[str]:
    """First names as children bear them; the list is the word set `first-name` of the rules."""
    written = files("coach.rules").joinpath("words/first-names.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(written)["first-name"])


def _given(text: str) -> Iterator[Detail]:
    """A known first name and what follows it as a name, right behind words that give one."""
    found = list(_WORD.finditer(text))
    for first, second in pairwise(found):
        if first[0].lower() not in _first_names() or text[first.end() : second.start()].strip(" \t"):
            continue
        end = _name_end(text, first, second)
        before, after = text[max(first.start() - 40, 0) : first.start()], text[end:] if end else ""
        if end and (_CUE.search(before) or _AFTER_CUE.match(after)):
            yield Detail(first.start(), end, "oversharing/full-name", "first-and-last-name")


def _name_end(text: str, first: re.Match[str], second: re.Match[str]) -> int:
    """Where the name ends that begins with these words; 0 where the second is no family name."""
    word = second[0].lower().replace("’", "'")
    if word in _NO_NAME or len(word) < 3 or word.endswith(("'s", "'m", "'re")):
        return 0
    if first[0][0].isupper():
        return second.end() if second[0][0].isupper() else 0
    if second[0][0].isupper() or len(word) < _FAMILY_NAME_FROM or word.endswith(("ing", "ed")):
        return 0
    return second.end() if _SMALL_ENDS.match(text, second.end()) else 0


def find_name(text: str) -> Iterator[Detail]:
    """Every first and last name that somebody gives as one."""
    if is_made_up(text):
        return
    shouting = text.isupper()
    for pattern in (_LOWER,) if shouting else (_CAPITALS, _KIN, _HERE, _LOWER, _GREETED):
        for found in pattern.finditer(text):
            if _NO_NAME.isdisjoint(found["name"].lower().replace("’", "'").split()):
                yield detail_at(found, "full-name", "first-and-last-name", "name")
    yield from _given(text)
