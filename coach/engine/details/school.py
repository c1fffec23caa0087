"""Names of schools, and teachers with their room."""

from __future__ import annotations

import re

from coach.engine.details.detail import Detail, detail_at
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, always
from coach.engine.details.wording import END, GAP, QUOTE, is_made_up, ordinary

_CLEAR = (
    r"elementary(?: school)?|academy|grammar(?: school)?|vidyalaya|vidya mandir|(?:high|middle|primary|secondary|"
    r"national|boarding|convent|international|village|community|public|charter) school|jr\.? high|junior high|"
    r"(?:girls|boys) (?:grammar|college|high)|school"
)
_UNCLEAR = (
    r"primary|middle|high|secondary|juniors?|infants|prep(?: school)?|comp(?:rehensive)?|college|charter|convent|"
    r"montessori|jhs|nursery|kindergarten"
)
_WORD = r"[^\W\d_][\w'’.\-]{0,20}"
_CAPITALS = r"(?-i:[A-ZÀ-Þ])[\w'’\-]{2,20}(?:[ \t](?-i:[A-ZÀ-Þ])[\w'’\-]{1,20}){0,3}"
_NAMED = Expression(
    rf"\b(?P<name>(?:{_WORD}{GAP}){{1,3}}?)(?P<kind>{_CLEAR}|{_UNCLEAR})\b(?!['’-])"
    r"(?![ \t](?:schoolers?|quality|ground|year(?![ \t]?\d)|aged?|school football|application|education|of|up|five|"
    r"fives|students?|"
    r"stakes|score|scores|note|notes|chair|alert|tide|jump|heels|skirt|finger|names?|part|row|seat|child|one|"
    r"fundraisers?|attack)\b)",
    re.IGNORECASE,
)
_SAINT = Expression(
    r"\b(?:go to|going to|attend|im at|i['’]m at|student at|pupil at|bus to|school is|go|"
    r"kindergarten at|nursery at|reception at|class at|(?:year|yr|grade) \w{1,4} at|we['’]?re at|kids at|everyone at|"
    r"\d{1,3} to)[ \t](?P<name>(?:st|saint)\.?[ \t][^\W\d_][\w'’\-]{2,20})",
    re.IGNORECASE,
)
_SAINT_OF = Expression(
    r"\b(?P<name>(?:st|saint)\.?[ \t][^\W\d_][\w'’\-]{2,20}(?:['’]s)?)[ \t](?:uniform|blazer|jumper|primary|"
    r"juniors?|infants|"
    r"kids|year \d{1,2}|class \d|netball team|football team|hockey team|choir|prom|ns|n\.s\.)\b",
    re.IGNORECASE,
)
_ABROAD = Expression(
    r"\b(?P<name>(?:ysgol|scoil|gaelscoil|gaelcholáiste|coláiste|kura(?:[ \t]kaupapa)?|smk|sjkc|sk|"
    r"sekolah(?: kebangsaan)?|"
    r"kendriya|kv|dps|laerskool|ho[eë]rskool|colegio|escuela|lyc[eé]e|chij)(?:[ \t](?:y|yr|na|an|de|la|del|bin)){0,2}"
    r"(?:[ \t](?-i:[A-ZÀ-Þ])[\w'’\-]{1,20}(?:[ \t](?:y|yr|na|an|de|la|del)\b){0,1}){1,4})",
    re.IGNORECASE,
)
_IS_SCHOOL = Expression(
    rf"\b(?:my|our)[ \t](?:new[ \t]|old[ \t])?school(?:['’]?s name)?(?:,|:|[ \t]is|['’]s|[ \t]=)[ \t](?:called[ \t])?"
    rf"(?P<name>{_CAPITALS})|\b(?:i|my \w+) attends?[ \t](?P<fourth>{_CAPITALS})|"
    rf"(?P<other>{_CAPITALS})[ \t]is[ \t](?:my|our)[ \t]school\b|"
    rf"\b(?:i|we|both)[ \t](?:all[ \t])?(?:go|went)[ \t]to[ \t](?P<third>{_CAPITALS})(?:,?[ \t](?:and|for|im|i['’]m|"
    rf"in)){{1,4}}"
    r"[ \t](?:the )?(?:year|yr|grade|class|form|school|sixth|standard|std|seniors?|juniors?)\b",
    re.IGNORECASE,
)
_SCHOOL = r"(?:school|skool|scool|skl|skul|schol|shcool|scholl|shool|schoool)"
_SMALL = r"[^\W\d_][\w'’\-]{2,20}"
_GO_TO = Expression(
    rf"\b(?:i|we|and me|us)[ \t](?:(?:all|both|still|just|only|already|also|do)[ \t])?"
    rf"(?:go(?:es|ing)?|attend|study|learn)[ \t](?:to|too|2|at|in)?[ \t]?(?P<name>{_SMALL}(?:[ \t]{_SMALL}){{0,2}})"
    rf"[ \t]{_SCHOOL}\b(?!['’-])",
    re.IGNORECASE,
)
"""`i go to oakfield school`, in small letters."""
_LIKE_A_PLACE = (
    r"hill?s?|park|woods?|fields?|grove|heath|ridge|green|road|lane|lodge|manor|meadows?|brook|bridge|vale|valley|"
    r"view|bank|moor|mount|dale|farm|oaks?|grange|abbey|priory|springs?|creek|point|bay|heights|gardens?|crescent|"
    r"cross|common|rise"
)
_MY_SCHOOL = Expression(
    rf"\b(?:my|our)[ \t](?:new[ \t]|old[ \t])?{_SCHOOL}(?:['’]?s(?:[ \t]name(?:['’]?s|[ \t]is))?|[ \t]is|[ \t]=|:)"
    rf"[ \t](?P<name>{_SMALL}(?:[ \t](?:{_LIKE_A_PLACE}))|[a-z]{{3,9}}(?:side|bury|ville|view|brook|gate|wick))"
    rf"(?:{END}|(?=[ \t](?:and|n|so|too|in|year|yr|its|it['’]s|where|wbu|hbu|lol|now|rn|but|which|btw|near|by)\b))",
    re.IGNORECASE,
)
"""`my school is maple hill`: a name that sounds like a place."""
_COMPOUND = Expression(
    r"\b(?:(?:i|we|you and me|us|both)[ \t](?:all[ \t]|both[ \t]|still[ \t])?(?:go|went|goes)[ \t]to|"
    r"(?:my|our|new|old)[ \t]school(?:['’]?s|[ \t]is)(?:[ \t]called)?)[ \t]"
    r"(?P<name>[a-z]{3,9}(?:field|ford|wood|hill|bridge|brook|dale|hurst|mead|worth|stead|croft|leigh|bourne|thorpe|"
    rf"grove|ridge|moor))(?:{END}|(?=[ \t](?:and|n|so|too|in|year|yr|its|it['’]s|where|wbu|hbu|lol|now|rn|but|which)\b"
    r"(?![ \t](?:summer|winter|the|a|for|my)\b)))",
    re.IGNORECASE,
)
"""A school without a word for it: `i go to larkhill and its strict`."""
_IN_FORM = Expression(
    rf"\b(?:i{QUOTE}m|i am|we{QUOTE}re|we are|us in|me in|shes|hes|(?:sister|brother|cousin) is)(?:[ \t](?:both|all|"
    rf"still|just))?"
    rf"[ \t](?:in[ \t])?(?P<name>(?:(?:class|form|year|grade|p|std)[ \t]?)?\d{{1,2}}[a-z]{{0,3}}[ \t](?:at|of)[ \t]"
    rf"(?!(?:the|my|our|home|school|a|least|most|last|this|that|night|once|all|lunch|it|them|us|you|u|maths|games|"
    rf"best)\b)[^\W\d_][\w'’.\-]{{2,20}}"
    rf"(?:[ \t](?:park|hill|green|road|lane|house|lodge|field|fields|bank|grove|heath|wood|vale|primary|academy|"
    rf"high|ridge|"
    rf"middle|creek|point|bay|view|cross))?)(?!\w)",
    re.IGNORECASE,
)
_TEACHERS_CLASS = Expression(
    rf"\b(?:mr|mrs|ms|miss|mx|sir|madam|ma['’]am|teacher)\.?[ \t]{_WORD}['’]?[ \t](?:(?:grade|year|yr|class|form|p|std)"
    rf"[ \t]?\d{{1,2}}[a-z]?(?:[ \t](?-i:[A-Z])\w{{2,15}})?|(?:class|form|homeroom|tutor group),?[ \t](?:in |the )?"
    rf"(?:science|art|music|maths|sports|b|east|west|north|south|upper|lower|ground|first|second)[ \t](?:block|"
    rf"floor|wing|room|hall|hut))",
    re.IGNORECASE,
)
_ASKED = Expression(
    rf"\b(?:wh?at|which|wot)[ \t]school[^.!?\n\"”]{{0,20}}[.!?\n\"”]{{1,3}}[ \t]?"
    rf"(?P<name>{_WORD}(?:[ \t]{_WORD})?[ \t](?:comp|high|"
    rf"primary|academy|middle|juniors?|prep|college|grammar|secondary|elementary|boys|girls))\b",
    re.IGNORECASE,
)
_NUMBERED = Expression(r"\b(?:P\.?S\.?|I\.?S\.?) \d{2,3}\b")
_TEACHER = Expression(
    rf"\b(?:mr|mrs|ms|miss|mx|sir|madam|ma['’]am)\.?[ \t]{_WORD}(?:[ \t](?:class|"
    rf"form))?,?(?:[ \t]for[ \t]\w{{2,12}})?,?"
    r"(?:[ \t](?:in|at))?[ \t](?:room|rm|portable|block|lab)[ \t]\w{1,4}\b",
    re.IGNORECASE,
)
_FORM = Expression(
    r"\b(?:(?:year|yr|grade|class|form|std|sec|primary)[ \t]?\d{1,2}[a-z]?|p[1-7]|[1-9]\d?[a-z])[ \t](?:at|"
    r"of)[ \t](?-i:(?:(?:St\.|[A-Z][\w'’\-]{1,20})[ \t]){0,3}[A-Z][\w'’\-]{2,20})",
    re.IGNORECASE,
)
_JUST_BEFORE = Expression(
    r"\b(?:go(?:es|ing)?|went|go(?:es|ing)? to|attends?|at|from|into|to|for|any|leaving|starts?|starting|joining|"
    r"other|is|called|the|of|\d{1,3} to|[1-9]\d?[a-z])[ \t]{1,2}$",
    re.IGNORECASE,
)
_SCHOOL_TALK = Expression(
    r"\b(?:go(?:es)? to|go|attend|i['’]?m (?:at|in|from)|at|from|kids|anyone|any|class|grade|form|uniform|blazer|"
    r"bus|team|school|student|pupil|year \d{1,2}|homeroom|prom|freshman|represent|teacher|bell|represents?|reps?|"
    r"jumper|assembly|homework|detention|year|yr|sixth form|classes|lessons)\b",
    re.IGNORECASE,
)


