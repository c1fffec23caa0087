"""User names with an invitation: "add me @x", "my snap is x", "friend me im X on roblox"."""

from __future__ import annotations

import re
from functools import partial

from coach.engine.details.detail import Detail
from coach.engine.details.lazy_regex import Expression
from coach.engine.details.seeker import Seeker, is_near
from coach.engine.details.wording import END, QUOTE, ordinary

_APP = (
    r"(?:snap(?: ?chat)?|sc|insta(?:gram)?|ig|tik ?tok|discord|disc|roblox|rblx|psn|xbox|gamer ?tag|steam|fortnite|"
    r"epic(?: games)?|minecraft|kik|telegram|tele|tg|twitter|youtube|yt|be ?real|twitch|spam|finsta|priv(?: acc)?|"
    r"backup(?: acc(?:ount)?)?|acc(?:ount)?|acct|user ?name|user|handle|ign|gt|channel|id|mine|free ?fire|ff|"
    r"pinterest|wattpad)"
)
_NAME = r"@?(?P<value>\w[\w.\-#]{2,30})"
_KIND = r"(?:[ \t](?:name|user ?name|user|tag|id|handle|acc|account))?"
_INVITED = Expression(
    r"\b(?:add|follow|friend|dm|msg|message|find|hmu|subscribe(?: to)?|sub to|search(?: up)?|look up|invite|"
    r"text|hit up|snap)(?:[ \t]{1,2}[\w'’]{1,12}){0,3}[ \t]{1,2}@(?P<value>\w[\w.\-]{1,30})",
    re.IGNORECASE,
)
_NAMED = Expression(
    rf"\b{_APP}{_KIND}(?:[ \t]?[:=/]|{QUOTE}s\b|[ \t](?:is|its|it['’]s)\b)[ \t]?:?[ \t]{{0,2}}(?:(?:still|now|"
    rf"just)[ \t])?{_NAME}",
    re.IGNORECASE,
)
_THERE = Expression(
    rf"\bmy[ \t](?:user[ \t]?)?name[ \t](?:(?:on|over|up)[ \t])?there(?:{QUOTE}s|[ \t](?:is|its|it['’]s)|[ \t]?[:=])"
    rf"[ \t]{_NAME}",
    re.IGNORECASE,
)
_BESIDE = Expression(rf"(?<!#)\b{_APP}{_KIND},?[ \t]{{1,2}}(?:(?:im|i['’]m|its|as|at)[ \t])?{_NAME}", re.IGNORECASE)
_SECOND = Expression(
    rf"\b(?:second|other|new|spare|backup|secret|private|hidden|"
    rf"alt)[ \t]{_APP}\b[^\n.!?:@]{{0,60}}[:,🤫][ \t]?{_NAME}",
    re.IGNORECASE,
)
_IS_MINE = Expression(
    rf"(?<![\w@#./:]){_NAME}[ \t](?:is|=|was)[ \t](?:my|our)[ \t](?:\w{{1,10}}[ \t])?{_APP}\b", re.IGNORECASE
)
_IS_ON = Expression(rf"(?<![\w@#./:]){_NAME}[ \t](?:on|in)[ \t](?:my[ \t])?{_APP}\b", re.IGNORECASE)
_CALLED = Expression(
    rf"\b(?:account|acc|channel|profile|page|server|stream|user|clan|club|one|"
    rf"blog)\b[^\n.!?]{{0,25}}?[ \t](?:called|named|under|as)"
    rf"[ \t]{_NAME}",
    re.IGNORECASE,
)
_ON = Expression(rf"\b(?:i{QUOTE}m|i am|as|its)[ \t]{_NAME}[ \t](?:on|in)[ \t]{_APP}\b", re.IGNORECASE)
_TAGGED = Expression(r"(?<![\w#])(?P<value>[a-z][\w.\-]{1,30}#\d{4})\b", re.IGNORECASE)
_GAME_ID = Expression(
    r"\b(?:uid|(?:ff|ml|pubg|bgmi|cod|player|friend)[ \t](?:uid|id|code))(?:[ \t]is|"
    r"[ \t]?[:=])?[ \t](?P<value>(?:SW-)?\d[\d\-]{5,16}\d)\b",
    re.IGNORECASE,
)
_AT = Expression(r"(?<![\w.])@(?P<value>\w[\w.\-]{2,30})")
_SPOKEN_TO = Expression(
    r"(?:^|\brt|#ff|\bcc|\bor|\bby|\bvia|\bthanks|\bthx|\bhey|\bhi|\bhello|\.)[ \t]*(?:@\w{1,30}[ \t,]{1,3}){0,4}$",
    re.IGNORECASE,
)
"""What comes before the user name of somebody the message addresses or repeats."""
_LOOSE = Expression(r"(?<![\w@#./:])(?P<value>[a-z][\w.]{3,28}\w)(?![\w/@])", re.IGNORECASE)
_LOOSE_SHAPE = Expression(r"[^\W\d_]_\w|\.\w*\d|[a-z]\d{2,}$", re.IGNORECASE)
_WELCOME = Expression(
    r"\b(?:add me|add my|befriend|friend me|find me|search|strangers|randoms|subscribe|i accept|accept (?:whoever|"
    r"anyone|everyone)|"
    r"come chat|chat with me|dms (?:r |are )?open|follow (?:me|my|that|this|back)|whoever|streaming|"
    r"(?:second|2nd|other|new|secret|spare|hidden|private|backup|alt) (?:acc|account|acct|insta|tiktok|profile|page|"
    r"one|channel|snap))\b",
    re.IGNORECASE,
)
_SURE = (_INVITED, _GAME_ID, _TAGGED, _AT)

