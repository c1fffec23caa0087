"""Read `be` as `is` where it says what somebody is like: `jaylen be so dumb`, `them lot be moaning`.

Never behind a verb that asks for it: `can mia be the witch`, `let him be weird`. Every character keeps its place.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from coach.engine.text.word_lists import word_list

_words = partial(word_list, Path(__file__).with_name("words.toml"))
_ASKING_FOR_IT = _words("before-plain-be")
_CLAUSE = r"[^,.;:!?\r\n\u2026]"
_BE = re.compile(rf"(?P<before>{_CLAUSE}{{1,60}}\s)(?P<be>be)(?=\s)", re.IGNORECASE)
_SHORT_WILL = ("ll", "'d", "\u2019d")


def with_is(text: str) -> str:
    """Return the text with `is` for `be` behind a subject."""
    return _BE.sub(_as_is, text) if " be" in text.lower() else text


def _as_is(found: re.Match[str]) -> str:
    words = found["before"].lower().split()
    is_asked = not _ASKING_FOR_IT.isdisjoint(words) or any(word.endswith(_SHORT_WILL) for word in words)
    return found.group() if is_asked or not words else found["before"] + "is"