def _named(found: re.Match[str], text: str) -> Detail | None:
    start = _name_start(found, text)
    return None if start is None else Detail(start, found.end(), "oversharing/school", "school-name")


def _any_name(found: re.Match[str], _: str) -> Detail:
    """Return the name in a match, in any group."""
    return detail_at(found, "school", "school-name", found.lastgroup or 0)


def _compound(found: re.Match[str], text: str) -> Detail | None:
    """Return a school named like a place, unless it is a town."""
    return None if found["name"].lower() in ordinary("towns") else _any_name(found, text)


def _small_name(found: re.Match[str], _: str) -> Detail | None:
    """Return a school named in small letters, unless any of its words is an ordinary one: `the same school`."""
    words = found["name"].lower().split()
    if any(word in names for word in words for names in (ordinary("not-a-school"), ordinary("not-a-schools-name"))):
        return None
    return Detail(found.start("name"), found.end(), "oversharing/school", "school-name")


def _name_start(found: re.Match[str], text: str) -> int | None:
    """Return where the name starts after leading ordinary words; None if nothing remains."""
    parts: list[re.Match[str]] = []
    for part in re.finditer(r"\S+", found["name"]):
        parts = [] if part[0].lower().rstrip(".,") in ordinary("not-a-school") else [*parts, part]
    capital = [part for part in parts if part[0][0].isupper()]
    if capital and not text.isupper():
        parts = parts[parts.index(capital[0]) :]
    if not parts:
        return None
    start, named = found.start() + parts[0].start(), len(parts) if capital and not text.isupper() else 0
    return start if _is_school(found, text, start, named) else None