_OPEN_TO_ALL = Expression(
    r"\b(?:f4f|follow (?:me|back)|i follow|mutuals|i accept|strangers|randoms|dms? (?:open|me)|send me anything|"
    r"add me|(?:second|new|other) (?:acc|account|acct|insta|tiktok))\b",
    re.IGNORECASE,
)
_INVITATION = Expression(
    r"\b(?:add|follow|friends?|dms?|message me|msg|hmu|join|subscribe|strangers?|randoms?|any(?:one|body)|everyone|"
    r"whoever|my|new|second|other)\b",
    re.IGNORECASE,
)


_TOPIC = Expression(
    r"[@#_]|randoms|strangers|snap|insta|disc|robl|rblx|psn|xbox|user|tik|yout|twi|gamer|steam|fort|epic|minec|kik|"
    r"tele|real|spam|priv|backup|handle|channel|(?:^| )(?:acc|ign|ig|yt)|(?:^| )(?:sc|gt|ff|tg|id)(?: |$)|uid|mine|"
    r"pinterest|wattpad|free f",
    re.IGNORECASE,
)
"""Topics that suggest a user name."""
_MINE = Expression(r"\b(?:my|our)(?:[ \t](?:new|other|second|main|real))?[ \t]$", re.IGNORECASE)
_ENDS = Expression(rf"{END}|(?=[ \t]{{1,3}}(?:jk|lol|lmao|(?:ha){{2,6}}|x{{1,4}}|xo(?:xo)?)\b)", re.IGNORECASE)
_DIGITS_INSIDE = Expression(r"[a-z_.]\d{2,}$|[a-z]\d[a-z]", re.IGNORECASE)
_DIGIT_LAST = Expression(r"[a-z_]\d+$", re.IGNORECASE)
_HUMP = Expression(r"[A-Z]\w*[a-z][A-Z][a-z]")
_SITES = (".com", ".org", ".net", ".example")
_SHORTEST, _LONG = 3, 8


def _handle(pattern: Expression, found: re.Match[str], text: str) -> Detail | None:
    """Return the user name in a match of `pattern`."""
    start, value = found.start("value"), found["value"].rstrip(".-#")
    if not _is_handle(pattern, value, found, text):
        return None
    return Detail(start - (text[start - 1 : start] == "@"), start + len(value), "oversharing/account", "handle")


def _is_handle(pattern: Expression, value: str, found: re.Match[str], text: str) -> bool:
    if pattern is _AT and _SPOKEN_TO.search(text[max(found.start() - 40, 0) : found.start()]):
        return False
    if pattern in _SURE:
        return value.lower() not in ordinary("everybody")
    if ".." in value or (pattern is _LOOSE and not (_LOOSE_SHAPE.search(value) and is_near(_TOPIC, found, text))):
        return False
    announced = pattern in {_NAMED, _THERE, _SECOND, _LOOSE, _IS_MINE, _CALLED}
    return _is_odd(value, announced=announced) or (announced and _is_own_plain_name(value, found, text))


def _is_odd(value: str, *, announced: bool) -> bool:
    """Return whether it cannot be an ordinary word: joined by underscores or dots, or with inner digits or capitals."""
    if sum(map(str.isalpha, value)) < _SHORTEST or value.lower().endswith(_SITES):
        return False
    joints, humped = value.count("_") * 2 + value.count("#") * 2 + value.count("."), _HUMP.match(value)
    if joints > 1 or _DIGITS_INSIDE.search(value) or (humped and len(value) >= _LONG):
        return True
    return announced and (joints > 0 or humped is not None or _DIGIT_LAST.search(value) is not None)


def _is_own_plain_name(value: str, found: re.Match[str], text: str) -> bool:
    """Return whether it is a plain user name: `my snap is kayleigh`, but not `my snap is broken`."""
    word, end = value.lower(), found.start("value") + len(value)
    if not _MINE.search(text, max(found.start() - 20, 0), found.start()) or not _ENDS.match(text, end):
        return False
    plain = value.isalpha() and len(value) > _SHORTEST and not word.endswith(("ly", "ing", "ed"))
    return plain and word not in ordinary("not-a-handle")


_SPEAKING = (_INVITED, _NAMED, _THERE, _SECOND, _BESIDE, _ON, _IS_MINE, _IS_ON, _CALLED, _GAME_ID)
"""User names that need no further context."""
_BARE = ((_TAGGED, _INVITATION), (_AT, _OPEN_TO_ALL), (_LOOSE, _WELCOME))
"""User names that need context, with what else the message must contain."""
HANDLES = (
    *(Seeker(pattern, partial(_handle, pattern)) for pattern in _SPEAKING),
    *(Seeker(pattern, partial(_handle, pattern), beside=beside) for pattern, beside in _BARE),
)
"""Finds user names with an invitation."""
