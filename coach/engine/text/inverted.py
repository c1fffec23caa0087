"""Read an inverted sentence again in plain order: `so dumb, thats what mia is` as `mia is so dumb`.

Every frame that knows an insult behind its subject then knows it before it, too. The text keeps its length, and every
word of a changed place is located at the whole place.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from coach.engine.text.reading import Span
from coach.engine.text.word_lists import word_list

_words = partial(word_list, Path(__file__).with_name("words.toml"))
_ASKING, _POINTING = _words("asking-or-joining"), _words("pointing")
_MARKS = r",.;:!?\r\n\u2026\"\u201c\u201d"
_GAP = r"[^\S\r\n]+"
_PAUSE = r"[^\S\r\n]*[,;\u2026\u2013\u2014-]{1,3}[^\S\r\n]*"
_BE = r"(?P<be>is|are|am|r|was|were|iz|be)\b"
_IT_IS = rf"(?:(?:its|thats|(?:it|that)(?:['\u2019]s|{_GAP}is|{_GAP}was))\b)"
_FIRST = (
    rf"(?:^|(?<=[{_MARKS}]))[ \t]*"
    r"(?:(?:lol|lmao|omg|honestly|ngl|tbh|literally|wow|haha|yeah|yep|no offence|sorry but|like|and|but)\b[ \t,]*){0,3}"
)
"""The start of a clause, and words without meaning there."""
_BEHIND = r"(?:lol|lmao|fr|ngl|tbh|bro|bruv|man|innit|init|haha|n|and|or|cuz|cos|so)\b"
_LAST = rf"(?=[^\S\r\n]*(?:$|[{_MARKS}]|[^\w\s]|{_BEHIND}))"
"""The end of a clause."""
_SAID = rf"(?P<said>[^\s{_MARKS}][^{_MARKS}]{{1,60}}?)"
_WHO = rf"(?P<who>(?!(?:and|but|so|or|n)\b)[^\s{_MARKS}](?:[^{_MARKS}]|\.(?=\w)){{0,50}}?)"
_WHAT_THEY_ARE = (
    rf"(?:{_PAUSE}{_IT_IS}|{_GAP}(?:and{_GAP})?(?:{_IT_IS}|is|was)){_GAP}(?:(?:exactly|literally|just){_GAP})?what"
)
_IF_ANYONE = rf"{_FIRST}(?P<first>if){_GAP}(?:any|some)(?:one|body)(?:['\u2019]?s|{_GAP}is){_GAP}"
_THEN_IT_IS = rf"(?:{_PAUSE}|{_GAP})(?:then{_GAP})?{_IT_IS}{_GAP}"
_INVERTED = (
    # `so dumb, thats what mia is`, `a snake is what he was`
    rf"{_FIRST}{_SAID}{_WHAT_THEY_ARE}{_GAP}{_WHO}{_GAP}{_BE}{_LAST}",
    # `if anyones thick its mia`
    rf"{_IF_ANYONE}{_SAID}{_THEN_IT_IS}{_WHO}(?P<be>){_LAST}",
    # `thick as mince, our goalie is`
    rf"{_FIRST}{_SAID}{_PAUSE}{_WHO}{_GAP}{_BE}{_LAST}",
)
_EXPRESSIONS = tuple(re.compile(one, re.IGNORECASE) for one in _INVERTED)


def in_order(text: str) -> tuple[str, list[Span]] | None:
    """Return the text with its inverted sentences in order, and their places; None if it has none."""
    places = list[Span]()

    def ordered(found: re.Match[str]) -> str:
        start, end = found.start("first" if "first" in found.groupdict() else "said"), found.end()
        if not _names_somebody(found["who"]):
            return found.group()
        places.append((start, end))
        plain = f"{found['who']} {found['be'] or 'is'} {found['said']}"
        return text[found.start() : start] + plain.ljust(end - start)

    for expression in _EXPRESSIONS:
        changed = expression.sub(ordered, text)
        if places:
            return changed, places
    return None


def _names_somebody(who: str) -> bool:
    """Return whether words may be a subject; a question ends with its verb: `so dull, idk where u r`."""
    words = who.lower().split()
    return words[0] in _POINTING or _ASKING.isdisjoint(words)