def _is_school(found: re.Match[str], text: str, start: int, named: int) -> bool:
    """Return whether `named` capitalised words, or small ones in the right place, are a school's name."""
    kind = found["kind"].lower()
    if kind == "school":
        return named > 0 and found["kind"].istitle()
    if named and (re.fullmatch(_CLEAR, kind) or (named > 1 and kind in ordinary("only-schools"))):
        return True
    if named:
        return _SCHOOL_TALK.search(text[max(start - 60, 0) : found.end() + 40]) is not None
    return _JUST_BEFORE.search(text[max(start - 20, 0) : start]) is not None


CLASSES = (
    Seeker(_FORM, always("school", "class-and-school")),
    Seeker(_IN_FORM, always("school", "class-and-school", "name")),
    Seeker(_NUMBERED, always("school", "school-name")),
)
"""Finds classes with their school, and schools with a number as their name."""
SCHOOLS = (
    *(Seeker(one, _any_name, unless=(is_made_up,)) for one in (_SAINT, _SAINT_OF, _ABROAD, _ASKED, _IS_SCHOOL)),
    Seeker(_COMPOUND, _compound, unless=(is_made_up,)),
    *(Seeker(one, always("school", "teacher-and-room"), unless=(is_made_up,)) for one in (_TEACHERS_CLASS, _TEACHER)),
    Seeker(_NAMED, _named, unless=(is_made_up,)),
    *(Seeker(one, _small_name, unless=(is_made_up,)) for one in (_GO_TO, _MY_SCHOOL)),
)
"""Finds schools by name, and teachers with a room."""
