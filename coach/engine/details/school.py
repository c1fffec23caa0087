"""Names of schools, and teachers with their room."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.engine.details.detail import Detail, detail_at
from coach.engine.details.wording import GAP, is_made_up, words

_CLEAR = (
    r"elementary(?: school)?|academy|grammar(?: school)?|vidyalaya|vidya mandir|(?:high|middle|primary|secondary|"
    r"national|boarding|convent|international|village|community|public|charter) school|jr\.? high|junior high|"
    r"(?:girls|boys) (?:grammar|college|high)|school"
)
_UNCLEAR = (
    r"primary|middle|high|secondary|juniors?|infants|prep(?: school)?|comp(?:rehensive)?|college|charter|convent|"
    r"montessori|jhs|nursery|kindergarten"
)
_NO_OTHER_SENSE = frozenset({"primary", "secondary", "prep", "comp", "juniors", "infants", "charter", "jhs"})
_WORD = r"[^\W\d_][\w'’.\-]{0,20}"
_NAMED = re.compile(rf"\b(?P<name>(?:{_WORD}{GAP}){{1,3}}?)(?P<kind>{_CLEAR}|{_UNCLEAR})\b(?!['’-])", re.IGNORECASE)
_SAINT = re.compile(
    r"\b(?:go to|going to|attend|im at|i['’]m at|student at|pupil at|bus to|school is|go|"
    r"\d{1,3} to)[ \t](?P<name>(?:st|saint)\.?[ \t][^\W\d_][\w'’\-]{2,20})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(?:P\.?S\.?|I\.?S\.?) \d{2,3}\b")
_TEACHER = re.compile(
    rf"\b(?:mr|mrs|ms|miss|mx|sir|madam|ma['’]am)\.?[ \t]{_WORD}(?:[ \t](?:class|"
    rf"form))?,?(?:[ \t]for[ \t]\w{{2,12}})?,?"
    r"(?:[ \t](?:in|at))?[ \t](?:room|rm|portable|block|lab)[ \t]\w{1,4}\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\b(?:(?:year|yr|grade|class|form|std|sec|primary)[ \t]?\d{1,2}[a-z]?|p[1-7]|[1-9]\d?[a-z])[ \t](?:at|"
    r"of)[ \t](?-i:(?:[A-Z][\w'’.\-]{1,20}[ \t]){0,3}[A-Z][\w'’\-]{2,20})",
    re.IGNORECASE,
)
_JUST_BEFORE = re.compile(
    r"\b(?:go(?:es|ing)?|went|go(?:es|ing)? to|attends?|at|from|into|to|for|any|leaving|starts?|starting|joining|"
    r"other|is|called|the|of|\d{1,3} to|[1-9]\d?[a-z])[ \t]{1,2}$",
    re.IGNORECASE,
)
_SCHOOL_TALK = re.compile(
    r"\b(?:go(?:es)? to|go|attend|i['’]?m (?:at|in|from)|at|from|kids|anyone|any|class|grade|form|uniform|blazer|"
    r"bus|team|school|student|pupil|year \d{1,2}|homeroom|prom|freshman|represent|teacher|bell|represents)\b",
    re.IGNORECASE,
)
_NO_NAME = words(
    """
    a an the my our your ur his her their this that any every some all no other another which what same new old
    different private public local big small first second third fourth fifth sixth last next best worst posh fancy
    normal real rival whole good bad in at to from for of on by with and or but so if is was are be am im i he she
    we they it its you u go goes going went attend attends start starts starting leave leaving into like love hate
    miss join joining after before during since when while called than as not never year grade class form junior
    senior high middle primary upper lower secondary elementary nursery infant art arts music dance drama swim
    swimming driving summer sunday saturday night evening cooking language law medical med film fashion beauty
    boarding home online catholic church religious state grammar community football soccer cricket tennis chess
    ballet circus pirate wizard spy ninja training police military naval fire khan umbrella vampire hero xavier
    hogwarts riverdale degrassi sunnydale bayside east sky beacon midtown malcolm up too very really how pretty jump
    aim score knee chest half six one two three four five both each back boys girls low early late sixth-form tech
    technical trade flight skip skipped finished hi hey bro bruh public-school mean clever popular cool super riding
    flying standing running playing feeling get gets got getting
    """
)


def find_school(text: str) -> Iterator[Detail]:
    """Every school by its name, and every teacher with a room."""
    if is_made_up(text):
        return
    for found in _SAINT.finditer(text):
        yield detail_at(found, "school", "school-name", "name")
    for found in _TEACHER.finditer(text):
        yield detail_at(found, "school", "teacher-and-room")
    for found in _NAMED.finditer(text):
        start = _name_start(found, text)
        if start is not None:
            yield Detail(start, found.end(), "oversharing/school", "school-name")


def find_class(text: str) -> Iterator[Detail]:
    """Every class with its school, and every school that is a number."""
    for pattern, name in ((_FORM, "class-and-school"), (_NUMBERED, "school-name")):
        for found in pattern.finditer(text):
            yield detail_at(found, "school", name)


def _name_start(found: re.Match[str], text: str) -> int | None:
    """Where the name begins once the ordinary words before it are left out; None where nothing is left."""
    parts: list[re.Match[str]] = []
    for part in re.finditer(r"\S+", found["name"]):
        parts = [] if part[0].lower().rstrip(".,") in _NO_NAME else [*parts, part]
    capital = [part for part in parts if part[0][0].isupper()]
    if capital and not text.isupper():
        parts = parts[parts.index(capital[0]) :]
    if not parts:
        return None
    start, named = found.start() + parts[0].start(), len(parts) if capital and not text.isupper() else 0
    return start if _is_school(found, text, start, named) else None


def _is_school(found: re.Match[str], text: str, start: int, named: int) -> bool:
    """Whether `named` capitalised words, or small ones at the right place, are a school's name."""
    kind = found["kind"].lower()
    if kind == "school":
        return named > 0 and found["kind"].istitle()
    if named and (re.fullmatch(_CLEAR, kind) or (named > 1 and kind in _NO_OTHER_SENSE)):
        return True
    if named:
        return _SCHOOL_TALK.search(text[max(start - 60, 0) : found.end() + 40]) is not None
    return _JUST_BEFORE.search(text[max(start - 20, 0) : start]) is not None
