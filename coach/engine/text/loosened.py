"""Replace marks, tags and line ends between a message's words with spaces; every character keeps its place.

`kill yourself!lol`, `<b>ur so ugly</b>`, `ur;so;ugly` and `im home` above `alone` hide no phrase: a message is read
as it is written and, if that makes a difference, again without marks. A find in any of these readings counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import partial

_BLANK = re.compile(
    r"\x1b\[[0-9;?]{0,20}[a-zA-Z]|</?[a-zA-Z][^<>\n]{0,200}>|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});|[\x00-\x08\x0e-\x1f\x7f-\x9f\u00a0\u2028\u2029]"
)
"""What displays as white space or not at all: terminal colours, tags, entities, control characters."""
_ADDRESS = r"\S{0,80}(?:://|www\.|@\w{1,40}\.)\S{0,200}"
"""Web and mail addresses keep their marks."""
_SHORT_FORM = r"['\u2019](?:s|t|d|m|re|ve|ll|clock)(?![a-zA-Z])|(?<=\by)['\u2019]all(?![a-zA-Z])"
"""Contractions whose apostrophe is kept: `don't`, `o'clock`."""
_NAME = r"[^\S\r\n]{0,8}[\w.'-]{1,30}(?: [\w.'-]{1,30})?:"
"""Start of another speaker's line."""
_KEPT = rf"[\r\n]{{1,8}}(?={_NAME})|(?<=\w){_SHORT_FORM}|(?<=\d)[^\w\s](?=\d)"
_BEHIND = r"(?<=[\w.?!,])"
"""A word, or the mark that ends its clause."""
_CLASPS = r"""[;()\[\]{}"<>=/\\^&\u201c\u201d\u00ab\u00bb]{1,8}"""
_SIGNS = r"[<>=/\\^&]{1,8}"
_HOLDING = rf"{_BEHIND}{_CLASPS}(?=\w)|{_BEHIND}{_SIGNS}|{_SIGNS}(?=\w)"
"""Marks between two words, and those that hide a word even on one side of it."""
_PARTING = r"(?<=\w)[?.,:'\u2026\u2019-]{1,4}(?=[^\W_])"
"""Marks that separate clauses if a space follows, and hide words if none does."""
_SPACE = r"[^\S ]"
_MASKS = r"[_|*~#+]{1,8}"
_MASKING = rf"{_BEHIND}{_MASKS}|{_MASKS}(?=\w)|(?<=\w)[?.,:'\u2026\u2019!-]{{1,4}}(?=[^\W_])"
"""Marks that may stand for letters."""
_SIGN = r"[^\w\s!-~\u2018-\u2026]\ufe0f?"
"""Emoji and signs, which some phrases contain as words."""
_LOOSE = rf"{_HOLDING}|{_PARTING}|(?<=\w)!{{2,4}}(?=[^\W_])|{_SPACE}"
_BARE = f"{_HOLDING}|{_MASKING}|{_SPACE}|{_SIGN}"
_MARK = "(?=[^a-zA-Z0-9 ])"
"""First character of every mark: checked first, so that not every alternative is tried at every letter."""
_WITHOUT_ADDRESSES = tuple(re.compile(f"{_MARK}(?:(?P<kept>{_KEPT})|{marks})") for marks in (_LOOSE, _BARE))
_WITH_ADDRESSES = tuple(re.compile(f"(?P<kept>{_ADDRESS}|{_KEPT})|{marks}") for marks in (_LOOSE, _BARE))
_HAS_ADDRESS = re.compile(r"://|www\.|@\w")
_HOLDS = re.compile(
    rf"{_MARK}(?:{_BEHIND}{_CLASPS}\w|{_BEHIND}[<>=/\\^&_|*~#+]|[<>=/\\^&_|*~#+]\w|{_SPACE}|{_SIGN}|"
    r"(?<=\w)[?.,:!\u2026-]{1,4}[^\W_]|(?<=\w)['\u2019](?!(?:s|t|d|m|re|ve|ll)\b)\w)"
)
"""Any mark: most messages have none."""
_AROUND = re.compile(rf"{_SPACE}|{_SIGN}")
_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_SHOWN = frozenset({"So", "Sk", "Sm", "Sc", "Cc", "Cf", "Zs", "Zl", "Zp", "Po", "Ps", "Pe", "Pd", "Pi", "Pf"})
"""Categories of characters that may end a word, invisible ones included; combining marks may not."""


def loosened(text: str) -> Iterator[str]:
    """Yield versions of the text with marks replaced by spaces between the first and last letter, if they differ.

    First without marks that only join words, then also without marks that may stand for letters, and emoji.
    """
    core = _CORE.search(text) if _HOLDS.search(text) else None
    if core is None:
        return
    before = text
    for marks in _WITH_ADDRESSES if _HAS_ADDRESS.search(text) else _WITHOUT_ADDRESSES:
        changed = marks.sub(partial(_spaces, core.span()), text)
        if changed not in {text, before}:
            yield changed
        before = changed


def _spaces(core: tuple[int, int], found: re.Match[str]) -> str:
    """Replace marks with spaces, except emoji and white space around the whole message, which hide nothing."""
    outside = found.end() <= core[0] or found.start() >= core[1]
    if found["kept"] or (outside and _AROUND.fullmatch(found.group())):
        return found.group()
    marks = found.group()
    # The variation selector that makes a sign coloured belongs to the sign.
    return "".join(" " if _is_mark(char) or (at and char == "\ufe0f") else char for at, char in enumerate(marks))


def _is_mark(char: str) -> bool:
    return char.isascii() or unicodedata.category(char) in _SHOWN


_CARRIES_ON = re.compile(
    r"\b(?:is|are|r|was|were|am|im|i'm|a|an|the|such|very|and|or|but|because|cuz|if|he|she|they|we|my|your|ur|his|their|our|"
    rf"youre|you're|he's|she's|they're|theyre|we're|its|it's|called|gonna)[^\S\r\n]*(\r\n|\n|\r)"
    rf"(?=[^\S\r\n]*\w)(?!{_NAME})",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:what|who|where|when|how|why|which|that)\b", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\n|\r")
_FEWEST_LINES = 3
"""A text of one word a line counts as broken from this many lines."""


def unbroken(text: str) -> str:
    """Return the text with spaces for tags and the like, and for line ends in the middle of a clause.

    Such line ends follow `is`, `a` or `so`, unless an earlier question word in the line can end that way (`i know what
    it is`). If every word has a line of its own, every line end becomes a space.
    """
    if _BLANK.search(text):
        text = _BLANK.sub(lambda found: " " * len(found.group()), text)
    if "\n" not in text and "\r" not in text:
        return text
    lines = [line.split() for line in text.splitlines()]
    if len(lines) >= _FEWEST_LINES and max(map(len, lines)) == 1:
        return _LINE_END.sub(lambda found: " " * len(found.group()), text)
    return _CARRIES_ON.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    begin = found.string.rfind("\n", 0, found.start()) + 1
    if _ASKS.search(found.string, begin, found.start()):
        return found.group()
    return found.group()[: -len(found[1])] + " " * len(found[1])
