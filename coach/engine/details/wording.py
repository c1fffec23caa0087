"""Words that several seekers use: pieces of regular expressions, and the lists of `words.toml`.

Every piece is bounded and has no quantifier inside a quantifier over the same characters, so that a search
takes time in proportion to the text. All are searched with `re.IGNORECASE` in the text as given: nothing is
folded beforehand, because folding may change its length.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from coach.engine.details.lazy_regex import Expression
from coach.engine.text.word_lists import word_list

_FILE = Path(__file__).with_name("words.toml")

GAP = r"[ \t\u00a0]{1,3}"
"""Space between two words of one line."""
QUOTE = r"['’‘`]?"
"""An apostrophe, or none."""
EMOJI = r"[\u2190-\u2bff\u3030\ufe0f\U0001f000-\U0001faff]"
"""One emoji or pictogram."""
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
"""A month, or its short form."""
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|weds|thu(?:rs)?|thur|fri|sat(?:ur)?|sun)(?:day)?"
"""A day of the week, or its short form."""
END = rf"(?=\s*(?:$|[.,!?;:…)\"”\r\n]|{EMOJI}))"
"""The end of a clause."""

_FICTION = Expression(
    r"\b(?:(?:in|from) (?:my|our|the|a|that|this) (?:\w{1,12} )?(?:story|book|novel|comic|poem|play|film|movie|"
    r"episode|cartoon|show|essay|song|lyrics?|game)|my (?:story|book|novel|comic|poem) (?:has|is|starts)|"
    r"fiction(?:al)?|imaginary|made[ -]up|(?:in|on) (?:monopoly|bloxburg)|"
    r"pretend|"
    r"my (?:oc|sims?|avatar|villager|character)(?:['’]?s)? (?:lives?|lived|was born|is called|address|house|name)|"
    r"(?:film|movie|book|novel|show|song|album|episode|band) (?:is |was |are )?(?:called|named|titled))\b",
    re.IGNORECASE,
)
_UNREAL = Expression(
    r"\b(?:fake|escape room|quiz|trivia|riddle|crossword|monopoly|villain|witch|wizard|fairy|sherlock|spongebob|"
    r"simpsons?|hogwarts|harry potter|bloxburg|peppa pig|paddington)\b",
    re.IGNORECASE,
)
"""Words of stories and games, which somebody who gives away an own fact may also use."""
_PETS = Expression(
    r"\b(?:dogs?|pupp(?:y|ies)|cats?|kittens?|hamsters?|gerbils?|bunny|rabbits?|guinea pigs?|fish|goldfish|"
    r"parrots?|budgies?|pony|ponies|horses?|tortoises?|turtles?|lizards?|geckos?|snakes?|pets?|chickens?|hens?|"
    r"axolotls?|laptop|car|phone|house|school|castle)\b",
    re.IGNORECASE,
)
_NOTICE = Expression(
    r"\bpre[ -]?order|\bhappy hour|\bdrink specials|\badmission\b|\bbox office|\b(?:need|buy|"
    r"get) tickets|"
    r"\btickets (?:from|at|on sale|available)|\b(?:help|hot) ?line\b|\bchildline\b|\bkids helpline|\bsamaritans\b|"
    r"\btoll[ -]?free|"
    r"\b1?[ -]?800[ -]\d{3}|\b0?80[08][ -]\d{3}|\bopening hours|\bcustomer (?:service|care)|\benquir|\bbookings?\b|"
    r"\brsvp\b|"
    r"\bdoors open|\bvip\b|\bperforming\b|\b(?:the|our) (?:shop|store|restaurant|salon|office|surgery|"
    r"council)(?:['’]?s)? "
    r"(?:number|is on|is at)|\bmore info\b|\bspecials\b|\b4sq\b",
    re.IGNORECASE,
)

_LINK = Expression(r"\bhttps?:\S*|\bt\.co\b\S*", re.IGNORECASE)
_ONESELF = Expression(r"\b(?:i|im|me|my|mine|mines|us|our|ours|we)\b", re.IGNORECASE)
_WORD = Expression(r"[a-z]{2,}", re.IGNORECASE)
_FEWEST_WORDS = 3
"""Words that a notice has at least, beside its link."""


def is_made_up(sentence: str, _: str) -> bool:
    """Return whether a sentence is about a story, a film, a quiz or the like, and not about the writer."""
    if _FICTION.search(sentence):
        return True
    return _UNREAL.search(sentence) is not None and not _ONESELF.search(sentence)


def is_notice(sentence: str, text: str) -> bool:
    """Return whether a text is a public notice, with numbers and addresses of a shop, venue or help line."""
    if _NOTICE.search(sentence if _ONESELF.search(sentence) else text):
        return True
    return _LINK.search(text) is not None and not _is_own(text)


def _is_own(text: str) -> bool:
    """Return whether somebody speaks of oneself, or says hardly anything, beside a link."""
    words = len(list(_WORD.finditer(text))) - sum(len(list(_WORD.finditer(link[0]))) for link in _LINK.finditer(text))
    return words < _FEWEST_WORDS or _ONESELF.search(text) is not None


def speaks_of_pets(sentence: str, text: str) -> bool:
    """Return whether an age may be that of an animal or a thing."""
    return _PETS.search(sentence if _ONESELF.search(sentence) else text) is not None


@cache
def ordinary(name: str) -> frozenset[str]:
    """Return a list of `words.toml`, such as ordinary words that are never part of a name."""
    return word_list(_FILE, name)
