"""What a message of WhatsApp says: the words that somebody wrote, apart from those that the app put there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from coach.chats.fields import text_of
from coach.chats.text_records import without_ending

MARK = "\u200e"
"""What iPhones write before the app's own words; Android does only before the name of a file."""
_FILE = r"[^\n]{1,200}\.\w{1,8}"
_ATTACHED = re.compile(rf"<[^:<>\n]{{2,25}}:\s?({_FILE})>(.*)", re.DOTALL)
"""`<attached: 00000014-PHOTO.jpg>`, in any language."""
_ATTACHED_LONG_AGO = re.compile(rf"({_FILE}) <{MARK}[^<>\n]+>(.*)", re.DOTALL)
"""`IMG-20170304.jpg <attached>`, as iPhones wrote it until 2018."""
_DOCUMENT = re.compile(rf"({_FILE}) • {MARK}[^\n{MARK}]*{MARK}[^\n]*(.*)", re.DOTALL)
"""`Letter.pdf • 2 pages document omitted`."""
_PLACE = re.compile(r"[^:\n]{2,25}: ?([^\n]*https://(?:maps\.|[\w.]*foursquare\.com)\S*)")
_SHORT = 50
"""The longest words of the app in place of a file, in a language that we do not know."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What somebody said."""

    text: str
    media: str = ""
    is_deleted: bool = False
    is_edited: bool = False


def _any_of(several: Iterable[str]) -> str:
    """Return a pattern for any of several words, in which `*` is for anything."""
    return "(?:" + "|".join(".*".join(map(re.escape, words.split("*"))) for words in several) + ")"


def _plain(words: str) -> str:
    return words.strip().removesuffix(".").casefold()


_WORDS = tomllib.loads(Path(__file__).with_name("whatsapp.toml").read_text(encoding="utf-8"))
_DELETED = re.compile(_any_of(_WORDS["deleted"]) + r"\.?", re.IGNORECASE)
_EDITED = tuple(words.lower() for words in _WORDS["edited"])
_NAMED_FILE = re.compile(rf"({_FILE}) {_any_of(_WORDS['attached'])}", re.IGNORECASE)
_NAMED_PLACE = re.compile(rf"{_any_of(_WORDS['location'])} ?([^\n]*https://[^\n]+)", re.IGNORECASE)
_NOTICES = re.compile(r"\A" + _any_of(_WORDS["notices"]) + r"\.?", re.IGNORECASE | re.DOTALL)
_OPTION = re.compile(rf"{_any_of(_WORDS['option'])} ?", re.IGNORECASE)
_POLL = frozenset(map(_plain, _WORDS["poll"]))
_HIDDEN = frozenset(_WORDS["hidden"])
_OMITTED = {_plain(words): kind for kind, several in _WORDS["omitted"].items() for words in several}
"""Which kind of file words are in place of."""


def said_on_android(raw: str) -> OwnWords:
    """Read a message as Android writes it; `raw` is all that follows the name."""
    body, is_edited = without_ending(raw, _EDITED)
    said = OwnWords("", "media") if body in _HIDDEN else _placed(body) or OwnWords(text_of(body))
    return replace(said, is_edited=True) if is_edited else said


def said_on_iphone(raw: str, *, is_file: bool, has_marks: bool) -> OwnWords | None:
    """Read a message as an iPhone writes it; None if it is the app's own.

    Args:
        raw: all that follows the name.
        is_file: whether its line begins with a mark, as those with a picture, a recording or a place do.
        has_marks: whether the file still has the invisible marks; without them the words alone must do.
    """
    body, is_edited = without_ending(raw, _EDITED)
    said = _marked(body, is_file=is_file) if has_marks else _unmarked(body)
    return replace(said, is_edited=True) if said and is_edited else said


def _unmarked(body: str) -> OwnWords | None:
    return None if _NOTICES.fullmatch(body.strip()) else _placed(body) or OwnWords(text_of(body))


def _marked(body: str, *, is_file: bool) -> OwnWords | None:
    if MARK not in body:
        return OwnWords(text_of(body))
    if is_file:
        return _file(body)
    if body.startswith(MARK):
        return _placed(body.lstrip(MARK)) or _poll(body)
    found = _ATTACHED_LONG_AGO.fullmatch(body)
    if found:
        return OwnWords(text_of(found[2]), found[1])
    return _captioned(body) or OwnWords(text_of(body))


def _placed(body: str) -> OwnWords | None:
    """Read a message that is the app's words at least in its first line; None if it is not."""
    first, _, caption = body.partition("\n")
    first = first.strip(f" {MARK}")
    if kind := _OMITTED.get(_plain(first)):
        return OwnWords(text_of(caption), kind)
    if found := _NAMED_FILE.fullmatch(first) or _ATTACHED.fullmatch(first):
        return OwnWords(text_of(caption), text_of(found[1]))
    if _DELETED.fullmatch(body.strip(f" \n{MARK}")):
        return OwnWords("", is_deleted=True)
    if found := _NAMED_PLACE.fullmatch(body.strip()):
        return OwnWords(text_of(found[1]), "location")
    return _poll(body) if _plain(first) in _POLL else None


def _file(body: str) -> OwnWords:
    """Read a message with a file: the words before the last mark, or after the file's line, are somebody's own."""
    found = _DOCUMENT.fullmatch(body)
    if found:
        return OwnWords(text_of(found[2]), text_of(found[1]))
    place = _PLACE.fullmatch(body.strip(f" \n{MARK}"))
    if place:
        return OwnWords(text_of(place[1]), "location")
    before, _, last = body.rpartition(MARK)
    attached = _ATTACHED.fullmatch(last)
    if attached:
        return OwnWords(text_of(f"{before}{attached[2]}"), text_of(attached[1]))
    first, _, caption = last.partition("\n")
    kind = _OMITTED.get(_plain(first), "")
    own = "" if kind or len(first) <= _SHORT else first
    return OwnWords(text_of("\n".join(filter(None, (before, own, caption)))), kind or "media")


def _captioned(body: str) -> OwnWords | None:
    """Read words with a file after them whose line has lost its mark; None if there is no file."""
    before, mark, last = body.rpartition(MARK)
    return _file(body) if mark and (_plain(last) in _OMITTED or _ATTACHED.fullmatch(last)) and before else None


def _poll(body: str) -> OwnWords | None:
    """Read a poll: the question and its options, a line each; None if it is not one."""
    head, *lines = body.split("\n")
    is_known = _plain(head.strip(f" {MARK}")) in _POLL
    if not is_known and not (head.rstrip().endswith(":") and any(line.startswith(MARK) for line in lines)):
        return None
    return OwnWords(text_of("\n".join(map(_without_option, lines))), "poll")


def _without_option(line: str) -> str:
    bare = line.lstrip(MARK)
    if bare != line:
        return bare.partition(": ")[2] or bare
    found = _OPTION.match(bare)
    return bare[found.end() :] if found else bare
